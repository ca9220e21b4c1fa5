create or replace function dealing.status_rank(status text) returns int language sql immutable set search_path = '' as $$
  select case status when 'draft' then 0 when 'lodged' then 1 when 'examined' then 2 when 'approved' then 3
    when 'refused' then 4 when 'withdrawn' then 4 when 'registered' then 5 when 'closed' then 6 end
$$;
comment on function dealing.status_rank(text) is 'Order of the states; a dealing never goes back';
grant execute on function dealing.status_rank(text) to diaba_app;
