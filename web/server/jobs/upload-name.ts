const LONGEST = 200

/**
 * What an uploaded file is called, from what the client says: the last part of anything that looks like a path, without
 * control and direction characters. It is shown and kept as the papers' source; no file is ever opened by it.
 */
export function uploadName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim()
  return [...name].slice(0, LONGEST).join('') || 'upload'
}
