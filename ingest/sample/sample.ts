import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../package-root.ts'

/**
 * The bundled sample: landmark papers of machine learning. Titles, authors (the first ten), ids and addresses are the
 * papers' own; each `abstract` is a description of ours (`description: true`) of what the paper introduces, uses and is
 * evaluated on, so that nothing of anybody else's text is shipped. `checked` names the sources that id, year, authors
 * and numbers were checked against. The year is that of the first version on arXiv, as the id says it.
 */
export const SAMPLE_FILE: string = join(PACKAGE_ROOT, 'ingest', 'sample', 'papers.jsonl')
