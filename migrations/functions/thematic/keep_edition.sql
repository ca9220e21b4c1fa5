create or replace function thematic.keep_edition() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.edition_id, new.layer_code, new.edition_no, new.batch_id, new.source, new.licence, new.data_on, new.features, new.initial_load, new.proposed_by, new.proposed_at,
      new.restores, new.source_url)
     is distinct from (old.edition_id, old.layer_code, old.edition_no, old.batch_id, old.source, old.licence, old.data_on, old.features, old.initial_load, old.proposed_by, old.proposed_at,
      old.restores, old.source_url)
     or (old.decided_by is not null and (new.decided_by, new.decided_at, new.reason) is distinct from (old.decided_by, old.decided_at, old.reason))
     or (old.withdrawn_by is not null and (new.withdrawn_by, new.withdrawn_at, new.withdrawal) is distinct from (old.withdrawn_by, old.withdrawn_at, old.withdrawal)) then
    raise exception 'edition % is what it is: only its state moves', old.edition_id using errcode = 'DB003';
  end if;
  if new.status <> old.status
     and (old.status || '>' || new.status) <> all (array['proposed>in_force', 'proposed>refused', 'proposed>withdrawn', 'in_force>superseded', 'in_force>withdrawn']) then
    raise exception 'edition % cannot go from % to %', old.edition_id, old.status, new.status using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function thematic.keep_edition() is 'An edition never changes: it is put in force, refused or withdrawn once, and followed by another once';
