declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One step of ForceAtlas2 on columns of ten numbers a node and three an edge, which it changes. */
  export default function iterate(settings: object, nodes: Float64Array, edges: Float64Array): void
}
