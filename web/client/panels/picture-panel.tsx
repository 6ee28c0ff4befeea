import { useEffect, useRef } from 'preact/hooks'
import { isPictureOpen } from '../state/picture.ts'
import { go, view } from '../state/store.ts'
import { COLOURS, EMPTY_VIEW, LAYOUTS, type Picture, SIZES } from '../state/view.ts'
import { words } from '../strings.ts'
import { pictureWords } from '../words/picture.ts'
import { Icon } from './icons.tsx'
import { MapSize } from './map-size.tsx'

/** How the picture is laid out, coloured and sized; where the legend has no room for it, also how many nodes it begins with. */
export function PicturePanel({ total }: { total: number }) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [])
  const { picture } = view.value
  const isPlain = Object.entries(EMPTY_VIEW.picture).every(([name, value]) => picture[name as keyof Picture] === value)
  return (
    <section ref={panel} id="picture" class="picture" aria-label={pictureWords.title}>
      <header>
        <h2>{pictureWords.title}</h2>
        <button type="button" class="panel-close" aria-label={words.close} onClick={closePicture}>
          <Icon name="close" />
        </button>
      </header>
      <Choice name="layout" choices={LAYOUTS} texts={pictureWords.layouts} />
      <Choice name="colour" choices={COLOURS} texts={pictureWords.colours} />
      <Choice name="size" choices={SIZES} texts={pictureWords.sizes} />
      <div class="picture-nodes">
        <MapSize total={total} isNamed />
      </div>
      {!isPlain && (
        <button type="button" class="quiet" onClick={() => go({ ...view.value, picture: EMPTY_VIEW.picture })}>
          {pictureWords.plain}
        </button>
      )}
    </section>
  )
}

/** Closes it and gives the focus back to the button that opened it. */
export function closePicture(): void {
  isPictureOpen.value = false
  document.getElementById('picture-button')?.focus()
}

interface ChoiceProps<N extends keyof Picture> {
  name: N
  choices: readonly Picture[N][]
  texts: Readonly<Record<Picture[N], [name: string, what: string]>>
}

function Choice<N extends keyof Picture>({ name, choices, texts }: ChoiceProps<N>) {
  return (
    <fieldset>
      <legend>{pictureWords[name]}</legend>
      {choices.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={`picture-${name}`}
            value={each}
            checked={view.value.picture[name] === each}
            onChange={() => go({ ...view.value, picture: { ...view.value.picture, [name]: each } })}
          />
          <span class="choice-name">{texts[each][0]}</span>
          <span class="choice-what">{texts[each][1]}</span>
        </label>
      ))}
    </fieldset>
  )
}
