create or replace function dealing.keep_terms() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.kind, new.initial_load, new.proposed_by, new.reverses, new.commune_code, new.commune_valid_from, new.file_id, new.file_no, new.entered_on, new.entered_book)
       is distinct from (old.kind, old.initial_load, old.proposed_by, old.reverses, old.commune_code, old.commune_valid_from, old.file_id, old.file_no, old.entered_on, old.entered_book)
     or (old.batch_id is not null and new.batch_id is distinct from old.batch_id)
     or (old.approved_by is not null and new.approved_by is distinct from old.approved_by) then
    raise exception 'dealing % is what was proposed', old.dealing_id using errcode = 'DB001';
  end if;
  return new;
end $$;
comment on function dealing.keep_terms() is 'Refuses to change what was proposed, by whom, and who approved it';
