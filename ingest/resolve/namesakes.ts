/** One paper's use of a name that nobody spells out. */
export interface NameUse {
  paper: number
  introduces: boolean
  /** The paper's first author and year, where known. */
  author: string
  year: number | undefined
}

/** Papers that introduce a name, as a share of all that use it, above which they are believed to introduce different things. */
const LEAST_SHARE = 0.25
const FEW_LETTERS = 3
/** With so many other papers a single one that claims to introduce the name is either the origin or misread. */
const MANY_USERS = 6

/**
 * The papers whose thing only shares its name with the others', each with the number of the paper that first introduced that
 * thing. Two papers that both introduce "Prism" introduce two things, unless their first author is one; a thing that
 * others used years before is not what the paper introduces, and three letters that it does not even spell out hardly ever are. A well-known name stays whole: some role is always misread.
 */
export function namesakes(uses: readonly NameUse[], letters: number): Map<number, number> {
  const apart = new Map<number, number>()
  const introduced = uses.filter((use) => use.introduces)
  if (introduced.length === 0) return apart
  const firsts = new Map<string, number>()
  for (const { paper, author } of introduced) {
    const who = author === '' ? `paper ${paper}` : author
    firsts.set(who, Math.min(firsts.get(who) ?? paper, paper))
  }
  const users = uses.length - introduced.length
  const isShared = firsts.size >= 2 && introduced.length >= LEAST_SHARE * uses.length
  const year = Math.min(...introduced.map((use) => use.year ?? Number.POSITIVE_INFINITY))
  const isOlder = uses.some((use) => !use.introduces && (use.year ?? year) < year - 1)
  const isOther = users < MANY_USERS && firsts.size === 1 && (isOlder || letters <= FEW_LETTERS)
  if (!isShared && !isOther) return apart
  for (const { paper, author } of introduced)
    apart.set(paper, firsts.get(author === '' ? `paper ${paper}` : author) ?? paper)
  return apart
}
