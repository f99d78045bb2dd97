'use client'

import type { ComponentType } from 'react'
import { lazyPart, type PartState } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import { displayName } from '@/lib/domain/current-role'
import type { PersonBelowProps } from './person-below'
import { SideFrame } from './side-frame'
import { useScreen } from './use-job-screen'
import { useStepCommands } from './use-panel-commands'

type Parts = { PersonBelow: ComponentType<PersonBelowProps>; PersonSide: ComponentType }

const Missing = ({ state, retry }: PartState) =>
  state === 'loading' ? <div aria-busy className="h-40" /> : <PartNotice state={state} retry={retry} />

function WaitingSide(state: PartState) {
  const { openPerson, open } = useScreen()
  if (openPerson === null) return null
  const close = () => open.close(openPerson.applicationId)
  return (
    <SideFrame label={`Details of ${displayName(openPerson)}`} sheet={false} busy onClose={close}>
      {state.state === 'loading' ? null : <PartNotice {...state} onClose={close} />}
    </SideFrame>
  )
}

// Most of what a career takes to draw is not needed before the first one is opened.
const LazyBelow = lazyPart<PersonBelowProps>(
  async () => (await import('./person-below')).PersonBelow,
  Missing,
)
const LazySide = lazyPart<object>(async () => (await import('./person-side')).PersonSide, WaitingSide)
let here: Parts | null = null

/** Spares the page its lazy parts where it has them anyway. */
export const havePanel = (parts: Parts) => {
  here = parts
}

/** Gets ready to open someone, before the first press. */
export const preparePanel = () => {
  LazySide.prepare()
  LazyBelow.prepare()
}

/** What opens below a person's row. */
export function PersonPanel(props: PersonBelowProps) {
  const Below = here?.PersonBelow ?? LazyBelow
  return <Below {...props} />
}

/** The person open beside the list. */
export function OpenPerson() {
  const { openPerson } = useScreen()
  useStepCommands()
  const Side = here?.PersonSide ?? LazySide
  return openPerson === null ? null : <Side />
}
