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

    -- The check reads the table, not the transition table, so that PostgreSQL may run it in parallel.
    create function cadastre.refuse_overlap() returns trigger language plpgsql security definer set search_path = public as $$
    declare
      raised uuid;
      found_pair record;
      area_limit double precision := reference.setting_on('overlap_area_m2', current_date);
      width_limit double precision := reference.setting_on('overlap_width_m', current_date);
    begin
      for raised in select distinct n.raised_by from new_rows n where n.status = 'current' loop
        perform 1 from (
          select a.parcel_id
          from cadastre.parcel_version a
          join cadastre.parcel_version b on b.geom && a.geom and b.status = 'current'
            and b.parcel_id <> a.parcel_id and (b.raised_by <> a.raised_by or a.parcel_id < b.parcel_id)
          cross join lateral (select st_collectionextract(st_intersection(a.geom, b.geom), 3) as common) c
          where a.raised_by = raised and a.status = 'current'
            and (st_area(c.common) > area_limit
              or (st_area(c.common) > 1e-6 and cadastre.overlap_width_m(c.common) > width_limit))
        ) pairs;
        if found then
          select * into found_pair from cadastre.overlaps_of(raised) o order by o.area_m2 desc limit 1;
          raise exception 'parcels % and % overlap by % m², % m wide', found_pair.parcel_id, found_pair.other_id,
            round(found_pair.area_m2::numeric, 4), round(found_pair.width_m::numeric, 4)
            using errcode = 'DB004', constraint = 'parcel_version_no_overlap';
        end if;
      end loop;
      return null;
    end $$;
    comment on function cadastre.refuse_overlap() is 'Refuses current parcels on ground that another current parcel holds';
    create trigger parcel_version_no_overlap_insert after insert on cadastre.parcel_version
      referencing new table as new_rows for each statement execute function cadastre.refuse_overlap();
    create trigger parcel_version_no_overlap_update after update on cadastre.parcel_version
      referencing new table as new_rows for each statement execute function cadastre.refuse_overlap();
    grant execute on function cadastre.overlap_width_m(geometry), cadastre.overlaps_of(uuid) to diaba_app, diaba_auditor;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
