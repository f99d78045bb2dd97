import { peopleHereId } from '@/components/shared/people-here-id'
import { Link } from '@/components/ui/link'
import { FlaskConical } from '@/components/ui/icons'
import { barLook } from './bar-look'
import { CommandButton } from './command-button'
import { CreditMeter } from './credit-meter'
import { InboxLink } from './inbox-link'
import { MainNav } from './main-nav'
import { SettingsLink } from './settings-link'
import { ThemeToggle } from './theme-toggle'
import { Wordmark, wordmarkLook } from './wordmark'

export function TopBar({ sandbox }: { sandbox: boolean }) {
  return (
    <header className={barLook}>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-50 focus:rounded-control focus:bg-accent focus:px-3 focus:py-1.5 focus:text-note focus:font-medium focus:text-accent-ink"
      >
        Skip to the content
      </a>
      <Link href="/" className={`${wordmarkLook} rounded-control`}>
        <Wordmark narrow />
      </Link>
      <MainNav />
      {sandbox ? (
        <Link
          href="/sandbox"
          className="inline-flex h-6 items-center gap-1.5 rounded-full border border-line px-2 text-small whitespace-nowrap text-muted hover:bg-soft hover:text-ink max-sm:gap-0"
        >
          <FlaskConical className="size-3.5" />
          <span>
            <span className="font-medium max-sm:sr-only">Sandbox</span>
            <span className="max-lg:sr-only"> · sample people, free credits</span>
          </span>
        </Link>
      ) : null}
      {/* Of the job on screen. In the room that is left: whoever comes or goes moves nothing. */}
      <div id={peopleHereId} className="min-w-0 flex-1" />
      <CreditMeter />
      <CommandButton />
      <InboxLink />
      <SettingsLink />
      <ThemeToggle />
    </header>
  )
}
