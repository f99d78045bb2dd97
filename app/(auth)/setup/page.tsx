import { redirect } from 'next/navigation'
import { SetupForm } from '@/components/auth/setup-form'
import { getRuntime } from '@/lib/server/runtime/runtime'

export const metadata = { title: 'Setup' }

export default async function SetupPage() {
  const { authServices } = await getRuntime()
  if (!(await authServices.isSetupOpen())) redirect('/')
  return <SetupForm />
}
