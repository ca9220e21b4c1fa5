-- A batch that is still being read can be cancelled: it ends as rejected, and what its run had begun is undone.
create or replace function staging.keep_batch_steps() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.batch_id, new.identity_sha256, new.attempt, new.source_sha256, new.kind, new.commune_code, new.commune_valid_from, new.unit_code,
      new.unit_valid_from, new.options, new.created_by, new.created_at)
     is distinct from (old.batch_id, old.identity_sha256, old.attempt, old.source_sha256, old.kind, old.commune_code, old.commune_valid_from,
      old.unit_code, old.unit_valid_from, old.options, old.created_by, old.created_at)
     or (old.promotion_dealing_id is not null and new.promotion_dealing_id is distinct from old.promotion_dealing_id) then
    raise exception 'batch % is what it is: only its state moves', old.batch_id using errcode = 'DB006';
  end if;
  if new.status <> old.status and (old.status || '>' || new.status) <> all (array['received>staged', 'received>refused', 'received>rejected', 'staged>validated',
      'staged>refused', 'staged>rejected', 'validated>proposed', 'validated>promoted', 'validated>rejected', 'refused>rejected', 'proposed>validated',
      'proposed>promoted', 'proposed>rejected', 'promoted>reversal_proposed', 'reversal_proposed>promoted', 'reversal_proposed>reversed']) then
    raise exception 'batch % cannot go from % to %', old.batch_id, old.status, new.status using errcode = 'DB006';
  end if;
  if new.kind = 'parcels' and new.status = 'promoted' and old.status in ('validated', 'proposed') and not exists (
      select from dealing.dealing d where d.dealing_id = new.promotion_dealing_id and d.batch_id = new.batch_id
        and d.kind = 'import_promotion' and d.status = 'registered'
        and (old.status = 'proposed' and d.dealing_id = old.proposal_dealing_id or old.status = 'validated' and d.initial_load)) then
    raise exception 'batch % was promoted by no dealing', old.batch_id using errcode = 'DB006';
  end if;
  if new.status = 'reversed' and old.status <> 'reversed' and not exists (
      select from dealing.dealing d where d.dealing_id = old.proposal_dealing_id and d.kind = 'import_reversal'
        and d.reverses = old.promotion_dealing_id and d.status = 'registered') then
    raise exception 'batch % was taken back by no dealing', old.batch_id using errcode = 'DB006';
  end if;
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;
comment on function staging.keep_batch_steps() is 'Refuses steps that are none, and promotions and reversals without their dealing; counts the version';
