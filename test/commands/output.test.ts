import { describe, expect, it } from 'vitest'
import { parseParameters } from '../../commands/ask.ts'
import { cell, table } from '../../commands/output.ts'
import { describeProblem } from '../../commands/problems.ts'
import { describe as describeProgress, progressLine } from '../../commands/progress-line.ts'

describe('a progress line', () => {
  it('tells count, rate and time left', () => {
    expect(describeProgress('extracting', 1200, 5000, 4)).toBe('extracting 1,200 of 5,000, 300 a second, 13 s left')
    expect(describeProgress('reading', 7, undefined, 0)).toBe('reading 7')
    expect(describeProgress('writing', 10, 100000, 5)).toBe('writing 10 of 100,000, 2 a second, 13.9 h left')
  })

  it('changes in place on a terminal, and is a plain line now and then elsewhere', () => {
    const run = (isTTY: boolean): string => {
      const written: string[] = []
      const stream = {
        isTTY,
        columns: 80,
        write: (text: string) => written.push(text),
      } as unknown as NodeJS.WriteStream
      let time = 0
      const progress = progressLine({ stream, now: () => time })
      progress.stage('extracting', 100)
      for (let done = 1; done <= 100; done++) {
        time += 250
        progress.at(done)
      }
      progress.end()
      return written.join('')
    }
    expect(run(true).split('\r').length).toBeGreaterThan(90)
    expect(run(false)).toBe('extracting 40 of 100, 4 a second, 15 s left\nextracting 80 of 100, 4 a second, 5 s left\n')
  })
})

describe('a table', () => {
  it('aligns columns, numbers to the right, and cuts what is long', () => {
    expect(
      table(
        ['name', 'papers'],
        [
          ['BERT', 14],
          ['é'.repeat(80), 5],
        ],
      ).split('\n'),
    ).toEqual([
      `name${' '.repeat(58)}papers`,
      `${'─'.repeat(60)}  ──────`,
      `BERT${' '.repeat(58)}    14`,
      `${'é'.repeat(59)}…       5`,
    ])
  })

  it('shows what has a name by it', () => {
    expect(cell([{ name: 'GLUE', papers: 9 }, { name: 'SQuAD' }, 7])).toBe('GLUE; SQuAD; 7')
  })

  it('holds nothing that a terminal would obey', () => {
    expect(cell('a\u001b[31mred\u0007\nnext\u202e')).toBe('a [31mred next ')
  })
})

describe('parameters of a question', () => {
  it.each<[string[], object]>([
    [['--paper', 'arxiv:1', '--limit=5'], { paper: 'arxiv:1', limit: '5' }],
    [['--ids', 'a', '--ids', 'b'], { ids: ['a', 'b'] }],
    [['--all'], { all: 'true' }],
    [['--text', '-1'], { text: '-1' }],
  ])('reads %j', (words, parameters) => {
    expect({ ...parseParameters(words) }).toEqual(parameters)
  })

  it('refuses a word that is no parameter', () => {
    expect(() => parseParameters(['bert'])).toThrow(/"bert" is not a parameter: write --name value/)
  })
})

describe('a problem with a source', () => {
  it('is one sentence with file, place and reason', () => {
    const problem = { source: 'a.jsonl', record: 'line 3', reason: 'is not JSON', fatal: false }
    expect(describeProblem(problem)).toBe('a.jsonl, line 3 is not JSON.')
  })
})
