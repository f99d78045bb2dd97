import type { ReactNode } from 'react'
import { BareFrame } from '@/components/shell/bare-frame'

export const dynamic = 'force-dynamic'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <BareFrame>
      <div className="mx-auto flex max-w-sm flex-col gap-5 px-5 pt-[12vh] pb-16 max-sm:pt-8">{children}</div>
    </BareFrame>
  )
}
