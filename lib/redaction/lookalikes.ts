// Cyrillic and Greek letters, folded to lower case, that look like a Latin one: in capitals, small, or both.
const pairs =
  'аa вb сc ԁd еe һh іi јj кk ӏl мm нh оo рp ԛq ѕs тt ѵv ԝw хx уy үy гr αa βb εe ζz ηn ιi κk μm νv οo ρp τt υu χx γy'
const latinByLookalike = new Map(pairs.split(' ').map(([letter = '', latin = '']) => [letter, latin]))
const capitalByLookalike = new Map([...latinByLookalike, ['η', 'h'], ['ν', 'n'], ['υ', 'y']])
const cyrillicByLatin = new Map(
  [...latinByLookalike]
    .filter(([letter]) => /\p{sc=Cyrillic}/u.test(letter))
    .map(([letter, latin]) => [latin, letter]),
)
const foreign = /[\p{sc=Cyrillic}\p{sc=Greek}]/u

/**
 * How a folded word reads when letters of another alphabet that look the same are put in their place: as Latin, and as
 * Cyrillic where both are mixed in it. `capital` tells of a place in the word whether a capital was written there.
 */
export function readings(word: string, capital: (at: number) => boolean): string[] {
  if (!foreign.test(word)) return []
  const asLatin = [...word]
    .map((letter, at) => (capital(at) ? capitalByLookalike : latinByLookalike).get(letter) ?? letter)
    .join('')
  const asCyrillic = [...word].map((letter) => cyrillicByLatin.get(letter) ?? letter).join('')
  return [asLatin, asCyrillic].filter(
    (reading) => reading !== word && !(foreign.test(reading) && /\p{sc=Latin}/u.test(reading)),
  )
}
