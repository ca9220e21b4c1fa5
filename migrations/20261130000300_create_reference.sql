-- Dated code lists. valid_to is exclusive and null while a row is in force; source names the text it comes from.

create table reference.administrative_unit (
  code char(5) not null check (code ~ '^[0-9]{5}$'),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name text not null,
  kind text not null,
  province_code text not null,
  district_code text,
  source text not null,
  fictional boolean not null default false,
  constraint administrative_unit_pkey primary key (code, valid_from),
  constraint administrative_unit_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
comment on table reference.administrative_unit is 'Commune-level units, each for the time it existed. A code alone is ambiguous: codes were reused on 2025-07-01';
comment on column reference.administrative_unit.code is 'GSO code, five digits as text';
comment on column reference.administrative_unit.valid_from is 'First day';
comment on column reference.administrative_unit.valid_to is 'First day on which the unit no longer existed; null while it exists';
comment on column reference.administrative_unit.name is 'Full Vietnamese name with its kind';
comment on column reference.administrative_unit.kind is 'xã, phường, thị trấn or đặc khu';
comment on column reference.administrative_unit.province_code is 'GSO code of the province';
comment on column reference.administrative_unit.district_code is 'GSO code of the former district: provenance, never a scope of authority';
comment on column reference.administrative_unit.source is 'Where the row comes from';
comment on column reference.administrative_unit.fictional is 'True for units of the demonstration data';
grant select on reference.administrative_unit to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.administrative_unit_successor (
  old_code char(5) not null,
  old_valid_from date not null,
  new_code char(5) not null,
  new_valid_from date not null,
  source text not null,
  constraint administrative_unit_successor_pkey primary key (old_code, old_valid_from, new_code, new_valid_from),
  constraint administrative_unit_successor_old_fkey foreign key (old_code, old_valid_from) references reference.administrative_unit,
  constraint administrative_unit_successor_new_fkey foreign key (new_code, new_valid_from) references reference.administrative_unit
);
comment on table reference.administrative_unit_successor is 'Which unit took over which, at a reform';
comment on column reference.administrative_unit_successor.old_code is 'Code of the unit that ended';
comment on column reference.administrative_unit_successor.old_valid_from is 'First day of the unit that ended';
comment on column reference.administrative_unit_successor.new_code is 'Code of the unit that took over';
comment on column reference.administrative_unit_successor.new_valid_from is 'First day of the unit that took over';
comment on column reference.administrative_unit_successor.source is 'Where the row comes from';
grant select on reference.administrative_unit_successor to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.administrative_unit_extent (
  code char(5) not null,
  valid_from date not null,
  min_lon double precision not null,
  min_lat double precision not null,
  max_lon double precision not null,
  max_lat double precision not null,
  boundary geometry(MultiPolygon, 4326),
  source text not null,
  recorded_at timestamptz not null default now(),
  constraint administrative_unit_extent_pkey primary key (code, valid_from),
  constraint administrative_unit_extent_unit_fkey foreign key (code, valid_from) references reference.administrative_unit,
  constraint administrative_unit_extent_box check (min_lon < max_lon and min_lat < max_lat)
);
comment on table reference.administrative_unit_extent is 'Where a unit lies, WGS 84. Generalised: fit to recognise a commune and a projection, never for cadastral work';
comment on column reference.administrative_unit_extent.code is 'Unit';
comment on column reference.administrative_unit_extent.valid_from is 'First day of the unit';
comment on column reference.administrative_unit_extent.min_lon is 'West edge, degrees';
comment on column reference.administrative_unit_extent.min_lat is 'South edge, degrees';
comment on column reference.administrative_unit_extent.max_lon is 'East edge, degrees';
comment on column reference.administrative_unit_extent.max_lat is 'North edge, degrees';
comment on column reference.administrative_unit_extent.boundary is 'Imported boundary (--kind commune-boundary); null until one is';
comment on column reference.administrative_unit_extent.source is 'Where the row comes from';
comment on column reference.administrative_unit_extent.recorded_at is 'When it was recorded here';
grant select, insert, update on reference.administrative_unit_extent to diaba_app;
grant select on reference.administrative_unit_extent to diaba_auditor, diaba_portal_owner;

create table reference.land_use (
  code text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name_vi text not null,
  name_en text not null,
  group_code text,
  is_group boolean not null default false,
  legacy boolean not null default false,
  legacy_of text,
  fill text not null check (fill ~ '^#[0-9A-F]{6}$'),
  stroke text not null default '#5A645F' check (stroke ~ '^#[0-9A-F]{6}$'),
  name_verified boolean not null,
  source text not null,
  constraint land_use_pkey primary key (code, valid_from)
);
comment on table reference.land_use is 'Land-use type codes (mục đích sử dụng đất)';
comment on column reference.land_use.code is 'Code as printed';
comment on column reference.land_use.valid_from is 'First day in force';
comment on column reference.land_use.valid_to is 'First day no longer in force';
comment on column reference.land_use.name_vi is 'Vietnamese name';
comment on column reference.land_use.name_en is 'English gloss';
comment on column reference.land_use.group_code is 'Code of the group it belongs to';
comment on column reference.land_use.is_group is 'True for a heading that no parcel carries';
comment on column reference.land_use.legacy is 'True for a code that old records carry and new ones may not';
comment on column reference.land_use.legacy_of is 'Present code it corresponds to, where that is certain enough to propose';
comment on column reference.land_use.fill is 'Conventional map colour; unverified, for display only';
comment on column reference.land_use.stroke is 'Outline colour for display';
comment on column reference.land_use.name_verified is 'Whether the Vietnamese name was seen in a running official system';
comment on column reference.land_use.source is 'Where the row comes from';
grant select on reference.land_use to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.use_origin (
  code text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name_vi text not null,
  name_en text not null,
  source text not null,
  constraint use_origin_pkey primary key (code, valid_from)
);
comment on table reference.use_origin is 'Origin of use (nguồn gốc sử dụng đất)';
comment on column reference.use_origin.code is 'Code';
comment on column reference.use_origin.valid_from is 'First day in force';
comment on column reference.use_origin.valid_to is 'First day no longer in force';
comment on column reference.use_origin.name_vi is 'Vietnamese name';
comment on column reference.use_origin.name_en is 'English gloss';
comment on column reference.use_origin.source is 'Where the row comes from';
grant select on reference.use_origin to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.area_tolerance (
  regulation text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  scale int not null check (scale > 0),
  above_m2 numeric not null check (above_m2 >= 0),
  up_to_m2 numeric check (up_to_m2 > above_m2),
  base_m2 numeric not null,
  rate_m2_per_10m2 numeric not null check (rate_m2_per_10m2 >= 0),
  source text not null,
  constraint area_tolerance_pkey primary key (regulation, scale, above_m2)
);
comment on table reference.area_tolerance is 'Allowed difference of a parcel area, m²: within a band, base_m2 + rate × (area − above_m2) / 10';
comment on column reference.area_tolerance.regulation is 'Legal text';
comment on column reference.area_tolerance.valid_from is 'First day in force';
comment on column reference.area_tolerance.valid_to is 'First day no longer in force';
comment on column reference.area_tolerance.scale is 'Denominator of the map scale';
comment on column reference.area_tolerance.above_m2 is 'Lower edge of the band, exclusive';
comment on column reference.area_tolerance.up_to_m2 is 'Upper edge of the band, inclusive; null for the last';
comment on column reference.area_tolerance.base_m2 is 'Allowed difference at the lower edge, m²';
comment on column reference.area_tolerance.rate_m2_per_10m2 is 'Added per further 10 m²';
comment on column reference.area_tolerance.source is 'Where the row comes from';
grant select on reference.area_tolerance to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.length_tolerance (
  regulation text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  scale int not null check (scale > 0),
  above_m numeric not null check (above_m >= 0),
  up_to_m numeric check (up_to_m > above_m),
  base_cm numeric not null,
  rate_cm_per_m numeric not null,
  source text not null,
  constraint length_tolerance_pkey primary key (regulation, scale, above_m)
);
comment on table reference.length_tolerance is 'Allowed difference of an edge length, cm: within a band, base_cm + rate × (length − above_m)';
comment on column reference.length_tolerance.regulation is 'Legal text';
comment on column reference.length_tolerance.valid_from is 'First day in force';
comment on column reference.length_tolerance.valid_to is 'First day no longer in force';
comment on column reference.length_tolerance.scale is 'Denominator of the map scale';
comment on column reference.length_tolerance.above_m is 'Lower edge of the band, exclusive';
comment on column reference.length_tolerance.up_to_m is 'Upper edge of the band, inclusive; null for the last';
comment on column reference.length_tolerance.base_cm is 'Allowed difference at the lower edge, cm';
comment on column reference.length_tolerance.rate_cm_per_m is 'Added per further metre';
comment on column reference.length_tolerance.source is 'Where the row comes from';
grant select on reference.length_tolerance to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.setting (
  name text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  value numeric not null,
  unit text not null,
  source text not null,
  constraint setting_pkey primary key (name, valid_from)
);
comment on table reference.setting is 'Dated numbers the registry works with (overlap tolerance and the like)';
comment on column reference.setting.name is 'Name';
comment on column reference.setting.valid_from is 'First day in force';
comment on column reference.setting.valid_to is 'First day no longer in force';
comment on column reference.setting.value is 'Value';
comment on column reference.setting.unit is 'Unit of the value';
comment on column reference.setting.source is 'Where it comes from';
grant select on reference.setting to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.office (
  office_id text primary key,
  name text not null,
  address text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  communes text[] not null default '{}',
  source text not null,
  fictional boolean not null default false
);
comment on table reference.office is 'Land registration offices and other offices that sign';
comment on column reference.office.office_id is 'Short stable name';
comment on column reference.office.name is 'Full name';
comment on column reference.office.address is 'Address';
comment on column reference.office.valid_from is 'First day';
comment on column reference.office.valid_to is 'First day no longer';
comment on column reference.office.communes is 'Codes of the communes served';
comment on column reference.office.source is 'Where it comes from';
comment on column reference.office.fictional is 'True in demonstration data';
grant select on reference.office to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.signatory (
  signatory_id text primary key,
  office_id text not null references reference.office,
  full_name text not null,
  position text not null,
  authority_formula text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  source text not null,
  fictional boolean not null default false
);
comment on table reference.signatory is 'Who may sign for an office, in which capacity (NĐ 49/2026 Art. 14: authority is data)';
comment on column reference.signatory.signatory_id is 'Short stable name';
comment on column reference.signatory.office_id is 'Office';
comment on column reference.signatory.full_name is 'Name of the official';
comment on column reference.signatory.position is 'Position';
comment on column reference.signatory.authority_formula is 'Formula of delegation, empty when signing in own right';
comment on column reference.signatory.valid_from is 'First day';
comment on column reference.signatory.valid_to is 'First day no longer';
comment on column reference.signatory.source is 'Where it comes from';
comment on column reference.signatory.fictional is 'True in demonstration data';
grant select on reference.signatory to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.publication_policy (
  channel text not null check (channel in ('lookup', 'tiles', 'ogc', 'bulk')),
  field text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  allowed boolean not null,
  source text not null,
  constraint publication_policy_pkey primary key (channel, field, valid_from)
);
comment on table reference.publication_policy is 'What the anonymous public may see, per channel and field; a field without a row is not published';
comment on column reference.publication_policy.channel is 'lookup (one by one), tiles, ogc, bulk';
comment on column reference.publication_policy.field is 'Field of the public API, or * for the channel itself';
comment on column reference.publication_policy.valid_from is 'First day in force';
comment on column reference.publication_policy.valid_to is 'First day no longer in force';
comment on column reference.publication_policy.allowed is 'Published or not';
comment on column reference.publication_policy.source is 'Decision it rests on';
grant select on reference.publication_policy to diaba_app, diaba_auditor, diaba_portal_owner;

create table reference.dealing_kind (
  kind text primary key,
  subject text not null check (subject in ('batch', 'parcel'))
);
comment on table reference.dealing_kind is 'Kinds of dealing; what each does is code, that it exists is data';
comment on column reference.dealing_kind.kind is 'Name, as in the API';
comment on column reference.dealing_kind.subject is 'What it is about: a batch of imported records, or registered parcels';
grant select on reference.dealing_kind to diaba_app, diaba_auditor;

-- The system of coordinates is fixed here, since every geometry is in it: no login changes it, whatever it may do to other
-- facts of the registry.
create table reference.registry_state (
  name text primary key,
  value text not null,
  recorded_at timestamptz not null default now()
);
comment on table reference.registry_state is 'Facts about this registry itself: its SRID, the demonstration data loaded';
comment on column reference.registry_state.name is 'Name';
comment on column reference.registry_state.value is 'Value';
comment on column reference.registry_state.recorded_at is 'When it was recorded';
create trigger registry_state_keep_srid before update or delete on reference.registry_state
  for each row when (old.name = 'registry_srid') execute function reference.keep_registry_srid();
create trigger registry_state_refuse_truncate before truncate on reference.registry_state
  for each statement execute function reference.keep_registry_srid();
grant select, insert, update on reference.registry_state to diaba_app;
grant select on reference.registry_state to diaba_auditor, diaba_portal_owner;
insert into reference.registry_state (name, value) values ('registry_srid', (:registry_srid)::text);

create table reference.function_source (
  name text primary key,
  file_sha256 bytea not null check (octet_length(file_sha256) = 32),
  definition_sha256 bytea not null check (octet_length(definition_sha256) = 32),
  loaded_at timestamptz not null default now()
);
comment on table reference.function_source is 'Which file each function of the database was loaded from (migrations/functions); written by db:migrate alone';
comment on column reference.function_source.name is 'Schema and name';
comment on column reference.function_source.file_sha256 is 'SHA-256 of the file';
comment on column reference.function_source.definition_sha256 is 'SHA-256 of what PostgreSQL then gave as its definition: another one was changed by hand and is put back';
comment on column reference.function_source.loaded_at is 'When';
grant select on reference.function_source to diaba_app, diaba_auditor;
