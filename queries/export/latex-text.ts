/**
 * Text for LaTeX, as words in a table's cell or a BibTeX field: what TeX would obey is written as a command, and what it would draw
 * together (two hyphens, two apostrophes, ?`) is kept apart. Letters beyond ASCII stay as they are: every engine of today reads UTF-8
 * (emoji and CJK need XeLaTeX or LuaLaTeX and a font that has them). White space and control characters become one space.
 * Commands: LaTeX2e reference manual, https://latexref.xyz/Reserved-characters.html
 */
export function latexText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\s]+/gu, ' ')
    .replace(SPECIAL, (sign) => COMMANDS[sign] ?? sign)
    .replace(/([-'`,])(?=\1)/g, '$1{}')
    .replace(/([?!])(?=`)/g, '$1{}')
}

const SPECIAL = /[\\{}$&#%_~^<>|"[\]*`]/g
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  // After a row's end these would be its options.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
}
