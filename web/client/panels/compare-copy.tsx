import { useSignal } from '@preact/signals'
import { comparisonAs } from '../api.ts'
import { download, putOnClipboard } from '../state/share.ts'
import { announcement, report } from '../state/store.ts'
import { compareWords } from '../words/compare.ts'
import { Icon } from './icons.tsx'

type Format = keyof typeof compareWords.formats
const FORMATS: Format[] = ['markdown', 'latex', 'csv']

/** Copies the comparison as the server writes it for papers, notes and spreadsheets. */
export function CopyTable({ papers }: { papers: readonly string[] }) {
  const copied = useSignal<Format | undefined>(undefined)
  const copy = async (format: Format): Promise<void> => {
    try {
      const { file, name } = await comparisonAs(format, papers)
      const isCopied = await putOnClipboard(await file.text())
      if (!isCopied) download(file, name)
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
