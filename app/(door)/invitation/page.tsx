import { notFound } from 'next/navigation'
import { InvitationForm } from '@/components/door/invitation-form'
import { getRuntime } from '@/lib/server/runtime/runtime'

export const metadata = { title: 'Invitation' }

export default async function InvitationPage() {
  const { door } = await getRuntime()
  if (!door.signIn) notFound()
  return <InvitationForm />
}
