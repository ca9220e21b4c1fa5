-- What the public can reach: views owned by diaba_portal_owner, who cannot log in and may read only cadastre and
-- reference. security_barrier, so that no function of a caller sees a row the view leaves out.
--
-- Such a view does not pass a geometry operator or like down to an index: they are not leakproof, and could tell rows apart
-- that the view hides. So what looks for neighbours, points, boxes and places is a function of the portal's owner, who can
-- read no person; it gives away ids, and the rows come through the view.

-- The day is Viet Nam's, not that of the session; of several rows in force the youngest counts, so a change is one
-- row more and the old one stays as it was.
create view portal.publication_policy with (security_barrier = true) as
  select distinct on (channel, field) channel, field, allowed from reference.publication_policy
  where valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
    and (valid_to is null or (now() at time zone 'Asia/Ho_Chi_Minh')::date < valid_to)
  order by channel, field, valid_from desc;
comment on view portal.publication_policy is 'The publication policy in force today (Asia/Ho_Chi_Minh): the youngest row of each channel and field';
alter view portal.publication_policy owner to diaba_portal_owner;
grant select on portal.publication_policy to diaba_portal, diaba_auditor;

create view portal.open_data_terms with (security_barrier = true) as
  select (select value from reference.registry_state where name = 'open_data_licence') as licence;
comment on view portal.open_data_terms is 'Licence under which files of whole communes are given, as the authority recorded it (registry_state open_data_licence); null while it has recorded none';
alter view portal.open_data_terms owner to diaba_portal_owner;
grant select on portal.open_data_terms to diaba_portal, diaba_auditor;

create view portal.data_state with (security_barrier = true) as
  select min(registered_at) as first_registered_at, max(registered_at) as last_registered_at, count(*) filter (where status = 'current') as parcels
  from cadastre.parcel_version;
comment on view portal.data_state is 'How fresh the data is';
alter view portal.data_state owner to diaba_portal_owner;
grant select on portal.data_state to diaba_app, diaba_portal, diaba_auditor;

create view portal.land_use with (security_barrier = true) as
  select code, name_vi, name_en, group_code, fill, stroke, is_group, legacy, valid_from, valid_to from reference.land_use;
comment on view portal.land_use is 'Land-use codes with map colours';
alter view portal.land_use owner to diaba_portal_owner;
grant select on portal.land_use to diaba_app, diaba_portal, diaba_auditor;

create view portal.reference_list with (security_barrier = true) as
  select 'land-use' as list, code, name_vi as label_vi, name_en as label_en, valid_from, valid_to,
    jsonb_build_object('group', group_code, 'isGroup', is_group, 'legacy', legacy, 'fill', fill, 'stroke', stroke) as attributes
  from reference.land_use
  union all
  select 'use-origin', code, name_vi, name_en, valid_from, valid_to, '{}'::jsonb from reference.use_origin
  union all
  select 'area-tolerance', scale || ':' || above_m2, regulation, regulation, valid_from, valid_to,
    jsonb_build_object('scale', scale, 'aboveM2', above_m2, 'upToM2', up_to_m2, 'baseM2', base_m2, 'rateM2Per10M2', rate_m2_per_10m2)
  from reference.area_tolerance
  union all
  select 'length-tolerance', scale || ':' || above_m, regulation, regulation, valid_from, valid_to,
    jsonb_build_object('scale', scale, 'aboveM', above_m, 'upToM', up_to_m, 'baseCm', base_cm, 'rateCmPerM', rate_cm_per_m)
  from reference.length_tolerance;
comment on view portal.reference_list is 'Dated code lists';
alter view portal.reference_list owner to diaba_portal_owner;
grant select on portal.reference_list to diaba_app, diaba_portal, diaba_auditor;

create view portal.commune with (security_barrier = true) as
  select u.code, u.valid_from, u.valid_to, u.name, u.kind,
    array(select distinct s.old_code::text from reference.administrative_unit_successor s
          where s.new_code = u.code and s.new_valid_from = u.valid_from order by 1) as old_codes,
    array(select distinct s.new_code::text from reference.administrative_unit_successor s
          where s.old_code = u.code and s.old_valid_from = u.valid_from order by 1) as successor_codes,
    e.min_lon, e.min_lat, e.max_lon, e.max_lat, u.fictional,
    exists (select from cadastre.sheet s where s.commune_code = u.code and s.commune_valid_from = u.valid_from) as has_sheets
  from reference.administrative_unit u
  left join reference.administrative_unit_extent e using (code, valid_from);
comment on view portal.commune is 'Commune-level units with their predecessors, successors and extents';
alter view portal.commune owner to diaba_portal_owner;
grant select on portal.commune to diaba_app, diaba_portal, diaba_auditor;

create view portal.commune_successor with (security_barrier = true) as
  select old_code, old_valid_from, new_code, new_valid_from from reference.administrative_unit_successor;
comment on view portal.commune_successor is 'Which unit took over which at a reform, each with its first day';
alter view portal.commune_successor owner to diaba_portal_owner;
grant select on portal.commune_successor to diaba_portal, diaba_auditor;

create view portal.sheet with (security_barrier = true) as
  select s.sheet_id, s.number as sheet_no, s.scale, s.series, s.srid, s.unit_code, s.unit_valid_from, u.name as unit_name,
    u.valid_to as unit_valid_to, s.commune_code, s.commune_valid_from, c.name as commune_name
  from cadastre.sheet s
  join reference.administrative_unit c on c.code = s.commune_code and c.valid_from = s.commune_valid_from
  join reference.administrative_unit u on u.code = s.unit_code and u.valid_from = s.unit_valid_from;
