import { useSignal } from '@preact/signals'
import type { ApiNode, NodeType } from '../../api.ts'
import type { ComparedThing, Said } from '../state/comparison.ts'
import { words } from '../strings.ts'
import { compareWords } from '../words/compare.ts'
import { TypeDot } from './type-mark.tsx'

interface Row {
  papers: readonly ApiNode[]
  onChoose: (id: string) => void
}

/** A thing that several papers name: what each does with it. */
export function SharedRow({ thing, papers, onChoose }: Row & { thing: ComparedThing }) {
  return (
    <tr>
      <th scope="row">
        <Name thing={thing} onChoose={onChoose} />
      </th>
      {papers.map((paper) => {
        const said = thing.said.get(paper.id)
        return (
          <td key={paper.id} class={said ? 'has' : ''}>
            {said ? (
              <Cell said={said} thing={thing} paper={paper.label}>
                {said.role !== 'scores' && (
                  <span class="compare-role">{compareWords.roles[said.role] ?? said.role}</span>
                )}
              </Cell>
            ) : (
              <Nothing />
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** What each paper names alone, of one kind. */
export function OwnRow({
  row,
  things,
  papers,
  onChoose,
}: Row & { row: 'introduces' | NodeType; things: ComparedThing[] }) {
  return (
    <tr>
      <th scope="row">{row === 'paper' ? '' : compareWords.own[row]}</th>
      {papers.map((paper) => {
        const own = things.filter(({ said }) => said.has(paper.id))
        return (
          <td key={paper.id}>
            {own.length === 0 ? (
              <Nothing />
            ) : (
              <ul class="compare-own">
                {own.map((thing) => {
                  const said = thing.said.get(paper.id)
                  return (
                    <li key={thing.id}>
                      {said && (
                        <Cell said={said} thing={thing} paper={paper.label}>
                          <Name thing={thing} onChoose={onChoose} />
                        </Cell>
                      )}
                    </li>
                  )
                })}
              </ul>
            )}
          </td>
        )
      })}
    </tr>
  )
}

function Name({ thing, onChoose }: { thing: ComparedThing; onChoose: (id: string) => void }) {
  return (
    <button type="button" class="compare-name" dir="auto" onClick={() => onChoose(thing.id)}>
      <TypeDot type={thing.type} />
      <span>{thing.name}</span>
    </button>
  )
}

/** What a paper does with a thing, its scores, and on demand the sentence that says so. */
function Cell(props: { said: Said; thing: ComparedThing; paper: string; children: preact.ComponentChildren }) {
  const { said, thing, paper, children } = props
  const isOpen = useSignal(false)
  return (
    <>
      <span class="compare-cell">
        {children}
        {said.scores.map((score, at) => (
          <span key={at} class="compare-score">
            {score}
          </span>
        ))}
        {said.sentence !== '' && (
          <button
            type="button"
            class="link-why"
            aria-expanded={isOpen.value}
            aria-label={compareWords.whyLabel(thing.name, paper)}
            title={words.evidence}
            onClick={() => {
              isOpen.value = !isOpen.value
            }}
          >
            {compareWords.why}
          </button>
        )}
      </span>
      {isOpen.value && (
        <figure class="evidence">
          <blockquote dir="auto">{said.sentence}</blockquote>
        </figure>
      )}
    </>
  )
}

/** Where a paper says nothing of it: a dash to look at, a word to hear. */
export function Nothing() {
  return (
    <span class="compare-nothing">
      <span aria-hidden="true">—</span>
      <span class="sr-only">{compareWords.nothing}</span>
    </span>
  )
}
