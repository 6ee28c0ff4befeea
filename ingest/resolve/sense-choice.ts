import type { Contexts } from './contexts.ts'

/** One thing that an acronym may stand for. */
export interface SenseCandidate {
  /** Its set of names. */
  root: number
  /** How much speaks for this meaning before the paper is read, in papers. */
  weight: number
  /** The papers about it, whether they write the acronym or not. */
  papers: readonly number[]
}

interface Scored {
  root: number
  /** Logarithms. */
  prior: number
  evidence: number
  /** How many papers the evidence rests on. */
  of: number
}

interface Profile {
  papers: number
  counts: Map<number, number>
}

/** Papers that a meaning's words are counted over; of more, every n-th. */
const MOST_PAPERS = 200
/** How many papers of the whole corpus are mixed into those of a meaning, so that one paper's words do not weigh too much. */
const SMOOTHING = 8
/** Words of one abstract depend on each other, so their evidence is discounted. */
const DISCOUNT = 0.2
/**
 * The papers that spell a name out are not like all that use it: how far their words may speak against a meaning. Without a
 * bound a meaning that one paper gives, whose words hardly count either way, would win every paper off the beaten track.
 */
const MOST_AGAINST = -2
/** How far the words of a single paper may speak for a meaning; those of several further, with the logarithm of their number. */
const MOST_FOR_ONE = 1.5
/** So many papers tell a meaning's words well enough to set it against another such meaning without a bound. */
const MANY = 5
/** A meaning of so much weight is trusted wherever it fits. */
const WELL_KNOWN = 5
/** How much the best meaning must outweigh the next. */
const MARGIN = 0.05
/** The weight of "something that no paper spells out", by the letters of the acronym: two letters mean anything, five hardly. */
const UNKNOWN = [0, 0, 1.8, 1.2, 0.9]
const UNKNOWN_LONG = 0.1
const UNKNOWN_NUMBERED = 0.02

/** Chooses what an acronym stands for where the paper does not say so: naive Bayes over the words of title and abstract. */
export class SenseChoice {
  private readonly contexts: Contexts
  private readonly unknown: number
  private readonly candidates: readonly SenseCandidate[]
  private readonly profiles: Profile[]

  constructor(contexts: Contexts, candidates: readonly SenseCandidate[], acronym: string) {
    this.contexts = contexts
    this.candidates = candidates
    const letters = acronym.replace(/[^\p{L}\p{N}]/gu, '')
    // VGG16 and T5 are names of one thing each, whatever the length.
    this.unknown = /\d/.test(letters) ? UNKNOWN_NUMBERED : (UNKNOWN[letters.length] ?? UNKNOWN_LONG)
    this.profiles = candidates.map(({ papers }) => profileOf(papers, contexts))
  }

  /**
   * The root that fits a paper best, undefined where none is more likely than something unknown. `trust` scales the weights of
   * meanings that are not well known.
   */
  choose(paper: number, fits: (root: number) => boolean, trust = 1): number | undefined {
    const scored = this.candidates.flatMap(({ root, weight }, index): Scored[] => {
      const profile = this.profiles[index]
      if (profile === undefined || !fits(root)) return []
      const prior = Math.log(weight < WELL_KNOWN ? weight * trust : weight)
      const most = MOST_FOR_ONE + Math.log(Math.max(1, profile.papers))
      return [{ root, prior, evidence: Math.min(most, DISCOUNT * this.evidence(paper, profile)), of: profile.papers }]
    })
    // Meanings with many papers against each other, by all that speaks for and against them; the best of them against the rest.
    const [common, rival] = scored
      .filter(({ of }) => of >= MANY)
      .sort((a, b) => b.prior + b.evidence - a.prior - a.evidence)
    if (common !== undefined && rival !== undefined && !isAhead(common, rival)) return undefined
    const left = scored.filter((one) => one === common || one.of < MANY)
    for (const one of left) one.evidence = Math.max(MOST_AGAINST, one.evidence)
    const [best, second] = left.sort((a, b) => b.prior + b.evidence - a.prior - a.evidence)
    if (best === undefined || (second !== undefined && !isAhead(best, second))) return undefined
    return best.prior + best.evidence > Math.log(this.unknown) ? best.root : undefined
  }

  /** Log odds of the paper's words in this meaning against any paper's. */
  private evidence(paper: number, { papers, counts }: Profile): number {
    let sum = 0
    for (const word of this.contexts.words(paper)) {
      const share = this.contexts.share(word)
      if (share === 0) continue
      sum += Math.log(((counts.get(word) ?? 0) + SMOOTHING * share) / ((papers + SMOOTHING) * share))
    }
    return sum
  }
}

function isAhead(a: Scored, b: Scored): boolean {
  return a.prior + a.evidence - b.prior - b.evidence > MARGIN
}

function profileOf(papers: readonly number[], contexts: Contexts): Profile {
  const sorted = [...papers].sort((a, b) => a - b)
  const step = Math.max(1, sorted.length / MOST_PAPERS)
  const counts = new Map<number, number>()
  let taken = 0
  for (let at = 0; at < sorted.length; at += step) {
    for (const word of contexts.words(sorted[Math.floor(at)] ?? -1)) counts.set(word, (counts.get(word) ?? 0) + 1)
    taken += 1
  }
  return { papers: taken, counts }
}