comment on view portal.sheet is 'Cadastral map sheets, the unit each was numbered in and the commune it belongs to';
alter view portal.sheet owner to diaba_portal_owner;
grant select on portal.sheet to diaba_portal, diaba_auditor;

create view portal.parcel with (security_barrier = true) as
  select v.parcel_id, v.parcel_code, s.commune_code, c.name as commune_name, s.number as sheet_no, s.scale,
    s.unit_code, u.name as unit_name, u.valid_from as unit_valid_from, u.valid_to as unit_valid_to, v.parcel_no,
    case
    when v.land_use = any ((select cadastre.known_land_uses())::text[]) then v.land_use
    when string_to_array(v.land_use, '+') <@ (select cadastre.known_land_uses()) then v.land_use
    else '' end as land_use, v.area_m2, v.legal_area_m2, a.published as address,
    case when v.status = 'current' then 'current' else 'historic' end as state,
    v.registered_at, v.ended_at, s.srid, v.geom_legal, v.geom,
    public.st_transform(v.geom, 4326) as geom_4326, public.st_transform(v.label_3857, 4326) as label_4326
  from cadastre.parcel_version v
  join cadastre.sheet s using (sheet_id)
  join reference.administrative_unit c on c.code = s.commune_code and c.valid_from = s.commune_valid_from
  join reference.administrative_unit u on u.code = s.unit_code and u.valid_from = s.unit_valid_from
  left join cadastre.address_publication a on a.commune_code = s.commune_code and a.digest = sha256(convert_to(v.address, 'UTF8'))
  where v.status in ('current', 'historic');
comment on view portal.parcel is 'Registered parcels, present and past, without any person: land use by the lists, of an address its public parts';
alter view portal.parcel owner to diaba_portal_owner;
grant select on portal.parcel to diaba_portal, diaba_auditor;

create view portal.parcel_successor with (security_barrier = true) as
  select parent_id, child_id from cadastre.lineage;
comment on view portal.parcel_successor is 'Which parcels came out of a retired one';
alter view portal.parcel_successor owner to diaba_portal_owner;
grant select on portal.parcel_successor to diaba_portal, diaba_auditor;

create view portal.parcel_source with (security_barrier = true) as
  select p.parcel_id, u.name as unit_name, p.source_sheet_no as sheet_no, p.source_scale as scale, p.source_parcel_no as parcel_no
  from cadastre.parcel p
  left join reference.administrative_unit u on u.code = p.source_unit_code and u.valid_from = p.source_unit_valid_from
  where p.source_parcel_no is not null;
comment on view portal.parcel_source is 'How a parcel was called in the records it was registered from: unit, sheet and number as they were then';
alter view portal.parcel_source owner to diaba_portal_owner;
grant select on portal.parcel_source to diaba_portal, diaba_auditor;

create view portal.sheet_parcel with (security_barrier = true) as
  select v.sheet_id, v.parcel_id, v.parcel_code, v.parcel_no, case
    when v.land_use = any ((select cadastre.known_land_uses())::text[]) then v.land_use
    when string_to_array(v.land_use, '+') <@ (select cadastre.known_land_uses()) then v.land_use
    else '' end as land_use,
    split_part(case
    when v.land_use = any ((select cadastre.known_land_uses())::text[]) then v.land_use
    when string_to_array(v.land_use, '+') <@ (select cadastre.known_land_uses()) then v.land_use
    else '' end, '+', 1) as first_land_use,
    v.area_m2, v.legal_area_m2, a.published as address, v.registered_at, v.ended_at, v.geom_legal, v.geom, v.feature_point, v.label_3857
  from cadastre.parcel_version v
  left join cadastre.sheet s on s.sheet_id = v.sheet_id
  left join cadastre.address_publication a on a.commune_code = s.commune_code and a.digest = sha256(convert_to(v.address, 'UTF8'))
  where v.status in ('current', 'historic');
comment on view portal.sheet_parcel is 'Registered parcels, present and past, by sheet: for sums and for files of a whole commune; land use and address as in portal.parcel';
alter view portal.sheet_parcel owner to diaba_portal_owner;
grant select on portal.sheet_parcel to diaba_portal, diaba_auditor;

create view portal.address_revision with (security_barrier = true) as
  select commune_code, count(*) as addresses, max(revision) as revision from cadastre.address_publication group by commune_code;
comment on view portal.address_revision is 'What changes when public addresses of a commune do';
alter view portal.address_revision owner to diaba_portal_owner;
grant select on portal.address_revision to diaba_portal, diaba_auditor;

create view portal.place with (security_barrier = true) as
  select p.commune_code, c.name as commune_name, p.name, p.key, p.parcels, p.lon, p.lat, p.min_lon, p.min_lat, p.max_lon, p.max_lat
  from cadastre.place p
  join reference.administrative_unit c on c.code = p.commune_code and c.valid_from = p.commune_valid_from
  where exists (select from portal.publication_policy o where o.channel = 'lookup' and o.field = '*' and o.allowed)
    -- The middle of a place is that of its parcels, of which there may be one.
    and (select count(*) from portal.publication_policy o where o.channel = 'lookup' and o.field in ('address', 'geometry') and o.allowed) = 2;
comment on view portal.place is 'Hamlets, streets and fields named in addresses; none where the policy does not publish addresses and boundaries';
alter view portal.place owner to diaba_portal_owner;
grant select on portal.place to diaba_portal, diaba_auditor;
