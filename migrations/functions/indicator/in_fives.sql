-- Floored, so that no figure can be taken from another to isolate a smaller one exactly: each stands for five possible ones.
create or replace function indicator.in_fives(exact numeric) returns numeric language sql immutable set search_path = '' as $$
  select case when exact <= 0 then 0 when exact < 5 then null else floor(exact / 5) * 5 end
$$;
comment on function indicator.in_fives(numeric) is 'A figure that could say something of a person, as the public is told it: null for one to four, else the multiple of five below';
-- PostgreSQL asks who reads a view, not its owner, for the functions in it.
grant execute on function indicator.in_fives(numeric) to diaba_portal_owner, diaba_portal, diaba_auditor;
