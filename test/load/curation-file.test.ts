import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  decisionId,
  parseCuration,
  readCuration,
  withDecision,
  withoutDecision,
} from '../../ingest/load/curation-file.ts'
import type { Decision } from '../../ingest/resolve/decisions.ts'

const bert = { paper: 'arxiv:1', surface: 'BERT' }
const ernie = { paper: 'arxiv:2', surface: 'ERNIE' }
const decisions: Decision[] = [
  { id: 'a1', date: '2026-01-02', kind: 'same', things: [bert, ernie], note: 'why “so”' },
  { id: 'a2', date: '2026-01-02', kind: 'different', things: [ernie, bert] },
  { id: 'a3', date: '', kind: 'type', things: [bert], type: 'model' },
  { id: 'a4', date: '2026-01-03', kind: 'hide', things: [{ paper: 'doi:10.1/2' }] },
]
const text = decisions.reduce(withDecision, '')

describe('the curation file', () => {
  it('gives back what was decided, a line each', () => {
    expect(parseCuration(text).decisions).toEqual(decisions)
    expect(text.split('\n')[0]).toBe(
      '{"id":"a1","date":"2026-01-02","decision":"same","things":[{"paper":"arxiv:1","words":"BERT"},{"paper":"arxiv:2","words":"ERNIE"}],"note":"why “so”"}',
    )
  })

  it('takes a line that a person wrote without id and date, and words in any Unicode form', () => {
    const line = '{"decision":"hide","things":[{"paper":" arxiv:1","words":"Nai\\u0308ve  Bayes"}]}\r\n'
    const [decision] = parseCuration(line).decisions
    expect(decision).toMatchObject({ date: '', things: [{ paper: 'arxiv:1', surface: 'Naïve Bayes' }] })
    expect(decision?.id).toMatch(/^[0-9a-f]{8}$/)
  })

  it.each([
    ['{"decision":"same"', /^is not JSON/],
    ['[]', /^is no decision/],
    ['{"decision":"join","things":[]}', /^is no decision \("decision": /],
    ['{"decision":"same","things":[{"paper":"a:1","words":"x"}]}', /about two things/],
    ['{"decision":"hide","things":[{"paper":"a:1","words":"x"},{"paper":"a:1","words":"y"}]}', /about one thing/],
    ['{"decision":"type","things":[{"paper":"a:1","words":"x"}]}', /"type" goes with the decision "type" alone/],
    ['{"decision":"type","type":"thing","things":[{"paper":"a:1","words":"x"}]}', /"type": /],
    ['{"decision":"hide","type":"topic","things":[{"paper":"a:1"}]}', /"type" goes with/],
    ['{"decision":"same","things":[{"paper":"a:1"},{"paper":"a:2","words":"x"}]}', /needs the words/],
    ['{"decision":"same","things":[{"paper":"a:1","words":"x"},{"paper":"a:1","words":"x"}]}', /the same words/],
    ['{"decision":"hide","things":[{"paper":"a:1","words":" "}]}', /is no decision/],
    ['{"decision":"hide","things":[{"paper":"a:1"}],"date":"yesterday"}', /"date": /],
    ['{"decision":"hide","things":[{"paper":"a:1"}],"because":"x"}', /because/],
    ['{"id":"a1","decision":"hide","things":[{"paper":"a:1"}]}', /has the id a1 of line 2/],
  ])('names the line of %s and keeps the others', (line, reason) => {
    const read = parseCuration(`# mine\n${text.split('\n')[0]}\n\n${line}\n${text.split('\n')[3]}\n`)
    expect(read.decisions.map(({ id }) => id)).toEqual(['a1', 'a4'])
    expect(read.problems).toEqual([{ line: 4, reason: expect.stringMatching(reason) }])
  })

  it('leaves every other line as it is when a decision is taken back, also what is none', () => {
    const own = `# mine\n${text}{"torn\n`
    expect(withoutDecision(own, 'a2')).toBe(own.replace(/^.*"a2".*\n/m, ''))
    expect(withoutDecision(own, 'zz')).toBe(own)
    expect(parseCuration(withDecision('# no newline', decisions[3] ?? decisions[0] ?? fail())).decisions).toHaveLength(
      1,
    )
  })

  it('has a hash that any edit changes, and none where there is nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'papergraph-curation-'))
    try {
      const path = join(folder, 'curation.jsonl')
      expect(readCuration(path)).toEqual({ text: '', decisions: [], problems: [], hash: '' })
      writeFileSync(path, text)
      const { hash } = readCuration(path)
      writeFileSync(path, `${text}# more\n`)
      expect(hash).toMatch(/^[0-9a-f]{32}$/)
      expect(readCuration(path).hash).not.toBe(hash)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('gives one id to one decision, whichever of the two is named first', () => {
    const id = decisionId({ kind: 'same', things: [bert, ernie] })
    expect(decisionId({ kind: 'same', things: [ernie, bert] })).toBe(id)
    expect(decisionId({ kind: 'different', things: [bert, ernie] })).not.toBe(id)
  })
})

function fail(): never {
  throw new Error('no decision')
}
