import { type BoltWire, REQUEST } from './bolt-wire.ts'
import type { Packed, Structure } from './packstream.ts'
import type { Fault, StandInEvent } from './stand-in.ts'
import type { Answered, StandInDatabase, StandInTransaction } from './stand-in-database.ts'

/** Neo4j's built-in roles, as far as they differ here: an editor makes no constraints. */
export interface Account {
  password: string
  role: 'reader' | 'editor' | 'admin' | 'nobody'
}

export interface StandInWorld {
  agent: string
  address: () => string
  databases: ReadonlyMap<string, StandInDatabase>
  users: Readonly<Record<string, Account>>
  note(event: StandInEvent): Fault | undefined
  /** Keeps answers back from now on. */
  hold(): void
  cut(): void
}

class Failure extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

const WRITES = /\b(CREATE|MERGE|SET|REMOVE|DELETE|DROP)\b/i
const SCHEMA = /\b(CREATE|DROP)\s+(CONSTRAINT|INDEX)\b/i

/** One connection: who is logged in, the open transaction, the rows that wait to be fetched. */
export class StandInSession {
  readonly #wire: BoltWire
  readonly #world: StandInWorld
  #user = ''
  #isFailed = false
  #transaction: { work: StandInTransaction; database: string; mode: Packed } | undefined
  #rows: Packed[][] = []

  constructor(wire: BoltWire, world: StandInWorld) {
    this.#wire = wire
    this.#world = world
  }

  end(): void {
    this.#transaction?.work.end(false)
    this.#transaction = undefined
  }

  async take({ tag, fields }: Structure): Promise<void> {
    if (tag === REQUEST.RESET) {
      this.end()
      this.#isFailed = false
      this.#rows = []
      this.#wire.success()
      return
    }
    if (this.#isFailed) {
      this.#wire.ignored()
      return
    }
    try {
      await this.#answer(tag, fields)
    } catch (error) {
      this.#isFailed = true
      const code = error instanceof Failure ? error.code : 'Neo.ClientError.Statement.SyntaxError'
      this.#wire.failure(code, error instanceof Error ? error.message : String(error))
    }
  }

