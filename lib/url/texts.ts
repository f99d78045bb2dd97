import { createParser } from './parser'

/**
 * A list of texts by comma. A comma inside a text is encoded, and always has a space behind it: a link that a mail program
 * decoded once ("company=Acme, Inc.") still holds one company, since no comma between two has a space behind it.
 */
export const parseAsTexts = createParser<string[]>({
  parse: (text) => text.split(/,(?!\s)/).map((each) => each.replace(/%2C/gi, ',')),
  serialize: (texts) =>
    texts.map((each) => each.replace(/,(?!\s|$)/g, ', ').replaceAll(',', '%2C')).join(','),
  eq: (a, b) => a.length === b.length && a.every((text, at) => text === b[at]),
})

const maxLength = 200

/** A text of such a list in its one normal form; '' for one that says nothing. */
export const normalText = (text: string): string =>
  text
    .replace(/,(?=\S)/g, ', ')
    .trim()
    .slice(0, maxLength)
