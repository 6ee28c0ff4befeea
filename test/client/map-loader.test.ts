import { afterEach, describe, expect, it, vi } from 'vitest'
import { foreseeMap, loadMap } from '../../web/client/graph/map-loader.ts'
import { openingMapPath } from '../../web/map-sizes.ts'

const MAP = {
  ...{ version: 'v1', updating: false, layout: 'settled', totals: { nodes: 1, relationships: 0 }, communities: [] },
  ...{ nodes: [{ id: 'a', type: 'topic', label: 'a', degree: 0, x: 0.5, y: 0.5 }], edges: [] },
}

/** Answers each request with the map, or fails; gives the addresses that were asked. */
function serving({ fails = 0 } = {}): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    if (asked.length <= fails) throw new TypeError('nobody is there')
    return Response.json(MAP)
  })
  return asked
}

afterEach(() => vi.unstubAllGlobals())

describe('a map that is asked for ahead', () => {
  it('is the one that is loaded, once', async () => {
    const asked = serving()
    foreseeMap(400)
    expect((await loadMap(400)).ids).toEqual(['a'])
    expect(asked).toEqual(['./api/map?limit=400'])
    await loadMap(400)
    expect(asked).toHaveLength(2)
  })

  it('is at the address that the server had the browser ask for already', async () => {
    const asked = serving()
    foreseeMap(2000)
    await loadMap(2000)
    foreseeMap(10_000)
    await loadMap(10_000).catch(() => undefined)
    expect(asked).toEqual(
      ['most=2000', 'most=10000'].map((query) => `./api${openingMapPath(new URLSearchParams(query))}`),
    )
  })

  it('is not taken for one of another size', async () => {
    const asked = serving()
    foreseeMap(400)
    await loadMap(1000)
    expect(asked).toEqual(['./api/map?limit=400', './api/map?limit=1000'])
  })

  it('is asked for again where that failed', async () => {
    const asked = serving({ fails: 1 })
    foreseeMap(400)
    await new Promise((later) => setTimeout(later, 5))
    expect((await loadMap(400)).version).toBe('v1')
    expect(asked).toHaveLength(2)
  })
})
