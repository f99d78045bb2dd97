import type * as Shapes from './answer-shapes'

/** The contracts of answers. The first page is in the HTML: they are not needed before a reader asks for something. */
export const loadAnswers = (): Promise<typeof Shapes> => import('./answer-shapes')

/** What answers are read through: contracts of a file that is loaded when one of them is needed, by their names. */
export const contractsIn =
  <Contracts>(load: () => Promise<Contracts>) =>
  <Name extends keyof Contracts>(name: Name) =>
  async () =>
    (await load())[name]

export const answer = contractsIn(loadAnswers)
