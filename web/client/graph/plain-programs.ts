import type Sigma from 'sigma'
import { EdgeLineProgram, NodePointProgram } from 'sigma/rendering'
import type { RenderParams } from 'sigma/types'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'

type Renderer = Sigma<NodeAttributes, EdgeAttributes>

/** Nodes as points, without the second picture that tells which is where: plain maps ask PlainIndex. */
export class PlainPoints extends NodePointProgram<NodeAttributes, EdgeAttributes> {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Renderer) {
    super(gl, null, renderer)
  }
}

/** Lines one pixel wide, which are not drawn while `isQuiet`: ten thousand nodes have three times as many. */
export function plainLines(isQuiet: () => boolean) {
  return class PlainLines extends EdgeLineProgram<NodeAttributes, EdgeAttributes> {
    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Renderer) {
      super(gl, null, renderer)
    }

    override render(params: RenderParams): void {
      if (!isQuiet()) super.render(params)
    }
  }
}
