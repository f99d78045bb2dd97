import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/auth/sign-in-form'
import { getRuntime } from '@/lib/server/runtime/runtime'
import { safeReturn } from '@/lib/url/return-to'

export const metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { returnTo, error } = await searchParams
  const back = safeReturn(typeof returnTo === 'string' ? returnTo : null)
  const { authServices, signIn } = await getRuntime()
  if (await signIn.identify(await headers())) redirect(back)
  if (await authServices.isSetupOpen()) redirect('/setup')
  return (
    <SignInForm
      returnTo={back}
      issuer={authServices.issuer}
      mail={authServices.mail}
      refused={typeof error === 'string'}
    />
  )
}
