import type Sigma from 'sigma'
import type { EdgeProgramType, NodeProgramType } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'

type NodePrograms = NodeProgramType<NodeAttributes, EdgeAttributes>
type EdgePrograms = EdgeProgramType<NodeAttributes, EdgeAttributes>
type Given = [
  gl: WebGLRenderingContext,
  picking: WebGLFramebuffer | null,
  renderer: Sigma<NodeAttributes, EdgeAttributes>,
]

/** What a program for the graphics card is to Sigma: made from its sources when there is something to draw, and not before. */
class Late<P extends { kill(): void; reallocate(capacity: number): void; render(params: RenderParams): void }> {
  readonly drawLabel = undefined
  readonly drawHover = undefined
  protected made: P | undefined
  private readonly make: () => P

  constructor(make: () => P) {
    this.make = make
  }

  reallocate(capacity: number): void {
    if (capacity > 0) this.made ??= this.make()
    this.made?.reallocate(capacity)
  }
  render(params: RenderParams): void {
    this.made?.render(params)
  }
  kill(): void {
    this.made?.kill()
  }
}

/** A way of drawing nodes that costs nothing while there are none of its kind. */
export function lateNodes(Program: NodePrograms): NodePrograms {
  return class extends Late<InstanceType<NodePrograms>> {
    constructor(...given: Given) {
      super(() => new Program(...given))
    }
    process(index: number, offset: number, data: NodeDisplayData): void {
      this.made?.process(index, offset, data)
    }
  }
}

/** A way of drawing lines that costs nothing while there are none of its kind. */
export function lateEdges(Program: EdgePrograms): EdgePrograms {
  return class extends Late<InstanceType<EdgePrograms>> {
    constructor(...given: Given) {
      super(() => new Program(...given))
    }
    process(index: number, offset: number, from: NodeDisplayData, to: NodeDisplayData, data: EdgeDisplayData): void {
      this.made?.process(index, offset, from, to, data)
    }
  }
}
