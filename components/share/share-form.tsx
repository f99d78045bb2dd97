'use client'

import { type FormEvent, useState } from 'react'
import { Tick } from '@/components/ui/tick'
import { Button } from '@/components/ui/button'
import { fieldLook } from '@/components/ui/field-look'
import type { ShareLinkRequest } from '@/lib/contracts/share-link'
import { maxSharedAtOnce } from '@/lib/contracts/share-words'
import { toProblem } from '@/lib/query/http'
import { ownFilters } from '@/lib/url/own-filters'
import { parseView } from '@/lib/url/view'
import { AddressFields, dayFromNow, noAddress } from './address-fields'
import { type Audience, AudienceChoice } from './audience-choice'
import { defaultAccess, LinkAccessFields } from './link-access-fields'
import type { Shared } from './share-dialog'
import { defaultShownFields, ShownFields } from './shown-fields'

type Props = Shared & { busy: boolean; error: unknown; onMake: (request: ShareLinkRequest) => void }

/** The people a link shows, what it shows of them, and for how long. */
export function ShareForm(props: Props) {
  const { jobRef, jobTitle, view, matched, filtered, selected, busy, error, onMake } = props
  const own = ownFilters(parseView(view))
  const unselected = own.length > 0 ? 'frozen' : 'live'
  const [audience, setAudience] = useState<Audience>(selected.length > 0 ? 'selected' : unselected)
  const [title, setTitle] = useState(jobTitle)
  const [fields, setFields] = useState(defaultShownFields)
  const [access, setAccess] = useState(defaultAccess)
  const [mayRespond, setMayRespond] = useState(true)
  const [address, setAddress] = useState(noAddress)
  const { days, passcode } = access

  const tooMany = audience === 'selected' && selected.length > maxSharedAtOnce
  const nobody = audience === 'frozen' && matched === 0

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    onMake({
      ...jobRef,
      kind: audience === 'live' ? 'live' : 'frozen',
      view,
      applicationIds: audience === 'selected' ? [...selected] : null,
      title,
      fields,
      days,
      passcode: passcode === '' ? null : passcode,
      mayRespond,
      addressee: address.addressee,
      message: address.message,
      dueOn: address.dueIn === null || address.dueIn > days ? null : dayFromNow(address.dueIn),
    })
  }

  return (
    <form onSubmit={onSubmit} className="flex min-h-0 flex-col">
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 py-2">
        <AudienceChoice
          matched={matched}
          filtered={filtered}
          selected={selected.length}
          own={own}
          value={audience}
          onChange={setAudience}
        />
        <label className="block">
          <span className="mb-1 block text-note font-medium">Title</span>
          <input
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            required
            maxLength={120}
            dir="auto"
            className={`${fieldLook} block w-full focus-visible:-outline-offset-1`}
          />
        </label>
        <AddressFields value={address} days={days} onChange={setAddress} />
        <ShownFields value={fields} onChange={setFields} />
        <LinkAccessFields value={access} onChange={setAccess} />
        <Tick
          label="Guests may vote and comment"
          note="They enter their name; you’ll see answers in the list."
          checked={mayRespond}
          onChange={setMayRespond}
        />
        {error ? (
          <p role="alert" className="text-note text-danger">
            {toProblem(error).detail}
          </p>
        ) : null}
      </div>
      <footer className="flex items-center justify-end gap-2 border-t border-line px-5 py-3">
        <Button type="submit" variant="primary" busy={busy} disabled={tooMany || nobody}>
          Create link
        </Button>
      </footer>
    </form>
  )
}
