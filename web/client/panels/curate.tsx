import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { ApiNode, NodeAnswer, NodeType } from '../../api.ts'
import type { DecisionAsked } from '../api-curation.ts'
import { asking, curation, decide } from '../state/curation.ts'
import { otherNames } from '../state/other-names.ts'
import { openDrawer } from '../state/store.ts'
import { intake } from '../state/uploads.ts'
import { words } from '../strings.ts'
import { curationWords } from '../words/curation.ts'
import { Icon } from './icons.tsx'
import { NodePicker } from './node-picker.tsx'

const CONCEPTS: NodeType[] = ['method', 'model', 'benchmark', 'topic']
export const isConcept = (type: NodeType): boolean => CONCEPTS.includes(type)

/** What a person knows better than the papers' words of a node. */
export function Curate({ answer }: { answer: NodeAnswer }) {
  return <Corrections>{(make) => <Choices answer={answer} make={make} />}</Corrections>
}

/** Gives what a click on a decision does. */
export type Make = (made: DecisionAsked) => () => void

/** One button, and below it every decision as one more. */
export function Corrections({ children }: { children: (make: Make) => ComponentChildren }) {
  const isOpen = useSignal(false)
  const choices = useId()
  const make: Make = (made) => () => {
    isOpen.value = false
    void decide(made)
  }
  const state = curation.value
  return (
    <>
      <button
        type="button"
        class="quiet curate-open"
        aria-expanded={isOpen.value}
        aria-controls={choices}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
      >
        {curationWords.open}
        <Icon name="down" />
      </button>
      <section id={choices} class="curate" aria-label={curationWords.open} hidden={!isOpen.value}>
        {isOpen.value &&
          (state !== undefined && !state.isOpen ? (
            <Closed reason={state.reason ?? ''} />
          ) : (
            <>
              {children(make)}
              <AllDecisions />
            </>
          ))}
      </section>
    </>
  )
}

function Choices({ answer: { node, aliases }, make }: { answer: NodeAnswer; make: Make }) {
  const { id, type } = node
  const others = otherNames(node.label, aliases).slice(0, 12)
  const isBusy = asking.value > 0
  return (
    <>
      {isConcept(type) && (
        <>
          <div class="curate-row curate-same">
            <span class="curate-label">{curationWords.same}</span>
            <NodePicker
              label={curationWords.sameLabel(node.label)}
              placeholder={curationWords.sameHint}
              types={CONCEPTS}
              onChoose={(hit) => make({ kind: 'same', things: [{ id }, { id: hit.id }] })()}
            />
          </div>
          <WrongType node={node} label={curationWords.wrongType} make={make} />
          {others.length > 0 && (
            <fieldset class="curate-row">
              <legend class="curate-label">{curationWords.notSame}</legend>
              {others.map((alias) => (
                <button
                  key={alias}
                  type="button"
                  class="chip"
                  dir="auto"
                  disabled={isBusy}
                  aria-label={curationWords.notSameAlias(alias)}
                  onClick={make({ kind: 'different', things: [{ id, words: alias }, { id }] })}
                >
                  {alias}
                </button>
              ))}
            </fieldset>
          )}
        </>
      )}
      <p class="curate-row">
        <button
          type="button"
          class="chip is-strong"
          disabled={isBusy}
          onClick={make({ kind: 'hide', things: [{ id }] })}
        >
          {curationWords.hide(type)}
        </button>
        <span class="curate-hint">{curationWords.hideHint}</span>
      </p>
    </>
  )
}

/** What a concept is instead, in whatever paper. */
export function WrongType({ node: { id, type }, label, make }: { node: ApiNode; label: string; make: Make }) {
  return (
    <fieldset class="curate-row">
      <legend class="curate-label" dir="auto">
        {label}
      </legend>
      {CONCEPTS.filter((each) => each !== type).map((each) => (
        <button
          key={each}
          type="button"
          class="chip"
          disabled={asking.value > 0}
          onClick={make({ kind: 'type', things: [{ id }], type: each as NonNullable<DecisionAsked['type']> })}
        >
          <span class={`dot dot-${each}`} aria-hidden="true" />
          {curationWords.types[each]}
        </button>
      ))}
    </fieldset>
  )
}

function Closed({ reason }: { reason: string }) {
  return (
    <>
      <p class="curate-hint">{reason}</p>
      {intake.value?.isOpen && (
        <button
          type="button"
          class="chip"
          onClick={() => {
            openDrawer.value = 'add'
          }}
        >
          {words.addButton}
        </button>
      )}
    </>
  )
}

function AllDecisions() {
  const value = curation.value?.decisions.length ?? 0
  return (
    <button
      type="button"
      class="more"
      onClick={() => {
        openDrawer.value = 'decisions'
      }}
    >
      {curationWords.all(value)}
    </button>
  )
}

/** That a paper means something else by the words that name a concept. */
export function NotHere({ paper, concept }: { paper: { id: string; label: string }; concept: string }) {
  if (curation.value?.isOpen !== true) return null
  return (
    <button
      type="button"
      class="not-here"
      title={curationWords.notHereTitle(paper.label)}
      disabled={asking.value > 0}
      onClick={() => void decide({ kind: 'different', things: [{ id: concept, paper: paper.id }, { id: concept }] })}
    >
      {curationWords.notHere}
    </button>
  )
}

/** Whether two nodes are one thing: of two concepts alone. */
export function OneOrNot({ a, b, types }: { a: string; b: string; types: readonly NodeType[] }) {
  if (curation.value?.isOpen !== true || !types.every(isConcept)) return null
  const make = (kind: 'same' | 'different') => () => void decide({ kind, things: [{ id: a }, { id: b }] })
  return (
    <>
      <button type="button" class="quiet" disabled={asking.value > 0} onClick={make('same')}>
        {curationWords.areOne}
      </button>
      <button type="button" class="quiet" disabled={asking.value > 0} onClick={make('different')}>
        {curationWords.areNotOne}
      </button>
    </>
  )
}
