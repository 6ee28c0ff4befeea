import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { OpenApiParameter } from './api-routes.ts'
import { markdown } from './docs-markdown.ts'
import { nameOf, type Schema, schemaWords } from './docs-schema.ts'
import type { OpenApiDocument, Operation } from './openapi.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>
type Named = [path: string, method: string, operation: Operation]

/** The page for people that reads the OpenAPI document aloud: plain HTML, no script. Its links are relative to /api/docs. */
export function docsPage(document: OpenApiDocument): Html {
  const { info, tags, paths, components } = document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Named => [path, method, operation]),
  )
  const schemas = Object.entries(components.schemas as Record<string, Schema>)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="docs.css">
<title>papergraph: the HTTP API</title>
</head>
<body>
<header>
<h1>papergraph: the HTTP API</h1>
${markdown(info.description)}
<p><a href="openapi.json">openapi.json</a> is the same for programs (OpenAPI ${document.openapi}, papergraph ${info.version}).
<a href="../">The view</a> uses it too.</p>
<nav aria-label="Groups"><ul>
${tags.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}
<li><a href="#errors">errors</a></li>
<li><a href="#shapes">shapes</a></li>
</ul></nav>
</header>
<main>
${tags.map(
  ({ name, description }) => html`<section id="${name}">
<h2>${name}</h2>
<p>${description}.</p>
${operations.filter(([, , operation]) => operation.tags.includes(name)).map(operationEntry)}
</section>
`,
)}
<section id="errors">
<h2>errors</h2>
<p>Each is a <a href="#Problem">Problem</a>; <code>detail</code> is a sentence for people, <code>code</code> a word for programs.</p>
<dl class="plain">
${Object.entries(components.responses as Record<string, { description: string }>).map(
  ([name, { description }]) => html`<dt>${name.replace('Problem', '')}</dt><dd>${description}</dd>`,
)}
</dl>
</section>
<section id="shapes">
<h2>shapes</h2>
${schemas.map(
  ([name, schema]) => html`<details id="${name}"><summary><b>${name}</b> ${schema.description ?? ''}</summary>
${propertyList(schema)}</details>
`,
)}
</section>
</main>
</body>
</html>
`
}

function operationEntry([path, method, operation]: Named): Html {
  const { summary, description, parameters, requestBody, responses, operationId } = operation
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))
  const answers = Object.entries((success?.[1].content ?? {}) as Record<string, { schema: Schema }>)
  const problems = Object.keys(responses).filter((status) => Number(status) >= 400)
  const bodies = Object.entries((requestBody?.content ?? {}) as Record<string, { schema: Schema }>)
  const isAsked = method === 'get' && !parameters.some(({ required }) => required)
  return html`<details id="${operationId}">
<summary><span class="${method}">${method.toUpperCase()}</span> <code>/api${path}</code> <span>${summary}</span></summary>
${markdown(description ?? '')}
${parameters.length > 0 ? html`<h3>Parameters</h3><dl>${parameters.map(parameterEntry)}</dl>` : ''}
${bodies.map(([type, { schema }]) => html`<h3>Body <code>${type}</code></h3>${propertyList(schema)}`)}
<h3>Answer</h3>
<ul>${answers.map(([type, { schema }]) => html`<li><code>${type}</code>: ${typeWords(schema)}</li>`)}</ul>
<p>Errors: ${problems.join(', ')}.${isAsked ? html` <a href="${path.slice(1)}">Open it</a>` : ''}</p>
</details>
`
}

function parameterEntry({ name, required, description, schema }: OpenApiParameter): Html {
  const needed = required ? html` <em>needed</em>` : ''
  return html`<dt><code>${name}</code>${needed} <small>${typeWords(schema)}</small></dt>
<dd>${markdown(description ?? '')}</dd>
`
}

function propertyList(schema: Schema): Html {
  const { properties, required = [] } = schema
  if (properties === undefined) return html`<p>${typeWords(schema)}</p>`
  return html`<dl>${Object.entries(properties).map(
    ([name, one]) => html`<dt><code>${name}</code>${required.includes(name) ? '' : html` <em>may be absent</em>`}
<small>${typeWords(one)}</small></dt>
<dd>${markdown(one.description ?? '')}</dd>
`,
  )}</dl>`
}

/** A schema in words, with a link where it has a name. */
function typeWords(schema: Schema): Html {
  const name = nameOf(schema)
  const text = schemaWords(schema)
  if (name === undefined) return html`${text}`
  const [before = '', after = ''] = text.split(name)
  return html`${before}<a href="#${name}">${name}</a>${after}`
}
