-- The working tables are plain unlogged ones: PostgreSQL compares in parallel only what its workers can read, and an index built at once is
-- several times cheaper than one that grows with every batch.
create or replace function staging.begin_overlaps(batch uuid) returns int
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
grant execute on function staging.begin_overlaps(uuid) to diaba_app;
