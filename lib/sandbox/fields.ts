/** A line of work: titles from first job to last, what one says of it, and where it is done. All companies are invented. */
export type Field = {
  titles: string[]
  skills: string[]
  companies: string[]
  did: string[]
}

const shared = [
  'Northwind Orchard',
  'Kestrel & Loom',
  'Papier Lune',
  'Baobab Collective',
  'Halden Freight',
  'Silverbirch Bank',
]

export const fields: Field[] = [
  {
    titles: [
      'Marketing Intern',
      'Content Marketing Assistant',
      'SEO Specialist',
      'Growth Marketer',
      'Senior Growth Marketer',
      'Head of Growth',
      'VP Marketing',
    ],
    skills: [
      'SEO, SEM & Analytics',
      'Paid social',
      'Lifecycle e-mail',
      'Content strategy',
      'Marketing automation',
      'B2B SaaS',
    ],
    companies: [
      'Tallow & Finch',
      'Brightmoor Media',
      'Clovertide',
      'Studio Mirabelle',
      'Ostrava Digital',
      ...shared,
    ],
    did: [
      'Rebuilt the editorial calendar around search demand; organic sign-ups grew from 400 to 2,300 a month.',
      'Ran paid campaigns in four languages with a budget of €40k a month.',
      'Owned SEO for 12,000 product pages: technical audits, internal links, structured data.',
      'Wrote and tested the onboarding e-mails; activation rose by nine points.',
    ],
  },
  {
    titles: [
      'Software Engineering Intern',
      'Junior Developer',
      'Software Engineer',
      'Senior Software Engineer',
      'Staff Engineer',
      'Engineering Manager',
    ],
    skills: [
      'TypeScript & React',
      'Go, Postgres',
      'Distributed systems',
      'Developer tooling',
      'Mobile (Kotlin, Swift)',
    ],
    companies: [
      'Quillstack',
      'Monsoon Robotics',
      'Ferrovia Systems',
      'Pixelharbour',
      'Lattice & Co',
      ...shared,
    ],
    did: [
      'Moved the billing service to Postgres without a minute of downtime.',
      'Cut page load from 4.1 s to 1.2 s; wrote the guide the other teams follow.',
      'Led a team of five; hired three of them.',
      'On call for the payments path; halved the number of pages at night.',
    ],
  },
  {
    titles: [
      'Design Intern',
      'Junior Product Designer',
      'Product Designer',
      'Senior Product Designer',
      'Design Lead',
    ],
    skills: ['Design systems', 'User research', 'Prototyping', 'Accessibility', 'Type & brand'],
    companies: ['Atelier Nord-Sud', 'Humble Pixel', 'Marlowe Interiors', 'Tidewater Health', ...shared],
    did: [
      'Built the design system used by nine product teams.',
      'Interviewed 60 nurses; the new chart view came out of what they said.',
      'Took the booking flow from 11 screens to 4.',
    ],
  },
  {
    titles: [
      'Sales Development Representative',
      'Account Executive',
      'Senior Account Executive',
      'Key Account Manager',
      'Regional Sales Director',
    ],
    skills: ['Enterprise SaaS', 'Negotiation', 'Channel partners', 'MEDDIC', 'Hospitality'],
    companies: ['Corvid Analytics', 'Vantage Piers', 'Solberg Instruments', 'Amberline Logistics', ...shared],
    did: [
      '112 % of target three years in a row.',
      'Opened the Nordics: first 14 customers.',
      'Coached two new colleagues to quota.',
    ],
  },
  {
    titles: [
      'Data Analyst Intern',
      'Data Analyst',
      'Senior Data Analyst',
      'Data Scientist',
      'Lead Data Scientist',
    ],
    skills: ['SQL, Python', 'Experimentation', 'Forecasting', 'dbt', 'Causal inference'],
    companies: ['Meridian Grain', 'Observatoire Delta', 'Pinecrest Mobility', 'Corvid Analytics', ...shared],
    did: [
      'Designed the experiment platform: 140 tests a year.',
      'Forecast demand for 30 depots to within 4 %.',
      'Retired 200 dashboards nobody read.',
    ],
  },
  {
    titles: ['HR Assistant', 'Recruiter', 'Talent Partner', 'People Manager', 'Head of People'],
    skills: ['Sourcing', 'Employer brand', 'Labour law', 'Onboarding', 'Diversity & inclusion'],
    companies: ['Maison Verdier', 'Peregrine Staffing', 'Copperfield Schools', ...shared],
    did: [
      'Filled 60 roles in a year, half of them through referrals.',
      'Wrote the interview training everyone takes.',
    ],
  },
]

export const openings = [
  'I have followed your work since the beginning, and',
  'This is the role I have been waiting for:',
  'After four years in agencies I want to build one product well, and',
  'Two of your engineers told me how you work.',
  'I moved here last spring and am looking for a team to stay with.',
]
export const closings = [
  'I can start in a month.\nHappy to show my portfolio any time.',
  'my last three launches were in exactly this market.\n\nCall me any time after 17:00.',
  'I would love to talk about how I grew sign-ups without paid ads.',
  'J’ai hâte d’échanger avec vous. 🙂',
  'Gerne erzähle ich mehr in einem Gespräch.\n\nViele Grüße',
]
