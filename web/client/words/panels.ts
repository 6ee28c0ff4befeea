const count = (value: number): string => value.toLocaleString('en')

export const panelWords = {
  loadMore: (left: number) => `Load more of the ${count(left)} others`,
  noOrigin: 'No paper of this graph introduces it.',
  loading: 'Loading…',
  openEdge: 'Look at the relationship',
  allPlaces: (value: number) => (value === 1 ? 'The words' : `The words, in ${count(value)} places`),
  place: { title: 'in the title', abstract: 'in the abstract' },
  sure: (confidence: number) => `${Math.round(confidence * 100)} %`,
  sureLabel: 'How sure',
  foundBy: 'Found by',
  extractor: 'Read by',
  moreAliases: (value: number) => `and ${count(value)} more`,
}
