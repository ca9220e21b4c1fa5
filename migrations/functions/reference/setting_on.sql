-- plpgsql, since rules ask it many times in one dealing: of a function in SQL the plan is made anew by each statement that calls it.
create or replace function reference.setting_on(setting_name text, on_day date) returns numeric
  language plpgsql stable set search_path = '' as $$
begin
  return (select value from reference.setting
    where name = setting_name and valid_from <= on_day and (valid_to is null or on_day < valid_to));
end $$;
comment on function reference.setting_on(text, date) is 'The value in force on a day';
grant execute on function reference.setting_on(text, date) to diaba_app, diaba_auditor, diaba_portal_owner;
