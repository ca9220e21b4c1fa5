create or replace function staging.decide_edits(batch uuid, no int, of_field text, decision text) returns int[]
  language plpgsql security definer set search_path = '' as $$
declare
  c staging.correction;
  becomes text;
  present jsonb;
  changed int[] := '{}';
begin
  for c in select k.* from staging.correction k join staging.record r using (batch_id, record_no)
    where k.batch_id = batch and k.rule = 'officer' and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
      and r.status <> 'ignored'
    order by k.record_no, k.field
  loop
    becomes := case decision when 'accept' then 'accepted' when 'reject' then 'rejected' else c.initial_status end;
    continue when becomes = c.status;
    changed := changed || c.record_no;
    if becomes = 'accepted' then
      present := staging.field_value(batch, c.record_no, c.field);
      update staging.correction k set before_value = present, before = staging.value_text(present)
        where k.batch_id = batch and k.record_no = c.record_no and k.field = c.field and k.rule = c.rule;
      perform staging.put_field(batch, c.record_no, c.field, c.after_value);
    elsif c.status = 'accepted' then
      perform staging.put_field(batch, c.record_no, c.field, c.before_value);
    end if;
  end loop;
  return changed;
end $$;
comment on function staging.decide_edits(uuid, int, text, text) is 'Puts edits by hand into their candidates or takes them out; the records of those that change';
