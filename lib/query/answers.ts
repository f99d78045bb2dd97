import type * as Shapes from './answer-shapes'

/** The contracts of answers. The first page is in the HTML: they are not needed before a reader asks for something. */
export const loadAnswers = (): Promise<typeof Shapes> => import('./answer-shapes')

/** What an answer is read through, by the name of its contract. */
export const answer =
  <Name extends keyof typeof Shapes>(name: Name) =>
  async () =>
    (await loadAnswers())[name]
