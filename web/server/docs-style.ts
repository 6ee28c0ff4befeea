/** The look of /api/docs, in the colours of the view; served as a file, because nothing inline runs. */
export const DOCS_STYLE = `:root {
  color-scheme: light dark;
  --surface: light-dark(#fbfaf8, #12151b);
  --raised: light-dark(#ffffff, #1a1f28);
  --line: light-dark(#e3e0da, #2b323e);
  --text: light-dark(#1c2230, #eef1f6);
  --soft: light-dark(#565f6f, #a3afc0);
  --accent: light-dark(#0b5c94, #74bdf0);
  --green: light-dark(#00704f, #3ecf9f);
  --red: light-dark(#a3231b, #ffb4a9);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 24px 16px 64px;
  max-width: 60rem;
  background: var(--surface);
  color: var(--text);
  font: 15px/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 12px; }
h2 { font-size: 1.2rem; margin: 36px 0 4px; }
h3 { font-size: 0.95rem; margin: 16px 0 4px; }
p, ul, dl { margin: 8px 0; }
a { color: var(--accent); }
code, summary .get, summary .post, summary .delete {
  font: 0.9em ui-monospace, "SF Mono", "Cascadia Code", "Roboto Mono", Consolas, monospace;
}
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 8px 0; }
details {
  margin: 8px 0;
  padding: 0 14px;
  background: var(--raised);
  border: 1px solid var(--line);
  border-radius: 10px;
}
details[open] { padding-bottom: 10px; }
details:target { border-color: var(--accent); }
summary { padding: 10px 0; cursor: pointer; }
summary code { font-weight: 600; }
summary > span:last-child { color: var(--soft); }
.get { color: var(--accent); font-weight: 700; }
.post { color: var(--green); font-weight: 700; }
.delete { color: var(--red); font-weight: 700; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
dt { margin-top: 8px; }
dd { margin: 0 0 0 16px; }
dd p { margin: 0; }
dl.plain { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; }
dl.plain dt, dl.plain dd { margin: 0; }
small, em { color: var(--soft); font-size: 0.9em; }
ul { padding-left: 20px; }
`
