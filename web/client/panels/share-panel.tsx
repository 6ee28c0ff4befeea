import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Controller } from '../graph/controller.ts'
import { MOST_EXPORTED, saveNodes, savePicture } from '../graph/take-out.ts'
import { isPictureGone } from '../state/picture-gone.ts'
import { copyLink, isCopyRefused } from '../state/share.ts'
import { report, view } from '../state/store.ts'
import { shareWords } from '../words/share.ts'
import { Icon } from './icons.tsx'

/** What takes the view out of the page: its link, its picture, its data. */
export function SharePanel({ controller }: { controller: Controller }) {
  const field = useRef<HTMLInputElement>(null)
  const isBusy = useSignal(false)
  view.value
  useEffect(() => {
    if (isCopyRefused.value) field.current?.select()
  }, [isCopyRefused.value])
  const nodes = controller.shown.nodes.value.length
  const save = (work: () => Promise<void>) => async () => {
    if (isBusy.value) return
    isBusy.value = true
    try {
      await work()
    } catch (error) {
      report(error)
    } finally {
      isBusy.value = false
    }
  }
  return (
    <div class="share">
      <section aria-labelledby="share-link">
        <h2 id="share-link">{shareWords.link}</h2>
        <p class="share-row">
          <input
            ref={field}
            readOnly
            aria-labelledby="share-link"
            value={location.href}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <button type="button" class="primary" onClick={() => void copyLink()}>
            {shareWords.copy}
          </button>
        </p>
        <p class="share-what">{isCopyRefused.value ? shareWords.copyByHand : shareWords.linkWhat}</p>
      </section>
      <section aria-labelledby="share-picture">
        <h2 id="share-picture">{shareWords.picture}</h2>
        <p class="share-what">{isPictureGone.value ? shareWords.noPicture : shareWords.pictureWhat}</p>
        <button
          type="button"
          class="primary"
          disabled={isBusy.value || isPictureGone.value}
          onClick={save(() => savePicture(controller))}
        >
          {shareWords.savePng}
        </button>
      </section>
      <section aria-labelledby="share-files">
        <h2 id="share-files">{shareWords.files}</h2>
        <p class="share-what">
          {nodes === 0
            ? shareWords.nothing
            : nodes > MOST_EXPORTED
              ? shareWords.tooMany(nodes, MOST_EXPORTED)
              : shareWords.filesWhat(nodes)}
        </p>
        {nodes > 0 && nodes <= MOST_EXPORTED && (
          <ul class="share-files">
            {shareWords.formats.map(([format, name, what]) => (
              <li key={format}>
                <button type="button" disabled={isBusy.value} onClick={save(() => saveNodes(controller, format))}>
                  <Icon name="file" />
                  <span class="choice-name">{name}</span>
                  <span class="choice-what">{what}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
