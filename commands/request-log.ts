import { createWriteStream, openSync } from 'node:fs'
import { PapergraphError } from '../errors.ts'
import { jsonEntry, type Log, logFailures } from '../web/server/log.ts'
import { say } from './output.ts'

const MOST_WAITING_BYTES = 1024 * 1024

/**
 * The log that `--log` asks for: a line of JSON for each request, added to a file or ("-") written to standard error. Without
 * the option, only failures are told, in words. Throws `usage` when the file cannot be opened; a disk that is full later
 * costs lines of the log and not the server.
 */
export function requestLog(target: string | undefined): Log {
  if (target === undefined) return logFailures
  if (target === '-') return (entry) => process.stderr.write(`${jsonEntry(entry)}\n`)
  const file = createWriteStream(target, { fd: opened(target), autoClose: false })
  let isBroken = false
  file.on('error', (error) => {
    isBroken = true
    say(`papergraph: the log ${target} cannot be written any more (${error.message}).`)
  })
  return (entry) => {
    logFailures(entry)
    // A disk that is slower than the requests must not fill the memory.
    if (!isBroken && file.writableLength < MOST_WAITING_BYTES) file.write(`${jsonEntry(entry)}\n`)
  }
}

function opened(path: string): number {
  try {
    // It says who asked for what: for the owner's eyes.
    return openSync(path, 'a', 0o600)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PapergraphError('usage', `The log ${path} cannot be opened (${reason}): give --log another file.`, {
      cause,
    })
  }
}
