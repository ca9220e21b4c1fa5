import type { Knex } from 'knex';

/**
 * What the database itself refuses, whoever asks: a parcel of no dealing, editing a registered version, and two current
 * parcels on the same ground. Legacy sheets meet within millimetres, so common ground counts only when it is larger than overlap_area_m2 or
 * wider than overlap_width_m (reference.setting); the width of common ground is taken as twice the radius of the
 * largest circle inside it.
 *
 * One dealing raises a whole batch: parcels, versions, purposes, rights. Foreign keys would look every parent up row by row,
 * and lock, hence rewrite, it; here the same is asked once per statement. To be as strong as a foreign key, the other side is
 * guarded too: dealings, sheets, parcels, versions and parties are never removed, nor a record of which a parcel was made.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function dealing.refuse_removal() returns trigger language plpgsql set search_path = '' as $$
    begin
      raise exception 'a dealing is never deleted, and keeps its id' using errcode = 'DB001';
    end $$;
    comment on function dealing.refuse_removal() is 'A dealing, once there, stays: what it raised refers to it';
    create trigger dealing_refuse_delete before delete on dealing.dealing
      for each row execute function dealing.refuse_removal();
    create trigger dealing_refuse_new_id before update on dealing.dealing
      for each row when (old.dealing_id is distinct from new.dealing_id) execute function dealing.refuse_removal();
    create trigger dealing_refuse_truncate before truncate on dealing.dealing
      for each statement execute function dealing.refuse_removal();

    create function dealing.require_raising() returns trigger
      language plpgsql security definer set search_path = '' as $$
    declare
      missing uuid;
    begin
      select n.raised_by into missing from (select distinct raised_by from new_rows) n
      where not exists (select from dealing.dealing d where d.dealing_id = n.raised_by) limit 1;
      if found then
        raise exception 'there is no dealing %', missing using errcode = 'foreign_key_violation',
          schema = tg_table_schema, table = tg_table_name, constraint = tg_table_name || '_raised_by_exists';
      end if;
      return null;
    end $$;
    comment on function dealing.require_raising() is 'Refuses rows that say they were raised by a dealing that does not exist';
    create trigger parcel_raised_by_insert after insert on cadastre.parcel
      referencing new table as new_rows for each statement execute function dealing.require_raising();
    create trigger parcel_raised_by_update after update on cadastre.parcel
      referencing new table as new_rows for each statement execute function dealing.require_raising();
    -- A version's, and a right's, never changes: refuse_edit.
    create trigger parcel_version_raised_by_insert after insert on cadastre.parcel_version
      referencing new table as new_rows for each statement execute function dealing.require_raising();

    -- What a parcel consists of refers to rows that are never removed, so that nothing has to be locked: that they exist is asked
    -- once per statement, and planned anew each time, because a statement brings one row or a whole batch. Arguments, three per
    -- reference: its name, the other table, the columns ("a b", or "ours=theirs" where they are called otherwise).
    create function cadastre.require_parent() returns trigger
      language plpgsql security definer set search_path = '' as $$
    declare
      missing text;
    begin
      for at in 0 .. tg_nargs - 1 by 3 loop
        -- An aggregate looks for all of them, which is planned for many rows; "limit 1" would be planned for one.
        execute (select format('select min(concat_ws('' '', %s)) from new_rows n where %s and not exists (select from %s p where %s)',
            string_agg('n.' || c.ours, ', '), string_agg(format('n.%s is not null', c.ours), ' and '), tg_argv[at + 1]::regclass,
            string_agg(format('p.%s = n.%s', c.theirs, c.ours), ' and '))
          from (select quote_ident(split_part(c, '=', 1)) as ours, quote_ident(split_part(c, '=', -1)) as theirs
                from unnest(string_to_array(tg_argv[at + 2], ' ')) c) c) into missing;
        if missing is not null then
          raise exception '% has no %', tg_argv[at + 1], missing using errcode = 'foreign_key_violation',
            schema = tg_table_schema, table = tg_table_name, constraint = tg_argv[at];
        end if;
      end loop;
      return null;
    end $$;
    comment on function cadastre.require_parent() is 'Refuses rows that refer to something that does not exist: as strong as a foreign key where the other side is never removed';
    create function cadastre.refuse_removal() returns trigger language plpgsql set search_path = '' as $$
    begin
      raise exception 'what is in %.% is never removed, and keeps its id', tg_table_schema, tg_table_name using errcode = 'DB003';
    end $$;
    comment on function cadastre.refuse_removal() is 'What others refer to, once there, stays';
    create trigger parcel_refuse_delete before delete on cadastre.parcel
      for each row execute function cadastre.refuse_removal();
    create trigger parcel_refuse_new_id before update on cadastre.parcel
      for each row when (old.parcel_id is distinct from new.parcel_id) execute function cadastre.refuse_removal();
    create trigger parcel_refuse_truncate before truncate on cadastre.parcel
      for each statement execute function cadastre.refuse_removal();
    create trigger sheet_refuse_delete before delete on cadastre.sheet
      for each row execute function cadastre.refuse_removal();
    create trigger sheet_refuse_new_id before update on cadastre.sheet
      for each row when (old.sheet_id is distinct from new.sheet_id) execute function cadastre.refuse_removal();
    create trigger sheet_refuse_truncate before truncate on cadastre.sheet
      for each statement execute function cadastre.refuse_removal();
    -- Parcel and sheet of a version never change, and a version is never deleted: refuse_edit.
    create trigger parcel_version_parents_insert after insert on cadastre.parcel_version referencing new table as new_rows
      for each statement execute function cadastre.require_parent('parcel_version_parcel_exists', 'cadastre.parcel', 'parcel_id',
        'parcel_version_sheet_exists', 'cadastre.sheet', 'sheet_id', 'parcel_version_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
    create trigger parcel_version_ended_by_update after update on cadastre.parcel_version referencing new table as new_rows
      for each statement execute function cadastre.require_parent('parcel_version_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');
    create trigger parcel_purpose_version_insert after insert on cadastre.parcel_purpose referencing new table as new_rows
      for each statement execute function cadastre.require_parent('parcel_purpose_version_exists', 'cadastre.parcel_version', 'parcel_id version_no');
    create trigger parcel_purpose_version_update after update on cadastre.parcel_purpose referencing new table as new_rows
      for each statement execute function cadastre.require_parent('parcel_purpose_version_exists', 'cadastre.parcel_version', 'parcel_id version_no');

    create function cadastre.require_fresh_view() returns void language plpgsql set search_path = '' as $$
    begin
      if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'what refers to records is written under read committed only, where the check sees what others committed'
          using errcode = 'DB003';
      end if;
    end $$;
    comment on function cadastre.require_fresh_view() is 'Refuses transactions that do not see what others committed meanwhile';

    -- The lock on the batch keeps a parcel and the removal of its record from passing each other unseen.
    create function cadastre.require_source() returns trigger
      language plpgsql security definer set search_path = '' as $$
    declare
      missing text;
    begin
      perform cadastre.require_fresh_view();
      perform 1 from staging.batch b where b.batch_id in (select n.source_batch_id from new_rows n) for key share;
      -- As in require_parent: planned anew, and for many rows.
      execute 'select min(n.source_batch_id || '' has no record '' || n.source_record_no) from new_rows n where not exists (
        select from staging.record r where r.batch_id = n.source_batch_id and r.record_no = n.source_record_no)' into missing;
      if missing is not null then
        raise exception 'batch %', missing using errcode = 'foreign_key_violation',
          schema = tg_table_schema, table = tg_table_name, constraint = 'parcel_source_exists';
      end if;
      return null;
    end $$;
    comment on function cadastre.require_source() is 'Refuses parcels that say they came from a record that does not exist';
    create trigger parcel_source_insert after insert on cadastre.parcel
      referencing new table as new_rows for each statement execute function cadastre.require_source();
    create trigger parcel_source_update after update on cadastre.parcel
      referencing new table as new_rows for each statement execute function cadastre.require_source();

    create function cadastre.keep_source() returns trigger
      language plpgsql security definer set search_path = '' as $$
    begin
      perform cadastre.require_fresh_view();
      perform 1 from staging.batch b where b.batch_id = old.batch_id for update;
      if exists (select from cadastre.parcel p where p.source_batch_id = old.batch_id and p.source_record_no = old.record_no) then
        raise exception 'a parcel came from record % of batch %', old.record_no, old.batch_id using errcode = 'foreign_key_violation',
          schema = 'cadastre', table = 'parcel', constraint = 'parcel_source_exists';
      end if;
      if exists (select from staging.identity_number i where i.batch_id = old.batch_id and i.record_no = old.record_no) then
        raise exception 'record % of batch % has identity numbers', old.record_no, old.batch_id using errcode = 'foreign_key_violation',
          schema = 'staging', table = 'identity_number', constraint = 'identity_number_record_exists';
      end if;
      if tg_op = 'DELETE' then
        return old;
      end if;
      if not exists (select from staging.batch b where b.batch_id = new.batch_id) then
        raise exception 'there is no batch %', new.batch_id using errcode = 'foreign_key_violation',
          schema = 'staging', table = 'record', constraint = 'record_batch_exists';
      end if;
      return new;
    end $$;
    comment on function cadastre.keep_source() is 'Refuses to remove a record of which something was made, to give it another number, or to put it into a batch that is none';
    create trigger record_keep_source_delete before delete on staging.record
      for each row execute function cadastre.keep_source();
    create trigger record_keep_source_update before update on staging.record
      for each row when ((old.batch_id, old.record_no) is distinct from (new.batch_id, new.record_no))
      execute function cadastre.keep_source();
    create function cadastre.refuse_emptying() returns trigger language plpgsql set search_path = '' as $$
    begin
      raise exception 'records are removed one by one, never all at once' using errcode = 'DB003';
    end $$;
    comment on function cadastre.refuse_emptying() is 'Refuses TRUNCATE of what parcels came from';
    create trigger record_refuse_truncate before truncate on staging.record
      for each statement execute function cadastre.refuse_emptying();

    create function cadastre.overlap_width_m(common geometry) returns double precision
      language sql immutable strict parallel safe as $$
      select case when st_area(common) = 0 then 0 else 2 * (st_maximuminscribedcircle(common)).radius end
    $$;
    comment on function cadastre.overlap_width_m(geometry) is 'Width of common ground: diameter of the largest circle inside it, m';

    create function cadastre.refuse_edit() returns trigger language plpgsql set search_path = '' as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'a parcel version is never deleted' using errcode = 'DB003';
      end if;
      if old.status = 'historic' or (old.status = 'current' and new.status = 'pending') then
        raise exception 'parcel % version % is %', old.parcel_id, old.version_no, old.status using errcode = 'DB003';
      end if;
      if (to_jsonb(new) - '{status,ended_at,ended_by,registered_at}'::text[]) is distinct from (to_jsonb(old) - '{status,ended_at,ended_by,registered_at}'::text[])
         or (old.registered_at is not null and new.registered_at is distinct from old.registered_at) then
        raise exception 'parcel % version % is registered and is not edited', old.parcel_id, old.version_no using errcode = 'DB003';
      end if;
      return new;
    end $$;
    comment on function cadastre.refuse_edit() is 'A version is only ended, never edited or deleted';
    create trigger parcel_version_refuse_edit before update or delete on cadastre.parcel_version
      for each row execute function cadastre.refuse_edit();
    create trigger parcel_version_refuse_truncate before truncate on cadastre.parcel_version
      for each statement execute function audit.refuse_change();

    create function cadastre.overlaps_of(dealing uuid)
      returns table (parcel_id uuid, other_id uuid, area_m2 double precision, width_m double precision)
      language sql stable as $$
      select a.parcel_id, b.parcel_id, st_area(c.common), cadastre.overlap_width_m(c.common)
      from cadastre.parcel_version a
      join cadastre.parcel_version b on b.geom && a.geom and b.status = 'current'
        and b.parcel_id <> a.parcel_id and (b.raised_by <> a.raised_by or a.parcel_id < b.parcel_id)
      cross join lateral (select st_collectionextract(st_intersection(a.geom, b.geom), 3) as common) c
      where a.raised_by = dealing and a.status = 'current' and st_area(c.common) > 1e-6
    $$;
    comment on function cadastre.overlaps_of(uuid) is 'Common ground between what a dealing raised and other current parcels';

    create function cadastre.refuse_pair(a uuid, b uuid, area_m2 double precision, width_m double precision) returns void
      language plpgsql set search_path = '' as $$
    begin
      raise exception 'parcels % and % overlap by % m², % m wide', a, b, round(area_m2::numeric, 4), round(width_m::numeric, 4)
        using errcode = 'DB004', constraint = 'parcel_version_no_overlap';
    end $$;
    comment on function cadastre.refuse_pair(uuid, uuid, double precision, double precision) is 'Raises the refusal of two overlapping parcels';

    -- Records of a batch were compared with each other by staging.check_overlaps; where every parcel that a promotion
    -- raises still has exactly its record's shape, that comparison stands and is not made a second time.
    create function cadastre.was_compared(dealing uuid) returns boolean
      language plpgsql stable security definer set search_path = public as $$
    declare
      compared uuid;
    begin
      select d.batch_id into compared from dealing.dealing d join staging.overlap_check c using (batch_id)
      where d.dealing_id = dealing and d.kind = 'import_promotion';
      if compared is null then
        return false;
      end if;
      return (select bool_and(coalesce(v.geom = r.geom, false)) from cadastre.parcel_version v
        left join staging.record r on r.batch_id = compared and r.parcel_id = v.parcel_id
        where v.raised_by = dealing and v.status = 'current');
    end $$;
    comment on function cadastre.was_compared(uuid) is 'Whether all that a promotion raised was compared with each other while it was staged, and is unchanged';

    -- The checks read the table, not the transition table, so that PostgreSQL may run them in parallel. Bitmaps are off:
    -- on a table that has just grown the statistics lie, and the partial indexes look better than the spatial one.
    create function cadastre.refuse_overlap() returns trigger
      language plpgsql security definer set search_path = public set enable_bitmapscan = off as $$
    declare
      raised uuid;
      pair record;
      area_limit double precision := reference.setting_on('overlap_area_m2', current_date);
      width_limit double precision := reference.setting_on('overlap_width_m', current_date);
      compared boolean;
      ground geometry;
    begin
      for raised in select distinct n.raised_by from new_rows n where n.status = 'current' loop
        compared := cadastre.was_compared(raised);
        if compared then
          select p.*, a.parcel_id as a_id, b.parcel_id as b_id into pair
          from staging.overlap_pair p
          join dealing.dealing d on d.batch_id = p.batch_id and d.dealing_id = raised
          join staging.record a on a.batch_id = p.batch_id and a.record_no = p.record_no and a.status in ('valid', 'warned')
          join staging.record b on b.batch_id = p.batch_id and b.record_no = p.other_no and b.status in ('valid', 'warned')
          where p.area_m2 > area_limit or p.width_m > width_limit
          order by p.area_m2 desc limit 1;
          if found then
            perform cadastre.refuse_pair(pair.a_id, pair.b_id, pair.area_m2, pair.width_m);
          end if;
          select st_setsrid(st_extent(v.geom)::geometry, st_srid(min(v.geom))) into ground
          from cadastre.parcel_version v where v.raised_by = raised and v.status = 'current';
          continue when not exists (
            select from cadastre.parcel_version v where v.status = 'current' and v.raised_by <> raised and v.geom && ground);
        end if;
        perform 1 from (
          select st_collectionextract(st_intersection(a.geom, b.geom), 3) as common
          from cadastre.parcel_version a
          join cadastre.parcel_version b on b.geom && a.geom and b.status = 'current' and b.parcel_id <> a.parcel_id
            and (b.raised_by <> raised or (not compared and a.parcel_id < b.parcel_id)) and st_relate(a.geom, b.geom, 'T********')
          where a.raised_by = raised and a.status = 'current'
          offset 0
        ) c
        where st_area(c.common) > area_limit or (st_area(c.common) > 1e-6 and cadastre.overlap_width_m(c.common) > width_limit);
        if found then
          select * into pair from cadastre.overlaps_of(raised) o order by o.area_m2 desc limit 1;
          perform cadastre.refuse_pair(pair.parcel_id, pair.other_id, pair.area_m2, pair.width_m);
        end if;
      end loop;
      return null;
    end $$;
    comment on function cadastre.refuse_overlap() is 'Refuses current parcels on ground that another current parcel holds';
    create trigger parcel_version_no_overlap_insert after insert on cadastre.parcel_version
      referencing new table as new_rows for each statement execute function cadastre.refuse_overlap();
    create trigger parcel_version_no_overlap_update after update on cadastre.parcel_version
      referencing new table as new_rows for each statement execute function cadastre.refuse_overlap();
    create function cadastre.refresh_statistics() returns void language plpgsql security definer set search_path = '' as $$
    begin
      -- Without what no query chooses by: shapes without an index are the larger part of the work.
      analyze cadastre.sheet, cadastre.parcel, cadastre.parcel_purpose, cadastre.parcel_version
        (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, raised_by, ended_by, registered_at, ended_at, geom, geom_3857);
    end $$;
    comment on function cadastre.refresh_statistics() is 'Lets the planner know of a large promotion at once, and not when autovacuum comes by';

    grant execute on function cadastre.refresh_statistics() to diaba_app;
    grant execute on function cadastre.overlap_width_m(geometry), cadastre.overlaps_of(uuid) to diaba_app, diaba_auditor;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
