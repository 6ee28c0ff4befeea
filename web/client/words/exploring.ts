import type { RelationshipType } from '../../api.ts'

const count = (value: number): string => value.toLocaleString('en')
const nodes = (value: number): string => `${count(value)} ${value === 1 ? 'node' : 'nodes'}`
const steps = (value: 1 | 2): string => (value === 1 ? '1 step' : '2 steps')

const ALONG: Record<RelationshipType, string> = {
  INTRODUCES: 'along “introduces”',
  USES: 'along “uses”',
  SCORES: 'along “states scores on”',
  ABOUT: 'along “is about”',
  LINKS_TO: 'along “links to”',
  VARIANT_OF: 'along “is a variant of”',
}

/** Words for expanding, pinning, focus and the lasso. */
export const exploringWords = {
  expandHow: 'Choose which neighbours come',
  expandMenu: (more: number) => `Show up to ${count(more)} more`,
  mostConnected: 'Most connected first',
  newest: 'Newest first',
  along: (relationship: RelationshipType) => ALONG[relationship],
  shownOf: (shown: number, total: number) =>
    shown === 0 ? count(total) : shown >= total ? `all ${count(total)}` : `${count(shown)} of ${count(total)}`,
  pin: 'Pin',
  unpin: 'Pinned',
  pinTitle: 'Keep it where it is, whatever else moves',
  unpinTitle: 'Let it go back to its place',
  unpinAll: (value: number) => `Let all ${count(value)} pinned nodes go`,
  focus: 'Only this and',
  focusSteps: (value: 1 | 2) => steps(value),
  focusTitle: (value: 1 | 2) => `Show only this node and what lies within ${steps(value)}`,
  unfocus: 'Show everything again',
  inFocus: 'Only',
  inFocusSteps: (value: 1 | 2) => `and ${value === 1 ? 'its 1 step' : 'its 2 steps'}`,
  lasso: 'Choose by drawing a line around',
  lassoHint: 'Draw a line around nodes to choose them.',
  lassoEnd: 'Stop drawing',
  dismiss: 'Dismiss',
  chosen: (value: number, leftOut: number) =>
    value === 0
      ? 'No node lies inside the line.'
      : `${nodes(value)} chosen${leftOut > 0 ? `, the largest; ${count(leftOut)} more did not fit` : ''}.`,
  chooseAnotherByTouch: 'Rest a finger on another node, or press “Choose” in its panel, to look at them together',
  pinnedAt: (name: string) => `${name} is pinned.`,
  unpinned: (name: string) => `${name} is no longer pinned.`,
}
