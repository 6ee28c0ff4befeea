import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { NodeType, SearchHit } from '../../api.ts'
import { api } from '../api.ts'
import { announcement, report } from '../state/store.ts'
import { asWritten } from '../state/written.ts'
import { words } from '../strings.ts'
import { TypeBadge } from './type-mark.tsx'

const WAIT_MS = 90

interface Props {
  label: string
  placeholder: string
  /** Only nodes of these types; all when absent. */
  types?: readonly NodeType[]
  onChoose: (hit: SearchHit) => void
  /** With Shift: chosen beside others, while the search goes on. With Ctrl: the last of them, to be looked at together. */
  onAlso?: (hit: SearchHit, isLast: boolean) => void
  /** Says so below what is found. */
  alsoHint?: string | undefined
  /** The field keeps what was chosen, as in a form; else it is emptied, as in a search. */
  isField?: boolean
  id?: string
  name?: string
  initial?: string
  isRequired?: boolean
  /** What to offer to who opens the empty field, under a heading and over a hint. */
  suggest?: { of: () => SearchHit[]; title: string; hint: string }
}

/** A text field that suggests nodes while a person types; arrows, Enter and Escape work as in any combobox. */
export function NodePicker(props: Props) {
  const { label, placeholder, types, onChoose, onAlso, alsoHint } = props
  const { isField, id, name, initial, isRequired, suggest } = props
  const text = useSignal(initial ?? '')
  const asked = useSignal('')
  const hits = useSignal<SearchHit[] | undefined>(undefined)
  const active = useSignal(-1)
  /** The list shows what the field offers before anything is typed. */
  const isOffer = useSignal(false)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()

  useEffect(() => {
    const query = asked.value.trim()
    if (query === '') {
      if (!isOffer.value) hits.value = undefined
      return
    }
    isOffer.value = false
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
    isOffer.value = false
  }
  const offer = (): void => {
    const offered = suggest?.of() ?? []
    if (offered.length === 0 || text.value !== '' || hits.value !== undefined) return
    isOffer.value = true
    active.value = -1
    hits.value = offered
  }
  const choose = (hit: SearchHit, { shiftKey, ctrlKey, metaKey }: KeyboardEvent | MouseEvent): void => {
    text.value = isField ? hit.id : ''
    close()
    const isLast = ctrlKey || metaKey
    if (onAlso && (shiftKey || isLast)) onAlso(hit, isLast)
    else onChoose(hit)
    if (!isField && !(onAlso && shiftKey)) input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const found = hits.value ?? []
    const isOpen = hits.value !== undefined
    if (event.key === 'Escape' && (isOpen || !isField)) {
      if (!isField) text.value = ''
      if (!isOpen || isOffer.value) input.current?.blur()
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (!isOpen) offer()
      const length = hits.value?.length ?? 0
      if (length > 0) active.value = active.value < 0 && step < 0 ? length - 1 : (active.value + step + length) % length
      document.getElementById(`${list}-${active.value}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && (isOpen || !isField)) {
      const hit = found[active.value]
      if (hit) choose(hit, event)
    } else return
    event.preventDefault()
  }
  const isOpen = hits.value !== undefined && hits.value.length > 0
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
          if (text.value === '') close()
          asked.value = text.value
        }}
        onKeyDown={onKeyDown}
        onClick={offer}
        onBlur={() =>
          setTimeout(() => {
            // Whoever is back in the field by then has begun to type anew.
            if (document.activeElement !== input.current) close()
          }, 150)
        }
      />
      {hits.value?.length === 0 && (
        <div class="hits">
          <p class="hits-none" role="status">
            {words.noHits}
          </p>
        </div>
      )}
      {isOpen && (
        <div id={list} class="hits" role="listbox" aria-label={label}>
          {isOffer.value && (
            <p class="hits-title" role="presentation">
              {suggest?.title}
            </p>
          )}
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
              onClick={(event) => choose(hit, event)}
            >
              <span class="hit-name" {...asWritten(hit.name)}>
                {hit.name}
              </span>
              <TypeBadge type={hit.type} />
              <span class="hit-detail" dir="auto">
                {detailOf(hit)}
              </span>
            </button>
          ))}
          {(isOffer.value || alsoHint !== undefined) && (
            <p class="hits-hint" role="presentation">
              {isOffer.value ? suggest?.hint : alsoHint}
            </p>
          )}
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
