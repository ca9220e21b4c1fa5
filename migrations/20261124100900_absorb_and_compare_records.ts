import type { Knex } from 'knex';

/**
 * The importer's three doors through row-level security. COPY is refused on a table with policies, and a policy switches
 * the spatial index off, so these run as the owner and check the caller's communes themselves.
 */
export async function up(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { value: string }[] }>(
    "select value from reference.registry_state where name = 'registry_srid'",
  );
  const srid = Number(rows[0]?.value);
  await knex.raw(`
    create function staging.require_batch(batch uuid) returns void
      language plpgsql stable security definer set search_path = '' as $$
    begin
      if not exists (select from staging.batch b where b.batch_id = batch and staging.in_scope(b.commune_code)) then
        raise exception 'no such batch in your communes' using errcode = 'DB005';
      end if;
    end $$;
    comment on function staging.require_batch(uuid) is 'Refuses a batch outside the acting officer''s communes';

    create function staging.absorb_scratch(batch uuid, run uuid, sheet_srid int, verdicts jsonb) returns bigint
      language plpgsql security definer set search_path = public as $$
    declare
      legal_srid constant int := case when sheet_srid = 4326 then ${srid} else sheet_srid end;
      absorbed bigint;
    begin
      perform staging.require_batch(batch);
      insert into staging.record (batch_id, record_no, status, exclusion_reason, raw, candidate, sheet_no, parcel_no, scale,
        area_m2, legal_area_m2, parcel_code, invalid_reason, geom_legal, geom, feature_point)
      select batch, s.record_no, case when s.ignored is null then 'valid' else 'ignored' end, s.ignored, s.raw, s.candidate,
        s.candidate ->> 'sheetNo', s.candidate ->> 'parcelNo', (s.candidate ->> 'scale')::int,
        st_area(g.legal), (s.candidate ->> 'areaM2')::numeric, s.parcel_code,
        case when not st_isvalid(g.legal) then st_isvalidreason(g.legal) end,
        g.legal,
        case when legal_srid = ${srid} then g.legal else st_snaptogrid(st_transform(g.legal, ${srid}), 0.0001) end,
        st_setsrid(st_makepoint(s.point_x, s.point_y), legal_srid)
      from staging.scratch s
      cross join lateral (
        select case when sheet_srid = legal_srid then st_geomfromwkb(s.wkb, sheet_srid)
          else st_snaptogrid(st_transform(st_geomfromwkb(s.wkb, sheet_srid), legal_srid), 0.0001) end as legal
        offset 0) g
      where s.run_id = run;
      get diagnostics absorbed = row_count;
      insert into staging.finding (batch_id, record_no, code, severity, detail)
      select batch, s.record_no, f ->> 'code', verdicts ->> (f ->> 'code'), coalesce(f -> 'detail', '{}')
      from staging.scratch s cross join lateral jsonb_array_elements(s.findings) f
      where s.run_id = run and s.findings is not null;
      insert into staging.correction (batch_id, record_no, field, rule, before, after, status, decided_by)
      select batch, s.record_no, c ->> 'field', c ->> 'rule', c ->> 'before', c ->> 'after', 'applied', c ->> 'rule'
      from staging.scratch s cross join lateral jsonb_array_elements(s.corrections) c
      where s.run_id = run and s.corrections is not null;
      insert into staging.identity_number (batch_id, record_no, ordinal, cipher, lookup_hash)
      select batch, s.record_no, (i.value ->> 'ordinal')::int, decode(i.value ->> 'cipher', 'base64'), decode(i.value ->> 'hash', 'base64')
      from staging.scratch s cross join lateral jsonb_array_elements(s.identities) i
      where s.run_id = run and s.identities is not null;
      delete from staging.scratch s where s.run_id = run;
      analyze staging.record;
      return absorbed;
    end $$;
    comment on function staging.absorb_scratch(uuid, uuid, int, jsonb) is 'Moves a run''s rows into the batch, computing area, validity and the registry''s geometry; returns their number';

    create function staging.overlaps_within(batch uuid)
      returns table (record_no int, other_no int, area_m2 double precision, width_m double precision, identical boolean)
      language plpgsql stable security definer set search_path = public as $$
    begin
      perform staging.require_batch(batch);
      return query
      select p.a_no, p.b_no, st_area(p.common), cadastre.overlap_width_m(p.common), p.identical
      from (
        select a.record_no as a_no, b.record_no as b_no, st_equals(a.geom, b.geom) as identical,
          st_collectionextract(st_intersection(a.geom, b.geom), 3) as common
        from staging.record a
        join staging.record b on b.geom && a.geom and b.batch_id = a.batch_id and b.record_no > a.record_no
        where a.batch_id = batch and a.status <> 'ignored' and b.status <> 'ignored'
          and a.invalid_reason is null and b.invalid_reason is null
          and st_area(st_intersection(a.geom, b.geom)) > 1e-6
      ) p;
    end $$;
    comment on function staging.overlaps_within(uuid) is 'Common ground between records of a batch';

    create function staging.overlaps_with_register(batch uuid)
      returns table (record_no int, parcel_id uuid, area_m2 double precision, width_m double precision)
      language plpgsql stable security definer set search_path = public as $$
    begin
      perform staging.require_batch(batch);
      return query
      select p.record_no, p.parcel_id, st_area(p.common), cadastre.overlap_width_m(p.common)
      from (
        select a.record_no, v.parcel_id, st_collectionextract(st_intersection(a.geom, v.geom), 3) as common
        from staging.record a
        join cadastre.parcel_version v on v.geom && a.geom and v.status = 'current'
        where a.batch_id = batch and a.status <> 'ignored' and a.invalid_reason is null
          and st_area(st_intersection(a.geom, v.geom)) > 1e-6
      ) p;
    end $$;
    comment on function staging.overlaps_with_register(uuid) is 'Common ground between records of a batch and current parcels';

    grant execute on function staging.require_batch(uuid), staging.absorb_scratch(uuid, uuid, int, jsonb),
      staging.overlaps_within(uuid), staging.overlaps_with_register(uuid) to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
