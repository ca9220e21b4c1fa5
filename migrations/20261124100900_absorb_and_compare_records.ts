import type { Knex } from 'knex';

/**
 * The importer's doors through row-level security. COPY is refused on a table with policies, and a policy switches
 * the spatial index off, so these run as the owner and check the caller's communes themselves.
 */
export async function up(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { value: string }[] }>(
    "select value from reference.registry_state where name = 'registry_srid'",
  );
  const srid = Number(rows[0]?.value);
  await knex.raw(`
    create trigger batch_refuse_delete before delete on staging.batch
      for each row execute function cadastre.refuse_removal();
    create trigger batch_refuse_new_id before update on staging.batch
      for each row when (old.batch_id is distinct from new.batch_id) execute function cadastre.refuse_removal();
    create trigger batch_refuse_truncate before truncate on staging.batch
      for each statement execute function cadastre.refuse_removal();
    create trigger record_batch_insert after insert on staging.record referencing new table as new_rows
      for each statement execute function cadastre.require_parent('record_batch_exists', 'staging.batch', 'batch_id');
    -- A record may go, or get another number, while nothing was made of it (cadastre.keep_source). The lock on the batch keeps that
    -- and a new reference to it from passing each other unseen.
    create function staging.require_record() returns trigger
      language plpgsql security definer set search_path = '' as $$
    declare
      missing text;
    begin
      perform cadastre.require_fresh_view();
      perform 1 from staging.batch b where b.batch_id in (select n.batch_id from new_rows n) for key share;
      -- Planned anew each time: one row, or those of a whole batch.
      execute 'select min(concat_ws('' '', n.batch_id, n.record_no)) from new_rows n
        where not exists (select from staging.record r where r.batch_id = n.batch_id and r.record_no = n.record_no)' into missing;
      if missing is not null then
        raise exception 'there is no record %', missing using errcode = 'foreign_key_violation',
          schema = tg_table_schema, table = tg_table_name, constraint = tg_argv[0];
      end if;
      return null;
    end $$;
    comment on function staging.require_record() is 'Refuses rows of a record that does not exist: as strong as a foreign key';
    create trigger identity_number_record_insert after insert on staging.identity_number referencing new table as new_rows
      for each statement execute function staging.require_record('identity_number_record_exists');
    create trigger identity_number_record_update after update on staging.identity_number referencing new table as new_rows
      for each statement execute function staging.require_record('identity_number_record_exists');

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
      analyze staging.record (batch_id, record_no, status, sheet_no, parcel_no, parcel_code);
      analyze staging.identity_number (batch_id, record_no, ordinal);
      return absorbed;
    end $$;
    comment on function staging.absorb_scratch(uuid, uuid, int, jsonb) is 'Moves a run''s rows into the batch, computing area, validity and the registry''s geometry; returns their number';

    -- Neighbours that only share a boundary are the rule: whether the interiors meet at all is asked before the common
    -- ground is made. The working tables are plain unlogged ones: PostgreSQL compares in parallel only what its workers can read, and an
    -- index built at once is several times cheaper than one that grows with every batch.
    create function staging.check_overlaps(batch uuid) returns int
      language plpgsql security definer set search_path = public as $$
    declare
      shapes constant text := 'work_' || replace(batch::text, '-', '');
      pairs constant text := shapes || '_pairs';
      compared int;
    begin
      perform staging.require_batch(batch);
      delete from staging.overlap_pair where batch_id = batch;
      delete from staging.overlap_check where batch_id = batch;
      execute format('create unlogged table staging.%I as select record_no, geom from staging.record
        where batch_id = %L and status <> ''ignored'' and geom is not null and invalid_reason is null', shapes, batch);
      get diagnostics compared = row_count;
      execute format('create index on staging.%I using gist (geom)', shapes);
      execute format('analyze staging.%I', shapes);
      execute format('create unlogged table staging.%I as
        select * from (
          select a.record_no, b.record_no as other_no, st_area(st_intersection(a.geom, b.geom)) as area_m2
          from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no
            and st_relate(a.geom, b.geom, ''T********'')
          offset 0) compared
        where area_m2 > 1e-6', pairs, shapes, shapes);
      execute format('insert into staging.overlap_pair (batch_id, record_no, other_no, area_m2, width_m, identical)
        select %L, p.record_no, p.other_no, p.area_m2,
          cadastre.overlap_width_m(st_collectionextract(st_intersection(a.geom, b.geom), 3)), st_equals(a.geom, b.geom)
        from staging.%I p join staging.%I a on a.record_no = p.record_no join staging.%I b on b.record_no = p.other_no',
        batch, pairs, shapes, shapes);
      execute format('drop table staging.%I, staging.%I', shapes, pairs);
      insert into staging.overlap_check (batch_id, records) values (batch, compared);
      return compared;
    end $$;
    comment on function staging.check_overlaps(uuid) is 'Compares the records of a batch with each other and keeps their common ground in staging.overlap_pair';

    create function staging.overlaps_with_register(batch uuid)
      returns table (record_no int, parcel_id uuid, area_m2 double precision, width_m double precision)
      language plpgsql stable security definer set search_path = public set enable_bitmapscan = off as $$
    begin
      perform staging.require_batch(batch);
      return query
      select p.record_no, p.parcel_id, p.area_m2, cadastre.overlap_width_m(st_collectionextract(st_intersection(p.ours, p.theirs), 3))
      from (
        select a.record_no, v.parcel_id, a.geom as ours, v.geom as theirs, st_area(st_intersection(a.geom, v.geom)) as area_m2
        from staging.record a
        join cadastre.parcel_version v on v.geom && a.geom and v.status = 'current'
        where a.batch_id = batch and a.status <> 'ignored' and a.invalid_reason is null and st_relate(a.geom, v.geom, 'T********')
        offset 0
      ) p
      where p.area_m2 > 1e-6;
    end $$;
    comment on function staging.overlaps_with_register(uuid) is 'Common ground between records of a batch and current parcels';

    create function staging.repair_boundaries(batch uuid)
      returns table (record_no int, invalid_reason text, before_m2 numeric, after_m2 numeric, repaired boolean)
      language plpgsql security definer set search_path = public as $$
    begin
      perform staging.require_batch(batch);
      if not exists (select from staging.batch b where b.batch_id = batch and b.kind = 'commune-boundary' and b.status = 'staged') then
        raise exception 'only boundaries are repaired, and only while they are staged' using errcode = 'DB005';
      end if;
      return query
      with fixed as materialized (
        select r.record_no as no, r.invalid_reason as reason, r.area_m2 as before,
          st_multi(st_collectionextract(st_makevalid(r.geom, 'method=structure'), 3)) as shape,
          st_area(st_collectionextract(st_makevalid(r.geom_legal, 'method=structure'), 3))::numeric as after
        from staging.record r
        where r.batch_id = batch and r.status <> 'ignored' and r.geom is not null and r.invalid_reason is not null
          and not exists (select from staging.finding f
            where f.batch_id = r.batch_id and f.record_no = r.record_no and f.severity = 'refuse')),
      changed as (
        update staging.record r set geom = fixed.shape, area_m2 = fixed.after
        from fixed where r.batch_id = batch and r.record_no = fixed.no and fixed.after >= 1 returning r.record_no as no)
      select fixed.no, fixed.reason, fixed.before, fixed.after, changed.no is not null
      from fixed left join changed using (no);
    end $$;
    comment on function staging.repair_boundaries(uuid) is 'Makes boundaries that cross themselves valid polygons (GEOS structure method: overlapping parts become one); the shape of the file stays in geom_legal';

    -- What a promotion makes of the records: as the result of a function, because PostgreSQL works out in parallel what is only read,
    -- and nothing of a statement that writes.
    create function staging.joined_codes(purposes jsonb) returns text
      language sql immutable strict parallel safe set search_path = '' as $$
      select coalesce(string_agg(p ->> 'code', '+' order by n), '') from jsonb_array_elements(purposes) with ordinality as e(p, n)
    $$;
    comment on function staging.joined_codes(jsonb) is 'Land-use codes of purposes, joined by +';

    create function staging.parcels_to_raise(batch uuid)
      returns table (parcel_id uuid, sheet_id uuid, parcel_no text, parcel_code char(12), land_use text, area_m2 numeric, legal_area_m2 numeric,
        address text, geom_legal geometry, geom geometry, geom_3857 geometry, label_3857 geometry, feature_point geometry)
      language plpgsql stable security definer rows 100000 set search_path = public as $$
    begin
      perform staging.require_batch(batch);
      return query
      select r.parcel_id, s.sheet_id, r.parcel_no, r.parcel_code,
        case jsonb_array_length(r.candidate -> 'purposes') when 1 then r.candidate #>> '{purposes,0,code}'
          else staging.joined_codes(r.candidate -> 'purposes') end,
        round(r.area_m2, 2), r.legal_area_m2, r.candidate ->> 'address', r.geom_legal, r.geom, st_transform(r.geom, 3857),
        st_transform(cadastre.label_point(r.geom_legal, r.feature_point), 3857), r.feature_point
      from staging.record r
      join staging.batch b using (batch_id)
      join cadastre.sheet s on s.unit_code = b.unit_code and s.unit_valid_from = b.unit_valid_from
        and s.number = r.sheet_no and s.scale is not distinct from r.scale and s.series = ''
      where r.batch_id = batch and r.status in ('valid', 'warned')
      -- In the order of the ground (the code is a GeoHash), so that neighbours share pages and tiles read few of them.
      order by r.parcel_code;
    end $$;
    comment on function staging.parcels_to_raise(uuid) is 'First versions of the parcels that the valid and warned records of a batch become, without those whose sheet is not registered';

    create function staging.holders_to_raise(batch uuid, dealing uuid)
      returns table (party_id uuid, record_no int, parcel_id uuid, kind text, name text, identities jsonb, manages boolean, certificate_serial text)
      language plpgsql stable security definer rows 100000 set search_path = ''
      -- Of every list in a candidate the planner expects a hundred entries, too many to be handed on by workers.
      set parallel_tuple_cost = 0 as $$
    begin
      perform staging.require_batch(batch);
      return query
      select md5(dealing::text || coalesce(encode(i.lookup_hash, 'hex') || lower(h.holder ->> 'name'), r.record_no || '#' || h.n))::uuid,
        r.record_no, r.parcel_id, h.holder ->> 'kind', h.holder ->> 'name', h.holder -> 'identities', (h.holder ->> 'manages')::boolean,
        r.candidate ->> 'certificateSerial'
      from staging.record r
      cross join lateral jsonb_array_elements(r.candidate -> 'holders') with ordinality as h(holder, n)
      left join staging.identity_number i on i.batch_id = r.batch_id and i.record_no = r.record_no
        and i.ordinal = (h.holder -> 'identities' ->> 0)::int
      where r.batch_id = batch and r.status in ('valid', 'warned');
    end $$;
    comment on function staging.holders_to_raise(uuid, uuid) is 'Holders that the valid and warned records of a batch name. One with an identity number is one party per number and name in a dealing; without one, a party per record';

    grant execute on function staging.joined_codes(jsonb), staging.parcels_to_raise(uuid), staging.holders_to_raise(uuid, uuid) to diaba_app;
    grant execute on function staging.repair_boundaries(uuid), staging.require_batch(uuid), staging.absorb_scratch(uuid, uuid, int, jsonb),
      staging.check_overlaps(uuid), staging.overlaps_with_register(uuid) to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
