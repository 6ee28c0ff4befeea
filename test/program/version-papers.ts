export const paperCount = (version: number): number => 40 + version * 10

/** Papers of which each version has its own year and scores: what an answer shows of them tells the version that it is from. */
export const versionPapers = (version: number): string =>
  Array.from({ length: paperCount(version) }, (_, at) => ({
    id: `load:${at}`,
    title: `LoadNet-${at}: a network for tests`,
    abstract: `We propose LoadNet-${at}, which uses BERT. On GLUE it reaches ${50 + version}.${at}% accuracy.`,
    year: 2000 + version,
  }))
    .map((paper) => JSON.stringify(paper))
    .join('\n')
