import { createRequire } from 'node:module'
import type louvainTypes from 'graphology-communities-louvain'
import type forceAtlas2Types from 'graphology-layout-forceatlas2'
import type noverlapTypes from 'graphology-layout-noverlap'
import type pagerankTypes from 'graphology-metrics/centrality/pagerank.js'

// CommonJS modules whose types declare a default export that Node does not see: required, they are what the types say.
const load = createRequire(import.meta.url)

export const forceAtlas2: typeof forceAtlas2Types.default = load('graphology-layout-forceatlas2')
export const noverlap: typeof noverlapTypes.default = load('graphology-layout-noverlap')
export const louvain: typeof louvainTypes.default = load('graphology-communities-louvain')
export const pagerank: typeof pagerankTypes.default = load('graphology-metrics/centrality/pagerank')
