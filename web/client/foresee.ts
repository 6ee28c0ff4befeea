import { foreseeMap } from './graph/map-loader.ts'
import { followAddress, view } from './state/store.ts'
import { MAP_SIZES } from './state/view.ts'

// Before anything else of the page is made: the map is on its way meanwhile.
followAddress()
foreseeMap(view.value.most ?? MAP_SIZES[0])
