/** What must not be in an answer, each by the sign that it is. */
export interface Secrets {
  /** Words that are in the graph and nowhere else. */
  graph: readonly string[]
  /** Words of files that the server must not give. */
  files: readonly string[]
}

const STACK = /\n? {4}at |node:internal|\.ts:\d+:\d+|\.js:\d+:\d+/
const FOREIGN_LINE = /^(X-Injected|Access-Control-[A-Za-z-]+|Set-Cookie: [^\r]*evil[^\r]*):?/im

/** The canaries that an answer sets off: what an attack on it would have got. */
export function canariesIn(answer: string, { graph, files }: Secrets): string[] {
  const head = answer.split('\r\n\r\n')[0] ?? ''
  const sets: Record<string, boolean> = {
    graph: graph.some((word) => answer.includes(word)),
    file: files.some((word) => answer.includes(word)),
    stack: STACK.test(answer),
    header: FOREIGN_LINE.test(head),
    elsewhere: answer.includes('evil.example'),
    // That what follows is refused as no HTTP is no answer to it.
    smuggled: (answer.match(/HTTP\/1\.1 \d{3} /g) ?? []).slice(1).some((line) => !line.includes(' 400 ')),
  }
  return Object.keys(sets).filter((name) => sets[name])
}
