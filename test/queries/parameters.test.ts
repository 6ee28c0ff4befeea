import { describe, expect, it } from 'vitest'
import { checkParameters, loadCatalogue } from '../../queries/catalogue.ts'
import type { RawParameters } from '../../queries/reader.ts'

const check = (query: string, raw: RawParameters) => checkParameters(loadCatalogue().get(query), raw)

describe('the parameters of a query', () => {
  it('take their defaults', () => {
    expect(check('top-concepts', {})).toEqual({ type: 'method', limit: 25, offset: 0 })
    expect(check('top-concepts', { type: undefined, limit: null })).toEqual({ type: 'method', limit: 25, offset: 0 })
  })

  it('are read from text as well as from values', () => {
    const read = { paper: 'a:1', benchmarks: { float: 2 }, methods: { float: 0.5 }, limit: 3 }
    expect(check('shared-combined', { paper: 'a:1', benchmarks: '2', methods: '.5', limit: '3' })).toEqual(read)
    expect(check('shared-combined', { paper: 'a:1', benchmarks: 2, methods: 0.5, limit: 3 })).toEqual(read)
  })

  it('take one text as a list of one', () => {
    expect(check('nodes', { ids: 'a, b' })).toEqual({ ids: ['a, b'] })
    expect(check('nodes', { ids: ['a', 'b'] })).toEqual({ ids: ['a', 'b'] })
    expect(check('nodes', { ids: [] })).toEqual({ ids: [] })
  })

  it.each<[string, RawParameters, string]>([
    ['paper-names', {}, 'The query paper-names needs the parameter "paper": the id of a paper.'],
    ['paper-names', { paper: '' }, 'The query paper-names needs the parameter "paper": the id of a paper.'],
    ['paper-names', { paper: 7 }, 'The parameter "paper" of the query paper-names must be the id of a paper, not 7.'],
    ['map', { limit: '4e' }, 'must be a whole number from 1 to 100000, not "4e".'],
    ['map', { limit: 2.5 }, 'must be a whole number from 1 to 100000, not 2.5.'],
    ['map', { limit: 0 }, 'must be a whole number from 1 to 100000, not 0.'],
    ['map', { limit: 'NaN' }, 'not "NaN".'],
    ['map', { limit: Number.POSITIVE_INFINITY }, 'must be a whole number from 1 to 100000'],
    ['map', { limit: ['1', '2'] }, 'not ["1","2"].'],
    ['map', { limits: 3 }, 'The query map has no parameter "limits"; did you mean "limit"?'],
    ['map', { xylophone: 3 }, 'The query map has no parameter "xylophone"; it has limit.'],
    ['counts', { x: 1 }, 'The query counts has no parameter "x"; it has none.'],
    ['top-concepts', { type: 'paper' }, 'must be one of method, model, benchmark, topic, not "paper".'],
    ['shared-combined', { paper: 'a:1', methods: '1e400' }, 'must be a number from 0 to 100, not "1e400".'],
    ['nodes', { ids: [1] }, 'must be a list of at most 5000 texts, not [1].'],
    ['nodes', { ids: Array(5_001).fill('x') }, 'must be a list of at most 5000 texts'],
  ])('of %s are refused in %j with one sentence', (query, raw, message) => {
    expect(() => check(query, raw)).toThrow(message)
    expect(() => check(query, raw)).toThrow(expect.objectContaining({ code: 'query-invalid' }))
  })
})
