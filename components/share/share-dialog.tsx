'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { shareLinkCalls } from '@/lib/query/share-links'
import { shareLinkKeys } from '@/lib/query/share-links'
import type { JobRef } from '@/lib/url/paths'
import { MadeLink } from './made-link'
import { ShareForm } from './share-form'

export type Shared = {
  jobRef: JobRef
  /** The team's name for the job, or its id. */
  jobTitle: string
  /** The query string of the view that is shared. */
  view: string
  /** How many it shows; null for a shortlist of which the page knows a part only. */
  matched: number | null
  filtered: boolean
  /** Who is selected, by application. */
  selected: readonly string[]
}

type Props = Shared & {
  onClose: () => void
  /** The button it belongs to. */
  anchor: () => HTMLElement | null
}

/** Makes a link for somebody without an account, and shows it this once. */
export function ShareDialog({ onClose, anchor, ...shared }: Props) {
  const client = useQueryClient()
  const [sent, setSent] = useState(false)
  const make = useMutation({
    mutationFn: shareLinkCalls.makeShareLink,
    onSuccess: () => client.invalidateQueries({ queryKey: shareLinkKeys }),
  })
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            anchor()?.focus()
          }}
          // A link that was made is gone with a press beside it: only its own buttons close it then.
          onInteractOutside={(event) => {
            if (sent) event.preventDefault()
          }}
          className="fixed start-1/2 top-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-120 max-w-[calc(100vw-2rem)] -translate-1/2 flex-col rounded-panel border border-line bg-panel shadow-float outline-none rtl:translate-x-1/2"
        >
          <header className="flex items-center justify-between ps-5 pe-3 pt-3 pb-1">
            <Dialog.Title className="font-semibold">
              {make.data ? 'The link is ready' : 'Share with someone outside your team'}
            </Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="grid size-8 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </header>
          {make.data ? (
            <MadeLink made={make.data} onClose={onClose} />
          ) : (
            <ShareForm
              {...shared}
              busy={make.isPending}
              error={make.error}
              onMake={(request) => make.mutate(request, { onSuccess: () => setSent(true) })}
            />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
