/** A browser's history with its address, as far as the view uses them: going back and forward tells the listeners at once. */
export class FakeHistory {
  readonly location = { pathname: '/', search: '' }
  private entries: { state: unknown; search: string }[] = [{ state: null, search: '' }]
  private at = 0
  private readonly listeners: ((event: { state: unknown }) => void)[] = []

  get state(): unknown {
    return this.entries[this.at]?.state
  }

  pushState(state: unknown, _title: string, address: string): void {
    this.entries = [...this.entries.slice(0, this.at + 1), { state, search: '' }]
    this.at++
    this.replaceState(state, _title, address)
  }

  replaceState(state: unknown, _title: string, address: string): void {
    const search = address.startsWith('?') ? address : ''
    this.entries[this.at] = { state, search }
    this.location.search = search
  }

  back(): void {
    this.go(-1)
  }

  forward(): void {
    this.go(1)
  }

  addEventListener(_name: 'popstate', listener: (event: { state: unknown }) => void): void {
    this.listeners.push(listener)
  }

  private go(by: number): void {
    const entry = this.entries[this.at + by]
    if (!entry) return
    this.at += by
    this.location.search = entry.search
    for (const tell of this.listeners) tell({ state: entry.state })
  }
}
