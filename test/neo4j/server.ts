import { type ChildProcess, execFile, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { PACKAGE_ROOT } from '../../package-root.ts'

/** A real Neo4j community server for tests, from its Maven packages: no container engine, no account. */

const run = promisify(execFile)

export const NEO4J_LTS = '5.26.30'
export const NEO4J_CALENDAR = '2026.08.1'

export interface TestNeo4j {
  /** bolt://127.0.0.1:PORT */
  url: string
  version: string
  stop(): Promise<void>
}

/** A server's home before it is started, and how to run what belongs to it. */
export interface Neo4jHome {
  home: string
  /** Runs neo4j-admin in a folder; its words come without `neo4j-admin`. */
  admin(words: readonly string[], folder: string): Promise<void>
}

export type Availability = { available: true; java: string; classPath: string } | { available: false; reason: string }

export interface StartOptions {
  version?: string
  /** Absent: authentication is off. The user is always `neo4j`. */
  password?: string
  /** For a benchmark: compiled for long runs instead of for a quick start. */
  isMeasured?: boolean
  /** Called before the server starts, with its home. */
  prepare?: (home: Neo4jHome) => Promise<void>
}

/**
 * Whether this machine can run the server, and how to help it. Resolves the packages with Maven once (about 125 MB on a
 * machine that has none of them) and keeps their class path under .cache/.
 */
export async function neo4jAvailability(version: string = NEO4J_LTS): Promise<Availability> {
  const java = await findJava(version)
  if (java === undefined) {
    const wanted = isCalendar(version) ? 'Java 21 or later' : 'Java 17 or 21'
    return {
      available: false,
      reason: `Neo4j ${version} needs ${wanted}: install a JDK (Debian: apt-get install openjdk-17-jdk-headless)`,
    }
  }
  const classPath = await resolveClassPath(version)
  if (classPath === undefined) {
    return {
      available: false,
      reason: `the packages of Neo4j ${version} are not there: install Maven (Debian: apt-get install maven) and see that it can reach a repository`,
    }
  }
  return { available: true, java, classPath }
}

/** Starts a server on a free port with a home folder of its own; it answers on Bolt when this returns. */
export async function startNeo4j(options: StartOptions = {}): Promise<TestNeo4j> {
  const { version = NEO4J_LTS, password, isMeasured = false } = options
  const found = await neo4jAvailability(version)
  if (!found.available) throw new Error(found.reason)
  const home = mkdtempSync(join(tmpdir(), 'papergraph-neo4j-'))
  const port = await freePort()
  mkdirSync(join(home, 'conf'))
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(port, password !== undefined))
  if (password !== undefined) await setPassword(found, home, password)
  await options.prepare?.({ home, admin: (words, folder) => runAdmin(found, home, words, folder) })
  const server = spawn(found.java, serverArguments(found.classPath, home, version, isMeasured), { stdio: 'ignore' })
  const stop = async (): Promise<void> => {
    process.off('exit', killNow)
    await end(server)
    rmSync(home, { recursive: true, force: true })
  }
  // A test run that is broken off must not leave a server behind.
  const killNow = (): void => {
    server.kill('SIGKILL')
  }
  process.on('exit', killNow)
  try {
    await waitForPort(port, server, home)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `bolt://127.0.0.1:${port}`, version, stop }
}

const isCalendar = (version: string): boolean => Number.parseInt(version, 10) >= 2025

function configuration(port: number, hasAuth: boolean): string {
  return [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.usage_report.enabled=false',
    'server.memory.heap.initial_size=256m',
    'server.memory.heap.max_size=768m',
    'server.memory.pagecache.size=128m',
    // What a typed query may take before it is ended.
    'db.memory.transaction.max=256m',
    `dbms.security.auth_enabled=${hasAuth}`,
    '',
  ].join('\n')
}

function serverArguments(classPath: string, home: string, version: string, isMeasured: boolean): string[] {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent']
  return [
    '-Xmx768m',
    ...(isMeasured ? [] : ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']),
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    ...(isCalendar(version) ? ['--add-modules=jdk.incubator.vector'] : []),
    '-cp',
    classPath,
    isCalendar(version) ? 'org.neo4j.server.Neo4jCommunity' : 'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
  ]
}

async function setPassword(found: { java: string; classPath: string }, home: string, password: string): Promise<void> {
  const words = [
    '-cp',
    found.classPath,
    'org.neo4j.server.startup.Neo4jAdminCommand',
    'dbms',
    'set-initial-password',
    password,
  ]
  await run(found.java, words, { env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') } })
}

async function runAdmin(
  found: { java: string; classPath: string },
  home: string,
  words: readonly string[],
  folder: string,
): Promise<void> {
  await run(found.java, ['-Xmx512m', '-cp', found.classPath, 'org.neo4j.cli.AdminTool', ...words], {
    cwd: folder,
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
    maxBuffer: 1 << 26,
  })
}

/** The newest suitable Java of JAVA_HOME, the path and the system's folders of Java machines. */
async function findJava(version: string): Promise<string | undefined> {
  const folders = '/usr/lib/jvm'
  const installed = existsSync(folders) ? readdirSync(folders).map((name) => join(folders, name, 'bin', 'java')) : []
  const home = process.env.JAVA_HOME
  const candidates = [...(home === undefined ? [] : [join(home, 'bin', 'java')]), 'java', ...installed]
  for (const java of candidates) {
    const major = await javaMajor(java)
    const isFit = isCalendar(version) ? major >= 21 : major === 17 || major === 21
    if (isFit) return java
  }
  return undefined
}

async function javaMajor(java: string): Promise<number> {
  try {
    const { stderr } = await run(java, ['-version'])
    return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0)
  } catch {
    return 0
  }
}

async function resolveClassPath(version: string): Promise<string | undefined> {
  const folder = join(PACKAGE_ROOT, '.cache', `neo4j-${version}`)
  const file = join(folder, 'classpath.txt')
  const kept = readClassPath(file)
  if (kept !== undefined) return kept
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'pom.xml'), pom(version))
  const fresh = join(folder, `classpath-${process.pid}.txt`)
  try {
    await run('mvn', ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${fresh}`], { cwd: folder })
    renameSync(fresh, file)
  } catch {
    return undefined
  }
  return readClassPath(file)
}

/** A kept class path counts only while every file that it names is still there. */
function readClassPath(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8').trim()
  return text !== '' && text.split(delimiter).every((jar) => existsSync(jar)) ? text : undefined
}

function pom(version: string): string {
  const dependency = (group: string, artifact: string): string =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0">',
    '<modelVersion>4.0.0</modelVersion>',
    '<groupId>papergraph.test</groupId><artifactId>neo4j</artifactId><version>1</version><packaging>pom</packaging>',
    `<dependencies>${dependency('org.neo4j', 'neo4j')}${dependency('org.neo4j.app', 'neo4j-server')}</dependencies>`,
    '</project>',
    '',
  ].join('\n')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

// 5 s on a machine that has nothing else to do.
const START_LIMIT_MS = 300_000

async function waitForPort(port: number, server: ChildProcess, home: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  while (!(await isListening(port))) {
    if (server.exitCode !== null)
      throw new Error(`Neo4j ended with status ${server.exitCode} while starting:\n${lastLines(home)}`)
    if (Date.now() > deadline)
      throw new Error(`Neo4j did not answer within ${START_LIMIT_MS / 1000} s:\n${lastLines(home)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function lastLines(home: string): string {
  const file = join(home, 'logs', 'neo4j.log')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-20).join('\n') : '(no log)'
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const patience = setTimeout(() => server.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(patience)
}
