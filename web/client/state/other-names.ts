/**
 * The names of a thing beside its first, for a person to read: without those that only put the word for its kind behind another
 * ("ImageNet datasets" beside "ImageNet", "Adam-based methods" beside "Adam").
 */
export function otherNames(name: string, aliases: readonly string[]): string[] {
  const known = new Set([name, ...aliases].map((each) => each.toLowerCase()))
  return aliases.filter((alias) => {
    if (alias === name) return false
    const [, shorter] = /^(.+?)(?:-(?:based|driven))? \p{Ll}+$/u.exec(alias) ?? []
    return shorter === undefined || !known.has(shorter.toLowerCase())
  })
}
