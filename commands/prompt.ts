import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Asks on the terminal for something that must not be seen while it is typed. */
export function promptHidden(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  return new Promise((answer) => {
    lines.once('line', (line) => {
      lines.close()
      process.stderr.write('\n')
      answer(line)
    })
    lines.once('SIGINT', () => process.exit(130))
  })
}
