import { parseAst } from 'vite'

/** A piece of English that stands in code instead of among the words. */
export interface Stray {
  line: number
  text: string
}

/** Attributes whose text a person sees or hears. */
const SAID = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt', 'label'])
/** "Nothing is here": what is shown to people begins with a capital and has a word after it. */
const SENTENCE = /^[A-Z][\p{L}’']* \p{L}/u
const LETTER = /\p{L}/u

/** Finds text for people in a component or another source file of the page. */
export function strayEnglish(file: string, source: string): Stray[] {
  const found: Stray[] = []
  const say = (node: Node, text: string): void => {
    found.push({ line: source.slice(0, node.start).split('\n').length, text: text.trim() })
  }
  const walk = (node: Node, place: 'code' | 'shown'): void => {
    if (node.type === 'JSXText' && LETTER.test(textOf(node))) say(node, textOf(node))
    if (node.type === 'Literal' || node.type === 'TemplateElement') {
      const text = textOf(node)
      if (place === 'shown' ? LETTER.test(text) : SENTENCE.test(text)) say(node, text)
    }
    for (const [key, child] of childrenOf(node)) walk(child, placeOf(node, key, child, place))
  }
  walk(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file) as unknown as Node, 'code')
  return found
}

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

function childrenOf(node: Node): [string, Node][] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child): [string, Node] => [key, child]),
  )
}

/** What a child is to its parent: only what becomes text of the page is shown, not what it is decided by. */
function placeOf(node: Node, key: string, child: Node, place: 'code' | 'shown'): 'code' | 'shown' {
  if (node.type === 'JSXAttribute') {
    const { name } = isNode(node.name) ? node.name : { name: '' }
    return key === 'value' && SAID.has(String(name)) ? 'shown' : 'code'
  }
  if ((node.type === 'JSXElement' || node.type === 'JSXFragment') && key === 'children')
    return child.type === 'JSXExpressionContainer' ? 'shown' : 'code'
  const passes =
    ['JSXExpressionContainer', 'TemplateLiteral', 'ParenthesizedExpression', 'TSAsExpression'].includes(node.type) ||
    (node.type === 'ConditionalExpression' && key !== 'test') ||
    (node.type === 'LogicalExpression' && key === 'right')
  return passes ? place : 'code'
}

function textOf(node: Node): string {
  const { value } = node
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : ''
}
