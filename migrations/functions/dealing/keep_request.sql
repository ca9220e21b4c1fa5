create or replace function dealing.keep_request() returns trigger language plpgsql set search_path = '' as $$
declare
  moving constant text[] := '{code_hash,code_number,status,version,due_on,changed_at,suspended_at,grounds,fee_status,fee_vnd,fee_basis,handled_by,decided_at,refusal_ground,refusal,paper_serial}';
  ranks constant jsonb := '{"received": 1, "accepted": 2, "fulfilled": 3, "refused": 3}';
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving)
     or (ranks ->> new.status)::int < (ranks ->> old.status)::int
     or (old.status in ('fulfilled', 'refused')
         and (to_jsonb(new) - '{code_hash,code_number,version,changed_at}'::text[]) is distinct from (to_jsonb(old) - '{code_hash,code_number,version,changed_at}'::text[])) then
    raise exception 'request % is %: what was asked is fixed, and it moves forward only', old.reference, old.status using errcode = 'DB001';
  end if;
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;
comment on function dealing.keep_request() is 'What was asked is fixed; a request moves forward only and is never removed; counts versions';
