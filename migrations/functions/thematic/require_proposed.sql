-- In the transaction that makes the edition, and never later: proposed_at is the clock of that transaction's statement.
create or replace function thematic.require_proposed() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select from (select distinct edition_id from new_rows) n join thematic.edition e using (edition_id)
      where e.xmin::text::bigint <> pg_catalog.txid_current() % 4294967296) then
    raise exception 'shapes come with their edition, none later' using errcode = 'DB003';
  end if;
  return null;
end $$;
comment on function thematic.require_proposed() is 'Shapes of an edition are written in the transaction that makes it, and never afterwards';
