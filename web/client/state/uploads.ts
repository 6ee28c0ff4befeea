import { computed, signal } from '@preact/signals'
import { ApiError, api, postFile } from '../api.ts'
import type { Upload as Ingest, UploadList as IngestList } from '../openapi.ts'
import { words } from '../strings.ts'
import { announcement, openDrawer, report } from './store.ts'

/** A file on its way to the server, or one that did not get there. */
export interface Sending {
  key: number
  file: File
  sent: number
  failed?: string
  stop: AbortController
}

/** What the server takes and has taken; undefined before it was asked. */
export const intake = signal<IngestList | undefined>(undefined)
export const sending = signal<readonly Sending[]>([])
/** The upload that was done last, for the picture to follow. */
export const lastDone = signal<Ingest | undefined>(undefined)

export const isUnderWay = ({ state }: Ingest): boolean => !['done', 'failed', 'cancelled'].includes(state)
export const uploadsUnderWay = computed(
  () =>
    sending.value.filter(({ failed }) => failed === undefined).length +
    (intake.value?.uploads.filter(isUnderWay).length ?? 0),
)

let keys = 0
let queue: Promise<void> = Promise.resolve()
const followed = new Map<string, EventSource>()

/** Asks what is there, and follows what is under way: a page that was reloaded finds its uploads again. */
export async function readIntake(): Promise<void> {
  try {
    intake.value = await api.uploads()
  } catch (error) {
    report(error)
    return
  }
  for (const job of intake.value.uploads) if (isUnderWay(job) && job.state !== 'receiving') follow(job.id)
}

/** Sends files one after the other. What goes wrong stays in the list until it is dismissed. */
export function sendFiles(files: Iterable<File>): void {
  const list = intake.value
  if (list !== undefined && !list.isOpen) {
    report(new Error(list.reason ?? words.uploadsOff))
    return
  }
  openDrawer.value = 'add'
  for (const file of files) {
    const one: Sending = { key: ++keys, file, sent: 0, stop: new AbortController() }
    const isTooLarge = list !== undefined && file.size > list.mostBytes
    sending.value = [...sending.value, isTooLarge ? { ...one, failed: words.tooLarge(list.mostBytes) } : one]
    if (!isTooLarge) queue = queue.then(() => send(one))
  }
}

async function send({ key, file, stop }: Sending): Promise<void> {
  if (stop.signal.aborted) return
  try {
    const job = await postFile(file, (sent) => change(key, { sent }), stop.signal)
    dismissSending(key)
    keep(job)
    if (isUnderWay(job)) follow(job.id)
  } catch (error) {
    if (!stop.signal.aborted) change(key, { failed: error instanceof Error ? error.message : String(error) })
  }
}

export function dismissSending(key: number): void {
  sending.value = sending.value.filter((each) => each.key !== key)
}

export function stopSending({ key, stop }: Sending): void {
  stop.abort()
  dismissSending(key)
}

/** Cancels an upload, or takes a finished one off the list. */
export async function cancelUpload({ id }: Ingest): Promise<void> {
  try {
    const job = await api.cancelIngest(id)
    if (isUnderWay(job) || job.state === 'cancelled') keep(job)
    else drop(id)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) drop(id)
    else report(error)
  }
}

export async function dismissUpload(job: Ingest): Promise<void> {
  await cancelUpload(job)
  drop(job.id)
}

function follow(id: string): void {
  if (followed.has(id)) return
  const events = new EventSource(`./api/uploads/${id}/events`)
  followed.set(id, events)
  const forget = (): void => {
    events.close()
    followed.delete(id)
  }
  events.addEventListener('progress', ({ data }) => keep(JSON.parse(data)))
  events.addEventListener('end', ({ data }) => {
    forget()
    const job: Ingest = JSON.parse(data)
    keep(job)
    if (job.state === 'done') lastDone.value = job
    announcement.value = words.uploadEnded(job)
  })
  // A connection that only broke is made again by the browser.
  events.addEventListener('error', () => {
    if (events.readyState !== EventSource.CLOSED) return
    forget()
    void readIntake()
  })
}

function keep(job: Ingest): void {
  const list = intake.value
  if (list !== undefined) intake.value = { ...list, uploads: withUpload(list.uploads, job) }
}

/**
 * The list with what is known now of one upload. What has ended stays so: the answer to "cancel" may arrive after the
 * event that says it is done.
 */
export function withUpload(uploads: readonly Ingest[], job: Ingest): Ingest[] {
  const known = uploads.find(({ id }) => id === job.id)
  if (known === undefined) return [job, ...uploads]
  if (!isUnderWay(known) && isUnderWay(job)) return [...uploads]
  return uploads.map((each) => (each === known ? job : each))
}

function drop(id: string): void {
  const list = intake.value
  if (list !== undefined) intake.value = { ...list, uploads: list.uploads.filter((each) => each.id !== id) }
}

function change(key: number, to: Partial<Sending>): void {
  sending.value = sending.value.map((each) => (each.key === key ? { ...each, ...to } : each))
}
