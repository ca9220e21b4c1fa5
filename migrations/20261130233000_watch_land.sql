-- Businesses watch parcels and areas and are told when something public changes. What changed is noted in the transaction that changes it; a
-- worker makes messages of it, by mail and by signed calls of the account's own address (ADR 0053).

insert into reference.setting (name, valid_from, value, unit, source) values
  ('watches_an_account', '2025-07-01', 100, 'watches', 'Quy định nội bộ của cơ quan vận hành: số nơi một tài khoản doanh nghiệp theo dõi cùng lúc');

create table watch.watch (
  watch_id uuid primary key,
  owner text not null check (owner not in ('', 'watch-worker')),
  request_key uuid not null,
  asked bytea not null check (octet_length(asked) = 32),
  name bytea not null,
  parcel_id uuid references cadastre.parcel,
  commune_code char(5),
  area geometry(Polygon, :registry_srid),
  language text not null check (language in ('vi', 'en')),
  mail bytea,
  mail_confirmed_at timestamptz,
  mail_tries int not null default 0 check (mail_tries >= 0),
  hook bytea,
  created_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  constraint watch_key unique (owner, request_key),
  constraint watch_one_place check (num_nonnulls(parcel_id, commune_code, area) = 1),
  constraint watch_told check (num_nonnulls(mail, hook) > 0),
  constraint watch_confirmed check (mail_confirmed_at is null or mail is not null)
);
comment on table watch.watch is 'What an account watches, and how it is told';
comment on column watch.watch.watch_id is 'Id';
comment on column watch.watch.owner is 'Who watches: nobody else sees it';
comment on column watch.watch.request_key is 'Idempotency key';
comment on column watch.watch.asked is 'Digest of what was asked under that key';
comment on column watch.watch.name is 'What the owner calls it, sealed (AES-256-GCM)';
comment on column watch.watch.parcel_id is 'Parcel, where one is watched';
comment on column watch.watch.commune_code is 'Commune, where all of one is watched';
comment on column watch.watch.area is 'Area, where one is watched, in the registry''s system';
comment on column watch.watch.language is 'Language of its mails';
comment on column watch.watch.mail is 'Mail address, sealed (AES-256-GCM); null: none';
comment on column watch.watch.mail_confirmed_at is 'When the code that was sent there came back; before, nothing else is sent there';
comment on column watch.watch.mail_tries is 'How often a wrong code came';
comment on column watch.watch.hook is 'Address that is called, sealed (AES-256-GCM); null: none';
comment on column watch.watch.created_at is 'Since when';
create index watch_owner_idx on watch.watch (owner, created_at desc, watch_id);
comment on index watch.watch_owner_idx is 'Own watches, the latest first';
create index watch_parcel_idx on watch.watch (parcel_id);
comment on index watch.watch_parcel_idx is 'Who watches a parcel';
create index watch_commune_idx on watch.watch (commune_code);
comment on index watch.watch_commune_idx is 'Who watches a commune';
create index watch_area_idx on watch.watch using gist (area);
comment on index watch.watch_area_idx is 'Who watches the ground of a parcel';

create table watch.notice (
  notice_id bigint generated always as identity primary key,
  watch_id uuid not null references watch.watch on delete cascade,
  parcel_id uuid not null,
  change text not null check (change in ('registered', 'ended')),
  at timestamptz not null,
  bundle_id uuid
);
comment on table watch.notice is 'Changes of watched land, noted by the transaction that made them';
comment on column watch.notice.notice_id is 'Order';
comment on column watch.notice.watch_id is 'Watch';
comment on column watch.notice.parcel_id is 'Parcel';
comment on column watch.notice.change is 'registered: a version of it holds; ended: one holds no more';
comment on column watch.notice.at is 'Legal moment';
comment on column watch.notice.bundle_id is 'What it is told with; null until a worker came by';
create index notice_waiting_idx on watch.notice (watch_id) where bundle_id is null;
comment on index watch.notice_waiting_idx is 'Changes that nobody was told of yet';
create index notice_bundle_idx on watch.notice (bundle_id, notice_id);
comment on index watch.notice_bundle_idx is 'What is told together';
create index notice_watch_idx on watch.notice (watch_id);
comment on index watch.notice_watch_idx is 'What goes with a watch';

create table watch.delivery (
  delivery_id uuid primary key default gen_random_uuid(),
  watch_id uuid not null references watch.watch on delete cascade,
  bundle_id uuid,
  kind text not null check (kind in ('changes', 'confirm')),
  channel text not null check (channel in ('mail', 'hook')),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'unsure', 'failed')),
  attempts int not null default 0 check (attempts >= 0),
  created_at timestamptz not null default clock_timestamp(),
  next_at timestamptz not null default clock_timestamp(),
  taken_at timestamptz,
  ended_at timestamptz,
  error text check (error ~ '^[a-z0-9_]+$'),
  constraint delivery_once unique (bundle_id, channel),
  constraint delivery_ended check ((state in ('sent', 'unsure', 'failed')) = (ended_at is not null)),
  constraint delivery_bundle check ((kind = 'changes') = (bundle_id is not null)),
  constraint delivery_confirm check (kind = 'changes' or channel = 'mail')
);
comment on table watch.delivery is 'Messages about watched land on their way';
comment on column watch.delivery.delivery_id is 'Id, the same at every attempt: who gets it twice can tell';
comment on column watch.delivery.watch_id is 'Watch';
comment on column watch.delivery.bundle_id is 'Which changes it tells';
comment on column watch.delivery.kind is 'changes; or confirm: the code that shows a mail address to be the owner''s';
comment on column watch.delivery.channel is 'mail or hook';
comment on column watch.delivery.state is 'waiting; sending (taken by a worker); sent; unsure: a mail of which nobody knows whether it went out; failed: given up';
comment on column watch.delivery.attempts is 'How often it was tried';
comment on column watch.delivery.created_at is 'When it was made';
comment on column watch.delivery.next_at is 'Not before';
comment on column watch.delivery.taken_at is 'When a worker took it';
comment on column watch.delivery.ended_at is 'When it was sent or given up';
comment on column watch.delivery.error is 'What went wrong the last time: a code, never an address';
create index delivery_waiting_idx on watch.delivery (next_at) where state in ('waiting', 'sending');
comment on index watch.delivery_waiting_idx is 'What is to be sent';
create index delivery_watch_idx on watch.delivery (watch_id, created_at desc);
comment on index watch.delivery_watch_idx is 'What a watch was told, the latest first';

alter table watch.watch enable row level security;
alter table watch.notice enable row level security;
alter table watch.delivery enable row level security;
create policy watch_owner on watch.watch to diaba_app
  using (owner = current_setting('diaba.actor', true) or current_setting('diaba.actor', true) = 'watch-worker');
create policy notice_owner on watch.notice to diaba_app using (watch_id in (select w.watch_id from watch.watch w));
create policy delivery_owner on watch.delivery to diaba_app using (watch_id in (select w.watch_id from watch.watch w));
grant select, insert, delete on watch.watch to diaba_app;
grant update (mail_confirmed_at, mail_tries) on watch.watch to diaba_app;
grant select, delete, update (bundle_id) on watch.notice to diaba_app;
grant select, insert, delete, update (state, attempts, next_at, taken_at, ended_at, error) on watch.delivery to diaba_app;

create trigger parcel_version_watched after insert on cadastre.parcel_version referencing new table as new_rows
  for each statement execute function watch.note_changes();
create trigger parcel_version_watched_on after update on cadastre.parcel_version referencing new table as new_rows
  for each statement execute function watch.note_changes();
