import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { NodeType, SearchHit } from '../../api.ts'
import { api } from '../api.ts'
import { announcement, report } from '../state/store.ts'
import { words } from '../strings.ts'
import { TypeBadge } from './type-mark.tsx'

const WAIT_MS = 90

interface Props {
  label: string
  placeholder: string
  /** Only nodes of these types; all when absent. */
  types?: readonly NodeType[]
  onChoose: (hit: SearchHit) => void
  /** The field keeps what was chosen, as in a form; else it is emptied, as in a search. */
  isField?: boolean
  id?: string
  name?: string
  initial?: string
  isRequired?: boolean
}

/** A text field that suggests nodes while a person types; arrows, Enter and Escape work as in any combobox. */
export function NodePicker({ label, placeholder, types, onChoose, isField, id, name, initial, isRequired }: Props) {
  const text = useSignal(initial ?? '')
  const asked = useSignal('')
  const hits = useSignal<SearchHit[] | undefined>(undefined)
  const active = useSignal(-1)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()

  useEffect(() => {
    const query = asked.value.trim()
    if (query === '') {
      hits.value = undefined
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      api.search(query, types ?? [], stop.signal).then(
        (answer) => {
          hits.value = answer.hits
          active.value = answer.hits.length > 0 ? 0 : -1
          announcement.value = words.hits(answer.hits.length)
        },
        (error: unknown) => report(error),
      )
    }, WAIT_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked.value])

  const close = (): void => {
    asked.value = ''
    hits.value = undefined
  }
  const choose = (hit: SearchHit): void => {
    text.value = isField ? hit.id : ''
    close()
    onChoose(hit)
    if (!isField) input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const found = hits.value ?? []
    const isOpen = hits.value !== undefined
    if (event.key === 'Escape' && (isOpen || !isField)) {
      if (!isField) text.value = ''
      if (!isOpen) input.current?.blur()
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found.length > 0) active.value = (active.value + step + found.length) % found.length
      document.getElementById(`${list}-${active.value}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && (isOpen || !isField)) {
      const hit = found[active.value]
      if (hit) choose(hit)
    } else return
    event.preventDefault()
  }
  const isOpen = hits.value !== undefined
  return (
    <>
      <input
        ref={input}
        id={id}
        name={name}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        required={isRequired}
        placeholder={placeholder}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active.value >= 0 ? `${list}-${active.value}` : undefined}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value
          asked.value = text.value
        }}
        onKeyDown={onKeyDown}
        onBlur={() =>
          setTimeout(() => {
            // Whoever is back in the field by then has begun to type anew.
            if (document.activeElement !== input.current) close()
          }, 150)
        }
      />
      {isOpen && (
        <div id={list} class="hits" role="listbox" aria-label={label}>
          {hits.value?.length === 0 && <p class="hits-none">{words.noHits}</p>}
          {hits.value?.map((hit, at) => (
            <button
              type="button"
              key={hit.id}
              id={`${list}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active.value}
              class="hit"
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => {
                active.value = at
              }}
              onClick={() => choose(hit)}
            >
              <span class="hit-name" dir="auto">
                {hit.name}
              </span>
              <TypeBadge type={hit.type} />
              <span class="hit-detail" dir="auto">
                {detailOf(hit)}
              </span>
            </button>
          ))}
        </div>
      )}
    </>
  )
}

function detailOf({ detail, papers, year, type }: SearchHit): string {
  const parts = [
    detail,
    type === 'paper' ? year : undefined,
    papers === undefined ? undefined : words.papersNaming(papers),
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}
