import { PapergraphError } from '../../errors.ts'

/** Platforms that the embedded engine is published for, by Node's names. */
const PLATFORM_PACKAGES: Readonly<Record<string, string>> = {
  'darwin-x64': '@grafeo-db/js-darwin-x64',
  'darwin-arm64': '@grafeo-db/js-darwin-arm64',
  'win32-x64': '@grafeo-db/js-win32-x64-msvc',
  'linux-x64': '@grafeo-db/js-linux-x64-gnu',
  'linux-arm64': '@grafeo-db/js-linux-arm64-gnu',
}

export interface Platform {
  platform: string
  arch: string
  /** The C library of a Linux that is not glibc. */
  isMusl: boolean
}

/** The sentence for an engine whose binary did not load: which package this machine needs, and what to do instead. */
export function engineMissing(cause: unknown, platform: Platform = thisPlatform()): PapergraphError {
  const name = `${platform.platform} ${platform.arch}${platform.isMusl ? ' with musl' : ''}`
  const known = PLATFORM_PACKAGES[`${platform.platform}-${platform.arch}`]
  const packageName = platform.isMusl
    ? platform.arch === 'arm64'
      ? '@grafeo-db/js-linux-arm64-musl'
      : undefined
    : known
  const elsewhere = 'or keep the graph in Neo4j with --store bolt://user@host:7687'
  const message =
    packageName === undefined
      ? `The embedded graph engine has no package for ${name}: use a Linux with glibc 2.34 or later, macOS or Windows, ${elsewhere}.`
      : `The embedded graph engine's package for ${name}, ${packageName}, is missing or cannot be loaded here: run \`npm i ${packageName}@0.6.0\`${platform.platform === 'linux' && !platform.isMusl ? ' on a system with glibc 2.34 or later' : ''}, ${elsewhere}.`
  return new PapergraphError('engine-missing', message, { cause, details: { package: packageName ?? null } })
}

function thisPlatform(): Platform {
  return { platform: process.platform, arch: process.arch, isMusl: process.platform === 'linux' && !hasGlibc() }
}

function hasGlibc(): boolean {
  const report: unknown = process.report?.getReport()
  if (typeof report !== 'object' || report === null || !('header' in report)) return true
  const { header } = report
  return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header
}
