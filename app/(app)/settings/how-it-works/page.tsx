import type { ReactNode } from 'react'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'How it works' }

const computed: { what: string; rule: string }[] = [
  {
    what: 'Total experience',
    rule: 'Calendar months of all dated jobs, months that overlap counted once. Where dates leave room, the fewest and the most months are both kept.',
  },
  {
    what: 'Current company and title',
    rule: 'Every job whose dates do not end. Nothing is guessed from a headline.',
  },
  {
    what: 'Search',
    rule: 'Whole text of name, headline, place, jobs, education and message, accents and case ignored. Someone matches or does not: there is no score.',
  },
  {
    what: 'Best match for the search',
    rule: 'Where the words are found: current role and headline first, then past jobs and message, then descriptions and education. You choose this order, and it exists only while there is a search.',
  },
  {
    what: 'Filters and their counts',
    rule: 'Equal values, counted in the store. Countries are read from the place by a fixed list of names.',
  },
  {
    what: 'Criteria',
    rule: 'Whole words that you write, years in jobs of a title, a school or degree, a country. Each is met or not found, with the sentence it stands in; a colleague can overrule it. They are never added up.',
  },
  {
    what: 'Also applied',
    rule: 'The same public profile in another job. Placeholders such as “unknown” join nobody.',
  },
  {
    what: 'Worked together',
    rule: 'Jobs at companies of the same name whose months overlap.',
  },
  {
    what: 'Consistency notes',
    rule: 'A message or job description of 120 characters or more that stands word for word in somebody else’s application; the same companies, titles and months under another name; one profile on several applications to a job; dates that end before they start or have not come yet. A note says what was compared, not why. It changes no order and blocks nobody; a colleague resolves it with a reason.',
  },
  {
    what: 'Blind review',
    rule: 'Names, links and contact details are taken out of every text by rules, as for guests of anonymous links. Made-up names stand in their place.',
  },
  {
    what: 'Second opinion',
    rule: 'The choices of two people, counted in a table, with the share they agree on and Cohen’s kappa.',
  },
  {
    what: 'Shuffled for you',
    rule: 'A hash of the application, you and the job. It depends on nothing about the applicant and stays the same for you.',
  },
  {
    what: 'Fairness page',
    rule: 'Your team’s decisions, counted, with exact 95% intervals (Clopper–Pearson).',
  },
]

const notDone = [
  'No model is trained, nothing is learned from your decisions, and no applicant is scored, ranked or predicted by Shortlist.',
  'No decision is made or suggested by software. Someone signed in makes each one, and the history names them.',
  'Nothing is inferred from a name, a photo, a place or a language: no sex, origin, age, health or personality.',
  'Ratings and the usual order come from the network, by rules that Shortlist does not know. They are shown as the network’s, never mixed with your decisions.',
]

const duties = [
  'Tell applicants that you store and review their data here, for what purpose and for how long (GDPR, Articles 13 and 14).',
  'Decide what the job needs before you read, and apply it to everyone alike.',
  'Ask whether the network’s own rating and order are an AI system under the EU AI Act or another law, and meet the duties of whoever uses one.',
  'Look at the fairness page of a job before it closes, and act on what it shows.',
  'Set a retention period for each job, and answer applicants who ask for access or erasure.',
]

const proxies = [
  'A filter on a postcode or a small place can stand in for origin or income.',
  'An upper limit on years of experience can stand in for age.',
  'A gap in a career can stand in for parenthood, care or illness.',
  'A list of schools can stand in for origin or class.',
]

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex max-w-prose flex-col gap-2">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Points({ items }: { items: readonly string[] }) {
  return (
    <ul className="flex list-disc flex-col gap-1.5 ps-5 text-muted">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

/** What is computed of applicants and by which rule, what is not, and what stays with people. */
export default async function HowItWorksPage() {
  // Whoever is not signed in is led to where they can.
  await getServices()
  return (
    <div className="flex flex-col gap-8">
      <Section id="computed" title="What is computed, and by which rule">
        <dl className="flex flex-col gap-3">
          {computed.map(({ what, rule }) => (
            <div key={what}>
              <dt className="font-medium">{what}</dt>
              <dd className="text-muted">{rule}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="not-done" title="What Shortlist does not do">
        <Points items={notDone} />
      </Section>
      <Section id="duties" title="What stays with you">
        <Points items={duties} />
      </Section>
      <Section id="proxies" title="Filters to think about">
        <p className="text-muted">
          Some filters say more than they seem to. The filter of places, years or education says so once,
          below its choices. None is blocked; ask whether the job needs it.
        </p>
        <Points items={proxies} />
      </Section>
      <p className="max-w-prose text-muted">
        The source has a longer version, with a template for your own assessment: docs/ai-act.md.
      </p>
    </div>
  )
}
