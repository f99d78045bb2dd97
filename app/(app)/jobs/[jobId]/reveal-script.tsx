import { toggleId } from '@/components/candidate-table/toggle-id'

// The place where `useScrollMemory` brings them too, once the page's own scripts run.
const reveal = `(id) => {
  const row = document.getElementById(id)?.closest('[data-index]')
  const scroller = row?.closest('[data-scroller]')
  if (!scroller) return
  const header = scroller.querySelector('[data-head]')?.offsetHeight ?? 0
  const top = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  scroller.scrollTop += top - Math.max(header, scroller.clientHeight / 4)
}`

type Props = { applicationId: string; nonce: string | undefined }

/** Brings the person of an address into sight as the HTML is read: on a phone, scripts come seconds later. */
export function RevealScript({ applicationId, nonce }: Props) {
  // Ids are percent-encoded, so none can end the script.
  const code = `(${reveal})(${JSON.stringify(toggleId(applicationId))})`
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />
}
