import type { Knex } from 'knex';

/** What a page asks by itself, with nobody at it, is answered and does not keep its session alive. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function session.look_at_session(of_hash bytea, idle interval)
      returns table (sealed bytea, access_expires_at timestamptz) language sql stable security definer set search_path = '' as $$
      select s.sealed, s.access_expires_at from session.session s
      where s.id_hash = of_hash and s.ends_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - idle
        and not session.is_ended(s.sid, s.subject, s.opened_at)
    $$;
    comment on function session.look_at_session(bytea, interval) is 'A live session, asked for by a page that nobody is at: not noted as seen';
    grant execute on function session.look_at_session(bytea, interval) to diaba_app;
    comment on column session.session.last_seen_at is 'Last request of somebody who is there, to the minute';
    comment on column staging.upload.reserved_bytes is 'Room kept for it: nothing before its first byte, its length (or the most it may have) while bytes come in, then what came';
    comment on column staging.upload.expires_at is 'Unless whole by then it is dropped; before its first byte that is soon';
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
