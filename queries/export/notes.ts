import {
  type GraphNode,
  type GraphRelationship,
  keyLabel,
  type PropertyValue,
  type RelationshipType,
} from '../model.ts'
import { labelOf, typeOf } from './appearance.ts'
import type { ExportGraph, FolderPiece } from './graph.ts'
import { markdownText } from './markdown-text.ts'
import { NoteNames } from './note-names.ts'

// Obsidian: https://help.obsidian.md/properties and https://help.obsidian.md/links. Other programs read the same: YAML before the text,
// [[folder/name|words]] as a link.

const SECTIONS: Readonly<Record<RelationshipType, string>> = {
  ABOUT: 'About',
  INTRODUCES: 'Introduces',
  LINKS_TO: 'Links to',
  SCORES: 'Scores on',
  USES: 'Uses',
  VARIANT_OF: 'Variant of',
}

/** Every node as a note in the folder of its type, its relationships as links with the sentence that they rest on. */
export async function* notes({ pages }: ExportGraph): AsyncGenerator<FolderPiece> {
  const names = new NoteNames()
  // Relationships come by where they begin, then by type.
  let section = ''
  for await (const page of pages) {
    if (page.kind === 'nodes') {
      for (const node of page.nodes) yield { file: `${names.add(node)}.md`, text: noteText(node) }
      continue
    }
    let piece: FolderPiece | undefined
    for (const one of page.relationships) {
      const [from, to] = [names.of(one.from), names.of(one.to)]
      if (from === undefined || to === undefined) continue
      const file = `${from}.md`
      if (piece !== undefined && piece.file !== file) {
        yield piece
        piece = undefined
      }
      piece ??= { file, text: '' }
      const next = `${one.from}\u0001${one.type}`
      if (next !== section) piece.text += `\n## ${SECTIONS[one.type]}\n\n`
      section = next
      piece.text += linkLine(one, to)
    }
    if (piece !== undefined) yield piece
  }
}

function noteText(node: GraphNode): string {
  const { title, abstract, ...rest } = node.properties
  const front = frontMatter({ id: node.id, type: typeOf(node), aliases: aliasesOf(node), ...shown(rest) })
  const text = typeof abstract === 'string' && abstract !== '' ? `\n${markdownText(abstract)}\n` : ''
  return `---\n${front}---\n\n# ${markdownText(labelOf(node))}\n${text}`
}

/** JSON is YAML as well (https://yaml.org/spec/1.2.2/#12-overview), but for the control characters that YAML wants escaped. */
export function frontMatter(properties: Record<string, PropertyValue>): string {
  const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return Object.entries(properties)
    .map(
      ([name, value]) =>
        `${name}: ${JSON.stringify(value).replace(/[\p{Cc}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/gu, escaped)}\n`,
    )
    .join('')
}

/** By what else the note is found: a paper by its id, a thing by its other names. */
function aliasesOf(node: GraphNode): string[] {
  const { aliases } = node.properties
  return keyLabel(node) === 'Concept' && Array.isArray(aliases) ? aliases.map(String) : [node.id]
}

/** What of a node people look at; the rest says how the graph came to be. */
function shown(properties: GraphNode['properties']): Record<string, PropertyValue> {
  const hidden = ['aliases', 'aliasEvidence', 'decisions', 'type', 'version', 'ingest', 'sources']
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.includes(name)))
}

function linkLine({ properties, type }: GraphRelationship, to: string): string {
  const said = typeof properties.sentence === 'string' ? properties.sentence : ''
  const score =
    type === 'SCORES'
      ? ` — ${markdownText([properties.text, properties.unit, properties.metric].filter(Boolean).join(' '))}`
      : ''
  const as = typeof properties.as === 'string' ? ` (${properties.as})` : ''
  const words = to.slice(to.indexOf('/') + 1)
  return `- [[${to}|${words}]]${as}${score}${said === '' ? '' : `: “${markdownText(said)}”`}\n`
}
