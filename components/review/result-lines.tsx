type Props = { lines: readonly string[] }

/** Who was no longer there. @returns no line for nobody */
export const missingLine = (missing: number, people: (count: number) => string): string[] =>
  missing > 0 ? [`${people(missing)} ${missing === 1 ? 'is' : 'are'} no longer stored.`] : []

/** What became of everyone, in sentences. */
export const ResultLines = ({ lines }: Props) => (
  <ul className="flex flex-col gap-1 text-ink">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
