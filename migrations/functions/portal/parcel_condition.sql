create or replace function portal.parcel_condition(asked jsonb, within geometry) returns text
  language sql immutable set search_path = '' as $$
  -- Parameters by number, the same in parcel_page and parcel_count: $1 since, $2 before, $3 asked, $4 within, $5 its box in the registry's system,
  -- $6 the moment of knowledge, $7 the dealings that were entered late since: what they ended holds on.
  select concat_ws(' and ', 'v.status <> ''pending'' and v.registered_at < $2 and v.recorded_at < $6 and (v.ended_at is null or v.ended_at >= $1 or v.ended_by = any ($7))',
    case when asked ? 'code' then 'v.parcel_code = ($3 ->> ''code'')::char(12)' end,
    case when asked ? 'no' then 'v.parcel_no = $3 ->> ''no''' end,
    case when asked ?| '{communes,sheet}'::text[] then 'v.sheet_id in (select s.sheet_id from cadastre.sheet s where '
      || concat_ws(' and ', case when asked ? 'communes' then 's.commune_code = any (array(select jsonb_array_elements_text($3 -> ''communes''))::char(5)[])' end,
        case when asked ? 'sheet' then 's.number = $3 ->> ''sheet''' end) || ')' end,
    -- The box may use the index; what it lets through is held against the asked shape in the asked system, where its edges are straight.
    case when within is not null then 'v.geom operator(public.&&) $5 and public.st_intersects(public.st_transform(v.geom, public.st_srid($4)), $4)' end)
$$;
comment on function portal.parcel_condition(jsonb, geometry) is 'The condition on cadastre.parcel_version behind a question of the OGC API; of the question only which parts it has goes into the text';
grant execute on function portal.parcel_condition(jsonb, geometry) to diaba_portal_owner;
