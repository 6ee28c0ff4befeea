import type { Controller } from '../graph/controller.ts'
import { isLassoOn } from '../state/exploring.ts'
import { view } from '../state/store.ts'
import { words } from '../strings.ts'
import { exploringWords } from '../words/exploring.ts'
import { tidyWords } from '../words/tidy.ts'
import { Icon } from './icons.tsx'

export function ZoomButtons({ controller }: { controller: Controller }) {
  return (
    <div class="zoom">
      <button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => controller.zoom(1 / 1.6)}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => controller.zoom(1.6)}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label={words.fit} title={words.fit} onClick={() => controller.fit()}>
        <Icon name="fit" />
      </button>
      <button
        type="button"
        aria-pressed={view.value.tidied !== undefined}
        aria-label={view.value.tidied === undefined ? tidyWords.tidy : tidyWords.untidy}
        title={view.value.tidied === undefined ? tidyWords.tidy : tidyWords.untidy}
        onClick={() => controller.tidy()}
      >
        <Icon name="tidy" />
      </button>
      <button
        type="button"
        aria-pressed={isLassoOn.value}
        aria-label={exploringWords.lasso}
        title={exploringWords.lasso}
        onClick={() => {
          isLassoOn.value = !isLassoOn.value
        }}
      >
        <Icon name="lasso" />
      </button>
    </div>
  )
}
