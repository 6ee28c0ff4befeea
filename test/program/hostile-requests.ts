import { gzipSync } from 'node:zlib'
import {
  bare,
  CYPHER,
  get,
  HOST,
  type HostileRequest,
  lines,
  mayRead,
  post,
  postBare,
  raw,
  upload,
} from './hostile-request.ts'

/**
 * Hostile HTTP requests, by what they try. Each is sent to a running server without a token and to one with a token:
 * `[status without, status with]`.
 */

const NOT_OURS = [421, 421] as const
const MISSHAPEN = [400, 400] as const
const FOREIGN = [403, 403] as const
const NOTHING = [404, 404] as const
/** Refused for its content, or unheard where a token is missing. */
const OFF = [400, 401] as const
const LONG = 'x'.repeat(70_000)
const SMUGGLED = `GET /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n`
const EVIL = 'Origin: https://evil.example'
const JSON_TYPE = 'Content-Type: application/json'
const FILE_TYPE = 'Content-Type: application/octet-stream'
const bomb = gzipSync(Buffer.alloc(20_000_000, ' ')).toString('latin1')
const chunked = (body: string): string => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`

export const HOSTILE_REQUESTS: Readonly<Record<string, Readonly<Record<string, HostileRequest>>>> = {
  'a name of a page elsewhere that points here (DNS rebinding)': {
    'a foreign host': bare('/api/status', NOT_OURS, 'Host: evil.example'),
    'a foreign host with our port': bare('/api/status', NOT_OURS, 'Host: evil.example:{port}'),
    'a name that ends like ours': bare('/api/status', NOT_OURS, 'Host: localhost.evil.example'),
    'a name that begins like ours': bare('/api/status', NOT_OURS, 'Host: evil-localhost'),
    'a name that means 127.0.0.1': bare('/api/status', NOT_OURS, 'Host: 127.0.0.1.nip.io:{port}'),
    'our name as a user': bare('/api/status', MISSHAPEN, 'Host: localhost@evil.example'),
    'our name behind a comma': bare('/api/status', MISSHAPEN, 'Host: evil.example, localhost'),
    'a foreign host behind ours': get('/api/status', NOT_OURS, 'Host: evil.example'),
    'ours behind a foreign host': bare('/api/status', NOT_OURS, 'Host: evil.example', HOST),
    'a foreign host in the request line': get('http://evil.example/api/status', NOT_OURS),
    'our host in the request line alone': bare('http://localhost/api/status', NOT_OURS, 'Host: evil.example'),
    'an empty host': bare('/api/status', MISSHAPEN, 'Host: '),
    'no host': bare('/api/status', MISSHAPEN),
    'another machine’s address': bare('/api/status', NOT_OURS, 'Host: 192.0.2.1:{port}'),
    'all addresses': bare('/api/status', NOT_OURS, 'Host: 0.0.0.0:{port}'),
    'our address as one number': bare('/api/status', NOT_OURS, 'Host: 2130706433'),
    'our address in octal': bare('/api/status', NOT_OURS, 'Host: 0177.0.0.1'),
    'another IPv6 address': bare('/api/status', NOT_OURS, 'Host: [::2]:{port}'),
    'a full stop of another script': bare('/api/status', MISSHAPEN, 'Host: 127\u00b70\u00b70\u00b71'),
    'a foreign host, with the token': bare(
      '/api/status',
      NOT_OURS,
      'Host: evil.example',
      'Authorization: Bearer {token}',
    ),
    'a foreign host for the page': bare('/', NOT_OURS, 'Host: evil.example'),
    'a foreign host for the metrics': bare('/metrics', NOT_OURS, 'Host: evil.example'),
  },

  'a page elsewhere that makes a browser ask (CSRF)': {
    'a script that asks': get('/api/map', FOREIGN, EVIL),
    'a picture whose address is ours': get(
      '/api/map',
      FOREIGN,
      'Sec-Fetch-Site: cross-site',
      'Sec-Fetch-Mode: no-cors',
    ),
    'a page of the same site': get('/api/map', FOREIGN, 'Sec-Fetch-Site: same-site'),
    'a frame without an origin': get('/api/map', FOREIGN, 'Origin: null'),
    'a page of another port': get('/api/map', FOREIGN, 'Origin: http://localhost:1'),
    'a page of our other name': get('/api/map', FOREIGN, 'Origin: http://127.0.0.1:{port}'),
    'a page with our name as its beginning': get('/api/map', FOREIGN, 'Origin: http://localhost:{port}.evil.example'),
    'two origins': get('/api/map', FOREIGN, 'Origin: http://localhost:{port}', EVIL),
    'a script that posts': post(CYPHER, FOREIGN, EVIL),
    'a form that posts JSON as text': postBare(
      CYPHER,
      FOREIGN,
      EVIL,
      'Content-Type: text/plain',
      `Content-Length: ${CYPHER.length}`,
    ),
    'an old browser’s form of text': postBare(
      CYPHER,
      [415, 401],
      'Content-Type: text/plain',
      `Content-Length: ${CYPHER.length}`,
    ),
    'an old browser’s form': postBare(
      'text=RETURN+1',
      [415, 401],
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 13',
    ),
    'a form with files': postBare(
      '--x--',
      [415, 401],
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 5',
    ),
    'a type that holds JSON’s': postBare(
      CYPHER,
      [415, 401],
      'Content-Type: text/plain; application/json',
      `Content-Length: ${CYPHER.length}`,
    ),
    'a body without a type': postBare(CYPHER, [415, 401], `Content-Length: ${CYPHER.length}`),
    'a question beforehand (CORS)': lines(
      [
        'OPTIONS /api/cypher HTTP/1.1',
        HOST,
        EVIL,
        'Access-Control-Request-Method: POST',
        'Access-Control-Request-Headers: content-type',
      ],
      FOREIGN,
    ),
    'such a question without an origin': lines(
      ['OPTIONS /api/cypher HTTP/1.1', HOST, 'Access-Control-Request-Method: POST'],
      [405, 401],
    ),
    'a web socket': get(
      '/api/map',
      FOREIGN,
      'Upgrade: websocket',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      EVIL,
    ),
    'the metrics': get('/metrics', FOREIGN, EVIL),
    'the token’s holder sent here': get('/api/map', FOREIGN, EVIL, 'Authorization: Bearer {token}'),
  },

  'a file that is not the view’s (path traversal)': {
    'two dots': get('/../../../../../../../../../..{file}', NOTHING),
    'the program': get('/../cli.js', NOTHING),
    'encoded dots': get('/%2e%2e/%2e%2e/package.json', NOTHING),
    'encoded slashes': get('/..%2f..%2fpackage.json', NOTHING),
    'all encoded': get('/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json', NOTHING),
    'encoded twice': get('/%252e%252e/%252e%252e/package.json', NOTHING),
    backslashes: get('/..%5c..%5cpackage.json', NOTHING),
    'dots that remain when some are taken out': get('/....//....//package.json', NOTHING),
    'a path parameter': get('/..;/..;/package.json', NOTHING),
    'long forms of UTF-8': get('/%c0%ae%c0%ae/%c0%ae%c0%ae/package.json', NOTHING),
    'wide dots': get('/%ef%bc%8e%ef%bc%8e/package.json', NOTHING),
    'percent and u': get('/%u002e%u002e/package.json', NOTHING),
    'an absolute path': get('/{file}', NOTHING),
    'a whole path behind assets': get('/assets/{file}', NOTHING),
    'a null byte before the ending': get('{file}%00.js', NOTHING),
    'a file address': get('file://{file}', MISSHAPEN),
    'a hidden folder': get('/.git/config', NOTHING),
    'a drive': get('/C:/Windows/win.ini', NOTHING),
    'a folder': get('/assets/', NOTHING),
    'a range of another file': get('/../../package.json', NOTHING, 'Range: bytes=0-99'),
    'a header that says which file': get('/nothing', NOTHING, 'X-Sendfile: {file}', 'X-Accel-Redirect: {file}'),
  },

  'more than anyone needs': {
    'a long address': get(`/api/search?q=${LONG}`, [431, 431]),
    'a long header': get('/api/status', [431, 431], `X-Long: ${LONG}`),
    'a long cookie': get('/api/status', [431, 431], `Cookie: a=${LONG}`),
    'many headers': get('/api/status', [431, 431], ...Array.from({ length: 20_000 }, (_, at) => `X${at}: yy`)),
    'a long host': bare('/api/status', NOT_OURS, `Host: ${'x'.repeat(20_000)}`),
    'many parameters': get(`/api/search?${'q=x&'.repeat(12_000)}`, OFF),
    'many names of parameters': get(
      `/api/query/counts?${Array.from({ length: 9_000 }, (_, at) => `p${at}`).join('&')}`,
      OFF,
    ),
    'a body that says that it is large': postBare('', [413, 401], JSON_TYPE, 'Content-Length: 999999999'),
    'a large body in chunks': postBare(
      chunked(' '.repeat(400_000)),
      [413, 401],
      JSON_TYPE,
      'Transfer-Encoding: chunked',
    ),
    'a body that is nested deeply': post(
      `{"text":"RETURN 1","parameters":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
      OFF,
    ),
    'a long query': post(`{"text":"RETURN ${'1+'.repeat(60_000)}1 AS x"}`, OFF),
    'a deep query': post(`{"text":"RETURN ${'('.repeat(3_000)}1${')'.repeat(3_000)} AS x"}`, [403, 401]),
    'a number of rows': post('{"text":"RETURN 1 AS x","maxRows":1e300}', OFF),
    'a search for a book': get(`/api/search?q=${'a'.repeat(5_000)}`, OFF),
    'neighbours from afar': get('/api/neighbours?id=a&offset=9999999999999999', OFF),
  },

  'no HTTP, or hardly': {
    'no path': bare('api/status', MISSHAPEN, HOST),
    'an unknown method': lines(['BREW / HTTP/1.1', HOST], MISSHAPEN),
    'a method in small letters': lines(['get /api/status HTTP/1.1', HOST], MISSHAPEN),
    TRACE: lines(['TRACE /api/status HTTP/1.1', HOST, 'Cookie: secret=1'], [405, 401]),
    CONNECT: lines(['CONNECT evil.example:80 HTTP/1.1', HOST], ['none', 'none']),
    'OPTIONS of everything': lines(['OPTIONS * HTTP/1.1', HOST], MISSHAPEN),
    'the preface of HTTP/2': raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', MISSHAPEN),
    'a change to HTTP/2': mayRead(
      get('/api/status', [200, 401], 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA'),
    ),
    'HTTP/0.9': raw('GET /api/status\r\n\r\n', MISSHAPEN),
    'HTTP/9.9': lines(['GET /api/status HTTP/9.9', HOST], MISSHAPEN),
    'an old protocol without a host': raw('GET /api/status HTTP/1.0\r\n\r\n', MISSHAPEN),
    TLS: raw('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', MISSHAPEN),
    'line ends without returns': raw('GET /api/status HTTP/1.1\nHost: localhost\n\n', MISSHAPEN),
    'a header without a colon': get('/api/status', MISSHAPEN, 'X-Nothing'),
    'a space before the colon': get('/api/status', MISSHAPEN, 'X-Space : 1'),
    'a null byte in a header': get('/api/status', MISSHAPEN, 'X-Null: a\0b'),
    'a return within a header': get('/api/status', MISSHAPEN, 'X-Return: a\rX-Injected: 1'),
    'a null byte in the address': get('/api/sta\0tus', MISSHAPEN),
    'a space in the address': get('/api/status HTTP/1.1 x', MISSHAPEN),
    'a folded header': get('/api/status', MISSHAPEN, 'X-Fold: a', ' b'),
    'a mail server’s greeting': raw('EHLO evil.example\r\nMAIL FROM:<a@evil.example>\r\n\r\n', MISSHAPEN),
  },

  'a request within a request (smuggling)': {
    'a length, then chunks': postBare(
      `0\r\n\r\n${SMUGGLED}`,
      MISSHAPEN,
      JSON_TYPE,
      'Content-Length: 60',
      'Transfer-Encoding: chunked',
    ),
    'chunks, then a length': postBare(
      chunked(SMUGGLED),
      MISSHAPEN,
      JSON_TYPE,
      'Transfer-Encoding: chunked',
      'Content-Length: 4',
    ),
    'two lengths': postBare(`{}${SMUGGLED}`, MISSHAPEN, JSON_TYPE, 'Content-Length: 2', 'Content-Length: 60'),
    'two lengths that agree': postBare('{}', MISSHAPEN, JSON_TYPE, 'Content-Length: 2', 'Content-Length: 2'),
    'two lengths in one': postBare('{}', MISSHAPEN, JSON_TYPE, 'Content-Length: 2, 2'),
    'a length with a plus': postBare('{}', MISSHAPEN, JSON_TYPE, 'Content-Length: +2'),
    'a length below nothing': postBare('{}', MISSHAPEN, JSON_TYPE, 'Content-Length: -1'),
    'a length in hexadecimal': postBare('{}', MISSHAPEN, JSON_TYPE, 'Content-Length: 0x2'),
    'a length beyond all numbers': postBare('{}', MISSHAPEN, JSON_TYPE, 'Content-Length: 99999999999999999999999'),
    'chunks by another name': postBare(
      chunked(SMUGGLED),
      MISSHAPEN,
      JSON_TYPE,
      'Transfer-Encoding: xchunked',
      'Content-Length: 4',
    ),
    'chunks that are not last': postBare(
      chunked(SMUGGLED),
      MISSHAPEN,
      JSON_TYPE,
      'Transfer-Encoding: chunked, identity',
    ),
    'chunks twice': postBare(
      chunked('{}'),
      MISSHAPEN,
      JSON_TYPE,
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: identity',
    ),
    'chunks behind a space': postBare(
      chunked(SMUGGLED),
      MISSHAPEN,
      JSON_TYPE,
      'Transfer-Encoding : chunked',
      'Content-Length: 4',
    ),
    'chunks on a folded line': postBare(
      chunked(SMUGGLED),
      MISSHAPEN,
      JSON_TYPE,
      'X: y',
      ' Transfer-Encoding: chunked',
      'Content-Length: 4',
      'Content-Length: 5',
    ),
    'a chunk’s size that is none': postBare('G\r\n{}\r\n0\r\n\r\n', MISSHAPEN, JSON_TYPE, 'Transfer-Encoding: chunked'),
    'a chunk’s size below nothing': postBare(
      '-1\r\n{}\r\n0\r\n\r\n',
      MISSHAPEN,
      JSON_TYPE,
      'Transfer-Encoding: chunked',
    ),
    'a chunk’s size beyond all numbers': postBare(
      'FFFFFFFFFFFFFFFFF\r\n{}\r\n',
      MISSHAPEN,
      JSON_TYPE,
      'Transfer-Encoding: chunked',
    ),
    'a chunk’s size in C': postBare('0x2\r\n{}\r\n0\r\n\r\n', MISSHAPEN, JSON_TYPE, 'Transfer-Encoding: chunked'),
    'chunks with bare line ends': postBare('2\n{}\n0\n\n', MISSHAPEN, JSON_TYPE, 'Transfer-Encoding: chunked'),
    'a chunk that is longer than it says': postBare(
      `2\r\n{}${SMUGGLED}\r\n0\r\n\r\n`,
      OFF,
      JSON_TYPE,
      'Transfer-Encoding: chunked',
    ),
    'a request behind a request that closes': raw(
      `GET /nothing HTTP/1.1\r\n${HOST}\r\nConnection: close\r\n\r\n${SMUGGLED}`,
      MISSHAPEN,
    ),
  },

  'names that every object has (prototype pollution)': {
    'in a body': post('{"text":"RETURN 1 AS x","__proto__":{"maxRows":1}}', OFF),
    'in the parameters of a query': post(
      '{"text":"RETURN $a AS x","parameters":{"a":{"__proto__":{"polluted":1}}}}',
      OFF,
    ),
    'as the parameters': post('{"text":"RETURN 1 AS x","parameters":{"__proto__":{"polluted":1}}}', OFF),
    'by the constructor': post('{"text":"RETURN 1 AS x","constructor":{"prototype":{"polluted":1}}}', OFF),
    'as a parameter': get('/api/map?__proto__=1', OFF),
    'in brackets': get('/api/map?__proto__[polluted]=1', OFF),
    'the constructor in brackets': get('/api/map?constructor[prototype][polluted]=1', OFF),
    'as a question': get('/api/query/__proto__', [404, 401]),
    'the constructor as a question': get('/api/query/constructor', [404, 401]),
    'a method as a question': get('/api/query/toString', [404, 401]),
    'as a type': get('/api/search?q=a&type=__proto__', OFF),
    'of a question': get('/api/query/counts?__proto__=1', OFF),
  },

  'whoever has no token': {
    'a wrong one': mayRead(get('/api/map', [200, 401], 'Authorization: Bearer wrong-token-of-some-length')),
    'an empty one': mayRead(get('/api/map', [200, 401], 'Authorization: Bearer ')),
    'the beginning of it': mayRead(get('/api/map', [200, 401], 'Authorization: Bearer a-token-for-hostile')),
    'by another scheme': mayRead(get('/api/map', [200, 401], 'Authorization: Basic e3Rva2VufTp7dG9rZW59')),
    'a null byte': get('/api/map', MISSHAPEN, 'Authorization: Bearer a\0'),
    'in the address of the API': get('/api/map?token={token}', OFF),
    'a cookie': mayRead(get('/api/map', [200, 401], 'Cookie: papergraph=1; token={wrong}; papergraph_00000000=1')),
    'a key': mayRead(get('/api/map', [200, 401], 'X-Api-Key: a', 'X-Auth-Token: a')),
    'an empty one for the page': mayRead(get('/?token=', [200, 401])),
    'a list for the page': mayRead(get('/?token[]=a&token=wrong', [200, 401])),
    'as a friend of the house': mayRead(
      get('/api/map', [200, 401], 'X-Forwarded-For: 127.0.0.1', 'X-Real-IP: 127.0.0.1'),
    ),
    'with letters of the address encoded': mayRead(get('/ap%69/map', [200, 401])),
    'with steps in the address': mayRead(get('/x/../api/map', [200, 401])),
    'with a dot in the address': mayRead(get('/./api/map', [200, 401])),
    'with encoded steps in the address': mayRead(get('/assets/%2e%2e/api/map', [200, 401])),
    'with two slashes': get('//api/map', NOTHING),
    'with an encoded slash': get('/api%2fmap', NOTHING),
    'in capitals': get('/API/map', NOTHING),
    'by HEAD': mayRead(lines(['HEAD /api/map HTTP/1.1', HOST], [200, 401])),
    'for the metrics': mayRead(get('/metrics', [200, 401])),
  },

  'a small body that is huge unpacked': {
    gzip: postBare(bomb, [415, 401], JSON_TYPE, 'Content-Encoding: gzip', `Content-Length: ${bomb.length}`),
    deflate: postBare(bomb, [415, 401], JSON_TYPE, 'Content-Encoding: deflate', `Content-Length: ${bomb.length}`),
    'packed twice': postBare(
      bomb,
      [415, 401],
      JSON_TYPE,
      'Content-Encoding: gzip, gzip',
      `Content-Length: ${bomb.length}`,
    ),
    'by two headers': postBare(
      bomb,
      [415, 401],
      JSON_TYPE,
      'Content-Encoding: identity',
      'Content-Encoding: br',
      `Content-Length: ${bomb.length}`,
    ),
    'packed on the way': postBare(chunked(bomb), OFF, JSON_TYPE, 'Transfer-Encoding: gzip, chunked'),
  },

  'headers that change what was asked': {
    'another method': get('/api/cypher', [405, 401], 'X-HTTP-Method-Override: POST'),
    'another method by another header': get(
      '/api/cypher',
      [405, 401],
      'X-Method-Override: POST',
      'X-HTTP-Method: POST',
    ),
    'another method as a parameter': get('/api/cypher?_method=POST', [405, 401]),
    'another address': get('/nothing', NOTHING, 'X-Original-URL: /api/map', 'X-Rewrite-URL: /api/map'),
    'a deletion': lines(['DELETE /api/node?id=a HTTP/1.1', HOST], [405, 401]),
    'a file that is put': lines(['PUT /assets/evil.js HTTP/1.1', HOST, 'Content-Length: 1'], [405, 405], 'x'),
  },

  'text that is not what it seems': {
    'a null byte as an id': get('/api/node?id=%00', [404, 401]),
    'bytes that are no UTF-8': get('/api/node?id=%ff%fe', [404, 401]),
    'half a character': get('/api/node?id=%ed%a0%80', [404, 401]),
    'a change of direction': get('/api/node?id=%e2%80%aegnp.exe', [404, 401]),
    'markup as an id': get('/api/node?id=%3Cscript%3Ealert(1)%3C/script%3E', [404, 401]),
    'markup as an address': get('/%3Cscript%3Ealert(1)%3C/script%3E', NOTHING),
    'a lone percent sign': get('/%', NOTHING),
    'raw bytes above ASCII': get('/\xff\xfe', MISSHAPEN),
    'Cypher as an id': get('/api/node?id=%27%7D)%20DETACH%20DELETE%20n%20//', [404, 401]),
    'Cypher as a question': get('/api/query/counts%60%20DETACH%20DELETE', [404, 401]),
  },

  'a line of one’s own in the answer (header injection)': {
    'by an id': get('/api/node?id=a%0d%0aX-Injected:%201', [404, 401]),
    'by a question': get('/api/query/a%0d%0aX-Injected:%201', [404, 401]),
    'by an address': get('/a%0d%0aX-Injected:%201', NOTHING),
    'by what the page is sent on with': mayRead(get('/?token={token}&next=a%0d%0aX-Injected:%201', [200, 303])),
    'by a tag': mayRead(get('/api/map', [200, 401], 'If-None-Match: "a%0d%0aX-Injected: 1"')),
  },

  'an answer that others would get (cache poisoning)': {
    'another host': mayRead(get('/', [200, 401], 'X-Forwarded-Host: evil.example', 'X-Host: evil.example')),
    'another host by the standard': mayRead(get('/', [200, 401], 'Forwarded: host=evil.example;proto=https')),
    'another host for the API': mayRead(
      get('/api/map', [200, 401], 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https'),
    ),
    'another prefix and port': mayRead(
      get('/', [200, 401], 'X-Forwarded-Prefix: //evil.example', 'X-Forwarded-Port: 1'),
    ),
    'a redirect elsewhere': get('//evil.example/%2e%2e', NOTHING),
    'a redirect by backslash': get('/%5cevil.example', NOTHING),
  },

  'Cypher that is more than a question': {
    'a write': post('{"text":"CREATE (n:Paper) RETURN n"}', [403, 401]),
    'a deletion in an escape': post('{"text":"MATCH (n) \\\\u0044ELETE n"}', [403, 401]),
    'a file': post('{"text":"LOAD CSV FROM \\"file:///etc/passwd\\" AS l RETURN l"}', [403, 401]),
    'another server': post('{"text":"LOAD CSV FROM \\"http://evil.example/\\" AS l RETURN l"}', [403, 401]),
    'a procedure': post('{"text":"CALL dbms.listConfig() YIELD name RETURN name"}', [403, 401]),
  },

  'a file that is not meant for the graph': {
    'a form of a page elsewhere': upload('x', FOREIGN, EVIL, 'Content-Type: multipart/form-data; boundary=x'),
    'a script of a page elsewhere': upload('x', FOREIGN, EVIL, FILE_TYPE),
    'a page of the same site': upload('x', FOREIGN, 'Sec-Fetch-Site: same-site', FILE_TYPE),
    'an old browser’s form': upload('x', [415, 401], 'Content-Type: multipart/form-data; boundary=x'),
    'an old browser’s form of text': upload('x', [415, 401], 'Content-Type: text/plain'),
    'no content type': upload('x', [415, 401]),
    'two content types': upload('x', [415, 401], 'Content-Type: text/plain', FILE_TYPE),
    'a packed body': upload(bomb, [415, 401], FILE_TYPE, 'Content-Encoding: gzip'),
    'a body packed twice': upload(bomb, [415, 401], FILE_TYPE, 'Content-Encoding: gzip, gzip'),
    'more than is taken, by its own word': lines(
      ['POST /api/uploads?name=a HTTP/1.1', HOST, FILE_TYPE, 'Content-Length: 99999999999'],
      [413, 401],
    ),
    'no name': lines(['POST /api/uploads HTTP/1.1', HOST, FILE_TYPE, 'Content-Length: 1'], OFF, 'x'),
    'a name that never ends': lines(
      [`POST /api/uploads?name=${'n'.repeat(2000)} HTTP/1.1`, HOST, FILE_TYPE, 'Content-Length: 1'],
      OFF,
      'x',
    ),
    'an upload that is a file of the data folder': get('/api/uploads/..%2F..%2Fpointer.json', [404, 401]),
    'an upload that is a file of the system': get('/api/uploads/..%2F..%2F..%2Fetc%2Fpasswd/events', [404, 401]),
    'an upload of another’s, taken away from elsewhere': lines(['DELETE /api/uploads/a HTTP/1.1', HOST, EVIL], FOREIGN),
    'an upload under a foreign name': lines(
      ['POST /api/uploads?name=a HTTP/1.1', 'Host: evil.example', FILE_TYPE, 'Content-Length: 1'],
      NOT_OURS,
      'x',
    ),
  },
}
