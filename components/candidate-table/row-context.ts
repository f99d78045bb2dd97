'use client'

import { createContext } from 'react'

/** What a row's controls need: they sit deep in its cells, and the state sits with the list. */
export type RowControls = {
  open: boolean
  toggle: (applicationId: string) => void
  selected: boolean
  /** @param through takes in everyone from the row selected before up to this one */
  select: (applicationId: string, through: boolean) => void
}

export const RowContext = createContext<RowControls | null>(null)
