-- What a promotion makes of the records: as the result of a function, because PostgreSQL works out in parallel what is only read,
-- and nothing of a statement that writes.
create or replace function staging.joined_codes(purposes jsonb) returns text
  language sql immutable strict parallel safe set search_path = '' as $$
  select coalesce(string_agg(p ->> 'code', '+' order by n), '') from jsonb_array_elements(purposes) with ordinality as e(p, n)
$$;
comment on function staging.joined_codes(jsonb) is 'Land-use codes of purposes, joined by +';
grant execute on function staging.joined_codes(jsonb) to diaba_app;
