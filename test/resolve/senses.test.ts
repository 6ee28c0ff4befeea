import { describe, expect, it } from 'vitest'
import { Contexts } from '../../ingest/resolve/contexts.ts'
import { namesakes } from '../../ingest/resolve/namesakes.ts'
import { SenseChoice } from '../../ingest/resolve/sense-choice.ts'
import { isOneSlip } from '../../ingest/resolve/spelling.ts'
import { conceptIds, graphOf, node, type Paper } from './extractions.ts'

const speech = 'Speech recordings of many speakers are transcribed by acoustic encoders.'
const robots = 'Robots grasp objects with grippers under torque limits.'

describe('the sense of an acronym without its expansion', () => {
  const expanded = (long: string, text: string): Paper => ({
    abstract: `${text} We use ${long} (ZRP) here.`,
    entities: [{ name: 'ZRP', aliases: [long] }],
  })
  const alone = (text: string): Paper => ({ abstract: `${text} We use ZRP.`, entities: [{ name: 'ZRP' }] })
  const senses = [
    expanded('Zonal Relative Pruning', speech),
    expanded('Zonal Relative Pruning', speech),
    expanded('Zero Rate Padding', robots),
    expanded('Zero Rate Padding', robots),
    expanded('Zero Rate Padding', robots),
  ]

  it('is the one whose papers speak of the same things, though another is more common', () => {
    const graph = graphOf([...senses, alone(speech)])
    expect(node(graph, 'zrp').properties).toMatchObject({ papers: 3, aliases: ['Zonal Relative Pruning'] })
    expect(node(graph, 'zrp-zero-rate-padding').properties.papers).toBe(3)
  })

  it('is not believed on the word of one paper that introduces it', () => {
    const [, , , one] = senses
    const introduced = {
      ...one,
      entities: one?.entities?.map((entity) => ({ ...entity, role: 'introduces' as const })),
    }
    expect(conceptIds(graphOf([introduced, alone(speech)]))).toHaveLength(2)
  })

  it('does not change the first letter from small to capital', () => {
    const graph = graphOf([
      {
        abstract: 'Very large models (VLLMs) win.',
        entities: [{ name: 'VLLMs', aliases: ['very large lingual models'] }],
      },
      { entities: [{ name: 'vLLM' }] },
    ])
    expect(conceptIds(graph)).toHaveLength(2)
  })

  it('is that of a well-known name written as a word, not that of one paper', () => {
    const known = { abstract: `${speech} We use Bert.`, entities: [{ name: 'Bert', type: 'model' as const }] }
    const bert = { entities: [{ name: 'BERT', type: 'model' as const }] }
    expect(conceptIds(graphOf([known, bert]))).toEqual(['bert'])
    const one = expanded('Zonal Undirected Pattern Enhanced Routing', speech)
    const spelled = { ...one, entities: [{ name: 'ZUPER', aliases: ['Zonal Undirected Pattern Enhanced Routing'] }] }
    expect(conceptIds(graphOf([spelled, { entities: [{ name: 'Zuper' }] }]))).toHaveLength(2)
  })

  it('of two with many papers each is told by words, however much more common one is', () => {
    const contexts = new Contexts()
    const about = [
      { root: 0, text: speech, papers: 6, weight: 6 },
      { root: 1, text: robots, papers: 60, weight: 600 },
    ]
    let paper = 0
    const candidates = about.map(({ root, text, papers, weight }) => {
      const numbers = Array.from({ length: papers }, () => paper++)
      for (const number of numbers) contexts.add(number, { title: '', abstract: text })
      return { root, weight, papers: numbers }
    })
    contexts.add(paper, { title: '', abstract: speech })
    expect(new SenseChoice(contexts, candidates, 'zrp').choose(paper, () => true)).toBe(0)
    contexts.add(paper + 1, { title: '', abstract: 'Nothing known here.' })
    expect(new SenseChoice(contexts, candidates, 'zrp').choose(paper + 1, () => true)).toBe(1)
  })

  it('stays open at a draw', () => {
    const contexts = new Contexts()
    for (const paper of [0, 1, 2]) contexts.add(paper, { title: 'A title', abstract: speech })
    const candidates = [0, 1].map((root) => ({ root, weight: 3, papers: [root] }))
    expect(new SenseChoice(contexts, candidates, 'zrp').choose(2, () => true)).toBeUndefined()
    expect(new SenseChoice(contexts, candidates, 'zrp').choose(2, (root) => root === 1)).toBe(1)
  })
})

describe('spellings of one expansion', () => {
  it.each([
    ['maximalmarginrelevance', 'maximalmarginrelevanc', true],
    ['maximalmarginrelevance', 'maximalnarginrelevance', true],
    ['gatedunit', 'gatedunit', true],
    ['toolaware', 'toolaugmented', false],
    ['intraclass', 'interclass', false],
  ])('%s and %s are a letter apart: %s', (a, b, slip) => {
    expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([slip, slip])
  })
})

describe('namesakes', () => {
  const introduces = (paper: number, author = '', year?: number) => ({ paper, introduces: true, author, year })
  const uses = (paper: number, year?: number) => ({ paper, introduces: false, author: '', year })

  it('are papers that introduce one name each', () => {
    expect(namesakes([introduces(1), introduces(4), uses(5)], 5)).toEqual(
      new Map([
        [1, 1],
        [4, 4],
      ]),
    )
  })

  it('are one where the first author is one', () => {
    expect(namesakes([introduces(4, 'ada'), introduces(1, 'ada'), uses(5)], 5)).toEqual(new Map())
  })

  it('are told by years: nobody uses what is introduced later', () => {
    expect([...namesakes([introduces(1, '', 2024), uses(2, 2019)], 5).keys()]).toEqual([1])
    expect(namesakes([introduces(1, '', 2019), uses(2, 2024)], 5)).toEqual(new Map())
  })

  it('are told by letters: three that are not spelled out mean anything', () => {
    expect([...namesakes([introduces(1), uses(2)], 3).keys()]).toEqual([1])
    expect(namesakes([introduces(1), uses(2)], 4)).toEqual(new Map())
  })

  it('are not sought under a name that many use', () => {
    const many = Array.from({ length: 12 }, (_, index) => uses(index + 10, 2019))
    expect(namesakes([introduces(1, '', 2024), introduces(2, '', 2024), ...many], 5)).toEqual(new Map())
  })

  it('are two nodes in the graph', () => {
    const paper = (name: string): Paper => ({ authors: [], entities: [{ name, role: 'introduces' }] })
    expect(conceptIds(graphOf([paper('Prizm'), paper('PRIZM')]))).toEqual(['prizm', 'prizm-method'])
    expect(conceptIds(graphOf([paper('zonal pruning'), paper('zonal pruning')]))).toEqual(['zonal-pruning'])
  })
})
