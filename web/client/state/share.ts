import { signal } from '@preact/signals'
import { shareWords } from '../words/share.ts'
import { announcement, keepCamera, openDrawer } from './store.ts'

/** What was done last, in words; seen for a moment. */
export const toast = signal('')
/** The browser lets nobody write to its clipboard: the link is there to be copied by hand. */
export const isCopyRefused = signal(false)

const SEEN_MS = 4000
let timer = 0

function tell(text: string): void {
  announcement.value = text
  toast.value = text
  clearTimeout(timer)
  timer = window.setTimeout(() => {
    toast.value = ''
  }, SEEN_MS)
}

/** Whether a text could be copied. Browsers allow it on this machine and over TLS, and only while the page has the focus. */
export async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Copies the address, which holds the whole view; where that is refused, shows it to be copied by hand. */
export async function copyLink(): Promise<void> {
  // The camera may just have moved, and the address does not say so before it rests.
  keepCamera()
  isCopyRefused.value = !(await putOnClipboard(location.href))
  if (!isCopyRefused.value) {
    tell(shareWords.copied)
    return
  }
  openDrawer.value = 'share'
  announcement.value = shareWords.copyByHand
}

/** Gives a person a file. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  tell(shareWords.saved(name))
}
