import { parse } from '@unified-latex/unified-latex-util-parse'

/** What a text in LaTeX prints, as a LaTeX parser reads it. Throws for a command, a group or anything else that text must not hold. */
export function plainLatex(latex: string): string {
  return print(parse(latex).content)
}

type Node = ReturnType<typeof parse>['content'][number]

const PRINTED: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textquotedbl: '"',
  textasciigrave: '`',
}

function print(nodes: readonly Node[]): string {
  return nodes.map(printOne).join('')
}

function printOne(node: Node): string {
  switch (node.type) {
    case 'string':
      return node.content
    case 'whitespace':
      return ' '
    case 'group':
      return print(node.content)
    case 'macro':
      if (/^[{}$&#%_]$/.test(node.content)) return node.content
      return PRINTED[node.content] ?? fail(`the command \\${node.content}`)
    default:
      return fail(node.type)
  }
}

function fail(what: string): never {
  throw new Error(`a text became ${what}`)
}
