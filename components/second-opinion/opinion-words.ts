import type { SecondOpinion } from '@/lib/contracts/second-opinion'

/** Who asked and who was asked, from the reader's side. */
export function opinionTitle({ mine, asker, colleague }: SecondOpinion): string {
  if (mine === 'asker') return `Second opinion of ${colleague.name}`
  if (mine === 'colleague') return `Second opinion for ${asker.name}`
  return `${asker.name} asked ${colleague.name}`
}

/** How far each is; never what anyone chose. */
export function progressText(
  { mine, asker, colleague, people, askerChose, colleagueChose }: SecondOpinion,
  number: (value: number) => string,
): string {
  const first = mine === 'asker' ? 'you' : asker.name
  const second = mine === 'colleague' ? 'you' : colleague.name
  const [one, other] = [
    `${first} chose on ${number(askerChose)}`,
    `${second} chose on ${number(colleagueChose)}`,
  ]
  return `${number(people)} ${people === 1 ? 'person' : 'people'} · ${mine === 'colleague' ? `${other} · ${one}` : `${one} · ${other}`}`
}
