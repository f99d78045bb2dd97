'use client'

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { findMentionQuery } from '@/lib/domain/mention-query'
import { useMembers } from './use-record'

type Member = { id: string; name: string }

/** Offers colleagues while an `@` and the beginning of a name are typed into a field. */
export function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  value: string,
  onChange: (text: string, mentions: readonly string[]) => void,
) {
  const members = useMembers()
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  // The `@` whose list was closed: it stays so until another one is typed.
  const [closed, setClosed] = useState<number | null>(null)
  const moveTo = useRef<number | null>(null)
  const mentions = useRef<readonly string[]>([])
  const query = caret === null ? null : findMentionQuery(value, caret, members)
  const offered = query === null || query.from === closed ? [] : query.members
  const chosen = Math.min(active, offered.length - 1)

  // The caret can stand behind what was put in once React has drawn it.
  useLayoutEffect(() => {
    if (moveTo.current === null) return
    field.current?.setSelectionRange(moveTo.current, moveTo.current)
    moveTo.current = null
  })

  const change = (text: string, chosen: readonly string[] = []) => {
    // A name that was taken out may come back for somebody else who has it.
    const folded = value.toLowerCase()
    const named = members.filter(({ name }) => folded.includes(`@${name.toLowerCase()}`)).map(({ id }) => id)
    mentions.current = [...mentions.current.filter((id) => named.includes(id)), ...chosen]
    onChange(text, mentions.current)
  }
  const put = (from: number, to: number, { id, name }: Member) => {
    const text = `@${name} `
    moveTo.current = from + text.length
    change(`${value.slice(0, from)}${text}${value.slice(to)}`, [id])
    setCaret(null)
    field.current?.focus()
  }
  const choose = (member: Member) => {
    if (query && caret !== null) put(query.from, caret, member)
  }
  /** Puts a name in where the caret is. */
  const insert = ({ id, name }: Member) => {
    const at = field.current?.selectionStart ?? value.length
    const gap = at === 0 || /\s/.test(value[at - 1] ?? '') ? '' : ' '
    const from = at + gap.length
    change(`${value.slice(0, at)}${gap}@${name} ${value.slice(at)}`, [id])
    moveTo.current = from + name.length + 2
    field.current?.focus()
  }
  /** @returns whether the key was one for the list */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const last = offered.length - 1
    if (last < 0 || event.nativeEvent.isComposing) return false
    if (event.key === 'ArrowDown') setActive(chosen === last ? 0 : chosen + 1)
    else if (event.key === 'ArrowUp') setActive(chosen === 0 ? last : chosen - 1)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offered[chosen]!)
    else if (event.key === 'Escape') setClosed(query?.from ?? null)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const follow = (at: number | null) => {
    setCaret(at)
    setActive(0)
    if (at === null) setClosed(null)
  }
  return { members, offered, active: chosen, change, choose, insert, onKeyDown, follow }
}
