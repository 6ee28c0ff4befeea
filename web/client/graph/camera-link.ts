import { effect, untracked } from '@preact/signals'
import { encodeView } from '../state/address.ts'
import { isFromHistory, keepCamera, readCameraBy, replace, view } from '../state/store.ts'
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
  private openedOn: string | undefined
  /** The view that is to be opened on by itself. */
  private asked = withoutCamera(view.value)
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
        this.asked = withoutCamera(view.value)
        open()
      })
    })
  }

  /** To be called when the nodes of the view are there: aims the camera as the address says, else at some of them. */
  opened(ids: string[], isAtOnce: boolean): void {
    const { camera: wanted } = view.value
    const here = withoutCamera(view.value)
    // A person went on before there was anything to see: this is no first sight, and its address must say where it is.
    const isOvertaken = !isFromHistory.value && here !== this.asked
    if (wanted) this.camera.restore(wanted, isAtOnce)
    else if (isOvertaken) {
      this.openedOn = undefined
      this.camera.open(ids, isAtOnce)
    } else {
      this.openedOn = here
      const name = `${this.camera.room} ${here}`
      // Panels may have come and gone since: for who comes back the first sight stays what it was.
      const before = this.firstSights.get(name)
      this.camera.open((isFromHistory.value ? before : undefined) ?? ids, isAtOnce)
      this.firstSights.set(name, before ?? this.camera.now)
    }
    this.isOpening = false
    if (!wanted && isOvertaken) replace({ ...view.value, camera: this.camera.now })
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
