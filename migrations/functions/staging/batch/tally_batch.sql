create or replace function staging.tally_batch() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  latest staging.batch;
begin
  select * into latest from staging.batch b where b.batch_id = new.batch_id;
  -- A transaction that moves a batch twice is counted once, with its last move.
  if latest.version is distinct from new.version then
    return null;
  end if;
  insert into staging.batch_tally (batch_id, version, read, valid, warned, blocked, refused, ignored, errors, warnings, infos, file_blocked, sheets)
  select latest.batch_id, latest.version, c.* from staging.count_batch(latest.batch_id, latest.status in ('promoted', 'reversal_proposed', 'reversed')) c
  on conflict (batch_id) do update set version = excluded.version, read = excluded.read, valid = excluded.valid, warned = excluded.warned,
    blocked = excluded.blocked, refused = excluded.refused, ignored = excluded.ignored, errors = excluded.errors, warnings = excluded.warnings,
    infos = excluded.infos, file_blocked = excluded.file_blocked, sheets = excluded.sheets;
  return null;
end $$;
comment on function staging.tally_batch() is 'Counts what is in a batch at the end of the transaction that moved it';
