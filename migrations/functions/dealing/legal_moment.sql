-- plpgsql, since each statement of a registration asks it: of a function in SQL the plan is made anew by each statement that calls it.
create or replace function dealing.legal_moment(dealing uuid) returns timestamptz language plpgsql stable set search_path = '' as $$
begin
  return coalesce((select d.entered_on::timestamp at time zone 'Asia/Ho_Chi_Minh' from dealing.dealing d where d.dealing_id = dealing), now());
end $$;
comment on function dealing.legal_moment(uuid) is 'Legal moment of what a dealing registers: the day of the paper books where it is entered late, else now. What the system did when stands beside it as recorded_at';
grant execute on function dealing.legal_moment(uuid) to diaba_app;
