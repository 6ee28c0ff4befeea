import fc from 'fast-check'

/** Pieces that abstracts, other languages, markup and damaged files are made of, and names that trip JavaScript up. */
const PIECES = [
  ...[
    'BERT',
    'GPT-3.5',
    'GPT-4o-mini',
    'Llama 3.1 8B',
    'Qwen2.5-7B/14B',
    'CIFAR-10/100',
    'C++',
    'A*',
    'AIME 2024 and 2025',
  ],
  ...[
    'Graph Neural Networks (GNNs)',
    '(GNN)',
    'GRPO (Group Relative Policy Optimization)',
    'WaveFormer: A Study',
    'R&D',
  ],
  ...[
    'we propose',
    'called',
    'of',
    'the',
    'on ImageNet',
    'accuracy',
    '84.2%',
    '84.2',
    'by 3.1 points',
    'from 12 to 15 BLEU',
  ],
  ...['12.1 and 15.3 on A and B', '2x', '1,000', '10^-3', '±0.5', 'outperforms', 'GSM8K', 'F1', 'and', 'deep learning'],
  ...[
    '\\alpha',
    '$\\alpha$-RL',
    '$x_{i}$',
    '$',
    '\\textbf{GPT-4}',
    '\\emph{',
    '}',
    '\\url{http://x.org}',
    '\\href{a}{b}',
    '\\%',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#39;',
    '&amp;lt;',
    '&#x110000;',
    '&',
    '<i>',
    '</i>',
    '<sub>2</sub>',
    '<',
    '>',
    'a<b',
    '<!--',
    '<script>',
  ],
  ...['**BERT**', '`code`', '[x](https://a.io)', '# ', '- ', '| a | b |', '```', '~~x~~', '![', ']('],
  ...[
    'https://',
    'https://github.com/',
    'https://github.com/a/b',
    'github.com/a/b',
    'https: //a.io/b',
    'www.',
    '://',
    'doi.org/10.1/x',
  ],
  ...['😀', '👩‍👩‍👧', '🇩🇪', 'e\u0301', '\u0301', 'İ', 'ß', 'ﬁ', 'Ⅷ', '𝒜𝓁', '①', 'º', '\u{1F9EC}', '\u{e0100}'],
  ...['我们提出', '我们提出了BERT。', 'モデル', '모델을', 'نموذج', 'מודל', 'модель', 'μοντέλο', 'รุ่น', 'नमूना'],
  ...[
    '\ud800',
    '\udc00',
    '\ud83d',
    '\u202e',
    '\u200b',
    '\u0000',
    '\u0007',
    '\ufeff',
    '\u2028',
    '\u00a0',
    '\ufffd',
    '\uffff',
    '\n\n',
    '\t',
  ],
  ...[
    '(',
    ')',
    '((',
    '))',
    '([{',
    '}])',
    '"',
    '“',
    '”',
    '‘',
    '’',
    "'s",
    '.',
    '...',
    '…',
    ',',
    ';',
    ':',
    '-',
    '–',
    '—',
    '/',
    '_',
    '+',
    '*',
  ],
  ...['rn0del', 'ex- ample', 'm o d e l', 'tlie', 'l0ss', '|||', '....', '!!!', '???'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'undefined', 'null', 'NaN', '-0', '1e999'],
]

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
)
const glue = fc.constantFrom(' ', ' ', '', '. ', ', ')

function textOf(parts: fc.Arbitrary<string[]>): fc.Arbitrary<string> {
  return fc.tuple(parts, glue).map(([all, between]) => all.join(between))
}

/** A text of some pieces, in any order. */
export const shortText: fc.Arbitrary<string> = textOf(fc.array(piece, { maxLength: 40 }))

/** A text of one or two pieces, many times in a row. */
export const repeatedText: fc.Arbitrary<string> = fc
  .tuple(textOf(fc.array(piece, { minLength: 1, maxLength: 2 })), fc.integer({ min: 2, max: 120 }))
  .map(([unit, times]) => unit.repeat(times))

/** Fifty thousand characters made of a text of pieces. */
export const longText: fc.Arbitrary<string> = textOf(fc.array(piece, { minLength: 1, maxLength: 60 })).map((unit) =>
  unit
    .padEnd(1, 'x')
    .repeat(Math.ceil(50_000 / Math.max(1, unit.length)))
    .slice(0, 50_000),
)
