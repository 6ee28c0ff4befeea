import { effect, signal } from '@preact/signals'

export type Theme = 'system' | 'light' | 'dark'
const KEY = 'papergraph.theme'
const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = signal(darkSystem.matches)
darkSystem.addEventListener('change', () => {
  systemIsDark.value = darkSystem.matches
})

export const theme = signal<Theme>(stored())
export const isDark = (): boolean => theme.value === 'dark' || (theme.value === 'system' && systemIsDark.value)

export function nextTheme(): void {
  const order: Theme[] = ['system', 'light', 'dark']
  theme.value = order[(order.indexOf(theme.value) + 1) % order.length] ?? 'system'
  try {
    localStorage.setItem(KEY, theme.value)
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

effect(() => {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light'
})

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}
