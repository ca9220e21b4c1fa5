create or replace function document.keep_second_reading() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' or (old.status, new.status) not in (('waiting', 'agreed'), ('waiting', 'differs'), ('differs', 'settled'))
    or (old.document_id, old.commune_code, old.first_reader) is distinct from (new.document_id, new.commune_code, new.first_reader) then
    raise exception 'the second reading of document % is %', old.document_id, old.status using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function document.keep_second_reading() is 'A second reading only goes forward: it waits, agrees or differs, and what differs is settled';
