import type Sigma from 'sigma'
import type { NodeDisplayData } from 'sigma/types'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'

/**
 * What Sigma 3.0.3 draws of each node, to be read and not to be changed. Its own getNodeDisplayData gives a copy each time, which is
 * most of the work where ten thousand are looked at for a frame.
 */
export function drawnNodes(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
): Readonly<Record<string, Readonly<NodeDisplayData> | undefined>> {
  return Reflect.get(sigma, 'nodeDataCache')
}
