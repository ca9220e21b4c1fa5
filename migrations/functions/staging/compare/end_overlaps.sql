create or replace function staging.end_overlaps(batch uuid, with_width boolean) returns void
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
grant execute on function staging.end_overlaps(uuid, boolean) to diaba_app;
