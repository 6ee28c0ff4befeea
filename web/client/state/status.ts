import { api } from '../api.ts'
import { isAway, report, status } from './store.ts'

const EVERY_MS = 5000

/** Asks what is open; an answer means that the server is there. */
export async function readStatus(): Promise<void> {
  try {
    status.value = await api.status()
    isAway.value = false
  } catch (error) {
    report(error)
  }
}

/** Asks every five seconds while somebody looks, and at once when they come back. Returns how to stop. */
export function pollStatus(): () => void {
  const ask = (): void => {
    if (!document.hidden) void readStatus()
  }
  const timer = setInterval(ask, EVERY_MS)
  document.addEventListener('visibilitychange', ask)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', ask)
  }
}
