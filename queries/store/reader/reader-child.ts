import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { PapergraphError } from '../../../errors.ts'
import { PACKAGE_ROOT } from '../../../package-root.ts'
import { type CallName, MEMORY_STATUS, type ReaderCalls, type ReplyMessage, type RequestMessage } from './messages.ts'

// Always the built one: Node 20 cannot run TypeScript, and tests run from the sources.
const SCRIPT = join(PACKAGE_ROOT, 'dist', 'queries', 'store', 'reader', 'child.js')
const STDERR_KEPT = 2_000

interface Waiting {
  resolve(answer: unknown): void
  reject(error: unknown): void
}

/** The process ended before the question reached it, so that the question may be put to another. */
export class UndeliveredError extends PapergraphError {
  constructor(cause: Error | undefined) {
    super('internal', crash('it ended').message, { cause })
  }
}

/** How many processes in a row may die before a question reaches one. */
const MOST_DELIVERIES = 3

/** Puts a question to the process that `next` gives; where that one is just dying, to the one after it. */
export async function deliver<T>(
  next: () => Promise<ReaderChild>,
  ask: (child: ReaderChild) => Promise<T>,
): Promise<T> {
  for (let delivery = 1; ; delivery += 1) {
    try {
      return await ask(await next())
    } catch (error) {
      if (!(error instanceof UndeliveredError) || delivery === MOST_DELIVERIES) throw error
    }
  }
}

const living = new Set<ChildProcess>()

/** The ids of all reader processes of this process, also of those that are about to end. */
export function readerProcesses(): number[] {
  return [...living].flatMap(({ pid }) => pid ?? [])
}

/** The parent's end of one reader process. Every call is answered or, when the process ends, rejected with one clear error. */
export class ReaderChild {
  /** Settles once the process is gone. */
  readonly ended: Promise<void>
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, Waiting>()
  readonly #isTyped: boolean
  #calls = 0
  #stderr = ''
  #ending: PapergraphError | undefined
  #isKilled = false

  /** `isTyped`: it runs what people type, so that its end by memory is theirs to know. */
  constructor(isTyped: boolean) {
    this.#isTyped = isTyped
    this.#process = fork(SCRIPT, [], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    living.add(this.#process)
    this.#process.stderr?.on('data', (chunk) => {
      this.#stderr = (this.#stderr + String(chunk)).slice(-STDERR_KEPT)
    })
    this.#process.on('message', (message: ReplyMessage) => this.#settle(message))
    this.ended = new Promise((resolve) => {
      this.#process.once('error', (cause) => {
        living.delete(this.#process)
        this.#end(crash(`it could not be started: ${cause.message}`, cause))
        resolve()
      })
      this.#process.once('close', (status, signal) => {
        living.delete(this.#process)
        this.#end(this.#reasonOf(status, signal))
        resolve()
      })
    })
  }

  /** Undefined when the process could not be started. */
  get pid(): number | undefined {
    return this.#process.pid
  }

  get isAlive(): boolean {
    return this.#ending === undefined && this.#process.connected
  }

  /** How many calls have no answer yet. */
  get busy(): number {
    return this.#waiting.size
  }

  call<Name extends CallName>(name: Name, request: ReaderCalls[Name]['request']): Promise<ReaderCalls[Name]['answer']>
  call(name: CallName, request: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.isAlive) {
        // Whoever ended it on purpose wants no other asked, least of all one that a closed graph would start.
        reject(this.#isKilled && this.#ending ? this.#ending : new UndeliveredError(this.#ending))
        return
      }
      this.#calls += 1
      const message: RequestMessage = { call: this.#calls, name, request }
      this.#waiting.set(message.call, { resolve, reject })
      this.#process.send(message, (error) => {
        // The pipe is broken before its end is told: whoever asks next must not meet it too.
        if (error === null) return
        this.#take(message.call)?.reject(new UndeliveredError(error))
        this.#end(crash('it ended', error))
      })
    })
  }

  /** Ends the process now; what it has not answered is rejected with `error`. */
  kill(error: PapergraphError): void {
    this.#isKilled = true
    this.#end(error)
    this.#process.kill('SIGKILL')
  }

  #settle(message: ReplyMessage): void {
    const waiting = this.#take(message.call)
    if (waiting === undefined) return
    if ('json' in message) waiting.resolve(JSON.parse(message.json))
    else
      waiting.reject(new PapergraphError(message.error.code, message.error.message, { details: message.error.details }))
  }

  #take(call: number): Waiting | undefined {
    const waiting = this.#waiting.get(call)
    this.#waiting.delete(call)
    return waiting
  }

  #end(error: PapergraphError): void {
    this.#ending ??= error
    for (const { reject } of this.#waiting.values()) reject(this.#ending)
    this.#waiting.clear()
  }

  #reasonOf(status: number | null, signal: NodeJS.Signals | null): PapergraphError {
    if (this.#stderr.includes('overflowed its stack')) {
      return new PapergraphError('query-invalid', 'The query cannot be run: it is nested too deeply or too long.')
    }
    // The engine aborts when it gets no memory; the system's last resort is to kill.
    const isMemory = status === MEMORY_STATUS || signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL'
    if (isMemory && this.#isTyped) {
      return new PapergraphError(
        'query-memory',
        'The query was ended because it needed too much memory: narrow it or add a LIMIT before what it collects.',
      )
    }
    const words = this.#stderr.trim().split('\n').at(-1) ?? ''
    return crash(`it ended with ${signal ?? `status ${status}`}${words === '' ? '' : `: ${words}`}`)
  }
}

function crash(why: string, cause?: unknown): PapergraphError {
  return new PapergraphError(
    'internal',
    `The process that reads the graph failed (${why}); it is started again at the next question.`,
    { cause },
  )
}
