/** Text of tidying the map. */
export const tidyWords = {
  tidy: 'Tidy the map (y)',
  untidy: 'Tidied: put it back as it was (y)',
  settling: (percent: number) => `Settling… ${percent} %`,
  stop: 'Stop',
  settled: 'The map is tidied.',
  onlyMap: 'Only the layout “Map” can be tidied.',
  tooMany: 'There are too many nodes on the map to tidy them here.',
  failed: 'The map could not be tidied: this browser did not start what works it out.',
}
