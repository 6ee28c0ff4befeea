import { readFileSync } from 'node:fs'
import { PapergraphError } from '../errors.ts'
import { isLoopback } from '../web/server/hosts.ts'
import { readEnvironment } from './environment.ts'

const SHORTEST = 16

/** The token that requests must carry, from a file or the environment; anything but loopback must have one. */
export function readToken(host: string, tokenFile: string | undefined): string | undefined {
  const token = tokenFile === undefined ? readEnvironment().token : fromFile(tokenFile)
  if (token === undefined && !isLoopback(host))
    throw new PapergraphError(
      'usage',
      `Listening on ${host} opens the graph to other machines: set PAPERGRAPH_TOKEN or --token-file first, or leave --host out.`,
    )
  if (token !== undefined && token.length < SHORTEST)
    throw new PapergraphError('usage', `The token is too short to be safe: use at least ${SHORTEST} characters.`)
  return token
}

function fromFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PapergraphError('usage', `The token file ${path} cannot be read (${reason}).`, { cause })
  }
}
