import { describe, expect, it } from 'vitest'
import { conceptIds, graphOf, node, variantsOf } from './extractions.ts'

const of = (...names: string[]) => graphOf(names.map((name) => ({ entities: [{ name }] })))

describe('a concept across papers', () => {
  it.each([
    ['case and hyphen', ['XSum', 'XSum', 'XSUM', 'X-Sum'], ['xsum']],
    ['plural', ['reward model', 'reward models'], ['reward-model']],
    ['spelling', ['convex optimisation', 'convex optimization'], ['convex-optimization']],
    ['Unicode', ['Naïve Bayes', 'Nai\u0308ve Bayes', 'Naive Bayes'], ['naive-bayes']],
    ['a word for its kind', ['the CIFAR-10 dataset', 'CIFAR-10'], ['cifar-10']],
    ['a word for its kind behind an acronym', ['ZARLA', 'ZARLA simulator', 'Zarla architecture'], ['zarla']],
    ['a word for means behind an activity', ['zonal learning', 'zonal-learning method'], ['zonal-learning']],
    ['a part of attention', ['zonal attention', 'zonal-attention layers'], ['zonal-attention']],
    [
      'an adjective for a noun',
      ['partition zonal fields', 'partitional zonal field', 'partitional zonal field'],
      ['partitional-zonal-field'],
    ],
    ['a year in two digits or four', ['ZMT19', 'ZMT19', "ZMT'19", 'ZMT 2019', 'ZMT2019'], ['zmt19']],
    ['a version without its zero', ['Zav2Zec 2.0', 'Zav2Zec 2.0', 'Zav2Zec2'], ['zav2zec-2.0']],
    ['a field spelled out', ['zonal RL', 'zonal reinforcement learning'], ['zonal-rl']],
    ['"-based"', ['zonality', 'zonality-based'], ['zonality']],
    ['British and American compounds', ['behaviour modelling', 'behavior modeling'], ['behavior-modeling']],
  ])('is one whatever the %s', (_, names, ids) => {
    const graph = of(...names)
    expect(conceptIds(graph)).toEqual(ids)
    expect(node(graph, ids[0] ?? '').properties.papers).toBe(names.length)
  })

  it.each([
    ['years that are no years', ['ZMT 2048', 'ZMT48'], ['zmt-2048', 'zmt48']],
    ['a score', ['ZERT', 'ZERT score'], ['zert', 'zert-score']],
    ['dots between digits', ['GPT-3.5', 'GPT-35'], ['gpt-3.5', 'gpt-35']],
    ['plus signs', ['C++', 'C'], ['c', 'c++']],
    ['a letter with a hyphen that is no article', ['A-ZERT', 'ZERT'], ['a-zert', 'zert']],
    ['a last capital S', ['DARTS', 'DART'], ['dart', 'darts']],
    ['words that only look like a kind', ['reward model', 'reward'], ['reward', 'reward-model']],
    ['scripts', ['深度学习', 'हिन्दी'], ['हिन्दी', '深度学习']],
  ])('is two by %s', (_, names, ids) => {
    expect(conceptIds(of(...names))).toEqual(ids)
  })

  it('is named in the plural where hardly anybody writes the singular', () => {
    expect(conceptIds(of(...Array.from({ length: 40 }, () => 'mixture of zones'), 'mixture of zone'))).toEqual([
      'mixture-of-zones',
    ])
    expect(conceptIds(of('zonal field', 'zonal fields', 'zonal fields'))).toEqual(['zonal-field'])
  })

  it('is spelled as in the curated table', () => {
    expect(node(of('LLaMA3', 'LLaMA3', 'llama-3'), 'llama-3').properties.name).toBe('Llama 3')
    expect(node(of('LLaMA', 'LLaMA', 'Llama'), 'llama').properties.name).toBe('Llama')
  })

  it('leaves out what a single one of many papers calls it besides', () => {
    const odd = { entities: [{ name: 'zonality', aliases: ['the odd thing'] }] }
    const others = (count: number) => Array.from({ length: count }, () => ({ entities: [{ name: 'zonality' }] }))
    expect(node(graphOf([odd, ...others(10)]), 'zonality').properties.aliases).toEqual(['the odd thing'])
    expect(node(graphOf([odd, ...others(30)]), 'zonality').properties.aliases).toEqual([])
    expect(node(graphOf([odd, odd, ...others(30)]), 'zonality').properties.aliases).toEqual(['the odd thing'])
  })

  it('never has an empty id, nor one with ":" or "/"', () => {
    expect(conceptIds(of('🙂', 'and/or: a game', '///'))).toEqual(['and-or-a-game', 'u1f642', 'u2f2f2f'])
  })

  it('is both method and model where papers use it as both', () => {
    const graph = graphOf([
      { entities: [{ name: 'Zorp', type: 'method' }] },
      { entities: [{ name: 'Zorp', type: 'model' }] },
      { entities: [{ name: 'Zorp', type: 'model' }] },
    ])
    expect(node(graph, 'zorp').labels).toEqual(['Concept', 'Method', 'Model'])
    expect(node(graph, 'zorp').properties.type).toBe('model')
  })

  it('drops the label that fewer than a fifth of its papers give it', () => {
    const papers = ['topic', 'method', 'method', 'method', 'method', 'method'] as const
    const graph = graphOf(papers.map((type) => ({ entities: [{ name: 'zorping', type }] })))
    expect(node(graph, 'zorping').labels).toEqual(['Concept', 'Method'])
  })

  it('keeps a benchmark from a topic that only shares its letters', () => {
    const graph = graphOf([
      { entities: [{ name: 'QUIZ', type: 'benchmark' }] },
      { entities: [{ name: 'quiz', type: 'topic' }] },
      { entities: [{ name: 'quiz', type: 'topic' }] },
    ])
    expect(conceptIds(graph)).toEqual(['quiz', 'quiz-benchmark'])
  })
})

