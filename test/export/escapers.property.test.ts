import { parse as parseCsv } from 'csv-parse/sync'
import { decodeXML } from 'entities'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { citationKey } from '../../queries/export/bibtex.ts'
import { csvLines } from '../../queries/export/csv.ts'
import { formulaSafe, withoutGuard } from '../../queries/export/formulas.ts'
import { latexText } from '../../queries/export/latex-text.ts'
import { markdownText } from '../../queries/export/markdown-text.ts'
import { fileName } from '../../queries/export/note-names.ts'
import { frontMatter } from '../../queries/export/notes.ts'
import { xmlText } from '../../queries/export/xml.ts'
import { plainLatex } from './latex.ts'
import { HOSTILE_TEXTS } from './world.ts'

/** Any text at all, and texts of nothing but signs that formats obey. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'\\{}$&#%_~^<>|"\'`[]*-+=@!?:;,./()\t\n\r\u0000\u000b\u0085\u2028\ufffe🙂aA1u0 '),
  }),
  fc.constantFrom(...HOSTILE_TEXTS),
)
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\s]+/gu, ' ')
/** https://www.w3.org/TR/xml/#NT-Char */
const isHeld = (sign: string): boolean => /^(?:[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|[^\0-\uFFFF])$/u.test(sign)
const property = (holds: (text: string) => void): void => fc.assert(fc.property(anyText, holds), { numRuns: 2_000 })

describe('a text', () => {
  it('is itself again after XML, but for what XML cannot hold', () => {
    property((text) => {
      const written = xmlText(text)
      expect(written).not.toMatch(/[<>"\t\n\r]|&(?!(?:amp|lt|gt|quot|#9|#10|#13);)/)
      const held = [...text].map((sign) => (isHeld(sign) ? sign : '\uFFFD')).join('')
      expect(decodeXML(written)).toBe(held)
    })
  })

  it('is itself again after CSV', () => {
    property((text) => {
      const [row] = parseCsv(csvLines([[text, 1, null, `${text}"`]]), { relax_column_count: true })
      expect(row).toEqual([text, '1', '', `${text}"`])
    })
  })

  it('is no formula in a spreadsheet, and is known without its guard', () => {
    property((text) => {
      const cell = formulaSafe(text)
      expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      expect(withoutGuard(cell)).toBe(text)
    })
  })

  it('is itself again after LaTeX, on one line, and opens or closes nothing', () => {
    property((text) => {
      // The parser takes blanks at the ends off.
      expect(plainLatex(`x${latexText(text)}x`)).toBe(`x${oneLine(text)}x`)
    })
  })

  it('is itself again after Markdown, on one line, by the rule that a backslash before a sign is not there', () => {
    property((text) => {
      const written = markdownText(text)
      expect(written.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(oneLine(text))
      expect(written).not.toMatch(/(?<!\\)(?:\\\\)*[`*_[\]<#|~$^]/)
    })
  })

  it('is itself again after the YAML of a note', () => {
    property((text) => {
      fc.pre(!/\p{Surrogate}/u.test(text))
      expect(parseYaml(frontMatter({ text, list: [text, ''] }))).toEqual({ text, list: [text, ''] })
    })
  })

  it('is a file name that every system takes', () => {
    property((text) => {
      expect(fileName(text)).toMatch(/^(?!\.)[^\\/:*?"<>|#^[\]\p{Cc}]{1,201}(?<![. ])$/u)
    })
  })

  it('is a citation key that BibTeX takes, and no other text’s', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(citationKey(one)).toMatch(/^[A-Za-z0-9:./+-]*$/)
        expect(citationKey(one) === citationKey(other)).toBe(one === other)
      }),
    )
  })
})
