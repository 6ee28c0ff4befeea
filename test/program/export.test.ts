import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { papergraph, withFolder } from './papergraph.ts'

/** One data folder for all cases: the sample as a graph of its own. */
let data = ''
let done: () => void = () => undefined
let kept: Promise<void> | undefined
beforeAll(async () => {
  await new Promise<void>((ready) => {
    kept = withFolder(async (folder) => {
      data = folder
      expect(await papergraph(['ingest', 'sample', '--data', data])).toMatchObject({ status: 0 })
      ready()
      await new Promise<void>((end) => {
        done = end
      })
    })
  })
})
afterAll(async () => {
  done()
  await kept
})

const run = (...words: string[]) => papergraph(['export', ...words, '--data', data])

describe('papergraph export', () => {
  it('writes a file whole and says what is in it', async () => {
    await withFolder(async (folder) => {
      const out = join(folder, 'graph.gexf')
      writeFileSync(out, 'what was there before')
      const { status, stdout, stderr } = await run('gexf', '--out', out)
      expect({ status, stdout, stderr }).toEqual({
        status: 0,
        stdout: `${out}: 493 nodes and 846 relationships.\n`,
        stderr: '',
      })
      const text = readFileSync(out, 'utf8')
      expect(text.match(/<node /g)).toHaveLength(493)
      expect(text.match(/<edge /g)).toHaveLength(846)
      expect(text.match(/<viz:position /g)).toHaveLength(493)
      expect(text.endsWith('</gexf>\n')).toBe(true)
      expect(readdirSync(folder)).toEqual(['graph.gexf'])
    })
  })

  it('writes to standard output where no file is named', async () => {
    const { status, stdout } = await run('csl-json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toHaveLength(87)
  })

  it('writes what a question draws, its table, and lists of nodes', async () => {
    const graph = JSON.parse(
      (await run('json', '--query', 'neighbourhood', '--concept', 'imagenet', '--limit', '3')).stdout,
    )
    expect(graph.nodes.map(({ id }: { id: string }) => id)).toContain('imagenet')
    expect(graph.edges.length).toBeGreaterThan(3)
    expect((await run('csv', '--query', 'top-concepts', '--type', 'benchmark', '--limit', '1')).stdout).toBe(
      '"id","type","label","degree","papers","year"\n"imagenet","benchmark","ImageNet",29,17,\n',
    )
    const pair = JSON.parse((await run('json', '--ids', 'BERT', 'arxiv:1810.04805')).stdout)
    expect(pair.nodes.map(({ id }: { id: string }) => id)).toEqual(['arxiv:1810.04805', 'bert'])
    const among = await run('json', '--query', 'edges-among', '--param', 'ids=bert', '--param', 'ids=arxiv:1810.04805')
    expect(JSON.parse(among.stdout).edges).toHaveLength(1)
  })

  it('writes a folder whole, and none that holds something unless it is told', async () => {
    await withFolder(async (folder) => {
      const out = join(folder, 'notes')
      expect(await run('notes', '--out', out)).toMatchObject({ status: 0, stderr: '' })
      expect(readdirSync(out).sort()).toEqual(['benchmarks', 'methods', 'models', 'papers', 'repositories', 'topics'])
      expect(readdirSync(join(out, 'papers'))).toHaveLength(87)
      writeFileSync(join(out, 'mine.md'), 'mine')
      const refused = await run('notes', '--out', out)
      expect(refused).toMatchObject({ status: 2, stdout: '' })
      expect(refused.stderr).toContain('is not empty')
      expect(await run('notes', '--out', out, '--force')).toMatchObject({ status: 0, stderr: '' })
      expect(readFileSync(join(out, 'mine.md'), 'utf8')).toBe('mine')
      expect(readFileSync(join(out, 'benchmarks', 'ImageNet.md'), 'utf8').match(/^# /gm)).toHaveLength(1)
      expect(readdirSync(folder)).toEqual(['notes'])
    })
  })

  it('prints the command that imports the folder for Neo4j', async () => {
    await withFolder(async (folder) => {
      const out = join(folder, 'import')
      mkdirSync(out)
      const { status, stdout } = await run('neo4j-import', '--out', out)
      expect(status).toBe(0)
      expect(stdout).toContain('neo4j-admin database import full neo4j')
      expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('neo4j-admin database import full neo4j')
    })
  })

  it.each([
    [['xml'], 2, 'There is no export format "xml"'],
    [['grapml'], 2, 'did you mean "graphml"?'],
    [['csv'], 2, 'csv-nodes and csv-edges'],
    [['notes'], 2, 'say which folder with --out'],
    [['gexf', '--query', 'counts'], 2, 'names no nodes'],
    [['gexf', '--query', 'neighborhood'], 1, 'did you mean "neighbourhood"?'],
    [['gexf', '--query', 'neighbourhood'], 1, 'needs the parameter "concept"'],
    [['gexf', '--concept', 'imagenet'], 2, 'without --query, a parameter'],
    [['gexf', '--neighbours'], 2, 'needs --ids'],
    [['gexf', '--ids', 'bert', '--query', 'map'], 2, 'not both'],
    [['gexf', '--ids', 'no such thing at all'], 1, 'There is no node "no such thing at all"'],
    [['gexf', '--out', '/nowhere/at/all.gexf'], 2, 'its folder does not exist'],
  ])('explains what is wrong with %j', async (words, status, sentence) => {
    const outcome = await run(...words)
    expect(outcome).toMatchObject({ status, stdout: '' })
    expect(outcome.stderr).toContain(sentence)
    expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('shows every format in its help', async () => {
    const { stdout } = await papergraph(['export', '--help'])
    const { EXPORT_FORMATS } = await import('../../queries/export/formats.ts')
    for (const { name } of EXPORT_FORMATS) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(existsSync(data)).toBe(true)
  })
})
