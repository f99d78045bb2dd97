'use client'

import { useMay } from '@/components/shared/reader'
import type { Mark } from '@/lib/contracts/candidate'
import type { JobRef } from '@/lib/url/paths'
import { NextAction } from './next-action'
import { TagEditor } from './tag-editor'

export type PersonRecordProps = { jobRef: JobRef; applicationId: string; mark: Mark }

/** What a row knows of what the team has written about somebody: tags, and what is next. */
export function PersonRecord({ jobRef, applicationId, mark }: PersonRecordProps) {
  const mayDecide = useMay('decide')
  return (
    <>
      <TagEditor {...{ jobRef, applicationId }} tags={mark.tags ?? []} mayTag={mayDecide} />
      <NextAction {...{ jobRef, applicationId }} action={mark.nextAction} mayChange={mayDecide} />
    </>
  )
}
