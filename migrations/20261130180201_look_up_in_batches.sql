-- Look-ups of many parcels at once: a table of a business or an officer, row by row answered by a worker. What was sent is sealed; what
-- is kept as an answer are ids of parcels, so that a result tells what may be told on the day it is read. Only who asked sees it.

create schema lookup;
comment on schema lookup is 'Look-ups of many parcels at once: what was asked, sealed, and which parcels fit; only for who asked, for a time';
grant usage on schema lookup to diaba_app;

insert into reference.setting (name, valid_from, value, unit, source) values
  ('lookup_rows_a_day', '2025-07-01', 20000, 'rows', 'Quy định nội bộ của cơ quan vận hành: số dòng một tài khoản doanh nghiệp tra cứu mỗi ngày'),
  ('lookup_keep_days', '2025-07-01', 30, 'days', 'Quy định nội bộ của cơ quan vận hành: số ngày lưu một lần tra cứu hàng loạt');

create table reference.lookup_allowance (
  account text not null check (account <> ''),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  rows_a_day int not null check (rows_a_day >= 0),
  source text not null,
  constraint lookup_allowance_pkey primary key (account, valid_from)
);
comment on table reference.lookup_allowance is 'Rows a day of single business accounts and service clients, in place of the setting lookup_rows_a_day';
comment on column reference.lookup_allowance.account is 'Subject of the identity provider, or id of a service client';
comment on column reference.lookup_allowance.valid_from is 'First day in force';
comment on column reference.lookup_allowance.valid_to is 'First day no longer in force';
comment on column reference.lookup_allowance.rows_a_day is 'Rows a day';
comment on column reference.lookup_allowance.source is 'Who agreed to it, and where that stands';
grant select on reference.lookup_allowance to diaba_app;

create table lookup.lookup (
  lookup_id uuid primary key,
  owner text not null check (owner not in ('', 'lookup-worker')),
  request_key uuid not null,
  asked bytea not null check (octet_length(asked) = 32),
  audience text not null check (audience in ('public', 'staff')),
  communes text not null,
  head bytea not null,
  purpose text check (purpose <> ''),
  rows int not null check (rows > 0),
  done int not null default 0 check (done between 0 and rows),
  matched int not null default 0 check (matched >= 0),
  ambiguous int not null default 0 check (ambiguous >= 0),
  not_matched int not null default 0 check (not_matched >= 0),
  not_understood int not null default 0 check (not_understood >= 0),
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  attempts int not null default 0 check (attempts >= 0),
  as_of timestamptz,
  asked_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  ended_at timestamptz,
  keep_until date not null,
  constraint lookup_key unique (owner, request_key),
  constraint lookup_counts check (matched + ambiguous + not_matched + not_understood = done),
  constraint lookup_whole check (state <> 'done' or done = rows),
  constraint lookup_ended check ((state in ('done', 'failed')) = (ended_at is not null))
);
comment on table lookup.lookup is 'A table of parcels that somebody wants to know about, and how far the answer is';
comment on column lookup.lookup.lookup_id is 'Id';
comment on column lookup.lookup.owner is 'Who asked: nobody else sees it';
comment on column lookup.lookup.request_key is 'Idempotency key';
comment on column lookup.lookup.asked is 'Digest of what was asked under that key';
comment on column lookup.lookup.audience is 'public: what the publication policy opens; staff: certificates and identity numbers too, within the communes';
comment on column lookup.lookup.communes is 'Communes of staff when it was asked, joined by commas, or *; empty for the public';
comment on column lookup.lookup.head is 'Name of the table and heads of its columns, sealed (AES-256-GCM)';
comment on column lookup.lookup.purpose is 'What staff asks for; identity numbers are looked up for a purpose only';
comment on column lookup.lookup.rows is 'Rows of the table';
comment on column lookup.lookup.done is 'Rows answered so far, from the first on';
comment on column lookup.lookup.matched is 'Of these, rows that exactly one parcel fits';
comment on column lookup.lookup.ambiguous is 'Of these, rows that may mean several parcels, or are not sure';
comment on column lookup.lookup.not_matched is 'Of these, rows that nothing registered fits';
comment on column lookup.lookup.not_understood is 'Of these, rows that could not be read as a question';
comment on column lookup.lookup.state is 'queued, running, done or failed';
comment on column lookup.lookup.attempts is 'How often a worker began since rows were last answered';
comment on column lookup.lookup.as_of is 'Moment of the register for which every row is answered; null until a worker began';
comment on column lookup.lookup.asked_at is 'When it was asked';
comment on column lookup.lookup.ended_at is 'When it was done or failed';
comment on column lookup.lookup.keep_until is 'Last day on which it is kept';
create index lookup_owner_idx on lookup.lookup (owner, asked_at desc, lookup_id desc);
comment on index lookup.lookup_owner_idx is 'Own look-ups, the latest first';
create index lookup_keep_idx on lookup.lookup (keep_until);
comment on index lookup.lookup_keep_idx is 'What has been kept long enough';

