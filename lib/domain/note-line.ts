/**
 * A note on one line, without the marks of its Markdown: for a row, where there is room for no more.
 * @returns '' for a note of marks alone
 */
export const noteLine = (text: string): string =>
  text
    .replace(/^\s*(?:>+|#{1,6}\s|[-*+]\s|\d+[.)]\s|`{3,}.*$|-{3,}\s*$)\s*/gm, '')
    .replace(/!?\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)(?=\S)(.+?)\1/g, '$2')
    .replace(/(^|\s)[*_](?=\S)(.+?)[*_](?=$|[\s.,;:!?])/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim()
