import type { Knex } from 'knex';

/**
 * The publication policy as it is in force on a day of Viet Nam, for every anonymous door; and what commune pages and
 * open data read.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- The day is Viet Nam's, not that of the session; of several rows in force the youngest counts, so a change is one
    -- row more and the old one stays as it was.
    create or replace view portal.publication_policy with (security_barrier = true) as
      select distinct on (channel, field) channel, field, allowed from reference.publication_policy
      where valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
        and (valid_to is null or (now() at time zone 'Asia/Ho_Chi_Minh')::date < valid_to)
      order by channel, field, valid_from desc;
    comment on view portal.publication_policy is 'The publication policy in force today (Asia/Ho_Chi_Minh): the youngest row of each channel and field';

    -- Tiles may read their columns of cadastre and nothing in portal or reference, so the answer is handed to them.
    create function cadastre.published_fields(of_channel text) returns text[]
      language sql stable security definer set search_path = '' as $$
      select coalesce(array_agg(field order by field), '{}') from portal.publication_policy where channel = of_channel and allowed
    $$;
    comment on function cadastre.published_fields(text) is 'Fields of a channel that are published today, * for the channel itself';
    grant execute on function cadastre.published_fields(text) to diaba_tiles;

    -- What tiles of outlines say of sheets, and the names of places, which come from addresses.
    insert into reference.publication_policy (channel, field, valid_from, allowed, source)
      select 'tiles', unnest(array['scale', 'numberedIn', 'address']), '2025-01-15', true, 'Start of operation: look-up and tiles open, bulk by token';

    create view portal.sheet with (security_barrier = true) as
      select s.sheet_id, s.number as sheet_no, s.scale, s.series, s.srid, s.unit_code, s.unit_valid_from, u.name as unit_name,
        u.valid_to as unit_valid_to, s.commune_code, s.commune_valid_from, c.name as commune_name
      from cadastre.sheet s
      join reference.administrative_unit c on c.code = s.commune_code and c.valid_from = s.commune_valid_from
      join reference.administrative_unit u on u.code = s.unit_code and u.valid_from = s.unit_valid_from;
    comment on view portal.sheet is 'Cadastral map sheets, the unit each was numbered in and the commune it belongs to';

    create view portal.sheet_parcel with (security_barrier = true) as
      select v.sheet_id, v.parcel_id, v.parcel_code, v.parcel_no, v.land_use, split_part(v.land_use, '+', 1) as first_land_use,
        v.area_m2, v.legal_area_m2, v.address, v.registered_at, v.ended_at, v.geom_legal, v.geom, v.feature_point, v.label_3857
      from cadastre.parcel_version v where v.status in ('current', 'historic');
    comment on view portal.sheet_parcel is 'Registered parcels, present and past, by sheet: for sums and for files of a whole commune';

    create view portal.parcel_source with (security_barrier = true) as
      select p.parcel_id, u.name as unit_name, p.source_sheet_no as sheet_no, p.source_scale as scale, p.source_parcel_no as parcel_no
      from cadastre.parcel p
      left join reference.administrative_unit u on u.code = p.source_unit_code and u.valid_from = p.source_unit_valid_from
      where p.source_parcel_no is not null;
    comment on view portal.parcel_source is 'How a parcel was called in the records it was registered from: unit, sheet and number as they were then';

    insert into reference.publication_policy (channel, field, valid_from, allowed, source)
      values ('lookup', 'source', '2025-01-15', true, 'Start of operation: look-up and tiles open, bulk by token');

    create index parcel_version_sums_idx on cadastre.parcel_version (sheet_id) include (land_use, area_m2, registered_at)
      where ended_at is null and status in ('current', 'historic');
    comment on index cadastre.parcel_version_sums_idx is 'Sums of a commune without reading a geometry: 70 ms for 200,000 parcels, 150 to 210 ms without; 11 MB, 1.6 µs per parcel';

    create view portal.open_data_terms with (security_barrier = true) as
      select (select value from reference.registry_state where name = 'open_data_licence') as licence;
    comment on view portal.open_data_terms is 'Licence under which files of whole communes are given, as the authority recorded it (registry_state open_data_licence); null while it has recorded none';

    alter view portal.parcel_source owner to diaba_portal_owner;
    alter view portal.open_data_terms owner to diaba_portal_owner;
    alter view portal.sheet owner to diaba_portal_owner;
    alter view portal.sheet_parcel owner to diaba_portal_owner;
    grant select on portal.sheet, portal.sheet_parcel, portal.parcel_source, portal.open_data_terms to diaba_portal, diaba_auditor;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
