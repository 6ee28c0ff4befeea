import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { engineMissing } from '../../queries/store/platform.ts'

const messageFor = (platform: string, arch: string, isMusl = false): string =>
  engineMissing(new Error('no binding'), { platform, arch, isMusl }).message

describe('an engine whose binary is missing', () => {
  it('is told with the package that this machine needs', () => {
    const failure = engineMissing(new Error('no binding'), { platform: 'linux', arch: 'x64', isMusl: false })
    expect(failure.code).toBe('engine-missing')
    expect(failure.message).toBe(
      "The embedded graph engine's package for linux x64, @grafeo-db/js-linux-x64-gnu, is missing or cannot be loaded here: run `npm i @grafeo-db/js-linux-x64-gnu@0.6.0` on a system with glibc 2.34 or later, or keep the graph in Neo4j with --store bolt://user@host:7687.",
    )
  })

  it('names no package where there is none', () => {
    expect(messageFor('linux', 'x64', true)).toContain('no package for linux x64 with musl')
    expect(messageFor('freebsd', 'x64')).toContain('no package for freebsd x64')
    expect(messageFor('linux', 'x64', true)).not.toContain('npm i')
  })

  it('knows each package that the engine depends on, in the version that is installed', () => {
    const manifest: { version: string; optionalDependencies: Record<string, string> } = JSON.parse(
      readFileSync(join(PACKAGE_ROOT, 'node_modules', '@grafeo-db', 'js', 'package.json'), 'utf8'),
    )
    const machines: [string, string, boolean][] = [
      ['darwin', 'x64', false],
      ['darwin', 'arm64', false],
      ['win32', 'x64', false],
      ['linux', 'x64', false],
      ['linux', 'arm64', false],
      ['linux', 'arm64', true],
    ]
    const named = machines.map((machine) => / (@grafeo-db\/\S+@[\d.]+)`/.exec(messageFor(...machine))?.[1])
    const packages = Object.entries(manifest.optionalDependencies).map(([name, version]) => `${name}@${version}`)
    expect(named.sort()).toEqual(packages.sort())
  })
})
