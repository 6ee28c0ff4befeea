/** What is run inside the page: twenty things that a person may do, quickly, each through what the page itself offers. */

declare global {
  interface Window {
    /** How many frames the page has asked for. */
    framesAsked: number
  }
}

/** To be run before the page is: who moves asks for frames, and who has asked for none in a while rests. */
export function countFrames(): void {
  const ask = window.requestAnimationFrame.bind(window)
  window.framesAsked = 0
  window.requestAnimationFrame = (work) => {
    window.framesAsked++
    return ask(work)
  }
}

/** Does one walk. Must hold everything that it uses, because it is sent to the page as text. */
export async function walkInPage({ seed, actions }: { seed: number; actions: number }): Promise<string[]> {
  let state = seed
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(from: ArrayLike<T>): T | undefined => from[Math.floor(random() * from.length)]
  const rendered = (): Promise<void> => new Promise((next) => setTimeout(next))
  const press = (key: string): void => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  const click = async (where: string, isFit: (each: HTMLElement) => boolean = () => true): Promise<boolean> => {
    const one = pick([...document.querySelectorAll<HTMLElement>(where)].filter(isFit))
    one?.click()
    await rendered()
    return one !== undefined
  }
  const set = (where: string, value: string, event: 'input' | 'change'): void => {
    const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(where)
    if (!field) return
    field.value = value
    field.dispatchEvent(new Event(event, { bubbles: true }))
  }
  /** Goes a step of the history, if its button says that there is one. */
  const turn = async (key: string, button: number): Promise<void> => {
    const isOff = document.querySelectorAll<HTMLButtonElement>('.corner-buttons button')[button]?.disabled ?? true
    if (isOff) return
    const gone = new Promise((next) => addEventListener('popstate', next, { once: true }))
    press(key)
    // The first sight of where one is comes back without a step of the history.
    await Promise.race([gone, new Promise((next) => setTimeout(next, 200))])
  }
  const map = document.querySelector('.canvas .sigma-mouse')
  const box = map?.getBoundingClientRect() ?? new DOMRect()
  const place = (): [x: number, y: number] => [box.left + random() * box.width, box.top + random() * box.height]
  const mouse = (type: string, [clientX, clientY]: [number, number], shiftKey: boolean): void => {
    const target = type === 'mousedown' || type === 'click' ? map : document
    target?.dispatchEvent(
      new MouseEvent(type, { clientX, clientY, shiftKey, bubbles: true, cancelable: true, button: 0 }),
    )
  }
  const drag = (shiftKey: boolean): void => {
    const [a, b, c] = [place(), place(), place()]
    mouse('mousedown', a, shiftKey)
    for (const each of [b, c]) mouse('mousemove', each, shiftKey)
    mouse('mouseup', c, shiftKey)
  }
  const kinds: Record<string, () => unknown> = {
    'choose a row of the table': async () => {
      press('t')
      await rendered()
      await click('.drawer-table tbody td button')
      press('t')
    },
    'choose in the table': async () => {
      press('t')
      await rendered()
      await click('.drawer-table tbody input[type="checkbox"]')
      press('t')
    },
    'click on the map': () => {
      const at = place()
      for (const type of ['mousedown', 'mouseup', 'click']) mouse(type, at, random() < 0.3)
    },
    'drag on the map': () => drag(false),
    'draw a line': () => drag(true),
    'follow a link of the panel': () => click('.panel .link-row button:not(.link-why), .panel .mention'),
    'switch a type': () => click('.legend [role="switch"]'),
    'expand by choice': async () => {
      await click('.expand-menu > button')
      await click('.menu-row', (each) => !each.hasAttribute('disabled'))
    },
    'let the focus go': () => click('.map-chip-end'),
    filter: async () => {
      press('r')
      await rendered()
      await click('.filters input:not([type="range"], [type="number"])')
      press('r')
    },
    'ask to be surer': async () => {
      press('r')
      await rendered()
      set('.confidence input', String(10 * Math.floor(random() * 10)), 'input')
      press('r')
    },
    'draw it otherwise': async () => {
      press('v')
      await rendered()
      await click('.picture input')
      press('Escape')
    },
    'begin with more or fewer': () => {
      const values = [...document.querySelectorAll<HTMLOptionElement>('.map-size option')].map(({ value }) => value)
      set('.map-size select', pick(values) ?? '', 'change')
    },
    undo: () => turn('z', 0),
    redo: () => turn('Z', 1),
    'rest a moment': () => new Promise((next) => setTimeout(next, 300)),
    ...Object.fromEntries(
      ['e', 'c', 's', 'x', 'p', 'o', 'w', 'f', 'h', 'y', '+', '-', 'Escape'].map((key) => [key, () => press(key)]),
    ),
  }
  const done: string[] = []
  for (let at = 0; at < actions; at++) {
    const name = pick(Object.keys(kinds)) ?? ''
    await kinds[name]?.()
    await rendered()
    done.push(name)
  }
  // What is open beside the map is no part of the view, nor is what was just said or what somebody points at.
  document.querySelector<HTMLElement>('.drawer .panel-close')?.click()
  await rendered()
  for (const chip of document.querySelectorAll('.map-chip:not(:has(.map-chip-name))'))
    chip.querySelector<HTMLElement>('.map-chip-end')?.click()
  map?.dispatchEvent(new MouseEvent('mouseleave'))
  return done
}

