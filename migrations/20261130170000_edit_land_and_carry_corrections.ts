import type { Knex } from 'knex';

/**
 * More of a record under review can be corrected by hand: who holds it, its certificate, its ring. The database decides what
 * a ring is worth, and takes nothing in the batch for compared any more until all is compared anew, since the register relies on that
 * comparison (cadastre.was_compared). When a file comes again whose batch was taken back or rejected, what was decided then is decided
 * again, as far as the values it was decided on are the same.
 */
export async function up(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { value: string }[] }>(
    "select value from reference.registry_state where name = 'registry_srid'",
  );
  const srid = Number(rows[0]?.value);
  await knex.raw(`
    create or replace function staging.candidate_key(field text) returns text language sql immutable set search_path = '' as $$
      select case when field = 'legalAreaM2' then 'areaM2'
        when field in ('sheetNo', 'parcelNo', 'purposes', 'address', 'holders', 'certificateSerial') then field end
    $$;

    create or replace function staging.value_text(value jsonb) returns text language sql immutable set search_path = public as $$
      select coalesce(case
        when jsonb_typeof(value) = 'array' then (
          select string_agg(case when p ->> 'name' is not null then p ->> 'name' else concat_ws(' ', p ->> 'code', p ->> 'areaM2') end, '; ' order by n)
          from jsonb_array_elements(value) with ordinality as e(p, n))
        when jsonb_typeof(value) = 'object' then (
          select concat_ws(' ', st_npoints(g) - st_nrings(g), round(st_area(g)::numeric, 2))
          from st_geomfromwkb(decode(value ->> 'wkb', 'hex'), (value ->> 'srid')::int) g)
        else value #>> '{}' end, '')
    $$;
    comment on function staging.value_text(jsonb) is 'A value of a candidate as a person reads it; of a ring its corners and m²';

    create function staging.field_value(batch uuid, no int, field text) returns jsonb
      language sql stable security definer set search_path = public as $$
      select case when field_value.field = 'ring' then
          case when r.geom_legal is null then 'null' else jsonb_build_object('srid', st_srid(r.geom_legal), 'wkb', encode(st_asbinary(r.geom_legal, 'NDR'), 'hex'),
            'point', case when r.feature_point is null then null else jsonb_build_array(st_x(r.feature_point), st_y(r.feature_point)) end,
            'code', r.parcel_code) end
        else coalesce(r.candidate -> staging.candidate_key(field_value.field), 'null') end
      from staging.record r where r.batch_id = batch and r.record_no = no
    $$;
    comment on function staging.field_value(uuid, int, text) is 'What stands in a field of a record that may be edited by hand; of its ring all that hangs on it';

    create function staging.put_ring(batch uuid, no int, value jsonb) returns void
      language plpgsql security definer set search_path = public as $$
    declare
      legal constant geometry := st_geomfromwkb(decode(value ->> 'wkb', 'hex'), (value ->> 'srid')::int);
      point constant geometry := case when jsonb_typeof(value -> 'point') = 'array'
        then st_setsrid(st_makepoint((value #>> '{point,0}')::float8, (value #>> '{point,1}')::float8), (value ->> 'srid')::int) end;
    begin
      -- As staging.absorb_scratch makes them of what a file says.
      update staging.record r set geom_legal = legal, area_m2 = st_area(legal), feature_point = point, parcel_code = value ->> 'code',
        invalid_reason = case when not st_isvalid(legal) then st_isvalidreason(legal) end,
        geom = case when st_srid(legal) = ${srid} then legal else st_snaptogrid(st_transform(legal, ${srid}), 0.0001) end
      where r.batch_id = batch and r.record_no = no;
      -- What was compared is another shape now: until all are compared anew, nothing counts as compared.
      delete from staging.overlap_check c where c.batch_id = batch;
    end $$;
    comment on function staging.put_ring(uuid, int, jsonb) is 'Gives a record another ring, with the area and validity that follow from it; the batch counts as compared no longer';

    create function staging.forget_comparison() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      delete from staging.overlap_check c where c.batch_id = new.batch_id and exists (
        select from staging.correction k where k.batch_id = new.batch_id and k.field = 'ring' and k.rule = 'officer');
      return null;
    end $$;
    comment on function staging.forget_comparison() is 'A record that was left out when its batch was compared anew, after a ring was edited, was not compared';
    create trigger record_forget_comparison after update of status on staging.record
      for each row when (old.status = 'ignored' and new.status <> 'ignored') execute function staging.forget_comparison();

    create or replace function staging.put_field(batch uuid, no int, field text, value jsonb) returns void
      language plpgsql security definer set search_path = '' as $$
    begin
      if field = 'ring' then
        perform staging.put_ring(batch, no, value);
        return;
      end if;
      update staging.record r set
        candidate = jsonb_set(r.candidate, array[staging.candidate_key(field)], value),
        sheet_no = case field when 'sheetNo' then value #>> '{}' else r.sheet_no end,
        parcel_no = case field when 'parcelNo' then value #>> '{}' else r.parcel_no end,
        legal_area_m2 = case field when 'legalAreaM2' then (value #>> '{}')::numeric else r.legal_area_m2 end
      where r.batch_id = batch and r.record_no = no;
    end $$;

    create function staging.require_value(batch uuid, no int, field text, value jsonb) returns void
      language plpgsql security definer set search_path = public as $$
    declare
      legal geometry;
    begin
      if field in ('purposes', 'holders') and jsonb_typeof(value) <> 'array' then
        raise exception 'field % is a list', field using errcode = 'DB006';
      elsif field = 'purposes' and exists (select from jsonb_array_elements(value) p
          where not exists (select from reference.land_use l where l.code = p ->> 'code' and not l.is_group)) then
        raise exception 'a land use is not in the code list' using errcode = 'DB006';
      elsif field = 'holders' and exists (select from jsonb_array_elements(value) h
          where coalesce(h ->> 'name', '') = '' or exists (select from jsonb_array_elements(h -> 'identities') i
            where not exists (select from staging.identity_number n where n.batch_id = batch and n.record_no = no and n.ordinal = (i #>> '{}')::int))) then
        raise exception 'a holder has no name, or a number that is not in this record' using errcode = 'DB006';
      elsif field = 'ring' then
        legal := st_geomfromwkb(decode(value ->> 'wkb', 'hex'), (value ->> 'srid')::int);
        if st_geometrytype(legal) <> 'ST_Polygon' or st_isempty(legal) or not exists (select from staging.record r
            where r.batch_id = batch and r.record_no = no and st_srid(r.geom_legal) = st_srid(legal)) then
          raise exception 'record % has no ring in this system', no using errcode = 'DB006';
        end if;
        if st_isvalid(legal) and not st_contains(legal, st_setsrid(st_makepoint((value #>> '{point,0}')::float8, (value #>> '{point,1}')::float8), st_srid(legal))) then
          raise exception 'the point of record % does not lie in its ring', no using errcode = 'DB006';
        end if;
      end if;
    end $$;
    comment on function staging.require_value(uuid, int, text, jsonb) is 'Refuses a value that no edit by hand may give: the last door behind those of the application';

    create or replace function staging.edit_record(batch uuid, no int, field text, value jsonb, why text) returns boolean
      language plpgsql security definer set search_path = '' as $$
    declare
      present jsonb;
      earlier staging.correction;
      base jsonb;
    begin
      perform staging.require_review(batch);
      if (field <> 'ring' and staging.candidate_key(field) is null) or value is null then
        raise exception 'field % is not edited by hand', field using errcode = 'DB006';
      end if;
      perform 1 from staging.record r
        where r.batch_id = batch and r.record_no = no and r.status <> 'ignored' and r.candidate is not null
          and (field <> 'ring' or r.geom_legal is not null) for update;
      if not found then return false; end if;
      perform staging.require_value(batch, no, field, value);
      present := staging.field_value(batch, no, field);
      select * into earlier from staging.correction c
        where c.batch_id = batch and c.record_no = no and c.field = edit_record.field and c.rule = 'officer';
      base := case when earlier.status in ('applied', 'accepted') then earlier.before_value else present end;
      insert into staging.correction (batch_id, record_no, field, rule, before, after, status, decided_by, decided_at, initial_status,
          before_value, after_value, reason)
        values (batch, no, field, 'officer', staging.value_text(base), staging.value_text(value), 'accepted', current_setting('diaba.actor'),
          clock_timestamp(), 'proposed', base, value, why)
        on conflict on constraint correction_pkey do update set before = excluded.before, after = excluded.after, status = excluded.status,
          decided_by = excluded.decided_by, decided_at = excluded.decided_at, before_value = excluded.before_value,
          after_value = excluded.after_value, reason = excluded.reason;
      insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, reason, decided_by)
        values (batch, no, field, 'officer', 'edit', staging.value_text(present), staging.value_text(value), why, current_setting('diaba.actor'));
      perform staging.put_field(batch, no, field, value);
      return true;
    end $$;

    create or replace function staging.decide_edits(batch uuid, no int, of_field text, decision text) returns int[]
      language plpgsql security definer set search_path = '' as $$
    declare
      c staging.correction;
      becomes text;
      present jsonb;
      changed int[] := '{}';
    begin
      for c in select k.* from staging.correction k join staging.record r using (batch_id, record_no)
        where k.batch_id = batch and k.rule = 'officer' and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
          and r.status <> 'ignored'
        order by k.record_no, k.field
      loop
        becomes := case decision when 'accept' then 'accepted' when 'reject' then 'rejected' else c.initial_status end;
        continue when becomes = c.status;
        changed := changed || c.record_no;
        if becomes = 'accepted' then
          present := staging.field_value(batch, c.record_no, c.field);
          update staging.correction k set before_value = present, before = staging.value_text(present)
            where k.batch_id = batch and k.record_no = c.record_no and k.field = c.field and k.rule = c.rule;
          perform staging.put_field(batch, c.record_no, c.field, c.after_value);
        elsif c.status = 'accepted' then
          perform staging.put_field(batch, c.record_no, c.field, c.before_value);
        end if;
      end loop;
      return changed;
    end $$;

    create function staging.renamed(holders jsonb, was text, becomes text) returns jsonb
      language sql immutable set search_path = '' as $$
      select coalesce(jsonb_agg(case when h ->> 'name' = was then jsonb_set(h, '{name}', to_jsonb(becomes)) else h end order by n), '[]')
      from jsonb_array_elements(holders) with ordinality as e(h, n)
    $$;
    comment on function staging.renamed(jsonb, text, text) is 'Holders with one name replaced';

    -- As before, and: names given by hand stand above a repair of a name, as an address given by hand does above one of its text.
    create or replace function staging.decide_repairs(batch uuid, no int, of_field text, of_rule text, decision text) returns int[]
      language plpgsql security definer set search_path = '' as $$
    declare
      columns constant jsonb := (select b.source -> 'columns' from staging.batch b where b.batch_id = batch);
      turns jsonb;
      changed int[];
    begin
      with picked as (
        select k.record_no, columns ->> k.field as role, k.status,
          case decision when 'accept' then 'accepted' when 'reject' then 'rejected' else k.initial_status end as becomes, k.before, k.after
        from staging.correction k join staging.record r using (batch_id, record_no)
        where k.batch_id = batch and k.rule = of_rule and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
          and r.status <> 'ignored')
      select coalesce(array_agg(p.record_no order by p.record_no), '{}'),
        coalesce(jsonb_agg(jsonb_build_object('no', p.record_no, 'role', p.role,
          'was', case when p.becomes in ('applied', 'accepted') then p.before else p.after end,
          'becomes', case when p.becomes in ('applied', 'accepted') then p.after else p.before end))
          filter (where (p.becomes in ('applied', 'accepted')) <> (p.status in ('applied', 'accepted'))), '[]')
      into changed, turns from picked p where p.becomes <> p.status;
      update staging.record r set candidate = jsonb_set(r.candidate, '{address}', to_jsonb(t.becomes))
        from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
        where t.role = 'address' and r.batch_id = batch and r.record_no = t.no and r.candidate ->> 'address' = t.was;
      update staging.record r set candidate = jsonb_set(r.candidate, '{holders}', staging.renamed(r.candidate -> 'holders', t.was, t.becomes))
        from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
        where t.role = 'holder' and r.batch_id = batch and r.record_no = t.no and jsonb_array_length(r.candidate -> 'holders') > 0
          and not exists (select from staging.correction c where c.batch_id = batch and c.record_no = t.no and c.field = 'holders'
            and c.rule = 'officer' and c.status in ('applied', 'accepted'));
      update staging.correction c set before_value = to_jsonb(t.becomes), before = t.becomes
        from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
        where t.role = 'address' and c.batch_id = batch and c.record_no = t.no and c.field = 'address' and c.rule = 'officer'
          and c.before_value = to_jsonb(t.was);
      update staging.correction c set before_value = staging.renamed(c.before_value, t.was, t.becomes),
          before = staging.value_text(staging.renamed(c.before_value, t.was, t.becomes))
        from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
        where t.role = 'holder' and c.batch_id = batch and c.record_no = t.no and c.field = 'holders' and c.rule = 'officer';
      return changed;
    end $$;

    alter table staging.correction_step drop constraint correction_step_decision_check,
      add constraint correction_step_decision check (decision in ('accept', 'reject', 'undo', 'edit', 'carry'));
    comment on column staging.correction_step.decision is 'accept, reject, undo; edit by hand; or carry: decided when the same file came before';

    create function staging.carry_decisions(batch uuid) returns table (source uuid, corrected int[], excluded int[])
      language plpgsql security definer set search_path = '' as $$
    declare
      c staging.correction;
      present jsonb;
    begin
      perform staging.require_review(batch);
      -- The last reading of these bytes for this commune that ended, and in which somebody decided something.
      select p.batch_id into source from staging.batch p join staging.batch b on b.batch_id = batch
        where p.source_sha256 = b.source_sha256 and p.commune_code = b.commune_code and p.kind = b.kind and p.batch_id <> b.batch_id
          and p.status in ('reversed', 'rejected') and p.created_at <= b.created_at
          and (exists (select from staging.correction_step s where s.batch_id = p.batch_id)
            or exists (select from staging.exclusion_step s where s.batch_id = p.batch_id))
        order by p.created_at desc, p.batch_id limit 1;
      corrected := '{}';
      excluded := '{}';
      if source is null then return; end if;
      -- What the import repairs first, edits by hand on top of it.
      for c in select k.* from staging.correction k where k.batch_id = source and k.status in ('accepted', 'rejected')
        order by k.rule = 'officer', k.record_no, k.field
      loop
        if c.rule <> 'officer' then
          continue when not exists (select from staging.correction n where n.batch_id = batch and n.record_no = c.record_no
            and n.field = c.field and n.rule = c.rule and n.before = c.before and n.after = c.after);
          perform staging.decide_repairs(batch, c.record_no, c.field, c.rule, case c.status when 'accepted' then 'accept' else 'reject' end);
          update staging.correction n set status = c.status, decided_by = c.decided_by, decided_at = c.decided_at
            where n.batch_id = batch and n.record_no = c.record_no and n.field = c.field and n.rule = c.rule;
        else
          continue when c.status <> 'accepted';
          present := staging.field_value(batch, c.record_no, c.field);
          continue when present is null or present is distinct from c.before_value;
          begin
            perform staging.require_value(batch, c.record_no, c.field, c.after_value);
          exception when sqlstate 'DB006' then
            continue;
          end;
          insert into staging.correction (batch_id, record_no, field, rule, before, after, status, decided_by, decided_at, initial_status,
              before_value, after_value, reason)
            values (batch, c.record_no, c.field, c.rule, c.before, c.after, 'accepted', c.decided_by, c.decided_at, c.initial_status,
              c.before_value, c.after_value, c.reason);
          perform staging.put_field(batch, c.record_no, c.field, c.after_value);
        end if;
        insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, reason, decided_by)
          values (batch, c.record_no, c.field, c.rule, 'carry', c.before, c.after, c.reason, c.decided_by);
        corrected := corrected || c.record_no;
      end loop;
      with last as (
        select distinct on (s.record_no) s.record_no, s.step, s.code, s.reason, s.decided_by from staging.exclusion_step s
        where s.batch_id = source order by s.record_no, s.step_id desc),
      gone as (
        update staging.record r set status = 'ignored', exclusion_reason = 'excluded: ' || last.reason from last
        where r.batch_id = batch and r.record_no = last.record_no and last.step = 'exclude' and r.status <> 'ignored'
        returning r.record_no, last.code, last.reason, last.decided_by),
      noted as (
        insert into staging.exclusion_step (batch_id, record_no, step, code, reason, decided_by)
        select batch, g.record_no, 'exclude', g.code, g.reason, g.decided_by from gone g returning record_no)
      select coalesce(array_agg(n.record_no order by n.record_no), '{}') into excluded from noted n;
      return next;
    end $$;
    comment on function staging.carry_decisions(uuid) is 'Decides again what was decided on the last reading of the same file, where it was taken back or rejected: corrections whose values are the same, and records left out. The batch they come from, and the records';

    create function staging.surroundings(batch uuid, no int, metres double precision, at_most int) returns table (ring jsonb)
      language plpgsql stable security definer set search_path = public set enable_bitmapscan = off as $$
    declare
      of_record staging.record;
    begin
      perform staging.require_batch(batch);
      select r.* into of_record from staging.record r where r.batch_id = batch and r.record_no = no and r.geom_legal is not null;
      if not found then return; end if;
      return query
      select st_asgeojson(case when st_srid(n.legal) = st_srid(of_record.geom_legal) then n.legal else st_transform(n.legal, st_srid(of_record.geom_legal)) end, 4)::jsonb
      from (
        select o.geom_legal as legal, st_distance(o.geom, of_record.geom) as far from staging.record o
        where o.batch_id = batch and o.record_no <> no and o.status <> 'ignored' and o.geom && st_expand(of_record.geom, metres)
        union all
        select v.geom_legal, st_distance(v.geom, of_record.geom) from cadastre.parcel_version v
        where v.status = 'current' and v.geom && st_expand(of_record.geom, metres)
        order by far limit at_most) n;
    end $$;
    comment on function staging.surroundings(uuid, int, double precision, int) is 'Shapes around a record, of its batch and of the register, in the system of its sheet, the nearest first; never a person';

    revoke execute on function staging.field_value(uuid, int, text), staging.put_ring(uuid, int, jsonb),
      staging.require_value(uuid, int, text, jsonb), staging.renamed(jsonb, text, text), staging.carry_decisions(uuid),
      staging.surroundings(uuid, int, double precision, int), staging.forget_comparison() from public;
    grant execute on function staging.carry_decisions(uuid), staging.surroundings(uuid, int, double precision, int) to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
