-- Sheets, parcels and their versions. What the database itself refuses, whoever asks: a parcel of no dealing, editing a
-- registered version, and two current parcels on the same ground. Legacy sheets meet within millimetres, so common ground
-- counts only when it is larger than overlap_area_m2 or wider than overlap_width_m (reference.setting); the width of common
-- ground is taken as twice the radius of the largest circle inside it.
--
-- One dealing raises a whole batch: parcels, versions, purposes, rights. Foreign keys would look every parent up row by row,
-- and lock, hence rewrite, it; here the same is asked once per statement (triggers on require_parent and require_raising). To
-- be as strong as a foreign key, the other side is guarded too: dealings, sheets, parcels, versions and parties are never
-- removed, nor a record of which a parcel was made.

create table cadastre.sheet (
  sheet_id uuid primary key default gen_random_uuid(),
  unit_code char(5) not null,
  unit_valid_from date not null,
  number text not null,
  scale int check (scale > 0),
  series text not null default '',
  commune_code char(5) not null,
  commune_valid_from date not null,
  srid int not null,
  next_parcel_no int not null default 1,
  recorded_at timestamptz not null default now(),
  constraint sheet_key unique nulls not distinct (unit_code, unit_valid_from, number, scale, series),
  constraint sheet_unit_fkey foreign key (unit_code, unit_valid_from) references reference.administrative_unit,
  constraint sheet_commune_fkey foreign key (commune_code, commune_valid_from) references reference.administrative_unit
);
comment on table cadastre.sheet is 'Cadastral map sheets. Identified by the unit they were numbered in, that unit''s date, number, scale and series: after a merger one commune can have several sheets 12';
comment on column cadastre.sheet.sheet_id is 'Id';
comment on column cadastre.sheet.unit_code is 'Unit the sheet was numbered in';
comment on column cadastre.sheet.unit_valid_from is 'First day of that unit';
comment on column cadastre.sheet.number is 'Sheet number';
comment on column cadastre.sheet.scale is 'Scale denominator; null when unknown';
comment on column cadastre.sheet.series is 'Map series, when a unit numbered twice';
comment on column cadastre.sheet.commune_code is 'Commune it belongs to today';
comment on column cadastre.sheet.commune_valid_from is 'First day of that commune';
comment on column cadastre.sheet.srid is 'EPSG code of the sheet''s own system';
comment on column cadastre.sheet.next_parcel_no is 'Next number for a new parcel; numbers are not reused';
comment on column cadastre.sheet.recorded_at is 'When it was recorded';
create index sheet_commune_idx on cadastre.sheet (commune_code, number);
create trigger sheet_refuse_delete before delete on cadastre.sheet
  for each row execute function cadastre.refuse_removal();
create trigger sheet_refuse_new_id before update on cadastre.sheet
  for each row when (old.sheet_id is distinct from new.sheet_id) execute function cadastre.refuse_removal();
create trigger sheet_refuse_truncate before truncate on cadastre.sheet
  for each statement execute function cadastre.refuse_removal();
-- Geometry tables: reads are everyone's who may enter the schema, since a read condition would switch the GiST
-- index off (geometry operators are not leakproof); writes are scoped to the officer's communes.
alter table cadastre.sheet enable row level security;
create policy sheet_read on cadastre.sheet for select using (true);
create policy sheet_insert on cadastre.sheet for insert to diaba_app with check (staging.in_scope(commune_code));
create policy sheet_update on cadastre.sheet for update to diaba_app using (staging.in_scope(commune_code)) with check (staging.in_scope(commune_code));
grant select, insert on cadastre.sheet to diaba_app;
grant select on cadastre.sheet to diaba_auditor, diaba_portal_owner;
grant update (next_parcel_no) on cadastre.sheet to diaba_app;
grant select (sheet_id, number, commune_code, srid) on cadastre.sheet to diaba_tiles;

