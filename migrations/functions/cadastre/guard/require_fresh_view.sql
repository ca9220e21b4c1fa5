create or replace function cadastre.require_fresh_view() returns void language plpgsql set search_path = '' as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'what refers to records is written under read committed only, where the check sees what others committed'
      using errcode = 'DB003';
  end if;
end $$;
comment on function cadastre.require_fresh_view() is 'Refuses transactions that do not see what others committed meanwhile';
