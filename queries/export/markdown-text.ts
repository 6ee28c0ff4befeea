/**
 * Text for Markdown, on one line: every sign that CommonMark, GitHub's tables (https://github.github.com/gfm/) or Obsidian would
 * obey has a backslash before it (https://spec.commonmark.org/current/#backslash-escapes), white space and control characters become
 * one space.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\s]+/gu, ' ')
      .replace(/[\\`*_[\]<#|~$^]/g, '\\$&')
      .replace(/&(?=[#\w]+;)|%(?=%)|=(?==)/g, '\\$&')
      // What would begin a list, a quotation, a heading's underline or a rule.
      .replace(/^( *)([-+>=])/, '$1\\$2')
      .replace(/^( *\d+)([.)](?: |$))/, '$1\\$2')
  )
}
