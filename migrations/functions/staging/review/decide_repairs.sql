-- A repair of text stands in the candidate where its column went: the address, the origin of use, or the name of a holder. An edit by hand on
-- top of it keeps its own value and has the other one below it. Whole batches at once, hence set by set.
create or replace function staging.decide_repairs(batch uuid, no int, of_field text, of_rule text, decision text) returns int[]
  language plpgsql security definer set search_path = '' as $$
declare
  columns constant jsonb := (select b.source -> 'columns' from staging.batch b where b.batch_id = batch);
  turns jsonb;
  changed int[];
begin
  with picked as (
    select k.record_no, columns ->> k.field as role, k.status,
      case decision when 'accept' then 'accepted' when 'reject' then 'rejected' else k.initial_status end as becomes, k.before, k.after
    from staging.correction k join staging.record r using (batch_id, record_no)
    where k.batch_id = batch and k.rule = of_rule and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
      and r.status <> 'ignored')
  select coalesce(array_agg(p.record_no order by p.record_no), '{}'),
    coalesce(jsonb_agg(jsonb_build_object('no', p.record_no, 'role', p.role,
      'was', case when p.becomes in ('applied', 'accepted') then p.before else p.after end,
      'becomes', case when p.becomes in ('applied', 'accepted') then p.after else p.before end))
      filter (where (p.becomes in ('applied', 'accepted')) <> (p.status in ('applied', 'accepted'))), '[]')
  into changed, turns from picked p where p.becomes <> p.status;
  update staging.record r set candidate = jsonb_set(r.candidate, array[t.role], to_jsonb(t.becomes))
    from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
    where t.role in ('address', 'useOrigin') and r.batch_id = batch and r.record_no = t.no and r.candidate ->> t.role = t.was;
  update staging.record r set candidate = jsonb_set(r.candidate, '{holders}', staging.renamed(r.candidate -> 'holders', t.was, t.becomes))
    from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
    where t.role = 'holder' and r.batch_id = batch and r.record_no = t.no and jsonb_array_length(r.candidate -> 'holders') > 0
      and not exists (select from staging.correction c where c.batch_id = batch and c.record_no = t.no and c.field = 'holders'
        and c.rule = 'officer' and c.status in ('applied', 'accepted'));
  update staging.correction c set before_value = to_jsonb(t.becomes), before = t.becomes
    from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
    where t.role = 'address' and c.batch_id = batch and c.record_no = t.no and c.field = 'address' and c.rule = 'officer'
      and c.before_value = to_jsonb(t.was);
  update staging.correction c set before_value = staging.renamed(c.before_value, t.was, t.becomes),
      before = staging.value_text(staging.renamed(c.before_value, t.was, t.becomes))
    from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
    where t.role = 'holder' and c.batch_id = batch and c.record_no = t.no and c.field = 'holders' and c.rule = 'officer';
  return changed;
end $$;
comment on function staging.decide_repairs(uuid, int, text, text, text) is 'Puts what a rule of the import repaired into its candidates or takes it out; the records of those that change';
