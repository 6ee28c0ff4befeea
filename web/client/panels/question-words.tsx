import type { StartQuestion } from '../state/start-questions.ts'

/** A question with the node that it is about in bold. */
export function QuestionWords({ question: { wording, about } }: { question: StartQuestion }) {
  const [before, after] = wording
  return (
    <>
      {before}
      {about && (
        <strong class={`about about-${about.type}`} dir="auto">
          {about.label}
        </strong>
      )}
      {after}
    </>
  )
}
