const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const toHtml = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char)

const cellHtml = (cell: string) => {
  const shown = toHtml(cell).replaceAll('\n', '<br>')
  return /^https?:\/\/\S+$/i.test(cell) ? `<a href="${toHtml(cell)}">${shown}</a>` : shown
}
const row = (cells: readonly string[], tag: 'th' | 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cellHtml(cell)}</${tag}>`).join('')}</tr>`

/**
 * A table as mails, documents and spreadsheets take it from the clipboard: HTML, and text with a tab between cells.
 * @param rows the first is the head
 */
export function copiedTable(rows: readonly (readonly string[])[]): { html: string; text: string } {
  const [head = [], ...rest] = rows
  const body = rest.map((cells) => row(cells, 'td')).join('')
  return {
    html: `<table><thead>${row(head, 'th')}</thead><tbody>${body}</tbody></table>`,
    // A line or a tab within a cell would begin another one.
    text: rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n'),
  }
}
