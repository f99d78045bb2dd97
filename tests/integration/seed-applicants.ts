import type pg from 'pg'
import type { JobKey } from '@/lib/server/store/jobs'

/** Stores invented applicants by the thousand, as `saveCandidates` would, in one statement. */
export async function seedApplicants(
  pool: pg.Pool,
  { account, jobId }: JobKey,
  count: number,
): Promise<void> {
  await pool.query(
    `insert into candidate (
       account, job_id, application_id, position, raw, person, unreadable, rating, rating_rank, is_top_choice,
       name_folded, search_text, companies, company_folded, places, place_folded, months, months_max,
       first_seen_at, first_seen_ms, last_seen_at, fetch_id)
     select $1, $2, 'app-' || n, n, '{}',
       json_build_object('applicationId', 'app-' || n, 'fullName', name, 'experiences', json_build_array())::text,
       false, rating, rank, n % 12 = 0, lower(name),
       lower(name) || E'\\n' || title || case when n % 10000 = 7 then E'\\nzeppelin' else '' end,
       array[company], array[lower(company)], array[place], array[lower(place)], months, months + 11,
       seen, (extract(epoch from seen) * 1000)::bigint, seen, 'fetch-' || n / 50
     from generate_series(0, $3::int - 1) as n,
       lateral (select
         'Person ' || (n * 7919 % $3::int) || ' Invented' as name,
         case when n % 3 = 0 then 'accountant' else 'growth marketer' end as title,
         (array['GOOD_FIT', 'MAYBE', 'UNRATED', 'NOT_A_FIT'])[1 + n % 4] as rating,
         (array[0, 1, 2, 4])[1 + n % 4] as rank,
         case when n % 10000 = 9 then 'Rare Works' else 'Company ' || n % 300 end as company,
         'City ' || n % 100 as place,
         case when n % 9 = 0 then null else n * 31 % 400 end as months,
         '2026-04-01T00:00:00Z'::timestamptz + (n / 50) * interval '1 minute' as seen) as told`,
    [account, jobId, count],
  )
  await pool.query(
    `insert into job (account, job_id, total, stored, frontier, ended, fetched, fetched_at)
     values ($1, $2, $3, $3, $3, true, true, now())`,
    [account, jobId, count],
  )
}
