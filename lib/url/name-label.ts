/** What a reader sees of a choice of a facet whose values can be asked for or against: `-Sales` reads Not “Sales”. */
export const nameLabel = (choice: string): string =>
  choice.startsWith('-') ? `Not “${choice.slice(1)}”` : choice
