import type { Knex } from 'knex';

/**
 * What the public can reach: views owned by diaba_portal_owner, who cannot log in and may read only cadastre and
 * reference. `security_barrier`, so that no function of a caller sees a row the view leaves out.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create view portal.parcel with (security_barrier = true) as
      select v.parcel_id, v.parcel_code, s.commune_code, c.name as commune_name, s.number as sheet_no, s.scale,
        s.unit_code, u.name as unit_name, u.valid_from as unit_valid_from, u.valid_to as unit_valid_to, v.parcel_no,
        v.land_use, v.area_m2, v.legal_area_m2, v.address,
        case when v.status = 'current' then 'current' else 'historic' end as state,
        v.registered_at, v.ended_at, s.srid, v.geom_legal, v.geom,
        public.st_transform(v.geom, 4326) as geom_4326, public.st_transform(v.label_3857, 4326) as label_4326
      from cadastre.parcel_version v
      join cadastre.sheet s using (sheet_id)
      join reference.administrative_unit c on c.code = s.commune_code and c.valid_from = s.commune_valid_from
      join reference.administrative_unit u on u.code = s.unit_code and u.valid_from = s.unit_valid_from
      where v.status in ('current', 'historic');
    comment on view portal.parcel is 'Registered parcels, present and past, without any person';

    create view portal.parcel_successor with (security_barrier = true) as
      select parent_id, child_id from cadastre.lineage;
    comment on view portal.parcel_successor is 'Which parcels came out of a retired one';

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

    create view portal.land_use with (security_barrier = true) as
      select code, name_vi, name_en, group_code, fill, stroke, is_group, legacy, valid_from, valid_to from reference.land_use;
    comment on view portal.land_use is 'Land-use codes with map colours';

    create view portal.data_state with (security_barrier = true) as
      select min(registered_at) as first_registered_at, max(registered_at) as last_registered_at, count(*) filter (where status = 'current') as parcels
      from cadastre.parcel_version;
    comment on view portal.data_state is 'How fresh the data is';

    create view portal.publication_policy with (security_barrier = true) as
      select channel, field, allowed from reference.publication_policy
      where valid_from <= current_date and (valid_to is null or current_date < valid_to);
    comment on view portal.publication_policy is 'The publication policy in force today';

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

    alter view portal.parcel owner to diaba_portal_owner;
    alter view portal.parcel_successor owner to diaba_portal_owner;
    alter view portal.commune owner to diaba_portal_owner;
    alter view portal.land_use owner to diaba_portal_owner;
    alter view portal.data_state owner to diaba_portal_owner;
    alter view portal.publication_policy owner to diaba_portal_owner;
    alter view portal.reference_list owner to diaba_portal_owner;
    grant select on all tables in schema portal to diaba_portal, diaba_auditor;
    grant select on portal.commune, portal.land_use, portal.reference_list, portal.data_state to diaba_app;
    grant select on public.spatial_ref_sys to diaba_app, diaba_portal, diaba_tiles, diaba_auditor, diaba_portal_owner;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
