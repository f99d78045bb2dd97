'use client'

import type { RefObject } from 'react'
import { toggleId } from '@/components/candidate-table/toggle-id'
import { useCommands } from '@/components/shared/commands'
import { useScreen } from './use-job-screen'

/**
 * What keys do while a person is open beside the list: the next person and the one before are opened too; back leads from
 * the panel to the row, and closes the panel from there. Over the list it closes at once.
 */
export function useSideCommands(box: RefObject<HTMLElement | null>, sheet: boolean): void {
  const { openPerson, open, person } = useScreen()
  const { step } = person
  useCommands({
    next: openPerson !== null && (() => step(1)),
    previous: openPerson !== null && (() => step(-1)),
    back:
      openPerson !== null &&
      (() => {
        const { applicationId } = openPerson
        const inside = box.current?.contains(document.activeElement) ?? false
        if (inside && !sheet) document.getElementById(toggleId(applicationId))?.focus()
        else open.close(applicationId)
      }),
  })
}
