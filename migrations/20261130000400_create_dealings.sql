-- Dealings (the legal acts): what they say (content), and the first answer given to each request. Kinds are a table
-- (reference.dealing_kind): the next one is a row.

create table dealing.dealing (
  dealing_id uuid primary key,
  kind text not null,
  status text not null check (status in ('draft', 'lodged', 'examined', 'approved', 'registered', 'closed', 'refused', 'withdrawn')),
  commune_code char(5) not null,
  commune_valid_from date not null,
  initial_load boolean not null default false,
  proposed_by text not null,
  approved_by text,
  batch_id uuid,
  reverses uuid references dealing.dealing,
  created_at timestamptz not null default now(),
  registered_at timestamptz,
  reason text,
  refused_by text,
  decided_at timestamptz,
  version int not null default 1 check (version > 0),
  changed_at timestamptz not null default now(),
  lodged_at timestamptz,
  examined_by text,
  suspended_at timestamptz,
  constraint dealing_commune_fkey foreign key (commune_code, commune_valid_from) references reference.administrative_unit,
  constraint dealing_four_eyes check (initial_load or approved_by is null or approved_by <> proposed_by),
  constraint dealing_registered_at check ((status in ('registered', 'closed')) = (registered_at is not null)),
  constraint dealing_second_person check (initial_load or approved_by is not null or status not in ('approved', 'registered', 'closed')),
  constraint dealing_refused_by check (refused_by is null or status in ('refused', 'withdrawn')),
  constraint dealing_reverses check ((kind = 'import_reversal') = (reverses is not null)),
  constraint dealing_kind_fkey foreign key (kind) references reference.dealing_kind,
  constraint dealing_suspended check (suspended_at is null or status in ('lodged', 'examined'))
);
comment on table dealing.dealing is 'A legal act on registered objects: it targets current ones, retires them and raises new ones';
comment on column dealing.dealing.dealing_id is 'Made by the client, so that a repeated request is harmless';
comment on column dealing.dealing.kind is 'Kind of dealing';
comment on column dealing.dealing.status is 'Only moves forward';
comment on column dealing.dealing.commune_code is 'Commune of the dealing';
comment on column dealing.dealing.commune_valid_from is 'First day of that unit';
comment on column dealing.dealing.initial_load is 'True for a promotion by the command line that only adds parcels: the one case without a second person';
comment on column dealing.dealing.proposed_by is 'Actor who proposed';
comment on column dealing.dealing.approved_by is 'Actor who approved; never the proposer (four eyes)';
comment on column dealing.dealing.batch_id is 'Batch promoted or taken back';
comment on column dealing.dealing.reverses is 'Dealing taken back by this one';
comment on column dealing.dealing.created_at is 'When it was opened';
comment on column dealing.dealing.registered_at is 'Legal moment of registration';
comment on column dealing.dealing.reason is 'Why it was proposed, or refused';
comment on column dealing.dealing.refused_by is 'Actor who refused or withdrew it';
comment on column dealing.dealing.decided_at is 'When it was approved, refused or withdrawn';
comment on column dealing.dealing.version is 'Rises with every change, so that nobody decides on what he has not seen';
comment on column dealing.dealing.changed_at is 'When it last changed';
comment on column dealing.dealing.lodged_at is 'When it was lodged: from then on what it says is fixed';
comment on column dealing.dealing.examined_by is 'Actor who examined it';
comment on column dealing.dealing.suspended_at is 'Since when its clock is stopped; null while it runs';
create unique index dealing_batch_idx on dealing.dealing (batch_id) where kind = 'import_promotion' and status in ('registered', 'closed');
comment on index dealing.dealing_batch_idx is 'A batch is promoted once';
create unique index dealing_reverses_idx on dealing.dealing (reverses) where status in ('registered', 'closed');
comment on index dealing.dealing_reverses_idx is 'A dealing is taken back once';
create unique index dealing_open_of_batch_idx on dealing.dealing (batch_id) where status in ('draft', 'lodged', 'examined', 'approved');
comment on index dealing.dealing_open_of_batch_idx is 'One open proposal per batch';
create index dealing_open_idx on dealing.dealing (commune_code, changed_at desc) where status in ('draft', 'lodged', 'examined', 'approved');
comment on index dealing.dealing_open_idx is 'Work that is open, by commune';
create trigger dealing_forward_only before update on dealing.dealing for each row execute function dealing.forward_only();
create trigger dealing_refuse_delete before delete on dealing.dealing
  for each row execute function dealing.refuse_removal();
