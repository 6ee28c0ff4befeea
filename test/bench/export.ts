import { readFileSync } from 'node:fs'
import { startFile } from '../../queries/export/export.ts'
import { EXPORT_FORMATS } from '../../queries/export/formats.ts'
import { openReader } from '../../queries/open-reader.ts'

const MEGABYTE = 2 ** 20
/** What an export may take above the opened graph, in this process and in the one that reads, together. */
const MOST_BYTES = 256 * MEGABYTE
const SAMPLE_MS = 100

/**
 * `npm run bench -- export FOLDER [FORMAT…]`: what exporting the whole graph of a data folder takes in memory above the opened
 * graph, once all of that was read (Linux). Nothing is kept of what is written.
 */
export async function measureExport([folder, ...names]: string[]): Promise<boolean> {
  if (folder === undefined) {
    console.error('bench export: say which data folder: npm run bench -- export ./data')
    return false
  }
  const reader = await openReader({ kind: 'embedded', folder }, { search: 'when-asked' })
  let isWithin = true
  try {
    const status = await reader.status()
    const relationships = Object.values(status.counts.relationships).reduce((sum, one) => sum + one, 0)
    // The engine takes parts of the graph into memory when they are first read: what is measured is above all of it.
    await reader.digest()
    console.log(
      `${relationships.toLocaleString('en')} relationships; ${megabytes(opened())} MB once all of it was read`,
    )
    for (const name of names.length === 0 ? ['csv-edges'] : names) {
      const format = EXPORT_FORMATS.find((one) => one.name === name)
      if (format?.kind !== 'graph') throw new Error(`${name} is no format of a graph in one file`)
      const before = opened()
      let most = before
      const timer = setInterval(() => {
        most = Math.max(most, opened())
      }, SAMPLE_MS)
      const start = performance.now()
      let bytes = 0
      for await (const piece of (await startFile(reader, format, { kind: 'all' })).pieces)
        bytes += Buffer.byteLength(piece)
      clearInterval(timer)
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      console.log(`${name}: ${megabytes(most - before)} MB more, ${megabytes(bytes)} MB written in ${seconds} s`)
      isWithin &&= most - before <= MOST_BYTES
    }
  } finally {
    await reader.close()
  }
  return isWithin

  function opened(): number {
    return [process.pid, ...reader.load().processes].reduce((sum, pid) => sum + residentBytes(pid), 0)
  }
}

const megabytes = (bytes: number): string => Math.round(bytes / MEGABYTE).toLocaleString('en')

function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) * 1024
}
