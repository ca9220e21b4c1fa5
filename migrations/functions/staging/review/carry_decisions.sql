-- When a file comes again whose batch was taken back or rejected, what was decided then is decided again, as far as the values
-- it was decided on are the same.
create or replace function staging.carry_decisions(batch uuid) returns table (source uuid, corrected int[], excluded int[])
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
grant execute on function staging.carry_decisions(uuid) to diaba_app;
