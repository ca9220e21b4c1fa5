-- Holders, their rights and their certificates as the legacy records name them, mortgages on rights, and caveats on parcels.
-- Persons are never merged by name: two records share a party only when they carry the same identity number. A mortgage and a
-- caveat point to the dealing that made them and the one that ended them.

create table party.visibility (
  party_id uuid not null,
  commune_code char(5) not null,
  constraint visibility_pkey primary key (party_id, commune_code)
);
comment on table party.visibility is 'Communes whose officers may see a party: those where it holds a right or has an open dealing. Written before the party, which its policy then admits';
comment on column party.visibility.party_id is 'Party';
comment on column party.visibility.commune_code is 'Commune';
create index visibility_commune_idx on party.visibility (commune_code);
alter table party.visibility enable row level security;
create policy visibility_scope on party.visibility to diaba_app using (staging.in_scope(commune_code));
grant select, insert on party.visibility to diaba_app;

create table party.party (
  party_id uuid primary key,
  kind text not null check (kind in ('person', 'couple', 'household', 'organisation', 'community', 'group', 'unknown')),
  name text not null check (name <> ''),
  search_key text not null,
  raised_by uuid not null,
  recorded_at timestamptz not null default now()
);
comment on table party.party is 'Holders of rights (LADM LA_Party); personal data';
comment on column party.party.party_id is 'Id';
comment on column party.party.kind is 'person, couple, household, organisation, community, group (co-users); unknown when the record does not say';
comment on column party.party.name is 'Name as registered';
comment on column party.party.search_key is 'Name without case and diacritics, for look-up by staff';
comment on column party.party.raised_by is 'Dealing that recorded it; checked once per statement';
comment on column party.party.recorded_at is 'System time';
create trigger party_raised_by_insert after insert on party.party
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger party_raised_by_update after update on party.party
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger party_refuse_delete before delete on party.party
  for each row execute function cadastre.refuse_removal();
create trigger party_refuse_new_id before update on party.party
  for each row when (old.party_id is distinct from new.party_id) execute function cadastre.refuse_removal();
create trigger party_refuse_truncate before truncate on party.party
  for each statement execute function cadastre.refuse_removal();
alter table party.party enable row level security;
create policy party_scope on party.party for select to diaba_app using (party_id in (select party_id from party.visibility));
create policy party_insert on party.party for insert to diaba_app with check (party_id in (select party_id from party.visibility));
grant select, insert on party.party to diaba_app;

create table party.identity_paper (
  party_id uuid not null,
  ordinal int not null check (ordinal > 0),
  cipher bytea not null,
  lookup_hash bytea not null check (octet_length(lookup_hash) = 32),
  constraint identity_paper_pkey primary key (party_id, ordinal)
);
comment on table party.identity_paper is 'Identity numbers, encrypted, with a keyed hash for look-up';
comment on column party.identity_paper.party_id is 'Party; checked once per statement';
comment on column party.identity_paper.ordinal is 'Order';
comment on column party.identity_paper.cipher is 'AES-256-GCM: nonce, ciphertext, tag';
comment on column party.identity_paper.lookup_hash is 'HMAC-SHA-256 of the digits';
create index identity_paper_hash_idx on party.identity_paper (lookup_hash);
create trigger identity_paper_party_insert after insert on party.identity_paper referencing new table as new_rows
  for each statement execute function cadastre.require_parent('identity_paper_party_exists', 'party.party', 'party_id');
create trigger identity_paper_party_update after update on party.identity_paper referencing new table as new_rows
  for each statement execute function cadastre.require_parent('identity_paper_party_exists', 'party.party', 'party_id');
alter table party.identity_paper enable row level security;
create policy identity_paper_scope on party.identity_paper to diaba_app using (party_id in (select party_id from party.visibility));
grant select, insert on party.identity_paper to diaba_app;