  async #answer(tag: number, fields: readonly Packed[]): Promise<void> {
    const [first = null, second = null, third = null] = fields
    if (tag === REQUEST.HELLO) {
      // Before Bolt 5.1 the log-in was a part of it.
      if (textIn(first, 'principal') !== '') this.#logIn(first)
      this.#wire.success({ server: this.#world.agent, connection_id: 'bolt-1', hints: {} })
    } else if (tag === REQUEST.LOGON) {
      this.#logIn(first)
      this.#wire.success()
    } else if (tag === REQUEST.ROUTE) {
      await this.#route(textIn(third, 'db'))
    } else if (tag === REQUEST.RUN) {
      await this.#run(String(first), second, third)
    } else if (tag === REQUEST.PULL) {
      this.#pull(first)
    } else if (tag === REQUEST.DISCARD) {
      this.#rows = []
      this.#wire.success()
    } else if (tag === REQUEST.BEGIN) {
      const database = textIn(first, 'db')
      await this.#withFault('begin', '', database, async () => {
        const work = await this.#database(database).begin()
        this.#transaction = { work, database, mode: textIn(first, 'mode') }
        this.#wire.success()
      })
    } else if (tag === REQUEST.COMMIT || tag === REQUEST.ROLLBACK) {
      await this.#finish(tag === REQUEST.COMMIT)
    } else {
      this.#wire.success()
    }
  }

  #logIn(words: Packed): void {
    this.#user = textIn(words, 'principal')
    const account = this.#world.users[this.#user]
    if (account === undefined || account.password !== textIn(words, 'credentials')) {
      throw new Failure(
        'Neo.ClientError.Security.Unauthorized',
        'The client is unauthorized due to authentication failure.',
      )
    }
  }

  async #route(database: string): Promise<void> {
    await this.#withFault('route', '', database, () => {
      this.#database(database)
      const addresses = [this.#world.address()]
      const servers = ['ROUTE', 'READ', 'WRITE'].map((role) => ({ addresses, role }))
      this.#wire.success({ rt: { ttl: 300, db: this.#nameOf(database), servers } })
    })
  }

  async #run(text: string, parameters: Packed, extra: Packed): Promise<void> {
    const open = this.#transaction
    const database = open?.database ?? textIn(extra, 'db')
    const target = this.#database(database)
    await this.#withFault('run', text, database, async () => {
      this.#assertAllowed(text, database, open === undefined ? textIn(extra, 'mode') : open.mode)
      const given = typeof parameters === 'object' && parameters !== null ? parameters : {}
      const answered: Answered = await (open === undefined ? target.run(text, given) : open.work.run(text, given))
      this.#rows = answered.rows
      this.#wire.success({ fields: answered.columns, t_first: 0, qid: 0, db: this.#nameOf(database) })
    })
  }

  #assertAllowed(text: string, database: string, mode: Packed): void {
    const who = `user '${this.#user}' with roles [PUBLIC, ${this.#role()}]`
    if (this.#role() === 'nobody') {
      throw new Failure('Neo.ClientError.Security.Forbidden', `Database access is not allowed for ${who}.`)
    }
    if (!WRITES.test(text)) return
    if (mode === 'r') {
      throw new Failure('Neo.ClientError.Statement.AccessMode', 'Writing in read access mode not allowed.')
    }
    if (this.#role() === 'admin') return
    if (SCHEMA.test(text)) {
      throw new Failure(
        'Neo.ClientError.Security.Forbidden',
        `Schema operation 'create_constraint' on database '${this.#nameOf(database)}' is not allowed for ${who}.`,
      )
    }
    if (this.#role() === 'reader') {
      throw new Failure(
        'Neo.ClientError.Security.Forbidden',
        `Create node with labels 'PapergraphMeta' on database '${this.#nameOf(database)}' is not allowed for ${who}.`,
      )
    }
  }

  #pull(words: Packed): void {
    const asked = Number(words !== null && typeof words === 'object' && 'n' in words ? words.n : -1)
    const rows = this.#rows.splice(0, asked < 0 ? this.#rows.length : asked)
    for (const row of rows) this.#wire.record(row)
    if (this.#rows.length > 0) this.#wire.success({ has_more: true })
    else
      this.#wire.success({ type: 'r', t_last: 0, db: this.#nameOf(this.#transaction?.database ?? this.#lastDatabase) })
  }

  async #finish(isCommit: boolean): Promise<void> {
    const open = this.#transaction
    const end = (): void => {
      open?.work.end(isCommit)
      this.#transaction = undefined
      this.#wire.success({ bookmark: 'stand-in:1' })
    }
    if (isCommit) await this.#withFault('commit', '', open?.database ?? '', end)
    else end()
  }

  async #withFault(what: StandInEvent['what'], text: string, database: string, work: () => unknown): Promise<void> {
    const fault = this.#world.note({ what, text, database: this.#nameOf(database), user: this.#user })
    if (fault === 'cut') this.#world.cut()
    else if (typeof fault === 'object') throw new Failure(fault.code, fault.message ?? 'It will pass.')
    else {
      if (fault === 'cut after') this.#world.hold()
      await work()
      if (fault === 'cut after') this.#world.cut()
    }
  }

  #lastDatabase = ''

  #database(name: string): StandInDatabase {
    this.#lastDatabase = name
    const database = this.#world.databases.get(this.#nameOf(name))
    if (database !== undefined) return database
    throw new Failure(
      'Neo.ClientError.Database.DatabaseNotFound',
      `Unable to get a routing table for database '${name}' because this database does not exist`,
    )
  }

  #nameOf(name: string): string {
    return name === '' ? ([...this.#world.databases.keys()][0] ?? '') : name
  }

  #role(): Account['role'] {
    return this.#world.users[this.#user]?.role ?? 'nobody'
  }
}

function textIn(value: Packed, key: string): string {
  const found = Object.entries(value ?? {}).find(([name]) => name === key)?.[1]
  return typeof found === 'string' ? found : ''
}
