/** A place in a text as people count: the first line and the first column are 1. */
export interface Place {
  line: number
  column: number
}

/** Where the character at `offset` (UTF-16) stands. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|[\r\n]/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

export const describePlace = ({ line, column }: Place): string => `line ${line}, column ${column}`
