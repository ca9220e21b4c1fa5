create or replace function staging.edit_record(batch uuid, no int, field text, value jsonb, why text) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  present jsonb;
  earlier staging.correction;
  base jsonb;
begin
  perform staging.require_review(batch);
  if (field <> 'ring' and staging.candidate_key(field) is null) or value is null then
    raise exception 'field % is not edited by hand', field using errcode = 'DB006';
  end if;
  perform 1 from staging.record r
    where r.batch_id = batch and r.record_no = no and r.status <> 'ignored' and r.candidate is not null
      and (field <> 'ring' or r.geom_legal is not null) for update;
  if not found then return false; end if;
  perform staging.require_value(batch, no, field, value);
  present := staging.field_value(batch, no, field);
  select * into earlier from staging.correction c
    where c.batch_id = batch and c.record_no = no and c.field = edit_record.field and c.rule = 'officer';
  base := case when earlier.status in ('applied', 'accepted') then earlier.before_value else present end;
  insert into staging.correction (batch_id, record_no, field, rule, before, after, status, decided_by, decided_at, initial_status,
      before_value, after_value, reason)
    values (batch, no, field, 'officer', staging.value_text(base), staging.value_text(value), 'accepted', current_setting('diaba.actor'),
      clock_timestamp(), 'proposed', base, value, why)
    on conflict on constraint correction_pkey do update set before = excluded.before, after = excluded.after, status = excluded.status,
      decided_by = excluded.decided_by, decided_at = excluded.decided_at, before_value = excluded.before_value,
      after_value = excluded.after_value, reason = excluded.reason;
  insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, reason, decided_by)
    values (batch, no, field, 'officer', 'edit', staging.value_text(present), staging.value_text(value), why, current_setting('diaba.actor'));
  perform staging.put_field(batch, no, field, value);
  return true;
end $$;
comment on function staging.edit_record(uuid, int, text, jsonb, text) is 'Edits one field of a candidate by hand and keeps before, after, who and why; false where there is no such record';
grant execute on function staging.edit_record(uuid, int, text, jsonb, text) to diaba_app;
