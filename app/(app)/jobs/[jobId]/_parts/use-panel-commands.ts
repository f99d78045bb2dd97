'use client'

import type { RefObject } from 'react'
import { toggleId } from '@/components/candidate-table/toggle-id'
import { useCommands } from '@/components/shared/commands'
import { useScreen } from './use-job-screen'

/** While a person is open beside the list, the next one and the one before are opened too, also before the panel has come. */
export function useStepCommands(): void {
  const { openPerson, person } = useScreen()
  const { step } = person
  useCommands({
    next: openPerson !== null && (() => step(1)),
    previous: openPerson !== null && (() => step(-1)),
  })
}

/** Back leads from the panel to the row, and closes the panel from there. Over the list it closes at once. */
export function useBackCommand(box: RefObject<HTMLElement | null>, sheet: boolean): void {
  const { openPerson, open } = useScreen()
  useCommands({
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
