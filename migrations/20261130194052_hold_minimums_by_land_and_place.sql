-- Least area and width of a parcel that a cut makes, by land code and place, as decisions of the province say them from a day on. None is known
-- (fact sheet 11), so none is here: an office enters its own (docs/operations.md). Where several rows fit, the most particular one counts.
create table reference.parcel_minimum (
  minimum_id int generated always as identity primary key,
  land_use_code text,
  unit_kind text,
  commune_code char(5) check (commune_code ~ '^[0-9]{5}$'),
  roadside boolean,
  least_area_m2 numeric check (least_area_m2 > 0),
  least_width_m numeric check (least_width_m > 0),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  source text not null check (btrim(source) <> ''),
  constraint parcel_minimum_says_something check (least_area_m2 is not null or least_width_m is not null),
  constraint parcel_minimum_no_overlap exclude using gist (coalesce(land_use_code, '') with =, coalesce(unit_kind, '') with =,
    coalesce(commune_code, '') with =, coalesce(roadside::text, '') with =, daterange(valid_from, valid_to) with &&)
);
comment on table reference.parcel_minimum is 'Least area and width of a parcel that a cut makes, by land code and place (Land Law 2024 Art. 220: decided by the province)';
comment on column reference.parcel_minimum.minimum_id is 'Row';
comment on column reference.parcel_minimum.land_use_code is 'Code of land use; null for every code';
comment on column reference.parcel_minimum.unit_kind is 'Kind of the commune, as in reference.administrative_unit (xã, phường); null for every kind';
comment on column reference.parcel_minimum.commune_code is 'One commune; null for every one';
comment on column reference.parcel_minimum.roadside is 'Only for parcels that meet a road, or only for those that do not; null for both';
comment on column reference.parcel_minimum.least_area_m2 is 'Least area, m²; null where it says none';
comment on column reference.parcel_minimum.least_width_m is 'Least width, m; null where it says none';
comment on column reference.parcel_minimum.valid_from is 'First day in force';
comment on column reference.parcel_minimum.valid_to is 'First day no longer in force';
comment on column reference.parcel_minimum.source is 'The decision, as people are told it';
grant select on reference.parcel_minimum to diaba_app, diaba_auditor;
