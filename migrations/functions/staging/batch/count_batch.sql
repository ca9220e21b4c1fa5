create or replace function staging.count_batch(batch uuid, closed boolean)
returns table (read int, valid int, warned int, blocked int, refused int, ignored int, errors int, warnings int, infos int, file_blocked boolean,
  sheets text[])
language sql stable as $$
  select r.read, r.valid, r.warned, r.blocked, r.refused, r.ignored, f.errors, f.warnings, f.infos, f.file_blocked, r.sheets
  from (select coalesce(sum(n), 0)::int as read, coalesce(sum(n) filter (where o.status = 'valid'), 0)::int as valid,
          coalesce(sum(n) filter (where o.status = 'warned'), 0)::int as warned, coalesce(sum(n) filter (where o.status = 'blocked'), 0)::int as blocked,
          coalesce(sum(n) filter (where o.status = 'refused'), 0)::int as refused, coalesce(sum(n) filter (where o.status = 'ignored'), 0)::int as ignored,
          array(select distinct on (d.sheet_no collate staging.natural_order) d.sheet_no
            from unnest(array_agg(o.sheet_no)) d(sheet_no) where d.sheet_no is not null order by d.sheet_no collate staging.natural_order) as sheets
        from (select o.status, o.sheet_no, count(*) as n from staging.record o where o.batch_id = batch group by o.status, o.sheet_no) o) r,
       (select (count(*) filter (where g.severity in ('error', 'refuse')))::int as errors,
          (count(*) filter (where g.severity = 'warning'))::int as warnings, (count(*) filter (where g.severity = 'info'))::int as infos,
          coalesce(bool_or(g.record_no is null and g.severity in ('error', 'refuse')), false) as file_blocked
        from staging.finding g
        where g.batch_id = batch and g.settled_by is null
          and not exists (select from staging.record o where o.batch_id = batch and o.record_no = g.record_no
            and (o.status = 'ignored' or closed and o.status in ('blocked', 'refused')))) f
$$;
comment on function staging.count_batch(uuid, boolean) is 'What is in a batch. Open are findings nobody answered, of records that take part; in a closed one what was not registered does not';
grant execute on function staging.count_batch(uuid, boolean) to diaba_app;
