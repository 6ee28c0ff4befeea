import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { EMPTY_VIEW } from '../../web/client/state/view.ts'
import { FakeHistory } from './fake-history.ts'

describe('who comes back by undo', () => {
  let store: typeof import('../../web/client/state/store.ts')
  let start: typeof import('../../web/client/state/start.ts')
  let exploring: typeof import('../../web/client/state/exploring.ts')
  const browser = new FakeHistory()
  beforeAll(async () => {
    vi.stubGlobal('history', browser)
    vi.stubGlobal('location', browser.location)
    vi.stubGlobal('window', browser)
    store = await import('../../web/client/state/store.ts')
    start = await import('../../web/client/state/start.ts')
    exploring = await import('../../web/client/state/exploring.ts')
    store.followAddress()
    start.followStart()
  })
  beforeEach(() => {
    while (store.steps.value.back > 0) store.undo()
    store.replace(EMPTY_VIEW)
    store.readCameraBy(({ camera }) => camera)
  })
  const hideTopics = (): void => store.go({ ...store.view.value, hidden: ['topic'] })

  it('finds the start page where nothing was done, and none where the camera had been moved', () => {
    hideTopics()
    expect(start.isStartShown.value).toBe(false)
    store.undo()
    expect(start.isStartShown.value).toBe(true)

    // As an address that was copied after the map was moved.
    start.leaveStart()
    store.replace({ ...EMPTY_VIEW, camera: { x: 0.5, y: 0.4, ratio: 2 } })
    hideTopics()
    store.undo()
    expect(start.isStartShown.value).toBe(false)
  })

  it('finds the first sight of a view, wherever the camera went while something could be done again', () => {
    let camera = store.view.value.camera
    store.readCameraBy(() => camera)
    hideTopics()
    store.undo()
    camera = { x: 0.1, y: 0.2, ratio: 1 }
    store.keepCamera()
    expect([browser.location.search, store.canUndo.value]).toEqual(['?camera=0.1_0.2_1', true])
    store.redo()
    expect(store.view.value.hidden).toEqual(['topic'])
    store.undo()
    expect([browser.location.search, store.view.value.camera]).toEqual(['', undefined])
    expect(store.canUndo.value).toBe(false)

    // Undo leads there as well, and leaves what lies ahead.
    store.keepCamera()
    store.undo()
    expect([browser.location.search, store.steps.value]).toEqual(['', { back: 0, ahead: 1 }])
  })

  it('finds the start page who asks for it while the camera still moves', () => {
    hideTopics()
    store.readCameraBy(() => ({ x: 0.3, y: 0.3, ratio: 1 }))
    vi.stubGlobal('requestAnimationFrame', (work: () => void) => work())
    start.goToStart()
    expect([browser.location.search, start.isStartShown.value]).toEqual(['', true])
  })

  it('does not leave the page by a key that is held down', () => {
    hideTopics()
    const back = vi.spyOn(browser, 'back').mockImplementation(() => undefined)
    store.undo()
    store.undo()
    expect(back).toHaveBeenCalledTimes(1)
    back.mockRestore()
    browser.back()
    expect(store.steps.value.back).toBe(0)
  })

  it('does not read again what was said of a line that was drawn before going on', () => {
    exploring.noteLasso('No node lies inside the line.')
    expect(exploring.noticeNow()).toBe('No node lies inside the line.')
    hideTopics()
    expect(exploring.noticeNow()).toBe(undefined)
    store.undo()
    expect(exploring.noticeNow()).toBe(undefined)
  })
})
