create or replace function staging.decide_corrections(batch uuid, no int, of_field text, of_rule text, decision text)
  returns table (matched int, changed int[]) language plpgsql security definer set search_path = '' as $$
declare
  effect text := decision;
  decided_before int;
begin
  perform staging.require_review(batch);
  if decision is null or decision not in ('accept', 'reject', 'undo') then
    raise exception 'no such decision' using errcode = 'DB006';
  end if;
  select count(*), count(*) filter (where k.status in ('accepted', 'rejected')) into matched, decided_before from staging.correction k join staging.record r using (batch_id, record_no)
    where k.batch_id = batch and k.rule = of_rule and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
      and r.status <> 'ignored';
  -- Where nobody has decided yet, what there is to undo is what the import did.
  if decision = 'undo' and of_rule <> 'officer' and decided_before = 0 then
    effect := 'reject';
  end if;
  changed := case when of_rule = 'officer' then staging.decide_edits(batch, no, of_field, effect)
    else staging.decide_repairs(batch, no, of_field, of_rule, effect) end;
  with decided as (
    update staging.correction k set status = d.becomes, decided_by = current_setting('diaba.actor'), decided_at = clock_timestamp()
    from (
      select c.record_no, c.field, c.status as was,
        case effect when 'accept' then 'accepted' when 'reject' then 'rejected' else c.initial_status end as becomes
      from staging.correction c join staging.record r using (batch_id, record_no)
      where c.batch_id = batch and c.rule = of_rule and (no is null or c.record_no = no) and (of_field is null or c.field = of_field)
        and r.status <> 'ignored') d
    where k.batch_id = batch and k.rule = of_rule and k.record_no = d.record_no and k.field = d.field and d.becomes <> d.was
    returning k.record_no, k.field, d.was, d.becomes)
  insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, decided_by)
  select batch, d.record_no, d.field, of_rule, decision, d.was, d.becomes, current_setting('diaba.actor')
  from decided d order by d.record_no, d.field;
  return next;
end $$;
comment on function staging.decide_corrections(uuid, int, text, text, text) is 'Accepts, rejects or undoes one correction, or all by one rule; how many there were and the records that changed';
grant execute on function staging.decide_corrections(uuid, int, text, text, text) to diaba_app;
