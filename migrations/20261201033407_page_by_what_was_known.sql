-- Page by what was known.
--
-- What paper books held is entered with their day (docs/adr/0037), so a page that asks by legal time alone could find another past than the page before it.
-- A read in pages is of what was known at one moment: versions recorded before it, and ends by dealings decided before it.
create or replace view portal.parcel with (security_barrier) as
 SELECT v.parcel_id,
    v.parcel_code,
    s.commune_code,
    c.name AS commune_name,
    s.number AS sheet_no,
    s.scale,
    s.unit_code,
    u.name AS unit_name,
    u.valid_from AS unit_valid_from,
    u.valid_to AS unit_valid_to,
    v.parcel_no,
        CASE
            WHEN v.land_use = ANY ((( SELECT cadastre.known_land_uses() AS known_land_uses))::text[]) THEN v.land_use
            WHEN string_to_array(v.land_use, '+'::text) <@ (( SELECT cadastre.known_land_uses() AS known_land_uses)) THEN v.land_use
            ELSE ''::text
        END AS land_use,
    v.area_m2,
    v.legal_area_m2,
    a.published AS address,
        CASE
            WHEN v.status = 'current'::text THEN 'current'::text
            ELSE 'historic'::text
        END AS state,
    v.registered_at,
    v.ended_at,
    s.srid,
    v.geom_legal,
    v.geom,
    public.st_transform(v.geom, 4326) AS geom_4326,
    public.st_transform(v.label_3857, 4326) AS label_4326,
    v.version_no
   FROM cadastre.parcel_version v
     JOIN cadastre.sheet s USING (sheet_id)
     JOIN reference.administrative_unit c ON c.code = s.commune_code AND c.valid_from = s.commune_valid_from
     JOIN reference.administrative_unit u ON u.code = s.unit_code AND u.valid_from = s.unit_valid_from
     LEFT JOIN cadastre.address_publication a ON a.commune_code = s.commune_code AND a.digest = sha256(convert_to(v.address, 'UTF8'::name))
  WHERE v.status = ANY (ARRAY['current'::text, 'historic'::text]);
comment on column portal.parcel.version_no is 'Which of the versions of the parcel, from 1';

create index dealing_entered_idx on dealing.dealing ((coalesce(decided_at, created_at))) where entered_on is not null;
comment on index dealing.dealing_entered_idx is 'What was entered late since a moment, for reads in pages';

-- Another signature each: they take the moment of knowledge, and tell the version and its end as known then.
drop function if exists portal.parcel_page(uuid, int, timestamptz, timestamptz, jsonb, geometry);
drop function if exists portal.parcel_count(int, timestamptz, timestamptz, jsonb, geometry);
