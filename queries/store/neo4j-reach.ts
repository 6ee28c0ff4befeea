/**
 * Why nothing useful answers at an address, as one sentence. The driver wraps the one thing that helps ("connect
 * ECONNREFUSED") in three sentences about encryption, or in another error.
 */
export function unreachable(error: unknown, url: string): string {
  const text = wordsOf(error)
  const isEncrypted = /\+s(sc)?:/.test(url)
  if (/Server responded HTTP/.test(text)) {
    return `What answers at ${url} speaks HTTP, not Bolt: give the port of Bolt (7687 unless it was changed).`
  }
  if (/Unknown Bolt protocol version: 0\.0/.test(text)) {
    return `What answers at ${url} speaks no version of Bolt that Neo4j 5.26 or later does: papergraph needs one of these.`
  }
  if (/Unknown Bolt protocol/.test(text)) {
    return `What answers at ${url} is not Neo4j: give the address and the port of Bolt (7687 unless it was changed).`
  }
  if (isEncrypted && /wrong version number|before secure TLS|packet length too long|EPROTO/.test(text)) {
    return `What answers at ${url} does not encrypt: write ${url.replace(/\+s(sc)?:/, ':')} if it should not, or turn TLS on there.`
  }
  if (/SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_|certificate/i.test(text)) {
    return `The certificate of Neo4j at ${url} cannot be trusted (${certificateReason(text)}): write ${url.replace('+s:', '+ssc:')} if it is your own.`
  }
  if (!isEncrypted && /Connection was closed by server/.test(text)) {
    return `What answers at ${url} closes the connection at once: write ${url.replace(':', '+s:')} if it wants encryption, else give the port of Bolt.`
  }
  if (/acquisition timed out/.test(text)) {
    return `Neo4j at ${url} does not answer: check that it runs, that address and port are right, and that encryption is wanted on both sides or on none.`
  }
  return `Neo4j cannot be reached at ${url}: check that it runs and that address and port are right (${reason(text)}).`
}

/** The innermost cause says most. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? wordsOf(error.cause) : error.message
}

const certificateReason = (text: string): string => /responded with: (\w+)/.exec(text)?.[1] ?? reason(text)

function reason(text: string): string {
  const cause = text.split('Caused by: ').at(-1) ?? text
  return (cause.split('\n')[0]?.split('. ')[0] ?? '').replace(/[.\s]+$/, '')
}