/** Undoes until there is nothing left to undo. */
export async function undoInPage(): Promise<number> {
  const button = (): HTMLButtonElement | null => document.querySelector('.corner-buttons button')
  let times = 0
  while (button() === null || button()?.disabled === false) {
    const gone = new Promise((next) => addEventListener('popstate', next, { once: true }))
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true, cancelable: true }))
    await Promise.race([gone, new Promise((next) => setTimeout(next, 200))])
    await new Promise((next) => setTimeout(next))
    times++
  }
  return times
}

/** Shows an address as the browser does on the way through its history. */
export function showInPage(address: string): void {
  history.pushState(0, '', address)
  dispatchEvent(new PopStateEvent('popstate', { state: 0 }))
}

export interface Fingerprint {
  address: string
  /** What panels, tray and legend say. */
  texts: string[]
  /** The names on the map, pixel by pixel, as one number. */
  names: number
  /** The map in small: nodes and lines, one number for each of so many squares. */
  picture: number[]
}

/** What is seen, once everything has arrived and the camera rests. */
export async function fingerprintInPage(): Promise<Fingerprint> {
  const settled = async (): Promise<void> => {
    // Longer than the camera must have been at rest before the address says where.
    for (let still = 0, before = ''; still < 8; ) {
      await new Promise((next) => setTimeout(next, 25))
      const now = `${window.framesAsked} ${location.search}`
      const isBusy = document.querySelector('.progress.is-on, .skeleton, .settling') !== null
      still = !isBusy && now === before ? still + 1 : 0
      before = now
    }
  }
  await settled()
  const start = document.querySelector<HTMLElement>('.start .panel-close')
  if (start) {
    // The start page covers much of the map, and is no part of the view.
    start.click()
    await settled()
  }
  // What WebGL drew can be read in the very frame only: so a frame is asked for, and read at its end.
  window.dispatchEvent(new Event('resize'))
  return new Promise((tell) => {
    requestAnimationFrame(() => {
      const small = document.createElement('canvas')
      small.width = 150
      small.height = 100
      const context = small.getContext('2d', { willReadFrequently: true })
      const names = document.querySelector<HTMLCanvasElement>('canvas.sigma-names')
      if (!context || !names) throw new Error('there is no picture')
      for (const layer of ['edges', 'nodes']) {
        const drawn = document.querySelector<HTMLCanvasElement>(`canvas.sigma-${layer}`)
        if (drawn) context.drawImage(drawn, 0, 0, small.width, small.height)
      }
      const { data } = context.getImageData(0, 0, small.width, small.height)
      const letters = names.getContext('2d')?.getImageData(0, 0, names.width, names.height).data ?? []
      let sum = 0
      for (let at = 0; at < letters.length; at += 4) sum = (Math.imul(sum, 31) + (letters[at + 3] ?? 0)) | 0
      const text = (where: string): string[] =>
        [...document.querySelectorAll<HTMLElement>(where)].map((each) => each.textContent ?? '')
      tell({
        address: location.search,
        texts: ['.legend', '.tray-node', '.map-chip-name', '.map-chip-other', '.panel h1', '.expand-count'].flatMap(
          text,
        ),
        names: sum,
        picture: [...data],
      })
    })
  })
}
