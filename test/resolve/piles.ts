import fc from 'fast-check'
import { ENTITY_TYPES, type Extraction } from '../../ingest/extraction.ts'
import { extraction, type Named, type Paper } from './extractions.ts'

/** Papers that collide in every way: few ids, titles and authors, names that are variants and acronyms of each other. */
const NAMES = [
  ...[
    'GRPO',
    'Group Relative Policy Optimization',
    'group-relative policy optimisation',
    'SEED-GRPO',
    'Qwen2.5',
    'Qwen 2.5-7B',
  ],
  ...[
    'Zonal Relative Pruning',
    'Zero Rate Padding',
    'ZRP',
    'ZRPs',
    'zrp',
    'BERT',
    'ClinicalBERT',
    'SQuAD 1.1',
    'SQuAD',
  ],
  ...[
    'C++',
    'C',
    'the C dataset',
    '🙂',
    '深度 学习',
    'and/or: it',
    'MATH',
    'math',
    'deep zonal pruning',
    'zonal pruning',
    'é',
  ],
]
const LINKS = ['github.com/Ada/Zorp', 'github.com/ada/zorp.git', 'ada.github.io', 'example.org:80/x']

const named: fc.Arbitrary<Named> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      name: fc.constantFrom(...NAMES),
      aliases: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
      type: fc.constantFrom(...ENTITY_TYPES.filter((type) => type !== 'repo')),
      also: fc.uniqueArray(fc.constantFrom(...ENTITY_TYPES), { maxLength: 2 }),
      role: fc.constantFrom('introduces', 'uses'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.constantFrom(...LINKS),
      type: fc.constant('repo' as const),
      role: fc.constantFrom('introduces', 'uses'),
    }),
  },
)

const paper: fc.Arbitrary<Extraction> = fc
  .record({
    id: fc.constantFrom(
      'arxiv:2401.1',
      'arxiv:2401.2',
      'doi:10.1/2',
      'acl:P1',
      'own:1',
      'own:🙂',
      'own:Ａ',
      'title:00',
    ),
    source: fc.constantFrom('a.jsonl', 'b.bib'),
    title: fc.constantFrom(
      'Sorting large graphs with patience',
      'Sorting LARGE graphs: with patience',
      'Patience and what it is for',
      'Short',
    ),
    authors: fc.constantFrom<string[]>([], ['Ada Lovelace'], ['Gödel, Kurt']),
    entities: fc.array(named, { maxLength: 5 }),
    year: fc.constantFrom(2020, 2021),
    words: fc.constantFrom('', ' More words.', ' 1,234.5 more.'),
    benchmark: fc.constantFrom(...NAMES),
  })
  .map(({ words, benchmark, ...record }) => {
    const text = extraction(record).abstract + words
    const place = text.includes('1,234.5') ? '1,234.5' : '2.5'
    const score = { value: place, unit: '%', benchmark, metric: '', system: '', kind: 'absolute', place } as const
    const complete: Paper = { ...record, abstract: text, scores: text.includes(place) ? [score] : [] }
    return extraction(complete)
  })

/** Two versions of one id from one source: order matters between them, so there is only one here. */
export const pile = fc.uniqueArray(paper, { selector: (one) => `${one.id} ${one.source}`, minLength: 1, maxLength: 8 })
