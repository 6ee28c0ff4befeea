import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'

const WINDOW = 1 << 20
const NEWLINE = 10

/** Where a line stands in a file, in bytes, without its newline. */
export interface Place {
  at: number
  length: number
}

/**
 * A file of lines that only grows: appended to in order, read back at any place. Reading forward is buffered, so that
 * going through places in file order reads the file once; a place out of order costs one read of its own bytes.
 */
export class LineFile {
  private readonly file: number
  private end: number
  private pending: Buffer[] = []
  private pendingBytes = 0
  private window: Buffer = Buffer.alloc(0)
  private windowAt = 0

  constructor(path: string) {
    this.file = openSync(path, 'a+')
    this.end = fstatSync(this.file).size
  }

  /** Bytes in the file, unwritten lines included. */
  get bytes(): number {
    return this.end
  }

  /** Cuts the file off. */
  truncate(bytes: number): void {
    this.flush()
    if (bytes >= this.end) return
    ftruncateSync(this.file, bytes)
    this.end = bytes
    this.window = Buffer.alloc(0)
  }

  append(line: string): Place {
    const bytes = Buffer.from(`${line}\n`)
    const place = { at: this.end, length: bytes.length - 1 }
    this.pending.push(bytes)
    this.pendingBytes += bytes.length
    this.end += bytes.length
    if (this.pendingBytes > WINDOW) this.flush()
    return place
  }

  /** Hands unwritten lines to the system. */
  flush(): void {
    if (this.pending.length === 0) return
    let bytes = Buffer.concat(this.pending)
    this.pending = []
    this.pendingBytes = 0
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(this.file, bytes))
  }

  /** Flushed and on the disk when this returns. */
  sync(): void {
    this.flush()
    fsyncSync(this.file)
  }

  read(place: Place): string {
    this.flush()
    const from = place.at - this.windowAt
    if (from >= 0 && from + place.length <= this.window.length)
      return this.window.toString('utf8', from, from + place.length)
    // A line that begins in the window and ends beyond it is read forward, too.
    const isForward = from >= 0 && from - this.window.length < WINDOW
    this.window = this.bytesAt(place.at, isForward ? Math.max(WINDOW, place.length) : place.length)
    this.windowAt = place.at
    return this.window.toString('utf8', 0, place.length)
  }

  /**
   * Every whole line with its place; a torn last line (no newline) is cut off. Of long lines only the first `most` bytes are
   * decoded, for who needs no more.
   */
  *lines(most = Number.POSITIVE_INFINITY): Generator<{ line: string; place: Place }> {
    this.flush()
    let rest: Buffer = Buffer.alloc(0)
    let at = 0
    for (let read = 0; read < this.end; ) {
      const chunk = this.bytesAt(read, WINDOW)
      if (chunk.length === 0) break
      read += chunk.length
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let from = 0
      for (let stop = rest.indexOf(NEWLINE, from); stop >= 0; stop = rest.indexOf(NEWLINE, from)) {
        yield {
          line: rest.toString('utf8', from, Math.min(stop, from + most)),
          place: { at: at + from, length: stop - from },
        }
        from = stop + 1
      }
      at += from
      rest = rest.subarray(from)
    }
    if (rest.length > 0) this.truncate(at)
  }

  close(): void {
    this.flush()
    closeSync(this.file)
  }

  private bytesAt(at: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.end - at)))
    let filled = 0
    while (filled < buffer.length) {
      const count = readSync(this.file, buffer, filled, buffer.length - filled, at + filled)
      if (count === 0) break
      filled += count
    }
    return buffer.subarray(0, filled)
  }
}
