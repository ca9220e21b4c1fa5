-- Everything is read as of the end of the day from moments that rows carry (registered, ended, lodged, decided): the same day counted
-- again is the same, as long as nothing is dated back. Of a day that runs it is the state of now.
create or replace function indicator.count_day(counted date) returns table (commune_code char(5), measure text, item text, value numeric)
  language sql stable set search_path = '' as $$
  with span as materialized (
    select counted::timestamp at time zone 'Asia/Ho_Chi_Minh' as since, (counted + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as before),
  -- What is in no list was written by hand, and can say anything.
  listed as materialized (select distinct l.code from reference.land_use l where not l.is_group),
  held as materialized (
    select distinct r.parcel_id from rights."right" r, span where r.registered_at < span.before and (r.ended_at is null or r.ended_at >= span.before)),
  land as materialized (
    select s.commune_code, coalesce(u.code, '') as use, count(*) as parcels, sum(v.area_m2) as area, count(h.parcel_id) as held
    from span, cadastre.parcel_version v join cadastre.sheet s using (sheet_id) left join held h using (parcel_id)
    left join listed u on u.code = pg_catalog.split_part(v.land_use, '+', 1)
    where v.status <> 'pending' and v.registered_at < span.before and (v.ended_at is null or v.ended_at >= span.before)
    group by 1, 2),
  changed as materialized (
    select s.commune_code, indicator.listed_use(p.land_use) || '>' || indicator.listed_use(v.land_use) as change, count(*) as parcels, sum(v.area_m2) as area
    from span, cadastre.parcel_version v join cadastre.parcel_version p on p.parcel_id = v.parcel_id and p.version_no = v.version_no - 1
    join cadastre.sheet s on s.sheet_id = v.sheet_id
    where v.status <> 'pending' and v.registered_at >= span.since and v.registered_at < span.before and p.land_use <> v.land_use
    group by 1, 2),
  dealt as materialized (
    select d.commune_code, d.kind, d.lodged_at, d.status, d.batch_id,
      case when d.status in ('registered', 'closed') then d.registered_at when d.status in ('refused', 'withdrawn') then d.decided_at end as ended_at
    from dealing.dealing d),
  asked as materialized (
    select r.commune_code, r.received_at, r.decided_at, r.due_on,
      exists (select from dealing.request_stop s where s.request_id = r.request_id and s.stopped_at < span.before
        and (s.resumed_at is null or s.resumed_at >= span.before)) as stopped
    from dealing.request r, span where r.received_at < span.before),
  pledged as materialized (
    select m.commune_code, m.registered_at, m.ended_at, m.follows is null as fresh,
      not exists (select from rights.mortgage n where n.follows = m.mortgage_id) as last
    from rights.mortgage m),
  found(commune_code, measure, item, value) as (
    select l.commune_code, 'parcels', '', sum(l.parcels) from land l group by 1
    union all select l.commune_code, 'area_m2', '', sum(l.area) from land l group by 1
    union all select l.commune_code, 'parcels_with_holder', '', sum(l.held) from land l group by 1
    union all select l.commune_code, 'land_use_parcels', l.use, l.parcels from land l
    union all select l.commune_code, 'land_use_area_m2', l.use, l.area from land l
    union all select c.commune_code, 'land_use_change_parcels', c.change, c.parcels from changed c
    union all select c.commune_code, 'land_use_change_area_m2', c.change, c.area from changed c
    union all select b.commune_code, 'files_received', '', count(*) from staging.batch b, span
      where b.kind = 'parcels' and b.created_at >= span.since and b.created_at < span.before group by 1
    union all select s.commune_code, 'scans_received', '', count(*) from document.scan s, span
      where s.received_at >= span.since and s.received_at < span.before group by 1
    union all select t.commune_code, f.measure, '', f.value
      from (select o.commune_code, count(*) filter (where o.status = 'confirmed' and o.decided_at >= span.since and o.decided_at < span.before) as confirmed,
          count(*) filter (where o.created_at < span.before and (o.decided_at is null or o.decided_at >= span.before)) as waiting
        from document.document o, span group by 1) t
      cross join lateral (values ('documents_confirmed', t.confirmed), ('documents_waiting', t.waiting)) f(measure, value)
    union all select t.commune_code, f.measure, '', f.value
      from (select d.commune_code,
          count(*) filter (where d.lodged_at >= span.since and d.lodged_at < span.before) as lodged,
          count(*) filter (where d.status in ('registered', 'closed') and d.ended_at >= span.since and d.ended_at < span.before) as registered,
          count(*) filter (where d.status in ('refused', 'withdrawn') and d.ended_at >= span.since and d.ended_at < span.before and d.lodged_at is not null) as refused,
          count(*) filter (where d.lodged_at < span.before and (d.ended_at is null or d.ended_at >= span.before)) as open,
          count(*) filter (where d.kind = 'import_promotion' and d.status in ('registered', 'closed') and d.ended_at >= span.since and d.ended_at < span.before) as files
        from dealt d, span group by 1) t
      cross join lateral (values ('dealings_lodged', t.lodged), ('dealings_registered', t.registered), ('dealings_refused', t.refused),
        ('dealings_open', t.open), ('files_registered', t.files)) f(measure, value)
    union all select d.commune_code, 'dealings_by_kind', d.kind, count(*) from dealt d, span
      where d.status in ('registered', 'closed') and d.ended_at >= span.since and d.ended_at < span.before group by 1, 3
    union all select t.commune_code, f.measure, '', f.value
      from (select a.commune_code,
          count(*) filter (where a.received_at >= span.since) as received,
          count(*) filter (where a.decided_at >= span.since and a.decided_at < span.before) as decided,
          count(*) filter (where a.decided_at >= span.since and a.decided_at < span.before
            and (a.decided_at at time zone 'Asia/Ho_Chi_Minh')::date > a.due_on) as late,
          count(*) filter (where a.decided_at is null or a.decided_at >= span.before) as open,
          count(*) filter (where (a.decided_at is null or a.decided_at >= span.before) and not a.stopped
            and a.due_on < (least(span.before, now()) at time zone 'Asia/Ho_Chi_Minh')::date) as overdue
        from asked a, span group by 1) t
      cross join lateral (values ('requests_received', t.received), ('requests_decided', t.decided), ('requests_late', t.late),
        ('requests_open', t.open), ('requests_overdue', t.overdue)) f(measure, value)
    union all select t.commune_code, f.measure, '', f.value
      from (select p.commune_code,
          count(*) filter (where p.registered_at < span.before and (p.ended_at is null or p.ended_at >= span.before)) as standing,
          count(*) filter (where p.fresh and p.registered_at >= span.since and p.registered_at < span.before) as registered,
          count(*) filter (where p.last and p.ended_at >= span.since and p.ended_at < span.before) as released
        from pledged p, span group by 1) t
      cross join lateral (values ('mortgages', t.standing), ('mortgages_registered', t.registered), ('mortgages_released', t.released)) f(measure, value))
  select f.commune_code::char(5), f.measure, f.item, f.value::numeric from found f where f.value > 0 and f.commune_code is not null
$$;
comment on function indicator.count_day(date) is 'The figures of a day by commune, from dated rows that the asker sees; nought is left out';
grant execute on function indicator.count_day(date) to diaba_app;
