import { notFound } from 'next/navigation'
import { NewPasswordForm } from '@/components/door/new-password-form'
import { getRuntime } from '@/lib/server/runtime/runtime'

export const metadata = { title: 'New password' }

export default async function NewPasswordPage() {
  const { door } = await getRuntime()
  if (!door.signIn) notFound()
  return <NewPasswordForm />
}
