import { foreseeMap } from './graph/map-loader.ts'
import { followAddress, view } from './state/store.ts'
import { mapSizeOf } from './state/view.ts'

// Before anything else of the page is made: the map is on its way meanwhile.
followAddress()
foreseeMap(mapSizeOf(view.value))
