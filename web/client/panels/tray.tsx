import type { Controller } from '../graph/controller.ts'
import { toggleChosen, toggleWay, withChosen } from '../state/changes.ts'
import { canvasChange, go, openDrawer, view, ways } from '../state/store.ts'
import { asWritten } from '../state/written.ts'
import { words } from '../strings.ts'
import { compareWords } from '../words/compare.ts'
import { exploringWords } from '../words/exploring.ts'
import { OneOrNot } from './curate.tsx'
import { Icon } from './icons.tsx'
import { TypeDot } from './type-mark.tsx'

/** Whether fingers are what is at hand: nothing that hovers, no Shift. */
const isByTouch = (): boolean => matchMedia('(hover: none)').matches

/** The nodes that are looked at together, and what can be asked of them. */
export function Tray({ controller }: { controller: Controller }) {
  canvasChange.value
  const { chosen, way } = view.value
  if (chosen.length === 0) return null
  const [one, other] = chosen
  const isCommonOpen = openDrawer.value === 'common'
  return (
    <section class="tray" data-covers="top" aria-label={words.chosen}>
      <ul class="tray-nodes">
        {chosen.map((id) => (
          <li key={id} class="tray-node">
            <button
              type="button"
              class="tray-name"
              {...asWritten(controller.labelOf(id))}
              onClick={() => controller.goTo(id)}
            >
              <TypeDot type={controller.typeOf(id)} />
              <span>{controller.labelOf(id)}</span>
            </button>
            <button
              type="button"
              class="tray-out"
              aria-label={words.takeOut(controller.labelOf(id))}
              title={words.takeOut(controller.labelOf(id))}
              onClick={() => go(toggleChosen(view.value, id))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <p class="tray-actions">
        {chosen.length === 1 && (
          <span class="tray-word">{isByTouch() ? exploringWords.chooseAnotherByTouch : words.chooseAnother}</span>
        )}
        {chosen.length > 1 && (
          <button
            type="button"
            class="primary"
            aria-pressed={isCommonOpen}
            onClick={() => {
              openDrawer.value = isCommonOpen ? undefined : 'common'
            }}
          >
            {words.common}
          </button>
        )}
        {chosen.filter((id) => controller.typeOf(id) === 'paper').length > 1 && (
          <button
            type="button"
            class="quiet"
            aria-pressed={openDrawer.value === 'compare'}
            onClick={() => {
              openDrawer.value = openDrawer.value === 'compare' ? undefined : 'compare'
            }}
          >
            {compareWords.button}
          </button>
        )}
        {one !== undefined && other !== undefined && chosen.length === 2 && (
          <OneOrNot a={one} b={other} types={chosen.map((id) => controller.typeOf(id))} />
        )}
        {chosen.length === 2 && (
          <button
            type="button"
            class="quiet"
            aria-pressed={way !== undefined}
            onClick={() => go(toggleWay(view.value))}
          >
            {words.ways}
          </button>
        )}
        {way && ways.value && (
          <span class="tray-word" aria-live="polite">
            {words.waysFound(ways.value.ways)}
          </span>
        )}
        <button type="button" class="quiet" onClick={() => go(withChosen(view.value, []))}>
          {words.clear}
        </button>
      </p>
    </section>
  )
}
