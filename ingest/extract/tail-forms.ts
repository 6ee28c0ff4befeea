import type { EntityType, Field, Mention } from '../extraction.ts'

/** Words for what a thing is: behind a name they add nothing to it ("TransE model", "CNN-based models"). */
const KINDS =
  'algorithm|algorithms|approach|approaches|architecture|architectures|framework|frameworks|mechanism|mechanisms|method|methods|model|models|' +
  'network|networks|system|systems|technique|techniques'
const DATA_KINDS = 'benchmark|benchmarks|corpus|dataset|datasets|data set|environment|environments|suite'
/** Who builds on a method uses it. Not so with models: what is BERT-based is not BERT. */
const BASIS = '(?:-(?:based|driven) (?:architecture|model|network)s?)'
const ATTENTION_PARTS = 'layer|layers|mechanism|mechanisms|module|modules|block|blocks'

const TAILS: Readonly<Record<'method' | 'model' | 'benchmark', RegExp>> = {
  method: new RegExp(`^(?: (?:${KINDS}|layer|layers)|${BASIS})(?![\\p{L}\\p{N}-])`, 'u'),
  model: new RegExp(`^ (?:${KINDS})(?![\\p{L}\\p{N}-])`, 'u'),
  benchmark: new RegExp(`^ (?:${DATA_KINDS})(?![\\p{L}\\p{N}-])`, 'u'),
}
const AFTER_ATTENTION = new RegExp(`^ (?:${ATTENTION_PARTS})(?![\\p{L}\\p{N}-])`, 'u')
/** The longest tail, with the letter behind it. */
const LONGEST_TAIL = 24

/**
 * The names with the word for their kind behind them, as a paper writes it. Only of names that letters tell from words: a "reward
 * model" is no reward.
 */
export function tailForms(
  text: Readonly<Record<Field, string>>,
  type: EntityType,
  mentions: readonly Mention[],
): string[] {
  if (type !== 'method' && type !== 'model' && type !== 'benchmark') return []
  const forms = new Set<string>()
  for (const { field, start, end, surface } of mentions) {
    const before = text[field].slice(Math.max(0, start - 2), start)
    const tail = /attention$/i.test(surface) ? AFTER_ATTENTION : isName(surface, before) ? TAILS[type] : undefined
    const found = tail?.exec(text[field].slice(end, end + LONGEST_TAIL))
    if (found) forms.add(text[field].slice(start, end + found[0].length))
  }
  return [...forms]
}

/** A capital or digit inside, or a capital where no sentence begins. */
function isName(surface: string, before: string): boolean {
  return /.[\p{Lu}\d]/u.test(surface) || (/^\p{Lu}/u.test(surface) && /[\p{Ll}\p{N},)] $/u.test(before))
}
