import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/door/sign-in-form'
import { getRuntime } from '@/lib/server/runtime/runtime'
import { safeReturn } from '@/lib/url/return-to'

export const metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { returnTo, error } = await searchParams
  const back = safeReturn(typeof returnTo === 'string' ? returnTo : null)
  const { door, signIn } = await getRuntime()
  if (await signIn.identify(await headers())) redirect(back)
  if (await door.isSetupOpen()) redirect('/setup')
  return (
    <SignInForm returnTo={back} issuer={door.issuer} mail={door.mail} refused={typeof error === 'string'} />
  )
}
