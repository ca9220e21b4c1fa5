-- Whole batches are ended at once: comparing rows as JSON wrote every outline as text, 1 ms a parcel.
create or replace function cadastre.refuse_edit() returns trigger language plpgsql set search_path = '' as $$
declare
  unended cadastre.parcel_version;
begin
  if tg_op = 'DELETE' then
    raise exception 'a parcel version is never deleted' using errcode = 'DB003';
  end if;
  if old.status = 'historic' or (old.status = 'current' and new.status = 'pending') then
    raise exception 'parcel % version % is %', old.parcel_id, old.version_no, old.status using errcode = 'DB003';
  end if;
  unended := new;
  unended.status := old.status;
  unended.ended_at := old.ended_at;
  unended.ended_by := old.ended_by;
  unended.registered_at := old.registered_at;
  if unended operator(pg_catalog.*<>) old or (old.registered_at is not null and new.registered_at is distinct from old.registered_at) then
    raise exception 'parcel % version % is registered and is not edited', old.parcel_id, old.version_no using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function cadastre.refuse_edit() is 'A version is only ended, never edited or deleted';
