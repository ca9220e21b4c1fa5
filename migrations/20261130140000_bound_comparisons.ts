import type { Knex } from 'knex';

/**
 * Comparing shapes costs what a stranger's file decides: a few kilobytes of rings within rings, or one square three thousand times, kept a
 * worker busy for half an hour. Records of one shape are now found by digest and compared once; a pair that promises to be costly
 * waits in a table of its own and is compared by itself, under a time limit that the caller sets; what is left when time is
 * up is noted, and the register refuses it. Nothing that was not compared counts as compared.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- The largest circle is looked for in cells of a thousandth of the extent, along every arm of the ground: perimeter over extent says how many
    -- there are, and each cell asks every edge. Up to this product it takes milliseconds; 200 rings within rings would take minutes.
    create or replace function cadastre.overlap_width_m(common geometry) returns double precision
      language sql immutable strict parallel safe as $$
      select case when st_area(common) = 0 then 0
        when st_perimeter(common) / greatest(st_xmax(common) - st_xmin(common), st_ymax(common) - st_ymin(common)) * st_npoints(common) > 20000 then null
        else 2 * (st_maximuminscribedcircle(common)).radius end
    $$;
    comment on function cadastre.overlap_width_m(geometry) is 'Width of common ground: diameter of the largest circle inside it, m; null where finding it would take too long, to be treated as wide';

    alter table staging.overlap_pair alter column width_m drop not null;
    comment on column staging.overlap_pair.width_m is 'Width of the common ground, m; null where it was too costly to find';
    comment on table staging.overlap_pair is 'Common ground between shapes of a batch, each under the first record that has it; written by staging.end_overlaps alone';
    comment on table staging.overlap_check is 'Batches whose records were compared with each other; written by staging.end_overlaps alone, so that the register can rely on it';

    create table staging.same_shape (
      batch_id uuid not null references staging.batch,
      record_no int not null,
      first_no int not null,
      constraint same_shape_pkey primary key (batch_id, record_no),
      constraint same_shape_later check (record_no > first_no)
    );
    comment on table staging.same_shape is 'Records whose shape an earlier record of the batch has; written by staging.begin_overlaps alone';
    comment on column staging.same_shape.batch_id is 'Batch';
    comment on column staging.same_shape.record_no is 'Record';
    comment on column staging.same_shape.first_no is 'First record with this shape';
    create index same_shape_first_idx on staging.same_shape (batch_id, first_no, record_no);
    create table staging.uncompared (
      batch_id uuid not null references staging.batch,
      record_no int not null,
      constraint uncompared_pkey primary key (batch_id, record_no)
    );
    comment on table staging.uncompared is 'Records that could not be compared with all others in the time there was: of each such pair the heavier one. The register refuses them';
    comment on column staging.uncompared.batch_id is 'Batch';
    comment on column staging.uncompared.record_no is 'Record';
    alter table staging.same_shape enable row level security;
    alter table staging.uncompared enable row level security;
    create policy same_shape_scope on staging.same_shape for select to diaba_app using (batch_id in (select batch_id from staging.batch));
    create policy uncompared_scope on staging.uncompared for select to diaba_app using (batch_id in (select batch_id from staging.batch));
    grant select on staging.same_shape, staging.uncompared to diaba_app;

    drop function staging.check_overlaps(uuid);
    create function staging.work_table(batch uuid, part text) returns text language sql immutable strict set search_path = '' as $$
      select 'work_' || replace(batch::text, '-', '') || part
    $$;
    comment on function staging.work_table(uuid, text) is 'Name of a working table of a comparison; they are dropped within the transaction that makes them';

    create function staging.is_light(points int, rings int, other_points int, other_rings int) returns boolean
      language sql immutable parallel safe as $$
      select points::bigint * other_points <= 250000 and rings + other_rings <= 100
    $$;
    comment on function staging.is_light(int, int, int, int) is 'Whether two shapes are compared in milliseconds whatever they look like: edges may cross in every pair, rings may lie in each other';

    -- The working tables are plain unlogged ones: PostgreSQL compares in parallel only what its workers can read, and an index built at once is
    -- several times cheaper than one that grows with every batch.
    create function staging.begin_overlaps(batch uuid) returns int
      language plpgsql security definer set search_path = public as $$
    declare
      shapes constant text := staging.work_table(batch, '');
      found_records int;
    begin
      perform staging.require_batch(batch);
      delete from staging.overlap_pair where batch_id = batch;
      delete from staging.overlap_check where batch_id = batch;
      delete from staging.same_shape where batch_id = batch;
      delete from staging.uncompared where batch_id = batch;
      execute format('create unlogged table staging.%I as select record_no, geom, st_npoints(geom) as points, st_nrings(geom) as rings
        from staging.record where batch_id = %L and status <> ''ignored'' and geom is not null and invalid_reason is null', shapes, batch);
      get diagnostics found_records = row_count;
      -- The box first: most shapes have one of their own and need no digest. From whatever vertex a ring begins, it is the same ring.
      execute format('insert into staging.same_shape (batch_id, record_no, first_no)
        select %L, record_no, first_no from (
          select record_no, min(record_no) over (partition by md5(st_asbinary(st_normalize(geom)))) as first_no
          from staging.%I join (
            select st_xmin(geom) as x0, st_ymin(geom) as y0, st_xmax(geom) as x1, st_ymax(geom) as y1 from staging.%I group by 1, 2, 3, 4 having count(*) > 1) box
          on st_xmin(geom) = x0 and st_ymin(geom) = y0 and st_xmax(geom) = x1 and st_ymax(geom) = y1) f
        where record_no > first_no', batch, shapes, shapes);
      execute format('delete from staging.%I w using staging.same_shape s where s.batch_id = %L and s.record_no = w.record_no', shapes, batch);
      execute format('create index on staging.%I using gist (geom)', shapes);
      execute format('analyze staging.%I', shapes);
      return found_records;
    end $$;
    comment on function staging.begin_overlaps(uuid) is 'Begins the comparison of the records of a batch with each other: each shape once; how many records there are';

    -- Neighbours that only share a boundary are the rule: whether the interiors meet at all is asked before the common ground is made.
    create function staging.compare_light(batch uuid) returns void
      language plpgsql security definer set search_path = public as $$
    declare
      shapes constant text := staging.work_table(batch, '');
    begin
      perform staging.require_batch(batch);
      execute format('create unlogged table staging.%I as
        select * from (
          select a.record_no, b.record_no as other_no, st_area(st_intersection(a.geom, b.geom)) as area_m2
          from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no
            and staging.is_light(a.points, a.rings, b.points, b.rings) and st_relate(a.geom, b.geom, ''T********'')
          offset 0) compared
        where area_m2 > 1e-6', staging.work_table(batch, '_pairs'), shapes, shapes);
      -- Of a pair that is not light one shape has more than 500 points or 50 rings: few have.
      execute format('create unlogged table staging.%I as
        select row_number() over (order by weight, a_no, b_no) as seq, a_no as record_no, b_no as other_no from (
          select distinct least(a.record_no, b.record_no) as a_no, greatest(a.record_no, b.record_no) as b_no, a.points::bigint * b.points as weight
          from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no <> a.record_no
          where (a.points > 500 or a.rings > 50) and not staging.is_light(a.points, a.rings, b.points, b.rings)) heavy',
        staging.work_table(batch, '_pending'), shapes, shapes);
    end $$;
    comment on function staging.compare_light(uuid) is 'Compares all pairs that are quickly compared, at once, and leaves the others pending';

    create function staging.list_pairs(batch uuid) returns boolean
      language plpgsql security definer set search_path = public as $$
    declare
      shapes constant text := staging.work_table(batch, '');
      crowd constant int := 200;
      most bigint;
      listed bigint;
      counting text;
    begin
      perform staging.require_batch(batch);
      execute format('select 50000 + 30 * count(*) from staging.%I', shapes) into most;
      counting := format('select count(*) from (select 1 from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no limit %s) c',
        shapes, shapes, most + 1);
      execute counting into listed;
      if listed > most then
        execute format('with crowded as (
            select a.record_no from staging.%I a
            where (select count(*) from (select 1 from staging.%I b where b.geom && a.geom limit %s) c) > %s),
          gone as (delete from staging.%I w using crowded c where c.record_no = w.record_no returning w.record_no)
          insert into staging.uncompared (batch_id, record_no) select %L, record_no from gone', shapes, shapes, crowd + 2, crowd + 1, shapes, batch);
        execute counting into listed;
        if listed > most then return false; end if;
      end if;
      execute format('create unlogged table staging.%I (record_no int, other_no int, area_m2 double precision)', staging.work_table(batch, '_pairs'));
      execute format('create unlogged table staging.%I as
        select row_number() over (order by a.points::bigint * b.points, a.record_no, b.record_no) as seq, a.record_no, b.record_no as other_no
        from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no', staging.work_table(batch, '_pending'), shapes, shapes);
      return true;
    end $$;
    comment on function staging.list_pairs(uuid) is 'Where comparing at once took too long: leaves all pairs pending, without records that lie in a crowd of over 200; false where there are too many all the same';

    create function staging.compare_next(batch uuid, at_most int) returns int
      language plpgsql security definer set search_path = public as $$
    declare
      shapes constant text := staging.work_table(batch, '');
      taken int;
    begin
      perform staging.require_batch(batch);
      execute format('with taken as (
          delete from staging.%1$I where seq in (select seq from staging.%1$I order by seq limit %2$s) returning record_no, other_no),
        measured as (
          select t.record_no, t.other_no, st_area(st_intersection(a.geom, b.geom)) as area_m2
          from taken t join staging.%3$I a on a.record_no = t.record_no join staging.%3$I b on b.record_no = t.other_no
          where st_relate(a.geom, b.geom, ''T********'')),
        kept as (insert into staging.%4$I (record_no, other_no, area_m2) select * from measured where area_m2 > 1e-6)
        select count(*) from taken', staging.work_table(batch, '_pending'), at_most, shapes, staging.work_table(batch, '_pairs')) into taken;
      return taken;
    end $$;
    comment on function staging.compare_next(uuid, int) is 'Compares the next pending pairs; how many there were';

    create function staging.give_up_next(batch uuid) returns void
      language plpgsql security definer set search_path = public as $$
    begin
      perform staging.require_batch(batch);
      execute format('with heavier as (
          select case when a.points > b.points then a.record_no else b.record_no end as record_no
          from (select * from staging.%1$I order by seq limit 1) p
          join staging.%2$I a on a.record_no = p.record_no join staging.%2$I b on b.record_no = p.other_no),
        gone as (delete from staging.%1$I p using heavier h where h.record_no in (p.record_no, p.other_no))
        insert into staging.uncompared (batch_id, record_no) select %3$L, record_no from heavier on conflict do nothing',
        staging.work_table(batch, '_pending'), staging.work_table(batch, ''), batch);
    end $$;
    comment on function staging.give_up_next(uuid) is 'Notes the heavier record of the next pending pair as one that is not compared, and drops its other pairs';

    create function staging.end_overlaps(batch uuid, with_width boolean) returns void
      language plpgsql security definer set search_path = public as $$
    declare
      shapes constant text := staging.work_table(batch, '');
      pairs constant text := staging.work_table(batch, '_pairs');
      pending constant text := staging.work_table(batch, '_pending');
      area_limit double precision := reference.setting_on('overlap_area_m2', current_date);
      compared int;
    begin
      perform staging.require_batch(batch);
      if to_regclass('staging.' || pairs) is null or to_regclass('staging.' || pending) is null then
        raise exception 'batch % was not compared', batch using errcode = 'DB006';
      end if;
      execute format('insert into staging.uncompared (batch_id, record_no)
        select distinct %L::uuid, case when a.points > b.points then a.record_no else b.record_no end
        from staging.%I p join staging.%I a on a.record_no = p.record_no join staging.%I b on b.record_no = p.other_no
        on conflict do nothing', batch, pending, shapes, shapes);
      execute format('select count(*) from staging.%I', shapes) into compared;
      -- How wide is asked where it decides, and then as often as a sheet has records.
      execute format('insert into staging.overlap_pair (batch_id, record_no, other_no, area_m2, width_m, identical)
        select %L, p.record_no, p.other_no, p.area_m2,
          case when %L and p.place <= 2000 + %s then cadastre.overlap_width_m(st_collectionextract(st_intersection(a.geom, b.geom), 3)) end,
          st_equals(a.geom, b.geom)
        from (select *, row_number() over (order by area_m2 > %s, record_no, other_no) as place from staging.%I) p
        join staging.%I a on a.record_no = p.record_no join staging.%I b on b.record_no = p.other_no',
        batch, with_width, compared, area_limit, pairs, shapes, shapes);
      execute format('drop table staging.%I, staging.%I, staging.%I', shapes, pairs, pending);
      insert into staging.overlap_check (batch_id, records)
        select batch, compared + count(*) from staging.same_shape s where s.batch_id = batch;
    end $$;
    comment on function staging.end_overlaps(uuid, boolean) is 'Keeps what the comparison of a batch found; pairs that are pending still count as not compared';

    drop function staging.overlaps_with_register(uuid);
    create function staging.overlaps_with_register(batch uuid)
      returns table (record_no int, parcel_id uuid, area_m2 double precision, width_m double precision)
      language plpgsql stable security definer set search_path = public set enable_bitmapscan = off as $$
    begin
      perform staging.require_batch(batch);
      return query
      select p.record_no, p.parcel_id, p.area_m2,
        case when p.light then cadastre.overlap_width_m(st_collectionextract(st_intersection(p.ours, p.theirs), 3)) end
      from (
        select a.record_no, v.parcel_id, a.geom as ours, v.geom as theirs, w.light,
          case when w.light then st_area(st_intersection(a.geom, v.geom)) end as area_m2
        from staging.record a
        left join staging.same_shape s on s.batch_id = a.batch_id and s.record_no = a.record_no
        join cadastre.parcel_version v on v.geom && a.geom and v.status = 'current'
        cross join lateral (select staging.is_light(st_npoints(a.geom), st_nrings(a.geom), st_npoints(v.geom), st_nrings(v.geom)) as light) w
        where a.batch_id = batch and a.status <> 'ignored' and a.invalid_reason is null and s.record_no is null
          and (not w.light or st_relate(a.geom, v.geom, 'T********'))
        offset 0
      ) p
      where p.area_m2 is null or p.area_m2 > 1e-6;
    end $$;
    comment on function staging.overlaps_with_register(uuid) is 'Common ground between the shapes of a batch, each under its first record, and current parcels; without area the pairs that are to be measured by themselves';

    create function staging.pairs_with_register(batch uuid, at_most int) returns table (record_no int, parcel_id uuid)
      language plpgsql stable security definer set search_path = public set enable_bitmapscan = off as $$
    begin
      perform staging.require_batch(batch);
      return query
      select a.record_no, p.parcel_id from (
        select r.record_no, r.geom from staging.record r left join staging.same_shape s on s.batch_id = r.batch_id and s.record_no = r.record_no
        where r.batch_id = batch and r.status <> 'ignored' and r.invalid_reason is null and r.geom is not null and s.record_no is null order by r.record_no) a
      cross join lateral (select v.parcel_id from cadastre.parcel_version v where v.geom && a.geom and v.status = 'current') p
      limit at_most;
    end $$;
    comment on function staging.pairs_with_register(uuid, int) is 'Shapes of a batch and the current parcels within reach of each, by record, as many as are asked for';

    create function staging.measure_with_register(batch uuid, record_nos int[], parcel_ids uuid[])
      returns table (record_no int, parcel_id uuid, area_m2 double precision, width_m double precision)
      language plpgsql stable security definer set search_path = public as $$
    begin
      perform staging.require_batch(batch);
      return query
      select p.record_no, p.parcel_id, st_area(p.common), cadastre.overlap_width_m(st_collectionextract(p.common, 3)) from (
        select a.record_no, v.parcel_id, st_intersection(a.geom, v.geom) as common
        from unnest(record_nos, parcel_ids) as asked(record_no, parcel_id)
        join staging.record a on a.batch_id = batch and a.record_no = asked.record_no and a.status <> 'ignored' and a.invalid_reason is null
        join cadastre.parcel_version v on v.parcel_id = asked.parcel_id and v.status = 'current'
        where st_relate(a.geom, v.geom, 'T********')
        offset 0
      ) p
      where st_area(p.common) > 1e-6;
    end $$;
    comment on function staging.measure_with_register(uuid, int[], uuid[]) is 'Common ground of given pairs of a record and a current parcel';

    create function staging.members_of_shape(batch uuid, first int) returns int[] language sql stable set search_path = '' as $$
      select array_agg(r.record_no order by r.record_no) from staging.record r
      where r.batch_id = batch and r.status <> 'ignored'
        and r.record_no = any (first || array(select s.record_no from staging.same_shape s where s.batch_id = batch and s.first_no = first))
    $$;
    comment on function staging.members_of_shape(uuid, int) is 'Records that take part and have the shape of this one; null where none does';

    -- A comparison that stands on the batch speaks of shapes: all records that have them are meant.
    create or replace function cadastre.refuse_overlap() returns trigger
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
          select r.parcel_id into pair from staging.uncompared u
          join dealing.dealing d on d.batch_id = u.batch_id and d.dealing_id = raised
          join staging.record r on r.batch_id = u.batch_id and r.record_no = u.record_no and r.status in ('valid', 'warned') limit 1;
          if found then
            raise exception 'parcel % was not compared with the others', pair.parcel_id using errcode = 'DB004', constraint = 'parcel_version_no_overlap';
          end if;
          select min(r.parcel_id::text)::uuid as a_id, max(r.parcel_id::text)::uuid as b_id, max(r.area_m2)::double precision as area_m2 into pair
          from (select s.batch_id, s.first_no, s.record_no from staging.same_shape s join dealing.dealing d using (batch_id) where d.dealing_id = raised
            union select s.batch_id, s.first_no, s.first_no from staging.same_shape s join dealing.dealing d using (batch_id) where d.dealing_id = raised) m
          join staging.record r on r.batch_id = m.batch_id and r.record_no = m.record_no and r.status in ('valid', 'warned')
          group by m.first_no having count(*) > 1 limit 1;
          if found then
            perform cadastre.refuse_pair(pair.a_id, pair.b_id, pair.area_m2, null);
          end if;
          select p.*, a.parcel_id as a_id, b.parcel_id as b_id into pair
          from staging.overlap_pair p
          join dealing.dealing d on d.batch_id = p.batch_id and d.dealing_id = raised
          join staging.record a on a.batch_id = p.batch_id and a.record_no = any (staging.members_of_shape(p.batch_id, p.record_no)) and a.status in ('valid', 'warned')
          join staging.record b on b.batch_id = p.batch_id and b.record_no = any (staging.members_of_shape(p.batch_id, p.other_no)) and b.status in ('valid', 'warned')
          where p.area_m2 > area_limit or coalesce(p.width_m, 'infinity') > width_limit
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
        where st_area(c.common) > area_limit or (st_area(c.common) > 1e-6 and coalesce(cadastre.overlap_width_m(c.common), 'infinity') > width_limit);
        if found then
          select * into pair from cadastre.overlaps_of(raised) o order by o.area_m2 desc limit 1;
          perform cadastre.refuse_pair(pair.parcel_id, pair.other_id, pair.area_m2, pair.width_m);
        end if;
      end loop;
      return null;
    end $$;
    comment on function cadastre.refuse_overlap() is 'Refuses current parcels on ground that another current parcel holds';

    grant execute on function staging.begin_overlaps(uuid), staging.compare_light(uuid), staging.list_pairs(uuid), staging.compare_next(uuid, int),
      staging.give_up_next(uuid), staging.end_overlaps(uuid, boolean), staging.overlaps_with_register(uuid), staging.pairs_with_register(uuid, int),
      staging.measure_with_register(uuid, int[], uuid[]), staging.members_of_shape(uuid, int) to diaba_app;
  `);
}

export async function down(): Promise<void> {
  throw new Error('Migrations of a land registry are not undone; restore a backup instead.');
}
