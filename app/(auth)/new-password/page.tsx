import { notFound } from 'next/navigation'
import { NewPasswordForm } from '@/components/auth/new-password-form'
import { getRuntime } from '@/lib/server/runtime/runtime'

export const metadata = { title: 'New password' }

export default async function NewPasswordPage() {
  const { authServices } = await getRuntime()
  if (!authServices.signIn) notFound()
  return <NewPasswordForm />
}
