import { notFound } from 'next/navigation'
import { InvitationForm } from '@/components/auth/invitation-form'
import { getRuntime } from '@/lib/server/runtime/runtime'

export const metadata = { title: 'Invitation' }

export default async function InvitationPage() {
  const { authServices } = await getRuntime()
  if (!authServices.signIn) notFound()
  return <InvitationForm />
}
