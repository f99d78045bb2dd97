'use client'

import { useId, useState } from 'react'
import { Select } from '@/components/shared/select'
import { Button } from '@/components/ui/button'
import { fieldLook } from '@/components/ui/field-look'
import type { ShareFields } from '@/lib/contracts/share'
import type { ShareLinkRequest } from '@/lib/contracts/share-link'
import { maxSharedAtOnce, shareDays, minPasscodeLength, defaultShareDays } from '@/lib/contracts/share-words'
import { useFormats } from '@/components/shared/use-formats'
import { toProblem } from '@/lib/query/http'
import { AddressFields, dayFromNow, noAddress } from './address-fields'
import { Choice, Tick } from './form-parts'
import type { Shared } from './share-dialog'

type Audience = 'live' | 'frozen' | 'selected'
type Props = Shared & { busy: boolean; error: unknown; onMake: (request: ShareLinkRequest) => void }

const dayOptions = shareDays.map((value) => ({ value, label: value === 1 ? '1 day' : `${value} days` }))

const first: ShareFields = {
  names: true,
  message: true,
  descriptions: true,
  profileLinks: false,
  notes: false,
}

/** Whom a link shows, what of them, and for how long. */
export function ShareForm(props: Props) {
  const { jobRef, jobTitle, view, matched, filtered, selected, busy, error, onMake } = props
  const id = useId()
  const { number, people } = useFormats()
  const [audience, setAudience] = useState<Audience>(selected.length > 0 ? 'selected' : 'live')
  const [title, setTitle] = useState(jobTitle)
  const [fields, setFields] = useState(first)
  const [days, setDays] = useState<(typeof shareDays)[number]>(defaultShareDays)
  const [passcode, setPasscode] = useState('')
  const [mayRespond, setMayRespond] = useState(true)
  const [address, setAddress] = useState(noAddress)
  const set = (patch: Partial<ShareFields>) => setFields({ ...fields, ...patch })

  const tooMany = audience === 'selected' && selected.length > maxSharedAtOnce
  const nobody = audience === 'frozen' && matched === 0
  const inView = filtered ? `${people(matched)} of this view` : `all ${people(matched)} loaded`

  return (
    <form
      onSubmit={(event) => {
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
      }}
      className="flex min-h-0 flex-col"
    >
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 py-2">
        <fieldset>
          <legend className="mb-1.5 text-note font-medium">People</legend>
          {selected.length > 0 ? (
            <Choice
              name={`${id}-audience`}
              checked={audience === 'selected'}
              onPick={() => setAudience('selected')}
            >
              {selected.length === 1
                ? 'Only the person you selected'
                : `Only the ${number(selected.length)} people you selected`}
            </Choice>
          ) : null}
          <Choice
            name={`${id}-audience`}
            checked={audience === 'live'}
            onPick={() => setAudience('live')}
            note="New matches appear automatically"
          >
            Keep up to date: {inView}
          </Choice>
          <Choice
            name={`${id}-audience`}
            checked={audience === 'frozen'}
            onPick={() => setAudience('frozen')}
            note="Later changes are not shown"
          >
            Snapshot: {inView}, as of today
          </Choice>
          {tooMany ? (
            <p className="mt-1 text-note text-danger">
              Select at most {people(maxSharedAtOnce)}, or share the view.
            </p>
          ) : null}
        </fieldset>
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
        <fieldset>
          <legend className="mb-1.5 text-note font-medium">What to show</legend>
          <Tick
            checked={fields.names}
            onChange={(names) => set({ names })}
            note={
              fields.names
                ? undefined
                : 'Replaces names with aliases and removes contacts and links from texts. A nickname or a rare career can still show who someone is.'
            }
          >
            Names
          </Tick>
          <Tick checked={fields.message} onChange={(message) => set({ message })}>
            Their message
          </Tick>
          <Tick checked={fields.descriptions} onChange={(descriptions) => set({ descriptions })}>
            Job descriptions
          </Tick>
          <Tick
            checked={fields.names && fields.profileLinks}
            disabled={!fields.names}
            onChange={(profileLinks) => set({ profileLinks })}
            note={fields.names ? undefined : 'Not without names'}
          >
            Links to profiles and companies
          </Tick>
          <p className="mt-1 text-small text-muted">
            Headline, rating, place and the jobs with their dates are always shown. Credits, accounts and
            other jobs never are.
          </p>
        </fieldset>
        <div className="flex flex-wrap gap-x-4 gap-y-3">
          <div>
            <label htmlFor={`${id}-days`} className="mb-1 block text-note font-medium">
              Expires in
            </label>
            <Select
              id={`${id}-days`}
              label="Expires in"
              value={days}
              options={dayOptions}
              onValueChange={setDays}
              className={`${fieldLook} w-28`}
            />
          </div>
          <label className="block min-w-48 flex-1">
            <span className="mb-1 block text-note font-medium">
              Passcode <span className="font-normal text-muted">(optional)</span>
            </span>
            <input
              value={passcode}
              onChange={(event) => setPasscode(event.target.value)}
              minLength={minPasscodeLength}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              placeholder={`At least ${minPasscodeLength} characters`}
              className={`${fieldLook} block w-full focus-visible:-outline-offset-1`}
            />
          </label>
        </div>
        <Tick
          checked={mayRespond}
          onChange={setMayRespond}
          note="They enter their name; you’ll see answers in the list."
        >
          Guests may vote and comment
        </Tick>
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
