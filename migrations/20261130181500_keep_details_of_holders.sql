-- Details of a holder are corrected by a dealing: what the party was recorded with stays, and a row of details stands for it while it
-- holds. Parties get the address that dealings always asked for.

insert into reference.dealing_kind (kind, subject) values ('holder_correction', 'parcel');

alter table party.party add column address text check (address <> '');
comment on column party.party.address is 'Address as registered with it; null where the record gave none';

alter table party.identity_paper add column raised_by uuid;
comment on column party.identity_paper.raised_by is 'Dealing that corrected the number; null where it was recorded with the party';

create table party.detail (
  detail_id uuid primary key,
  party_id uuid not null references party.party,
  name text not null check (name <> ''),
  search_key text not null,
  address text check (address <> ''),
  identity_ordinal int,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  raised_by uuid not null,
  ended_by uuid,
  registered_at timestamptz not null,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint detail_identity_paper_fkey foreign key (party_id, identity_ordinal) references party.identity_paper (party_id, ordinal),
  constraint detail_life check ((ended_at is null) = (ended_by is null))
);
comment on table party.detail is 'Details of a party as dealings corrected them; personal data. Where none holds, those it was recorded with do';
comment on column party.detail.detail_id is 'Id';
comment on column party.detail.party_id is 'Party';
comment on column party.detail.name is 'Name from then on';
comment on column party.detail.search_key is 'The name without case and diacritics';
comment on column party.detail.address is 'Address from then on; null where none is known';
comment on column party.detail.identity_ordinal is 'The identity paper that holds from then on; null for those it was recorded with';
comment on column party.detail.document is 'Paper it rests on: no, date, place';
comment on column party.detail.raised_by is 'Dealing that made it; checked once per statement';
comment on column party.detail.ended_by is 'Dealing that ended it; checked once per statement';
comment on column party.detail.registered_at is 'Legal moment from which it holds';
comment on column party.detail.ended_at is 'Legal moment from which it no longer holds';
comment on column party.detail.recorded_at is 'System time';
create unique index detail_party_present on party.detail (party_id) where ended_at is null;
create index detail_party_idx on party.detail (party_id);
create index detail_raised_by_idx on party.detail (raised_by);
create index detail_ended_by_idx on party.detail (ended_by) where ended_by is not null;
create trigger detail_only_ended before update or delete on party.detail for each row execute function rights.only_ended();
create trigger detail_raised_by_insert after insert on party.detail
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger detail_ended_by_update after update on party.detail referencing new table as new_rows
  for each statement execute function cadastre.require_parent('detail_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
create trigger detail_raised_supersedes_papers after insert on party.detail referencing new table as new_rows
  for each statement execute function document.supersede_papers_of_holders();
create trigger detail_ended_supersedes_papers after update on party.detail referencing new table as new_rows
  for each statement execute function document.supersede_papers_of_holders();
alter table party.detail enable row level security;
create policy detail_scope on party.detail to diaba_app using (party_id in (select v.party_id from party.visibility v));
grant select, insert on party.detail to diaba_app;
grant update (ended_by, ended_at) on party.detail to diaba_app;

create view party.present with (security_invoker = true) as
select p.party_id, p.kind, coalesce(d.name, p.name) as name, coalesce(d.search_key, p.search_key) as search_key,
  case when d.detail_id is null then p.address else d.address end as address, d.identity_ordinal
from party.party p left join party.detail d on d.party_id = p.party_id and d.ended_at is null;
comment on view party.present is 'Parties as they are called now; personal data, under the policies of who asks';
comment on column party.present.party_id is 'Party';
comment on column party.present.kind is 'As recorded';
comment on column party.present.name is 'Name that holds now';
comment on column party.present.search_key is 'The name without case and diacritics';
comment on column party.present.address is 'Address that holds now; null where none is known';
comment on column party.present.identity_ordinal is 'The identity paper that holds now; null for those it was recorded with';
grant select on party.present to diaba_app;
