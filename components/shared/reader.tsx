'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { may, type Permission } from '@/lib/domain/permissions'

export type Reader = { name: string; role: Parameters<typeof may>[0]; signIn: boolean }

// What the server does not allow is refused there; this only keeps from offering it.
const ReaderContext = createContext<Reader>({ name: '', role: 'viewer', signIn: true })

/** Who reads the pages below. */
export const ReaderProvider = ({ reader, children }: { reader: Reader; children: ReactNode }) => (
  <ReaderContext value={reader}>{children}</ReaderContext>
)

export const useReader = (): Reader => useContext(ReaderContext)

/** Whether the reader may do this. */
export const useMay = (permission: Permission): boolean => may(useReader().role, permission)
