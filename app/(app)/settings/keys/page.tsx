import { KeySettingsForm } from '@/components/commands/key-settings-form'
import { Panel } from '@/components/ui/panel'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Keyboard' }

export default function KeysPage() {
  return (
    <Panel
      title="Keyboard shortcuts"
      intro="Yours alone, in every browser you sign in with. Nothing needs a shortcut: every command has a button too."
    >
      <KeySettingsForm />
    </Panel>
  )
}
