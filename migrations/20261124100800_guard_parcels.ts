import type { Knex } from 'knex';

/**
 * What the database itself refuses, whoever asks: editing a registered version, and two current parcels on the same
 * ground. Legacy sheets meet within millimetres, so common ground counts only when it is larger than overlap_area_m2 or
 * wider than overlap_width_m (reference.setting); the width of common ground is taken as twice the radius of the
 * largest circle inside it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
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
      return (select count(*) from cadastre.parcel_version v where v.raised_by = dealing and v.status = 'current')
        = (select count(*) from staging.record r
           join cadastre.parcel_version v on v.parcel_id = r.parcel_id and v.geom = r.geom
           where r.batch_id = compared and v.raised_by = dealing and v.status = 'current');
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
      analyze cadastre.sheet, cadastre.parcel, cadastre.parcel_version, cadastre.parcel_purpose;
    end $$;
    comment on function cadastre.refresh_statistics() is 'Lets the planner know of a large promotion at once, and not when autovacuum comes by';

    grant execute on function cadastre.refresh_statistics() to diaba_app;
    grant execute on function cadastre.overlap_width_m(geometry), cadastre.overlaps_of(uuid) to diaba_app, diaba_auditor;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
