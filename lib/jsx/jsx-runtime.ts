/** What JSX compiles to (`jsxImportSource` in tsconfig.json): React's own runtime, with no text left loose. */
import type { ElementType, Key, ReactElement } from 'react'
import { Fragment, jsx as reactJsx, jsxs as reactJsxs } from 'react/jsx-runtime'
import { holdTexts } from './hold-texts'

export type { JSX } from 'react/jsx-runtime'
export { Fragment }

/** An element with one child, none, or a list made at run time. */
export function jsx(type: ElementType, props: object, key?: Key): ReactElement {
  return reactJsx(type, holdTexts(type, props, false), key)
}

/** An element with several children written in the source. */
export function jsxs(type: ElementType, props: object, key?: Key): ReactElement {
  const held = holdTexts(type, props, true)
  return 'children' in held && Array.isArray(held.children)
    ? reactJsxs(type, held, key)
    : reactJsx(type, held, key)
}
