import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ApiNode, NodeType } from '../../api.ts'
import { api } from '../api.ts'
import { words } from '../strings.ts'
import { TypeBadge } from './type-mark.tsx'

interface Props {
  id: string
  failed: string
  choices: ApiNode[] | undefined
  onChoose: (id: string) => void
}

interface Choice {
  id: string
  type: NodeType
  label: string
}

/** An address may name nothing, or several things: then the person says which. Where the server knows no choices, search may. */
export function Unknown({ id, failed, choices = [], onChoose }: Props) {
  const near = useSignal<Choice[]>([])
  useEffect(() => {
    if (choices.length > 0) return
    const stop = new AbortController()
    api.search(id, [], stop.signal).then(
      ({ hits }) => {
        near.value = hits.slice(0, 6).map((hit) => ({ id: hit.id, type: hit.type, label: hit.name }))
      },
      // The sentence above says what is wrong; suggestions are only a help beside it.
      () => undefined,
    )
    return () => stop.abort()
  }, [id])
  const shown: Choice[] = choices.length > 0 ? choices : near.value
  return (
    <section>
      <p class="panel-failed" role="alert">
        {failed}
      </p>
      {shown.length > 0 && <h2>{words.choices}</h2>}
      {shown.map((node) => (
        <button type="button" key={node.id} class="link-row" onClick={() => onChoose(node.id)}>
          <span dir="auto">{node.label}</span>
          <TypeBadge type={node.type} />
        </button>
      ))}
    </section>
  )
}
