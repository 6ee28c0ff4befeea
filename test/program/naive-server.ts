import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'

/**
 * A server as nobody should write it: it looks at no host, origin, token or length, opens any file, shows its stack, says
 * back what it is told and takes what follows a chunk of size nothing for the next request. Hostile requests must get through.
 */
export function naiveServer(folder: string, graph: string): Promise<{ server: Server; port: number }> {
  const answerTo = (head: string): string => {
    const target = /^[A-Z]+ (\S+)/.exec(head)?.[1] ?? '/'
    const forwarded = /^X-Forwarded-Host: (.*)$/im.exec(head)?.[1] ?? 'localhost'
    const origin = /^Origin: (.*)$/im.exec(head)?.[1]
    const headers = ['HTTP/1.1 200 OK', `X-Asked: ${lenient(target)}`]
    if (origin !== undefined) headers.push(`Access-Control-Allow-Origin: ${origin}`)
    return `${headers.join('\r\n')}\r\n\r\n<a href="http://${forwarded}/">${bodyFor(target)}</a>\r\n`
  }
  const bodyFor = (target: string): string => {
    if (target.includes('/api/')) return graph
    try {
      return readFileSync(join(folder, lenient(target)), 'utf8')
    } catch (error) {
      return error instanceof Error ? String(error.stack) : ''
    }
  }
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    let text = ''
    socket.setEncoding('latin1').on('data', (data) => {
      text += data
    })
    setTimeout(() => {
      const requests = text.split(/(?=^(?:GET|POST|HEAD|OPTIONS|DELETE|PUT|TRACE) \S+ HTTP)/m)
      socket.end(requests.map(answerTo).join(''), 'latin1')
    }, 50)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : 0 })
    })
  })
}

function lenient(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