create table rights."right" (
  right_id uuid primary key,
  parcel_id uuid not null,
  party_id uuid not null,
  kind text not null check (kind in ('use', 'management')),
  share_numerator int not null default 1 check (share_numerator > 0),
  share_denominator int not null default 1 check (share_denominator >= share_numerator),
  certificate_serial text check (certificate_serial <> ''),
  commune_code char(5) not null,
  verified boolean not null,
  raised_by uuid not null,
  ended_by uuid,
  registered_at timestamptz not null,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint right_life check ((ended_at is null) = (ended_by is null))
);
comment on table rights."right" is 'Rights of parties in parcels (LADM LA_Right)';
comment on column rights."right".right_id is 'Id; a right keeps it through its life';
comment on column rights."right".parcel_id is 'Parcel; checked once per statement';
comment on column rights."right".party_id is 'Holder; checked once per statement';
comment on column rights."right".kind is 'use (quyền sử dụng) or management (quyền quản lý)';
comment on column rights."right".share_numerator is 'Share, exact fraction';
comment on column rights."right".share_denominator is 'Share, exact fraction';
comment on column rights."right".certificate_serial is 'Serial (số phát hành) of the certificate that shows it, one space, capitals; as the legacy record names it until the document itself is in the archive';
comment on column rights."right".commune_code is 'Commune of the parcel';
comment on column rights."right".verified is 'False while it only repeats what a legacy record says';
comment on column rights."right".raised_by is 'Dealing that made it; checked once per statement';
comment on column rights."right".ended_by is 'Dealing that ended it; checked once per statement';
comment on column rights."right".registered_at is 'Legal moment from which it holds';
comment on column rights."right".ended_at is 'Legal moment from which it no longer holds';
comment on column rights."right".recorded_at is 'System time';
create index right_parcel_idx on rights."right" (parcel_id);
create index right_party_idx on rights."right" (party_id);
create index right_certificate_serial_idx on rights."right" (certificate_serial) where certificate_serial is not null;
create trigger right_raised_by_insert after insert on rights."right"
  referencing new table as new_rows for each statement execute function dealing.require_raising();
