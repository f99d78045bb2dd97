'use client'

import { Command } from 'cmdk'
import { usePathname } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useDeferredValue, useRef, useState } from 'react'
import { Bdi } from '@/components/shared/text'
import { onceReleased } from '@/components/ui/once-released'
import { currentOpener } from '@/components/ui/opener'
import type { JobRef } from '@/lib/url/paths'
import { KeyCaps } from './key-caps'
import { type PaletteGroup, type PaletteItem, usePaletteGroups } from './palette-items'
import { noteRecent, readRecent } from './recent-items'

export type PaletteProps = { defaultAccount: string; onClose: () => void }

/** The job whose page this is. */
function useJobOfPage(): JobRef | null {
  const jobId = usePathname().match(/^\/jobs\/([^/]+)/)?.[1]
  // The palette is drawn in the browser only.
  const account = new URLSearchParams(window.location.search).get('account')
  return jobId === undefined ? null : { jobId, account: account === '' ? null : account }
}

const heading =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-muted'

/** Results that come while a pointer is down are shown after its click. */
function useHeld(groups: PaletteGroup[]) {
  const [held, setHeld] = useState<PaletteGroup[] | null>(null)
  const hold = () => {
    setHeld(groups)
    onceReleased(() => setHeld(null))
  }
  return { shown: held ?? groups, hold }
}

type ListProps = { groups: PaletteGroup[]; onPress: () => void; onChoose: (item: PaletteItem) => void }

function PaletteList({ groups, onPress, onChoose }: ListProps) {
  return (
    <Command.List
      label="Results"
      onPointerDown={onPress}
      className="max-h-[min(26rem,60dvh)] scroll-py-2 overflow-auto p-1.5"
    >
      <Command.Empty className="px-2.5 py-6 text-center text-note text-muted">
        <p>Nothing matches. Try part of a name or a job’s number.</p>
      </Command.Empty>
      {groups.map(({ name, items }) => (
        <Command.Group key={name} heading={name} className={heading}>
          {items.map((item) => (
            <Command.Item
              key={item.key}
              value={item.key}
              onSelect={() => onChoose(item)}
              className="flex min-h-8 cursor-pointer items-center gap-3 rounded-control px-2.5 data-[selected=true]:bg-soft forced-colors:data-[selected=true]:outline-2"
            >
              <span className="max-w-[70%] truncate">
                <Bdi>{item.label}</Bdi>
              </span>
              <span className="min-w-0 flex-1 truncate text-note text-muted">
                <Bdi>{item.detail}</Bdi>
              </span>
              {item.keys === '' ? null : <KeyCaps keys={item.keys} />}
            </Command.Item>
          ))}
        </Command.Group>
      ))}
    </Command.List>
  )
}

function PaletteSearch({
  defaultAccount,
  onChoose,
}: Pick<ListProps, 'onChoose'> & { defaultAccount: string }) {
  const [text, setText] = useState('')
  const found = useDeferredValue(text.trim())
  const [recent] = useState(readRecent)
  const groups = useHeld(usePaletteGroups(found, useJobOfPage(), defaultAccount, recent))
  const keys = groups.shown.flatMap(({ items }) => items.map(({ key }) => key))
  const [marked, setMarked] = useState({ text: '', key: '' })
  // The first result of each text, until the reader moves; also where what was marked has gone meanwhile.
  const value = marked.text === found && keys.includes(marked.key) ? marked.key : (keys[0] ?? '')
  return (
    <Command
      shouldFilter={false}
      loop
      label="Search and commands"
      value={value}
      onValueChange={(key) => setMarked({ text: found, key })}
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Go to a job or a person, or run a command"
        maxLength={200}
        dir="auto"
        className="h-12 w-full border-b border-line bg-transparent px-4 outline-none placeholder:text-faint"
      />
      <PaletteList groups={groups.shown} onPress={groups.hold} onChoose={onChoose} />
    </Command>
  )
}

/** Finds jobs, people of this job and commands by a text, and goes there or runs them. */
export function Palette({ defaultAccount, onClose }: PaletteProps) {
  const [opener] = useState(currentOpener)
  const chosen = useRef<PaletteItem | null>(null)
  const choose = (item: PaletteItem) => {
    chosen.current = item
    if (!/^(person|view) /.test(item.key)) noteRecent(item.key)
    onClose()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const to = opener?.isConnected ? opener : document.getElementById('main')
            if (to instanceof HTMLElement) to.focus()
            // Once the focus is back: a command may be about the person it is on.
            chosen.current?.run()
          }}
          className="fixed start-1/2 top-[max(1rem,10dvh)] z-50 w-160 max-w-[calc(100vw-1rem)] -translate-x-1/2 overflow-hidden rounded-panel border border-line bg-panel shadow-float outline-none rtl:translate-x-1/2"
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <PaletteSearch defaultAccount={defaultAccount} onChoose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