create table cadastre.parcel (
  parcel_id uuid primary key,
  parcel_code char(12) not null check (parcel_code ~ '^[0-9b-hjkmnp-z]{12}$'),
  raised_by uuid not null,
  source_batch_id uuid,
  source_record_no int,
  source_unit_code char(5),
  source_unit_valid_from date,
  source_sheet_no text,
  source_scale int,
  source_parcel_no text,
  recorded_at timestamptz not null default now()
);
comment on table cadastre.parcel is 'A parcel for its whole life; what changes is in its versions (LADM LA_SpatialUnit)';
comment on column cadastre.parcel.parcel_id is 'Id';
comment on column cadastre.parcel.parcel_code is 'Mã thửa đất: 12-character GeoHash of the feature point (TT 19/2026 Annex I); issued once, never recomputed';
comment on column cadastre.parcel.raised_by is 'Dealing that raised it; checked once per statement';
comment on column cadastre.parcel.source_batch_id is 'Batch it came from; checked once per statement';
comment on column cadastre.parcel.source_record_no is 'Record it came from';
comment on column cadastre.parcel.source_unit_code is 'Unit as in the source file';
comment on column cadastre.parcel.source_unit_valid_from is 'First day of that unit';
comment on column cadastre.parcel.source_sheet_no is 'Sheet number as in the source file';
comment on column cadastre.parcel.source_scale is 'Scale denominator as in the source file';
comment on column cadastre.parcel.source_parcel_no is 'Parcel number as in the source file; what later dealings change is the version''s number';
comment on column cadastre.parcel.recorded_at is 'System time';
create index parcel_source_idx on cadastre.parcel (source_batch_id, source_record_no);
create trigger parcel_raised_by_insert after insert on cadastre.parcel
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger parcel_raised_by_update after update on cadastre.parcel
  referencing new table as new_rows for each statement execute function dealing.require_raising();
create trigger parcel_refuse_delete before delete on cadastre.parcel
  for each row execute function cadastre.refuse_removal();
create trigger parcel_refuse_new_id before update on cadastre.parcel
  for each row when (old.parcel_id is distinct from new.parcel_id) execute function cadastre.refuse_removal();
create trigger parcel_refuse_truncate before truncate on cadastre.parcel
  for each statement execute function cadastre.refuse_removal();
create trigger parcel_source_insert after insert on cadastre.parcel
  referencing new table as new_rows for each statement execute function cadastre.require_source();
create trigger parcel_source_update after update on cadastre.parcel
  referencing new table as new_rows for each statement execute function cadastre.require_source();
grant select, insert on cadastre.parcel to diaba_app;
grant select on cadastre.parcel to diaba_auditor, diaba_portal_owner;

