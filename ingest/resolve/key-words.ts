/** Fields that names are made of, spelled out or not; no other reading of these letters occurs inside a longer name. */
const FIELDS: readonly [long: string, short: string][] = [
  ['artificialintelligence', 'ai'],
  ['reinforcementlearning', 'rl'],
  ['largelanguagemodel', 'llm'],
]

/** A key with the fields in it by their letters: "deep RL" is "deep reinforcement learning". */
export function shortFields(key: string): string {
  return FIELDS.reduce((short, [long, letters]) => short.replace(long, letters), key)
}

/** The words of a name with years in two digits: "AIME 2024" is "AIME24", "WMT'19" is "WMT 2019". */
export function shortYears(words: string[]): string[] {
  const name = /^(?=.*\p{Lu}.*\p{Lu})(\p{L}+)?(20([012]\d))?$/u
  return words.map((word, index) => {
    const before = words[index - 1] ?? ''
    if (/^20[012]\d$/.test(word) && name.test(before)) return word.slice(2)
    return word.replace(/^(?=.*\p{Lu}.*\p{Lu})(\p{L}+)20([012]\d)$/u, '$1$2')
  })
}
