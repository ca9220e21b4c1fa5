create or replace function document.keep_fields() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  present text;
begin
  select d.status into present from document.document d where d.document_id = old.document_id;
  -- Pages were put together anew: what was read of them, and nobody said, is read again.
  if tg_op = 'DELETE' and present = 'reading' and old.state = 'read' then
    return old;
  end if;
  if tg_op = 'DELETE' or present <> 'to_review' or (old.document_id, old.name) is distinct from (new.document_id, new.name) then
    raise exception 'document % is %: what it says is fixed', old.document_id, present using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function document.keep_fields() is 'What a document says changes only while it is reviewed';
