import type { NodeAnswer } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { removeNode, toggleChosen, unpinAll } from '../state/changes.ts'
import { go, view } from '../state/store.ts'
import { words } from '../strings.ts'
import { exploringWords } from '../words/exploring.ts'
import { Curate } from './curate.tsx'

/** Looks at a node together with others, keeps it in its place, corrects it, does without it, or without everything else. */
export function NodeActions({ answer, controller }: { answer: NodeAnswer; controller: Controller }) {
  const { id } = answer.node
  const { chosen, pinned, focus } = view.value
  const isChosen = chosen.includes(id)
  const isPinned = pinned.some((each) => each.id === id)
  return (
    <>
      <div class="node-actions">
        <button type="button" class="quiet" aria-pressed={isChosen} onClick={() => go(toggleChosen(view.value, id))}>
          {isChosen ? words.unchoose : words.choose}
        </button>
        <button
          type="button"
          class="quiet"
          aria-pressed={isPinned}
          title={isPinned ? exploringWords.unpinTitle : exploringWords.pinTitle}
          onClick={() => controller.togglePin(id)}
        >
          {isPinned ? exploringWords.unpin : exploringWords.pin}
        </button>
        <button type="button" class="quiet" onClick={() => go(removeNode(view.value, id))}>
          {words.removeNode}
        </button>
        {isPinned && pinned.length > 1 && (
          <button type="button" class="quiet" onClick={() => go(unpinAll(view.value))}>
            {exploringWords.unpinAll(pinned.length)}
          </button>
        )}
        <Curate answer={answer} />
      </div>
      <p class="node-actions">
        <span class="node-focus">{exploringWords.focus}</span>
        {([1, 2] as const).map((steps) => {
          const isOn = focus?.id === id && focus.steps === steps
          return (
            <button
              key={steps}
              type="button"
              class="quiet"
              aria-pressed={isOn}
              title={isOn ? exploringWords.unfocus : exploringWords.focusTitle(steps)}
              aria-label={exploringWords.focusTitle(steps)}
              onClick={() => controller.focusOn(isOn ? undefined : { id, steps })}
            >
              {exploringWords.focusSteps(steps)}
            </button>
          )
        })}
      </p>
    </>
  )
}
