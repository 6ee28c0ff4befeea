/** Made of small Latin letters alone, as most words are: what saves most regular expressions. */
export function isSmall(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 97 || code > 122) return false
  }
  return text !== ''
}
