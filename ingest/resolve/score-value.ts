/** The number that a score's text writes ("84.2", "−1.3", "1,234.5", "84,2"); undefined when it is none. */
export function readScoreValue(text: string): number | undefined {
  let plain = text
    .trim()
    .replace(/[\u2212\u2010-\u2015]/g, '-')
    .replace(/^\+/, '')
    .replace(/\s*%$/, '')
    .replace(/[\s_]/g, '')
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(',', '')
  else if (/^-?\d+,\d+$/.test(plain)) plain = plain.replace(',', '.')
  if (!/^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}
