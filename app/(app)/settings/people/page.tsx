import { notFound } from 'next/navigation'
import { InviteForm } from '@/components/people/invite-form'
import { InvitationList } from '@/components/people/invitation-list'
import { MemberList } from '@/components/people/member-list'
import { Panel } from '@/components/ui/panel'
import { may } from '@/lib/domain/permissions'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'People' }

export default async function PeoplePage() {
  const { actor, listPeople } = await getServices()
  if (!may(actor.role, 'people') || actor.sessionId === null) notFound()
  const { members, invitations } = await listPeople()
  return (
    <>
      <Panel title="Invite someone" intro="They’ll get a one-time link, valid for 7 days.">
        <InviteForm />
        {invitations.length > 0 ? <InvitationList invitations={invitations} /> : null}
      </Panel>
      <Panel
        title={`People (${members.length})`}
        intro="Owners have full access. Recruiters load, share and export. Viewers read."
      >
        <MemberList members={members} me={actor.id} />
      </Panel>
    </>
  )
}
