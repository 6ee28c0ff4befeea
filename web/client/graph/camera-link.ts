import { effect, untracked } from '@preact/signals'
import { encodeView } from '../state/address.ts'
import { keepCamera, readCameraBy, view } from '../state/store.ts'
import type { Camera, View } from '../state/view.ts'
import { isSame, type MapCamera } from './map-camera.ts'

/**
 * Keeps the camera and the address one: where the camera rests is written there, and going back or forward brings it back.
 * A view without a camera is seen as it opens by itself; `open` makes that so, once everything is there.
 */
export class CameraLink {
  private readonly camera: MapCamera
  private isOpening = true
  /** The view that the camera was opened on by itself: for another one the address says where it is. */
  private openedOn = ''
  /** Where the camera opened before, by view and room. */
  private readonly firstSights = new Map<string, Camera>()

  constructor(camera: MapCamera, open: () => void) {
    this.camera = camera
    readCameraBy((of) => {
      if (this.isOpening) return of.camera
      return this.isFirstSightOf(of) ? undefined : camera.now
    })
    camera.onRest(() => {
      camera.settle()
      keepCamera()
    })
    effect(() => {
      const { camera: wanted } = view.value
      untracked(() => {
        if (this.isOpening) return
        if (wanted && !isSame(wanted, camera.now)) camera.restore(wanted)
        if (wanted || this.isFirstSightOf(view.value)) return
        this.isOpening = true
        open()
      })
    })
  }

  /** To be called when the nodes of the view are there: aims the camera as the address says, else at some of them. */
  opened(ids: string[], isAtOnce: boolean): void {
    const { camera: wanted } = view.value
    if (wanted) this.camera.restore(wanted, isAtOnce)
    else {
      this.openedOn = withoutCamera(view.value)
      const name = `${this.camera.room} ${this.openedOn}`
      // Panels may have come and gone since: the first sight stays what it was.
      this.camera.open(this.firstSights.get(name) ?? ids, isAtOnce)
      this.firstSights.set(name, this.camera.now)
    }
    this.isOpening = false
  }

  /** Before another graph is opened. */
  forget(): void {
    this.firstSights.clear()
  }

  private isFirstSightOf(of: View): boolean {
    return this.camera.isAsOpened && withoutCamera(of) === this.openedOn
  }
}

const withoutCamera = ({ camera: _camera, ...rest }: View): string => encodeView(rest)
