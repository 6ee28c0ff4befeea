/** `node extract-child.js TABLES PAPERS OUT`: extracts the papers of a JSON Lines file with the tables of a folder. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { PaperRecord } from '../../paper.ts'
import { createExtractor } from '../extract.ts'
import { readTablesFrom } from '../tables.ts'

const [tables = '', papers = '', out = ''] = process.argv.slice(2)
readTablesFrom(tables)
const extractor = createExtractor()
const lines = readFileSync(papers, 'utf8').split('\n').filter(Boolean)
writeFileSync(out, lines.map((line) => JSON.stringify(extractor.extract(JSON.parse(line) as PaperRecord))).join('\n'))
