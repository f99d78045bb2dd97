'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { KeySettings } from '@/lib/contracts/member-settings'
import { may, type Permission } from '@/lib/domain/permissions'

export type Reader = {
  id: string
  name: string
  role: Parameters<typeof may>[0]
  signIn: boolean
  /** How they set their keyboard. */
  keys: KeySettings
}

/** Every command has the keys of the table. */
export const defaultKeys: KeySettings = { off: false, keys: {} }

// What the server does not allow is refused there; this only keeps from offering it.
const ReaderContext = createContext<Reader>({
  id: '',
  name: '',
  role: 'viewer',
  signIn: true,
  keys: defaultKeys,
})

/** Who reads the pages below. */
export const ReaderProvider = ({ reader, children }: { reader: Reader; children: ReactNode }) => (
  <ReaderContext value={reader}>{children}</ReaderContext>
)

export const useReader = (): Reader => useContext(ReaderContext)

/** Whether the reader may do this. */
export const useMay = (permission: Permission): boolean => may(useReader().role, permission)
