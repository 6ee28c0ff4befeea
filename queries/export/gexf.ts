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

// GEXF 1.3: https://gexf.net/schema.html and https://gexf.net/viz.html. Lists are of the type liststring and written as JSON, which
// Gephi reads as lists and NetworkX, which knows no other list type, as text.
const TYPES: Readonly<Record<PropertyType, string>> = {
  string: 'string',
  integer: 'long',
  float: 'double',
  boolean: 'boolean',
  strings: 'liststring',
  integers: 'liststring',
}

/** The graph as GEXF, with the view's colours, sizes by degree, and places where they are known. */
export async function* gexf({ version, pages, places }: ExportGraph): AsyncGenerator<string> {
  yield head(version)
  let number = 0
  let isInEdges = false
  for await (const page of pages) {
    if (page.kind === 'nodes') yield page.nodes.map((node) => nodeText(node, places?.get(node.id))).join('')
    else {
      if (!isInEdges) yield '    </nodes>\n    <edges>\n'
      isInEdges = true
      let text = ''
      for (const relationship of page.relationships) text += edgeText(relationship, number++)
      yield text
    }
  }
  if (!isInEdges) yield '    </nodes>\n    <edges>\n'
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

function head(version: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>papergraph</creator>
    <description>${xmlText(`Papers and what they name; version ${version} of the graph.`)}</description>
  </meta>
  <graph mode="static" defaultedgetype="directed" idtype="string">
    <attributes class="node">
      <attribute id="labels" title="labels" type="liststring"/>
${declared(allProperties(NODE_PROPERTIES))}    </attributes>
    <attributes class="edge">
      <attribute id="relationship" title="relationship" type="string"/>
${declared(allProperties(RELATIONSHIP_PROPERTIES))}    </attributes>
    <nodes>
`
}

const declared = (properties: [string, PropertyType][]): string =>
  properties
    .map(([name, type]) => `      <attribute id="${name}" title="${attributeName(name)}" type="${TYPES[type]}"/>\n`)
    .join('')

function nodeText(node: GraphNode, place: Drawn | undefined): string {
  const { label, colour, size } = appearanceOf(node, place)
  const { r, g, b } = channelsOf(colour)
  const position =
    place === undefined ? '' : `<viz:position x="${place.x * DRAWING_SIDE}" y="${place.y * DRAWING_SIDE}" z="0"/>`
  const values = attribute('labels', JSON.stringify(node.labels)) + attributes(node.properties, typesOfNode(node))
  return `      <node id="${xmlText(node.id)}" label="${xmlText(label)}"><attvalues>${values}</attvalues><viz:color r="${r}" g="${g}" b="${b}"/>${position}<viz:size value="${size}"/></node>\n`
}

function edgeText(relationship: GraphRelationship, number: number): string {
  const { type, from, to, properties } = relationship
  const values = attribute('relationship', type) + attributes(properties, typesOfRelationship(relationship))
  // `kind` lets Gephi keep several relationships of one pair apart.
  return `      <edge id="${number}" source="${xmlText(from)}" target="${xmlText(to)}" kind="${type}" label="${type}"><attvalues>${values}</attvalues></edge>\n`
}

const attributes = (properties: Properties, types: PropertyTypes): string =>
  Object.entries(properties)
    .map(([name, value]) => attribute(name, valueText(value, types[name])))
    .join('')

const attribute = (name: string, text: string): string => `<attvalue for="${name}" value="${xmlText(text)}"/>`
