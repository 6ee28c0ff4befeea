import './styles/base.css'
import './styles/frame.css'
import './styles/panel.css'
import './styles/drawer.css'
import './styles/filters.css'
import './styles/table.css'
import './styles/tray.css'
import './styles/upload.css'
import './styles/phone.css'
import './styles/exploring.css'
import './styles/picture.css'
import './styles/start.css'
import './styles/map-size.css'
import './styles/share.css'
import './styles/curation.css'
import './styles/compare.css'
import './styles/benchmark.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { foreseeMap } from './graph/map-loader.ts'
import { followStart } from './state/start.ts'
import { followAddress, view } from './state/store.ts'
import { MAP_SIZES } from './state/view.ts'

followAddress()
foreseeMap(view.value.most ?? MAP_SIZES[0])
followStart()
const root = document.getElementById('app')
if (root) render(<App />, root)
