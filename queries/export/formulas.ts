/**
 * A spreadsheet runs a cell that begins with one of these signs (https://owasp.org/www-community/attacks/CSV_Injection), and a
 * title may begin with anything. Such text gets an apostrophe before it, which spreadsheets hide; text that begins with
 * apostrophes before such a sign gets one more, so that taking one away always gives the text back. Numbers are left alone.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

export function formulaSafe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text that formulaSafe() was given. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
