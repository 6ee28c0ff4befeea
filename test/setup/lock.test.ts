import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PACKAGE_ROOT } from '../../package-root.ts'

const Package = z.object({
  version: z.string().optional(),
  optional: z.boolean().optional(),
  resolved: z.string().optional(),
  os: z.array(z.string()).optional(),
  cpu: z.array(z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const Lock = z.object({ packages: z.record(z.string(), Package) })
const { packages } = Lock.parse(JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package-lock.json'), 'utf8')))

/** Dependencies that bring a binary for each platform as a package of its own. */
const NATIVE = ['@grafeo-db/js', '@biomejs/biome', 'typescript', 'rolldown']

describe('the lock file', () => {
  it.each(NATIVE)(
    'holds every platform package that %s names, so that npm ci serves people on other systems',
    (name) => {
      const platforms = Object.entries(packages[`node_modules/${name}`]?.optionalDependencies ?? {})
      expect(platforms.length).toBeGreaterThanOrEqual(6)
      for (const [platform, version] of platforms) {
        const entry = packages[`node_modules/${platform}`]
        expect(entry, platform).toMatchObject({ version, optional: true })
        expect(entry?.cpu?.length, platform).toBe(1)
      }
    },
  )

  it('holds no optional dependency only in part', () => {
    const missing = Object.values(packages)
      .flatMap((each) => Object.keys(each.optionalDependencies ?? {}))
      .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)))
    expect(missing).toEqual([])
  })

  it('names no download address, so that any registry can serve it', () => {
    expect(Object.values(packages).filter((each) => each.resolved !== undefined)).toEqual([])
  })
})
