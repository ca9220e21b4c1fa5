-- What lies around land: maps of planning, flood zones, reserves of roads, and the like. A layer has editions; one of them is in force, older
-- ones stay as they were. What the public reads of a shape is text that was checked when it came in (public_category, public_name).

create table thematic.layer (
  layer_code text primary key check (layer_code ~ '^[a-z][a-z0-9-]{1,39}$'),
  theme text not null check (theme in ('planning', 'flood', 'transport', 'heritage', 'agriculture', 'services', 'land-price', 'other')),
  title text not null check (length(title) between 1 and 200),
  title_en text check (length(title_en) between 1 and 200),
  channels text[] not null default '{}' check (channels <@ '{lookup,tiles,ogc}'),
  version int not null default 1 check (version > 0),
  created_by text not null check (created_by <> ''),
  created_at timestamptz not null default clock_timestamp()
);
comment on table thematic.layer is 'A thematic layer: what it is of and who may see it';
comment on column thematic.layer.layer_code is 'Short name, as it stands in addresses';
comment on column thematic.layer.theme is 'What it is of; decides how it is drawn (server/domain/layer/layer-theme.ts)';
comment on column thematic.layer.title is 'Title in Vietnamese';
comment on column thematic.layer.title_en is 'Title in English; null: the Vietnamese one is shown';
comment on column thematic.layer.channels is 'Channels of publication through which the public sees it, where the policy opens the channel itself; none: staff only';
comment on column thematic.layer.version is 'Rises with every change';
comment on column thematic.layer.created_by is 'Who brought its first edition';
comment on column thematic.layer.created_at is 'When';
create trigger layer_refuse_delete before delete on thematic.layer for each row execute function cadastre.refuse_removal();
create trigger layer_keep before update on thematic.layer for each row execute function thematic.keep_layer();
grant select, insert on thematic.layer to diaba_app;
grant update (title, title_en, channels) on thematic.layer to diaba_app;
grant select on thematic.layer to diaba_auditor;
grant select (layer_code, theme, title, title_en, channels) on thematic.layer to diaba_portal_owner;

