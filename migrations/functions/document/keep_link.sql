create or replace function document.keep_link() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' or old.status <> 'proposed' or (old.document_id, old.parcel_id, old.proposed_by) is distinct from (new.document_id, new.parcel_id, new.proposed_by) then
    raise exception 'the link of document % is %', old.document_id, old.status using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function document.keep_link() is 'A link is decided on once';
