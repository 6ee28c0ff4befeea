import type { Value } from '../../queries/store/store.ts'
import type { PaperText } from './evidence.ts'

/** Title and abstract among a paper's properties; undefined without them. */
export function paperText(properties: Readonly<Record<string, Value>> | undefined): PaperText | undefined {
  const { title, abstract } = properties ?? {}
  return typeof title === 'string' && typeof abstract === 'string' ? { title, abstract } : undefined
}
