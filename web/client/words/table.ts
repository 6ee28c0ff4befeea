const count = (value: number): string => value.toLocaleString('en')
const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`

/** Words for the table of what is on the map. */
export const tableWords = {
  tabs: 'What the table lists',
  nodes: 'Nodes',
  relationships: 'Relationships',
  nodesOf: (shown: number, all: number) =>
    shown === all ? `${plural(all, 'node')} on the map` : `${count(shown)} of ${plural(all, 'node')} on the map`,
  relationshipsOf: (shown: number, all: number) =>
    shown === all
      ? `${plural(all, 'relationship')} on the map`
      : `${count(shown)} of ${plural(all, 'relationship')} on the map`,
  filterNodes: 'Filter by name',
  filterRelationships: 'Filter by names',
  columns: {
    ...{ name: 'Name', type: 'Type', year: 'Year', venue: 'Venue', papers: 'Papers', degree: 'Links' },
    ...{ community: 'Group', from: 'From', relationship: 'Relationship', to: 'To', confidence: 'Sure' },
  },
  csv: 'CSV',
  saveCsv: 'Save these rows as a CSV file',
  keys: 'Arrow keys move, Enter shows what a row is linked to, Space chooses it.',
  keysRelationships: 'Arrow keys move, Enter shows the words a relationship rests on.',
  noRows: 'Nothing on the map has this in its name.',
}
