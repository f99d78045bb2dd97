import { type FacetDefinition, type FacetKind, getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import type { FacetChoices } from '@/lib/contracts/view'
import { facetKeys } from '@/lib/contracts/words'
import { parseAsDay, parseAsDaysRange } from './day'
import { parseAsFlag } from './flag'
import {
  type DefaultedParser,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
  type Parser,
} from './parser'
import { normalText, parseAsTexts } from './texts'
import { parseAsYearsRange } from './years'

/** How the choices of a facet stand in an address, and as texts, one for each. */
type Grammar<Choices> = {
  parser: [Choices] extends [boolean | null] ? Parser<boolean> : DefaultedParser<Choices>
  /** In their one normal form: capped, without repetitions. */
  normalize: (choices: Choices) => Choices
  toTexts: (choices: Choices) => string[]
  /** Texts that are no choice are dropped. */
  fromTexts: (texts: readonly string[]) => Choices
}

const maxChoices = 50

function severalOf<Choice>(
  item: Pick<Parser<Choice>, 'parse' | 'serialize'>,
  list: Parser<Choice[]>,
  tidy: (choice: Choice) => Choice | null = (choice) => choice,
): Grammar<Choice[]> {
  const parser = list.withDefault([])
  return {
    parser: parser as Grammar<Choice[]>['parser'],
    normalize(choices) {
      const tidied = choices.flatMap((choice) => tidy(choice) ?? [])
      const distinct = new Map(tidied.map((choice) => [item.serialize(choice), choice]))
      return [...distinct.values()].slice(0, maxChoices)
    },
    toTexts: (choices) => choices.map((choice) => item.serialize(choice)),
    fromTexts: (texts) => texts.flatMap((text) => item.parse(text) ?? []),
  }
}
const listOf = <Choice>(item: Parser<Choice>) => severalOf(item, parseAsArrayOf(item))

function fixedWords({ values = {} }: FacetDefinition): Grammar<string[]> {
  const words = Object.keys(values)
  return {
    ...listOf(parseAsStringLiteral(words)),
    fromTexts: (texts) => words.filter((word) => texts.includes(word)),
  }
}

const flag: Grammar<boolean | null> = {
  parser: parseAsFlag,
  normalize: (choice) => choice,
  toTexts: (choice) => (choice === null ? [] : [parseAsFlag.serialize(choice)]),
  // Both together are everyone, which is what no choice means.
  fromTexts: ([first, second]) =>
    first === undefined || second !== undefined ? null : parseAsFlag.parse(first),
}

const grammars = {
  choice: fixedWords,
  flag: () => flag,
  list: () => severalOf(parseAsString, parseAsTexts, (text) => normalText(text) || null),
  years: () => listOf(parseAsYearsRange),
  day: () => listOf(parseAsDay),
  days: () => listOf(parseAsDaysRange),
} satisfies Record<FacetKind, (definition: FacetDefinition) => unknown>

type ByFacet = { [Key in FacetKey]: Grammar<FacetChoices[Key]> }
const byFacet = Object.fromEntries(
  facetKeys.map((key) => [key, grammars[getFacet(key).kind](getFacet(key))]),
) as unknown as ByFacet

/** One parser per facet; defaults are left out of the address and unknown values are ignored. */
export const facetParsers = Object.fromEntries(facetKeys.map((key) => [key, byFacet[key].parser])) as {
  [Key in FacetKey]: ByFacet[Key]['parser']
}

/** What is chosen in a facet, each choice as it stands in the address. */
export const getChoices = <Key extends FacetKey>(choices: Pick<FacetChoices, Key>, key: Key): string[] =>
  byFacet[key].toTexts(choices[key])

/** The change of a view that makes these the choices of a facet. */
export const setChoices = <Key extends FacetKey>(
  key: Key,
  texts: readonly string[],
): Partial<FacetChoices> => ({
  [key]: byFacet[key].fromTexts(texts),
})

const normalized = <Key extends FacetKey>(choices: FacetChoices, key: Key) =>
  byFacet[key].normalize(choices[key])

/** The choices of all facets in their one normal form. */
export const normalizeChoices = (choices: FacetChoices): FacetChoices =>
  Object.fromEntries(facetKeys.map((key) => [key, normalized(choices, key)])) as FacetChoices
