import type { Knex } from 'knex';

/**
 * Sessions of signed-in people, and what has ended. Nobody but the owner can read the tables: the application calls the
 * functions here, so that not even its own login can list who is signed in or take a session over.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create schema session;
    comment on schema session is 'Sign-in sessions and ended ones; reached only through its functions';
    grant usage on schema session to diaba_app;

    create table session.session (
      id_hash bytea primary key check (octet_length(id_hash) = 32),
      sid text not null check (sid <> ''),
      subject text not null check (subject <> ''),
      sealed bytea not null,
      access_expires_at timestamptz not null,
      opened_at timestamptz not null default clock_timestamp(),
      last_seen_at timestamptz not null default clock_timestamp(),
      ends_at timestamptz not null
    );
    comment on table session.session is 'One row per signed-in browser';
    comment on column session.session.id_hash is 'Keyed digest of the cookie: the row does not give the session away';
    comment on column session.session.sid is 'Session at the identity provider';
    comment on column session.session.subject is 'Subject at the identity provider';
    comment on column session.session.sealed is 'AES-256-GCM under a key derived from SESSION_SECRET: actor and tokens';
    comment on column session.session.access_expires_at is 'Until when roles and communes are as the provider last said';
    comment on column session.session.opened_at is 'When it was opened';
    comment on column session.session.last_seen_at is 'Last request, to the minute';
    comment on column session.session.ends_at is 'Absolute limit';
    create index session_sid_idx on session.session (sid);
    create index session_subject_idx on session.session (subject);
    create index session_ends_idx on session.session (ends_at);

    create table session.ended (
      kind text not null check (kind in ('sid', 'subject')),
      value text not null,
      ended_at timestamptz not null default clock_timestamp(),
      keep_until timestamptz not null,
      constraint ended_pkey primary key (kind, value)
    );
    comment on table session.ended is 'Provider sessions that were ended, and subjects whose sessions until then were: tokens of them are refused';
    comment on column session.ended.kind is 'sid or subject';
    comment on column session.ended.value is 'The sid or the subject';
    comment on column session.ended.ended_at is 'When';
    comment on column session.ended.keep_until is 'No token of that session lives longer';
    create index ended_keep_idx on session.ended (keep_until);

    create table session.used_token (
      jti text primary key,
      keep_until timestamptz not null
    );
    comment on table session.used_token is 'Logout tokens already taken: each counts once';
    comment on column session.used_token.jti is 'Id of the token';
    comment on column session.used_token.keep_until is 'Too old to be accepted from then on anyway';
    create index used_token_keep_idx on session.used_token (keep_until);

    alter table session.session enable row level security;
    alter table session.ended enable row level security;
    alter table session.used_token enable row level security;
    -- A policy that admits nobody: a grant made by mistake still shows nothing.
    create policy session_nobody on session.session using (false);
    create policy ended_nobody on session.ended using (false);
    create policy used_token_nobody on session.used_token using (false);

    create function session.is_ended(of_sid text, of_subject text, since timestamptz) returns boolean
      language sql stable security definer set search_path = '' as $$
      select exists (select from session.ended where kind = 'sid' and value = of_sid)
        or exists (select from session.ended where kind = 'subject' and value = of_subject and ended_at >= since)
    $$;
    comment on function session.is_ended(text, text, timestamptz) is 'Whether a provider session, or everything of a subject that began at or before a moment, was ended';

    create function session.open_session(new_hash bytea, new_sid text, new_subject text, new_sealed bytea, expires timestamptz, lifetime interval)
      returns boolean language plpgsql security definer set search_path = '' as $$
    begin
      delete from session.session where ends_at < clock_timestamp();
      if session.is_ended(new_sid, null, null) then return false; end if;
      insert into session.session (id_hash, sid, subject, sealed, access_expires_at, ends_at)
        values (new_hash, new_sid, new_subject, new_sealed, expires, clock_timestamp() + lifetime);
      return true;
    end $$;
    comment on function session.open_session(bytea, text, text, bytea, timestamptz, interval) is 'Opens a session; false where the provider has ended it meanwhile';

    create function session.find_session(of_hash bytea, idle interval)
      returns table (sealed bytea, access_expires_at timestamptz) language plpgsql security definer set search_path = '' as $$
    begin
      update session.session s set last_seen_at = clock_timestamp()
        where s.id_hash = of_hash and s.last_seen_at between clock_timestamp() - idle and clock_timestamp() - interval '1 minute';
      return query select s.sealed, s.access_expires_at from session.session s
        where s.id_hash = of_hash and s.ends_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - idle
          and not session.is_ended(s.sid, s.subject, s.opened_at);
    end $$;
    comment on function session.find_session(bytea, interval) is 'A live session; notes that it was seen';

    create function session.lock_session(of_hash bytea)
      returns table (sealed bytea, access_expires_at timestamptz) language sql volatile security definer set search_path = '' as $$
      select s.sealed, s.access_expires_at from session.session s
      where s.id_hash = of_hash and s.ends_at > clock_timestamp() and not session.is_ended(s.sid, s.subject, s.opened_at)
      for update
    $$;
    comment on function session.lock_session(bytea) is 'A live session, held until the transaction ends: one renewal at a time, and none past its end';

    create function session.renew_session(of_hash bytea, new_sealed bytea, expires timestamptz) returns void
      language sql security definer set search_path = '' as $$
      update session.session set sealed = new_sealed, access_expires_at = expires where id_hash = of_hash
    $$;
    comment on function session.renew_session(bytea, bytea, timestamptz) is 'Keeps new tokens';

    create function session.end_sessions(of_sid text, of_subject text) returns integer
      language plpgsql security definer set search_path = '' as $$
    declare
      gone integer;
    begin
      delete from session.ended where keep_until < clock_timestamp();
      insert into session.ended (kind, value, keep_until)
        values (case when of_sid is null then 'subject' else 'sid' end, coalesce(of_sid, of_subject), clock_timestamp() + interval '1 day')
        on conflict on constraint ended_pkey do update set ended_at = excluded.ended_at, keep_until = excluded.keep_until;
      delete from session.session s where case when of_sid is null then s.subject = of_subject else s.sid = of_sid end;
      get diagnostics gone = row_count;
      return gone;
    end $$;
    comment on function session.end_sessions(text, text) is 'Ends a provider session (sid), or all of a subject where no sid is given; how many browsers were signed in by it';

    create function session.close_session(of_hash bytea)
      returns table (sealed bytea) language plpgsql security definer set search_path = '' as $$
    declare
      found_sid text;
    begin
      delete from session.session s where s.id_hash = of_hash returning s.sealed, s.sid into sealed, found_sid;
      if found_sid is null then return; end if;
      perform session.end_sessions(found_sid, null);
      return next;
    end $$;
    comment on function session.close_session(bytea) is 'Ends the session of this browser and the provider session behind it';

    create function session.forget_session(of_hash bytea) returns void
      language sql security definer set search_path = '' as $$
      delete from session.session where id_hash = of_hash
    $$;
    comment on function session.forget_session(bytea) is 'Removes the session of a browser that opens another; the provider session goes on';

    create function session.use_token(of_jti text, until timestamptz) returns boolean
      language plpgsql security definer set search_path = '' as $$
    begin
      delete from session.used_token where keep_until < clock_timestamp();
      insert into session.used_token values (of_jti, until) on conflict do nothing;
      return found;
    end $$;
    comment on function session.use_token(text, timestamptz) is 'True the first time a token id is given';

    grant execute on function session.is_ended(text, text, timestamptz), session.open_session(bytea, text, text, bytea, timestamptz, interval),
      session.find_session(bytea, interval), session.lock_session(bytea), session.renew_session(bytea, bytea, timestamptz),
      session.end_sessions(text, text), session.close_session(bytea), session.forget_session(bytea), session.use_token(text, timestamptz) to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
