/** `jsx-runtime` of development, which also says where an element was written. */
import type { ElementType, Key, ReactElement } from 'react'
import { Fragment, jsxDEV as reactJsxDEV, type JSXSource } from 'react/jsx-dev-runtime'
import { holdTexts } from './hold-texts'

export type { JSX } from 'react/jsx-dev-runtime'
export { Fragment }

export function jsxDEV(
  type: ElementType,
  props: object,
  key: Key | undefined,
  written: boolean,
  source?: JSXSource,
  self?: unknown,
): ReactElement {
  const held = holdTexts(type, props, written)
  const listed = 'children' in held && Array.isArray(held.children)
  return reactJsxDEV(type, held, key, written && listed, source, self)
}
