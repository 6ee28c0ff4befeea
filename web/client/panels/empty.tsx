import { words } from '../strings.ts'

export function Empty() {
  return (
    <section class="empty">
      <h1>{words.emptyTitle}</h1>
      <p>{words.emptyText}</p>
      <pre>{words.emptyCommand}</pre>
    </section>
  )
}
