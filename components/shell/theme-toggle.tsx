'use client'

import { useTheme } from 'next-themes'
import { announce } from '@/components/ui/announcer'
import { Monitor, Moon, Sun } from '@/components/ui/icons'
import { useHydrated } from '@/components/ui/use-hydrated'

const order = ['system', 'light', 'dark'] as const
const looks = {
  system: { label: 'system', icon: Monitor },
  light: { label: 'light', icon: Sun },
  dark: { label: 'dark', icon: Moon },
}

/** Light, dark, or as the system says: each press is the next of the three. */
export function ThemeToggle() {
  const { theme, setTheme } = useTheme()
  const here = useHydrated()
  const now = order.find((name) => here && name === theme) ?? 'system'
  const next = order[(order.indexOf(now) + 1) % order.length] ?? 'system'
  const { icon: Icon, label } = looks[now]
  return (
    <button
      type="button"
      aria-label={`Theme: ${label}. Change to ${looks[next].label}`}
      title={`Theme: ${label}`}
      onClick={() => {
        setTheme(next)
        announce(`Theme: ${looks[next].label}`)
      }}
      className="grid size-8 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
    >
      <Icon className="size-4" />
    </button>
  )
}
