// What begins a formula, in Latin and full width, after what some spreadsheet takes for the end of a cell.
const formulaInside = /(?<=[,;\t\r\n]["'\s]*)[=+\-@＝＋－＠]/g
const guardedInside = /(?<=[,;\t\r\n]["'\s]*)'(?=[=+\-@＝＋－＠])/g
const formulaAtStart = /^(?='*[=+\-@\t\r＝＋－＠])/
const guardedAtStart = /^'(?='*[=+\-@\t\r＝＋－＠])/

/**
 * A cell's text with an apostrophe before whatever would begin a formula in a spreadsheet that splits the file at another
 * separator than it was written with. A formula at the very start is the CSV writer's to guard.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const guardFormulasInside = (text: string): string => text.replace(formulaInside, "'$&")

/** The same with the very start guarded as well: nothing of it runs, and `restoreFormulas` gives the text back. */
export const disarmFormulas = (text: string): string => guardFormulasInside(text).replace(formulaAtStart, "'")

/** The text that `disarmFormulas` was given. */
export const restoreFormulas = (cell: string): string =>
  cell.replace(guardedAtStart, '').replace(guardedInside, '')
