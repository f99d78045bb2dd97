import 'server-only'
import type { ProblemTable } from './problem-table'

/** Failures of notes, tags and inboxes. */
export const noteProblems = {
  note_not_found: {
    status: 404,
    title: 'This note isn’t there any more',
    detail: () =>
      'It was deleted, or is about somebody else. Reload the page to see the notes that are left.',
  },
  note_of_another: {
    status: 403,
    title: 'This note is somebody else’s',
    detail: () => 'Only its author can edit a note, and only its author or an owner can delete it.',
  },
  note_changed: {
    status: 409,
    title: 'This note was changed meanwhile',
    detail: () => 'Nothing was saved over it. Compare the two texts, then keep one or put them together.',
  },
  tag_not_found: {
    status: 404,
    title: 'This tag isn’t there any more',
    detail: () => 'It was deleted or merged into another. Reload the page to see the tags that are left.',
  },
  tag_exists: {
    status: 409,
    title: 'Another tag has this name',
    detail: () => 'Choose another name, or merge the two tags.',
  },
  inbox_item_not_found: {
    status: 404,
    title: 'This isn’t in your inbox',
    detail: () => 'What it was about was deleted or done. Reload the page.',
  },
} satisfies ProblemTable
