import { CommanderError } from 'commander'
import { PapergraphError } from '../errors.ts'
import { buildProgram } from './program.ts'

/**
 * Runs one command line. Returns the exit status: 0 done, 1 something in it failed (one sentence on stderr), 2 the
 * call's words are off. The only place that turns an error into words.
 */
export async function runCli(argv: string[]): Promise<number> {
  endQuietlyOnClosedPipe()
  try {
    await buildProgram().parseAsync(argv)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    process.stderr.write(`papergraph: ${sentence(error)}\n`)
    return error instanceof PapergraphError && error.code === 'usage' ? 2 : 1
  }
}

function sentence(error: unknown): string {
  if (error instanceof PapergraphError && error.code !== 'internal') return error.message
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return 'The disk is full; make room and run the same command again, nothing that was there is lost.'
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `something went wrong inside papergraph; please report this:\n${trace}`
}

/** `papergraph … | head` closes our stdout: that is no error, and there is nobody left to tell. */
function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
}