create table thematic.edition (
  edition_id uuid primary key default gen_random_uuid(),
  layer_code text not null references thematic.layer,
  edition_no int not null check (edition_no > 0),
  batch_id uuid not null references staging.batch,
  source text not null check (length(source) between 1 and 300),
  licence text not null check (length(licence) between 1 and 200),
  data_on date not null,
  features int not null check (features > 0),
  status text not null default 'proposed' check (status in ('proposed', 'in_force', 'superseded', 'refused')),
  initial_load boolean not null default false,
  proposed_by text not null check (proposed_by <> ''),
  proposed_at timestamptz not null default clock_timestamp(),
  decided_by text,
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 500),
  ended_at timestamptz,
  constraint edition_no_key unique (layer_code, edition_no),
  constraint edition_batch_key unique (batch_id),
  constraint edition_decided check ((status = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint edition_four_eyes check (decided_by is null or initial_load or decided_by <> proposed_by),
  constraint edition_refused check (status <> 'refused' or reason is not null),
  constraint edition_ended check ((status = 'superseded') = (ended_at is not null))
);
create unique index edition_in_force_idx on thematic.edition (layer_code) where status = 'in_force';
comment on index thematic.edition_in_force_idx is 'One edition of a layer is in force at a time';
comment on table thematic.edition is 'A state of a layer as one file brought it; never changed, only put in force and followed by another';
comment on column thematic.edition.edition_id is 'Id';
comment on column thematic.edition.layer_code is 'Layer';
comment on column thematic.edition.edition_no is 'Number within the layer, from 1';
comment on column thematic.edition.batch_id is 'Batch that brought it, with the file and what was found in it';
comment on column thematic.edition.source is 'Whose data it is';
comment on column thematic.edition.licence is 'Terms under which it may be used';
comment on column thematic.edition.data_on is 'Day the data is of';
comment on column thematic.edition.features is 'Number of its shapes';
comment on column thematic.edition.status is 'proposed, in_force, superseded; or refused';
comment on column thematic.edition.initial_load is 'First edition of its layer, brought by the command line: put in force without a second person';
comment on column thematic.edition.proposed_by is 'Who brought it';
comment on column thematic.edition.proposed_at is 'When';
comment on column thematic.edition.decided_by is 'Who put it in force or refused it';
comment on column thematic.edition.decided_at is 'When: in force from then on';
comment on column thematic.edition.reason is 'Why it was refused';
comment on column thematic.edition.ended_at is 'When another took its place';
create trigger edition_refuse_delete before delete on thematic.edition for each row execute function cadastre.refuse_removal();
create trigger edition_keep before update on thematic.edition for each row execute function thematic.keep_edition();
create trigger edition_check_load before insert on thematic.edition for each row execute function thematic.check_initial_load();
grant select, insert on thematic.edition to diaba_app;
grant update (status, decided_by, decided_at, reason, ended_at) on thematic.edition to diaba_app;
grant select on thematic.edition to diaba_auditor;
grant select (edition_id, layer_code, edition_no, source, licence, data_on, features, status, decided_at, ended_at) on thematic.edition to diaba_portal_owner;

create table thematic.feature (
  edition_id uuid not null references thematic.edition,
  feature_no int not null check (feature_no > 0),
  category text,
  name text,
  value numeric,
  unit text,
  public_category text,
  public_name text,
  geom geometry not null,
  geom_3857 geometry not null,
  constraint feature_pkey primary key (edition_id, feature_no),
  constraint feature_geom check (st_srid(geom) = :registry_srid and st_isvalid(geom) and not st_isempty(geom)),
  constraint feature_geom_3857 check (st_srid(geom_3857) = 3857)
);
comment on table thematic.feature is 'Shapes of an edition: areas, lines or points';
comment on column thematic.feature.edition_id is 'Edition';
comment on column thematic.feature.feature_no is 'Number of the record in the file it came from';
comment on column thematic.feature.category is 'Class as the file has it, for staff';
comment on column thematic.feature.name is 'Name as the file has it, for staff';
comment on column thematic.feature.value is 'Number that belongs to the shape, such as a price';
comment on column thematic.feature.unit is 'Unit of that number (server/domain/layer/value-unit.ts)';
comment on column thematic.feature.public_category is 'Class where it tells of nobody';
comment on column thematic.feature.public_name is 'Name where it tells of nobody';
comment on column thematic.feature.geom is 'Valid, in the registry''s system';
comment on column thematic.feature.geom_3857 is 'The same in Web Mercator, for tiles';
create index feature_geom_idx on thematic.feature using gist (geom);
create index feature_geom_3857_idx on thematic.feature using gist (geom_3857);
create trigger feature_refuse_change before update or delete on thematic.feature for each row execute function cadastre.refuse_removal();
create trigger feature_only_new after insert on thematic.feature referencing new table as new_rows
  for each statement execute function thematic.require_proposed();
grant select, insert on thematic.feature to diaba_app;
grant select on thematic.feature to diaba_auditor;
grant select (edition_id, feature_no, value, unit, public_category, public_name, geom, geom_3857) on thematic.feature to diaba_portal_owner;

create view portal.layer with (security_barrier = true) as
  select l.layer_code, l.theme, l.title, l.title_en, array(
      select c from unnest(l.channels) c where exists (select from portal.publication_policy p where p.channel = c and p.field = '*' and p.allowed)) as channels,
    e.edition_id, e.edition_no, e.source, e.licence, e.data_on, e.features, e.status, e.decided_at as in_force_from, e.ended_at
  from thematic.layer l join thematic.edition e using (layer_code)
  where e.status in ('in_force', 'superseded') and l.channels <> '{}';
comment on view portal.layer is 'Editions, present and past, of the layers the public may see, with the channels that are open';
alter view portal.layer owner to diaba_portal_owner;
grant select on portal.layer to diaba_portal, diaba_auditor;

create view portal.layer_feature with (security_barrier = true) as
  select l.layer_code, f.feature_no, f.public_category as category, f.public_name as name, f.value, f.unit, f.geom
  from portal.layer l join thematic.feature f using (edition_id)
  where l.status = 'in_force' and 'ogc' = any (l.channels);
comment on view portal.layer_feature is 'Shapes of the editions in force of the layers that channel ogc shows, with text that tells of nobody';
alter view portal.layer_feature owner to diaba_portal_owner;
grant select on portal.layer_feature to diaba_portal, diaba_auditor;

alter table staging.batch drop constraint batch_kind_check;
alter table staging.batch add constraint batch_kind_check check (kind in ('parcels', 'commune-boundary', 'layer'));

insert into reference.setting (name, valid_from, value, unit, source) values
  ('overlay_area_m2', '2025-01-15', 0.5, 'm²', 'Registry setting, docs/adr/0031-thematic-layers.md'),
  ('overlay_width_m', '2025-01-15', 0.1, 'm', 'Registry setting, docs/adr/0031-thematic-layers.md');
insert into reference.publication_policy (channel, field, valid_from, allowed, source)
  select channel, 'overlays', valid_from, allowed, 'Layers are public each by itself, docs/adr/0031-thematic-layers.md'
  from reference.publication_policy where channel = 'lookup' and field = 'areaM2';
