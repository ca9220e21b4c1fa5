-- Revisions go back with a backup that is restored, and then come again for other content. What a copy is compared by
-- therefore names the register too: a restored database is another one (its number in the cluster), a restored table has
-- another file, and files that are put back need a server that starts anew. Nothing has to be recorded, so no way to
-- restore can forget it.
create or replace function cadastre.register_identity() returns text
  language sql stable set search_path = '' as $$
  select left(md5(concat_ws('/', (select d.oid from pg_catalog.pg_database d where d.datname = current_database()),
    pg_catalog.pg_relation_filenode('cadastre.tile_revision'::pg_catalog.regclass),
    extract(epoch from pg_catalog.pg_postmaster_start_time()))), 8)
$$;
comment on function cadastre.register_identity() is 'Changes whenever the register can have gone back to an earlier state: part of every entity tag beside a revision';
grant execute on function cadastre.register_identity() to diaba_app, diaba_portal, diaba_tiles;
