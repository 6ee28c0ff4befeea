export interface Asked {
  kind: string
  /** 0: the connection broke. */
  status: number
  version: string
  text: string
}

const CYPHER =
  'MATCH (p:Paper)-[r:SCORES]->(b) RETURN p.id AS id, p.year AS year, r.sentence AS sentence, b.name AS name ORDER BY id'

/** The questions of the view and of programs, one after the other. */
const QUESTIONS: readonly { kind: string; path: string; body?: object }[] = [
  { kind: 'map', path: '/api/map?limit=300' },
  { kind: 'search', path: '/api/search?q=LoadNet&limit=50' },
  { kind: 'node', path: '/api/node?id=load:7' },
  { kind: 'neighbours', path: '/api/neighbours?id=bert&limit=200' },
  { kind: 'query', path: '/api/query/concept-papers?concept=bert&limit=200' },
  { kind: 'cypher', path: '/api/cypher', body: { text: CYPHER } },
]

/** Asks without pause until it is over, or where it says so until the server is gone. Gives all that came back. */
export async function askingClient(address: string, isOver: () => boolean, endsWithServer = false): Promise<Asked[]> {
  const asked: Asked[] = []
  for (let turn = Math.floor(Math.random() * QUESTIONS.length); !isOver(); turn += 1) {
    const question = QUESTIONS[turn % QUESTIONS.length]
    if (question === undefined) continue
    const one = await ask(address, question)
    asked.push(one)
    if (one.status === 0 && endsWithServer) break
  }
  return asked
}

async function ask(address: string, { kind, path, body }: (typeof QUESTIONS)[number]): Promise<Asked> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const answer = await fetch(`${address}${path}`, body === undefined ? {} : init)
    const text = await answer.text()
    const version = /"version":"([^"]*)"/.exec(text)?.[1] ?? ''
    return { kind, status: answer.status, version, text }
  } catch (error) {
    return { kind, status: 0, version: '', text: String(error) }
  }
}