create table cadastre.parcel_version (
  parcel_id uuid not null,
  version_no int not null default 1 check (version_no > 0),
  sheet_id uuid not null,
  parcel_no text not null check (parcel_no <> ''),
  parcel_code char(12) not null,
  status text not null check (status in ('pending', 'current', 'historic')),
  land_use text not null,
  area_m2 numeric(16, 2) not null check (area_m2 > 0),
  legal_area_m2 numeric(16, 2) check (legal_area_m2 > 0),
  address text,
  raised_by uuid not null,
  ended_by uuid,
  registered_at timestamptz,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  geom_legal geometry not null,
  geom geometry(Polygon, :registry_srid) not null,
  geom_3857 geometry(Polygon, 3857) not null,
  label_3857 geometry(Point, 3857) not null,
  feature_point geometry(Point) not null,
  constraint parcel_version_pkey primary key (parcel_id, version_no),
  constraint parcel_version_life check (
    (status = 'pending' and registered_at is null and ended_at is null)
    or (status = 'current' and registered_at is not null and ended_at is null and ended_by is null)
    or (status = 'historic' and ended_at is not null and ended_by is not null)),
  constraint parcel_version_order check (ended_at >= registered_at),
  constraint parcel_version_valid check (st_isvalid(geom_legal) and geometrytype(geom_legal) = 'POLYGON')
);
comment on table cadastre.parcel_version is 'What was registered of a parcel, from when until when; a row is never edited, only ended (bitemporal: registered_at/ended_at legal, recorded_at system)';
comment on column cadastre.parcel_version.parcel_id is 'Parcel; checked once per statement';
comment on column cadastre.parcel_version.version_no is 'Number of the version';
comment on column cadastre.parcel_version.sheet_id is 'Sheet; checked once per statement';
comment on column cadastre.parcel_version.parcel_no is 'Number within the sheet';
comment on column cadastre.parcel_version.parcel_code is 'As cadastre.parcel.parcel_code';
comment on column cadastre.parcel_version.status is 'pending (raised, not registered), current, historic';
comment on column cadastre.parcel_version.land_use is 'Land-use codes joined by +';
comment on column cadastre.parcel_version.area_m2 is 'Area computed in the legal system, m²';
comment on column cadastre.parcel_version.legal_area_m2 is 'Registered area, m²; null if none';
comment on column cadastre.parcel_version.address is 'Where the parcel is';
comment on column cadastre.parcel_version.raised_by is 'Dealing that raised it; checked once per statement';
comment on column cadastre.parcel_version.ended_by is 'Dealing that retired it; checked once per statement';
comment on column cadastre.parcel_version.registered_at is 'Legal moment from which it holds';
comment on column cadastre.parcel_version.ended_at is 'Legal moment from which it no longer holds';
comment on column cadastre.parcel_version.recorded_at is 'System time';
comment on column cadastre.parcel_version.geom_legal is 'Boundary in the sheet''s own system, to 0.1 mm: areas, edges and cuts come from it';
comment on column cadastre.parcel_version.geom is 'The same in the registry''s system: topology and search';
comment on column cadastre.parcel_version.geom_3857 is 'The same in Web Mercator: tiles only';
comment on column cadastre.parcel_version.label_3857 is 'Where its number is written, in Web Mercator: cadastre.label_point';
comment on column cadastre.parcel_version.feature_point is 'Pole of inaccessibility in the sheet''s own system, from which the code was made';
-- Living versions end in two nulls, and nulls are equal here, so that one may have a number or code; past ones end in their
-- own key. One index is both the rule and the look-up, present and past.
create unique index parcel_version_key on cadastre.parcel_version
  (sheet_id, parcel_no, (case when status = 'historic' then parcel_id end), (case when status = 'historic' then version_no end)) nulls not distinct;
comment on index cadastre.parcel_version_key is 'One living parcel per sheet and number; look-up by them, present and past';
create unique index parcel_version_code_key on cadastre.parcel_version
  (parcel_code, (case when status = 'historic' then parcel_id end), (case when status = 'historic' then version_no end)) nulls not distinct;
comment on index cadastre.parcel_version_code_key is 'One living parcel per code; look-up by it, present and past';
create index parcel_version_geom_idx on cadastre.parcel_version using gist (geom);
create index parcel_version_geom_3857_idx on cadastre.parcel_version using gist (geom_3857);
create index parcel_version_raised_by_idx on cadastre.parcel_version (raised_by);
create index parcel_version_registered_at_idx on cadastre.parcel_version (registered_at);
comment on index cadastre.parcel_version_registered_at_idx is 'Last registration; changes since a moment';
create index parcel_version_sums_idx on cadastre.parcel_version (sheet_id) include (land_use, area_m2, registered_at)
  where ended_at is null and status in ('current', 'historic');
comment on index cadastre.parcel_version_sums_idx is 'Sums of a commune without reading a geometry: 70 ms for 200,000 parcels, 150 to 210 ms without; 11 MB, 1.6 µs per parcel';
-- A version's, and a right's, never changes: refuse_edit.
create trigger parcel_version_raised_by_insert after insert on cadastre.parcel_version
  referencing new table as new_rows for each statement execute function dealing.require_raising();
