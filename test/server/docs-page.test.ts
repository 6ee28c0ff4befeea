import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../queries/catalogue.ts'
import { markdown } from '../../web/server/docs-markdown.ts'
import { docsPage } from '../../web/server/docs-page.ts'
import { schemaWords } from '../../web/server/docs-schema.ts'
import { openApiOf } from '../../web/server/openapi.ts'
import { fakeApp } from './fake-app.ts'

describe('the page about the API', () => {
  it('shows every route and every shape, each once, and holds neither script nor style', async () => {
    const { get } = fakeApp({ questions: loadCatalogue() })
    const answer = await get('/api/docs')
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    const page = await answer.text()
    const document = await (await get('/api/openapi.json')).json()
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    const names = Object.values<Record<string, { operationId: string }>>(document.paths)
      .flatMap((each) => Object.values(each))
      .map(({ operationId }) => operationId)
    expect(ids).toEqual(expect.arrayContaining([...names, ...Object.keys(document.components.schemas)]))
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
    expect(page).not.toMatch(/<script|<style| style=| on\w+=/)
  })

  it('takes its look from a file of this server', async () => {
    const { get } = fakeApp()
    expect(await (await get('/api/docs')).text()).toContain('<link rel="stylesheet" href="docs.css">')
    const style = await get('/api/docs.css')
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
  })

  it('shows what a question says of itself as text, whatever it is', async () => {
    const route = {
      method: 'get',
      path: '/query/odd',
      name: 'askOdd',
      tag: 'questions',
      summary: '<img src=x> & "more"',
      description: 'Says `a < b`.\n\n- one </li><script>\n- two',
    } as const
    const page = String(await docsPage(openApiOf([route], { version: '1', needsToken: false })))
    expect(page).toContain('&lt;img src=x&gt; &amp; &quot;more&quot;')
    expect(page).toContain(
      '<p>Says <code>a &lt; b</code>.</p><ul><li>one &lt;/li&gt;&lt;script&gt;\n</li><li>two</li></ul>',
    )
  })

  it('leaves nothing of an empty description', async () => {
    expect(String(await markdown(''))).toBe('')
  })

  it.each([
    [{ type: 'integer', minimum: 1, maximum: 500, default: 25 }, 'whole number from 1 to 500, 25 unless given'],
    [{ type: 'array', items: { $ref: '#/components/schemas/GraphNode' } }, 'list of GraphNode'],
    [{ type: 'string', enum: ['any', 'method'], default: 'any' }, 'one of any, method, "any" unless given'],
    [{ type: 'string', minLength: 1, maxLength: 500 }, 'text of at most 500 characters'],
    [{ type: 'integer', exclusiveMinimum: 0 }, 'whole number above 0'],
    [
      { type: 'array', items: { type: 'array', prefixItems: [{ type: 'integer' }, { type: 'integer' }] } },
      'list of pair of whole number and whole number',
    ],
  ])('says %j in words', (schema, words) => {
    expect(schemaWords(schema)).toBe(words)
  })
})