describe('a name with the word for its kind', () => {
  it('is no other name where no mention is written so', () => {
    const entities = [{ name: 'ZQ-Net', aliases: ['ZQ-Net model', 'zq-net'], surfaces: ['ZQ-Net', 'zq-net'] }]
    const graph = graphOf([{ abstract: 'The ZQ-Net model wins, as zq-net does.', entities }])
    expect(node(graph, 'zq-net').properties.aliases).toEqual(['zq-net'])
  })
})

describe('an acronym', () => {
  const expanded = (long: string, short: string) => ({
    abstract: `We use ${long} (${short}) here. Then ${short} wins.`,
    entities: [{ name: short, aliases: [long] }],
  })

  it('is its expansion, with the words of the paper that says so', () => {
    const zrp = expanded('Zonal Relative Pruning', 'ZRP')
    const graph = graphOf([zrp, zrp, { entities: [{ name: 'ZRP' }] }])
    expect(conceptIds(graph)).toEqual(['zrp'])
    expect(node(graph, 'zrp').properties).toMatchObject({
      aliases: ['Zonal Relative Pruning'],
      aliasEvidence: ['paper arxiv:2401.00001: Zonal Relative Pruning (ZRP)'],
      papers: 3,
    })
  })

  it('with two expansions is two things, and alone the more common one', () => {
    const graph = graphOf([
      expanded('Zonal Relative Pruning', 'ZRP'),
      expanded('zonal relative pruning', 'ZRP'),
      expanded('Zero Rate Padding', 'ZRP'),
      { entities: [{ name: 'ZRP' }] },
    ])
    expect(conceptIds(graph)).toEqual(['zrp', 'zrp-zero-rate-padding'])
    expect(node(graph, 'zrp').properties.papers).toBe(3)
  })

  it('alone stays by itself when its expansions draw', () => {
    const graph = graphOf([
      expanded('Zonal Relative Pruning', 'ZRP'),
      expanded('Zero Rate Padding', 'ZRP'),
      { entities: [{ name: 'ZRP' }] },
    ])
    expect(graph.nodes.map((concept) => concept.properties.papers)).toEqual([1, 1, 1])
  })

  it('alone does not join a thing of another kind', () => {
    const graph = graphOf([
      expanded('Zonal Relative Pruning', 'ZRP'),
      expanded('Zonal Relative Pruning', 'ZRP'),
      { entities: [{ name: 'ZRP', type: 'benchmark' }] },
      { entities: [{ name: 'ZRP', type: 'model' }] },
    ])
    expect(conceptIds(graph)).toEqual(['zrp', 'zrp-benchmark'])
  })

  it('is looked up under the words around it', () => {
    const graph = graphOf([
      expanded('Zonal Relative Pruning', 'ZRP'),
      { entities: [{ name: 'the ZRP method' }] },
      { entities: [{ name: 'Zonal Relative Pruning (ZRP) framework' }] },
    ])
    expect(conceptIds(graph)).toHaveLength(1)
  })

  it('of a shorter name does not make the longer one its expansion', () => {
    const graph = graphOf([
      { entities: [{ name: 'deep zonal pruning', aliases: ['ZP'] }] },
      expanded('zonal pruning', 'ZP'),
      expanded('zonal pruning', 'ZP'),
      { entities: [{ name: 'ZP' }] },
    ])
    expect(conceptIds(graph)).toEqual(['deep-zonal-pruning', 'zp'])
    expect(node(graph, 'deep-zonal-pruning').properties.aliases).toEqual([])
    expect(variantsOf(graph)).toEqual(['deep-zonal-pruning of zp'])
  })

  it('joins expansions that leave a word out or slip by a letter', () => {
    const of = (...longs: string[]) => conceptIds(graphOf(longs.map((long) => expanded(long, 'CZNB'))))
    expect(of('Coded Zones from Nearby Banks', 'Coded Zones Nearby Banks measure')).toHaveLength(1)
    expect(of('coded zonal nearby banks', 'coded zonal nearly banks')).toHaveLength(1)
    expect(of('coded zonal nearby banks', 'common zonal nearby banks')).toHaveLength(2)
  })

  it('joins the spellings of its expansion', () => {
    const joined = graphOf([expanded('convolution zonal nets', 'CZN'), expanded('convolutional zonal nets', 'CZN')])
    expect(conceptIds(joined)).toEqual(['czn'])
    const apart = graphOf([
      expanded('tool-aware zonal search', 'TAZS'),
      expanded('tool-augmented zonal search', 'TAZS'),
    ])
    expect(conceptIds(apart)).toHaveLength(2)
  })

  it('is known from the curated table where no paper spells it out', () => {
    const graph = graphOf([
      { entities: [{ name: 'GRPO' }] },
      { entities: [{ name: 'GRPO' }] },
      { entities: [{ name: 'Group Relative Policy Optimization' }] },
    ])
    expect(conceptIds(graph)).toEqual(['grpo'])
    expect(node(graph, 'grpo').properties.aliasEvidence).toEqual([
      'curated line 2: GRPO = Group Relative Policy Optimization (arXiv:2402.03300)',
    ])
  })
})

