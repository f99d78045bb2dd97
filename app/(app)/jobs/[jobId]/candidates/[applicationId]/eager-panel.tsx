'use client'

import type { ReactNode } from 'react'
import { havePanel } from '../../_parts/person-panel'
import { PersonBelow } from '../../_parts/person-below'
import { PersonSide } from '../../_parts/person-side'

// An address that names a person opens on them: they are in the first HTML, and drawn without waiting.
havePanel({ PersonBelow, PersonSide })

export const EagerPanel = ({ children }: { children: ReactNode }) => children
