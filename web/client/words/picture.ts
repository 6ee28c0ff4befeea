import type { Colour, Layout, Size } from '../state/view.ts'

const layouts: Record<Layout, [name: string, what: string]> = {
  map: ['Map', 'what is linked lies together'],
  types: ['By type', 'groups side by side'],
  years: ['By year', 'from left to right'],
}
const colours: Record<Colour, [name: string, what: string]> = {
  type: ['Type', 'paper, method, model…'],
  community: ['Community', 'what hangs together'],
  year: ['Year', 'from old to new'],
}
const sizes: Record<Size, [name: string, what: string]> = {
  papers: ['Papers', 'how many name it'],
  degree: ['Relationships', 'in the whole graph'],
  pagerank: ['PageRank', 'on the map'],
}

/** Text of the choices of layout, colour and size, and of the legend that follows them. */
export const pictureWords = {
  title: 'Picture',
  open: 'Layout, colour and size (v)',
  legend: 'Legend',
  layout: 'Layout',
  colour: 'Colour',
  size: 'Size',
  layouts,
  colours,
  sizes,
  plain: 'As at the start',
  communities: 'Communities, called by their strongest concepts',
  community: (names: string, nodes: number) => `${names}: ${nodes.toLocaleString('en')} nodes on the map`,
  otherCommunities: 'Others',
  otherCommunitiesTitle: 'Smaller communities, and what belongs to none',
  years: 'Colours of years',
  yearOf: 'Papers by their year, the rest by the median year of the papers here that name it.',
  noYear: 'no year',
  noYears: 'Nothing on the map has a year.',
  withoutYear: (nodes: number) => `${nodes.toLocaleString('en')} without a year`,
  sizeIs: {
    papers: 'named by more papers',
    degree: 'more relationships',
    pagerank: 'higher PageRank',
  } satisfies Record<Size, string>,
}
