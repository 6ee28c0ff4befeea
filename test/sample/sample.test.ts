import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'

const Paper = z.strictObject({
  id: z.string().regex(/^arxiv:\d{4}\.\d{4,5}$/),
  title: z.string().min(4),
  abstract: z.string().min(80).max(900),
  year: z.number().int().min(2010).max(2026),
  venue: z.string(),
  url: z.url(),
  authors: z.array(z.string().min(4)).min(1).max(10),
  description: z.literal(true),
  checked: z.array(z.string().min(8)).min(1),
})
const papers = readFileSync(SAMPLE_FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => Paper.parse(JSON.parse(line)))

const BENCHMARKS = [
  'ImageNet',
  'CIFAR-10',
  'COCO',
  'ADE20K',
  'MNIST',
  'SQuAD',
  'GLUE',
  'SuperGLUE',
  'WMT 2014',
  'WikiText-103',
  'LAMBADA',
  'HellaSwag',
  'MMLU',
  'GSM8K',
  'MATH',
  'HumanEval',
  'LibriSpeech',
  'MuJoCo',
  'Arcade Learning Environment',
]
const METHODS = [
  'Transformer',
  'attention',
  'Adam',
  'dropout',
  'batch normalization',
  'layer normalization',
  'BPE',
  'knowledge distillation',
  'contrastive learning',
  'U-Net',
  'chain-of-thought',
  'RLHF',
  'PPO',
  'GRPO',
]
const MODELS = ['BERT', 'RoBERTa', 'GPT-2', 'GPT-3', 'T5', 'ResNet', 'ViT', 'PaLM', 'wav2vec 2.0']
const corpus = join(PACKAGE_ROOT, '..', 'shared', 'corpora', 'papers-100k.jsonl.gz')

/** Every run of eight words. */
function runs(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(7).map((_, at) => words.slice(at, at + 8).join(' ')))
}

describe('the bundled sample', () => {
  it('holds 70 to 90 papers, each once', () => {
    expect(papers.length).toBeGreaterThanOrEqual(70)
    expect(papers.length).toBeLessThanOrEqual(90)
    expect(new Set(papers.map((paper) => paper.id)).size).toBe(papers.length)
    expect(new Set(papers.map((paper) => paper.title.toLowerCase())).size).toBe(papers.length)
  })

  it('gives each paper the address and the year of its arXiv id', () => {
    for (const { id, url, year } of papers) {
      const number = id.slice(6)
      expect([url, 2000 + Number(number.slice(0, 2))]).toEqual([`https://arxiv.org/abs/${number}`, year])
    }
  })

  it('describes each paper in two to five sentences', () => {
    for (const { abstract, title } of papers) {
      const sentences = abstract.split(/(?<=[.!?])\s+(?=[A-Z])/).length
      expect(sentences, title).toBeGreaterThanOrEqual(2)
      expect(sentences, title).toBeLessThanOrEqual(5)
    }
  })

  it.each([...BENCHMARKS, ...METHODS, ...MODELS])('lets at least three papers share %s', (name) => {
    expect(papers.filter(({ abstract }) => abstract.includes(name)).length).toBeGreaterThanOrEqual(3)
  })

  it.skipIf(!existsSync(corpus))(
    'shares no run of eight words with the abstract of the same paper',
    () => {
      const ours = new Map(papers.flatMap((paper) => [paper.id, paper.title.toLowerCase()].map((key) => [key, paper])))
      let compared = 0
      for (const line of gunzipSync(readFileSync(corpus)).toString('utf8').split('\n')) {
        // A cheap look at the title first: parsing all hundred thousand lines takes seconds.
        const [, quoted = ''] = line.match(/"title": "((?:[^"\\]|\\.)*)"/) ?? []
        const paper = ours.get(quoted.toLowerCase()) ?? ours.get(line.slice(8, line.indexOf('"', 8)))
        if (!paper) continue
        const { title, abstract } = JSON.parse(line)
        compared++
        const theirs = runs(abstract)
        expect(
          [...runs(paper.abstract)].filter((run) => theirs.has(run)),
          title,
        ).toEqual([])
      }
      expect(compared).toBeGreaterThanOrEqual(10)
    },
    60_000,
  )
})
