import { MAP_SIZES } from '../../map-sizes.ts'
import { go, loading, view } from '../state/store.ts'
import { mapSizeOf } from '../state/view.ts'
import { mapSizeWords } from '../words/map-size.ts'

/** Chooses how many nodes the map begins with, of the numbers that the graph has use for. `isNamed`: its name is to be seen. */
export function MapSize({ total, isNamed = false }: { total: number; isNamed?: boolean }) {
  const now = mapSizeOf(view.value)
  // A number that the graph does not fill shows all of it; larger ones show no more.
  const sizes = MAP_SIZES.filter((size, at) => at === 0 || (MAP_SIZES[at - 1] ?? 0) < total || size === now)
  if (sizes.length < 2) return null
  const choose = (size: number): void => {
    const { most: _before, ...rest } = view.value
    go(size === MAP_SIZES[0] ? rest : { ...rest, most: size })
  }
  return (
    <label class="map-size">
      <span class={isNamed ? 'map-size-name' : 'sr-only'}>{mapSizeWords.label}</span>
      <select
        title={mapSizeWords.label}
        value={String(now)}
        onChange={({ currentTarget }) => choose(Number(currentTarget.value))}
      >
        {sizes.map((size) => (
          <option key={size} value={String(size)}>
            {size >= total ? mapSizeWords.all(total) : mapSizeWords.choice(size)}
          </option>
        ))}
      </select>
      {loading.value > 0 && now > (MAP_SIZES[1] ?? 0) && (
        <span class="map-size-busy" role="status">
          {mapSizeWords.drawing(Math.min(now, total))}
        </span>
      )}
    </label>
  )
}
