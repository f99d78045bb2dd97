import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'

const run = promisify(execFile)

/** @see https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html */
const utf8 = 76
const quote = '"'.charCodeAt(0)

/** How to read a CSV file: a quoted field is a text, so that leading zeros stay. @param separator one character */
export const csvImport = (separator: string): string =>
  `CSV:${separator.charCodeAt(0)},${quote},${utf8},1,,0,true,false`

// Every text quoted, cells as they are shown, formulas as what they result in, and each sheet as a file of its own.
const csvExport = `csv:Text - txt - csv (StarCalc):${','.charCodeAt(0)},${quote},${utf8},1,,0,true,true,false,false,false,-1`

/**
 * What LibreOffice Calc shows in a file: the cells of each sheet, by its name.
 * @param name with the ending that says what it is
 * @param filter how to read it, where its name does not say so
 * @throws when LibreOffice ends badly, or writes nothing
 */
export async function openInLibreOffice(
  name: string,
  file: Uint8Array,
  filter?: string,
): Promise<Map<string, string[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-office-'))
  try {
    const [profile, source, out] = ['profile', name, 'out'].map((each) => join(folder, each)) as [
      string,
      string,
      string,
    ]
    await writeFile(source, file)
    await run('soffice', [
      // Another LibreOffice of this machine's user would take the file over.
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--norestore'],
      ...(filter === undefined ? [] : [`--infilter=${filter}`]),
      ...['--convert-to', csvExport, '--outdir', out, source],
    ])
    const sheets = new Map<string, string[][]>()
    const stem = name.slice(0, name.lastIndexOf('.'))
    for (const written of await readdir(out)) {
      const sheet = written.slice(stem.length + 1, -'.csv'.length)
      sheets.set(sheet, parse(await readFile(join(out, written)), { relax_column_count: true }))
    }
    return sheets
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
