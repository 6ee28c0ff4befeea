import type { GraphNode, GraphRelationship, Properties } from '../model.ts'
import { appearanceOf, channelsOf } from './appearance.ts'
import { DRAWING_SIDE, type Drawn, type ExportGraph } from './graph.ts'
import {
  allProperties,
  attributeName,
  NODE_PROPERTIES,
  type PropertyType,
  type PropertyTypes,
  RELATIONSHIP_PROPERTIES,
  typesOfNode,
  typesOfRelationship,
} from './properties.ts'
import { valueText } from './values.ts'
import { xmlText } from './xml.ts'

// GraphML: http://graphml.graphdrawing.org/specification.html, with the typed attributes of its extension
// (http://graphml.graphdrawing.org/primer/graphml-primer.html#Attributes). It has no lists, so these are JSON in a string, and no
// looks: label, x, y, size, r, g and b are the names that Gephi reads as such (https://docs.gephi.org, "GraphML Format").
const TYPES: Readonly<Record<PropertyType, string>> = {
  string: 'string',
  integer: 'long',
  float: 'double',
  boolean: 'boolean',
  strings: 'string',
  integers: 'string',
}

const LOOKS: [string, string][] = [
  ['label', 'string'],
  ['color', 'string'],
  ['r', 'int'],
  ['g', 'int'],
  ['b', 'int'],
  ['size', 'double'],
  ['x', 'double'],
  ['y', 'double'],
]

/** The graph as GraphML, with the view's colours, sizes by degree, and places where they are known. */
export async function* graphml({ pages, places }: ExportGraph): AsyncGenerator<string> {
  yield head()
  let number = 0
  for await (const page of pages) {
    if (page.kind === 'nodes') yield page.nodes.map((node) => nodeText(node, places?.get(node.id))).join('')
    else {
      let text = ''
      for (const relationship of page.relationships) text += edgeText(relationship, number++)
      yield text
    }
  }
  yield '  </graph>\n</graphml>\n'
}

function head(): string {
  const nodeKeys = allProperties(NODE_PROPERTIES).map(([name, type]) => key('node', name, TYPES[type]))
  const edgeKeys = allProperties(RELATIONSHIP_PROPERTIES).map(([name, type]) => key('edge', name, TYPES[type]))
  const looks = LOOKS.map(([name, type]) => key('node', name, type))
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${key('node', 'labels', 'string')}${nodeKeys.join('')}${looks.join('')}${key('edge', 'relationship', 'string')}${edgeKeys.join('')}  <graph id="papergraph" edgedefault="directed">
`
}

const key = (of: 'node' | 'edge', name: string, type: string): string =>
  `  <key id="${keyId(of, name)}" for="${of}" attr.name="${attributeName(name)}" attr.type="${type}"/>\n`

const keyId = (of: 'node' | 'edge', name: string): string => `${of}-${name}`

function nodeText(node: GraphNode, place: Drawn | undefined): string {
  const { label, colour, size } = appearanceOf(node, place)
  const { r, g, b } = channelsOf(colour)
  const looks: [string, string | number][] = [
    ['labels', JSON.stringify(node.labels)],
    ['label', label],
    ['color', colour],
    ['r', r],
    ['g', g],
    ['b', b],
    ['size', size],
    ...(place === undefined
      ? []
      : ([
          ['x', place.x * DRAWING_SIDE],
          ['y', place.y * DRAWING_SIDE],
        ] satisfies [string, number][])),
  ]
  const shown = looks.map(([name, value]) => data('node', name, String(value))).join('')
  return `    <node id="${xmlText(node.id)}">${shown}${properties('node', node.properties, typesOfNode(node))}</node>\n`
}

function edgeText(relationship: GraphRelationship, number: number): string {
  const { type, from, to } = relationship
  const values = properties('edge', relationship.properties, typesOfRelationship(relationship))
  return `    <edge id="${number}" source="${xmlText(from)}" target="${xmlText(to)}">${data('edge', 'relationship', type)}${values}</edge>\n`
}

const properties = (of: 'node' | 'edge', values: Properties, types: PropertyTypes): string =>
  Object.entries(values)
    .map(([name, value]) => data(of, name, valueText(value, types[name])))
    .join('')

const data = (of: 'node' | 'edge', name: string, text: string): string =>
  `<data key="${keyId(of, name)}">${xmlText(text)}</data>`
