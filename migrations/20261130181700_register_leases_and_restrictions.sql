-- Leases of rights, restrictions of parcels, and mortgages that are changed and keep their rank. Four kinds of dealing more.

insert into reference.dealing_kind (kind, subject)
values ('mortgage_change', 'parcel'), ('lease_registration', 'parcel'), ('lease_end', 'parcel'), ('restriction', 'parcel');

alter table rights.mortgage add column ranks_from timestamptz, add column follows uuid references rights.mortgage;
comment on column rights.mortgage.ranks_from is 'Moment that gives it its rank where that is not the one of its registration: that of the mortgage which it changes';
comment on column rights.mortgage.follows is 'Mortgage of which it is the changed form';

create table rights.lease (
  lease_id uuid primary key,
  lessee_id uuid not null,
  commune_code char(5) not null,
  until date not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  raised_by uuid not null,
  ended_by uuid,
  registered_at timestamptz not null,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint lease_life check ((ended_at is null) = (ended_by is null))
);
comment on table rights.lease is 'Leases of rights (LADM LA_Right that rests on another)';
comment on column rights.lease.lease_id is 'Id';
comment on column rights.lease.lessee_id is 'Party that leases; checked once per statement';
comment on column rights.lease.commune_code is 'Commune of the parcels';
comment on column rights.lease.until is 'Last day';
comment on column rights.lease.document is 'Contract: no, date, place';
comment on column rights.lease.raised_by is 'Dealing that made it; checked once per statement';
comment on column rights.lease.ended_by is 'Dealing that ended it; checked once per statement';
comment on column rights.lease.registered_at is 'Legal moment from which it holds';
comment on column rights.lease.ended_at is 'Legal moment from which it no longer holds';
comment on column rights.lease.recorded_at is 'System time';
create index lease_raised_by_idx on rights.lease (raised_by);
create trigger lease_only_ended before update or delete on rights.lease for each row execute function rights.only_ended();
create trigger lease_raised_by_insert after insert on rights.lease
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger lease_parents_insert after insert on rights.lease referencing new table as new_rows
  for each statement execute function cadastre.require_parent('lease_lessee_exists', 'party.party', 'lessee_id=party_id',
    'lease_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
create trigger lease_ended_by_update after update on rights.lease referencing new table as new_rows
  for each statement execute function cadastre.require_parent('lease_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
alter table rights.lease enable row level security;
create policy lease_scope on rights.lease to diaba_app using (staging.in_scope(commune_code));
create policy lease_audit on rights.lease for select to diaba_auditor using (true);
grant select, insert on rights.lease to diaba_app;
grant select on rights.lease to diaba_auditor;
grant update (ended_by, ended_at) on rights.lease to diaba_app;

create table rights.leased_right (
  lease_id uuid not null references rights.lease,
  right_id uuid not null references rights."right",
  raised_by uuid not null references dealing.dealing,
  constraint leased_right_pkey primary key (lease_id, right_id)
);
comment on table rights.leased_right is 'Rights that are leased; a right that follows another one is added by the dealing that made it follow';
comment on column rights.leased_right.lease_id is 'Lease';
comment on column rights.leased_right.right_id is 'Right';
comment on column rights.leased_right.raised_by is 'Dealing that put it there';
create index leased_right_right_idx on rights.leased_right (right_id);
create trigger leased_right_stays before update or delete on rights.leased_right for each row execute function cadastre.refuse_removal();
alter table rights.leased_right enable row level security;
create policy leased_right_scope on rights.leased_right to diaba_app using (lease_id in (select l.lease_id from rights.lease l));
create policy leased_right_audit on rights.leased_right for select to diaba_auditor using (true);
grant select, insert on rights.leased_right to diaba_app;
grant select on rights.leased_right to diaba_auditor;

create table rights.restriction (
  restriction_id uuid primary key,
  parcel_id uuid not null references cadastre.parcel,
  commune_code char(5) not null,
  kind text not null check (kind in ('access', 'drainage', 'irrigation', 'line', 'corridor', 'construction', 'other')),
  geom_legal geometry,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  raised_by uuid not null,
  ended_by uuid,
  registered_at timestamptz not null,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint restriction_shape check (geom_legal is null or (st_isvalid(geom_legal) and geometrytype(geom_legal) in ('POINT', 'LINESTRING', 'POLYGON'))),
  constraint restriction_life check ((ended_at is null) = (ended_by is null))
);
comment on table rights.restriction is 'Restrictions of what may be done on a parcel, or rights of neighbours over it (LADM LA_Restriction)';
comment on column rights.restriction.restriction_id is 'Id';
comment on column rights.restriction.parcel_id is 'Parcel that bears it';
comment on column rights.restriction.commune_code is 'Commune of the parcel';
comment on column rights.restriction.kind is 'access (lối đi qua), drainage (cấp, thoát nước), irrigation (tưới, tiêu), line (đường dây), corridor (hành lang an toàn), construction (hạn chế xây dựng), other';
comment on column rights.restriction.geom_legal is 'Where on the parcel, in the sheet''s own system; null where it lies on all of it';
comment on column rights.restriction.document is 'Paper it rests on: no, date, place';
comment on column rights.restriction.raised_by is 'Dealing that placed it; checked once per statement';
comment on column rights.restriction.ended_by is 'Dealing that lifted it; checked once per statement';
comment on column rights.restriction.registered_at is 'Legal moment from which it holds';
comment on column rights.restriction.ended_at is 'Legal moment from which it no longer holds';
comment on column rights.restriction.recorded_at is 'System time';
create index restriction_parcel_idx on rights.restriction (parcel_id);
create trigger restriction_only_ended before update or delete on rights.restriction for each row execute function rights.only_ended();
create trigger restriction_raised_by_insert after insert on rights.restriction
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger restriction_ended_by_update after update on rights.restriction referencing new table as new_rows
  for each statement execute function cadastre.require_parent('restriction_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
alter table rights.restriction enable row level security;
create policy restriction_scope on rights.restriction to diaba_app using (staging.in_scope(commune_code));
create policy restriction_audit on rights.restriction for select to diaba_auditor using (true);
grant select, insert on rights.restriction to diaba_app;
grant select on rights.restriction to diaba_auditor;
grant update (ended_by, ended_at) on rights.restriction to diaba_app;
