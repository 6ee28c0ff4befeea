import { useSignal } from '@preact/signals'
import { ApiError, reach } from '../api.ts'
import { announcement, report } from '../state/store.ts'
import { words } from '../strings.ts'
import { compareWords } from '../words/compare.ts'
import { Icon } from './icons.tsx'

type Format = keyof typeof compareWords.formats
const FORMATS: Format[] = ['markdown', 'latex', 'csv']

/** Copies the comparison as the server writes it for papers, notes and spreadsheets. */
export function CopyTable({ papers }: { papers: readonly string[] }) {
  const copied = useSignal<Format | undefined>(undefined)
  const copy = async (format: Format): Promise<void> => {
    try {
      const text = await tableAs(format, papers)
      const isCopied = await putOnClipboard(text)
      if (!isCopied) save(text, format)
      copied.value = format
      announcement.value = isCopied ? compareWords.copied(compareWords.formats[format]) : compareWords.notCopied
    } catch (error) {
      report(error, () => void copy(format))
    }
  }
  return (
    <p class="compare-copy">
      <span id="compare-copy">{compareWords.copyAs}</span>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          class="quiet"
          aria-label={`${compareWords.copyAs} ${compareWords.formats[format]}`}
          onClick={() => void copy(format)}
        >
          {copied.value === format && <Icon name="check" />}
          {compareWords.formats[format]}
        </button>
      ))}
    </p>
  )
}

async function tableAs(format: Format, papers: readonly string[]): Promise<string> {
  const query = new URLSearchParams([['query', 'compare'], ...papers.map((id) => ['param', `papers=${id}`])])
  const answer = await reach(`/export/${format}?${query}`, {})
  if (answer.ok) return answer.text()
  const problem = await answer.json().catch(() => ({ detail: words.strangeAnswer(answer.status), code: 'internal' }))
  throw new ApiError({ ...problem, status: answer.status })
}

/** Browsers allow it on this machine and over TLS, and only while the page has the focus. */
async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function save(text: string, format: Format): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = `comparison.${{ markdown: 'md', latex: 'tex', csv: 'csv' }[format]}`
  link.click()
  URL.revokeObjectURL(link.href)
}
