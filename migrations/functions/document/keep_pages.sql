create or replace function document.keep_pages() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  held constant document.document_page := case when tg_op = 'INSERT' then new else old end;
  present text;
begin
  select d.status into present from document.document d where d.document_id = held.document_id;
  if tg_op = 'UPDATE' or present in ('confirmed', 'rejected') then
    raise exception 'document % is %: its pages are fixed', held.document_id, present using errcode = 'DB003';
  end if;
  return held;
end $$;
comment on function document.keep_pages() is 'The pages of a document that was decided on are not changed';
