import { createElement, Fragment, type ReactNode } from 'react'

type Text = string | number | bigint

const isText = (child: unknown): child is Text =>
  typeof child === 'string' || typeof child === 'number' || typeof child === 'bigint'

const isNothing = (child: unknown): boolean =>
  child === null || child === undefined || typeof child === 'boolean'

const inSpan = (text: Text, key?: string): ReactNode =>
  createElement('span', key === undefined ? null : { key }, text)

/** A list made at run time: its texts get keys, as its elements have theirs. */
const holdListed = (children: readonly ReactNode[]): readonly ReactNode[] =>
  children.some(isText)
    ? children.map((child, at) => (isText(child) ? inSpan(child, `text ${at}`) : child))
    : children

/** Texts side by side as one; undefined where there is none. */
const join = (run: readonly ReactNode[]): string | undefined =>
  run.some(isText) ? run.filter(isText).join('') : undefined

/** Children written in the source, one entry for each place: every element keeps the place it has there. */
function holdWritten(children: readonly ReactNode[]): ReactNode {
  const placed: ReactNode[] = []
  let run: ReactNode[] = []
  const endRun = () => {
    const text = join(run)
    // At the place of the first entry, present or not: a condition within the run moves nothing.
    placed.push(...run.map((_, at) => (at === 0 && text !== undefined ? inSpan(text) : null)))
    run = []
  }
  for (const child of children) {
    if (isText(child) || isNothing(child)) run.push(child)
    else {
      endRun()
      placed.push(Array.isArray(child) ? holdListed(child) : child)
    }
  }
  if (placed.length === 0) return join(run)
  endRun()
  return placed
}

/**
 * The properties of an element in which every text is either the only child or in a `<span>` of its own.
 *
 * A browser that translates a page replaces text nodes by `<font>` elements. React keeps a pointer to each text node
 * that it made beside other children: it throws when such a node has to go, which loses the page, and it writes new
 * text into the node that nobody sees any more, which leaves an old number on the screen. To a text that is the only
 * child of its element it keeps none, and replaces it as a whole. See docs/decisions/0014-no-loose-text.md.
 *
 * @param type the element's type, as JSX passes it
 * @param props its properties, children among them
 * @param written whether the children are a fixed list in the source (`jsxs`), rather than one expression (`jsx`)
 */
export function holdTexts(type: unknown, props: object, written: boolean): object {
  if (!('children' in props)) return props
  const { children } = props as { children: ReactNode }
  const held = Array.isArray(children) ? (written ? holdWritten(children) : holdListed(children)) : children
  // A fragment is no element: its only text stands beside whatever surrounds the fragment.
  const inside = type === Fragment && isText(held) ? inSpan(held) : held
  return inside === children ? props : { ...props, children: inside }
}
