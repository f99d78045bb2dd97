'use client'

import type { ComponentProps } from 'react'
import { Button } from './button'
import { useHydrated } from './use-hydrated'

/** Sends a form that the server drew. Until its script runs it cannot be pressed: the browser would send it to the page. */
export const SubmitButton = (props: Omit<ComponentProps<typeof Button>, 'type' | 'variant' | 'disabled'>) => (
  <Button {...props} type="submit" variant="primary" disabled={!useHydrated()} />
)
