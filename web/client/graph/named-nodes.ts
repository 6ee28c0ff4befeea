import type { ApiNode } from '../../api.ts'
import { ApiError, api } from '../api.ts'

/** A node that was asked for by name, and what it is linked to. */
export interface Named {
  node: ApiNode
  near: readonly string[]
}

/** Nodes that the address names, each asked for once. */
export class NamedNodes {
  private readonly known = new Map<string, Named | undefined>()

  forget(): void {
    this.known.clear()
  }

  /** What a name or an id stands for; undefined where nothing does. */
  async find(name: string): Promise<Named | undefined> {
    if (this.known.has(name)) return this.known.get(name)
    const found = await ask(name)
    this.known.set(name, found)
    if (found) this.known.set(found.node.id, found)
    return found
  }

  get(id: string): Named | undefined {
    return this.known.get(id)
  }
}

async function ask(name: string): Promise<Named | undefined> {
  try {
    const { node, groups } = await api.node(name)
    return { node, near: groups.flatMap(({ links }) => links.map(({ other }) => other.id)) }
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}
