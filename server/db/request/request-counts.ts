import type { RequestStatistics } from '../../domain/contract/paper/request-statistics.ts';
import { OPEN_REQUESTS } from '../../domain/request/request-step.ts';
import type { Trx } from '../kit/transaction.ts';

/** Counts by commune and kind under the row-level security of who asks: received_at and decided_at in [since, before), what is open as of today. */
export async function countRequestRows(
  trx: Trx,
  { since, before, today, commune }: { since: Date; before: Date; today: string; commune: string | undefined },
): Promise<RequestStatistics['items']> {
  const { rows } = await trx.query<RequestStatistics['items'][number]>(
    `select json_build_object('code', r.commune_code, 'name', coalesce((select u.name from reference.administrative_unit u
         where u.code = r.commune_code order by u.valid_from desc limit 1), r.commune_code)) as commune, r.kind,
       count(*) filter (where r.received_at >= $1 and r.received_at < $2)::int as opened,
       count(*) filter (where r.status = 'fulfilled' and r.decided_at >= $1 and r.decided_at < $2)::int as fulfilled,
       count(*) filter (where r.status = 'refused' and r.decided_at >= $1 and r.decided_at < $2)::int as refused,
       count(*) filter (where r.decided_at >= $1 and r.decided_at < $2 and (r.decided_at at time zone 'Asia/Ho_Chi_Minh')::date > r.due_on)::int as late,
       count(*) filter (where r.status = any ($3::text[]))::int as open,
       count(*) filter (where r.status = any ($3::text[]) and r.suspended_at is null and r.due_on < $4::date)::int as overdue
     from dealing.request r
     where ((r.received_at >= $1 and r.received_at < $2) or (r.decided_at >= $1 and r.decided_at < $2) or r.status = any ($3::text[]))
       and ($5::char(5) is null or r.commune_code = $5)
     group by r.commune_code, r.kind order by r.commune_code, r.kind`,
    [since, before, OPEN_REQUESTS, today, commune ?? null],
  );
  return rows;
}
