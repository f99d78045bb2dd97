'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '@/components/shared/reader'
import { useWrite } from '@/components/shared/use-write'
import { CheckBox } from '@/components/ui/check-box'
import { AnyProblem } from '@/components/ui/problem-note'
import type { MemberSettings } from '@/lib/contracts/member-settings'
import { settings } from '@/lib/query/settings'
import { setChoices } from '@/lib/url/facet-choices'
import { useScreen } from './use-job-screen'

const queryKey = ['me', 'settings']

/**
 * Hides people the reader has already decided about: here at once, and in every job opened without a view. It is a filter
 * like any other, which shows in the bar and can be removed there.
 */
export function HideDecided() {
  const { change } = useScreen()
  const mayDecide = useMay('decide')
  const client = useQueryClient()
  const [sent, setSent] = useState<boolean | null>(null)
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => settings.read(signal),
    enabled: mayDecide,
    staleTime: 300_000,
  })
  const { problem, write } = useWrite({
    mutationFn: (hideDecided: boolean) => settings.save({ hideDecided }),
    onSuccess(saved: MemberSettings) {
      client.setQueryData(queryKey, saved)
      setSent(null)
      change(setChoices('decided', saved.hideDecided ? ['0'] : []))
    },
  })
  if (!mayDecide) return null
  return (
    <div className="border-t border-line pt-2.5 text-note">
      <AnyProblem problem={problem} />
      <label className="flex cursor-pointer items-start gap-2">
        <CheckBox
          className="-m-2"
          // What was pressed shows at once, unless the server refuses it.
          checked={(problem ? null : sent) ?? data?.hideDecided ?? false}
          disabled={!data}
          onCheckedChange={(hide) => {
            setSent(hide)
            write(hide)
          }}
        />
        <span>
          <span>Hide people I have decided about</span>
          <span className="block text-muted">In every job you open, until you turn it off.</span>
        </span>
      </label>
    </div>
  )
}
