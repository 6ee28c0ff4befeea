/**
 * Runs in the page before anything of its own, as text: there it has the page's names. Notes which WebGL canvases there are and when
 * Sigma's layers were first drawn, and moves the pointer as a person does.
 */
export const IN_PAGE = `
window.bench = (() => {
  const contexts = [], drawn = new Set(), tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
  const getContext = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (...given) {
    const context = getContext.apply(this, given)
    if (/webgl/.test(given[0]) && context && !contexts.includes(context)) contexts.push(context)
    return context
  }
  for (const [name, countAt, most] of [['drawArrays', 2, 1], ['drawArraysInstanced', 3, 1]]) {
    const draw = WebGL2RenderingContext.prototype[name]
    WebGL2RenderingContext.prototype[name] = function (...given) {
      if (given[countAt] >= 500) drawn.add(/edges/.test(this.canvas.className) ? 'edges' : 'nodes')
      return draw.apply(this, given)
    }
  }
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()))
  // What was asked of the graphics card is done when a pixel can be read.
  const finish = () => {
    for (const gl of contexts) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
  }
  const target = () => document.querySelector('canvas.sigma-mouse')
  const point = (type, x, y) => {
    const given = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, button: 0, view: window }
    target().dispatchEvent(new MouseEvent(type, given))
  }
  const painted = new Promise((resolve) => {
    const look = () => {
      if (!drawn.has('nodes') || !drawn.has('edges')) return requestAnimationFrame(look)
      finish()
      resolve(performance.now())
    }
    requestAnimationFrame(look)
  })
  return {
    painted,
    longest: () => Math.max(0, ...tasks.splice(0)),
    async settle() {
      for (let at = 0; at < 30; at++) await frame()
      await new Promise((resolve) => setTimeout(resolve, 600))
      finish()
      tasks.length = 0
    },
    async pan(frames) {
      const [x, y] = [innerWidth / 2, 90]
      point('mousedown', x, y)
      point('mousemove', x + 1, y + 1)
      await frame()
      finish()
      const begin = performance.now()
      for (let at = 0; at < frames; at++) {
        point('mousemove', x + 6 * at, y + 4 * at)
        await frame()
        finish()
      }
      const took = performance.now() - begin
      point('mouseup', x + 6 * frames, y + 4 * frames)
      return took / frames
    },
    async hover(steps) {
      for (let at = 0; at < steps; at++) {
        point('mousemove', innerWidth * (0.3 + (0.4 * at) / steps), innerHeight * (0.3 + (0.4 * at) / steps))
        await frame()
      }
    },
    /** Looks for a node and drags it; false where there is none. */
    async drag(frames) {
      for (let at = 0; at < 400; at++) {
        const [x, y] = [innerWidth * (0.35 + 0.3 * ((at * 0.618) % 1)), innerHeight * (0.3 + (0.4 * at) / 400)]
        point('mousemove', x, y)
        if (!document.querySelector('.is-over')) continue
        await frame()
        point('mousedown', x, y)
        for (let step = 0; step < frames; step++) {
          point('mousemove', x + 3 * step, y + 2 * step)
          await frame()
        }
        point('mouseup', x + 3 * frames, y + 2 * frames)
        return true
      }
      return false
    },
    async wheel() {
      target().dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: -300, clientX: 700, clientY: 450 }))
      for (let at = 0; at < 30; at++) await frame()
    },
  }
})()
`

/** A page with Sigma as it comes, on the same graph. */
export const PLAIN_PAGE = (limit: number): string => `<!doctype html>
<style>html, body, #map { margin: 0; height: 100% }</style><div id="map"></div>
<script src="graphology.js"></script><script src="sigma.js"></script>
<script type="module">
  const { nodes, edges, types } = await (await fetch('./api/map/columns?limit=${limit}')).json()
  const graph = new graphology.UndirectedGraph()
  const colours = { paper: '#5a6577', method: '#0069a8', model: '#b84f08', benchmark: '#00805c', topic: '#a8478a', repo: '#8a6a00' }
  nodes.id.forEach((id, at) => graph.addNode(id, {
    x: nodes.x[at], y: nodes.y[at], label: nodes.label[at], color: colours[types[nodes.type[at]]],
    size: Math.min(6, 1 + Math.sqrt(nodes.degree[at]) / 4),
  }))
  edges.from.forEach((from, at) => {
    const [a, b] = [nodes.id[from], nodes.id[edges.to[at]]]
    if (a !== b && !graph.hasEdge(a, b)) graph.addEdgeWithKey(String(at), a, b)
  })
  new Sigma(graph, document.getElementById('map'))
</script>`