describe('a variant', () => {
  it.each([
    ['Qwen2.5-7B-Base', 'Qwen2.5', 'model', 'size'],
    ['SQuAD 1.1', 'SQuAD', 'benchmark', 'version'],
    ['YOLOv10', 'YOLO', 'model', 'version'],
    ['SEED-GRPO', 'GRPO', 'method', 'compound'],
    ['ClinicalBERT', 'BERT', 'model', 'compound'],
    ['SemEval-2024 Task 8', 'SemEval-2024', 'benchmark', 'version'],
    ['sparse reward shaping', 'reward shaping', 'topic', 'modifier'],
    ['ZRU cell', 'ZRU', 'method', 'extension'],
    ['Zemini 2.5 Flash TTS', 'Zemini 2.5 Flash', 'model', 'extension'],
    ['ZERT-style encoders', 'ZERT', 'model', 'extension'],
    ['nZCG@10', 'nZCG', 'method', 'version'],
    ['ZemEval 2023 Task7', 'ZemEval 2023', 'benchmark', 'version'],
  ] as const)('%s of %s is another node with an edge', (long, short, type, rule) => {
    const graph = graphOf([{ entities: [{ name: long, type }] }, { entities: [{ name: short, type }] }])
    const [edge] = graph.relationships.filter((relationship) => relationship.type === 'VARIANT_OF')
    expect(conceptIds(graph)).toHaveLength(2)
    expect(edge?.properties).toMatchObject({
      rule,
      paper: 'arxiv:2401.00001',
      surfaces: [long],
      fields: ['abstract'],
      sentence: `We study ${long}.`,
    })
  })

  it('points to the nearest of several', () => {
    const names = ['Qwen2.5-7B-Base', 'Qwen2.5-7B', 'Qwen2.5', 'Qwen']
    const graph = graphOf(names.map((name) => ({ entities: [{ name, type: 'model' }] })))
    expect(variantsOf(graph)).toEqual(['qwen2.5 of qwen', 'qwen2.5-7b of qwen2.5', 'qwen2.5-7b-base of qwen2.5-7b'])
  })

  it('leans on the most used member of a family without a name', () => {
    const graph = graphOf(
      ['MOT15', 'MOT17', 'MOT17', 'Task 1', 'Task 2'].map((name) => ({ entities: [{ name, type: 'benchmark' }] })),
    )
    expect(variantsOf(graph)).toEqual(['mot15 of mot17'])
  })

  it('needs the shorter name as a node, of the same kind', () => {
    const graph = graphOf([
      { entities: [{ name: 'SEED-ZRPO' }] },
      { entities: [{ name: 'MOT17', type: 'benchmark' }] },
      { entities: [{ name: 'MOT', type: 'topic' }] },
    ])
    expect(variantsOf(graph)).toEqual([])
  })
})
