'use client'

import type { JobRef } from '@/lib/url/paths'
import { TriageLive } from '../triage/_parts/triage-live'

const nothing = () => undefined

/** Keeps a page up to date with what others do to the job. */
export const FollowJob = ({ jobRef }: { jobRef: JobRef }) => <TriageLive jobRef={jobRef} onNews={nothing} />
