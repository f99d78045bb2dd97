import { redirect } from 'next/navigation'
import { SetupForm } from '@/components/door/setup-form'
import { getRuntime } from '@/lib/server/runtime/runtime'

export const metadata = { title: 'Setup' }

export default async function SetupPage() {
  const { door } = await getRuntime()
  if (!(await door.isSetupOpen())) redirect('/')
  return <SetupForm />
}