create trigger dealing_refuse_new_id before update on dealing.dealing
  for each row when (old.dealing_id is distinct from new.dealing_id) execute function dealing.refuse_removal();
create trigger dealing_refuse_truncate before truncate on dealing.dealing
  for each statement execute function dealing.refuse_removal();
create trigger dealing_keep_terms before update on dealing.dealing for each row execute function dealing.keep_terms();
create trigger dealing_count_version before update on dealing.dealing for each row execute function dealing.count_version();
alter table dealing.dealing enable row level security;
create policy dealing_scope on dealing.dealing to diaba_app
  using (commune_code = any ((select string_to_array(nullif(current_setting('diaba.communes', true), ''), ','))::text[])
         or (select current_setting('diaba.communes', true)) = '*');
create policy dealing_audit on dealing.dealing for select to diaba_auditor using (true);
grant select, insert, update on dealing.dealing to diaba_app;
grant select on dealing.dealing to diaba_auditor;

create table dealing.content (
  dealing_id uuid primary key references dealing.dealing,
  payload jsonb not null,
  verdicts jsonb not null default '[]',
  constraint content_is_object check (jsonb_typeof(payload) = 'object' and jsonb_typeof(verdicts) = 'array')
);
comment on table dealing.content is 'What a dealing says; personal data. Fixed once it is lodged';
comment on column dealing.content.dealing_id is 'Dealing';
comment on column dealing.content.payload is 'As the kind''s schema says; identity numbers are in dealing.identity_number';
comment on column dealing.content.verdicts is 'What the rules said when it was lodged: code, severity, facts';
create trigger content_keep_lodged before update or delete on dealing.content for each row execute function dealing.keep_lodged();
alter table dealing.content enable row level security;
create policy content_scope on dealing.content to diaba_app using (dealing_id in (select d.dealing_id from dealing.dealing d));
grant select, insert on dealing.content to diaba_app;
grant update (verdicts) on dealing.content to diaba_app;

create table dealing.identity_number (
  dealing_id uuid not null references dealing.dealing,
  ordinal int not null check (ordinal > 0),
  cipher bytea not null,
  lookup_hash bytea not null check (octet_length(lookup_hash) = 32),
  constraint identity_number_pkey primary key (dealing_id, ordinal)
);
comment on table dealing.identity_number is 'Identity numbers of persons that a dealing names, encrypted, with a keyed hash for look-up';
comment on column dealing.identity_number.dealing_id is 'Dealing';
comment on column dealing.identity_number.ordinal is 'Place by which the payload refers to it';
comment on column dealing.identity_number.cipher is 'AES-256-GCM: nonce, ciphertext, tag';
comment on column dealing.identity_number.lookup_hash is 'HMAC-SHA-256 of the digits';
create trigger identity_number_keep_lodged before update or delete on dealing.identity_number for each row execute function dealing.keep_lodged();
alter table dealing.identity_number enable row level security;
create policy identity_number_scope on dealing.identity_number to diaba_app using (dealing_id in (select d.dealing_id from dealing.dealing d));
grant select, insert on dealing.identity_number to diaba_app;

create table dealing.answer (
  actor text not null,
  door text not null,
  key text not null,
  dealing_id uuid not null references dealing.dealing,
  asked bytea not null,
  reply jsonb not null,
  answered_at timestamptz not null default now(),
  constraint answer_pkey primary key (actor, door, key)
);
comment on table dealing.answer is 'First answer to each request on a dealing: the same request again gets it again';
comment on column dealing.answer.actor is 'Who asked';
comment on column dealing.answer.door is 'Which door of the API';
comment on column dealing.answer.key is 'Idempotency key, or the dealing''s id';
comment on column dealing.answer.dealing_id is 'Dealing';
comment on column dealing.answer.asked is 'Digest of what was asked';
comment on column dealing.answer.reply is 'What was answered';
comment on column dealing.answer.answered_at is 'When';
alter table dealing.answer enable row level security;
create policy answer_scope on dealing.answer to diaba_app using (
  actor = (select current_setting('diaba.actor', true)) and dealing_id in (select d.dealing_id from dealing.dealing d));
grant select, insert on dealing.answer to diaba_app;
