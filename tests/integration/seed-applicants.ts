import type pg from 'pg'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import { derivedVersion } from '@/lib/server/candidates/store/derived-columns'
import type { JobKey } from '@/lib/server/candidates/store/jobs'

/**
 * Stores invented applicants by the thousand, as `saveCandidates` would, in one statement. Who has the rare word has so
 * long a text that the statistics leave it out: by chance among their samples, it would be taken for a common one.
 */
export async function seedApplicants(
  pool: pg.Pool,
  { account, jobId }: JobKey,
  count: number,
): Promise<void> {
  await pool.query(
    `insert into candidate (
       account, job_id, application_id, position, raw, person, unreadable, rating, rating_rank, is_top_choice,
       name_folded, search_text, companies, company_folded, places, place_folded, country_folded,
       now_companies, now_folded, title_words, months, months_max, first_seen_at, first_seen_ms, last_seen_at, fetch_id,
       derived)
     select $1, $2, 'app-' || n, n, '{}',
       ($4::jsonb || jsonb_build_object('applicationId', 'app-' || n, 'fullName', name))::text,
       false, rating, rank, n % 12 = 0, lower(name),
       lower(name) || E'\\n' || title || case when n % 10000 = 7 then E'\\nzeppelin' || repeat(' career', 200) else '' end,
       array[company, 'Company ' || n % 70], array[lower(company), 'company ' || n % 70],
       array[place, country], array[lower(place), lower(country)], lower(country),
       array[company], array[lower(company)], string_to_array(title || ' level' || n % 200, ' '), months, months + 11,
       seen, (extract(epoch from seen) * 1000)::bigint, seen, 'fetch-' || n / 50, ${derivedVersion}
     from generate_series(0, $3::int - 1) as n,
       lateral (select
         'Person ' || (n * 7919 % $3::int) || ' Invented' as name,
         case when n % 3 = 0 then 'accountant' else 'growth marketer' end as title,
         (array['GOOD_FIT', 'MAYBE', 'UNRATED', 'NOT_A_FIT'])[1 + n % 4] as rating,
         (array[0, 1, 2, 4])[1 + n % 4] as rank,
         case when n % 10000 = 9 then 'Rare Works' else 'Company ' || 100 + n % 300 end as company,
         'City ' || n % 100 as place,
         (array['France', 'Germany', 'Japan'])[1 + n % 3] as country,
         case when n % 9 = 0 then null else n * 31 % 400 end as months,
         '2026-04-01T00:00:00Z'::timestamptz + (n / 50) * interval '1 minute' as seen) as told`,
    [account, jobId, count, JSON.stringify({ ...unreadablePerson(''), unreadable: false })],
  )
  await pool.query(
    `insert into job (account, job_id, total, stored, frontier, ended, fetched, fetched_at)
     values ($1, $2, $3, $3, $3, true, true, now())`,
    [account, jobId, count],
  )
}
