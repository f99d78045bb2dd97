import 'server-only'
import { randomUUID } from 'node:crypto'
import { type TagColour, tagColours } from '@/lib/contracts/tag-colours'
import { maxTagLength, maxTags } from '@/lib/contracts/tags'
import { unknownChoice } from '@/lib/contracts/words'
import { memberLine } from '@/lib/domain/clean-text'
import { foldText } from '@/lib/domain/search'
import type { Context } from '@/lib/server/auth/context'
import { AppError } from '@/lib/server/platform/app-error'
import { normalText } from '@/lib/url/texts'
import * as tags from './store/tags'

const idPattern = /^tag_[\w-]{1,60}$/

/** A tag's name as it is kept, and as it is compared. @throws AppError invalid_body, in a sentence */
export function readTagName(written: string): { name: string; folded: string } {
  const name = normalText(memberLine(written) ?? '')
  const folded = foldText(name)
  if (name === '' || folded === '')
    throw new AppError('invalid_body', { reason: 'A tag needs a name that can be read.' })
  if (written.trim().length > maxTagLength || name.length > maxTagLength) {
    throw new AppError('invalid_body', {
      reason: `A tag has at most ${maxTagLength} characters; this one has ${written.trim().length}. Write a note instead.`,
    })
  }
  if (folded === unknownChoice || idPattern.test(name)) {
    throw new AppError('invalid_body', { reason: `No tag can be called “${name}”. Choose another name.` })
  }
  return { name, folded }
}

/** The colour of a new tag: the same for the same name everywhere. */
export function colourFor(folded: string): TagColour {
  let hash = 0
  for (const letter of folded) hash = (hash * 31 + letter.codePointAt(0)!) % 1_000_003
  return tagColours[hash % tagColours.length]!
}

/**
 * The tags that texts name, by id or name; kept from being deleted until the transaction ends.
 * @param make makes those that are not there yet; else they are left out
 * @throws AppError invalid_body for a name that cannot be used, tag_not_found for the id of none
 */
export async function resolveTags(
  { db, actor }: Context,
  texts: readonly string[],
  { make }: { make: boolean },
): Promise<tags.TagRow[]> {
  const ids = texts.filter((text) => idPattern.test(text))
  const names = texts.filter((text) => !idPattern.test(text)).map(readTagName)
  if (make) {
    const rows = names.map(({ name, folded }) => ({
      ...{ id: `tag_${randomUUID()}`, name, folded, colour: colourFor(folded) },
      createdByName: actor.name,
    }))
    await tags.insertTags(db, rows)
  }
  const rows = await tags.holdTags(db, { ids, folded: names.map(({ folded }) => folded) })
  if (make && ids.some((id) => !rows.some((row) => row.id === id))) throw new AppError('tag_not_found')
  if (rows.length > maxTags) {
    throw new AppError('invalid_body', {
      reason: `A person has at most ${maxTags} tags; these are ${rows.length}.`,
    })
  }
  return rows
}
