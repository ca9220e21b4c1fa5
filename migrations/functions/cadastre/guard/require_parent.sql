-- What a parcel consists of refers to rows that are never removed, so that nothing has to be locked: that they exist is asked
-- once per statement, and planned anew each time, because a statement brings one row or a whole batch. Arguments, three per
-- reference: its name, the other table, the columns ("a b", or "ours=theirs" where they are called otherwise).
create or replace function cadastre.require_parent() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  missing text;
begin
  for at in 0 .. tg_nargs - 1 by 3 loop
    -- An aggregate looks for all of them, which is planned for many rows; "limit 1" would be planned for one.
    execute (select format('select min(concat_ws('' '', %s)) from new_rows n where %s and not exists (select from %s p where %s)',
        string_agg('n.' || c.ours, ', '), string_agg(format('n.%s is not null', c.ours), ' and '), tg_argv[at + 1]::regclass,
        string_agg(format('p.%s = n.%s', c.theirs, c.ours), ' and '))
      from (select quote_ident(split_part(c, '=', 1)) as ours, quote_ident(split_part(c, '=', -1)) as theirs
            from unnest(string_to_array(tg_argv[at + 2], ' ')) c) c) into missing;
    if missing is not null then
      raise exception '% has no %', tg_argv[at + 1], missing using errcode = 'foreign_key_violation',
        schema = tg_table_schema, table = tg_table_name, constraint = tg_argv[at];
    end if;
  end loop;
  return null;
end $$;
comment on function cadastre.require_parent() is 'Refuses rows that refer to something that does not exist: as strong as a foreign key where the other side is never removed';
