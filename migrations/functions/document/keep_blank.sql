create or replace function document.keep_blank() returns trigger language plpgsql set search_path = '' as $$
declare
  -- What is lost and found again is destroyed, never used.
  ways constant jsonb := '{"received": ["given", "spoiled", "lost"], "given": ["received", "used", "spoiled", "lost"], "used": [], "spoiled": [], "lost": ["spoiled"]}';
begin
  if tg_op = 'INSERT' then
    if new.status <> 'received' then
      raise exception 'blank % begins in the store', new.serial using errcode = 'DB003';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or new.serial <> old.serial or not ways -> old.status ? new.status then
    raise exception 'blank % is %: it moves forward only', old.serial, old.status using errcode = 'DB003';
  end if;
  return new;
end $$;
comment on function document.keep_blank() is 'A blank moves from the store to who prints and to its end, and no serial is used twice';
