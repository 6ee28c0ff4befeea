/** One spelling for words that English writes in several ways: number (networks, network) and country (optimisation, optimization). */

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['analyses', 'analysis'],
  ['axes', 'axis'],
  ['biases', 'bias'],
  ['corpora', 'corpus'],
  ['criteria', 'criterion'],
  ['hypotheses', 'hypothesis'],
  ['indices', 'index'],
  ['matrices', 'matrix'],
  ['parentheses', 'parenthesis'],
  ['phenomena', 'phenomenon'],
  ['syntheses', 'synthesis'],
  ['taxonomies', 'taxonomy'],
  ['vertices', 'vertex'],
  ['critics', 'critic'],
  ['heuristics', 'heuristic'],
  ['logics', 'logic'],
  ['metrics', 'metric'],
  ['topics', 'topic'],
])

// Ends in "s" and is no plural.
const SINGULAR = /(ss|us|is|ics|ias)$|^(atlas|canvas|gas|lens|news|series|species|chaos|pros|cons)$/

/** `word` in lower case with its plural ending removed. "DARTS" keeps its S (a capital is part of the name), "GANs" does not. */
export function singular(word: string): string {
  const lower = word.toLowerCase()
  if (!word.endsWith('s') && !IRREGULAR.has(lower)) return lower
  const known = IRREGULAR.get(lower)
  if (known !== undefined) return known
  if (/[\p{Lu}\d]s$/u.test(word)) return word.length > 2 ? lower.slice(0, -1) : lower
  if (lower.length < 4 || SINGULAR.test(lower)) return lower
  if (/[^aeiou]ies$/.test(lower) && lower.length > 4) return `${lower.slice(0, -3)}y`
  if (/(sses|ches|shes|xes|zzes)$/.test(lower)) return lower.slice(0, -2)
  return lower.slice(0, -1)
}

// The verbs in -ise that name what our papers do; "noise", "precise" and "supervise" must stay.
const ISE =
  /^((?:re|un|de|pre|non)?(?:anonym|categor|character|contextual|crystall|custom|digit|discret|emphas|equal|factor|formal|fraction|general|global|harmon|hypothes|initial|linear|local|maxim|memor|minim|modern|modular|national|neutral|normal|optim|organ|parallel|parametr|parameter|penal|personal|polar|prior|quant|random|real|recogn|regular|revolution|sanit|serial|social|special|stabil|standard|structural|styl|summar|symbol|synchron|synthes|token|util|vector|verbal|visual))is(e|ed|es|er|ers|ing|able)$/
const OUR = /^(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|tum|vap|arm)our/
const DOUBLE_L = /^(model|label|signal|travel|cancel|level|channel|tunnel|fuel|dial|panel|pixel)l(ed|ing|er|ers|able)$/

const WORDS: ReadonlyMap<string, string> = new Map([
  ['analyse', 'analyze'],
  ['analysed', 'analyzed'],
  ['analyser', 'analyzer'],
  ['analysing', 'analyzing'],
  ['artefact', 'artifact'],
  ['catalogue', 'catalog'],
  ['centre', 'center'],
  ['centred', 'centered'],
  ['defence', 'defense'],
  ['dialogue', 'dialog'],
  ['fibre', 'fiber'],
  ['grey', 'gray'],
  ['greyscale', 'grayscale'],
  ['judgement', 'judgment'],
  ['licence', 'license'],
  ['manoeuvre', 'maneuver'],
  ['offence', 'offense'],
  ['programme', 'program'],
  ['sceptic', 'skeptic'],
])

/** A lower-case word in American spelling. */
export function american(word: string): string {
  if (word.length < 4) return word
  const known = WORDS.get(word)
  if (known !== undefined) return known
  return word
    .replace(/isation(al)?$/, 'ization$1')
    .replace(ISE, '$1iz$2')
    .replace(OUR, '$1or')
    .replace(DOUBLE_L, '$1$2')
}

const DERIVATION = /(izations?|ational|ations?|ional|ions?|izing|izer|ized|ize|ative|ive|ing|ers?|ed|al|ic|e)$/

/** The stem that "behavioral" shares with "behaviour" and "convolution" with "convolutional". Coarse: only for expansions of one acronym. */
export function wordStem(word: string): string {
  let stem = american(singular(word))
  for (let shorter = stem.replace(DERIVATION, ''); shorter !== stem && shorter.length >= 4; ) {
    stem = shorter
    shorter = stem.replace(DERIVATION, '')
  }
  return stem
}

/** "conditional" and "condition" as one; only words so long that what is left is a word. */
export function wordWithoutAl(word: string): string {
  const stem = american(singular(word))
  return stem.length >= 8 ? stem.replace(/(ion|in|or|ext)(u?al)$/, '$1') : stem
}

/** Whether one letter put in, left out or exchanged makes one word of the other. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from += 1
  const rest = short.length === long.length ? short.slice(from + 1) : short.slice(from)
  return long.slice(from + 1) === rest
}

/** Whether two lower-case words begin alike and end in what may be two endings: "recognition" and "recognizer". */
export function isSameRoot(a: string, b: string): boolean {
  if (a === b) return true
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  return same >= 5 && same >= 0.6 * Math.min(a.length, b.length) && Math.max(a.length, b.length) - same <= 5
}
