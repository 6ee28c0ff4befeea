import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'

const LAYERS = ['edges', 'nodes', 'hoverNodes'] as const
type Layer = (typeof LAYERS)[number]
type Program = new (...given: never[]) => object

/**
 * What of Sigma belongs to a WebGL context. Sigma 3.0.3 never makes these anew: without them a context that is back draws
 * nothing, and what is under the pointer is not found.
 */
interface Inside {
  webGLContexts: Record<Layer, WebGLRenderingContext>
  frameBuffers: Partial<Record<Layer, WebGLFramebuffer | null>>
  textures: Partial<Record<Layer, WebGLTexture>>
  pickingLayers: ReadonlySet<Layer>
  nodePrograms: Record<string, object>
  nodeHoverPrograms: Record<string, object>
  edgePrograms: Record<string, object>
  settings: {
    nodeProgramClasses: Record<string, Program>
    nodeHoverProgramClasses: Record<string, Program>
    edgeProgramClasses: Record<string, Program>
  }
  registerNodeProgram(name: string, program: Program, hover: Program | undefined): void
  registerEdgeProgram(name: string, program: Program): void
}

/** Says when the graphics system takes the picture away; when it gives the context back, draws again and says so. */
export function listenToContext(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  events: { onLost(): void; onBack(): void },
): void {
  const inside = sigma as unknown as Inside
  const isLost = (): boolean => LAYERS.some((layer) => inside.webGLContexts[layer].isContextLost())
  for (const layer of LAYERS) {
    const canvas = sigma.getCanvases()[layer]
    canvas?.addEventListener('webglcontextlost', (event) => {
      // Else the browser never gives it back.
      event.preventDefault()
      events.onLost()
    })
    canvas?.addEventListener('webglcontextrestored', () => {
      if (isLost()) return
      makeAnew(inside)
      sigma.refresh()
      events.onBack()
    })
  }
}

function makeAnew(inside: Inside): void {
  const { webGLContexts, settings } = inside
  for (const layer of LAYERS) {
    const gl = webGLContexts[layer]
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
    delete inside.textures[layer]
    if (inside.pickingLayers.has(layer)) inside.frameBuffers[layer] = gl.createFramebuffer()
  }
  // What belongs to the context that is gone went with it: to end it once more is an error.
  Object.assign(inside, { nodePrograms: {}, nodeHoverPrograms: {}, edgePrograms: {} })
  for (const [name, program] of Object.entries(settings.nodeProgramClasses))
    inside.registerNodeProgram(name, program, settings.nodeHoverProgramClasses[name])
  for (const [name, program] of Object.entries(settings.edgeProgramClasses)) inside.registerEdgeProgram(name, program)
}
