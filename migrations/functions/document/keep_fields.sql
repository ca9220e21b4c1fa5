create or replace function document.keep_fields() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  present text;
begin
  select d.status into present from document.document d where d.document_id = old.document_id;
  -- Pages were put together anew: what was read of them, and nobody said, is read again.
  if tg_op = 'DELETE' and present = 'reading' and old.state = 'read' then
    return old;
  end if;
  -- Two people read it differently, and a third one said which is right; what the first said stays in document.second_field.
  if tg_op = 'UPDATE' and present = 'confirmed' and (old.document_id, old.name) = (new.document_id, new.name)
    and exists (select from document.second_reading r join document.second_field f using (document_id)
      where r.document_id = old.document_id and r.status = 'differs' and f.name = old.name and not f.agrees) then
    return new;
  end if;
  if tg_op = 'DELETE' or present <> 'to_review' or (old.document_id, old.name) is distinct from (new.document_id, new.name) then
    raise exception 'document % is %: what it says is fixed', old.document_id, present using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function document.keep_fields() is 'What a document says changes only while it is reviewed, or where two readings of it are settled';
