import { describe, expect, it } from 'vitest'
import type { Curation, Decision } from '../../web/client/openapi.ts'
import { settledSince, viewAfter, withStandingEdge } from '../../web/client/state/curation-changes.ts'
import { type EdgeName, EMPTY_VIEW, type View } from '../../web/client/state/view.ts'
import { curationWords } from '../../web/client/words/curation.ts'

const decision = (change: Partial<Decision>): Decision => ({
  ...{ id: 'd', kind: 'hide', state: 'applying', names: [], nodes: ['a'] },
  things: [{ paper: 'p:1', words: 'A' }],
  ...change,
})
const curation = (...decisions: Decision[]): Curation => ({
  ...{ isOpen: true, version: 'v', problems: [], isApplying: false },
  decisions,
})
const on = (id: string): View => ({ ...EMPTY_VIEW, selected: { kind: 'node', id }, chosen: [id, 'z'] })

describe('decisions that the graph has now', () => {
  it('are those that were pending, by the name that they had', () => {
    const before = curation(decision({ names: ['Alpha'] }), decision({ id: 'u', state: 'undoing' }))
    expect(settledSince(before, curation(decision({ state: 'applied', nodes: ['b'] })))).toEqual({
      applied: [decision({ state: 'applied', nodes: ['b'], names: ['Alpha'] })],
      undone: [decision({ id: 'u', state: 'undoing' })],
    })
  })

  it('are none where they failed, wait still, or stood before', () => {
    const nothing = { applied: [], undone: [] }
    expect(settledSince(undefined, curation(decision({ state: 'applied' })))).toEqual(nothing)
    expect(settledSince(curation(decision({})), curation(decision({ state: 'failed' })))).toEqual(nothing)
    expect(settledSince(curation(decision({})), curation(decision({})))).toEqual(nothing)
  })
})

describe('the view of a graph that has a decision', () => {
  it('follows a node to its new id', () => {
    const same = { kind: 'same' as const, nodes: ['a', 'b'] }
    const applied = [decision({ ...same, state: 'applied', nodes: ['b', 'b'] })]
    const after = viewAfter(on('a'), curation(decision(same)), applied)
    expect([after.selected, after.chosen]).toEqual([{ kind: 'node', id: 'b' }, ['b', 'z']])
  })

  it('stays at what a node was where it became two', () => {
    const split = { kind: 'different' as const, nodes: ['a', 'a'] }
    const applied = [decision({ ...split, state: 'applied', nodes: ['new', 'rest'] })]
    const after = viewAfter(on('a'), curation(decision(split)), applied)
    expect(after.selected).toEqual({ kind: 'node', id: 'rest' })
  })

  it('lets go of what is hidden, and of nothing else', () => {
    const view: View = { ...on('a'), way: ['a', 'z'], expanded: [{ id: 'a', count: 25 }], focus: { id: 'y', steps: 1 } }
    const applied = [decision({ state: 'applied' })]
    expect(viewAfter(view, curation(decision({})), applied)).toEqual({
      ...EMPTY_VIEW,
      chosen: ['z'],
      focus: { id: 'y', steps: 1 },
    })
  })

  it('is the same view where nothing is called otherwise', () => {
    const view = on('z')
    const type = { kind: 'type', type: 'model' } as const
    const applied = [decision({ ...type, state: 'applied' })]
    expect(viewAfter(view, curation(decision(type)), applied)).toBe(view)
  })
})

describe('the selected relationship once the graph has a decision', () => {
  const uses = { from: 'p:1', type: 'USES', to: 'a', key: 'method' } as const
  const seen: View = { ...EMPTY_VIEW, selected: { kind: 'edge', ...uses } }
  const split = decision({ kind: 'different', nodes: ['a', 'a'] })
  const parted = { ...split, state: 'applied' as const, nodes: ['new', 'rest'] }

  it('leads to what its paper means', () => {
    const after = viewAfter(seen, curation(split), [parted])
    expect(after.selected).toEqual({ kind: 'edge', ...uses, to: 'new' })
  })

  it('leads to what its paper means also where that keeps the id', () => {
    const kept = { ...parted, nodes: ['a', 'rest'] }
    const after = viewAfter(seen, curation(split), [kept])
    expect(after.selected).toEqual({ kind: 'edge', ...uses })
  })

  it('stays at what the thing was, where another paper means something else', () => {
    const elsewhere: View = { ...seen, selected: { kind: 'edge', ...uses, from: 'p:2' } }
    const after = viewAfter(elsewhere, curation(split), [parted])
    expect(after.selected).toEqual({ kind: 'edge', ...uses, from: 'p:2', to: 'rest' })
  })

  it('is the one that runs between its ends now, or the end that it led to', async () => {
    const scores = { from: 'p:1', type: 'SCORES', to: 'a', key: 'abstract:1:2' } as const
    const about = { from: 'p:1', type: 'ABOUT', to: 'a', key: 'topic' } as const
    const among = (...edges: EdgeName[]) => withStandingEdge(seen, async () => ({ edges }))
    expect(await among(about, uses)).toBe(seen)
    expect((await among(scores, about)).selected).toEqual({ kind: 'edge', ...about })
    expect((await among()).selected).toEqual({ kind: 'node', id: 'a' })
  })

  it('is found by what its end is called once a decision is taken back', async () => {
    const asked: string[][] = []
    const among = async (ids: string[]) => {
      asked.push(ids)
      return {
        edges: [
          { ...uses, from: 'p:2', to: 'rest' },
          { ...uses, to: 'rest' },
        ],
      }
    }
    const after = await withStandingEdge(seen, among, ['a', 'rest'])
    expect([asked, after.selected]).toEqual([[['p:1', 'a', 'rest']], { kind: 'edge', ...uses, to: 'rest' }])
  })
})

describe('the words of a decision', () => {
  const things = [
    { paper: 'p:1', words: 'GAT' },
    { paper: 'p:2', words: 'GAT' },
  ]
  it.each([
    [decision({}), '“A” is hidden'],
    [decision({ things: [{ paper: 'p:1' }] }), '“p:1” is hidden'],
    [decision({ kind: 'type', type: 'topic', names: ['Alpha'] }), '“Alpha” is a topic'],
    [decision({ kind: 'same', things, names: ['GAT', 'Graph attention'] }), '“GAT” and “Graph attention” are one'],
    [decision({ kind: 'different', things, names: ['GAT', 'GAT'] }), '“GAT” in p:1 is not the one in p:2'],
    [decision({ kind: 'different', things, names: ['GAT', 'Gas'] }), '“GAT” and “Gas” are not one'],
  ])('say it in one line: %#', (given, said) => {
    expect(curationWords.says(given)).toBe(said)
  })
})
