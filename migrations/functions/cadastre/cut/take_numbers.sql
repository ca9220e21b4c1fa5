create or replace function cadastre.take_numbers(sheet uuid, how_many int) returns setof text
  language sql set search_path = '' as $$
  with taken as (
    update cadastre.sheet s set next_parcel_no = s.next_parcel_no + how_many where s.sheet_id = sheet returning s.next_parcel_no - how_many as first)
  select (t.first + n)::text from taken t cross join generate_series(0, how_many - 1) n
$$;
comment on function cadastre.take_numbers(uuid, int) is 'Takes the next free numbers of a sheet: they are given to nobody else, ever';
grant execute on function cadastre.take_numbers(uuid, int) to diaba_app;
