import { joinKey } from './fold.ts'

/** Numbers for strings, so that a million mentions are held as integers. Numbers depend on the order of arrival: never let them out. */
export class Interner {
  readonly texts: string[] = []
  private readonly numbers = new Map<string, number>()

  number(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  find(text: string): number | undefined {
    return this.numbers.get(text)
  }

  text(number: number): string {
    return this.texts[number] ?? ''
  }
}

/** Forms of names and, for each, the key that it shares with its spellings. */
export class Forms extends Interner {
  readonly keys = new Interner()
  private readonly keyOf: number[] = []

  key(form: number): number {
    const known = this.keyOf[form]
    if (known !== undefined) return known
    const key = this.keys.number(joinKey(this.text(form)))
    this.keyOf[form] = key
    return key
  }
}
