import { MailForm } from '@/components/settings/mail-form'
import { NameForm } from '@/components/settings/name-form'
import { PasswordForm } from '@/components/settings/password-form'
import { SessionList } from '@/components/settings/session-list'
import { SignOut } from '@/components/settings/sign-out'
import { TwoFactor } from '@/components/settings/two-factor'
import { Panel } from '@/components/ui/panel'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Settings' }

const roles = {
  owner: 'Owner: full access, manages members.',
  recruiter: 'Recruiter: load applicants, which spends credits; share and export them.',
  viewer: 'Viewer: read what others have loaded.',
}

export default async function SettingsPage() {
  const services = await getServices()
  const me = await services.showMe()
  if (!me.signIn) {
    return (
      <Panel title="Sandbox: no account needed">
        <p className="text-muted">
          Sample people and free credits, open only on this machine. Once a provider’s key is set up, people
          sign in and find their account here.
        </p>
      </Panel>
    )
  }
  const [{ items }, mail] = await Promise.all([services.listSessions(), services.showMailSettings()])
  return (
    <>
      <Panel title="You" intro={roles[me.role]}>
        <NameForm name={me.name} email={me.email} />
        <SignOut />
      </Panel>
      {mail.available ? (
        <Panel
          title="E-mail"
          intro="When a colleague mentions you or asks for a second look or a second opinion; at most one in a quarter of an hour."
        >
          <MailForm mentions={mail.mentions} />
        </Panel>
      ) : null}
      {me.hasPassword ? (
        <>
          <Panel title="Password" intro="Changing it signs you out of every other browser.">
            <PasswordForm email={me.email} />
          </Panel>
          <Panel
            title="Two-step verification"
            intro="A code from an authenticator app, asked for after the password."
          >
            <TwoFactor on={me.twoFactor} />
          </Panel>
        </>
      ) : null}
      <Panel title="Where you are signed in" intro="A session ends by itself after two weeks.">
        <SessionList sessions={items} />
      </Panel>
    </>
  )
}
