import 'server-only'

/** The looks of a workbook's cells, by their place in its style sheet. */
export const looks = { plain: 0, head: 1, day: 2, time: 3, link: 4, guarded: 5 } as const
export type Look = keyof typeof looks

// Excel writes a character that XML cannot hold as _xHHHH_, and so whatever looks like one.
const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g
const unwritable = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it stands in the XML of a workbook. */
export const toXml = (text: string): string =>
  text
    .replace(looksEscaped, '_x005F_')
    .replace(unwritable, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (char) => entities[char] ?? char)

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`

/** `A`, `Z`, `AA`: the name of a column. @param at from 0 */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`
}

export const contentTypes = `${head}<Types xmlns="${packaged}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typeOf('worksheet')}"/>
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${typeOf('worksheet')}"/>
<Override PartName="/xl/styles.xml" ContentType="${typeOf('styles')}"/>
</Types>`

export const packageRelations = `${head}<Relationships xmlns="${packaged}/relationships">
<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>`

export const workbookRelations = `${head}<Relationships xmlns="${packaged}/relationships">
<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/>
<Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/>
</Relationships>`

/** @param filtered the cells of the first sheet that its filter is over, such as `$A$1:$C$9` */
export const toWorkbook = (names: readonly [string, string], filtered: string): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${relations}">
<sheets><sheet name="${toXml(names[0])}" sheetId="1" r:id="rId1"/><sheet name="${toXml(names[1])}" sheetId="2" r:id="rId2"/></sheets>
<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${toXml(names[0])}'!${filtered}</definedName></definedNames>
</workbook>`

const font = (inside: string) => `<font>${inside}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`
const cellLook = (attributes: string) => `<xf fontId="0" fillId="0" borderId="0" xfId="0" ${attributes}/>`

// In the order of `looks`.
export const styles = `${head}<styleSheet xmlns="${main}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
<fonts count="3">${font('')}${font('<b/>')}<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6">${cellLook('numFmtId="0"')}<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${cellLook('numFmtId="164" applyNumberFormat="1"')}${cellLook('numFmtId="165" applyNumberFormat="1"')}<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>${cellLook('numFmtId="0" quotePrefix="1"')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`

/** A sheet up to its first row. @param frozen rows at its top that stay in sight */
export const sheetStart = (widths: readonly number[], frozen: number): string => {
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen > 0 ? pane : ''}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
}

/** The rest of a sheet after its last row. @param filtered the cells that its filter is over; null for no filter */
export const sheetEnd = (filtered: string | null): string =>
  `</sheetData>${filtered === null ? '' : `<autoFilter ref="${filtered}"/>`}</worksheet>`