-- A right's parcel and holder never change: refuse_edit.
create trigger right_parents_insert after insert on rights."right" referencing new table as new_rows
  for each statement execute function cadastre.require_parent('right_parcel_exists', 'cadastre.parcel', 'parcel_id',
    'right_party_exists', 'party.party', 'party_id', 'right_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
create trigger right_ended_by_update after update on rights."right" referencing new table as new_rows
  for each statement execute function cadastre.require_parent('right_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
create trigger right_refuse_edit before update or delete on rights."right" for each row execute function rights.refuse_edit();
create trigger right_raised_supersedes_papers after insert on rights."right" referencing new table as new_rows
  for each statement execute function document.supersede_papers();
create trigger right_ended_supersedes_papers after update on rights."right" referencing new table as new_rows
  for each statement execute function document.supersede_papers();
alter table rights."right" enable row level security;
create policy right_scope on rights."right" to diaba_app using (staging.in_scope(commune_code));
create policy right_audit on rights."right" for select to diaba_auditor using (true);
grant select, insert on rights."right" to diaba_app;
grant select on rights."right" to diaba_auditor;
grant update (ended_by, ended_at) on rights."right" to diaba_app;

create table rights.mortgage (
  mortgage_id uuid primary key,
  mortgagee_id uuid not null,
  commune_code char(5) not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  raised_by uuid not null,
  ended_by uuid,
  registered_at timestamptz not null,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint mortgage_life check ((ended_at is null) = (ended_by is null))
);
comment on table rights.mortgage is 'Mortgages of rights (LADM LA_Mortgage)';
comment on column rights.mortgage.mortgage_id is 'Id';
comment on column rights.mortgage.mortgagee_id is 'Party in whose favour; checked once per statement';
comment on column rights.mortgage.commune_code is 'Commune of the parcels';
comment on column rights.mortgage.document is 'Contract: no, date, place';
comment on column rights.mortgage.raised_by is 'Dealing that made it; checked once per statement';
comment on column rights.mortgage.ended_by is 'Dealing that ended it; checked once per statement';
comment on column rights.mortgage.registered_at is 'Legal moment, which gives it its rank';
comment on column rights.mortgage.ended_at is 'Legal moment from which it no longer holds';
comment on column rights.mortgage.recorded_at is 'System time';
create trigger mortgage_only_ended before update or delete on rights.mortgage for each row execute function rights.only_ended();
create trigger mortgage_raised_by_insert after insert on rights.mortgage
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger mortgage_parents_insert after insert on rights.mortgage referencing new table as new_rows
  for each statement execute function cadastre.require_parent('mortgage_mortgagee_exists', 'party.party', 'mortgagee_id=party_id',
    'mortgage_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
create trigger mortgage_ended_by_update after update on rights.mortgage referencing new table as new_rows
  for each statement execute function cadastre.require_parent('mortgage_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
alter table rights.mortgage enable row level security;
create policy mortgage_scope on rights.mortgage to diaba_app using (staging.in_scope(commune_code));
create policy mortgage_audit on rights.mortgage for select to diaba_auditor using (true);
grant select, insert on rights.mortgage to diaba_app;
grant select on rights.mortgage to diaba_auditor;
grant update (ended_by, ended_at) on rights.mortgage to diaba_app;

create table rights.mortgaged_right (
  mortgage_id uuid not null references rights.mortgage,
  right_id uuid not null references rights."right",
  raised_by uuid not null references dealing.dealing,
  constraint mortgaged_right_pkey primary key (mortgage_id, right_id)
);
comment on table rights.mortgaged_right is 'Rights that a mortgage burdens; a right that follows another one is added by the dealing that made it follow';
comment on column rights.mortgaged_right.mortgage_id is 'Mortgage';
comment on column rights.mortgaged_right.right_id is 'Right';
comment on column rights.mortgaged_right.raised_by is 'Dealing that put it there';
create index mortgaged_right_right_idx on rights.mortgaged_right (right_id);
create trigger mortgaged_right_stays before update or delete on rights.mortgaged_right for each row execute function cadastre.refuse_removal();
alter table rights.mortgaged_right enable row level security;
create policy mortgaged_right_scope on rights.mortgaged_right to diaba_app using (mortgage_id in (select m.mortgage_id from rights.mortgage m));
create policy mortgaged_right_audit on rights.mortgaged_right for select to diaba_auditor using (true);
grant select, insert on rights.mortgaged_right to diaba_app;
grant select on rights.mortgaged_right to diaba_auditor;

create table rights.caveat (
  caveat_id uuid primary key,
  parcel_id uuid not null references cadastre.parcel,
  commune_code char(5) not null,
  stops_transfer boolean not null,
  stops_mortgage boolean not null,
  stops_split boolean not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  until date,
  raised_by uuid not null,
  ended_by uuid,
  registered_at timestamptz not null,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint caveat_effect check (stops_transfer or stops_mortgage or stops_split),
  constraint caveat_life check ((ended_at is null) = (ended_by is null))
);
comment on table rights.caveat is 'Caveats (ngăn chặn) on parcels, each effect by itself';
comment on column rights.caveat.caveat_id is 'Id';
comment on column rights.caveat.parcel_id is 'Parcel';
comment on column rights.caveat.commune_code is 'Commune of the parcel';
comment on column rights.caveat.stops_transfer is 'No transfer while it holds';
comment on column rights.caveat.stops_mortgage is 'No mortgage while it holds';
comment on column rights.caveat.stops_split is 'No change of shape while it holds';
comment on column rights.caveat.document is 'Paper it rests on: no, date, place';
comment on column rights.caveat.until is 'Last day it holds; null until it is released';
comment on column rights.caveat.raised_by is 'Dealing that placed it; checked once per statement';
comment on column rights.caveat.ended_by is 'Dealing that released it; checked once per statement';
comment on column rights.caveat.registered_at is 'Legal moment from which it holds';
comment on column rights.caveat.ended_at is 'Legal moment from which it no longer holds';
comment on column rights.caveat.recorded_at is 'System time';
create index caveat_parcel_idx on rights.caveat (parcel_id);
create trigger caveat_only_ended before update or delete on rights.caveat for each row execute function rights.only_ended();
create trigger caveat_raised_by_insert after insert on rights.caveat
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger caveat_ended_by_update after update on rights.caveat referencing new table as new_rows
  for each statement execute function cadastre.require_parent('caveat_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
alter table rights.caveat enable row level security;
create policy caveat_scope on rights.caveat to diaba_app using (staging.in_scope(commune_code));
create policy caveat_audit on rights.caveat for select to diaba_auditor using (true);
grant select, insert on rights.caveat to diaba_app;
grant select on rights.caveat to diaba_auditor;
grant update (ended_by, ended_at) on rights.caveat to diaba_app;