-- Parcel and sheet of a version never change, and a version is never deleted: refuse_edit.
create trigger parcel_version_parents_insert after insert on cadastre.parcel_version referencing new table as new_rows
  for each statement execute function cadastre.require_parent('parcel_version_parcel_exists', 'cadastre.parcel', 'parcel_id',
    'parcel_version_sheet_exists', 'cadastre.sheet', 'sheet_id', 'parcel_version_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
create trigger parcel_version_ended_by_update after update on cadastre.parcel_version referencing new table as new_rows
  for each statement execute function cadastre.require_parent('parcel_version_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
create trigger parcel_version_refuse_edit before update or delete on cadastre.parcel_version
  for each row execute function cadastre.refuse_edit();
create trigger parcel_version_refuse_truncate before truncate on cadastre.parcel_version
  for each statement execute function audit.refuse_change();
create trigger parcel_version_no_overlap_insert after insert on cadastre.parcel_version
  referencing new table as new_rows for each statement execute function cadastre.refuse_overlap();
create trigger parcel_version_no_overlap_update after update on cadastre.parcel_version
  referencing new table as new_rows for each statement execute function cadastre.refuse_overlap();
create trigger parcel_version_mark_stale_insert after insert on cadastre.parcel_version
  referencing new table as new_rows for each statement execute function cadastre.mark_stale();
create trigger parcel_version_mark_stale_update after update on cadastre.parcel_version
  referencing new table as new_rows for each statement execute function cadastre.mark_stale();
create trigger parcel_version_supersedes_papers after update on cadastre.parcel_version referencing new table as new_rows
  for each statement execute function document.supersede_papers();
alter table cadastre.parcel_version enable row level security;
create policy parcel_version_read on cadastre.parcel_version for select using (true);
create policy parcel_version_insert on cadastre.parcel_version for insert to diaba_app
  with check (sheet_id in (select s.sheet_id from cadastre.sheet s where staging.in_scope(s.commune_code)));
create policy parcel_version_update on cadastre.parcel_version for update to diaba_app
  using (sheet_id in (select s.sheet_id from cadastre.sheet s where staging.in_scope(s.commune_code)));
grant select, insert on cadastre.parcel_version to diaba_app;
grant select on cadastre.parcel_version to diaba_auditor, diaba_portal_owner;
grant update (status, ended_by, ended_at) on cadastre.parcel_version to diaba_app;

create table cadastre.parcel_purpose (
  parcel_id uuid not null,
  version_no int not null,
  ordinal int not null check (ordinal > 0),
  land_use_code text not null,
  area_m2 numeric(16, 2) check (area_m2 > 0),
  constraint parcel_purpose_pkey primary key (parcel_id, version_no, ordinal)
);
comment on table cadastre.parcel_purpose is 'Purposes of use of a parcel version';
comment on column cadastre.parcel_purpose.parcel_id is 'Parcel; with the version checked once per statement';
comment on column cadastre.parcel_purpose.version_no is 'Version';
comment on column cadastre.parcel_purpose.ordinal is 'Order as in the source';
comment on column cadastre.parcel_purpose.land_use_code is 'Code as in the source, legacy codes included';
comment on column cadastre.parcel_purpose.area_m2 is 'Area of this purpose, m²; null when the source gives none';
create trigger parcel_purpose_version_insert after insert on cadastre.parcel_purpose referencing new table as new_rows
  for each statement execute function cadastre.require_parent('parcel_purpose_version_exists', 'cadastre.parcel_version', 'parcel_id version_no');
create trigger parcel_purpose_version_update after update on cadastre.parcel_purpose referencing new table as new_rows
  for each statement execute function cadastre.require_parent('parcel_purpose_version_exists', 'cadastre.parcel_version', 'parcel_id version_no');
grant select, insert on cadastre.parcel_purpose to diaba_app;
grant select on cadastre.parcel_purpose to diaba_auditor, diaba_portal_owner;

create table cadastre.lineage (
  parent_id uuid not null references cadastre.parcel,
  child_id uuid not null references cadastre.parcel,
  dealing_id uuid not null references dealing.dealing,
  constraint lineage_pkey primary key (parent_id, child_id, dealing_id),
  constraint lineage_not_self check (parent_id <> child_id)
);
comment on table cadastre.lineage is 'Which parcels came out of which';
comment on column cadastre.lineage.parent_id is 'Retired parcel';
comment on column cadastre.lineage.child_id is 'Raised parcel';
comment on column cadastre.lineage.dealing_id is 'Dealing';
create index lineage_child_idx on cadastre.lineage (child_id);
grant select, insert on cadastre.lineage to diaba_app;
grant select on cadastre.lineage to diaba_auditor, diaba_portal_owner;

create sequence cadastre.tile_revision_seq;
comment on sequence cadastre.tile_revision_seq is 'Revisions of tiles';
grant usage on sequence cadastre.tile_revision_seq to diaba_app;

create table cadastre.tile_revision (
  cell_x int not null check (cell_x between 0 and 16383),
  cell_y int not null check (cell_y between 0 and 16383),
  revision bigint not null,
  constraint tile_revision_pkey primary key (cell_x, cell_y)
);
comment on table cadastre.tile_revision is 'Revision of each zoom-14 tile cell, raised by every registration that touches it';
comment on column cadastre.tile_revision.cell_x is 'Column';
comment on column cadastre.tile_revision.cell_y is 'Row, from the north';
comment on column cadastre.tile_revision.revision is 'Revision';
grant select, insert, update on cadastre.tile_revision to diaba_app;
grant select on cadastre.tile_revision to diaba_tiles, diaba_auditor, diaba_portal_owner;

create view cadastre.current_parcel with (security_invoker = true) as
  select v.parcel_id, v.parcel_code, s.commune_code, s.number as sheet_no, s.scale, v.parcel_no, v.land_use,
    v.area_m2::numeric as area_m2, v.legal_area_m2::numeric as legal_area_m2, v.address, v.registered_at,
    v.geom, v.geom_legal, v.geom_3857
  from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
  where v.status = 'current';
comment on view cadastre.current_parcel is 'Stable (contract 5): parcels registered and not ended';
comment on column cadastre.current_parcel.parcel_id is 'Parcel';
comment on column cadastre.current_parcel.parcel_code is 'Mã thửa đất';
comment on column cadastre.current_parcel.commune_code is 'Commune today';
comment on column cadastre.current_parcel.sheet_no is 'Sheet number';
comment on column cadastre.current_parcel.scale is 'Scale denominator of the sheet';
comment on column cadastre.current_parcel.parcel_no is 'Parcel number';
comment on column cadastre.current_parcel.land_use is 'Codes joined by +';
comment on column cadastre.current_parcel.area_m2 is 'Computed in the legal system, m²';
comment on column cadastre.current_parcel.legal_area_m2 is 'Registered, m²; null if none';
comment on column cadastre.current_parcel.address is 'Where it is';
comment on column cadastre.current_parcel.registered_at is 'Legal moment';
comment on column cadastre.current_parcel.geom is 'Registry system';
comment on column cadastre.current_parcel.geom_legal is 'The sheet''s own system';
comment on column cadastre.current_parcel.geom_3857 is 'Web Mercator';
grant select on cadastre.current_parcel to diaba_app, diaba_auditor, diaba_portal_owner;

create view cadastre.parcel_lineage with (security_invoker = true) as
  select parent_id, child_id, dealing_id from cadastre.lineage;
comment on view cadastre.parcel_lineage is 'Stable (contract 5): lineage of parcels';
comment on column cadastre.parcel_lineage.parent_id is 'Retired parcel';
comment on column cadastre.parcel_lineage.child_id is 'Raised parcel';
comment on column cadastre.parcel_lineage.dealing_id is 'Dealing';
grant select on cadastre.parcel_lineage to diaba_app, diaba_auditor, diaba_portal_owner;
