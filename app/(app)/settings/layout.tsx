import type { ReactNode } from 'react'
import { SettingsNav } from '@/components/settings/settings-nav'

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-page flex-col gap-6 px-5 pt-8 pb-16 max-sm:px-4">
      <h1 className="text-title font-semibold tracking-tight">Settings</h1>
      <SettingsNav />
      {children}
    </div>
  )
}
