import type { ComponentChildren } from 'preact'
import type { Evidence, NodeType } from '../../api.ts'
import { words } from '../strings.ts'

/** Text with parts of it marked: [start, end) pairs in order, none over another. Text stays text, never markup. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const parts: ComponentChildren[] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start < at || end > text.length) continue
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}

/** The sentence that says so, with the words marked, and what found them. */
export function EvidenceText({ evidence }: { evidence: Evidence | undefined }) {
  if (!evidence || evidence.sentence === '') return <p class="evidence-none">{words.noEvidence}</p>
  return (
    <figure class="evidence">
      <blockquote dir="auto">
        <Marked text={evidence.sentence} marks={evidence.marks} />
      </blockquote>
      <figcaption>{words.foundBy(evidence.rule, evidence.confidence)}</figcaption>
    </figure>
  )
}

export interface TextMention {
  start: number
  end: number
  target: string
  type: NodeType
}

/** A paper's text with every mention as a way to what it names. */
export function MentionedText({
  text,
  mentions,
  onChoose,
}: {
  text: string
  mentions: TextMention[]
  onChoose: (id: string) => void
}) {
  const parts: ComponentChildren[] = []
  let at = 0
  for (const { start, end, target, type } of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end > text.length) continue
    parts.push(
      text.slice(at, start),
      // A link breaks between lines as the text does; a button would be a block in it.
      <a
        key={start}
        class={`mention mention-${type}`}
        href={`?node=${encodeURIComponent(target)}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          onChoose(target)
        }}
      >
        {text.slice(start, end)}
      </a>,
    )
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
