-- Dealings that people open on registered parcels: what they are about (targets), and the land they would raise (pending
-- parcels).

create table dealing.target (
  dealing_id uuid not null references dealing.dealing,
  ordinal int not null check (ordinal > 0),
  parcel_id uuid not null references cadastre.parcel,
  version_no int not null,
  constraint target_pkey primary key (dealing_id, parcel_id),
  constraint target_order unique (dealing_id, ordinal),
  constraint target_version_fkey foreign key (parcel_id, version_no) references cadastre.parcel_version
);
comment on table dealing.target is 'Parcels that a dealing is about, in the version it was decided on';
comment on column dealing.target.dealing_id is 'Dealing';
comment on column dealing.target.ordinal is 'Order as given';
comment on column dealing.target.parcel_id is 'Parcel';
comment on column dealing.target.version_no is 'Version it was decided on: another one makes the dealing stale';
create index target_parcel_idx on dealing.target (parcel_id);
create trigger target_keep_lodged before update or delete on dealing.target for each row execute function dealing.keep_lodged();
alter table dealing.target enable row level security;
create policy target_scope on dealing.target to diaba_app using (dealing_id in (select d.dealing_id from dealing.dealing d));
create policy target_audit on dealing.target for select to diaba_auditor using (true);
grant select, insert on dealing.target to diaba_app;
grant select on dealing.target to diaba_auditor;

create table dealing.pending_parcel (
  dealing_id uuid not null references dealing.dealing,
  ordinal int not null check (ordinal > 0),
  role text not null check (role in ('raised', 'changed', 'neighbour')),
  parcel_id uuid not null,
  version_no int not null check (version_no > 0),
  sheet_id uuid not null references cadastre.sheet,
  parcel_no text not null check (parcel_no <> ''),
  parcel_code char(12) not null check (parcel_code ~ '^[0-9b-hjkmnp-z]{12}$'),
  land_use text not null,
  area_m2 numeric(16, 2) not null check (area_m2 > 0),
  legal_area_m2 numeric(16, 2) check (legal_area_m2 > 0),
  address text,
  geom_legal geometry not null,
  geom geometry not null,
  feature_point geometry(Point) not null,
  constraint pending_parcel_pkey primary key (dealing_id, parcel_id),
  constraint pending_parcel_order unique (dealing_id, ordinal),
  constraint pending_parcel_valid check (st_isvalid(geom_legal) and geometrytype(geom_legal) = 'POLYGON'),
  constraint pending_parcel_version check ((role = 'raised') = (version_no = 1))
);
comment on table dealing.pending_parcel is 'Land that a lodged dealing would raise or change: pending parcels, seen by officers only. Registration makes versions of them';
comment on column dealing.pending_parcel.dealing_id is 'Dealing';
comment on column dealing.pending_parcel.ordinal is 'Order';
comment on column dealing.pending_parcel.role is 'raised: a new parcel; changed: a target in a new shape; neighbour: gets a corner that a cut made on its edge';
comment on column dealing.pending_parcel.parcel_id is 'Parcel it becomes or is';
comment on column dealing.pending_parcel.version_no is 'Version it becomes';
comment on column dealing.pending_parcel.sheet_id is 'Sheet';
comment on column dealing.pending_parcel.parcel_no is 'Number within the sheet, held for this dealing and never used again';
comment on column dealing.pending_parcel.parcel_code is 'Mã thửa đất it gets (TT 19/2026 Annex I)';
comment on column dealing.pending_parcel.land_use is 'Land-use codes joined by +';
comment on column dealing.pending_parcel.area_m2 is 'Computed in the legal system, m²';
comment on column dealing.pending_parcel.legal_area_m2 is 'To be registered, m²; null if none';
comment on column dealing.pending_parcel.address is 'Where it is';
comment on column dealing.pending_parcel.geom_legal is 'Boundary in the sheet''s own system, to 0.1 mm';
comment on column dealing.pending_parcel.geom is 'The same in the registry''s system';
comment on column dealing.pending_parcel.feature_point is 'Pole of inaccessibility in the sheet''s own system';
create index pending_parcel_geom_idx on dealing.pending_parcel using gist (geom);
create index pending_parcel_parcel_idx on dealing.pending_parcel (parcel_id);
create trigger pending_parcel_keep_lodged before update or delete on dealing.pending_parcel for each row execute function dealing.keep_lodged();
alter table dealing.pending_parcel enable row level security;
create policy pending_parcel_scope on dealing.pending_parcel to diaba_app using (dealing_id in (select d.dealing_id from dealing.dealing d));
create policy pending_parcel_audit on dealing.pending_parcel for select to diaba_auditor using (true);
grant select, insert on dealing.pending_parcel to diaba_app;
grant select on dealing.pending_parcel to diaba_auditor;
