/** Pages for people that the server writes itself, where the built view cannot. Nothing in them comes from a request. */

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${title}</title>
<h1>${title}</h1>
${body}
</html>
`

export const NOT_BUILT_PAGE = page(
  'papergraph: the view is not built',
  `<p>The server runs, but the files of its view are not there. Build them with <code>npm run build</code> in
papergraph's folder and reload this page.</p>
<p>The API works without them: see <a href="api/status">api/status</a>.</p>`,
)

export const TOKEN_PAGE = page(
  'papergraph: token needed',
  `<p>This papergraph answers only to those who have its token (the one it was started with).</p>
<form method="get" action="./">
<label>Token: <input type="password" name="token" required autofocus autocomplete="off"></label>
<button>Open</button>
</form>`,
)

export const NOT_FOUND_PAGE = page('papergraph: no such page', '<p>Go to <a href="/">the graph</a>.</p>')
