-- registered_at is when a transaction began, and others see its rows only when it ends. So a read in pages that asks for "what was
-- registered before T" finds the same on every page only if nothing that began before T is still under way. Who cannot write parcels does
-- not count, nor who has written nothing for ten minutes: that is a backup. The migrator sees all sessions where it has
-- pg_read_all_stats (docs/operations.md); without it, its own.
create or replace function portal.settled_moment() returns timestamptz
  language sql volatile security definer set search_path = '' as $$
  select least(clock_timestamp() - interval '10 milliseconds', min(a.xact_start))
  from pg_catalog.pg_stat_activity a
  where a.datname = current_database() and a.pid <> pg_catalog.pg_backend_pid() and a.backend_type = 'client backend'
    and (a.backend_xid is not null or a.xact_start > clock_timestamp() - interval '10 minutes')
    and pg_catalog.has_table_privilege(a.usesysid, 'cadastre.parcel_version', 'insert')
$$;
comment on function portal.settled_moment() is 'The youngest moment before which no registration can appear any more: whatever began before it has ended';
grant execute on function portal.settled_moment() to diaba_portal;