create table lookup.row (
  lookup_id uuid not null references lookup.lookup on delete cascade,
  row_no int not null check (row_no > 0),
  given bytea not null,
  constraint row_pkey primary key (lookup_id, row_no)
);
comment on table lookup.row is 'Rows of look-ups as they were sent';
comment on column lookup.row.lookup_id is 'Look-up';
comment on column lookup.row.row_no is 'Place in the table, from 1, its head not counted';
comment on column lookup.row.given is 'Cells, sealed (AES-256-GCM): they can hold anything';

create table lookup.answer (
  lookup_id uuid not null references lookup.lookup on delete cascade,
  row_no int not null check (row_no > 0),
  outcome text not null check (outcome in ('matched', 'ambiguous', 'not_matched', 'not_understood')),
  reason text check (reason <> ''),
  parcel_ids uuid[] not null,
  more boolean not null,
  constraint answer_pkey primary key (lookup_id, row_no),
  constraint answer_matched check ((outcome = 'matched') = (reason is null) and (outcome <> 'matched' or (cardinality(parcel_ids) = 1 and not more))),
  constraint answer_unmatched check (outcome in ('matched', 'ambiguous') or (parcel_ids = '{}' and not more))
);
comment on table lookup.answer is 'What the register says of a row: which parcels fit it, never facts about them';
comment on column lookup.answer.lookup_id is 'Look-up';
comment on column lookup.answer.row_no is 'Row';
comment on column lookup.answer.outcome is 'matched, ambiguous, not_matched or not_understood';
comment on column lookup.answer.reason is 'Why it is not matched (server/domain/lookup/lookup-outcome.ts)';
comment on column lookup.answer.parcel_ids is 'The parcel, or the first of those it may be';
comment on column lookup.answer.more is 'Whether there are more than are kept';
create index answer_outcome_idx on lookup.answer (lookup_id, outcome, row_no);
comment on index lookup.answer_outcome_idx is 'Rows of one outcome, page by page';

create table lookup.use (
  account text not null check (account <> ''),
  day date not null,
  rows int not null check (rows >= 0),
  constraint use_pkey primary key (account, day)
);
comment on table lookup.use is 'Rows that a business account has asked for on a day';
comment on column lookup.use.account is 'Account';
comment on column lookup.use.day is 'Day, Asia/Ho_Chi_Minh';
comment on column lookup.use.rows is 'Rows; what was asked counts, whether it is kept or not';

alter table lookup.lookup enable row level security;
alter table lookup.row enable row level security;
alter table lookup.answer enable row level security;
alter table lookup.use enable row level security;
create policy lookup_owner on lookup.lookup to diaba_app
  using (owner = current_setting('diaba.actor', true) or current_setting('diaba.actor', true) = 'lookup-worker');
create policy row_owner on lookup.row to diaba_app using (lookup_id in (select l.lookup_id from lookup.lookup l));
create policy answer_owner on lookup.answer to diaba_app using (lookup_id in (select l.lookup_id from lookup.lookup l));
create policy use_owner on lookup.use to diaba_app
  using (account = current_setting('diaba.actor', true) or current_setting('diaba.actor', true) = 'lookup-worker');
grant select, insert, delete on lookup.lookup, lookup.row, lookup.answer to diaba_app;
grant update (done, matched, ambiguous, not_matched, not_understood, state, attempts, as_of, ended_at) on lookup.lookup to diaba_app;
grant select, insert, delete, update (rows) on lookup.use to diaba_app;

-- A look-up that waits is answered, however long the workers stood still; how often it is tried is counted with it.
select pgboss.create_queue('lookup', '{"policy": "standard", "retryLimit": 1000, "retryDelay": 2, "retryBackoff": true,
  "retryDelayMax": 120, "expireInSeconds": 3600, "heartbeatSeconds": 30, "retentionSeconds": 315360000}');
