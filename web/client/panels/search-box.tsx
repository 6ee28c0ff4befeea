import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { SearchHit } from '../../api.ts'
import { api } from '../api.ts'
import { announcement, report } from '../state/store.ts'
import { words } from '../strings.ts'
import { Icon } from './icons.tsx'
import { TypeBadge } from './type-mark.tsx'

const WAIT_MS = 90

/** Suggests papers and concepts while a person types; arrows, Enter and Escape work as in any combobox. */
export function SearchBox({ onChoose }: { onChoose: (id: string) => void }) {
  const text = useSignal('')
  const hits = useSignal<SearchHit[] | undefined>(undefined)
  const active = useSignal(-1)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const query = text.value.trim()
    if (query === '') {
      hits.value = undefined
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      api.search(query, stop.signal).then(
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
  }, [text.value])

  const close = (): void => {
    hits.value = undefined
  }
  const choose = (hit: SearchHit): void => {
    onChoose(hit.id)
    text.value = ''
    close()
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const found = hits.value ?? []
    if (event.key === 'Escape') {
      text.value = ''
      close()
      input.current?.blur()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found.length > 0) active.value = (active.value + step + found.length) % found.length
    } else if (event.key === 'Enter') {
      const hit = found[active.value]
      if (hit) choose(hit)
    } else return
    event.preventDefault()
  }
  const isOpen = hits.value !== undefined
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={input}
        id="search"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={words.search}
        aria-label={words.searchShort}
        aria-expanded={isOpen}
        aria-controls="search-hits"
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active.value >= 0 ? `hit-${active.value}` : undefined}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(close, 150)}
      />
      <kbd class="search-key">/</kbd>
      {isOpen && (
        <div id="search-hits" class="hits" role="listbox" aria-label={words.searchShort}>
          {hits.value?.length === 0 && <p class="hits-none">{words.noHits}</p>}
          {hits.value?.map((hit, at) => (
            <button
              type="button"
              key={hit.id}
              id={`hit-${at}`}
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
    </search>
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
