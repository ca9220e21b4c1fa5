-- Sessions of signed-in people, and what has ended. Nobody but the owner can read the tables: the application calls functions,
-- so that not even its own login can list who is signed in or take a session over.

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
comment on column session.session.last_seen_at is 'Last request of somebody who is there, to the minute';
comment on column session.session.ends_at is 'Absolute limit';
create index session_sid_idx on session.session (sid);
create index session_subject_idx on session.session (subject);
create index session_ends_idx on session.session (ends_at);
alter table session.session enable row level security;
-- A policy that admits nobody: a grant made by mistake still shows nothing.
create policy session_nobody on session.session using (false);

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
create trigger ended_tell after insert or update on session.ended for each statement execute function session.tell_ended();
alter table session.ended enable row level security;
create policy ended_nobody on session.ended using (false);

create table session.used_token (
  jti text primary key,
  keep_until timestamptz not null
);
comment on table session.used_token is 'Logout tokens already taken: each counts once';
comment on column session.used_token.jti is 'Id of the token';
comment on column session.used_token.keep_until is 'Too old to be accepted from then on anyway';
create index used_token_keep_idx on session.used_token (keep_until);
alter table session.used_token enable row level security;
create policy used_token_nobody on session.used_token using (false);
