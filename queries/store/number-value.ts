/**
 * Numbers as an answer may hold them: JSON has neither integers past 2^53 nor NaN and the infinities, so those are told as
 * strings, digit for digit, on both stores alike.
 */
export function numberValue(value: number | bigint): number | string {
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : value.toString()
  }
  return Number.isFinite(value) ? value : String(value)
}

/** A date or time as text without the zeros that end a fraction ("12:00:00.500000000" and "12:00:00.5" are one). */
export function temporalText(text: string): string {
  return text.replace(/\.(\d*?)0+(?!\d)/, (_match, digits: string) => (digits === '' ? '' : `.${digits}`))
}

/** Bytes as base64. */
export function bytesText(bytes: Uint8Array | Int8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
