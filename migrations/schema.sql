-- migrations-digest: sha256:a33512b6a736fa3bb929aab97eafa9688dc56e68a38dcdc7d5958d58804413ac
--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: audit; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA audit;


--
-- Name: SCHEMA audit; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA audit IS 'One row per state change, in the same transaction; append only';


--
-- Name: cadastre; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA cadastre;


--
-- Name: SCHEMA cadastre; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA cadastre IS 'Sheets, parcels, their versions and lineage (LADM Spatial Unit package)';


--
-- Name: dealing; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA dealing;


--
-- Name: SCHEMA dealing; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA dealing IS 'Dealings: the legal acts that raise and retire registered objects';


--
-- Name: document; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA document;


--
-- Name: SCHEMA document; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA document IS 'Stored source files, scans and certificates (LADM Source)';


--
-- Name: indicator; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA indicator;


--
-- Name: SCHEMA indicator; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA indicator IS 'Figures by commune and day: kept for days that are over, counted anew for the day that runs';


--
-- Name: lookup; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA lookup;


--
-- Name: SCHEMA lookup; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA lookup IS 'Look-ups of many parcels at once: what was asked, sealed, and which parcels fit; only for who asked, for a time';


--
-- Name: party; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA party;


--
-- Name: SCHEMA party; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA party IS 'Persons, households, organisations and their identity papers (LADM Party package)';


--
-- Name: portal; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA portal;


--
-- Name: SCHEMA portal; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA portal IS 'Views without personal data; the only schema the public roles can reach';


--
-- Name: reference; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA reference;


--
-- Name: SCHEMA reference; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA reference IS 'Dated code lists and settings: everything legal is data with valid_from, valid_to and a source';


--
-- Name: rights; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA rights;


--
-- Name: SCHEMA rights; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA rights IS 'Rights, restrictions and responsibilities (LADM Administrative package)';


--
-- Name: session; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA session;


--
-- Name: SCHEMA session; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA session IS 'Sign-in sessions and ended ones; reached only through its functions';


--
-- Name: staging; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA staging;


--
-- Name: SCHEMA staging; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA staging IS 'Imported batches, files, records (raw beside candidate), findings and corrections';


--
-- Name: thematic; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA thematic;


--
-- Name: SCHEMA thematic; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA thematic IS 'Thematic layers of other sectors that land is checked against, in editions';


--
-- Name: watch; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA watch;


--
-- Name: SCHEMA watch; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA watch IS 'Parcels and areas that business accounts watch, and what they are told; only for who watches';


--
-- Name: natural_order; Type: COLLATION; Schema: staging; Owner: -
--

CREATE COLLATION staging.natural_order (provider = icu, locale = 'vi-u-kn');


--
-- Name: COLLATION natural_order; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLLATION staging.natural_order IS 'Vietnamese, numbers in a text by their value';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: entry; Type: TABLE; Schema: audit; Owner: -
--

CREATE TABLE audit.entry (
    seq bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    body jsonb DEFAULT '{}'::jsonb NOT NULL,
    leaf bytea NOT NULL
);


--
-- Name: TABLE entry; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON TABLE audit.entry IS 'One row per state change, written in the transaction that makes the change; ids, codes and digests only, never names';


--
-- Name: COLUMN entry.seq; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.entry.seq IS 'Order of insertion (gaps after rollbacks are harmless)';


--
-- Name: COLUMN entry.xid; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.entry.xid IS 'Transaction, so that a sealer never passes over a late committer';


--
-- Name: COLUMN entry.at; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.entry.at IS 'When';


--
-- Name: COLUMN entry.actor; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.entry.actor IS 'Who: subject of the identity provider, or import-cli';


--
-- Name: COLUMN entry.action; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.entry.action IS 'What was done';


--
-- Name: COLUMN entry.subject_kind; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.entry.subject_kind IS 'Kind of object';


--
-- Name: COLUMN entry.subject_id; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.entry.subject_id IS 'Its id';


--
-- Name: COLUMN entry.body; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.entry.body IS 'Facts of the change: ids, codes, counts, digests';


--
-- Name: COLUMN entry.leaf; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.entry.leaf IS 'SHA-256 of 0x00 and the canonical entry (RFC 6962 leaf)';


--
-- Name: leaf_of(audit.entry); Type: FUNCTION; Schema: audit; Owner: -
--

CREATE FUNCTION audit.leaf_of(e audit.entry) RETURNS bytea
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select sha256('\x00'::bytea || convert_to(jsonb_build_object(
    'action', e.action, 'actor', e.actor, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'body', e.body, 'subjectId', e.subject_id, 'subjectKind', e.subject_kind)::text, 'UTF8'))
$$;


--
-- Name: FUNCTION leaf_of(e audit.entry); Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON FUNCTION audit.leaf_of(e audit.entry) IS 'The leaf digest of an entry as it is now; differs from the one kept where the entry was altered';


--
-- Name: refuse_change(); Type: FUNCTION; Schema: audit; Owner: -
--

CREATE FUNCTION audit.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  raise exception 'the audit log is append only' using errcode = 'DB002';
end $$;


--
-- Name: FUNCTION refuse_change(); Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON FUNCTION audit.refuse_change() IS 'Refuses UPDATE, DELETE and TRUNCATE, for the owner too';


--
-- Name: set_leaf(); Type: FUNCTION; Schema: audit; Owner: -
--

CREATE FUNCTION audit.set_leaf() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  new.leaf := sha256('\x00'::bytea || convert_to(jsonb_build_object(
    'action', new.action, 'actor', new.actor, 'at', to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'body', new.body, 'subjectId', new.subject_id, 'subjectKind', new.subject_kind)::text, 'UTF8'));
  return new;
end $$;


--
-- Name: FUNCTION set_leaf(); Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON FUNCTION audit.set_leaf() IS 'Computes the leaf digest; whatever the client sent is replaced';


--
-- Name: cut(public.geometry, public.geometry); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.cut(parcel public.geometry, lines public.geometry) RETURNS SETOF public.geometry
    LANGUAGE plpgsql IMMUTABLE STRICT
    SET search_path TO 'public'
    AS $$
declare
  edges geometry := st_boundary(parcel);
begin
  return query
  with line as (
    select st_removerepeatedpoints((st_dump(lines)).geom) as geom),
  network as (
    select st_unaryunion(st_collect(edges, (select st_collect(cadastre.overshoot(l.geom, 0.001)) from line l where st_npoints(l.geom) >= 2))) as geom),
  piece as (
    select (st_dump(st_polygonize(n.geom))).geom from network n)
  select r.geom from piece p cross join lateral (select cadastre.round_new_corners(p.geom, parcel) as geom) r
  where st_area(p.geom) > 1e-6 and st_contains(parcel, st_pointonsurface(p.geom)) and r.geom is not null and st_area(r.geom) > 1e-6;
end $$;


--
-- Name: FUNCTION cut(parcel public.geometry, lines public.geometry); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.cut(parcel public.geometry, lines public.geometry) IS 'The pieces into which lines cut a polygon; the polygon alone where they do not. All in one projected system, metres';


--
-- Name: keep_source(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.keep_source() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  perform cadastre.require_fresh_view();
  perform 1 from staging.batch b where b.batch_id = old.batch_id for update;
  if exists (select from cadastre.parcel p where p.source_batch_id = old.batch_id and p.source_record_no = old.record_no) then
    raise exception 'a parcel came from record % of batch %', old.record_no, old.batch_id using errcode = 'foreign_key_violation',
      schema = 'cadastre', table = 'parcel', constraint = 'parcel_source_exists';
  end if;
  if exists (select from staging.identity_number i where i.batch_id = old.batch_id and i.record_no = old.record_no) then
    raise exception 'record % of batch % has identity numbers', old.record_no, old.batch_id using errcode = 'foreign_key_violation',
      schema = 'staging', table = 'identity_number', constraint = 'identity_number_record_exists';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if not exists (select from staging.batch b where b.batch_id = new.batch_id) then
    raise exception 'there is no batch %', new.batch_id using errcode = 'foreign_key_violation',
      schema = 'staging', table = 'record', constraint = 'record_batch_exists';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_source(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.keep_source() IS 'Refuses to remove a record of which something was made, to give it another number, or to put it into a batch that is none';


--
-- Name: known_land_uses(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.known_land_uses() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select coalesce(array_agg(distinct code), '{}') from reference.land_use
$$;


--
-- Name: FUNCTION known_land_uses(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.known_land_uses() IS 'Every land-use code that a list has or had';


--
-- Name: label_point(public.geometry, public.geometry); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.label_point(geom public.geometry, pole public.geometry) RETURNS public.geometry
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
declare
  centre geometry := public.st_centroid(geom);
  edge geometry := public.st_boundary(geom);
begin
  if public.st_distance(centre, edge) >= 0.7 * public.st_distance(pole, edge) and public.st_intersects(geom, centre) then
    return centre;
  end if;
  return pole;
end $$;


--
-- Name: FUNCTION label_point(geom public.geometry, pole public.geometry); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.label_point(geom public.geometry, pole public.geometry) IS 'Where the number of a parcel is written: its centroid if that lies inside with at least 0.7 of the room that the pole of inaccessibility has, else the pole. In a long strip the pole is anywhere along its middle';


--
-- Name: mark_stale(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.mark_stale() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  insert into cadastre.stale_mark (sheet_id, commune_code)
  with touched as materialized (select distinct n.sheet_id from new_rows n where n.status <> 'pending')
  select t.sheet_id, null from touched t
  union all
  (select distinct null::uuid, s.commune_code from touched t join cadastre.sheet s using (sheet_id));
  return null;
end $$;


--
-- Name: FUNCTION mark_stale(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.mark_stale() IS 'Marks what is derived from the parcels of a statement';


--
-- Name: new_corners(public.geometry, public.geometry); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.new_corners(parcel public.geometry, pieces public.geometry) RETURNS SETOF public.geometry
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'public'
    AS $$
  select distinct d.geom from st_dumppoints(pieces) d
  where st_dwithin(d.geom, st_boundary(parcel), 0.0002)
    and not exists (select from st_dumppoints(parcel) k where st_x(k.geom) = st_x(d.geom) and st_y(k.geom) = st_y(d.geom))
$$;


--
-- Name: FUNCTION new_corners(parcel public.geometry, pieces public.geometry); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.new_corners(parcel public.geometry, pieces public.geometry) IS 'Corners that a cut made on the edge of the parcel';


--
-- Name: outline_revision_at(integer, integer, integer, date); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.outline_revision_at(z integer, x integer, y integer, on_day date) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'public'
    AS $$
  with tile as (select st_tileenvelope(z, x, y, margin => 0.015625) as box)
  select concat_ws('-',
    (select count(*) || '.' || coalesce(sum(o.revision), 0) from tile t join cadastre.commune_outline o on o.geom_3857 && t.box
     where o.valid_from <= on_day and (o.valid_to is null or on_day < o.valid_to)),
    case when z >= 11 then (select count(*) || '.' || coalesce(sum(o.revision), 0) from tile t join cadastre.sheet_outline o on o.geom_3857 && t.box) end,
    case when z >= 13 then (select count(*) || '.' || coalesce(sum(p.revision), 0) from tile t join cadastre.place p on p.point_3857 && t.box) end)
$$;


--
-- Name: FUNCTION outline_revision_at(z integer, x integer, y integer, on_day date); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.outline_revision_at(z integer, x integer, y integer, on_day date) IS 'Revision of the outlines a tile shows on a day; a refreshed row has a new, higher revision, so number and sum change with any of them';


--
-- Name: overlap_width_m(public.geometry); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.overlap_width_m(common public.geometry) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select case when st_area(common) = 0 then 0
    when st_perimeter(common) / greatest(st_xmax(common) - st_xmin(common), st_ymax(common) - st_ymin(common)) * st_npoints(common) > 20000 then null
    else 2 * (st_maximuminscribedcircle(common)).radius end
$$;


--
-- Name: FUNCTION overlap_width_m(common public.geometry); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.overlap_width_m(common public.geometry) IS 'Width of common ground: diameter of the largest circle inside it, m; null where finding it would take too long, to be treated as wide';


--
-- Name: overlaps_of(uuid); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.overlaps_of(dealing uuid) RETURNS TABLE(parcel_id uuid, other_id uuid, area_m2 double precision, width_m double precision)
    LANGUAGE sql STABLE
    AS $$
  select a.parcel_id, b.parcel_id, st_area(c.common), cadastre.overlap_width_m(c.common)
  from cadastre.parcel_version a
  join cadastre.parcel_version b on b.geom && a.geom and b.status = 'current'
    and b.parcel_id <> a.parcel_id and (b.raised_by <> a.raised_by or a.parcel_id < b.parcel_id)
  cross join lateral (select st_collectionextract(st_intersection(a.geom, b.geom), 3) as common) c
  where a.raised_by = dealing and a.status = 'current' and st_area(c.common) > 1e-6
$$;


--
-- Name: FUNCTION overlaps_of(dealing uuid); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.overlaps_of(dealing uuid) IS 'Common ground between what a dealing raised and other current parcels';


--
-- Name: overshoot(public.geometry, double precision); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.overshoot(line public.geometry, by_m double precision) RETURNS public.geometry
    LANGUAGE plpgsql IMMUTABLE STRICT
    SET search_path TO 'public'
    AS $$
declare
  n int := st_npoints(line);
  a geometry;
  b geometry;
begin
  if st_isclosed(line) then
    return line;
  end if;
  a := st_pointn(line, 1);
  b := st_pointn(line, 2);
  line := st_setpoint(line, 0, st_setsrid(st_makepoint(
    st_x(a) + (st_x(a) - st_x(b)) * by_m / st_distance(a, b), st_y(a) + (st_y(a) - st_y(b)) * by_m / st_distance(a, b)), st_srid(line)));
  a := st_pointn(line, n);
  b := st_pointn(line, n - 1);
  return st_setpoint(line, n - 1, st_setsrid(st_makepoint(
    st_x(a) + (st_x(a) - st_x(b)) * by_m / st_distance(a, b), st_y(a) + (st_y(a) - st_y(b)) * by_m / st_distance(a, b)), st_srid(line)));
end $$;


--
-- Name: FUNCTION overshoot(line public.geometry, by_m double precision); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.overshoot(line public.geometry, by_m double precision) IS 'A line with both ends lengthened in their own direction; a closed one as it is. Repeated points must have been removed';


--
-- Name: published_fields(text); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.published_fields(of_channel text) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select coalesce(array_agg(field order by field), '{}') from portal.publication_policy where channel = of_channel and allowed
$$;


--
-- Name: FUNCTION published_fields(of_channel text); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.published_fields(of_channel text) IS 'Fields of a channel that are published today, * for the channel itself';


--
-- Name: redivide(public.geometry[], public.geometry, double precision); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.redivide(parts public.geometry[], lines public.geometry, tolerance_m double precision) RETURNS SETOF public.geometry
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'public'
    AS $$
  select c.geom from (select cadastre.unite(parts, tolerance_m) as geom) u cross join lateral cadastre.cut(u.geom, lines) as c(geom)
  where u.geom is not null
$$;


--
-- Name: FUNCTION redivide(parts public.geometry[], lines public.geometry, tolerance_m double precision); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.redivide(parts public.geometry[], lines public.geometry, tolerance_m double precision) IS 'Neighbours with their common boundary moved to the lines; none where they are not one piece. All in one projected system, metres';


--
-- Name: refresh_statistics(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.refresh_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  -- Without what no query chooses by: shapes without an index are the larger part of the work.
  analyze cadastre.sheet, cadastre.parcel, cadastre.parcel_purpose, cadastre.parcel_version
    (parcel_id, version_no, sheet_id, parcel_no, parcel_code, status, land_use, raised_by, ended_by, registered_at, ended_at, geom, geom_3857);
end $$;


--
-- Name: FUNCTION refresh_statistics(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.refresh_statistics() IS 'Lets the planner know of a large promotion at once, and not when autovacuum comes by';


--
-- Name: refuse_edit(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.refuse_edit() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  unended cadastre.parcel_version;
begin
  if tg_op = 'DELETE' then
    raise exception 'a parcel version is never deleted' using errcode = 'DB003';
  end if;
  if old.status = 'historic' or (old.status = 'current' and new.status = 'pending') then
    raise exception 'parcel % version % is %', old.parcel_id, old.version_no, old.status using errcode = 'DB003';
  end if;
  unended := new;
  unended.status := old.status;
  unended.ended_at := old.ended_at;
  unended.ended_by := old.ended_by;
  unended.registered_at := old.registered_at;
  if unended operator(pg_catalog.*<>) old or (old.registered_at is not null and new.registered_at is distinct from old.registered_at) then
    raise exception 'parcel % version % is registered and is not edited', old.parcel_id, old.version_no using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION refuse_edit(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.refuse_edit() IS 'A version is only ended, never edited or deleted';


--
-- Name: refuse_emptying(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.refuse_emptying() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  raise exception 'records are removed one by one, never all at once' using errcode = 'DB003';
end $$;


--
-- Name: FUNCTION refuse_emptying(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.refuse_emptying() IS 'Refuses TRUNCATE of what parcels came from';


--
-- Name: refuse_overlap(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.refuse_overlap() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    SET enable_bitmapscan TO 'off'
    AS $$
declare
  raised uuid;
  pair record;
  area_limit double precision := reference.setting_on('overlap_area_m2', current_date);
  width_limit double precision := reference.setting_on('overlap_width_m', current_date);
  compared boolean;
  ground geometry;
begin
  for raised in select distinct n.raised_by from new_rows n where n.status = 'current' loop
    compared := cadastre.was_compared(raised);
    if compared then
      select r.parcel_id into pair from staging.uncompared u
      join dealing.dealing d on d.batch_id = u.batch_id and d.dealing_id = raised
      join staging.record r on r.batch_id = u.batch_id and r.record_no = u.record_no and r.status in ('valid', 'warned') limit 1;
      if found then
        raise exception 'parcel % was not compared with the others', pair.parcel_id using errcode = 'DB004', constraint = 'parcel_version_no_overlap';
      end if;
      select min(r.parcel_id::text)::uuid as a_id, max(r.parcel_id::text)::uuid as b_id, max(r.area_m2)::double precision as area_m2 into pair
      from (select s.batch_id, s.first_no, s.record_no from staging.same_shape s join dealing.dealing d using (batch_id) where d.dealing_id = raised
        union select s.batch_id, s.first_no, s.first_no from staging.same_shape s join dealing.dealing d using (batch_id) where d.dealing_id = raised) m
      join staging.record r on r.batch_id = m.batch_id and r.record_no = m.record_no and r.status in ('valid', 'warned')
      group by m.first_no having count(*) > 1 limit 1;
      if found then
        perform cadastre.refuse_pair(pair.a_id, pair.b_id, pair.area_m2, null);
      end if;
      select p.*, a.parcel_id as a_id, b.parcel_id as b_id into pair
      from staging.overlap_pair p
      join dealing.dealing d on d.batch_id = p.batch_id and d.dealing_id = raised
      join staging.record a on a.batch_id = p.batch_id and a.record_no = any (staging.members_of_shape(p.batch_id, p.record_no)) and a.status in ('valid', 'warned')
      join staging.record b on b.batch_id = p.batch_id and b.record_no = any (staging.members_of_shape(p.batch_id, p.other_no)) and b.status in ('valid', 'warned')
      where p.area_m2 > area_limit or coalesce(p.width_m, 'infinity') > width_limit
      order by p.area_m2 desc limit 1;
      if found then
        perform cadastre.refuse_pair(pair.a_id, pair.b_id, pair.area_m2, pair.width_m);
      end if;
      select st_setsrid(st_extent(v.geom)::geometry, st_srid(min(v.geom))) into ground
      from cadastre.parcel_version v where v.raised_by = raised and v.status = 'current';
      continue when not exists (
        select from cadastre.parcel_version v where v.status = 'current' and v.raised_by <> raised and v.geom && ground);
    end if;
    perform 1 from (
      select st_collectionextract(st_intersection(a.geom, b.geom), 3) as common
      from cadastre.parcel_version a
      join cadastre.parcel_version b on b.geom && a.geom and b.status = 'current' and b.parcel_id <> a.parcel_id
        and (b.raised_by <> raised or (not compared and a.parcel_id < b.parcel_id)) and st_relate(a.geom, b.geom, 'T********')
      where a.raised_by = raised and a.status = 'current'
      offset 0
    ) c
    where st_area(c.common) > area_limit or (st_area(c.common) > 1e-6 and coalesce(cadastre.overlap_width_m(c.common), 'infinity') > width_limit);
    if found then
      select * into pair from cadastre.overlaps_of(raised) o order by o.area_m2 desc limit 1;
      perform cadastre.refuse_pair(pair.parcel_id, pair.other_id, pair.area_m2, pair.width_m);
    end if;
  end loop;
  return null;
end $$;


--
-- Name: FUNCTION refuse_overlap(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.refuse_overlap() IS 'Refuses current parcels on ground that another current parcel holds';


--
-- Name: refuse_pair(uuid, uuid, double precision, double precision); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.refuse_pair(a uuid, b uuid, area_m2 double precision, width_m double precision) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  raise exception 'parcels % and % overlap by % m², % m wide', a, b, round(area_m2::numeric, 4), round(width_m::numeric, 4)
    using errcode = 'DB004', constraint = 'parcel_version_no_overlap';
end $$;


--
-- Name: FUNCTION refuse_pair(a uuid, b uuid, area_m2 double precision, width_m double precision); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.refuse_pair(a uuid, b uuid, area_m2 double precision, width_m double precision) IS 'Raises the refusal of two overlapping parcels';


--
-- Name: refuse_removal(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.refuse_removal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  raise exception 'what is in %.% is never removed, and keeps its id', tg_table_schema, tg_table_name using errcode = 'DB003';
end $$;


--
-- Name: FUNCTION refuse_removal(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.refuse_removal() IS 'What others refer to, once there, stays';


--
-- Name: register_identity(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.register_identity() RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select left(md5(concat_ws('/', (select d.oid from pg_catalog.pg_database d where d.datname = current_database()),
    pg_catalog.pg_relation_filenode('cadastre.tile_revision'::pg_catalog.regclass),
    extract(epoch from pg_catalog.pg_postmaster_start_time()))), 8)
$$;


--
-- Name: FUNCTION register_identity(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.register_identity() IS 'Changes whenever the register can have gone back to an earlier state: part of every entity tag beside a revision';


--
-- Name: require_fresh_view(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.require_fresh_view() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'what refers to records is written under read committed only, where the check sees what others committed'
      using errcode = 'DB003';
  end if;
end $$;


--
-- Name: FUNCTION require_fresh_view(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.require_fresh_view() IS 'Refuses transactions that do not see what others committed meanwhile';


--
-- Name: require_parent(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.require_parent() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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


--
-- Name: FUNCTION require_parent(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.require_parent() IS 'Refuses rows that refer to something that does not exist: as strong as a foreign key where the other side is never removed';


--
-- Name: require_source(); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.require_source() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  missing text;
begin
  perform cadastre.require_fresh_view();
  perform 1 from staging.batch b where b.batch_id in (select n.source_batch_id from new_rows n) for key share;
  -- As in require_parent: planned anew, and for many rows.
  execute 'select min(n.source_batch_id || '' has no record '' || n.source_record_no) from new_rows n where not exists (
    select from staging.record r where r.batch_id = n.source_batch_id and r.record_no = n.source_record_no)' into missing;
  if missing is not null then
    raise exception 'batch %', missing using errcode = 'foreign_key_violation',
      schema = tg_table_schema, table = tg_table_name, constraint = 'parcel_source_exists';
  end if;
  return null;
end $$;


--
-- Name: FUNCTION require_source(); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.require_source() IS 'Refuses parcels that say they came from a record that does not exist';


--
-- Name: round_new_corners(public.geometry, public.geometry); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.round_new_corners(piece public.geometry, known public.geometry) RETURNS public.geometry
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'public'
    AS $$
  with corner as (
    select d.path[1] as ring, d.path[2] as at, case when exists (
        select from st_dumppoints(known) k where st_x(k.geom) = st_x(d.geom) and st_y(k.geom) = st_y(d.geom)) then d.geom
      else st_setsrid(st_makepoint(round(st_x(d.geom)::numeric, 4)::double precision, round(st_y(d.geom)::numeric, 4)::double precision), st_srid(piece)) end as geom
    from st_dumppoints(piece) d),
  ring as (
    select ring, st_removerepeatedpoints(st_makeline(geom order by at)) as line from corner group by ring)
  select case when count(*) filter (where ring = 1 and st_npoints(line) >= 4) = 1 then
    st_makepolygon((select line from ring where ring = 1),
      coalesce(array_agg(line order by ring) filter (where ring > 1 and st_npoints(line) >= 4), '{}')) end
  from ring
$$;


--
-- Name: FUNCTION round_new_corners(piece public.geometry, known public.geometry); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.round_new_corners(piece public.geometry, known public.geometry) IS 'A polygon whose corners that the other shape does not have are rounded to 0.1 mm; null where nothing of it is left';


--
-- Name: survey_shape(public.geometry, public.geometry); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.survey_shape(surveyed public.geometry, corners public.geometry) RETURNS public.geometry
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'public'
    AS $$
declare
  near geometry;
  shape geometry;
begin
  shape := st_snaptogrid(surveyed, 0.0001);
  if shape is null or st_isempty(shape) or not st_isvalid(shape) then
    return null;
  end if;
  select st_collect(d.geom) into near from st_dumppoints(corners) d where st_dwithin(d.geom, st_boundary(shape), 0.001);
  if near is not null then
    shape := st_snap(shape, near, 0.001);
  end if;
  shape := st_removerepeatedpoints(shape);
  if geometrytype(shape) <> 'POLYGON' or not st_isvalid(shape) or st_area(shape) < 1e-6 then
    return null;
  end if;
  return shape;
end $$;


--
-- Name: FUNCTION survey_shape(surveyed public.geometry, corners public.geometry); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.survey_shape(surveyed public.geometry, corners public.geometry) IS 'A surveyed polygon with its corners taken from those known within 1 mm, else rounded to 0.1 mm; null where it is none. All in one projected system, metres';


--
-- Name: take_numbers(uuid, integer); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.take_numbers(sheet uuid, how_many integer) RETURNS SETOF text
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  with taken as (
    update cadastre.sheet s set next_parcel_no = s.next_parcel_no + how_many where s.sheet_id = sheet returning s.next_parcel_no - how_many as first)
  select (t.first + n)::text from taken t cross join generate_series(0, how_many - 1) n
$$;


--
-- Name: FUNCTION take_numbers(sheet uuid, how_many integer); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.take_numbers(sheet uuid, how_many integer) IS 'Takes the next free numbers of a sheet: they are given to nobody else, ever';


--
-- Name: tile_revision_at(integer, integer, integer); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.tile_revision_at(z integer, x integer, y integer) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select coalesce(max(revision), 0) from cadastre.tile_revision
  where case when z >= 14 then cell_x = x >> (z - 14) and cell_y = y >> (z - 14)
    else cell_x between x << (14 - z) and ((x + 1) << (14 - z)) - 1
     and cell_y between y << (14 - z) and ((y + 1) << (14 - z)) - 1 end
$$;


--
-- Name: FUNCTION tile_revision_at(z integer, x integer, y integer); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.tile_revision_at(z integer, x integer, y integer) IS 'Revision of the area a tile shows; changes when anything in it is registered or ended';


--
-- Name: to_registry(public.geometry); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.to_registry(shape public.geometry) RETURNS public.geometry
    LANGUAGE sql STABLE STRICT
    SET search_path TO 'public'
    AS $$
  select case when st_srid(shape) = r.srid then shape else st_snaptogrid(st_transform(shape, r.srid), 0.0001) end
  from (select value::int as srid from reference.registry_state where name = 'registry_srid') r
$$;


--
-- Name: FUNCTION to_registry(shape public.geometry); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.to_registry(shape public.geometry) IS 'A shape in the registry''s system, to 0.1 mm';


--
-- Name: unite(public.geometry[], double precision); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.unite(parts public.geometry[], tolerance_m double precision) RETURNS public.geometry
    LANGUAGE plpgsql IMMUTABLE STRICT
    SET search_path TO 'public'
    AS $$
declare
  corners geometry := st_collect(parts);
  met geometry[];
  whole geometry;
  gap geometry;
begin
  select array_agg(st_snap(p.geom, (select st_collect(d.geom) from st_dumppoints(corners) d where st_dwithin(d.geom, p.geom, 0.0002)), 0.00011)
      order by p.n)
  into met from unnest(parts) with ordinality as p(geom, n);
  if exists (select from unnest(met) m where not st_isvalid(m)) then
    met := parts;
  end if;
  whole := st_unaryunion(st_collect(met));
  select st_collect(st_snap(g.geom, whole, 0.0001)) into gap
  from (select (st_dump(st_difference(
    st_buffer(st_buffer(whole, tolerance_m / 2, 'join=mitre mitre_limit=100'), -tolerance_m / 2, 'join=mitre mitre_limit=100'), whole))).geom) g
  where st_area(g.geom) > 1e-6 and (select count(*) from unnest(met) m where st_dwithin(m, g.geom, 0.0001)) >= 2;
  if gap is not null then
    whole := st_unaryunion(st_collect(whole, gap));
  end if;
  if geometrytype(whole) <> 'POLYGON' or not st_isvalid(whole) then
    return null;
  end if;
  return cadastre.round_new_corners(whole, corners);
end $$;


--
-- Name: FUNCTION unite(parts public.geometry[], tolerance_m double precision); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.unite(parts public.geometry[], tolerance_m double precision) IS 'Polygons that meet as one, gaps between them closed that are no wider than the tolerance; null where they are not one piece. All in one projected system, metres';


--
-- Name: was_compared(uuid); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.was_compared(dealing uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    SET enable_nestloop TO 'off'
    AS $$
declare
  compared uuid;
begin
  select d.batch_id into compared from dealing.dealing d join staging.overlap_check c using (batch_id)
  where d.dealing_id = dealing and d.kind = 'import_promotion';
  if compared is null then
    return false;
  end if;
  return (select bool_and(coalesce(v.geom = r.geom, false)) from cadastre.parcel_version v
    left join staging.record r on r.batch_id = compared and r.parcel_id = v.parcel_id
    where v.raised_by = dealing and v.status = 'current');
end $$;


--
-- Name: FUNCTION was_compared(dealing uuid); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.was_compared(dealing uuid) IS 'Whether all that a promotion raised was compared with each other while it was staged, and is unchanged';


--
-- Name: with_corner(public.geometry, public.geometry); Type: FUNCTION; Schema: cadastre; Owner: -
--

CREATE FUNCTION cadastre.with_corner(shape public.geometry, corner public.geometry) RETURNS public.geometry
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'public'
    AS $$
  -- The corner was rounded, so it lies up to 0.07 mm beside the edge it was made on.
  select case when st_dwithin(corner, st_boundary(shape), 0.0001)
      and not exists (select from st_dumppoints(shape) k where st_x(k.geom) = st_x(corner) and st_y(k.geom) = st_y(corner))
    then st_snap(shape, corner, 0.00011) else shape end
$$;


--
-- Name: FUNCTION with_corner(shape public.geometry, corner public.geometry); Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON FUNCTION cadastre.with_corner(shape public.geometry, corner public.geometry) IS 'A polygon with a corner more, where one lies on its edge: ground moves by at most 0.1 mm';


--
-- Name: count_version(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.count_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;


--
-- Name: FUNCTION count_version(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.count_version() IS 'Counts a version with every change of a dealing';


--
-- Name: file_together(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.file_together() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  first dealing.dealing;
  stray uuid;
begin
  select d.* into strict first from dealing.dealing d where d.dealing_id = coalesce(new.file_id, new.dealing_id);
  if first.file_id is not null then
    raise exception 'dealing % is not the first of its file', first.dealing_id using errcode = 'DB001';
  end if;
  select d.dealing_id into stray from dealing.dealing d
  where d.file_id = first.dealing_id
    and ((d.status <> first.status and d.status <> 'withdrawn')
      or (d.proposed_by, d.commune_code) is distinct from (first.proposed_by, first.commune_code))
  limit 1;
  if found then
    raise exception 'dealing % is of a file and moves with it', stray using errcode = 'DB001';
  end if;
  if first.status in ('registered', 'closed') then
    select t.dealing_id into stray from dealing.dealing d join dealing.target t using (dealing_id)
    where d.file_id = first.dealing_id and d.status = first.status
      and not exists (select from cadastre.parcel_version v where v.parcel_id = t.parcel_id and v.version_no = t.version_no)
    limit 1;
    if found then
      raise exception 'dealing % is about a parcel that is not there', stray using errcode = 'DB001';
    end if;
  end if;
  return null;
end $$;


--
-- Name: FUNCTION file_together(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.file_together() IS 'Asked at the end of a transaction: the dealings of a file are of one proposer and commune, in one state, and about parcels that exist once it is registered';


--
-- Name: forward_only(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.forward_only() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if dealing.status_rank(new.status) < dealing.status_rank(old.status)
     or (old.status in ('refused', 'withdrawn') and new.status <> old.status) then
    raise exception 'dealing % cannot go from % to %', old.dealing_id, old.status, new.status using errcode = 'DB001';
  end if;
  if old.status in ('registered', 'closed')
     and (new.kind, new.commune_code, new.initial_load, new.proposed_by, new.approved_by, new.batch_id, new.registered_at)
         is distinct from (old.kind, old.commune_code, old.initial_load, old.proposed_by, old.approved_by, old.batch_id, old.registered_at) then
    raise exception 'dealing % is registered and is not edited', old.dealing_id using errcode = 'DB001';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION forward_only(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.forward_only() IS 'Refuses a step back and any change of a registered dealing';


--
-- Name: keep_lodged(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.keep_lodged() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  present text;
begin
  select d.status into present from dealing.dealing d where d.dealing_id = old.dealing_id;
  if tg_op = 'DELETE' and present = 'draft' then
    return old;
  end if;
  if present <> 'draft' or new.dealing_id is distinct from old.dealing_id then
    raise exception 'dealing % is %: what it says is fixed', old.dealing_id, present using errcode = 'DB001';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_lodged(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.keep_lodged() IS 'What a dealing says changes only while it is a draft';


--
-- Name: keep_request(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.keep_request() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  moving constant text[] := '{code_hash,code_number,status,version,due_on,changed_at,suspended_at,grounds,fee_status,fee_vnd,fee_basis,handled_by,decided_at,refusal_ground,refusal,paper_serial}';
  ranks constant jsonb := '{"received": 1, "accepted": 2, "fulfilled": 3, "refused": 3}';
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving)
     or (ranks ->> new.status)::int < (ranks ->> old.status)::int
     or (old.status in ('fulfilled', 'refused')
         and (to_jsonb(new) - '{code_hash,code_number,version,changed_at}'::text[]) is distinct from (to_jsonb(old) - '{code_hash,code_number,version,changed_at}'::text[])) then
    raise exception 'request % is %: what was asked is fixed, and it moves forward only', old.reference, old.status using errcode = 'DB001';
  end if;
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;


--
-- Name: FUNCTION keep_request(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.keep_request() IS 'What was asked is fixed; a request moves forward only and is never removed; counts versions';


--
-- Name: keep_terms(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.keep_terms() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if (new.kind, new.initial_load, new.proposed_by, new.reverses, new.commune_code, new.commune_valid_from, new.file_id, new.file_no, new.entered_on, new.entered_book)
       is distinct from (old.kind, old.initial_load, old.proposed_by, old.reverses, old.commune_code, old.commune_valid_from, old.file_id, old.file_no, old.entered_on, old.entered_book)
     or (old.batch_id is not null and new.batch_id is distinct from old.batch_id)
     or (old.approved_by is not null and new.approved_by is distinct from old.approved_by) then
    raise exception 'dealing % is what was proposed', old.dealing_id using errcode = 'DB001';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_terms(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.keep_terms() IS 'Refuses to change what was proposed, by whom, and who approved it';


--
-- Name: legal_moment(uuid); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.legal_moment(dealing uuid) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
begin
  return coalesce((select d.entered_on::timestamp at time zone 'Asia/Ho_Chi_Minh' from dealing.dealing d where d.dealing_id = dealing), now());
end $$;


--
-- Name: FUNCTION legal_moment(dealing uuid); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.legal_moment(dealing uuid) IS 'Legal moment of what a dealing registers: the day of the paper books where it is entered late, else now. What the system did when stands beside it as recorded_at';


--
-- Name: refuse_removal(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.refuse_removal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  raise exception 'a dealing is never deleted, and keeps its id' using errcode = 'DB001';
end $$;


--
-- Name: FUNCTION refuse_removal(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.refuse_removal() IS 'A dealing, once there, stays: what it raised refers to it';


--
-- Name: require_raising(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.require_raising() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  missing uuid;
begin
  select n.raised_by into missing from (select distinct raised_by from new_rows) n
  where not exists (select from dealing.dealing d where d.dealing_id = n.raised_by) limit 1;
  if found then
    raise exception 'there is no dealing %', missing using errcode = 'foreign_key_violation',
      schema = tg_table_schema, table = tg_table_name, constraint = tg_table_name || '_raised_by_exists';
  end if;
  return null;
end $$;


--
-- Name: FUNCTION require_raising(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.require_raising() IS 'Refuses rows that say they were raised by a dealing that does not exist';


--
-- Name: require_target(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.require_target() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  if not exists (select from cadastre.parcel_version v where v.parcel_id = new.parcel_id and v.version_no = new.version_no)
     and not exists (select from dealing.dealing d where d.dealing_id = new.dealing_id and d.file_id is not null) then
    raise exception 'there is no version % of parcel %', new.version_no, new.parcel_id using errcode = 'foreign_key_violation',
      schema = tg_table_schema, table = tg_table_name, constraint = 'target_version_exists';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION require_target(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.require_target() IS 'A dealing is about a version of the register, or about what an earlier dealing of its file will raise';


--
-- Name: status_rank(text); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.status_rank(status text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select case status when 'draft' then 0 when 'lodged' then 1 when 'examined' then 2 when 'approved' then 3
    when 'refused' then 4 when 'withdrawn' then 4 when 'registered' then 5 when 'closed' then 6 end
$$;


--
-- Name: FUNCTION status_rank(status text); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.status_rank(status text) IS 'Order of the states; a dealing never goes back';


--
-- Name: tell_dealing(); Type: FUNCTION; Schema: dealing; Owner: -
--

CREATE FUNCTION dealing.tell_dealing() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  perform pg_catalog.pg_notify('diaba_register', pg_catalog.json_build_object('dealingId', new.dealing_id, 'commune', new.commune_code,
    'status', new.status, 'parcelIds', coalesce((select pg_catalog.json_agg(t.parcel_id order by t.ordinal)
      from dealing.target t where t.dealing_id = new.dealing_id and t.ordinal <= 100), '[]'::json))::text);
  return null;
end $$;


--
-- Name: FUNCTION tell_dealing(); Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON FUNCTION dealing.tell_dealing() IS 'Tells listeners that a dealing moved, and which parcels it is about; ids and codes only';


--
-- Name: count_map_sheet(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.count_map_sheet() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;


--
-- Name: FUNCTION count_map_sheet(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.count_map_sheet() IS 'Every change of a map sheet counts a version';


--
-- Name: keep_blank(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.keep_blank() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  -- What is lost and found again is destroyed, never used.
  ways constant jsonb := '{"received": ["given", "spoiled", "lost"], "given": ["received", "used", "spoiled", "lost"], "used": [], "spoiled": [], "lost": ["spoiled"]}';
begin
  if tg_op = 'INSERT' then
    if new.status <> 'received' then
      raise exception 'blank % begins in the store', new.serial using errcode = 'DB003';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or new.serial <> old.serial or not ways -> old.status ? new.status then
    raise exception 'blank % is %: it moves forward only', old.serial, old.status using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_blank(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.keep_blank() IS 'A blank moves from the store to who prints and to its end, and no serial is used twice';


--
-- Name: keep_certificate(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.keep_certificate() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  moving constant text[] := '{status,ended_by,ended_at}';
begin
  if tg_op = 'DELETE' or old.status <> 'valid' or new.status = 'valid'
     or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
    raise exception 'certificate % was issued: it ends once, and is never edited or deleted', old.serial using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_certificate(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.keep_certificate() IS 'A certificate ends once, and is never edited or deleted';


--
-- Name: keep_decided(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.keep_decided() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if tg_op = 'DELETE' or old.status in ('confirmed', 'rejected') then
    raise exception 'document % is %: it is not changed any more', old.document_id, old.status using errcode = 'DB003';
  end if;
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;


--
-- Name: FUNCTION keep_decided(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.keep_decided() IS 'A document that was decided on is not changed; every other change counts a version';


--
-- Name: keep_fields(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.keep_fields() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  present text;
begin
  select d.status into present from document.document d where d.document_id = old.document_id;
  -- Pages were put together anew: what was read of them, and nobody said, is read again.
  if tg_op = 'DELETE' and present = 'reading' and old.state = 'read' then
    return old;
  end if;
  -- Two people read it differently, and a third one said which is right; what the first said stays in document.second_field.
  if tg_op = 'UPDATE' and present = 'confirmed' and (old.document_id, old.name) = (new.document_id, new.name)
    and exists (select from document.second_reading r join document.second_field f using (document_id)
      where r.document_id = old.document_id and r.status = 'differs' and f.name = old.name and not f.agrees) then
    return new;
  end if;
  if tg_op = 'DELETE' or present <> 'to_review' or (old.document_id, old.name) is distinct from (new.document_id, new.name) then
    raise exception 'document % is %: what it says is fixed', old.document_id, present using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_fields(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.keep_fields() IS 'What a document says changes only while it is reviewed, or where two readings of it are settled';


--
-- Name: keep_link(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.keep_link() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if tg_op = 'DELETE' or old.status <> 'proposed' or (old.document_id, old.parcel_id, old.proposed_by) is distinct from (new.document_id, new.parcel_id, new.proposed_by) then
    raise exception 'the link of document % is %', old.document_id, old.status using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_link(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.keep_link() IS 'A link is decided on once';


--
-- Name: keep_pages(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.keep_pages() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
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


--
-- Name: FUNCTION keep_pages(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.keep_pages() IS 'The pages of a document that was decided on are not changed';


--
-- Name: keep_paper(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.keep_paper() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
declare
  moving constant text[] := '{status,superseded_at,superseded_by,revoked_at}';
begin
  if tg_op = 'DELETE' or old.status = 'revoked' or new.status = 'issued' or (old.status = 'superseded' and new.status <> 'revoked')
     or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
    raise exception 'paper % was issued: it is superseded or revoked, never edited or deleted', old.serial using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_paper(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.keep_paper() IS 'A paper that was issued is superseded or revoked, never edited or deleted';


--
-- Name: keep_second_reading(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.keep_second_reading() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if tg_op = 'DELETE' or (old.status, new.status) not in (('waiting', 'agreed'), ('waiting', 'differs'), ('differs', 'settled'))
    or (old.document_id, old.commune_code, old.first_reader) is distinct from (new.document_id, new.commune_code, new.first_reader) then
    raise exception 'the second reading of document % is %', old.document_id, old.status using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_second_reading(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.keep_second_reading() IS 'A second reading only goes forward: it waits, agrees or differs, and what differs is settled';


--
-- Name: supersede_papers(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.supersede_papers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  update document.paper p set status = 'superseded', superseded_at = clock_timestamp(), superseded_by = changed.dealing_id
  from (
    select distinct on (a.serial) a.serial, coalesce(r.ended_by, r.raised_by) as dealing_id
    from new_rows r join document.paper_parcel a on a.parcel_id = r.parcel_id
    order by a.serial, r.ended_by nulls last
  ) changed
  -- A receipt and a form say what was asked, whatever the register says.
  where p.serial = changed.serial and p.status = 'issued' and p.kind not in ('receipt', 'request_form');
  return null;
end $$;


--
-- Name: FUNCTION supersede_papers(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.supersede_papers() IS 'Papers about parcels whose version ended or whose rights changed no longer say what the register says';


--
-- Name: supersede_papers_of_holders(); Type: FUNCTION; Schema: document; Owner: -
--

CREATE FUNCTION document.supersede_papers_of_holders() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  update document.paper p set status = 'superseded', superseded_at = clock_timestamp(), superseded_by = changed.dealing_id
  from (
    select distinct on (a.serial) a.serial, coalesce(n.ended_by, n.raised_by) as dealing_id
    from new_rows n join rights."right" r on r.party_id = n.party_id and r.ended_at is null
    join document.paper_parcel a on a.parcel_id = r.parcel_id
    order by a.serial, n.ended_by nulls last
  ) changed
  -- A receipt and a form say what was asked, whatever the register says.
  where p.serial = changed.serial and p.status = 'issued' and p.kind not in ('receipt', 'request_form');
  return null;
end $$;


--
-- Name: FUNCTION supersede_papers_of_holders(); Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON FUNCTION document.supersede_papers_of_holders() IS 'Papers about parcels whose holder is called otherwise no longer say what the register says';


--
-- Name: count_day(date); Type: FUNCTION; Schema: indicator; Owner: -
--

CREATE FUNCTION indicator.count_day(counted date) RETURNS TABLE(commune_code character, measure text, item text, value numeric)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  with span as materialized (
    select counted::timestamp at time zone 'Asia/Ho_Chi_Minh' as since, (counted + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as before),
  -- What is in no list was written by hand, and can say anything.
  listed as materialized (select distinct l.code from reference.land_use l where not l.is_group),
  held as materialized (
    select distinct r.parcel_id from rights."right" r, span where r.registered_at < span.before and (r.ended_at is null or r.ended_at >= span.before)),
  land as materialized (
    select s.commune_code, coalesce(u.code, '') as use, count(*) as parcels, sum(v.area_m2) as area, count(h.parcel_id) as held
    from span, cadastre.parcel_version v join cadastre.sheet s using (sheet_id) left join held h using (parcel_id)
    left join listed u on u.code = pg_catalog.split_part(v.land_use, '+', 1)
    where v.status <> 'pending' and v.registered_at < span.before and (v.ended_at is null or v.ended_at >= span.before)
    group by 1, 2),
  changed as materialized (
    select s.commune_code, indicator.listed_use(p.land_use) || '>' || indicator.listed_use(v.land_use) as change, count(*) as parcels, sum(v.area_m2) as area
    from span, cadastre.parcel_version v join cadastre.parcel_version p on p.parcel_id = v.parcel_id and p.version_no = v.version_no - 1
    join cadastre.sheet s on s.sheet_id = v.sheet_id
    where v.status <> 'pending' and v.registered_at >= span.since and v.registered_at < span.before and p.land_use <> v.land_use
    group by 1, 2),
  dealt as materialized (
    select d.commune_code, d.kind, d.lodged_at, d.status, d.batch_id,
      case when d.status in ('registered', 'closed') then d.registered_at when d.status in ('refused', 'withdrawn') then d.decided_at end as ended_at
    from dealing.dealing d),
  asked as materialized (
    select r.commune_code, r.received_at, r.decided_at, r.due_on,
      exists (select from dealing.request_stop s where s.request_id = r.request_id and s.stopped_at < span.before
        and (s.resumed_at is null or s.resumed_at >= span.before)) as stopped
    from dealing.request r, span where r.received_at < span.before),
  pledged as materialized (
    select m.commune_code, m.registered_at, m.ended_at, m.follows is null as fresh,
      not exists (select from rights.mortgage n where n.follows = m.mortgage_id) as last
    from rights.mortgage m),
  found(commune_code, measure, item, value) as (
    select l.commune_code, 'parcels', '', sum(l.parcels) from land l group by 1
    union all select l.commune_code, 'area_m2', '', sum(l.area) from land l group by 1
    union all select l.commune_code, 'parcels_with_holder', '', sum(l.held) from land l group by 1
    union all select l.commune_code, 'land_use_parcels', l.use, l.parcels from land l
    union all select l.commune_code, 'land_use_area_m2', l.use, l.area from land l
    union all select c.commune_code, 'land_use_change_parcels', c.change, c.parcels from changed c
    union all select c.commune_code, 'land_use_change_area_m2', c.change, c.area from changed c
    union all select b.commune_code, 'files_received', '', count(*) from staging.batch b, span
      where b.kind = 'parcels' and b.created_at >= span.since and b.created_at < span.before group by 1
    union all select s.commune_code, 'scans_received', '', count(*) from document.scan s, span
      where s.received_at >= span.since and s.received_at < span.before group by 1
    union all select t.commune_code, f.measure, '', f.value
      from (select o.commune_code, count(*) filter (where o.status = 'confirmed' and o.decided_at >= span.since and o.decided_at < span.before) as confirmed,
          count(*) filter (where o.created_at < span.before and (o.decided_at is null or o.decided_at >= span.before)) as waiting
        from document.document o, span group by 1) t
      cross join lateral (values ('documents_confirmed', t.confirmed), ('documents_waiting', t.waiting)) f(measure, value)
    union all select t.commune_code, f.measure, '', f.value
      from (select d.commune_code,
          count(*) filter (where d.lodged_at >= span.since and d.lodged_at < span.before) as lodged,
          count(*) filter (where d.status in ('registered', 'closed') and d.ended_at >= span.since and d.ended_at < span.before) as registered,
          count(*) filter (where d.status in ('refused', 'withdrawn') and d.ended_at >= span.since and d.ended_at < span.before and d.lodged_at is not null) as refused,
          count(*) filter (where d.lodged_at < span.before and (d.ended_at is null or d.ended_at >= span.before)) as open,
          count(*) filter (where d.kind = 'import_promotion' and d.status in ('registered', 'closed') and d.ended_at >= span.since and d.ended_at < span.before) as files
        from dealt d, span group by 1) t
      cross join lateral (values ('dealings_lodged', t.lodged), ('dealings_registered', t.registered), ('dealings_refused', t.refused),
        ('dealings_open', t.open), ('files_registered', t.files)) f(measure, value)
    union all select d.commune_code, 'dealings_by_kind', d.kind, count(*) from dealt d, span
      where d.status in ('registered', 'closed') and d.ended_at >= span.since and d.ended_at < span.before group by 1, 3
    union all select t.commune_code, f.measure, '', f.value
      from (select a.commune_code,
          count(*) filter (where a.received_at >= span.since) as received,
          count(*) filter (where a.decided_at >= span.since and a.decided_at < span.before) as decided,
          count(*) filter (where a.decided_at >= span.since and a.decided_at < span.before
            and (a.decided_at at time zone 'Asia/Ho_Chi_Minh')::date > a.due_on) as late,
          count(*) filter (where a.decided_at is null or a.decided_at >= span.before) as open,
          count(*) filter (where (a.decided_at is null or a.decided_at >= span.before) and not a.stopped
            and a.due_on < (least(span.before, now()) at time zone 'Asia/Ho_Chi_Minh')::date) as overdue
        from asked a, span group by 1) t
      cross join lateral (values ('requests_received', t.received), ('requests_decided', t.decided), ('requests_late', t.late),
        ('requests_open', t.open), ('requests_overdue', t.overdue)) f(measure, value)
    union all select t.commune_code, f.measure, '', f.value
      from (select p.commune_code,
          count(*) filter (where p.registered_at < span.before and (p.ended_at is null or p.ended_at >= span.before)) as standing,
          count(*) filter (where p.fresh and p.registered_at >= span.since and p.registered_at < span.before) as registered,
          count(*) filter (where p.last and p.ended_at >= span.since and p.ended_at < span.before) as released
        from pledged p, span group by 1) t
      cross join lateral (values ('mortgages', t.standing), ('mortgages_registered', t.registered), ('mortgages_released', t.released)) f(measure, value))
  select f.commune_code::char(5), f.measure, f.item, f.value::numeric from found f where f.value > 0 and f.commune_code is not null
$$;


--
-- Name: FUNCTION count_day(counted date); Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON FUNCTION indicator.count_day(counted date) IS 'The figures of a day by commune, from dated rows that the asker sees; nought is left out';


--
-- Name: in_fives(numeric); Type: FUNCTION; Schema: indicator; Owner: -
--

CREATE FUNCTION indicator.in_fives(exact numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select case when exact <= 0 then 0 when exact < 5 then null else floor(exact / 5) * 5 end
$$;


--
-- Name: FUNCTION in_fives(exact numeric); Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON FUNCTION indicator.in_fives(exact numeric) IS 'A figure that could say something of a person, as the public is told it: null for one to four, else the multiple of five below';


--
-- Name: listed_use(text); Type: FUNCTION; Schema: indicator; Owner: -
--

CREATE FUNCTION indicator.listed_use(land_use text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select coalesce(pg_catalog.string_agg(case when exists (select from reference.land_use l where l.code = part.code and not l.is_group) then part.code else '?' end,
    '+' order by part.n), '?')
  from pg_catalog.string_to_table(listed_use.land_use, '+') with ordinality as part(code, n)
$$;


--
-- Name: FUNCTION listed_use(land_use text); Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON FUNCTION indicator.listed_use(land_use text) IS 'Land-use codes joined by +, with ? for what is in no list: written by hand, it can say anything';


--
-- Name: refuse_change(); Type: FUNCTION; Schema: indicator; Owner: -
--

CREATE FUNCTION indicator.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  raise exception 'figures of a day that is over stay what they were' using errcode = 'DB002';
end $$;


--
-- Name: FUNCTION refuse_change(); Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON FUNCTION indicator.refuse_change() IS 'Refuses UPDATE, DELETE and TRUNCATE, for the owner too';


--
-- Name: answers_about(bytea, integer); Type: FUNCTION; Schema: lookup; Owner: -
--

CREATE FUNCTION lookup.answers_about(number_hash bytea, most integer) RETURNS TABLE(answer_id uuid, asked_at timestamp with time zone, asker text, matter_no text, statement text, parcel_id uuid, parcel_code text, sheet_no text, parcel_no text, commune_name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  with own as materialized (
    select array_agg(distinct i.party_id) as parties from party.identity_paper i
    where i.lookup_hash = number_hash and party.holds_number(i.party_id, number_hash))
  select a.answer_id, a.asked_at, a.asker, a.matter_no, a.statement, a.parcel_id, v.parcel_code::text, s.number, v.parcel_no,
    (select u.name from reference.administrative_unit u where u.code = s.commune_code and u.valid_from = s.commune_valid_from)
  from own join audit.read_log l on l.answer_id is not null and l.party_ids && own.parties
  join lookup.given_answer a on a.answer_id = l.answer_id
  join lateral (select w.* from cadastre.parcel_version w where w.parcel_id = a.parcel_id and w.status <> 'pending' order by w.version_no desc limit 1) v on true
  join cadastre.sheet s on s.sheet_id = v.sheet_id
  order by a.asked_at desc, a.answer_id limit most
$$;


--
-- Name: FUNCTION answers_about(number_hash bytea, most integer); Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON FUNCTION lookup.answers_about(number_hash bytea, most integer) IS 'Answers to banks and notaries about certificates that the holder of an identity number held by, the latest first';


--
-- Name: own_land(bytea, integer); Type: FUNCTION; Schema: lookup; Owner: -
--

CREATE FUNCTION lookup.own_land(number_hash bytea, most integer) RETURNS TABLE(parcel_id uuid, parcel_code text, sheet_no text, parcel_no text, commune_name text, kind text, share text, until date, certificate_serial text, land_use text, area_m2 double precision, legal_area_m2 double precision)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  with own as materialized (
    select distinct i.party_id from party.identity_paper i where i.lookup_hash = number_hash and party.holds_number(i.party_id, number_hash))
  select r.parcel_id, v.parcel_code::text, s.number, v.parcel_no,
    (select u.name from reference.administrative_unit u where u.code = s.commune_code and u.valid_from = s.commune_valid_from),
    r.kind, case when r.share_denominator = 1 then '1' else r.share_numerator || '/' || r.share_denominator end, r.until, r.certificate_serial,
    v.land_use, v.area_m2::float8, v.legal_area_m2::float8
  from own join rights."right" r using (party_id)
  join cadastre.parcel_version v on v.parcel_id = r.parcel_id and v.status = 'current'
  join cadastre.sheet s on s.sheet_id = v.sheet_id
  where r.ended_at is null
  order by s.commune_code, length(s.number), s.number, length(v.parcel_no), v.parcel_no, r.right_id limit most
$$;


--
-- Name: FUNCTION own_land(number_hash bytea, most integer); Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON FUNCTION lookup.own_land(number_hash bytea, most integer) IS 'Land that the holder of an identity number uses or manages now';


--
-- Name: own_looks(bytea, integer); Type: FUNCTION; Schema: lookup; Owner: -
--

CREATE FUNCTION lookup.own_looks(number_hash bytea, most integer) RETURNS TABLE(looked_at timestamp with time zone, purpose text, subject text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  with own as materialized (
    select array_agg(distinct i.party_id) as parties from party.identity_paper i
    where i.lookup_hash = number_hash and party.holds_number(i.party_id, number_hash)),
  -- Answers to banks and notaries are told by answers_about, with who asked.
  looks as (
    (select l.* from own join audit.read_log l on l.party_ids && own.parties where l.answer_id is null order by l.at desc limit most)
    union all
    (select l.* from dealing.request r join audit.read_log l on l.request_id = r.request_id where r.identity_hash = number_hash order by l.at desc limit most))
  select l.at, l.purpose, l.subject_kind, (select w.name from staging.staff w where w.actor = l.actor)
  from looks l order by l.at desc, l.seq desc limit most
$$;


--
-- Name: FUNCTION own_looks(number_hash bytea, most integer); Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON FUNCTION lookup.own_looks(number_hash bytea, most integer) IS 'Looks of staff at the holder of an identity number and at requests sent under it, the latest first';


--
-- Name: own_papers(bytea, integer); Type: FUNCTION; Schema: lookup; Owner: -
--

CREATE FUNCTION lookup.own_papers(number_hash bytea, most integer) RETURNS TABLE(serial text, kind text, status text, issued_at timestamp with time zone, office text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  with own as materialized (
    select array_agg(distinct i.party_id) as parties from party.identity_paper i
    where i.lookup_hash = number_hash and party.holds_number(i.party_id, number_hash))
  select p.serial, p.kind, p.status, p.issued_at, p.office
  from own join document.paper p on p.party_ids && own.parties
  order by p.issued_at desc, p.serial limit most
$$;


--
-- Name: FUNCTION own_papers(number_hash bytea, most integer); Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON FUNCTION lookup.own_papers(number_hash bytea, most integer) IS 'Papers that name the holder of an identity number, the latest first';


--
-- Name: own_requests(bytea, integer); Type: FUNCTION; Schema: lookup; Owner: -
--

CREATE FUNCTION lookup.own_requests(number_hash bytea, most integer) RETURNS TABLE(reference text, kind text, status text, suspended boolean, received_at timestamp with time zone, due_on date, decided_at timestamp with time zone, parcel_id uuid, sheet_no text, parcel_no text, commune_name text, paper_serial text, paper_status text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select r.reference, r.kind, r.status, r.suspended_at is not null, r.received_at, r.due_on, r.decided_at, r.parcel_id, s.number, v.parcel_no,
    (select u.name from reference.administrative_unit u where u.code = s.commune_code and u.valid_from = s.commune_valid_from),
    p.serial, p.status
  from dealing.request r
  join lateral (select w.* from cadastre.parcel_version w where w.parcel_id = r.parcel_id and w.status <> 'pending' order by w.version_no desc limit 1) v on true
  join cadastre.sheet s on s.sheet_id = v.sheet_id
  left join document.paper p on p.serial = r.paper_serial
  where r.identity_hash = number_hash
  order by r.received_at desc, r.request_id limit most
$$;


--
-- Name: FUNCTION own_requests(number_hash bytea, most integer); Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON FUNCTION lookup.own_requests(number_hash bytea, most integer) IS 'Requests that were sent under an identity number, the latest first; how they stand, and not what they say';


--
-- Name: holds_number(uuid, bytea); Type: FUNCTION; Schema: party; Owner: -
--

CREATE FUNCTION party.holds_number(party uuid, hash bytea) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select exists (
    select from party.identity_paper i
    left join party.detail d on d.party_id = i.party_id and d.ended_at is null
    where i.party_id = party and i.lookup_hash = hash
      and case when d.identity_ordinal is null then i.raised_by is null else i.ordinal = d.identity_ordinal end)
$$;


--
-- Name: FUNCTION holds_number(party uuid, hash bytea); Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON FUNCTION party.holds_number(party uuid, hash bytea) IS 'Whether an identity number is one that holds for the party now: one that was corrected away is not';


--
-- Name: name_at(uuid, timestamp with time zone); Type: FUNCTION; Schema: party; Owner: -
--

CREATE FUNCTION party.name_at(party uuid, before timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select coalesce(
    (select d.name from party.detail d where d.party_id = party
       and (before is null and d.ended_at is null or d.registered_at < before and (d.ended_at is null or d.ended_at >= before))
     order by d.registered_at desc limit 1),
    (select p.name from party.party p where p.party_id = party))
$$;


--
-- Name: FUNCTION name_at(party uuid, before timestamp with time zone); Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON FUNCTION party.name_at(party uuid, before timestamp with time zone) IS 'What a party was called just before an instant, now without one; under the policies of who asks';


--
-- Name: name_known(uuid, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: party; Owner: -
--

CREATE FUNCTION party.name_known(party uuid, before timestamp with time zone, known timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select coalesce(
    (select d.name from party.detail d where d.party_id = party and d.registered_at < before and greatest(d.recorded_at, d.registered_at) < known
       and (d.ended_at is null or d.ended_at >= before
         or greatest(d.ended_at, (select coalesce(e.decided_at, e.created_at) from dealing.dealing e where e.dealing_id = d.ended_by)) >= known)
     order by d.registered_at desc limit 1),
    (select p.name from party.party p where p.party_id = party))
$$;


--
-- Name: FUNCTION name_known(party uuid, before timestamp with time zone, known timestamp with time zone); Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON FUNCTION party.name_known(party uuid, before timestamp with time zone, known timestamp with time zone) IS 'What a party was called just before an instant, by what was recorded before another; under the policies of who asks';


--
-- Name: named(text, text[], integer); Type: FUNCTION; Schema: party; Owner: -
--

CREATE FUNCTION party.named(words text, communes text[], most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $_$
  select n.party_id from (
    select p.party_id from party.party p
      where p.search_key like '%' || words || '%' and p.search_key ~ ('(^|[^[:alnum:]])' || words || '($|[^[:alnum:]])')
        and not exists (select from party.detail d where d.party_id = p.party_id and d.ended_at is null)
    union all
    select d.party_id from party.detail d
      where d.ended_at is null and d.search_key like '%' || words || '%' and d.search_key ~ ('(^|[^[:alnum:]])' || words || '($|[^[:alnum:]])')) n
  where words ~ '^[[:alnum:] ]{2,}$'
    and exists (select from party.visibility v where v.party_id = n.party_id and v.commune_code = any(communes) and staging.in_scope(v.commune_code))
  order by n.party_id limit most
$_$;


--
-- Name: FUNCTION named(words text, communes text[], most integer); Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON FUNCTION party.named(words text, communes text[], most integer) IS 'Parties of these communes whose present name holds words that follow each other (letters and digits without case and diacritics), of communes that the actor serves';


--
-- Name: codes_within(text, integer); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.codes_within(area text, at_most integer) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  with ground as materialized (
    select public.st_transform(public.st_segmentize(public.st_makevalid(public.st_setsrid(public.st_geomfromgeojson(area), 4326)), 0.01), 9214) as g)
  select v.parcel_code::text from ground join cadastre.parcel_version v on v.geom operator(public.&&) ground.g
  where v.status = 'current' and v.ended_at is null and public.st_covers(ground.g, public.st_transform(v.feature_point, 9214))
  order by v.parcel_code limit at_most
$$;


--
-- Name: FUNCTION codes_within(area text, at_most integer); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.codes_within(area text, at_most integer) IS 'Codes of the parcels of now whose point lies in an area (GeoJSON, degrees), at most so many';


--
-- Name: communes_at(double precision[], double precision[]); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.communes_at(lons double precision[], lats double precision[]) RETURNS TABLE(at integer, code text, name text, exact boolean)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO ''
    AS $$
  select p.i::int, u.code::text, u.name, e.boundary is not null
  from unnest(lons, lats) with ordinality as p(lon, lat, i)
  join reference.administrative_unit_extent e
    on p.lon between e.min_lon and e.max_lon and p.lat between e.min_lat and e.max_lat
  join reference.administrative_unit u on u.code = e.code and u.valid_from = e.valid_from
  where u.valid_to is null and (e.boundary is null
    or public.st_intersects(e.boundary, public.st_setsrid(public.st_point(p.lon, p.lat), 4326)))
  order by 1, 2
$$;


--
-- Name: FUNCTION communes_at(lons double precision[], lats double precision[]); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.communes_at(lons double precision[], lats double precision[]) IS 'Units of today at each of some places (counted from 1): exact by their boundary where one is known, else every one in whose box it lies';


--
-- Name: entered_since(timestamp with time zone); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.entered_since(moment timestamp with time zone) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  return array(select d.dealing_id from dealing.dealing d where d.entered_on is not null and coalesce(d.decided_at, d.created_at) >= moment);
end $$;


--
-- Name: FUNCTION entered_since(moment timestamp with time zone); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.entered_since(moment timestamp with time zone) IS 'Dealings that paper books registered before and that were entered at or after a moment: what they ended was not known as ended then';


--
-- Name: fetch_request_paper(text, bytea); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.fetch_request_paper(whole_reference text, whole_code_hash bytea) RETURNS TABLE(serial text, sha256 text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  found record;
begin
  select r.request_id, p.serial, encode(p.sha256, 'hex') as sha256 into found
  from dealing.request r join document.paper p on p.serial = r.paper_serial
  where r.reference = whole_reference and r.code_hash = whole_code_hash and r.delivery = 'download';
  if found is null then
    return;
  end if;
  insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf)
  values ('portal', 'request.paper_fetched', 'request', found.request_id::text, jsonb_build_object('serial', found.serial), '');
  return query select found.serial, found.sha256;
end $$;


--
-- Name: FUNCTION fetch_request_paper(whole_reference text, whole_code_hash bytea); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.fetch_request_paper(whole_reference text, whole_code_hash bytea) IS 'The paper of a request, for who has its reference and its code; each fetching is in the audit log';


--
-- Name: follow_request(text, bytea); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.follow_request(whole_reference text, whole_code_hash bytea) RETURNS TABLE(reference text, kind text, blocks text[], delivery text, parcel_id uuid, status text, suspended boolean, received_at timestamp with time zone, due_on date, fee_status text, fee_vnd numeric, fee_basis text, decided_at timestamp with time zone, refusal_ground text, refusal bytea, paper_serial text, paper_sha256 text, paper_status text, paper_issued_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select r.reference, r.kind, r.blocks, r.delivery, r.parcel_id, r.status, r.suspended_at is not null, r.received_at, r.due_on, r.fee_status, r.fee_vnd,
    r.fee_basis, r.decided_at, r.refusal_ground, r.refusal, p.serial, encode(p.sha256, 'hex'), p.status, p.issued_at
  from dealing.request r left join document.paper p on p.serial = r.paper_serial
  where r.reference = whole_reference and r.code_hash = whole_code_hash
$$;


--
-- Name: FUNCTION follow_request(whole_reference text, whole_code_hash bytea); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.follow_request(whole_reference text, whole_code_hash bytea) IS 'What becomes of a request, for who has its reference and its code: nothing of persons';


--
-- Name: parcel_condition(jsonb, public.geometry); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.parcel_condition(asked jsonb, within public.geometry) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $_$
  -- Parameters by number, the same in parcel_page and parcel_count: $1 since, $2 before, $3 asked, $4 within, $5 its box in the registry's system,
  -- $6 the moment of knowledge, $7 the dealings that were entered late since: what they ended holds on.
  select concat_ws(' and ', 'v.status <> ''pending'' and v.registered_at < $2 and v.recorded_at < $6 and (v.ended_at is null or v.ended_at >= $1 or v.ended_by = any ($7))',
    case when asked ? 'code' then 'v.parcel_code = ($3 ->> ''code'')::char(12)' end,
    case when asked ? 'no' then 'v.parcel_no = $3 ->> ''no''' end,
    case when asked ?| '{communes,sheet}'::text[] then 'v.sheet_id in (select s.sheet_id from cadastre.sheet s where '
      || concat_ws(' and ', case when asked ? 'communes' then 's.commune_code = any (array(select jsonb_array_elements_text($3 -> ''communes''))::char(5)[])' end,
        case when asked ? 'sheet' then 's.number = $3 ->> ''sheet''' end) || ')' end,
    -- The box may use the index; what it lets through is held against the asked shape in the asked system, where its edges are straight.
    case when within is not null then 'v.geom operator(public.&&) $5 and public.st_intersects(public.st_transform(v.geom, public.st_srid($4)), $4)' end)
$_$;


--
-- Name: FUNCTION parcel_condition(asked jsonb, within public.geometry); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.parcel_condition(asked jsonb, within public.geometry) IS 'The condition on cadastre.parcel_version behind a question of the OGC API; of the question only which parts it has goes into the text';


--
-- Name: parcel_count(integer, timestamp with time zone, timestamp with time zone, timestamp with time zone, jsonb, public.geometry); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.parcel_count(at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $_$
declare found int;
  -- What was entered late since may make two versions hold at one moment, as far as was known: then parcels are told apart as for a span of time.
  late uuid[] := portal.entered_since(known);
begin
  execute 'select count(*) from (select ' || case when since is distinct from before or cardinality(late) > 0 then 'distinct v.parcel_id' else '' end
      || ' from cadastre.parcel_version v where ' || portal.parcel_condition(asked, within) || ' limit $8) counted'
    into found using since, before, asked, within, portal.registry_box(within), known, late, at_most;
  return found;
end $_$;


--
-- Name: FUNCTION parcel_count(at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.parcel_count(at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry) IS 'How many parcel_page finds in all, counted up to a limit';


--
-- Name: parcel_drawing(uuid, timestamp with time zone, integer); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.parcel_drawing(wanted uuid, until_moment timestamp with time zone, at_most integer) RETURNS TABLE(own boolean, parcel_no text, land_use text, srid integer, frame double precision[], shape json)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
  with published as materialized (
    select array_agg(p.field) as fields from portal.publication_policy p where p.channel = 'lookup' and p.allowed),
  chosen as materialized (
    select v.parcel_id, v.geom_legal, st_srid(v.geom) as registry_srid, st_expand(v.geom_legal, m.margin) as frame, m.margin
    from cadastre.parcel_version v
    cross join lateral (select least(50, greatest(5, 0.3 * greatest(
      st_xmax(v.geom_legal) - st_xmin(v.geom_legal), st_ymax(v.geom_legal) - st_ymin(v.geom_legal)))) as margin) m
    where v.parcel_id = wanted and v.status <> 'pending' and (until_moment is null
      or (v.registered_at < until_moment and (v.ended_at is null or v.ended_at >= until_moment)))
      and (select p.fields @> '{*,id,state,geometryLegal}' from published p)
    order by v.registered_at desc limit 1),
  near as (
    select v.parcel_id, v.parcel_no, case
    when v.land_use = any ((select cadastre.known_land_uses())::text[]) then v.land_use
    when string_to_array(v.land_use, '+') <@ (select cadastre.known_land_uses()) then v.land_use
    else '' end as land_use, v.geom_legal
    from chosen c join cadastre.parcel_version v on v.geom && st_transform(c.frame, c.registry_srid)
    where v.parcel_id <> wanted and case when until_moment is null then v.status = 'current' else v.status <> 'pending'
      and v.registered_at < until_moment and (v.ended_at is null or v.ended_at >= until_moment) end),
  neighbour as (
    select n.parcel_no, n.land_use, l.legal, st_distance(l.legal, c.geom_legal) as distance_m
    from chosen c cross join near n
    cross join lateral (select case when st_srid(n.geom_legal) = st_srid(c.geom_legal) then n.geom_legal
      else st_transform(n.geom_legal, st_srid(c.geom_legal)) end as legal offset 0) l
    where st_intersects(l.legal, c.frame)
    order by distance_m, n.parcel_no, n.parcel_id limit at_most)
  select true, null, null, st_srid(c.geom_legal),
    array[st_xmin(c.frame), st_ymin(c.frame), st_xmax(c.frame), st_ymax(c.frame)], st_asgeojson(c.geom_legal, 4)::json
  from chosen c
  union all
  select * from (
    select false, case when p.fields @> '{no}' then n.parcel_no end, case when p.fields @> '{landUse}' then n.land_use end,
      null::int, null::double precision[],
      -- Clipped a little outside the frame, so that the cut itself is not drawn as a boundary.
      st_asgeojson(st_clipbybox2d(n.legal, st_expand(c.frame, 0.05 * c.margin)), 4)::json
    from neighbour n cross join chosen c cross join published p order by n.distance_m, n.parcel_no) nearest
$$;


--
-- Name: FUNCTION parcel_drawing(wanted uuid, until_moment timestamp with time zone, at_most integer); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.parcel_drawing(wanted uuid, until_moment timestamp with time zone, at_most integer) IS 'One parcel (latest state, or as of an instant) and the nearest parcels current then, in the system of its sheet, for a drawing; nothing where the policy does not publish the legal boundary. Land use by the lists only';


--
-- Name: parcel_overlays(uuid, timestamp with time zone); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.parcel_overlays(wanted uuid, until_moment timestamp with time zone) RETURNS TABLE(layer_code text, edition_id uuid, feature_no integer, category text, name text, value numeric, unit text, area_m2 double precision, length_m double precision, points integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
  with land as materialized (
    select v.geom_legal from cadastre.parcel_version v
    where v.parcel_id = wanted and v.status <> 'pending' and (until_moment is null
      or (v.registered_at < until_moment and (v.ended_at is null or v.ended_at >= until_moment)))
    order by v.registered_at desc limit 1),
  shown as materialized (
    select array_agg(l.edition_id) as editions from portal.layer l where 'lookup' = any (l.channels)
      and l.in_force_from < coalesce(until_moment, 'infinity') and (l.ended_at is null or l.ended_at >= coalesce(until_moment, 'infinity')))
  select e.layer_code, o.edition_id, o.feature_no, f.public_category, f.public_name, f.value, f.unit, o.area_m2, o.length_m, o.points
  from land cross join shown cross join lateral thematic.overlaps(land.geom_legal, shown.editions) o
  join thematic.feature f using (edition_id, feature_no) join thematic.edition e using (edition_id)
  order by e.layer_code, o.area_m2 desc nulls last, o.length_m desc nulls last, o.feature_no
$$;


--
-- Name: FUNCTION parcel_overlays(wanted uuid, until_moment timestamp with time zone); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.parcel_overlays(wanted uuid, until_moment timestamp with time zone) IS 'Shapes of public layers on a parcel (latest state with the editions in force, or as of an instant), with text that tells of nobody';


--
-- Name: parcel_page(uuid, integer, timestamp with time zone, timestamp with time zone, timestamp with time zone, jsonb, public.geometry); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.parcel_page(after uuid, at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry) RETURNS TABLE(parcel_id uuid, version_no integer, registered_at timestamp with time zone, ended_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $_$
begin
  return query execute 'select distinct on (v.parcel_id) v.parcel_id, v.version_no, v.registered_at,
      case when v.ended_at < $6 and not v.ended_by = any ($7) then v.ended_at end
    from cadastre.parcel_version v where v.parcel_id > $8 and ' || portal.parcel_condition(asked, within) || ' order by v.parcel_id, v.version_no desc limit $9'
    using since, before, asked, within, portal.registry_box(within), known, portal.entered_since(known),
      coalesce(after, '00000000-0000-0000-0000-000000000000'), at_most;
end $_$;


--
-- Name: FUNCTION parcel_page(after uuid, at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.parcel_page(after uuid, at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry) IS 'Parcels by id after one of them that were registered before a moment and not ended before another, as was known before a third: the last such version, and its end; asked: communes, sheet, no, code; within: a shape they touch';


--
-- Name: parcels_at(integer, double precision, double precision, double precision, double precision, timestamp with time zone); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.parcels_at(of_srid integer, x double precision, y double precision, lon double precision, lat double precision, before timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 2
    SET search_path TO ''
    AS $$
  select v.parcel_id from cadastre.parcel_version v
  where public.st_intersects(v.geom, case when of_srid = 9214 then public.st_setsrid(public.st_point(x, y), 9214)
      else public.st_transform(public.st_setsrid(public.st_point(lon, lat), 4326), 9214) end)
    and case when before is null then v.status = 'current'
      else v.status <> 'pending' and v.registered_at < before and (v.ended_at is null or v.ended_at >= before) end
$$;


--
-- Name: FUNCTION parcels_at(of_srid integer, x double precision, y double precision, lon double precision, lat double precision, before timestamp with time zone); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.parcels_at(of_srid integer, x double precision, y double precision, lon double precision, lat double precision, before timestamp with time zone) IS 'Registered parcels that contain or touch a point, given in its own system (east, north) and in degrees; now, or just before an instant';


--
-- Name: parcels_in(double precision, double precision, double precision, double precision); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.parcels_in(west double precision, south double precision, east double precision, north double precision) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 500
    SET search_path TO ''
    AS $$
  select v.parcel_id from cadastre.parcel_version v
  where v.status <> 'pending' and public.st_intersects(v.geom,
    public.st_transform(public.st_segmentize(public.st_makeenvelope(west - 1e-9, south - 1e-9, east + 1e-9, north + 1e-9, 4326), 0.01), 9214))
$$;


--
-- Name: FUNCTION parcels_in(west double precision, south double precision, east double precision, north double precision); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.parcels_in(west double precision, south double precision, east double precision, north double precision) IS 'Parcels that ever had land in a box (degrees): which of them count on a day, the view says';


--
-- Name: parcels_numbered(integer[], text[], text[], integer[], integer[], text[], text[], date[], timestamp with time zone, boolean, integer); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.parcels_numbered(rows_at integer[], sheets text[], nos text[], areas integer[], area_ids integer[], communes text[], units text[], unit_days date[], before timestamp with time zone, with_ended boolean, at_most integer) RETURNS TABLE(at integer, ids text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  with area as materialized (
    select * from unnest(area_ids, communes::char(5)[], units::char(5)[], unit_days) as a(id, commune, unit, first_day))
  select r.at, (array_agg(distinct v.parcel_id::text))[1:at_most]
  from unnest(rows_at, sheets, nos, areas) as r(at, sheet, no, area)
  join area a on a.id = r.area
  join cadastre.sheet s on s.commune_code = a.commune and s.number = r.sheet
    and (a.unit is null or (s.unit_code = a.unit and s.unit_valid_from = a.first_day))
  join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.parcel_no = r.no
  where v.status in ('current', 'historic') and v.registered_at < before and (with_ended or v.ended_at is null or v.ended_at >= before)
  group by r.at
$$;


--
-- Name: FUNCTION parcels_numbered(rows_at integer[], sheets text[], nos text[], areas integer[], area_ids integer[], communes text[], units text[], unit_days date[], before timestamp with time zone, with_ended boolean, at_most integer); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.parcels_numbered(rows_at integer[], sheets text[], nos text[], areas integer[], area_ids integer[], communes text[], units text[], unit_days date[], before timestamp with time zone, with_ended boolean, at_most integer) IS 'Registered parcels by sheet and number in areas, many rows at once: those of each row, at most so many; as of just before an instant, those that had ended among them or not';


--
-- Name: place; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.place (
    commune_code character(5) NOT NULL,
    name text NOT NULL,
    key text NOT NULL,
    parcels integer NOT NULL,
    commune_valid_from date NOT NULL,
    first_registered_at timestamp with time zone NOT NULL,
    point_3857 public.geometry(Point,3857) NOT NULL,
    lon double precision NOT NULL,
    lat double precision NOT NULL,
    min_lon double precision NOT NULL,
    min_lat double precision NOT NULL,
    max_lon double precision NOT NULL,
    max_lat double precision NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT place_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
    CONSTRAINT place_parcels_check CHECK ((parcels > 0))
);


--
-- Name: TABLE place; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.place IS 'Derived, rebuildable: hamlets, streets and fields that addresses of current parcels name; no house number and no person';


--
-- Name: COLUMN place.commune_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.commune_code IS 'Commune today';


--
-- Name: COLUMN place.name; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.name IS 'Name with its kind, as most addresses write it';


--
-- Name: COLUMN place.key; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.key IS 'Name without case and diacritics, for look-up';


--
-- Name: COLUMN place.parcels; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.parcels IS 'Number of current parcels whose address names it';


--
-- Name: COLUMN place.commune_valid_from; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.commune_valid_from IS 'First day of that commune';


--
-- Name: COLUMN place.first_registered_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.first_registered_at IS 'First registration among those parcels';


--
-- Name: COLUMN place.point_3857; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.point_3857 IS 'Median of the label points of those parcels, Web Mercator';


--
-- Name: COLUMN place.lon; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.lon IS 'The same, degrees east';


--
-- Name: COLUMN place.lat; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.lat IS 'The same, degrees north';


--
-- Name: COLUMN place.min_lon; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.min_lon IS 'West edge of those parcels, the outermost 5 % left out, degrees';


--
-- Name: COLUMN place.min_lat; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.min_lat IS 'South edge, degrees';


--
-- Name: COLUMN place.max_lon; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.max_lon IS 'East edge, degrees';


--
-- Name: COLUMN place.max_lat; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.max_lat IS 'North edge, degrees';


--
-- Name: COLUMN place.revision; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.place.revision IS 'Revision';


--
-- Name: publication_policy; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.publication_policy (
    channel text NOT NULL,
    field text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    allowed boolean NOT NULL,
    source text NOT NULL,
    CONSTRAINT publication_policy_channel_check CHECK ((channel = ANY (ARRAY['lookup'::text, 'tiles'::text, 'ogc'::text, 'bulk'::text]))),
    CONSTRAINT publication_policy_check CHECK ((valid_to > valid_from))
);


--
-- Name: TABLE publication_policy; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.publication_policy IS 'What the anonymous public may see, per channel and field; a field without a row is not published';


--
-- Name: COLUMN publication_policy.channel; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.publication_policy.channel IS 'lookup (one by one), tiles, ogc, bulk';


--
-- Name: COLUMN publication_policy.field; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.publication_policy.field IS 'Field of the public API, or * for the channel itself';


--
-- Name: COLUMN publication_policy.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.publication_policy.valid_from IS 'First day in force';


--
-- Name: COLUMN publication_policy.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.publication_policy.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN publication_policy.allowed; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.publication_policy.allowed IS 'Published or not';


--
-- Name: COLUMN publication_policy.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.publication_policy.source IS 'Decision it rests on';


--
-- Name: publication_policy; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.publication_policy WITH (security_barrier='true') AS
 SELECT DISTINCT ON (publication_policy.channel, publication_policy.field) publication_policy.channel,
    publication_policy.field,
    publication_policy.allowed
   FROM reference.publication_policy
  WHERE ((publication_policy.valid_from <= ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date) AND ((publication_policy.valid_to IS NULL) OR (((now() AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date < publication_policy.valid_to)))
  ORDER BY publication_policy.channel, publication_policy.field, publication_policy.valid_from DESC;


--
-- Name: VIEW publication_policy; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.publication_policy IS 'The publication policy in force today (Asia/Ho_Chi_Minh): the youngest row of each channel and field';


--
-- Name: administrative_unit; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.administrative_unit (
    code character(5) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name text NOT NULL,
    kind text NOT NULL,
    province_code text NOT NULL,
    district_code text,
    source text NOT NULL,
    fictional boolean DEFAULT false NOT NULL,
    CONSTRAINT administrative_unit_check CHECK ((valid_to > valid_from)),
    CONSTRAINT administrative_unit_code_check CHECK ((code ~ '^[0-9]{5}$'::text))
);


--
-- Name: TABLE administrative_unit; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.administrative_unit IS 'Commune-level units, each for the time it existed. A code alone is ambiguous: codes were reused on 2025-07-01';


--
-- Name: COLUMN administrative_unit.code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit.code IS 'GSO code, five digits as text';


--
-- Name: COLUMN administrative_unit.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit.valid_from IS 'First day';


--
-- Name: COLUMN administrative_unit.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit.valid_to IS 'First day on which the unit no longer existed; null while it exists';


--
-- Name: COLUMN administrative_unit.name; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit.name IS 'Full Vietnamese name with its kind';


--
-- Name: COLUMN administrative_unit.kind; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit.kind IS 'xã, phường, thị trấn or đặc khu';


--
-- Name: COLUMN administrative_unit.province_code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit.province_code IS 'GSO code of the province';


--
-- Name: COLUMN administrative_unit.district_code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit.district_code IS 'GSO code of the former district: provenance, never a scope of authority';


--
-- Name: COLUMN administrative_unit.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit.source IS 'Where the row comes from';


--
-- Name: COLUMN administrative_unit.fictional; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit.fictional IS 'True for units of the demonstration data';


--
-- Name: place; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.place WITH (security_barrier='true') AS
 SELECT p.commune_code,
    c.name AS commune_name,
    p.name,
    p.key,
    p.parcels,
    p.lon,
    p.lat,
    p.min_lon,
    p.min_lat,
    p.max_lon,
    p.max_lat
   FROM (cadastre.place p
     JOIN reference.administrative_unit c ON (((c.code = p.commune_code) AND (c.valid_from = p.commune_valid_from))))
  WHERE ((EXISTS ( SELECT
           FROM portal.publication_policy o
          WHERE ((o.channel = 'lookup'::text) AND (o.field = '*'::text) AND o.allowed))) AND (( SELECT count(*) AS count
           FROM portal.publication_policy o
          WHERE ((o.channel = 'lookup'::text) AND (o.field = ANY (ARRAY['address'::text, 'geometry'::text])) AND o.allowed)) = 2));


--
-- Name: VIEW place; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.place IS 'Hamlets, streets and fields named in addresses; none where the policy does not publish addresses and boundaries';


--
-- Name: places_named(text, character[], boolean, integer); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.places_named(wanted text, communes character[], nearly boolean, at_most integer) RETURNS SETOF portal.place
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'public'
    AS $_$
begin
  return query execute format('
    with found as materialized (
      select p.commune_code, p.name, p.key, p.parcels from cadastre.place p
      where %s and ($2 is null or p.commune_code = any ($2))
      order by p.key = $1 desc, right(p.key, length($1) + 1) = '' '' || $1 desc, %s p.parcels desc, p.commune_code, p.name
      limit $3)
    select v.* from (select f.*, row_number() over () as rank from found f) f cross join lateral (
      select * from portal.place v where v.commune_code = f.commune_code and v.name = f.name) v order by f.rank',
    case when nearly then '$1 <% p.key' else 'p.key like $4' end,
    case when nearly then 'word_similarity($1, p.key) desc,' else '' end)
    using wanted, communes, at_most, '%' || regexp_replace(wanted, '([\\%_])', '\\\1', 'g') || '%';
end $_$;


--
-- Name: FUNCTION places_named(wanted text, communes character[], nearly boolean, at_most integer); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.places_named(wanted text, communes character[], nearly boolean, at_most integer) IS 'Places whose key holds the wanted key, or is nearly like a part of it; best first, in some communes or (null) all';


--
-- Name: registry_box(public.geometry); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.registry_box(shape public.geometry) RETURNS public.geometry
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  -- Edges that are straight in one system are bent in the other: cut into a hundred, and a thousandth of the size added.
  select public.st_expand(b, 1 + 0.001 * greatest(public.st_xmax(b) - public.st_xmin(b), public.st_ymax(b) - public.st_ymin(b)))
  from (select public.st_envelope(public.st_transform(public.st_segmentize(shape,
    greatest(public.st_xmax(shape) - public.st_xmin(shape), public.st_ymax(shape) - public.st_ymin(shape), 1e-6) / 100), 9214)) as b) t
$$;


--
-- Name: FUNCTION registry_box(shape public.geometry); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.registry_box(shape public.geometry) IS 'A box of the registry''s system in which all of a shape of another system lies';


--
-- Name: settled_moment(); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.settled_moment() RETURNS timestamp with time zone
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select least(clock_timestamp() - interval '10 milliseconds', min(a.xact_start))
  from pg_catalog.pg_stat_activity a
  where a.datname = current_database() and a.pid <> pg_catalog.pg_backend_pid() and a.backend_type = 'client backend'
    and (a.backend_xid is not null or a.xact_start > clock_timestamp() - interval '10 minutes')
    and pg_catalog.has_table_privilege(a.usesysid, 'cadastre.parcel_version', 'insert')
$$;


--
-- Name: FUNCTION settled_moment(); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.settled_moment() IS 'The youngest moment before which no registration can appear any more: whatever began before it has ended';


--
-- Name: signing_certificates(); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.signing_certificates() RETURNS TABLE(sha256 text, der bytea, name text, trial boolean, noted_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select encode(c.sha256, 'hex'), c.der, c.name, c.trial, c.noted_at from document.signing_certificate c order by c.noted_at, c.sha256
$$;


--
-- Name: FUNCTION signing_certificates(); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.signing_certificates() IS 'Certificates that papers were signed with';


--
-- Name: statement_keys(); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.statement_keys() RETURNS TABLE(fingerprint text, spki bytea, endorsement text, trial boolean, noted_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select encode(k.fingerprint, 'hex'), k.spki, k.endorsement, k.trial, k.noted_at from document.statement_key k order by k.noted_at, k.fingerprint
$$;


--
-- Name: FUNCTION statement_keys(); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.statement_keys() IS 'Keys that sign what QR codes of papers state';


--
-- Name: submit_request(uuid, bytea, bytea, bytea, text, text[], text, uuid, date, numeric, text, bytea, bytea, jsonb, text); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.submit_request(new_id uuid, new_key bytea, new_asked bytea, new_code_hash bytea, new_kind text, new_blocks text[], new_delivery text, new_parcel uuid, new_due_on date, new_fee_vnd numeric, new_fee_basis text, new_identity_hash bytea, new_content bytea, new_messages jsonb, new_requester text) RETURNS TABLE(request_id uuid, reference text, same boolean, code_matches boolean, received_at timestamp with time zone, due_on date, fee_vnd numeric, fee_basis text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
#variable_conflict use_column
declare
  most int;
  commune char(5);
begin
  perform pg_advisory_xact_lock(hashtextextended('diaba.request.' || encode(new_key, 'hex'), 0));
  if not exists (select from dealing.request r where r.request_key = new_key) then
    select s.commune_code into commune from cadastre.parcel_version v join cadastre.sheet s on s.sheet_id = v.sheet_id
    where v.parcel_id = new_parcel and v.status = 'current';
    if commune is null then
      return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('diaba.requester.' || encode(new_identity_hash, 'hex'), 0));
    select q.most_open into most from reference.request_quota q
    where q.requester = new_requester and q.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
      and (q.valid_to is null or q.valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date)
    order by q.valid_from desc limit 1;
    if (select count(*) from dealing.request r where r.identity_hash = new_identity_hash and r.status in ('received', 'accepted')) >= most then
      raise exception 'this requester has at most % open requests', most using errcode = 'DB004';
    end if;
    insert into dealing.request (request_id, reference, request_key, asked, code_hash, kind, blocks, delivery, parcel_id, commune_code, identity_hash, due_on,
      fee_vnd, fee_basis, requester)
    values (new_id, 'YC-' || to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY') || '-' || lpad(nextval('dealing.request_number')::text, 6, '0'),
      new_key, new_asked, new_code_hash, new_kind, new_blocks, new_delivery, new_parcel, commune, new_identity_hash, new_due_on, new_fee_vnd, new_fee_basis, new_requester);
    insert into dealing.request_content (request_id, cipher) values (new_id, new_content);
    insert into dealing.message (request_id, kind, channel, address, language)
    select new_id, 'received', m ->> 'channel', decode(m ->> 'address', 'hex'), m ->> 'language' from jsonb_array_elements(new_messages) m;
    insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf)
    values ('portal', 'request.received', 'request', new_id::text,
      jsonb_build_object('kind', new_kind, 'parcel', new_parcel, 'delivery', new_delivery, 'dueOn', new_due_on), '');
  end if;
  return query select r.request_id, r.reference, r.asked = new_asked, r.code_hash = new_code_hash, r.received_at, r.due_on, r.fee_vnd, r.fee_basis
    from dealing.request r where r.request_key = new_key;
end $$;


--
-- Name: FUNCTION submit_request(new_id uuid, new_key bytea, new_asked bytea, new_code_hash bytea, new_kind text, new_blocks text[], new_delivery text, new_parcel uuid, new_due_on date, new_fee_vnd numeric, new_fee_basis text, new_identity_hash bytea, new_content bytea, new_messages jsonb, new_requester text); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.submit_request(new_id uuid, new_key bytea, new_asked bytea, new_code_hash bytea, new_kind text, new_blocks text[], new_delivery text, new_parcel uuid, new_due_on date, new_fee_vnd numeric, new_fee_basis text, new_identity_hash bytea, new_content bytea, new_messages jsonb, new_requester text) IS 'Takes a request; the same key again gives the first one. No row: there is no such current parcel';


--
-- Name: verify_file(bytea); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.verify_file(digest bytea) RETURNS TABLE(state text, kind text, serial text, issued_at timestamp with time zone, office text, sha256 text, superseded_at timestamp with time zone, trial_signature boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select case p.status when 'issued' then 'genuine' else p.status end, p.kind, p.serial, p.issued_at, p.office, encode(p.sha256, 'hex'),
    p.superseded_at, p.trial_signature
  from document.paper p where p.sha256 = digest
$$;


--
-- Name: FUNCTION verify_file(digest bytea); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.verify_file(digest bytea) IS 'What anyone may know of a paper whose file he holds: nothing of persons, no land';


--
-- Name: verify_paper(text); Type: FUNCTION; Schema: portal; Owner: -
--

CREATE FUNCTION portal.verify_paper(whole_code text) RETURNS TABLE(state text, kind text, serial text, issued_at timestamp with time zone, office text, sha256 text, superseded_at timestamp with time zone, trial_signature boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select case p.status when 'issued' then 'genuine' else p.status end, p.kind, p.serial, p.issued_at, p.office, encode(p.sha256, 'hex'),
    p.superseded_at, p.trial_signature
  from document.paper p where p.code = whole_code
  union all
  -- A certificate is no file: it is the paper in hand, so there is no digest and no signature to speak of.
  -- One that no right stands on any more no longer says what the register says, though nobody exchanged it yet.
  select case when c.status = 'valid' and held.since is null then 'genuine' when c.status in ('valid', 'replaced') then 'superseded' else 'revoked' end,
    'certificate', c.serial, c.registered_at, c.office, null, case c.status when 'replaced' then c.ended_at when 'valid' then held.since end, null
  from document.certificate c cross join lateral (
    select case when bool_or(r.ended_at is null) then null else coalesce(max(r.ended_at), c.registered_at) end as since
    from rights."right" r where r.certificate_serial = c.serial
  ) held
  where c.code = whole_code
$$;


--
-- Name: FUNCTION verify_paper(whole_code text); Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON FUNCTION portal.verify_paper(whole_code text) IS 'What anyone may know of a paper or certificate whose code he holds: nothing of persons, no land';


--
-- Name: area_tolerance_m2(integer, numeric, date); Type: FUNCTION; Schema: reference; Owner: -
--

CREATE FUNCTION reference.area_tolerance_m2(map_scale integer, area_m2 numeric, on_day date) RETURNS numeric
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select base_m2 + rate_m2_per_10m2 * (greatest(area_m2, above_m2) - above_m2) / 10
  from reference.area_tolerance
  where scale = map_scale and valid_from <= on_day and (valid_to is null or on_day < valid_to)
    and area_m2 > above_m2 - (case when above_m2 = 0 then 1 else 0 end) and (up_to_m2 is null or area_m2 <= up_to_m2)
  limit 1
$$;


--
-- Name: FUNCTION area_tolerance_m2(map_scale integer, area_m2 numeric, on_day date); Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON FUNCTION reference.area_tolerance_m2(map_scale integer, area_m2 numeric, on_day date) IS 'Allowed difference of a parcel area in m² (TT 26/2024 Annex 04); null for a scale without a table';


--
-- Name: keep_registry_srid(); Type: FUNCTION; Schema: reference; Owner: -
--

CREATE FUNCTION reference.keep_registry_srid() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  raise exception 'the registry''s system of coordinates is fixed' using errcode = '42501';
end $$;


--
-- Name: FUNCTION keep_registry_srid(); Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON FUNCTION reference.keep_registry_srid() IS 'Refuses a change of registry_srid: every geometry is in it';


--
-- Name: setting_on(text, date); Type: FUNCTION; Schema: reference; Owner: -
--

CREATE FUNCTION reference.setting_on(setting_name text, on_day date) RETURNS numeric
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS $$
begin
  return (select value from reference.setting
    where name = setting_name and valid_from <= on_day and (valid_to is null or on_day < valid_to));
end $$;


--
-- Name: FUNCTION setting_on(setting_name text, on_day date); Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON FUNCTION reference.setting_on(setting_name text, on_day date) IS 'The value in force on a day';


--
-- Name: answer_pair(text, uuid, text[], text, uuid, text, date); Type: FUNCTION; Schema: rights; Owner: -
--

CREATE FUNCTION rights.answer_pair(asked_serial text, asked_parcel uuid, lodged text[], account text, answer uuid, matter text, on_day date) RETURNS TABLE(is_current boolean, is_mortgaged boolean, has_caveat boolean, is_pending boolean, parcel_code text, office text)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  with pair as materialized (
    select r.right_id, r.party_id, r.commune_code, v.parcel_id is not null and r.ended_at is null as holds
    from rights."right" r left join cadastre.parcel_version v on v.parcel_id = r.parcel_id and v.status = 'current'
    where r.certificate_serial = asked_serial and r.parcel_id = asked_parcel),
  found as (select bool_or(p.holds) as holds, min(p.commune_code::text) as commune from pair p having count(*) > 0),
  noted as (
    insert into audit.read_log (actor, subject_kind, party_ids, purpose, note, answer_id)
    select account, 'party', array(select distinct p.party_id from pair p where p.holds or not f.holds), 'signed answer', matter, answer from found f)
  select f.holds,
    case when f.holds then exists (select from pair p join rights.mortgaged_right b using (right_id) join rights.mortgage m using (mortgage_id)
      where p.holds and m.ended_at is null) end,
    case when f.holds then exists (select from rights.caveat c where c.parcel_id = asked_parcel and c.ended_at is null) end,
    case when f.holds then exists (select from dealing.target t join dealing.dealing d using (dealing_id)
      where t.parcel_id = asked_parcel and d.status = any (lodged)) end,
    (select c.parcel_code::text from cadastre.parcel c where c.parcel_id = asked_parcel),
    (select o.name from reference.office o where f.commune = any (o.communes) and o.valid_from <= on_day and (o.valid_to is null or o.valid_to > on_day)
      order by cardinality(o.communes), o.office_id limit 1)
  from found f
$$;


--
-- Name: FUNCTION answer_pair(asked_serial text, asked_parcel uuid, lodged text[], account text, answer uuid, matter text, on_day date); Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON FUNCTION rights.answer_pair(asked_serial text, asked_parcel uuid, lodged text[], account text, answer uuid, matter text, on_day date) IS 'Whether a certificate holds for a parcel now, and whether it is mortgaged, stopped or being dealt with; no row where the two never belonged together. Noted for those who held by it';


--
-- Name: only_ended(); Type: FUNCTION; Schema: rights; Owner: -
--

CREATE FUNCTION rights.only_ended() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or (to_jsonb(new) - '{ended_at,ended_by}'::text[]) is distinct from (to_jsonb(old) - '{ended_at,ended_by}'::text[]) then
    raise exception 'what is in rights.% is only ended, never edited or deleted', tg_table_name using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION only_ended(); Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON FUNCTION rights.only_ended() IS 'What burdens a right or a parcel is only ended, never edited or deleted';


--
-- Name: refuse_edit(); Type: FUNCTION; Schema: rights; Owner: -
--

CREATE FUNCTION rights.refuse_edit() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or (to_jsonb(new) - '{ended_at,ended_by}'::text[]) is distinct from (to_jsonb(old) - '{ended_at,ended_by}'::text[]) then
    raise exception 'right % is only ended, never edited or deleted', old.right_id using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION refuse_edit(); Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON FUNCTION rights.refuse_edit() IS 'A right is only ended, never edited or deleted';


--
-- Name: close_session(bytea); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.close_session(of_hash bytea) RETURNS TABLE(sealed bytea)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  found_sid text;
begin
  delete from session.session s where s.id_hash = of_hash returning s.sealed, s.sid into sealed, found_sid;
  if found_sid is null then return; end if;
  perform session.end_sessions(found_sid, null);
  return next;
end $$;


--
-- Name: FUNCTION close_session(of_hash bytea); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.close_session(of_hash bytea) IS 'Ends the session of this browser and the provider session behind it';


--
-- Name: end_sessions(text, text); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.end_sessions(of_sid text, of_subject text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  gone integer;
begin
  delete from session.ended where keep_until < clock_timestamp();
  insert into session.ended (kind, value, keep_until)
    values (case when of_sid is null then 'subject' else 'sid' end, coalesce(of_sid, of_subject), clock_timestamp() + interval '1 day')
    on conflict on constraint ended_pkey do update set ended_at = excluded.ended_at, keep_until = excluded.keep_until;
  delete from session.session s where case when of_sid is null then s.subject = of_subject else s.sid = of_sid end;
  get diagnostics gone = row_count;
  return gone;
end $$;


--
-- Name: FUNCTION end_sessions(of_sid text, of_subject text); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.end_sessions(of_sid text, of_subject text) IS 'Ends a provider session (sid), or all of a subject where no sid is given; how many browsers were signed in by it';


--
-- Name: find_session(bytea, interval); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.find_session(of_hash bytea, idle interval) RETURNS TABLE(sealed bytea, access_expires_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  update session.session s set last_seen_at = clock_timestamp()
    where s.id_hash = of_hash and s.last_seen_at between clock_timestamp() - idle and clock_timestamp() - interval '1 minute';
  return query select s.sealed, s.access_expires_at from session.session s
    where s.id_hash = of_hash and s.ends_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - idle
      and not session.is_ended(s.sid, s.subject, s.opened_at);
end $$;


--
-- Name: FUNCTION find_session(of_hash bytea, idle interval); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.find_session(of_hash bytea, idle interval) IS 'A live session; notes that it was seen';


--
-- Name: forget_session(bytea); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.forget_session(of_hash bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  delete from session.session where id_hash = of_hash
$$;


--
-- Name: FUNCTION forget_session(of_hash bytea); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.forget_session(of_hash bytea) IS 'Removes the session of a browser that opens another; the provider session goes on';


--
-- Name: is_ended(text, text, timestamp with time zone); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.is_ended(of_sid text, of_subject text, since timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  return exists (select from session.ended where kind = 'sid' and value = of_sid)
    or exists (select from session.ended where kind = 'subject' and value = of_subject and ended_at >= since);
end $$;


--
-- Name: FUNCTION is_ended(of_sid text, of_subject text, since timestamp with time zone); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.is_ended(of_sid text, of_subject text, since timestamp with time zone) IS 'Whether a provider session, or everything of a subject that began at or before a moment, was ended';


--
-- Name: lock_session(bytea); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.lock_session(of_hash bytea) RETURNS TABLE(sealed bytea, access_expires_at timestamp with time zone)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select s.sealed, s.access_expires_at from session.session s
  where s.id_hash = of_hash and s.ends_at > clock_timestamp() and not session.is_ended(s.sid, s.subject, s.opened_at)
  for update
$$;


--
-- Name: FUNCTION lock_session(of_hash bytea); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.lock_session(of_hash bytea) IS 'A live session, held until the transaction ends: one renewal at a time, and none past its end';


--
-- Name: look_at_session(bytea, interval); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.look_at_session(of_hash bytea, idle interval) RETURNS TABLE(sealed bytea, access_expires_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select s.sealed, s.access_expires_at from session.session s
  where s.id_hash = of_hash and s.ends_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - idle
    and not session.is_ended(s.sid, s.subject, s.opened_at)
$$;


--
-- Name: FUNCTION look_at_session(of_hash bytea, idle interval); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.look_at_session(of_hash bytea, idle interval) IS 'A live session, asked for by a page that nobody is at: not noted as seen';


--
-- Name: open_session(bytea, text, text, bytea, timestamp with time zone, interval); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.open_session(new_hash bytea, new_sid text, new_subject text, new_sealed bytea, expires timestamp with time zone, lifetime interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  delete from session.session where ends_at < clock_timestamp();
  if session.is_ended(new_sid, null, null) then return false; end if;
  insert into session.session (id_hash, sid, subject, sealed, access_expires_at, ends_at)
    values (new_hash, new_sid, new_subject, new_sealed, expires, clock_timestamp() + lifetime);
  return true;
end $$;


--
-- Name: FUNCTION open_session(new_hash bytea, new_sid text, new_subject text, new_sealed bytea, expires timestamp with time zone, lifetime interval); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.open_session(new_hash bytea, new_sid text, new_subject text, new_sealed bytea, expires timestamp with time zone, lifetime interval) IS 'Opens a session; false where the provider has ended it meanwhile';


--
-- Name: renew_session(bytea, bytea, timestamp with time zone); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.renew_session(of_hash bytea, new_sealed bytea, expires timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS $$
  update session.session set sealed = new_sealed, access_expires_at = expires where id_hash = of_hash
$$;


--
-- Name: FUNCTION renew_session(of_hash bytea, new_sealed bytea, expires timestamp with time zone); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.renew_session(of_hash bytea, new_sealed bytea, expires timestamp with time zone) IS 'Keeps new tokens';


--
-- Name: tell_ended(); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.tell_ended() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  perform pg_catalog.pg_notify('diaba_session', '');
  return null;
end $$;


--
-- Name: FUNCTION tell_ended(); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.tell_ended() IS 'Tells listeners that some session ended, not whose: open streams ask for their own';


--
-- Name: use_token(text, timestamp with time zone); Type: FUNCTION; Schema: session; Owner: -
--

CREATE FUNCTION session.use_token(of_jti text, until timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  delete from session.used_token where keep_until < clock_timestamp();
  insert into session.used_token values (of_jti, until) on conflict do nothing;
  return found;
end $$;


--
-- Name: FUNCTION use_token(of_jti text, until timestamp with time zone); Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON FUNCTION session.use_token(of_jti text, until timestamp with time zone) IS 'True the first time a token id is given';


--
-- Name: absorb_scratch(uuid, uuid, integer, jsonb); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.absorb_scratch(batch uuid, run uuid, sheet_srid integer, verdicts jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  legal_srid constant int := case when sheet_srid = 4326 then 9214 else sheet_srid end;
  absorbed bigint;
begin
  perform staging.require_batch(batch);
  insert into staging.record (batch_id, record_no, status, exclusion_reason, raw, candidate, sheet_no, parcel_no, scale,
    area_m2, legal_area_m2, parcel_code, invalid_reason, geom_legal, geom, feature_point)
  select batch, s.record_no, case when s.ignored is null then 'valid' else 'ignored' end, s.ignored, s.raw, s.candidate,
    s.candidate ->> 'sheetNo', s.candidate ->> 'parcelNo', (s.candidate ->> 'scale')::int,
    st_area(g.legal), (s.candidate ->> 'areaM2')::numeric, s.parcel_code,
    case when not st_isvalid(g.legal) then st_isvalidreason(g.legal) end,
    g.legal,
    case when legal_srid = 9214 then g.legal else st_snaptogrid(st_transform(g.legal, 9214), 0.0001) end,
    st_setsrid(st_makepoint(s.point_x, s.point_y), legal_srid)
  from staging.scratch s
  cross join lateral (
    select case when sheet_srid = legal_srid then st_geomfromwkb(s.wkb, sheet_srid)
      else st_snaptogrid(st_transform(st_geomfromwkb(s.wkb, sheet_srid), legal_srid), 0.0001) end as legal
    offset 0) g
  where s.run_id = run;
  get diagnostics absorbed = row_count;
  insert into staging.finding (batch_id, record_no, code, severity, detail)
  select batch, s.record_no, f ->> 'code', verdicts ->> (f ->> 'code'), coalesce(f -> 'detail', '{}')
  from staging.scratch s cross join lateral jsonb_array_elements(s.findings) f
  where s.run_id = run and s.findings is not null;
  insert into staging.correction (batch_id, record_no, field, rule, before, after, status, decided_by)
  select batch, s.record_no, c ->> 'field', c ->> 'rule', c ->> 'before', c ->> 'after', 'applied', c ->> 'rule'
  from staging.scratch s cross join lateral jsonb_array_elements(s.corrections) c
  where s.run_id = run and s.corrections is not null;
  insert into staging.identity_number (batch_id, record_no, ordinal, cipher, lookup_hash)
  select batch, s.record_no, (i.value ->> 'ordinal')::int, decode(i.value ->> 'cipher', 'base64'), decode(i.value ->> 'hash', 'base64')
  from staging.scratch s cross join lateral jsonb_array_elements(s.identities) i
  where s.run_id = run and s.identities is not null;
  delete from staging.scratch s where s.run_id = run;
  analyze staging.record (batch_id, record_no, status, sheet_no, parcel_no, parcel_code);
  analyze staging.identity_number (batch_id, record_no, ordinal);
  return absorbed;
end $$;


--
-- Name: FUNCTION absorb_scratch(batch uuid, run uuid, sheet_srid integer, verdicts jsonb); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.absorb_scratch(batch uuid, run uuid, sheet_srid integer, verdicts jsonb) IS 'Moves a run''s rows into the batch, computing area, validity and the registry''s geometry; returns their number';


--
-- Name: begin_overlaps(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.begin_overlaps(batch uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  shapes constant text := staging.work_table(batch, '');
  found_records int;
begin
  perform staging.require_batch(batch);
  delete from staging.overlap_pair where batch_id = batch;
  delete from staging.overlap_check where batch_id = batch;
  delete from staging.same_shape where batch_id = batch;
  delete from staging.uncompared where batch_id = batch;
  execute format('create unlogged table staging.%I as select record_no, geom, st_npoints(geom) as points, st_nrings(geom) as rings
    from staging.record where batch_id = %L and status <> ''ignored'' and geom is not null and invalid_reason is null', shapes, batch);
  get diagnostics found_records = row_count;
  -- The box first: most shapes have one of their own and need no digest. From whatever vertex a ring begins, it is the same ring.
  execute format('insert into staging.same_shape (batch_id, record_no, first_no)
    select %L, record_no, first_no from (
      select record_no, min(record_no) over (partition by md5(st_asbinary(st_normalize(geom)))) as first_no
      from staging.%I join (
        select st_xmin(geom) as x0, st_ymin(geom) as y0, st_xmax(geom) as x1, st_ymax(geom) as y1 from staging.%I group by 1, 2, 3, 4 having count(*) > 1) box
      on st_xmin(geom) = x0 and st_ymin(geom) = y0 and st_xmax(geom) = x1 and st_ymax(geom) = y1) f
    where record_no > first_no', batch, shapes, shapes);
  execute format('delete from staging.%I w using staging.same_shape s where s.batch_id = %L and s.record_no = w.record_no', shapes, batch);
  execute format('create index on staging.%I using gist (geom)', shapes);
  execute format('analyze staging.%I', shapes);
  return found_records;
end $$;


--
-- Name: FUNCTION begin_overlaps(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.begin_overlaps(batch uuid) IS 'Begins the comparison of the records of a batch with each other: each shape once; how many records there are';


--
-- Name: candidate_key(text); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.candidate_key(field text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select case when field = 'legalAreaM2' then 'areaM2'
    when field in ('sheetNo', 'parcelNo', 'purposes', 'address', 'holders', 'certificateSerial') then field end
$$;


--
-- Name: FUNCTION candidate_key(field text); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.candidate_key(field text) IS 'Key of a field that may be edited by hand within the candidate; null for any other';


--
-- Name: carry_decisions(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.carry_decisions(batch uuid) RETURNS TABLE(source uuid, corrected integer[], excluded integer[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  c staging.correction;
  present jsonb;
begin
  perform staging.require_review(batch);
  -- The last reading of these bytes for this commune that ended, and in which somebody decided something.
  select p.batch_id into source from staging.batch p join staging.batch b on b.batch_id = batch
    where p.source_sha256 = b.source_sha256 and p.commune_code = b.commune_code and p.kind = b.kind and p.batch_id <> b.batch_id
      and p.status in ('reversed', 'rejected') and p.created_at <= b.created_at
      and (exists (select from staging.correction_step s where s.batch_id = p.batch_id)
        or exists (select from staging.exclusion_step s where s.batch_id = p.batch_id))
    order by p.created_at desc, p.batch_id limit 1;
  corrected := '{}';
  excluded := '{}';
  if source is null then return; end if;
  -- What the import repairs first, edits by hand on top of it.
  for c in select k.* from staging.correction k where k.batch_id = source and k.status in ('accepted', 'rejected')
    order by k.rule = 'officer', k.record_no, k.field
  loop
    if c.rule <> 'officer' then
      continue when not exists (select from staging.correction n where n.batch_id = batch and n.record_no = c.record_no
        and n.field = c.field and n.rule = c.rule and n.before = c.before and n.after = c.after);
      perform staging.decide_repairs(batch, c.record_no, c.field, c.rule, case c.status when 'accepted' then 'accept' else 'reject' end);
      update staging.correction n set status = c.status, decided_by = c.decided_by, decided_at = c.decided_at
        where n.batch_id = batch and n.record_no = c.record_no and n.field = c.field and n.rule = c.rule;
    else
      continue when c.status <> 'accepted';
      present := staging.field_value(batch, c.record_no, c.field);
      continue when present is null or present is distinct from c.before_value;
      begin
        perform staging.require_value(batch, c.record_no, c.field, c.after_value);
      exception when sqlstate 'DB006' then
        continue;
      end;
      insert into staging.correction (batch_id, record_no, field, rule, before, after, status, decided_by, decided_at, initial_status,
          before_value, after_value, reason)
        values (batch, c.record_no, c.field, c.rule, c.before, c.after, 'accepted', c.decided_by, c.decided_at, c.initial_status,
          c.before_value, c.after_value, c.reason);
      perform staging.put_field(batch, c.record_no, c.field, c.after_value);
    end if;
    insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, reason, decided_by)
      values (batch, c.record_no, c.field, c.rule, 'carry', c.before, c.after, c.reason, c.decided_by);
    corrected := corrected || c.record_no;
  end loop;
  with last as (
    select distinct on (s.record_no) s.record_no, s.step, s.code, s.reason, s.decided_by from staging.exclusion_step s
    where s.batch_id = source order by s.record_no, s.step_id desc),
  gone as (
    update staging.record r set status = 'ignored', exclusion_reason = 'excluded: ' || last.reason from last
    where r.batch_id = batch and r.record_no = last.record_no and last.step = 'exclude' and r.status <> 'ignored'
    returning r.record_no, last.code, last.reason, last.decided_by),
  noted as (
    insert into staging.exclusion_step (batch_id, record_no, step, code, reason, decided_by)
    select batch, g.record_no, 'exclude', g.code, g.reason, g.decided_by from gone g returning record_no)
  select coalesce(array_agg(n.record_no order by n.record_no), '{}') into excluded from noted n;
  return next;
end $$;


--
-- Name: FUNCTION carry_decisions(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.carry_decisions(batch uuid) IS 'Decides again what was decided on the last reading of the same file, where it was taken back or rejected: corrections whose values are the same, and records left out. The batch they come from, and the records';


--
-- Name: compare_light(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.compare_light(batch uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  shapes constant text := staging.work_table(batch, '');
begin
  perform staging.require_batch(batch);
  execute format('create unlogged table staging.%I as
    select * from (
      select a.record_no, b.record_no as other_no, st_area(st_intersection(a.geom, b.geom)) as area_m2
      from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no
        and staging.is_light(a.points, a.rings, b.points, b.rings) and st_relate(a.geom, b.geom, ''T********'')
      offset 0) compared
    where area_m2 > 1e-6', staging.work_table(batch, '_pairs'), shapes, shapes);
  -- Of a pair that is not light one shape has more than 500 points or 50 rings: few have.
  execute format('create unlogged table staging.%I as
    select row_number() over (order by weight, a_no, b_no) as seq, a_no as record_no, b_no as other_no from (
      select distinct least(a.record_no, b.record_no) as a_no, greatest(a.record_no, b.record_no) as b_no, a.points::bigint * b.points as weight
      from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no <> a.record_no
      where (a.points > 500 or a.rings > 50) and not staging.is_light(a.points, a.rings, b.points, b.rings)) heavy',
    staging.work_table(batch, '_pending'), shapes, shapes);
end $$;


--
-- Name: FUNCTION compare_light(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.compare_light(batch uuid) IS 'Compares all pairs that are quickly compared, at once, and leaves the others pending';


--
-- Name: compare_next(uuid, integer); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.compare_next(batch uuid, at_most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $_$
declare
  shapes constant text := staging.work_table(batch, '');
  taken int;
begin
  perform staging.require_batch(batch);
  execute format('with taken as (
      delete from staging.%1$I where seq in (select seq from staging.%1$I order by seq limit %2$s) returning record_no, other_no),
    measured as (
      select t.record_no, t.other_no, st_area(st_intersection(a.geom, b.geom)) as area_m2
      from taken t join staging.%3$I a on a.record_no = t.record_no join staging.%3$I b on b.record_no = t.other_no
      where st_relate(a.geom, b.geom, ''T********'')),
    kept as (insert into staging.%4$I (record_no, other_no, area_m2) select * from measured where area_m2 > 1e-6)
    select count(*) from taken', staging.work_table(batch, '_pending'), at_most, shapes, staging.work_table(batch, '_pairs')) into taken;
  return taken;
end $_$;


--
-- Name: FUNCTION compare_next(batch uuid, at_most integer); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.compare_next(batch uuid, at_most integer) IS 'Compares the next pending pairs; how many there were';


--
-- Name: compare_with_current(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.compare_with_current(batch uuid) RETURNS TABLE(record_no integer, parcel_id uuid, version_no integer, fields text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10000
    SET search_path TO 'public'
    AS $$
declare
  same_m double precision := reference.setting_on('same_boundary_m', current_date);
  part double precision := reference.setting_on('same_ground_part', current_date);
begin
  perform staging.require_batch(batch);
  return query
  with keyed as materialized (
    select r.record_no, count(*) over (partition by r.sheet_no, r.scale, r.parcel_no) as times
    from staging.record r
    where r.batch_id = batch and r.geom is not null and (r.status <> 'ignored' or r.exclusion_reason in ('register.unchanged', 'register.differs'))),
  matched as materialized (
    select r.record_no, r.candidate, r.legal_area_m2, r.geom_legal, r.geom, v.parcel_id, v.version_no, v.legal_area_m2 as legal_now, v.land_use, v.address,
      case when v.geom_legal::bytea = r.geom_legal::bytea then true
        when st_srid(v.geom_legal) = st_srid(r.geom_legal) then st_hausdorffdistance(st_boundary(v.geom_legal), st_boundary(r.geom_legal)) <= same_m
        else st_hausdorffdistance(st_boundary(v.geom), st_boundary(r.geom)) <= same_m end as same,
      v.geom as geom_now
    from keyed k
    join staging.record r on r.batch_id = batch and r.record_no = k.record_no
    join staging.batch b on b.batch_id = r.batch_id
    join cadastre.sheet s on s.unit_code = b.unit_code and s.unit_valid_from = b.unit_valid_from and s.number = r.sheet_no
      and s.scale is not distinct from r.scale and s.series = ''
    join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.parcel_no = r.parcel_no and v.status = 'current'
    where k.times = 1 and b.kind = 'parcels' and r.status <> 'refused' and r.invalid_reason is null
    offset 0),
  own as (
    select m.record_no, m.candidate, m.legal_area_m2, m.parcel_id, m.version_no, m.legal_now, m.address, m.same from matched m
    where m.same or st_area(st_intersection(m.geom, m.geom_now)) >= part * least(st_area(m.geom), st_area(m.geom_now))
    union all
    select r.record_no, r.candidate, r.legal_area_m2, v.parcel_id, v.version_no, v.legal_area_m2, v.address, true
    from staging.find_by_number(batch) f join staging.record r on r.batch_id = batch and r.record_no = f.record_no
    join cadastre.parcel_version v on v.parcel_id = f.parcel_id and v.version_no = f.version_no
    where f.parcels = 1 and f.claims = 1)
  select o.record_no, o.parcel_id, o.version_no, array_remove(array[
    case when not o.same then 'boundary' end,
    case when o.legal_area_m2 is not null and abs(o.legal_area_m2 - coalesce(o.legal_now, -1)) >= 0.01 then 'legalAreaM2' end,
    case when said.codes <> '{}' and (said.codes is distinct from held.codes
      or exists (select from unnest(said.areas, held.areas) a(said, held) where abs(a.said - a.held) >= 0.01)) then 'purposes' end,
    case when btrim(o.candidate ->> 'address') <> '' and lower(btrim(o.candidate ->> 'address')) is distinct from lower(btrim(o.address)) then 'address' end,
    case when named.names <> '{}' and named.names is distinct from holding.names then 'holders' end,
    case when btrim(o.candidate ->> 'certificateSerial') <> '' and not regexp_split_to_array(btrim(o.candidate ->> 'certificateSerial'), '\s*;\s*') <@ holding.serials
      then 'certificateSerial' end
    ], null)
  from own o
  cross join lateral (
    select coalesce(array_agg(p ->> 'code' order by p ->> 'code', n), '{}') as codes,
      coalesce(array_agg(nullif((p ->> 'areaM2')::numeric, 0) order by p ->> 'code', n), '{}') as areas
    from jsonb_array_elements(case when jsonb_typeof(o.candidate -> 'purposes') = 'array' then o.candidate -> 'purposes' else '[]' end) with ordinality e(p, n)) said
  cross join lateral (
    select coalesce(array_agg(q.land_use_code::text order by q.land_use_code::text, q.ordinal), '{}') as codes,
      coalesce(array_agg(q.area_m2 order by q.land_use_code::text, q.ordinal), '{}') as areas
    from cadastre.parcel_purpose q where q.parcel_id = o.parcel_id and q.version_no = o.version_no) held
  cross join lateral (
    select coalesce(array_agg(distinct lower(regexp_replace(btrim(one), '\s+', ' ', 'g'))), '{}') as names
    from jsonb_array_elements(case when jsonb_typeof(o.candidate -> 'holders') = 'array' then o.candidate -> 'holders' else '[]' end) h
    cross join lateral regexp_split_to_table(h ->> 'name', ';') one where btrim(one) <> '') named
  cross join lateral (
    select coalesce(array_agg(distinct lower(regexp_replace(btrim(one), '\s+', ' ', 'g'))) filter (where btrim(one) <> ''), '{}') as names,
      coalesce(array_agg(distinct serial) filter (where serial is not null), '{}') as serials
    from rights."right" g join party.present p using (party_id) cross join lateral regexp_split_to_table(p.name, ';') one
      left join lateral regexp_split_to_table(g.certificate_serial, '\s*;\s*') serial on true
    where g.parcel_id = o.parcel_id and g.ended_at is null) holding;
end $$;


--
-- Name: FUNCTION compare_with_current(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.compare_with_current(batch uuid) IS 'Records of a batch that are of a current parcel, and in which facts they differ from it';


--
-- Name: count_batch(uuid, boolean); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.count_batch(batch uuid, closed boolean) RETURNS TABLE(read integer, valid integer, warned integer, blocked integer, refused integer, ignored integer, errors integer, warnings integer, infos integer, file_blocked boolean, sheets text[])
    LANGUAGE sql STABLE
    AS $$
  select r.read, r.valid, r.warned, r.blocked, r.refused, r.ignored, f.errors, f.warnings, f.infos, f.file_blocked, r.sheets
  from (select coalesce(sum(n), 0)::int as read, coalesce(sum(n) filter (where o.status = 'valid'), 0)::int as valid,
          coalesce(sum(n) filter (where o.status = 'warned'), 0)::int as warned, coalesce(sum(n) filter (where o.status = 'blocked'), 0)::int as blocked,
          coalesce(sum(n) filter (where o.status = 'refused'), 0)::int as refused, coalesce(sum(n) filter (where o.status = 'ignored'), 0)::int as ignored,
          array(select distinct on (d.sheet_no collate staging.natural_order) d.sheet_no
            from unnest(array_agg(o.sheet_no)) d(sheet_no) where d.sheet_no is not null order by d.sheet_no collate staging.natural_order) as sheets
        from (select o.status, o.sheet_no, count(*) as n from staging.record o where o.batch_id = batch group by o.status, o.sheet_no) o) r,
       (select (count(*) filter (where g.severity in ('error', 'refuse')))::int as errors,
          (count(*) filter (where g.severity = 'warning'))::int as warnings, (count(*) filter (where g.severity = 'info'))::int as infos,
          coalesce(bool_or(g.record_no is null and g.severity in ('error', 'refuse')), false) as file_blocked
        from staging.finding g
        where g.batch_id = batch and g.settled_by is null
          and not exists (select from staging.record o where o.batch_id = batch and o.record_no = g.record_no
            and (o.status = 'ignored' or closed and o.status in ('blocked', 'refused')))) f
$$;


--
-- Name: FUNCTION count_batch(batch uuid, closed boolean); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.count_batch(batch uuid, closed boolean) IS 'What is in a batch. Open are findings nobody answered, of records that take part; in a closed one what was not registered does not';


--
-- Name: decide_corrections(uuid, integer, text, text, text); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.decide_corrections(batch uuid, no integer, of_field text, of_rule text, decision text) RETURNS TABLE(matched integer, changed integer[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  effect text := decision;
  decided_before int;
begin
  perform staging.require_review(batch);
  if decision is null or decision not in ('accept', 'reject', 'undo') then
    raise exception 'no such decision' using errcode = 'DB006';
  end if;
  select count(*), count(*) filter (where k.status in ('accepted', 'rejected')) into matched, decided_before from staging.correction k join staging.record r using (batch_id, record_no)
    where k.batch_id = batch and k.rule = of_rule and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
      and r.status <> 'ignored';
  -- Where nobody has decided yet, what there is to undo is what the import did.
  if decision = 'undo' and of_rule <> 'officer' and decided_before = 0 then
    effect := 'reject';
  end if;
  changed := case when of_rule = 'officer' then staging.decide_edits(batch, no, of_field, effect)
    else staging.decide_repairs(batch, no, of_field, of_rule, effect) end;
  with decided as (
    update staging.correction k set status = d.becomes, decided_by = current_setting('diaba.actor'), decided_at = clock_timestamp()
    from (
      select c.record_no, c.field, c.status as was,
        case effect when 'accept' then 'accepted' when 'reject' then 'rejected' else c.initial_status end as becomes
      from staging.correction c join staging.record r using (batch_id, record_no)
      where c.batch_id = batch and c.rule = of_rule and (no is null or c.record_no = no) and (of_field is null or c.field = of_field)
        and r.status <> 'ignored') d
    where k.batch_id = batch and k.rule = of_rule and k.record_no = d.record_no and k.field = d.field and d.becomes <> d.was
    returning k.record_no, k.field, d.was, d.becomes)
  insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, decided_by)
  select batch, d.record_no, d.field, of_rule, decision, d.was, d.becomes, current_setting('diaba.actor')
  from decided d order by d.record_no, d.field;
  return next;
end $$;


--
-- Name: FUNCTION decide_corrections(batch uuid, no integer, of_field text, of_rule text, decision text); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.decide_corrections(batch uuid, no integer, of_field text, of_rule text, decision text) IS 'Accepts, rejects or undoes one correction, or all by one rule; how many there were and the records that changed';


--
-- Name: decide_edits(uuid, integer, text, text); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.decide_edits(batch uuid, no integer, of_field text, decision text) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  c staging.correction;
  becomes text;
  present jsonb;
  changed int[] := '{}';
begin
  for c in select k.* from staging.correction k join staging.record r using (batch_id, record_no)
    where k.batch_id = batch and k.rule = 'officer' and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
      and r.status <> 'ignored'
    order by k.record_no, k.field
  loop
    becomes := case decision when 'accept' then 'accepted' when 'reject' then 'rejected' else c.initial_status end;
    continue when becomes = c.status;
    changed := changed || c.record_no;
    if becomes = 'accepted' then
      present := staging.field_value(batch, c.record_no, c.field);
      update staging.correction k set before_value = present, before = staging.value_text(present)
        where k.batch_id = batch and k.record_no = c.record_no and k.field = c.field and k.rule = c.rule;
      perform staging.put_field(batch, c.record_no, c.field, c.after_value);
    elsif c.status = 'accepted' then
      perform staging.put_field(batch, c.record_no, c.field, c.before_value);
    end if;
  end loop;
  return changed;
end $$;


--
-- Name: FUNCTION decide_edits(batch uuid, no integer, of_field text, decision text); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.decide_edits(batch uuid, no integer, of_field text, decision text) IS 'Puts edits by hand into their candidates or takes them out; the records of those that change';


--
-- Name: decide_repairs(uuid, integer, text, text, text); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.decide_repairs(batch uuid, no integer, of_field text, of_rule text, decision text) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  columns constant jsonb := (select b.source -> 'columns' from staging.batch b where b.batch_id = batch);
  turns jsonb;
  changed int[];
begin
  with picked as (
    select k.record_no, columns ->> k.field as role, k.status,
      case decision when 'accept' then 'accepted' when 'reject' then 'rejected' else k.initial_status end as becomes, k.before, k.after
    from staging.correction k join staging.record r using (batch_id, record_no)
    where k.batch_id = batch and k.rule = of_rule and (no is null or k.record_no = no) and (of_field is null or k.field = of_field)
      and r.status <> 'ignored')
  select coalesce(array_agg(p.record_no order by p.record_no), '{}'),
    coalesce(jsonb_agg(jsonb_build_object('no', p.record_no, 'role', p.role,
      'was', case when p.becomes in ('applied', 'accepted') then p.before else p.after end,
      'becomes', case when p.becomes in ('applied', 'accepted') then p.after else p.before end))
      filter (where (p.becomes in ('applied', 'accepted')) <> (p.status in ('applied', 'accepted'))), '[]')
  into changed, turns from picked p where p.becomes <> p.status;
  update staging.record r set candidate = jsonb_set(r.candidate, array[t.role], to_jsonb(t.becomes))
    from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
    where t.role in ('address', 'useOrigin') and r.batch_id = batch and r.record_no = t.no and r.candidate ->> t.role = t.was;
  update staging.record r set candidate = jsonb_set(r.candidate, '{holders}', staging.renamed(r.candidate -> 'holders', t.was, t.becomes))
    from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
    where t.role = 'holder' and r.batch_id = batch and r.record_no = t.no and jsonb_array_length(r.candidate -> 'holders') > 0
      and not exists (select from staging.correction c where c.batch_id = batch and c.record_no = t.no and c.field = 'holders'
        and c.rule = 'officer' and c.status in ('applied', 'accepted'));
  update staging.correction c set before_value = to_jsonb(t.becomes), before = t.becomes
    from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
    where t.role = 'address' and c.batch_id = batch and c.record_no = t.no and c.field = 'address' and c.rule = 'officer'
      and c.before_value = to_jsonb(t.was);
  update staging.correction c set before_value = staging.renamed(c.before_value, t.was, t.becomes),
      before = staging.value_text(staging.renamed(c.before_value, t.was, t.becomes))
    from jsonb_to_recordset(turns) as t(no int, role text, was text, becomes text)
    where t.role = 'holder' and c.batch_id = batch and c.record_no = t.no and c.field = 'holders' and c.rule = 'officer';
  return changed;
end $$;


--
-- Name: FUNCTION decide_repairs(batch uuid, no integer, of_field text, of_rule text, decision text); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.decide_repairs(batch uuid, no integer, of_field text, of_rule text, decision text) IS 'Puts what a rule of the import repaired into its candidates or takes it out; the records of those that change';


--
-- Name: edit_record(uuid, integer, text, jsonb, text); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.edit_record(batch uuid, no integer, field text, value jsonb, why text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  present jsonb;
  earlier staging.correction;
  base jsonb;
begin
  perform staging.require_review(batch);
  if (field <> 'ring' and staging.candidate_key(field) is null) or value is null then
    raise exception 'field % is not edited by hand', field using errcode = 'DB006';
  end if;
  perform 1 from staging.record r
    where r.batch_id = batch and r.record_no = no and r.status <> 'ignored' and r.candidate is not null
      and (field <> 'ring' or r.geom_legal is not null) for update;
  if not found then return false; end if;
  perform staging.require_value(batch, no, field, value);
  present := staging.field_value(batch, no, field);
  select * into earlier from staging.correction c
    where c.batch_id = batch and c.record_no = no and c.field = edit_record.field and c.rule = 'officer';
  base := case when earlier.status in ('applied', 'accepted') then earlier.before_value else present end;
  insert into staging.correction (batch_id, record_no, field, rule, before, after, status, decided_by, decided_at, initial_status,
      before_value, after_value, reason)
    values (batch, no, field, 'officer', staging.value_text(base), staging.value_text(value), 'accepted', current_setting('diaba.actor'),
      clock_timestamp(), 'proposed', base, value, why)
    on conflict on constraint correction_pkey do update set before = excluded.before, after = excluded.after, status = excluded.status,
      decided_by = excluded.decided_by, decided_at = excluded.decided_at, before_value = excluded.before_value,
      after_value = excluded.after_value, reason = excluded.reason;
  insert into staging.correction_step (batch_id, record_no, field, rule, decision, before, after, reason, decided_by)
    values (batch, no, field, 'officer', 'edit', staging.value_text(present), staging.value_text(value), why, current_setting('diaba.actor'));
  perform staging.put_field(batch, no, field, value);
  return true;
end $$;


--
-- Name: FUNCTION edit_record(batch uuid, no integer, field text, value jsonb, why text); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.edit_record(batch uuid, no integer, field text, value jsonb, why text) IS 'Edits one field of a candidate by hand and keeps before, after, who and why; false where there is no such record';


--
-- Name: end_overlaps(uuid, boolean); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.end_overlaps(batch uuid, with_width boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  shapes constant text := staging.work_table(batch, '');
  pairs constant text := staging.work_table(batch, '_pairs');
  pending constant text := staging.work_table(batch, '_pending');
  area_limit double precision := reference.setting_on('overlap_area_m2', current_date);
  compared int;
begin
  perform staging.require_batch(batch);
  if to_regclass('staging.' || pairs) is null or to_regclass('staging.' || pending) is null then
    raise exception 'batch % was not compared', batch using errcode = 'DB006';
  end if;
  execute format('insert into staging.uncompared (batch_id, record_no)
    select distinct %L::uuid, case when a.points > b.points then a.record_no else b.record_no end
    from staging.%I p join staging.%I a on a.record_no = p.record_no join staging.%I b on b.record_no = p.other_no
    on conflict do nothing', batch, pending, shapes, shapes);
  execute format('select count(*) from staging.%I', shapes) into compared;
  -- How wide is asked where it decides, and then as often as a sheet has records.
  execute format('insert into staging.overlap_pair (batch_id, record_no, other_no, area_m2, width_m, identical)
    select %L, p.record_no, p.other_no, p.area_m2,
      case when %L and p.place <= 2000 + %s then cadastre.overlap_width_m(st_collectionextract(st_intersection(a.geom, b.geom), 3)) end,
      st_equals(a.geom, b.geom)
    from (select *, row_number() over (order by area_m2 > %s, record_no, other_no) as place from staging.%I) p
    join staging.%I a on a.record_no = p.record_no join staging.%I b on b.record_no = p.other_no',
    batch, with_width, compared, area_limit, pairs, shapes, shapes);
  execute format('drop table staging.%I, staging.%I, staging.%I', shapes, pairs, pending);
  insert into staging.overlap_check (batch_id, records)
    select batch, compared + count(*) from staging.same_shape s where s.batch_id = batch;
end $$;


--
-- Name: FUNCTION end_overlaps(batch uuid, with_width boolean); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.end_overlaps(batch uuid, with_width boolean) IS 'Keeps what the comparison of a batch found; pairs that are pending still count as not compared';


--
-- Name: expire_uploads(); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.expire_uploads() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  expired integer;
begin
  delete from staging.upload where ended_at < clock_timestamp() - interval '30 days';
  update staging.upload set status = 'expired', ended_at = clock_timestamp() where status = 'open' and expires_at < clock_timestamp();
  get diagnostics expired = row_count;
  return expired;
end $$;


--
-- Name: FUNCTION expire_uploads(); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.expire_uploads() IS 'Ends uploads whose time is up and forgets those that ended long ago; how many were ended';


--
-- Name: field_value(uuid, integer, text); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.field_value(batch uuid, no integer, field text) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
  select case when field_value.field = 'ring' then
      case when r.geom_legal is null then 'null' else jsonb_build_object('srid', st_srid(r.geom_legal), 'wkb', encode(st_asbinary(r.geom_legal, 'NDR'), 'hex'),
        'point', case when r.feature_point is null then null else jsonb_build_array(st_x(r.feature_point), st_y(r.feature_point)) end,
        'code', r.parcel_code) end
    else coalesce(r.candidate -> staging.candidate_key(field_value.field), 'null') end
  from staging.record r where r.batch_id = batch and r.record_no = no
$$;


--
-- Name: FUNCTION field_value(batch uuid, no integer, field text); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.field_value(batch uuid, no integer, field text) IS 'What stands in a field of a record that may be edited by hand; of its ring all that hangs on it';


--
-- Name: find_by_number(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.find_by_number(batch uuid) RETURNS TABLE(record_no integer, parcel_id uuid, version_no integer, parcels integer, claims integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10000
    SET search_path TO 'public'
    AS $$
begin
  perform staging.require_batch(batch);
  return query
  with named as materialized (
    select r.record_no, r.sheet_no, r.scale, r.parcel_no, b.commune_code, b.commune_valid_from,
      case when r.candidate ->> 'unitCode' <> b.commune_code then r.candidate ->> 'unitCode' end as named_unit,
      case when (b.unit_code, b.unit_valid_from) <> (b.commune_code, b.commune_valid_from) then b.unit_code end as given_unit, b.unit_valid_from
    from staging.record r join staging.batch b using (batch_id)
    where r.batch_id = batch and b.kind = 'parcels' and r.geom is null and r.candidate ? 'unitCode' and r.sheet_no is not null and r.parcel_no is not null
      and (r.status <> 'ignored' or r.exclusion_reason in ('register.unchanged', 'register.differs'))),
  found as (
    select n.record_no, v.parcel_id, v.version_no
    from named n
    join cadastre.sheet s on s.number = n.sheet_no and s.commune_code = n.commune_code and s.commune_valid_from = n.commune_valid_from
      and (n.scale is null or s.scale = n.scale)
      and case when n.named_unit is not null then s.unit_code = n.named_unit
        when n.given_unit is not null then s.unit_code = n.given_unit and s.unit_valid_from = n.unit_valid_from else true end
    join cadastre.parcel_version v on v.sheet_id = s.sheet_id and v.parcel_no = n.parcel_no and v.status = 'current'
    offset 0),
  counted as (
    select n.record_no, f.parcel_id, f.version_no, count(f.parcel_id) over (partition by n.record_no) as parcels
    from named n left join found f using (record_no))
  -- Who names several parcels claims none of them.
  select c.record_no, c.parcel_id, c.version_no, c.parcels::int,
    (case when c.parcels = 1 then count(*) filter (where c.parcels = 1) over (partition by c.parcel_id) else 0 end)::int
  from counted c;
end $$;


--
-- Name: FUNCTION find_by_number(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.find_by_number(batch uuid) IS 'Registered parcels that records without a boundary name by sheet and number: a row for each, how many a record names, and how many records name that one alone';


--
-- Name: forget_comparison(); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.forget_comparison() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  delete from staging.overlap_check c where c.batch_id = new.batch_id and exists (
    select from staging.correction k where k.batch_id = new.batch_id and k.field = 'ring' and k.rule = 'officer');
  return null;
end $$;


--
-- Name: FUNCTION forget_comparison(); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.forget_comparison() IS 'A record that was left out when its batch was compared anew, after a ring was edited, was not compared';


--
-- Name: give_up_next(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.give_up_next(batch uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $_$
begin
  perform staging.require_batch(batch);
  execute format('with heavier as (
      select case when a.points > b.points then a.record_no else b.record_no end as record_no
      from (select * from staging.%1$I order by seq limit 1) p
      join staging.%2$I a on a.record_no = p.record_no join staging.%2$I b on b.record_no = p.other_no),
    gone as (delete from staging.%1$I p using heavier h where h.record_no in (p.record_no, p.other_no))
    insert into staging.uncompared (batch_id, record_no) select %3$L, record_no from heavier on conflict do nothing',
    staging.work_table(batch, '_pending'), staging.work_table(batch, ''), batch);
end $_$;


--
-- Name: FUNCTION give_up_next(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.give_up_next(batch uuid) IS 'Notes the heavier record of the next pending pair as one that is not compared, and drops its other pairs';


--
-- Name: holders_to_raise(uuid, uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.holders_to_raise(batch uuid, dealing uuid) RETURNS TABLE(party_id uuid, record_no integer, parcel_id uuid, kind text, name text, identities jsonb, manages boolean, certificate_serial text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100000
    SET search_path TO ''
    SET parallel_tuple_cost TO '0'
    AS $$
begin
  perform staging.require_batch(batch);
  return query
  select md5(dealing::text || coalesce(encode(i.lookup_hash, 'hex') || lower(h.holder ->> 'name'), r.record_no || '#' || h.n))::uuid,
    r.record_no, r.parcel_id, h.holder ->> 'kind', h.holder ->> 'name', h.holder -> 'identities', (h.holder ->> 'manages')::boolean,
    r.candidate ->> 'certificateSerial'
  from staging.record r
  cross join lateral jsonb_array_elements(r.candidate -> 'holders') with ordinality as h(holder, n)
  left join staging.identity_number i on i.batch_id = r.batch_id and i.record_no = r.record_no
    and i.ordinal = (h.holder ->> 'key')::int
  where r.batch_id = batch and r.status in ('valid', 'warned')
    and not exists (select from staging.difference d where d.batch_id = r.batch_id and d.record_no = r.record_no);
end $$;


--
-- Name: FUNCTION holders_to_raise(batch uuid, dealing uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.holders_to_raise(batch uuid, dealing uuid) IS 'Holders that the valid and warned records of a batch name. Those of one name and one number that can be somebody''s are one party in a dealing; any other is a party per record';


--
-- Name: in_scope(character); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.in_scope(commune character) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (((commune)::text = ANY (string_to_array(NULLIF(current_setting('diaba.communes'::text, true), ''::text), ','::text))) OR (current_setting('diaba.communes'::text, true) = '*'::text));


--
-- Name: FUNCTION in_scope(commune character); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.in_scope(commune character) IS 'Whether the acting officer''s communes include this one; no setting, no rows';


--
-- Name: is_light(integer, integer, integer, integer); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.is_light(points integer, rings integer, other_points integer, other_rings integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select points::bigint * other_points <= 250000 and rings + other_rings <= 100
$$;


--
-- Name: FUNCTION is_light(points integer, rings integer, other_points integer, other_rings integer); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.is_light(points integer, rings integer, other_points integer, other_rings integer) IS 'Whether two shapes are compared in milliseconds whatever they look like: edges may cross in every pair, rings may lie in each other';


--
-- Name: joined_codes(jsonb); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.joined_codes(purposes jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO ''
    AS $$
  select coalesce(string_agg(p ->> 'code', '+' order by n), '') from jsonb_array_elements(purposes) with ordinality as e(p, n)
$$;


--
-- Name: FUNCTION joined_codes(purposes jsonb); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.joined_codes(purposes jsonb) IS 'Land-use codes of purposes, joined by +';


--
-- Name: keep_batch_steps(); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.keep_batch_steps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  if (new.batch_id, new.identity_sha256, new.attempt, new.source_sha256, new.kind, new.commune_code, new.commune_valid_from, new.unit_code,
      new.unit_valid_from, new.options, new.created_by, new.created_at)
     is distinct from (old.batch_id, old.identity_sha256, old.attempt, old.source_sha256, old.kind, old.commune_code, old.commune_valid_from,
      old.unit_code, old.unit_valid_from, old.options, old.created_by, old.created_at)
     or (old.promotion_dealing_id is not null and new.promotion_dealing_id is distinct from old.promotion_dealing_id) then
    raise exception 'batch % is what it is: only its state moves', old.batch_id using errcode = 'DB006';
  end if;
  if new.status <> old.status and (old.status || '>' || new.status) <> all (array['received>staged', 'received>refused', 'received>rejected', 'staged>validated',
      'staged>refused', 'staged>rejected', 'validated>proposed', 'validated>promoted', 'validated>rejected', 'refused>rejected', 'proposed>validated',
      'proposed>promoted', 'proposed>rejected', 'promoted>reversal_proposed', 'reversal_proposed>promoted', 'reversal_proposed>reversed']) then
    raise exception 'batch % cannot go from % to %', old.batch_id, old.status, new.status using errcode = 'DB006';
  end if;
  if new.kind = 'parcels' and new.status = 'promoted' and old.status in ('validated', 'proposed') and not exists (
      select from dealing.dealing d where d.dealing_id = new.promotion_dealing_id and d.batch_id = new.batch_id
        and d.kind = 'import_promotion' and d.status = 'registered'
        and (old.status = 'proposed' and d.dealing_id = old.proposal_dealing_id or old.status = 'validated' and d.initial_load)) then
    raise exception 'batch % was promoted by no dealing', old.batch_id using errcode = 'DB006';
  end if;
  if new.status = 'reversed' and old.status <> 'reversed' and not exists (
      select from dealing.dealing d where d.dealing_id = old.proposal_dealing_id and d.kind = 'import_reversal'
        and d.reverses = old.promotion_dealing_id and d.status = 'registered') then
    raise exception 'batch % was taken back by no dealing', old.batch_id using errcode = 'DB006';
  end if;
  new.version := old.version + 1;
  new.changed_at := clock_timestamp();
  return new;
end $$;


--
-- Name: FUNCTION keep_batch_steps(); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.keep_batch_steps() IS 'Refuses steps that are none, and promotions and reversals without their dealing; counts the version';


--
-- Name: list_pairs(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.list_pairs(batch uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  shapes constant text := staging.work_table(batch, '');
  crowd constant int := 200;
  most bigint;
  listed bigint;
  counting text;
begin
  perform staging.require_batch(batch);
  execute format('select 50000 + 30 * count(*) from staging.%I', shapes) into most;
  counting := format('select count(*) from (select 1 from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no limit %s) c',
    shapes, shapes, most + 1);
  execute counting into listed;
  if listed > most then
    execute format('with crowded as (
        select a.record_no from staging.%I a
        where (select count(*) from (select 1 from staging.%I b where b.geom && a.geom limit %s) c) > %s),
      gone as (delete from staging.%I w using crowded c where c.record_no = w.record_no returning w.record_no)
      insert into staging.uncompared (batch_id, record_no) select %L, record_no from gone', shapes, shapes, crowd + 2, crowd + 1, shapes, batch);
    execute counting into listed;
    if listed > most then return false; end if;
  end if;
  execute format('create unlogged table staging.%I (record_no int, other_no int, area_m2 double precision)', staging.work_table(batch, '_pairs'));
  execute format('create unlogged table staging.%I as
    select row_number() over (order by a.points::bigint * b.points, a.record_no, b.record_no) as seq, a.record_no, b.record_no as other_no
    from staging.%I a join staging.%I b on b.geom && a.geom and b.record_no > a.record_no', staging.work_table(batch, '_pending'), shapes, shapes);
  return true;
end $$;


--
-- Name: FUNCTION list_pairs(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.list_pairs(batch uuid) IS 'Where comparing at once took too long: leaves all pairs pending, without records that lie in a crowd of over 200; false where there are too many all the same';


--
-- Name: measure_with_register(uuid, integer[], uuid[]); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.measure_with_register(batch uuid, record_nos integer[], parcel_ids uuid[]) RETURNS TABLE(record_no integer, parcel_id uuid, area_m2 double precision, width_m double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform staging.require_batch(batch);
  return query
  select p.record_no, p.parcel_id, st_area(p.common), cadastre.overlap_width_m(st_collectionextract(p.common, 3)) from (
    select a.record_no, v.parcel_id, st_intersection(a.geom, v.geom) as common
    from unnest(record_nos, parcel_ids) as asked(record_no, parcel_id)
    join staging.record a on a.batch_id = batch and a.record_no = asked.record_no and a.status <> 'ignored' and a.invalid_reason is null
    join cadastre.parcel_version v on v.parcel_id = asked.parcel_id and v.status = 'current'
    where st_relate(a.geom, v.geom, 'T********')
    offset 0
  ) p
  where st_area(p.common) > 1e-6;
end $$;


--
-- Name: FUNCTION measure_with_register(batch uuid, record_nos integer[], parcel_ids uuid[]); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.measure_with_register(batch uuid, record_nos integer[], parcel_ids uuid[]) IS 'Common ground of given pairs of a record and a current parcel';


--
-- Name: members_of_shape(uuid, integer); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.members_of_shape(batch uuid, first integer) RETURNS integer[]
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
  select array_agg(r.record_no order by r.record_no) from staging.record r
  where r.batch_id = batch and r.status <> 'ignored'
    and r.record_no = any (first || array(select s.record_no from staging.same_shape s where s.batch_id = batch and s.first_no = first))
$$;


--
-- Name: FUNCTION members_of_shape(batch uuid, first integer); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.members_of_shape(batch uuid, first integer) IS 'Records that take part and have the shape of this one; null where none does';


--
-- Name: open_uploads(); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.open_uploads() RETURNS TABLE(upload_id uuid, reserved_bytes bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select u.upload_id, u.reserved_bytes from staging.upload u where u.status = 'open'
$$;


--
-- Name: FUNCTION open_uploads(); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.open_uploads() IS 'Ids and room of all uploads on their way, whoever sends them: for sweeping and for the room on the disk';


--
-- Name: overlaps_with_register(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.overlaps_with_register(batch uuid) RETURNS TABLE(record_no integer, parcel_id uuid, area_m2 double precision, width_m double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    SET enable_bitmapscan TO 'off'
    AS $$
begin
  perform staging.require_batch(batch);
  return query
  select p.record_no, p.parcel_id, p.area_m2,
    case when p.light then cadastre.overlap_width_m(st_collectionextract(st_intersection(p.ours, p.theirs), 3)) end
  from (
    select a.record_no, v.parcel_id, a.geom as ours, v.geom as theirs, w.light,
      case when w.light then st_area(st_intersection(a.geom, v.geom)) end as area_m2
    from staging.record a
    left join staging.same_shape s on s.batch_id = a.batch_id and s.record_no = a.record_no
    join cadastre.parcel_version v on v.geom && a.geom and v.status = 'current'
    cross join lateral (select staging.is_light(st_npoints(a.geom), st_nrings(a.geom), st_npoints(v.geom), st_nrings(v.geom)) as light) w
    where a.batch_id = batch and a.status <> 'ignored' and a.invalid_reason is null and s.record_no is null
      and (not w.light or st_relate(a.geom, v.geom, 'T********'))
    offset 0
  ) p
  where p.area_m2 is null or p.area_m2 > 1e-6;
end $$;


--
-- Name: FUNCTION overlaps_with_register(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.overlaps_with_register(batch uuid) IS 'Common ground between the shapes of a batch, each under its first record, and current parcels; without area the pairs that are to be measured by themselves';


--
-- Name: pairs_with_register(uuid, integer); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.pairs_with_register(batch uuid, at_most integer) RETURNS TABLE(record_no integer, parcel_id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    SET enable_bitmapscan TO 'off'
    AS $$
begin
  perform staging.require_batch(batch);
  return query
  select a.record_no, p.parcel_id from (
    select r.record_no, r.geom from staging.record r left join staging.same_shape s on s.batch_id = r.batch_id and s.record_no = r.record_no
    where r.batch_id = batch and r.status <> 'ignored' and r.invalid_reason is null and r.geom is not null and s.record_no is null order by r.record_no) a
  cross join lateral (select v.parcel_id from cadastre.parcel_version v where v.geom && a.geom and v.status = 'current') p
  limit at_most;
end $$;


--
-- Name: FUNCTION pairs_with_register(batch uuid, at_most integer); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.pairs_with_register(batch uuid, at_most integer) IS 'Shapes of a batch and the current parcels within reach of each, by record, as many as are asked for';


--
-- Name: parcels_to_raise(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.parcels_to_raise(batch uuid) RETURNS TABLE(parcel_id uuid, sheet_id uuid, parcel_no text, parcel_code character, land_use text, area_m2 numeric, legal_area_m2 numeric, address text, geom_legal public.geometry, geom public.geometry, geom_3857 public.geometry, label_3857 public.geometry, feature_point public.geometry)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100000
    SET search_path TO 'public'
    AS $$
begin
  perform staging.require_batch(batch);
  return query
  select p.parcel_id, p.sheet_id, p.parcel_no, p.parcel_code, p.land_use, p.area_m2, p.legal_area_m2, p.address, p.geom_legal, p.geom, p.geom_3857, p.label_3857, p.feature_point
  from (
    -- Each looks up its sheet: of sheets written a moment ago PostgreSQL has no statistics, takes a join for one row, and would make all shapes
    -- in one process, or once for each sheet of the commune.
    select m.*, (select s.sheet_id from cadastre.sheet s join staging.batch b on b.unit_code = s.unit_code and b.unit_valid_from = s.unit_valid_from
      where b.batch_id = batch and s.number = m.sheet_no and s.scale is not distinct from m.scale and s.series = '') as sheet_id
    from (
      select r.parcel_id, r.sheet_no, r.scale, r.parcel_no, r.parcel_code,
        case jsonb_array_length(r.candidate -> 'purposes') when 1 then r.candidate #>> '{purposes,0,code}'
          else staging.joined_codes(r.candidate -> 'purposes') end as land_use,
        round(r.area_m2, 2) as area_m2, r.legal_area_m2, r.candidate ->> 'address' as address, r.geom_legal, r.geom, st_transform(r.geom, 3857) as geom_3857,
        st_transform(cadastre.label_point(r.geom_legal, r.feature_point), 3857) as label_3857, r.feature_point
      from staging.record r where r.batch_id = batch and r.status in ('valid', 'warned')
        and not exists (select from staging.difference d where d.batch_id = r.batch_id and d.record_no = r.record_no) offset 0) m offset 0) p
  where p.sheet_id is not null
  -- In the order of the ground (the code is a GeoHash), so that neighbours share pages and tiles read few of them.
  order by p.parcel_code;
end $$;


--
-- Name: FUNCTION parcels_to_raise(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.parcels_to_raise(batch uuid) IS 'First versions of the parcels that the valid and warned records of a batch become, without those whose sheet is not registered, and those that are of a parcel already';


--
-- Name: put_field(uuid, integer, text, jsonb); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.put_field(batch uuid, no integer, field text, value jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  if field = 'ring' then
    perform staging.put_ring(batch, no, value);
    return;
  end if;
  update staging.record r set
    candidate = jsonb_set(r.candidate, array[staging.candidate_key(field)], value),
    sheet_no = case field when 'sheetNo' then value #>> '{}' else r.sheet_no end,
    parcel_no = case field when 'parcelNo' then value #>> '{}' else r.parcel_no end,
    legal_area_m2 = case field when 'legalAreaM2' then (value #>> '{}')::numeric else r.legal_area_m2 end
  where r.batch_id = batch and r.record_no = no;
end $$;


--
-- Name: FUNCTION put_field(batch uuid, no integer, field text, value jsonb); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.put_field(batch uuid, no integer, field text, value jsonb) IS 'Puts a value into the candidate of a record and its columns; raw stays';


--
-- Name: put_ring(uuid, integer, jsonb); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.put_ring(batch uuid, no integer, value jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  legal constant geometry := st_geomfromwkb(decode(value ->> 'wkb', 'hex'), (value ->> 'srid')::int);
  point constant geometry := case when jsonb_typeof(value -> 'point') = 'array'
    then st_setsrid(st_makepoint((value #>> '{point,0}')::float8, (value #>> '{point,1}')::float8), (value ->> 'srid')::int) end;
begin
  -- As staging.absorb_scratch makes them of what a file says.
  update staging.record r set geom_legal = legal, area_m2 = st_area(legal), feature_point = point, parcel_code = value ->> 'code',
    invalid_reason = case when not st_isvalid(legal) then st_isvalidreason(legal) end,
    geom = case when st_srid(legal) = 9214 then legal else st_snaptogrid(st_transform(legal, 9214), 0.0001) end
  where r.batch_id = batch and r.record_no = no;
  -- What was compared is another shape now: until all are compared anew, nothing counts as compared.
  delete from staging.overlap_check c where c.batch_id = batch;
end $$;


--
-- Name: FUNCTION put_ring(batch uuid, no integer, value jsonb); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.put_ring(batch uuid, no integer, value jsonb) IS 'Gives a record another ring, with the area and validity that follow from it; the batch counts as compared no longer';


--
-- Name: renamed(jsonb, text, text); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.renamed(holders jsonb, was text, becomes text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS $$
  select coalesce(jsonb_agg(case when h ->> 'name' = was then jsonb_set(h, '{name}', to_jsonb(becomes)) else h end order by n), '[]')
  from jsonb_array_elements(holders) with ordinality as e(h, n)
$$;


--
-- Name: FUNCTION renamed(holders jsonb, was text, becomes text); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.renamed(holders jsonb, was text, becomes text) IS 'Holders with one name replaced';


--
-- Name: repair_boundaries(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.repair_boundaries(batch uuid) RETURNS TABLE(record_no integer, invalid_reason text, before_m2 numeric, after_m2 numeric, repaired boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  perform staging.require_batch(batch);
  if not exists (select from staging.batch b where b.batch_id = batch and b.kind in ('commune-boundary', 'layer') and b.status = 'staged') then
    raise exception 'only boundaries and layers are repaired, and only while they are staged' using errcode = 'DB005';
  end if;
  return query
  with fixed as materialized (
    select r.record_no as no, r.invalid_reason as reason, r.area_m2 as before,
      st_multi(st_collectionextract(st_makevalid(r.geom, 'method=structure'), 3)) as shape,
      st_area(st_collectionextract(st_makevalid(r.geom_legal, 'method=structure'), 3))::numeric as after
    from staging.record r
    where r.batch_id = batch and r.status <> 'ignored' and r.geom is not null and r.invalid_reason is not null
      and not exists (select from staging.finding f
        where f.batch_id = r.batch_id and f.record_no = r.record_no and f.severity = 'refuse')),
  changed as (
    update staging.record r set geom = fixed.shape, area_m2 = fixed.after
    from fixed where r.batch_id = batch and r.record_no = fixed.no and fixed.after >= 1 returning r.record_no as no)
  select fixed.no, fixed.reason, fixed.before, fixed.after, changed.no is not null
  from fixed left join changed using (no);
end $$;


--
-- Name: FUNCTION repair_boundaries(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.repair_boundaries(batch uuid) IS 'Makes boundaries that cross themselves valid polygons (GEOS structure method: overlapping parts become one); the shape of the file stays in geom_legal';


--
-- Name: require_batch(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.require_batch(batch uuid) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  if not exists (select from staging.batch b where b.batch_id = batch and staging.in_scope(b.commune_code)) then
    raise exception 'no such batch in your communes' using errcode = 'DB005';
  end if;
end $$;


--
-- Name: FUNCTION require_batch(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.require_batch(batch uuid) IS 'Refuses a batch outside the acting officer''s communes';


--
-- Name: require_record(); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.require_record() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  missing text;
begin
  perform cadastre.require_fresh_view();
  perform 1 from staging.batch b where b.batch_id in (select n.batch_id from new_rows n) for key share;
  -- Planned anew each time: one row, or those of a whole batch.
  execute 'select min(concat_ws('' '', n.batch_id, n.record_no)) from new_rows n
    where not exists (select from staging.record r where r.batch_id = n.batch_id and r.record_no = n.record_no)' into missing;
  if missing is not null then
    raise exception 'there is no record %', missing using errcode = 'foreign_key_violation',
      schema = tg_table_schema, table = tg_table_name, constraint = tg_argv[0];
  end if;
  return null;
end $$;


--
-- Name: FUNCTION require_record(); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.require_record() IS 'Refuses rows of a record that does not exist: as strong as a foreign key';


--
-- Name: require_review(uuid); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.require_review(batch uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  perform staging.require_batch(batch);
  perform 1 from staging.batch b where b.batch_id = batch and b.status = 'validated' and b.kind = 'parcels' for update;
  if not found then
    raise exception 'batch % is not under review', batch using errcode = 'DB006';
  end if;
  if coalesce(current_setting('diaba.actor', true), '') = '' then
    raise exception 'a decision needs somebody who makes it' using errcode = 'DB006';
  end if;
end $$;


--
-- Name: FUNCTION require_review(batch uuid); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.require_review(batch uuid) IS 'Refuses changes to a batch that is not the caller''s or not under review; holds it until the transaction ends';


--
-- Name: require_value(uuid, integer, text, jsonb); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.require_value(batch uuid, no integer, field text, value jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
declare
  legal geometry;
begin
  if field in ('purposes', 'holders') and jsonb_typeof(value) <> 'array' then
    raise exception 'field % is a list', field using errcode = 'DB006';
  elsif field = 'purposes' and exists (select from jsonb_array_elements(value) p
      where not exists (select from reference.land_use l where l.code = p ->> 'code' and not l.is_group)) then
    raise exception 'a land use is not in the code list' using errcode = 'DB006';
  elsif field = 'holders' and exists (select from jsonb_array_elements(value) h
      where coalesce(h ->> 'name', '') = '' or exists (select from jsonb_array_elements(h -> 'identities') i
        where not exists (select from staging.identity_number n where n.batch_id = batch and n.record_no = no and n.ordinal = (i #>> '{}')::int))) then
    raise exception 'a holder has no name, or a number that is not in this record' using errcode = 'DB006';
  elsif field = 'ring' then
    legal := st_geomfromwkb(decode(value ->> 'wkb', 'hex'), (value ->> 'srid')::int);
    if st_geometrytype(legal) <> 'ST_Polygon' or st_isempty(legal) or not exists (select from staging.record r
        where r.batch_id = batch and r.record_no = no and st_srid(r.geom_legal) = st_srid(legal)) then
      raise exception 'record % has no ring in this system', no using errcode = 'DB006';
    end if;
    if st_isvalid(legal) and not st_contains(legal, st_setsrid(st_makepoint((value #>> '{point,0}')::float8, (value #>> '{point,1}')::float8), st_srid(legal))) then
      raise exception 'the point of record % does not lie in its ring', no using errcode = 'DB006';
    end if;
  end if;
end $$;


--
-- Name: FUNCTION require_value(batch uuid, no integer, field text, value jsonb); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.require_value(batch uuid, no integer, field text, value jsonb) IS 'Refuses a value that no edit by hand may give: the last door behind those of the application';


--
-- Name: surroundings(uuid, integer, double precision, integer); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.surroundings(batch uuid, no integer, metres double precision, at_most integer) RETURNS TABLE(ring jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    SET enable_bitmapscan TO 'off'
    AS $$
declare
  of_record staging.record;
begin
  perform staging.require_batch(batch);
  select r.* into of_record from staging.record r where r.batch_id = batch and r.record_no = no and r.geom_legal is not null;
  if not found then return; end if;
  return query
  select st_asgeojson(case when st_srid(n.legal) = st_srid(of_record.geom_legal) then n.legal else st_transform(n.legal, st_srid(of_record.geom_legal)) end, 4)::jsonb
  from (
    select o.geom_legal as legal, st_distance(o.geom, of_record.geom) as far from staging.record o
    where o.batch_id = batch and o.record_no <> no and o.status <> 'ignored' and o.geom && st_expand(of_record.geom, metres)
    union all
    select v.geom_legal, st_distance(v.geom, of_record.geom) from cadastre.parcel_version v
    where v.status = 'current' and v.geom && st_expand(of_record.geom, metres)
    order by far limit at_most) n;
end $$;


--
-- Name: FUNCTION surroundings(batch uuid, no integer, metres double precision, at_most integer); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.surroundings(batch uuid, no integer, metres double precision, at_most integer) IS 'Shapes around a record, of its batch and of the register, in the system of its sheet, the nearest first; never a person';


--
-- Name: tally_batch(); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.tally_batch() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
declare
  latest staging.batch;
begin
  select * into latest from staging.batch b where b.batch_id = new.batch_id;
  -- A transaction that moves a batch twice is counted once, with its last move.
  if latest.version is distinct from new.version then
    return null;
  end if;
  insert into staging.batch_tally (batch_id, version, read, valid, warned, blocked, refused, ignored, errors, warnings, infos, file_blocked, sheets)
  select latest.batch_id, latest.version, c.* from staging.count_batch(latest.batch_id, latest.status in ('promoted', 'reversal_proposed', 'reversed')) c
  on conflict (batch_id) do update set version = excluded.version, read = excluded.read, valid = excluded.valid, warned = excluded.warned,
    blocked = excluded.blocked, refused = excluded.refused, ignored = excluded.ignored, errors = excluded.errors, warnings = excluded.warnings,
    infos = excluded.infos, file_blocked = excluded.file_blocked, sheets = excluded.sheets;
  return null;
end $$;


--
-- Name: FUNCTION tally_batch(); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.tally_batch() IS 'Counts what is in a batch at the end of the transaction that moved it';


--
-- Name: tell_batch(); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.tell_batch() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  perform pg_catalog.pg_notify('diaba_batch', new.batch_id::text);
  return null;
end $$;


--
-- Name: FUNCTION tell_batch(); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.tell_batch() IS 'Tells listeners which batch moved; what became of it they read themselves';


--
-- Name: value_text(jsonb); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.value_text(value jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public'
    AS $$
  select coalesce(case
    when jsonb_typeof(value) = 'array' then (
      select string_agg(case when p ->> 'name' is not null then p ->> 'name' else concat_ws(' ', p ->> 'code', p ->> 'areaM2') end, '; ' order by n)
      from jsonb_array_elements(value) with ordinality as e(p, n))
    when jsonb_typeof(value) = 'object' then (
      select concat_ws(' ', st_npoints(g) - st_nrings(g), round(st_area(g)::numeric, 2))
      from st_geomfromwkb(decode(value ->> 'wkb', 'hex'), (value ->> 'srid')::int) g)
    else value #>> '{}' end, '')
$$;


--
-- Name: FUNCTION value_text(value jsonb); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.value_text(value jsonb) IS 'A value of a candidate as a person reads it; of a ring its corners and m²';


--
-- Name: work_table(uuid, text); Type: FUNCTION; Schema: staging; Owner: -
--

CREATE FUNCTION staging.work_table(batch uuid, part text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO ''
    AS $$
  select 'work_' || replace(batch::text, '-', '') || part
$$;


--
-- Name: FUNCTION work_table(batch uuid, part text); Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON FUNCTION staging.work_table(batch uuid, part text) IS 'Name of a working table of a comparison; they are dropped within the transaction that makes them';


--
-- Name: check_initial_load(); Type: FUNCTION; Schema: thematic; Owner: -
--

CREATE FUNCTION thematic.check_initial_load() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if new.status not in ('proposed', 'in_force') or (new.status = 'in_force') <> new.initial_load then
    raise exception 'an edition begins as a proposal' using errcode = 'DB003';
  end if;
  if new.initial_load and exists (select from thematic.edition e where e.layer_code = new.layer_code) then
    raise exception 'layer % has an edition: another needs a second person', new.layer_code using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION check_initial_load(); Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON FUNCTION thematic.check_initial_load() IS 'Only the first edition of a layer is put in force by who brings it';


--
-- Name: keep_edition(); Type: FUNCTION; Schema: thematic; Owner: -
--

CREATE FUNCTION thematic.keep_edition() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if (new.edition_id, new.layer_code, new.edition_no, new.batch_id, new.source, new.licence, new.data_on, new.features, new.initial_load, new.proposed_by, new.proposed_at,
      new.restores, new.source_url)
     is distinct from (old.edition_id, old.layer_code, old.edition_no, old.batch_id, old.source, old.licence, old.data_on, old.features, old.initial_load, old.proposed_by, old.proposed_at,
      old.restores, old.source_url)
     or (old.decided_by is not null and (new.decided_by, new.decided_at, new.reason) is distinct from (old.decided_by, old.decided_at, old.reason))
     or (old.withdrawn_by is not null and (new.withdrawn_by, new.withdrawn_at, new.withdrawal) is distinct from (old.withdrawn_by, old.withdrawn_at, old.withdrawal)) then
    raise exception 'edition % is what it is: only its state moves', old.edition_id using errcode = 'DB003';
  end if;
  if new.status <> old.status
     and (old.status || '>' || new.status) <> all (array['proposed>in_force', 'proposed>refused', 'proposed>withdrawn', 'in_force>superseded', 'in_force>withdrawn']) then
    raise exception 'edition % cannot go from % to %', old.edition_id, old.status, new.status using errcode = 'DB003';
  end if;
  return new;
end $$;


--
-- Name: FUNCTION keep_edition(); Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON FUNCTION thematic.keep_edition() IS 'An edition never changes: it is put in force, refused or withdrawn once, and followed by another once';


--
-- Name: keep_layer(); Type: FUNCTION; Schema: thematic; Owner: -
--

CREATE FUNCTION thematic.keep_layer() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if (new.layer_code, new.theme, new.created_by, new.created_at) is distinct from (old.layer_code, old.theme, old.created_by, old.created_at) then
    raise exception 'layer % is what it is: only its titles and channels change', old.layer_code using errcode = 'DB003';
  end if;
  new.version := old.version + 1;
  return new;
end $$;


--
-- Name: FUNCTION keep_layer(); Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON FUNCTION thematic.keep_layer() IS 'A layer keeps its code and theme; counts the version';


--
-- Name: measure_common(public.geometry, public.geometry); Type: FUNCTION; Schema: thematic; Owner: -
--

CREATE FUNCTION thematic.measure_common(shape public.geometry, land public.geometry, OUT area_m2 double precision, OUT outline_m double precision, OUT length_m double precision, OUT points integer) RETURNS record
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
declare
  common public.geometry;
begin
  common := case when public.st_srid(land) = public.st_srid(shape) then public.st_intersection(shape, land)
    else public.st_intersection(public.st_transform(public.st_clipbybox2d(shape, public.st_expand(public.st_transform(land, public.st_srid(shape)), 1)), public.st_srid(land)), land) end;
  case public.st_dimension(shape)
    when 2 then
      area_m2 := public.st_area(common);
      outline_m := public.st_perimeter(common);
    when 1 then length_m := public.st_length(common);
    else points := case when public.st_isempty(common) then 0 else public.st_numgeometries(common) end;
  end case;
end $$;


--
-- Name: FUNCTION measure_common(shape public.geometry, land public.geometry, OUT area_m2 double precision, OUT outline_m double precision, OUT length_m double precision, OUT points integer); Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON FUNCTION thematic.measure_common(shape public.geometry, land public.geometry, OUT area_m2 double precision, OUT outline_m double precision, OUT length_m double precision, OUT points integer) IS 'What a shape has in common with land, measured in the system of the land: m² and outline of an area, m of a line, number of points';


--
-- Name: overlaps(public.geometry, uuid[]); Type: FUNCTION; Schema: thematic; Owner: -
--

CREATE FUNCTION thematic."overlaps"(land public.geometry, of_editions uuid[]) RETURNS TABLE(edition_id uuid, feature_no integer, area_m2 double precision, length_m double precision, points integer)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select f.edition_id, f.feature_no, m.area_m2, m.length_m, m.points
  from (
    select max(value) filter (where name = 'overlay_area_m2')::float8 as area_m2, max(value) filter (where name = 'overlay_width_m')::float8 as width_m
    from reference.setting
    where name in ('overlay_area_m2', 'overlay_width_m') and valid_from <= current_date and (valid_to is null or current_date < valid_to)) setting_now
  cross join thematic.feature f
  cross join lateral thematic.measure_common(f.geom, land) m
  where f.edition_id = any (of_editions)
    and public.st_intersects(f.geom, case when public.st_srid(land) = 9214 then land else public.st_transform(land, 9214) end)
    and case when m.area_m2 is not null then m.area_m2 >= setting_now.area_m2 and 2 * m.area_m2 >= setting_now.width_m * m.outline_m
      when m.length_m is not null then m.length_m >= setting_now.width_m else m.points > 0 end
$$;


--
-- Name: FUNCTION "overlaps"(land public.geometry, of_editions uuid[]); Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON FUNCTION thematic."overlaps"(land public.geometry, of_editions uuid[]) IS 'What shapes of some editions have in common with land (in a legal system): m², m or number of points, computed in that system; slivers below the settings overlay_area_m2 and overlay_width_m are none';


--
-- Name: public_tile(text, integer, integer, integer, double precision, double precision, integer); Type: FUNCTION; Schema: thematic; Owner: -
--

CREATE FUNCTION thematic.public_tile(of_layer text, z integer, x integer, y integer, least_m2 double precision, simplify_m double precision, at_most integer) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
  with shown as materialized (
    select l.edition_id from portal.layer l where l.layer_code = of_layer and l.status = 'in_force' and 'tiles' = any (l.channels)),
  hit as (
    select f.feature_no as no, f.public_category as category, f.public_name as name, f.value::float8 as value, f.unit, f.geom_3857
    from shown s join thematic.feature f on f.edition_id = s.edition_id and f.geom_3857 && st_tileenvelope(z, x, y, margin => 0.015625)
    where st_dimension(f.geom_3857) < 2 or st_area(f.geom_3857) >= least_m2
    order by st_area(f.geom_3857) desc, f.feature_no limit at_most)
  select coalesce(st_asmvt(t, 'features', 4096, 'geom'), '') from (
    select no, category, name, value, unit, st_asmvtgeom(
      case when simplify_m > 0 then st_simplify(geom_3857, simplify_m, true) else geom_3857 end, st_tileenvelope(z, x, y), 4096, 64, true) as geom
    from hit) t where geom is not null
$$;


--
-- Name: FUNCTION public_tile(of_layer text, z integer, x integer, y integer, least_m2 double precision, simplify_m double precision, at_most integer); Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON FUNCTION thematic.public_tile(of_layer text, z integer, x integer, y integer, least_m2 double precision, simplify_m double precision, at_most integer) IS 'One tile of the edition in force of a public layer, uncompressed; with text that tells of nobody';


--
-- Name: public_tile_mark(text); Type: FUNCTION; Schema: thematic; Owner: -
--

CREATE FUNCTION thematic.public_tile_mark(of_layer text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS $$
  select cadastre.register_identity() || '-' || l.edition_id from portal.layer l
  where l.layer_code = of_layer and l.status = 'in_force' and 'tiles' = any (l.channels)
$$;


--
-- Name: FUNCTION public_tile_mark(of_layer text); Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON FUNCTION thematic.public_tile_mark(of_layer text) IS 'What a tile of a public layer depends on; null where there is no such layer for the public';


--
-- Name: require_proposed(); Type: FUNCTION; Schema: thematic; Owner: -
--

CREATE FUNCTION thematic.require_proposed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
  if exists (select from (select distinct edition_id from new_rows) n join thematic.edition e using (edition_id)
      where e.xmin::text::bigint <> pg_catalog.txid_current() % 4294967296) then
    raise exception 'shapes come with their edition, none later' using errcode = 'DB003';
  end if;
  return null;
end $$;


--
-- Name: FUNCTION require_proposed(); Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON FUNCTION thematic.require_proposed() IS 'Shapes of an edition are written in the transaction that makes it, and never afterwards';


--
-- Name: note_changes(); Type: FUNCTION; Schema: watch; Owner: -
--

CREATE FUNCTION watch.note_changes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS $$
begin
  if not exists (select from watch.watch) then
    return null;
  end if;
  insert into watch.notice (watch_id, parcel_id, change, at)
  select w.watch_id, r.parcel_id, case r.status when 'current' then 'registered' else 'ended' end, coalesce(r.ended_at, r.registered_at)
  from new_rows r
  cross join lateral (
    select o.watch_id from watch.watch o where o.parcel_id = r.parcel_id
    union all select o.watch_id from watch.watch o join cadastre.sheet s on s.commune_code = o.commune_code where s.sheet_id = r.sheet_id
    union all select o.watch_id from watch.watch o where o.area operator(public.&&) r.geom and public.st_intersects(o.area, r.geom)) w
  where r.status in ('current', 'historic')
  order by r.parcel_id, r.version_no;
  return null;
end $$;


--
-- Name: FUNCTION note_changes(); Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON FUNCTION watch.note_changes() IS 'Notes for each watch which of its parcels were registered anew or ended, in the transaction that did it';


--
-- Name: checkpoint; Type: TABLE; Schema: audit; Owner: -
--

CREATE TABLE audit.checkpoint (
    size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    horizon xid8 NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT checkpoint_root_check CHECK ((octet_length(root) = 32)),
    CONSTRAINT checkpoint_size_check CHECK ((size > 0))
);


--
-- Name: TABLE checkpoint; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON TABLE audit.checkpoint IS 'Signed sizes and roots of the tree; whoever keeps one elsewhere can tell whether the log was rewritten';


--
-- Name: COLUMN checkpoint.size; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.checkpoint.size IS 'Leaves';


--
-- Name: COLUMN checkpoint.root; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.checkpoint.root IS 'Root over them';


--
-- Name: COLUMN checkpoint.note; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.checkpoint.note IS 'Signed note: origin, size, root, Ed25519 signature (C2SP tlog-checkpoint)';


--
-- Name: COLUMN checkpoint.horizon; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.checkpoint.horizon IS 'Every transaction before it had ended and is in the tree';


--
-- Name: COLUMN checkpoint.at; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.checkpoint.at IS 'When it was made';


--
-- Name: entry_seq_seq; Type: SEQUENCE; Schema: audit; Owner: -
--

ALTER TABLE audit.entry ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME audit.entry_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: leaf; Type: TABLE; Schema: audit; Owner: -
--

CREATE TABLE audit.leaf (
    "position" bigint NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT leaf_hash_check CHECK ((octet_length(hash) = 32)),
    CONSTRAINT leaf_position_check CHECK (("position" >= 0))
);


--
-- Name: TABLE leaf; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON TABLE audit.leaf IS 'Leaves of the tree: which entry stands at which position';


--
-- Name: COLUMN leaf."position"; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.leaf."position" IS 'From 0, without gaps';


--
-- Name: COLUMN leaf.seq; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.leaf.seq IS 'Entry';


--
-- Name: COLUMN leaf.hash; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.leaf.hash IS 'Its leaf digest when it was sealed (RFC 6962 2.1: SHA-256 of 0x00 and the entry)';


--
-- Name: read_log; Type: TABLE; Schema: audit; Owner: -
--

CREATE TABLE audit.read_log (
    seq bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor text NOT NULL,
    subject_kind text NOT NULL,
    batch_id uuid,
    record_nos integer[] DEFAULT '{}'::integer[] NOT NULL,
    party_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    purpose text NOT NULL,
    request_id uuid,
    document_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    asked text[] DEFAULT '{}'::text[] NOT NULL,
    note text,
    answer_id uuid,
    CONSTRAINT read_log_actor_check CHECK ((actor <> ''::text)),
    CONSTRAINT read_log_asked CHECK ((asked <@ ARRAY['serial'::text, 'identity_number'::text, 'name'::text, 'commune'::text, 'parcel'::text])),
    CONSTRAINT read_log_purpose_check CHECK ((purpose <> ''::text)),
    CONSTRAINT read_log_subject CHECK (
CASE subject_kind
    WHEN 'staging_record'::text THEN ((batch_id IS NOT NULL) AND (record_nos <> '{}'::integer[]))
    WHEN 'request'::text THEN (request_id IS NOT NULL)
    WHEN 'document'::text THEN (document_ids <> '{}'::uuid[])
    WHEN 'search'::text THEN ((asked <> '{}'::text[]) AND (note <> ''::text))
    ELSE (party_ids <> '{}'::uuid[])
END),
    CONSTRAINT read_log_subject_kind CHECK ((subject_kind = ANY (ARRAY['staging_record'::text, 'party'::text, 'request'::text, 'document'::text, 'search'::text])))
);


--
-- Name: TABLE read_log; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON TABLE audit.read_log IS 'One row per look of staff at personal data, written before it is shown; ids only';


--
-- Name: COLUMN read_log.seq; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.seq IS 'Order';


--
-- Name: COLUMN read_log.at; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.at IS 'When';


--
-- Name: COLUMN read_log.actor; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.actor IS 'Who looked';


--
-- Name: COLUMN read_log.subject_kind; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.subject_kind IS 'staging_record, party, request, document, or search: parties that were asked for, shown or not';


--
-- Name: COLUMN read_log.batch_id; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.batch_id IS 'Batch whose records were shown';


--
-- Name: COLUMN read_log.record_nos; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.record_nos IS 'Records shown';


--
-- Name: COLUMN read_log.party_ids; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.party_ids IS 'Parties shown';


--
-- Name: COLUMN read_log.purpose; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.purpose IS 'What for';


--
-- Name: COLUMN read_log.request_id; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.request_id IS 'Request whose requester was shown';


--
-- Name: COLUMN read_log.document_ids; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.document_ids IS 'Scanned documents shown';


--
-- Name: COLUMN read_log.asked; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.asked IS 'By what staff searched; never the words themselves';


--
-- Name: COLUMN read_log.note; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.note IS 'File number or note that says more of the purpose of a search; identity numbers masked';


--
-- Name: COLUMN read_log.answer_id; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.read_log.answer_id IS 'Answer to a bank or notary that told of these parties'' certificate (lookup.given_answer)';


--
-- Name: read_log_seq_seq; Type: SEQUENCE; Schema: audit; Owner: -
--

ALTER TABLE audit.read_log ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME audit.read_log_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: tree_node; Type: TABLE; Schema: audit; Owner: -
--

CREATE TABLE audit.tree_node (
    level integer NOT NULL,
    index bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT tree_node_hash_check CHECK ((octet_length(hash) = 32)),
    CONSTRAINT tree_node_index_check CHECK ((index >= 0)),
    CONSTRAINT tree_node_level_check CHECK ((level > 0))
);


--
-- Name: TABLE tree_node; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON TABLE audit.tree_node IS 'Roots of the full subtrees: 2^level leaves from index * 2^level on';


--
-- Name: COLUMN tree_node.level; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.tree_node.level IS 'Height above the leaves';


--
-- Name: COLUMN tree_node.index; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.tree_node.index IS 'Place among the nodes of its level, from 0';


--
-- Name: COLUMN tree_node.hash; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON COLUMN audit.tree_node.hash IS 'SHA-256 of 0x01 and both children';


--
-- Name: derived_revision_seq; Type: SEQUENCE; Schema: cadastre; Owner: -
--

CREATE SEQUENCE cadastre.derived_revision_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: SEQUENCE derived_revision_seq; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON SEQUENCE cadastre.derived_revision_seq IS 'Revisions of derived rows';


--
-- Name: address_publication; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.address_publication (
    commune_code character(5) NOT NULL,
    digest bytea NOT NULL,
    published text,
    revision bigint DEFAULT nextval('cadastre.derived_revision_seq'::regclass) NOT NULL,
    CONSTRAINT address_publication_digest_check CHECK ((length(digest) = 32)),
    CONSTRAINT address_publication_published_check CHECK ((published <> ''::text))
);


--
-- Name: TABLE address_publication; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.address_publication IS 'Derived, rebuildable: what the public may read of each address in a commune. A migration that changes the rules empties it and marks every commune as stale';


--
-- Name: COLUMN address_publication.commune_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.address_publication.commune_code IS 'Commune of today: which units an address may name depends on it';


--
-- Name: COLUMN address_publication.digest; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.address_publication.digest IS 'SHA-256 of the registered address, UTF-8: the address itself is not repeated';


--
-- Name: COLUMN address_publication.published; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.address_publication.published IS 'Its public parts; null when there is none';


--
-- Name: COLUMN address_publication.revision; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.address_publication.revision IS 'Revision';


--
-- Name: commune_outline; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.commune_outline (
    code character(5) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name text NOT NULL,
    geom_3857 public.geometry(MultiPolygon,3857) NOT NULL,
    overview_3857 public.geometry(MultiPolygon,3857) NOT NULL,
    label_3857 public.geometry(Point,3857) NOT NULL,
    boundary_recorded_at timestamp with time zone NOT NULL,
    revision bigint NOT NULL
);


--
-- Name: TABLE commune_outline; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.commune_outline IS 'Derived, rebuildable: boundaries of communes (reference.administrative_unit_extent) for tiles. For display only';


--
-- Name: COLUMN commune_outline.code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.commune_outline.code IS 'Unit';


--
-- Name: COLUMN commune_outline.valid_from; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.commune_outline.valid_from IS 'First day of the unit';


--
-- Name: COLUMN commune_outline.valid_to; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.commune_outline.valid_to IS 'First day no longer; null while it exists';


--
-- Name: COLUMN commune_outline.name; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.commune_outline.name IS 'Name';


--
-- Name: COLUMN commune_outline.geom_3857; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.commune_outline.geom_3857 IS 'Boundary simplified to 1 m, Web Mercator';


--
-- Name: COLUMN commune_outline.overview_3857; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.commune_outline.overview_3857 IS 'Boundary simplified to 60 m, Web Mercator: zoom 9 and farther';


--
-- Name: COLUMN commune_outline.label_3857; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.commune_outline.label_3857 IS 'Where its name goes: the point farthest from the boundary of its largest part';


--
-- Name: COLUMN commune_outline.boundary_recorded_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.commune_outline.boundary_recorded_at IS 'When the boundary it was made from was recorded';


--
-- Name: COLUMN commune_outline.revision; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.commune_outline.revision IS 'Revision';


--
-- Name: parcel_version; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.parcel_version (
    parcel_id uuid NOT NULL,
    version_no integer DEFAULT 1 NOT NULL,
    sheet_id uuid NOT NULL,
    parcel_no text NOT NULL,
    parcel_code character(12) NOT NULL,
    status text NOT NULL,
    land_use text NOT NULL,
    area_m2 numeric(16,2) NOT NULL,
    legal_area_m2 numeric(16,2),
    address text,
    raised_by uuid NOT NULL,
    ended_by uuid,
    registered_at timestamp with time zone,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    geom_legal public.geometry NOT NULL,
    geom public.geometry(Polygon,9214) NOT NULL,
    geom_3857 public.geometry(Polygon,3857) NOT NULL,
    label_3857 public.geometry(Point,3857) NOT NULL,
    feature_point public.geometry(Point) NOT NULL,
    CONSTRAINT parcel_version_area_m2_check CHECK ((area_m2 > (0)::numeric)),
    CONSTRAINT parcel_version_legal_area_m2_check CHECK ((legal_area_m2 > (0)::numeric)),
    CONSTRAINT parcel_version_life CHECK ((((status = 'pending'::text) AND (registered_at IS NULL) AND (ended_at IS NULL)) OR ((status = 'current'::text) AND (registered_at IS NOT NULL) AND (ended_at IS NULL) AND (ended_by IS NULL)) OR ((status = 'historic'::text) AND (ended_at IS NOT NULL) AND (ended_by IS NOT NULL)))),
    CONSTRAINT parcel_version_order CHECK ((ended_at >= registered_at)),
    CONSTRAINT parcel_version_parcel_no_check CHECK ((parcel_no <> ''::text)),
    CONSTRAINT parcel_version_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'current'::text, 'historic'::text]))),
    CONSTRAINT parcel_version_valid CHECK ((public.st_isvalid(geom_legal) AND (public.geometrytype(geom_legal) = 'POLYGON'::text))),
    CONSTRAINT parcel_version_version_no_check CHECK ((version_no > 0))
);


--
-- Name: TABLE parcel_version; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.parcel_version IS 'What was registered of a parcel, from when until when; a row is never edited, only ended (bitemporal: registered_at/ended_at legal, recorded_at system)';


--
-- Name: COLUMN parcel_version.parcel_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.parcel_id IS 'Parcel; checked once per statement';


--
-- Name: COLUMN parcel_version.version_no; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.version_no IS 'Number of the version';


--
-- Name: COLUMN parcel_version.sheet_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.sheet_id IS 'Sheet; checked once per statement';


--
-- Name: COLUMN parcel_version.parcel_no; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.parcel_no IS 'Number within the sheet';


--
-- Name: COLUMN parcel_version.parcel_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.parcel_code IS 'As cadastre.parcel.parcel_code';


--
-- Name: COLUMN parcel_version.status; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.status IS 'pending (raised, not registered), current, historic';


--
-- Name: COLUMN parcel_version.land_use; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.land_use IS 'Land-use codes joined by +';


--
-- Name: COLUMN parcel_version.area_m2; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.area_m2 IS 'Area computed in the legal system, m²';


--
-- Name: COLUMN parcel_version.legal_area_m2; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.legal_area_m2 IS 'Registered area, m²; null if none';


--
-- Name: COLUMN parcel_version.address; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.address IS 'Where the parcel is';


--
-- Name: COLUMN parcel_version.raised_by; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.raised_by IS 'Dealing that raised it; checked once per statement';


--
-- Name: COLUMN parcel_version.ended_by; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.ended_by IS 'Dealing that retired it; checked once per statement';


--
-- Name: COLUMN parcel_version.registered_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.registered_at IS 'Legal moment from which it holds';


--
-- Name: COLUMN parcel_version.ended_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.ended_at IS 'Legal moment from which it no longer holds';


--
-- Name: COLUMN parcel_version.recorded_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.recorded_at IS 'System time';


--
-- Name: COLUMN parcel_version.geom_legal; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.geom_legal IS 'Boundary in the sheet''s own system, to 0.1 mm: areas, edges and cuts come from it';


--
-- Name: COLUMN parcel_version.geom; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.geom IS 'The same in the registry''s system: topology and search';


--
-- Name: COLUMN parcel_version.geom_3857; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.geom_3857 IS 'The same in Web Mercator: tiles only';


--
-- Name: COLUMN parcel_version.label_3857; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.label_3857 IS 'Where its number is written, in Web Mercator: cadastre.label_point';


--
-- Name: COLUMN parcel_version.feature_point; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_version.feature_point IS 'Pole of inaccessibility in the sheet''s own system, from which the code was made';


--
-- Name: sheet; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.sheet (
    sheet_id uuid DEFAULT gen_random_uuid() NOT NULL,
    unit_code character(5) NOT NULL,
    unit_valid_from date NOT NULL,
    number text NOT NULL,
    scale integer,
    series text DEFAULT ''::text NOT NULL,
    commune_code character(5) NOT NULL,
    commune_valid_from date NOT NULL,
    srid integer NOT NULL,
    next_parcel_no integer DEFAULT 1 NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sheet_scale_check CHECK ((scale > 0))
);


--
-- Name: TABLE sheet; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.sheet IS 'Cadastral map sheets. Identified by the unit they were numbered in, that unit''s date, number, scale and series: after a merger one commune can have several sheets 12';


--
-- Name: COLUMN sheet.sheet_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.sheet_id IS 'Id';


--
-- Name: COLUMN sheet.unit_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.unit_code IS 'Unit the sheet was numbered in';


--
-- Name: COLUMN sheet.unit_valid_from; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.unit_valid_from IS 'First day of that unit';


--
-- Name: COLUMN sheet.number; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.number IS 'Sheet number';


--
-- Name: COLUMN sheet.scale; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.scale IS 'Scale denominator; null when unknown';


--
-- Name: COLUMN sheet.series; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.series IS 'Map series, when a unit numbered twice';


--
-- Name: COLUMN sheet.commune_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.commune_code IS 'Commune it belongs to today';


--
-- Name: COLUMN sheet.commune_valid_from; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.commune_valid_from IS 'First day of that commune';


--
-- Name: COLUMN sheet.srid; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.srid IS 'EPSG code of the sheet''s own system';


--
-- Name: COLUMN sheet.next_parcel_no; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.next_parcel_no IS 'Next number for a new parcel; numbers are not reused';


--
-- Name: COLUMN sheet.recorded_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet.recorded_at IS 'When it was recorded';


--
-- Name: current_parcel; Type: VIEW; Schema: cadastre; Owner: -
--

CREATE VIEW cadastre.current_parcel WITH (security_invoker='true') AS
 SELECT v.parcel_id,
    v.parcel_code,
    s.commune_code,
    s.number AS sheet_no,
    s.scale,
    v.parcel_no,
    v.land_use,
    (v.area_m2)::numeric AS area_m2,
    (v.legal_area_m2)::numeric AS legal_area_m2,
    v.address,
    v.registered_at,
    v.geom,
    v.geom_legal,
    v.geom_3857
   FROM (cadastre.parcel_version v
     JOIN cadastre.sheet s USING (sheet_id))
  WHERE (v.status = 'current'::text);


--
-- Name: VIEW current_parcel; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON VIEW cadastre.current_parcel IS 'Stable (contract 5): parcels registered and not ended';


--
-- Name: COLUMN current_parcel.parcel_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.parcel_id IS 'Parcel';


--
-- Name: COLUMN current_parcel.parcel_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.parcel_code IS 'Mã thửa đất';


--
-- Name: COLUMN current_parcel.commune_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.commune_code IS 'Commune today';


--
-- Name: COLUMN current_parcel.sheet_no; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.sheet_no IS 'Sheet number';


--
-- Name: COLUMN current_parcel.scale; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.scale IS 'Scale denominator of the sheet';


--
-- Name: COLUMN current_parcel.parcel_no; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.parcel_no IS 'Parcel number';


--
-- Name: COLUMN current_parcel.land_use; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.land_use IS 'Codes joined by +';


--
-- Name: COLUMN current_parcel.area_m2; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.area_m2 IS 'Computed in the legal system, m²';


--
-- Name: COLUMN current_parcel.legal_area_m2; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.legal_area_m2 IS 'Registered, m²; null if none';


--
-- Name: COLUMN current_parcel.address; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.address IS 'Where it is';


--
-- Name: COLUMN current_parcel.registered_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.registered_at IS 'Legal moment';


--
-- Name: COLUMN current_parcel.geom; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.geom IS 'Registry system';


--
-- Name: COLUMN current_parcel.geom_legal; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.geom_legal IS 'The sheet''s own system';


--
-- Name: COLUMN current_parcel.geom_3857; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.current_parcel.geom_3857 IS 'Web Mercator';


--
-- Name: lineage; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.lineage (
    parent_id uuid NOT NULL,
    child_id uuid NOT NULL,
    dealing_id uuid NOT NULL,
    CONSTRAINT lineage_not_self CHECK ((parent_id <> child_id))
);


--
-- Name: TABLE lineage; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.lineage IS 'Which parcels came out of which';


--
-- Name: COLUMN lineage.parent_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.lineage.parent_id IS 'Retired parcel';


--
-- Name: COLUMN lineage.child_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.lineage.child_id IS 'Raised parcel';


--
-- Name: COLUMN lineage.dealing_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.lineage.dealing_id IS 'Dealing';


--
-- Name: parcel; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.parcel (
    parcel_id uuid NOT NULL,
    parcel_code character(12) NOT NULL,
    raised_by uuid NOT NULL,
    source_batch_id uuid,
    source_record_no integer,
    source_unit_code character(5),
    source_unit_valid_from date,
    source_sheet_no text,
    source_scale integer,
    source_parcel_no text,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT parcel_parcel_code_check CHECK ((parcel_code ~ '^[0-9b-hjkmnp-z]{12}$'::text))
);


--
-- Name: TABLE parcel; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.parcel IS 'A parcel for its whole life; what changes is in its versions (LADM LA_SpatialUnit)';


--
-- Name: COLUMN parcel.parcel_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.parcel_id IS 'Id';


--
-- Name: COLUMN parcel.parcel_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.parcel_code IS 'Mã thửa đất: 12-character GeoHash of the feature point (TT 19/2026 Annex I); issued once, never recomputed';


--
-- Name: COLUMN parcel.raised_by; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.raised_by IS 'Dealing that raised it; checked once per statement';


--
-- Name: COLUMN parcel.source_batch_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.source_batch_id IS 'Batch it came from; checked once per statement';


--
-- Name: COLUMN parcel.source_record_no; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.source_record_no IS 'Record it came from';


--
-- Name: COLUMN parcel.source_unit_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.source_unit_code IS 'Unit as in the source file';


--
-- Name: COLUMN parcel.source_unit_valid_from; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.source_unit_valid_from IS 'First day of that unit';


--
-- Name: COLUMN parcel.source_sheet_no; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.source_sheet_no IS 'Sheet number as in the source file';


--
-- Name: COLUMN parcel.source_scale; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.source_scale IS 'Scale denominator as in the source file';


--
-- Name: COLUMN parcel.source_parcel_no; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.source_parcel_no IS 'Parcel number as in the source file; what later dealings change is the version''s number';


--
-- Name: COLUMN parcel.recorded_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel.recorded_at IS 'System time';


--
-- Name: parcel_lineage; Type: VIEW; Schema: cadastre; Owner: -
--

CREATE VIEW cadastre.parcel_lineage WITH (security_invoker='true') AS
 SELECT lineage.parent_id,
    lineage.child_id,
    lineage.dealing_id
   FROM cadastre.lineage;


--
-- Name: VIEW parcel_lineage; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON VIEW cadastre.parcel_lineage IS 'Stable (contract 5): lineage of parcels';


--
-- Name: COLUMN parcel_lineage.parent_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_lineage.parent_id IS 'Retired parcel';


--
-- Name: COLUMN parcel_lineage.child_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_lineage.child_id IS 'Raised parcel';


--
-- Name: COLUMN parcel_lineage.dealing_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_lineage.dealing_id IS 'Dealing';


--
-- Name: parcel_purpose; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.parcel_purpose (
    parcel_id uuid NOT NULL,
    version_no integer NOT NULL,
    ordinal integer NOT NULL,
    land_use_code text NOT NULL,
    area_m2 numeric(16,2),
    until date,
    CONSTRAINT parcel_purpose_area_m2_check CHECK ((area_m2 > (0)::numeric)),
    CONSTRAINT parcel_purpose_ordinal_check CHECK ((ordinal > 0))
);


--
-- Name: TABLE parcel_purpose; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.parcel_purpose IS 'Purposes of use of a parcel version';


--
-- Name: COLUMN parcel_purpose.parcel_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_purpose.parcel_id IS 'Parcel; with the version checked once per statement';


--
-- Name: COLUMN parcel_purpose.version_no; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_purpose.version_no IS 'Version';


--
-- Name: COLUMN parcel_purpose.ordinal; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_purpose.ordinal IS 'Order as in the source';


--
-- Name: COLUMN parcel_purpose.land_use_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_purpose.land_use_code IS 'Code as in the source, legacy codes included';


--
-- Name: COLUMN parcel_purpose.area_m2; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_purpose.area_m2 IS 'Area of this purpose, m²; null when the source gives none';


--
-- Name: COLUMN parcel_purpose.until; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.parcel_purpose.until IS 'Last day of use for this purpose; null where none is registered, as for land held for good (lâu dài)';


--
-- Name: sheet_outline; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.sheet_outline (
    sheet_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    number text NOT NULL,
    scale integer,
    unit_name text NOT NULL,
    land_use text,
    parcels integer NOT NULL,
    area_m2 numeric NOT NULL,
    first_registered_at timestamp with time zone NOT NULL,
    method text NOT NULL,
    geom_3857 public.geometry(MultiPolygon,3857) NOT NULL,
    revision bigint NOT NULL,
    refreshed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sheet_outline_method_check CHECK ((method = ANY (ARRAY['union'::text, 'hull'::text]))),
    CONSTRAINT sheet_outline_parcels_check CHECK ((parcels > 0))
);


--
-- Name: TABLE sheet_outline; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.sheet_outline IS 'Derived, rebuildable: where the current parcels of a sheet lie, gaps up to some 15 m closed, simplified to 0.5 m. For display only';


--
-- Name: COLUMN sheet_outline.sheet_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.sheet_id IS 'Sheet';


--
-- Name: COLUMN sheet_outline.commune_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.commune_code IS 'Commune it belongs to today';


--
-- Name: COLUMN sheet_outline.number; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.number IS 'Sheet number';


--
-- Name: COLUMN sheet_outline.scale; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.scale IS 'Scale denominator; null when unknown';


--
-- Name: COLUMN sheet_outline.unit_name; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.unit_name IS 'Name of the unit the sheet was numbered in';


--
-- Name: COLUMN sheet_outline.land_use; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.land_use IS 'First land-use code that covers most of it by area; null when no parcel has one';


--
-- Name: COLUMN sheet_outline.parcels; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.parcels IS 'Number of current parcels';


--
-- Name: COLUMN sheet_outline.area_m2; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.area_m2 IS 'Sum of their areas, m²';


--
-- Name: COLUMN sheet_outline.first_registered_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.first_registered_at IS 'First registration among them and their predecessors on the sheet';


--
-- Name: COLUMN sheet_outline.method; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.method IS 'union of the parcels; hull (convex) where the union failed or took too long';


--
-- Name: COLUMN sheet_outline.geom_3857; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.geom_3857 IS 'Outline, Web Mercator';


--
-- Name: COLUMN sheet_outline.revision; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.revision IS 'Revision';


--
-- Name: COLUMN sheet_outline.refreshed_at; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.sheet_outline.refreshed_at IS 'When it was computed';


--
-- Name: stale_mark; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.stale_mark (
    mark_id bigint NOT NULL,
    sheet_id uuid,
    commune_code character(5),
    CONSTRAINT stale_mark_one CHECK ((num_nonnulls(sheet_id, commune_code) = 1))
);


--
-- Name: TABLE stale_mark; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.stale_mark IS 'Sheets whose outline, and communes whose places, are older than their parcels; a mark goes with the refresh';


--
-- Name: COLUMN stale_mark.mark_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.stale_mark.mark_id IS 'Order';


--
-- Name: COLUMN stale_mark.sheet_id; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.stale_mark.sheet_id IS 'Sheet to outline anew';


--
-- Name: COLUMN stale_mark.commune_code; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.stale_mark.commune_code IS 'Commune whose places to collect anew';


--
-- Name: stale_mark_mark_id_seq; Type: SEQUENCE; Schema: cadastre; Owner: -
--

ALTER TABLE cadastre.stale_mark ALTER COLUMN mark_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME cadastre.stale_mark_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: tile_parcel; Type: VIEW; Schema: cadastre; Owner: -
--

CREATE VIEW cadastre.tile_parcel AS
 SELECT v.parcel_id,
    v.sheet_id,
    v.parcel_no,
    v.parcel_code,
    v.status,
        CASE
            WHEN (v.land_use = ANY (( SELECT cadastre.known_land_uses() AS known_land_uses)::text[])) THEN v.land_use
            WHEN (string_to_array(v.land_use, '+'::text) <@ ( SELECT cadastre.known_land_uses() AS known_land_uses)) THEN v.land_use
            ELSE ''::text
        END AS land_use,
    v.area_m2,
    v.registered_at,
    v.ended_at,
    v.geom_3857,
    v.label_3857
   FROM cadastre.parcel_version v;


--
-- Name: VIEW tile_parcel; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON VIEW cadastre.tile_parcel IS 'What tiles may read of a parcel, land use by the lists only';


--
-- Name: tile_revision; Type: TABLE; Schema: cadastre; Owner: -
--

CREATE TABLE cadastre.tile_revision (
    cell_x integer NOT NULL,
    cell_y integer NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT tile_revision_cell_x_check CHECK (((cell_x >= 0) AND (cell_x <= 16383))),
    CONSTRAINT tile_revision_cell_y_check CHECK (((cell_y >= 0) AND (cell_y <= 16383)))
);


--
-- Name: TABLE tile_revision; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON TABLE cadastre.tile_revision IS 'Revision of each zoom-14 tile cell, raised by every registration that touches it';


--
-- Name: COLUMN tile_revision.cell_x; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.tile_revision.cell_x IS 'Column';


--
-- Name: COLUMN tile_revision.cell_y; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.tile_revision.cell_y IS 'Row, from the north';


--
-- Name: COLUMN tile_revision.revision; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON COLUMN cadastre.tile_revision.revision IS 'Revision';


--
-- Name: tile_revision_seq; Type: SEQUENCE; Schema: cadastre; Owner: -
--

CREATE SEQUENCE cadastre.tile_revision_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: SEQUENCE tile_revision_seq; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON SEQUENCE cadastre.tile_revision_seq IS 'Revisions of tiles';


--
-- Name: answer; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.answer (
    actor text NOT NULL,
    door text NOT NULL,
    key text NOT NULL,
    dealing_id uuid,
    asked bytea NOT NULL,
    reply jsonb NOT NULL,
    answered_at timestamp with time zone DEFAULT now() NOT NULL,
    batch_id uuid,
    CONSTRAINT answer_about CHECK ((num_nonnulls(dealing_id, batch_id) = 1)),
    CONSTRAINT answer_asked_check CHECK ((octet_length(asked) = 32))
);


--
-- Name: TABLE answer; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.answer IS 'First answer to each request on a dealing or on a batch under review: the same request again gets it again. About a dealing it holds personal data, about a batch never';


--
-- Name: COLUMN answer.actor; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.answer.actor IS 'Who asked';


--
-- Name: COLUMN answer.door; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.answer.door IS 'Which door of the API';


--
-- Name: COLUMN answer.key; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.answer.key IS 'Idempotency key, or the dealing''s id';


--
-- Name: COLUMN answer.dealing_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.answer.dealing_id IS 'Dealing it is about; null for a batch';


--
-- Name: COLUMN answer.asked; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.answer.asked IS 'Digest of what was asked';


--
-- Name: COLUMN answer.reply; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.answer.reply IS 'What was answered';


--
-- Name: COLUMN answer.answered_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.answer.answered_at IS 'When';


--
-- Name: COLUMN answer.batch_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.answer.batch_id IS 'Batch it is about; null for a dealing by itself';


--
-- Name: basis_document; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.basis_document (
    dealing_id uuid NOT NULL,
    ordinal integer NOT NULL,
    document_id uuid NOT NULL,
    CONSTRAINT basis_document_ordinal_check CHECK ((ordinal > 0))
);


--
-- Name: TABLE basis_document; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.basis_document IS 'A paper of the archive that a dealing rests on';


--
-- Name: COLUMN basis_document.dealing_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.basis_document.dealing_id IS 'Dealing';


--
-- Name: COLUMN basis_document.ordinal; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.basis_document.ordinal IS 'Place among them, from 1';


--
-- Name: COLUMN basis_document.document_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.basis_document.document_id IS 'Document of the archive';


--
-- Name: content; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.content (
    dealing_id uuid NOT NULL,
    payload jsonb NOT NULL,
    verdicts jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT content_is_object CHECK (((jsonb_typeof(payload) = 'object'::text) AND (jsonb_typeof(verdicts) = 'array'::text)))
);


--
-- Name: TABLE content; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.content IS 'What a dealing says; personal data. Fixed once it is lodged';


--
-- Name: COLUMN content.dealing_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.content.dealing_id IS 'Dealing';


--
-- Name: COLUMN content.payload; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.content.payload IS 'As the kind''s schema says; identity numbers are in dealing.identity_number';


--
-- Name: COLUMN content.verdicts; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.content.verdicts IS 'What the rules said when it was lodged: code, severity, facts';


--
-- Name: dealing; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.dealing (
    dealing_id uuid NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    commune_code character(5) NOT NULL,
    commune_valid_from date NOT NULL,
    initial_load boolean DEFAULT false NOT NULL,
    proposed_by text NOT NULL,
    approved_by text,
    batch_id uuid,
    reverses uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    registered_at timestamp with time zone,
    reason text,
    refused_by text,
    decided_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    lodged_at timestamp with time zone,
    examined_by text,
    suspended_at timestamp with time zone,
    file_id uuid,
    file_no integer,
    entered_on date,
    entered_book text,
    CONSTRAINT dealing_entered CHECK ((((entered_on IS NULL) = (entered_book IS NULL)) AND ((entered_on IS NULL) OR (status <> ALL (ARRAY['registered'::text, 'closed'::text])) OR (entered_on <= ((decided_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date)))),
    CONSTRAINT dealing_file CHECK (
CASE
    WHEN (file_id IS NULL) THEN (file_no IS NULL)
    ELSE ((file_no > 1) AND (file_id <> dealing_id))
END),
    CONSTRAINT dealing_four_eyes CHECK ((initial_load OR (approved_by IS NULL) OR (approved_by <> proposed_by))),
    CONSTRAINT dealing_refused_by CHECK (((refused_by IS NULL) OR (status = ANY (ARRAY['refused'::text, 'withdrawn'::text])))),
    CONSTRAINT dealing_registered_at CHECK (((status = ANY (ARRAY['registered'::text, 'closed'::text])) = (registered_at IS NOT NULL))),
    CONSTRAINT dealing_reverses CHECK (((kind = ANY (ARRAY['import_reversal'::text, 'reversal'::text])) = (reverses IS NOT NULL))),
    CONSTRAINT dealing_second_person CHECK ((initial_load OR (approved_by IS NOT NULL) OR (status <> ALL (ARRAY['approved'::text, 'registered'::text, 'closed'::text])))),
    CONSTRAINT dealing_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'lodged'::text, 'examined'::text, 'approved'::text, 'registered'::text, 'closed'::text, 'refused'::text, 'withdrawn'::text]))),
    CONSTRAINT dealing_suspended CHECK (((suspended_at IS NULL) OR (status = ANY (ARRAY['lodged'::text, 'examined'::text])))),
    CONSTRAINT dealing_version_check CHECK ((version > 0))
);


--
-- Name: TABLE dealing; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.dealing IS 'A legal act on registered objects: it targets current ones, retires them and raises new ones';


--
-- Name: COLUMN dealing.dealing_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.dealing_id IS 'Made by the client, so that a repeated request is harmless';


--
-- Name: COLUMN dealing.kind; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.kind IS 'Kind of dealing';


--
-- Name: COLUMN dealing.status; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.status IS 'Only moves forward';


--
-- Name: COLUMN dealing.commune_code; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.commune_code IS 'Commune of the dealing';


--
-- Name: COLUMN dealing.commune_valid_from; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.commune_valid_from IS 'First day of that unit';


--
-- Name: COLUMN dealing.initial_load; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.initial_load IS 'True for a promotion by the command line that only adds parcels: the one case without a second person';


--
-- Name: COLUMN dealing.proposed_by; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.proposed_by IS 'Actor who proposed';


--
-- Name: COLUMN dealing.approved_by; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.approved_by IS 'Actor who approved; never the proposer (four eyes)';


--
-- Name: COLUMN dealing.batch_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.batch_id IS 'Batch promoted or taken back';


--
-- Name: COLUMN dealing.reverses; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.reverses IS 'Dealing taken back by this one';


--
-- Name: COLUMN dealing.created_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.created_at IS 'When it was opened';


--
-- Name: COLUMN dealing.registered_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.registered_at IS 'Legal moment of registration';


--
-- Name: COLUMN dealing.reason; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.reason IS 'Why it was proposed, or refused';


--
-- Name: COLUMN dealing.refused_by; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.refused_by IS 'Actor who refused or withdrew it';


--
-- Name: COLUMN dealing.decided_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.decided_at IS 'When it was approved, refused or withdrawn';


--
-- Name: COLUMN dealing.version; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.version IS 'Rises with every change, so that nobody decides on what he has not seen';


--
-- Name: COLUMN dealing.changed_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.changed_at IS 'When it last changed';


--
-- Name: COLUMN dealing.lodged_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.lodged_at IS 'When it was lodged: from then on what it says is fixed';


--
-- Name: COLUMN dealing.examined_by; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.examined_by IS 'Actor who examined it';


--
-- Name: COLUMN dealing.suspended_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.suspended_at IS 'Since when its clock is stopped; null while it runs';


--
-- Name: COLUMN dealing.file_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.file_id IS 'First dealing of the file in which it follows others; null for one by itself and for the first';


--
-- Name: COLUMN dealing.file_no; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.file_no IS 'Place in its file, from 2; null for one by itself and for the first';


--
-- Name: COLUMN dealing.entered_on; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.entered_on IS 'Day on which paper books registered it, for what is entered late; null: it is registered when it is approved here';


--
-- Name: COLUMN dealing.entered_book; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.dealing.entered_book IS 'Where in the paper books it stands; null as above';


--
-- Name: identity_number; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.identity_number (
    dealing_id uuid NOT NULL,
    ordinal integer NOT NULL,
    cipher bytea NOT NULL,
    lookup_hash bytea NOT NULL,
    CONSTRAINT identity_number_lookup_hash_check CHECK ((octet_length(lookup_hash) = 32)),
    CONSTRAINT identity_number_ordinal_check CHECK ((ordinal > 0))
);


--
-- Name: TABLE identity_number; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.identity_number IS 'Identity numbers of persons that a dealing names, encrypted, with a keyed hash for look-up';


--
-- Name: COLUMN identity_number.dealing_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.identity_number.dealing_id IS 'Dealing';


--
-- Name: COLUMN identity_number.ordinal; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.identity_number.ordinal IS 'Place by which the payload refers to it';


--
-- Name: COLUMN identity_number.cipher; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.identity_number.cipher IS 'AES-256-GCM: nonce, ciphertext, tag';


--
-- Name: COLUMN identity_number.lookup_hash; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.identity_number.lookup_hash IS 'HMAC-SHA-256 of the digits';


--
-- Name: message; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.message (
    message_id uuid DEFAULT gen_random_uuid() NOT NULL,
    request_id uuid NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    address bytea NOT NULL,
    language text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    next_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    taken_at timestamp with time zone,
    ended_at timestamp with time zone,
    error text,
    CONSTRAINT message_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'phone'::text]))),
    CONSTRAINT message_ended CHECK (((state = ANY (ARRAY['sent'::text, 'unsure'::text, 'failed'::text])) = (ended_at IS NOT NULL))),
    CONSTRAINT message_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'accepted'::text, 'fee_due'::text, 'stopped'::text, 'fulfilled'::text, 'refused'::text, 'code'::text]))),
    CONSTRAINT message_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
    CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'unsure'::text, 'failed'::text])))
);


--
-- Name: TABLE message; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.message IS 'What is told to requesters, on its way. Written with the state change it tells of';


--
-- Name: COLUMN message.message_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.message_id IS 'Id; the mail''s and the hook''s own id, so that who gets it twice can tell';


--
-- Name: COLUMN message.request_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.request_id IS 'Request it tells of';


--
-- Name: COLUMN message.kind; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.kind IS 'What it tells';


--
-- Name: COLUMN message.channel; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.channel IS 'mail or phone';


--
-- Name: COLUMN message.address; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.address IS 'Where to, sealed (AES-256-GCM)';


--
-- Name: COLUMN message.language; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.language IS 'In which language';


--
-- Name: COLUMN message.state; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.state IS 'waiting; sending (taken by a worker); sent; unsure: the worker was lost while it sent, and it is not sent again; failed: given up';


--
-- Name: COLUMN message.attempts; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.attempts IS 'How often it was tried';


--
-- Name: COLUMN message.created_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.created_at IS 'When it was written';


--
-- Name: COLUMN message.next_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.next_at IS 'Not before';


--
-- Name: COLUMN message.taken_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.taken_at IS 'When a worker took it';


--
-- Name: COLUMN message.ended_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.ended_at IS 'When it was sent or given up';


--
-- Name: COLUMN message.error; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.message.error IS 'What went wrong the last time: a code, never an address';


--
-- Name: pending_parcel; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.pending_parcel (
    dealing_id uuid NOT NULL,
    ordinal integer NOT NULL,
    role text NOT NULL,
    parcel_id uuid NOT NULL,
    version_no integer NOT NULL,
    sheet_id uuid NOT NULL,
    parcel_no text NOT NULL,
    parcel_code character(12) NOT NULL,
    land_use text NOT NULL,
    area_m2 numeric(16,2) NOT NULL,
    legal_area_m2 numeric(16,2),
    address text,
    geom_legal public.geometry NOT NULL,
    geom public.geometry NOT NULL,
    feature_point public.geometry(Point) NOT NULL,
    CONSTRAINT pending_parcel_area_m2_check CHECK ((area_m2 > (0)::numeric)),
    CONSTRAINT pending_parcel_legal_area_m2_check CHECK ((legal_area_m2 > (0)::numeric)),
    CONSTRAINT pending_parcel_ordinal_check CHECK ((ordinal > 0)),
    CONSTRAINT pending_parcel_parcel_code_check CHECK ((parcel_code ~ '^[0-9b-hjkmnp-z]{12}$'::text)),
    CONSTRAINT pending_parcel_parcel_no_check CHECK ((parcel_no <> ''::text)),
    CONSTRAINT pending_parcel_role_check CHECK ((role = ANY (ARRAY['raised'::text, 'changed'::text, 'neighbour'::text]))),
    CONSTRAINT pending_parcel_valid CHECK ((public.st_isvalid(geom_legal) AND (public.geometrytype(geom_legal) = 'POLYGON'::text))),
    CONSTRAINT pending_parcel_version CHECK (((role = 'raised'::text) = (version_no = 1))),
    CONSTRAINT pending_parcel_version_no_check CHECK ((version_no > 0))
);


--
-- Name: TABLE pending_parcel; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.pending_parcel IS 'Land that a lodged dealing would raise or change: pending parcels, seen by officers only. Registration makes versions of them';


--
-- Name: COLUMN pending_parcel.dealing_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.dealing_id IS 'Dealing';


--
-- Name: COLUMN pending_parcel.ordinal; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.ordinal IS 'Order';


--
-- Name: COLUMN pending_parcel.role; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.role IS 'raised: a new parcel; changed: a target in a new shape; neighbour: gets a corner that a cut made on its edge';


--
-- Name: COLUMN pending_parcel.parcel_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.parcel_id IS 'Parcel it becomes or is';


--
-- Name: COLUMN pending_parcel.version_no; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.version_no IS 'Version it becomes';


--
-- Name: COLUMN pending_parcel.sheet_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.sheet_id IS 'Sheet';


--
-- Name: COLUMN pending_parcel.parcel_no; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.parcel_no IS 'Number within the sheet, held for this dealing and never used again';


--
-- Name: COLUMN pending_parcel.parcel_code; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.parcel_code IS 'Mã thửa đất it gets (TT 19/2026 Annex I)';


--
-- Name: COLUMN pending_parcel.land_use; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.land_use IS 'Land-use codes joined by +';


--
-- Name: COLUMN pending_parcel.area_m2; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.area_m2 IS 'Computed in the legal system, m²';


--
-- Name: COLUMN pending_parcel.legal_area_m2; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.legal_area_m2 IS 'To be registered, m²; null if none';


--
-- Name: COLUMN pending_parcel.address; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.address IS 'Where it is';


--
-- Name: COLUMN pending_parcel.geom_legal; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.geom_legal IS 'Boundary in the sheet''s own system, to 0.1 mm';


--
-- Name: COLUMN pending_parcel.geom; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.geom IS 'The same in the registry''s system';


--
-- Name: COLUMN pending_parcel.feature_point; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.pending_parcel.feature_point IS 'Pole of inaccessibility in the sheet''s own system';


--
-- Name: proposal; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.proposal (
    dealing_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    batch_version integer NOT NULL,
    note text,
    counts jsonb NOT NULL,
    findings jsonb NOT NULL,
    corrections jsonb NOT NULL,
    sample integer[] NOT NULL,
    land_before jsonb NOT NULL,
    land_after jsonb NOT NULL,
    proposed_at timestamp with time zone DEFAULT now() NOT NULL,
    survey jsonb,
    CONSTRAINT proposal_survey_check CHECK (((survey IS NULL) OR (jsonb_typeof(survey) = 'object'::text)))
);


--
-- Name: TABLE proposal; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.proposal IS 'What a second person is shown before deciding; written once, the same for all who look';


--
-- Name: COLUMN proposal.dealing_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.dealing_id IS 'Dealing proposed';


--
-- Name: COLUMN proposal.batch_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.batch_id IS 'Batch to be promoted or taken back';


--
-- Name: COLUMN proposal.batch_version; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.batch_version IS 'Version of the batch when it was proposed';


--
-- Name: COLUMN proposal.note; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.note IS 'Words of the proposer';


--
-- Name: COLUMN proposal.counts; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.counts IS 'Records by status';


--
-- Name: COLUMN proposal.findings; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.findings IS 'Open findings by code';


--
-- Name: COLUMN proposal.corrections; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.corrections IS 'Corrections in effect, and how many of them by hand';


--
-- Name: COLUMN proposal.sample; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.sample IS 'Records drawn for a look, by a digest of batch and record: nobody chooses them';


--
-- Name: COLUMN proposal.land_before; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.land_before IS 'Registered land of the commune: parcels, area, box';


--
-- Name: COLUMN proposal.land_after; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.land_after IS 'The same if it is approved';


--
-- Name: COLUMN proposal.proposed_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.proposed_at IS 'When';


--
-- Name: COLUMN proposal.survey; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.proposal.survey IS 'Paper that boundaries measured anew rest on: no, date, place; null where the batch changes none';


--
-- Name: request; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.request (
    request_id uuid NOT NULL,
    reference text NOT NULL,
    request_key bytea NOT NULL,
    asked bytea NOT NULL,
    code_hash bytea NOT NULL,
    code_number integer DEFAULT 1 NOT NULL,
    kind text NOT NULL,
    blocks text[] NOT NULL,
    delivery text NOT NULL,
    parcel_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    identity_hash bytea NOT NULL,
    status text DEFAULT 'received'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    received_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    due_on date NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    suspended_at timestamp with time zone,
    grounds text,
    fee_status text DEFAULT 'undecided'::text NOT NULL,
    fee_vnd numeric(12,0),
    fee_basis text,
    handled_by text,
    decided_at timestamp with time zone,
    refusal_ground text,
    refusal bytea,
    paper_serial text,
    requester text,
    CONSTRAINT request_asked_check CHECK ((octet_length(asked) = 32)),
    CONSTRAINT request_code_hash_check CHECK ((octet_length(code_hash) = 32)),
    CONSTRAINT request_code_number_check CHECK ((code_number > 0)),
    CONSTRAINT request_decided CHECK (((status = ANY (ARRAY['fulfilled'::text, 'refused'::text])) = (decided_at IS NOT NULL))),
    CONSTRAINT request_delivery_check CHECK ((delivery = ANY (ARRAY['download'::text, 'counter'::text, 'post'::text]))),
    CONSTRAINT request_fee_status_check CHECK ((fee_status = ANY (ARRAY['undecided'::text, 'due'::text, 'paid'::text, 'waived'::text]))),
    CONSTRAINT request_fee_vnd_check CHECK ((fee_vnd >= (0)::numeric)),
    CONSTRAINT request_fulfilled CHECK (((status = 'fulfilled'::text) = (paper_serial IS NOT NULL))),
    CONSTRAINT request_grounds CHECK (((status <> ALL (ARRAY['accepted'::text, 'fulfilled'::text])) OR (grounds IS NOT NULL))),
    CONSTRAINT request_grounds_check CHECK ((grounds = ANY (ARRAY['holder'::text, 'consent'::text, 'authority'::text, 'public'::text]))),
    CONSTRAINT request_identity_hash_check CHECK ((octet_length(identity_hash) = 32)),
    CONSTRAINT request_kind_check CHECK ((kind <> ''::text)),
    CONSTRAINT request_reference_check CHECK ((reference ~ '^YC-[0-9]{4}-[0-9]{6,}$'::text)),
    CONSTRAINT request_refusal_ground_check CHECK ((refusal_ground = ANY (ARRAY['purpose'::text, 'privacy'::text, 'secret'::text, 'fee'::text, 'not_in_register'::text, 'other'::text]))),
    CONSTRAINT request_refused CHECK ((((status = 'refused'::text) = (refusal_ground IS NOT NULL)) AND ((refusal_ground IS NULL) = (refusal IS NULL)))),
    CONSTRAINT request_request_key_check CHECK ((octet_length(request_key) = 32)),
    CONSTRAINT request_requester CHECK ((requester = ANY (ARRAY['person'::text, 'organisation'::text]))),
    CONSTRAINT request_status_check CHECK ((status = ANY (ARRAY['received'::text, 'accepted'::text, 'fulfilled'::text, 'refused'::text]))),
    CONSTRAINT request_stopped CHECK (((suspended_at IS NULL) OR (status = ANY (ARRAY['received'::text, 'accepted'::text])))),
    CONSTRAINT request_version_check CHECK ((version > 0))
);


--
-- Name: TABLE request; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.request IS 'Requests for papers, from the portal. Who asks and what for is sealed in dealing.request_content';


--
-- Name: COLUMN request.request_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.request_id IS 'Id';


--
-- Name: COLUMN request.reference; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.reference IS 'Reference, as the requester was told';


--
-- Name: COLUMN request.request_key; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.request_key IS 'Digest of the key under which it was sent: the same again gets the first answer. The code was made from the key, so the key is kept nowhere';


--
-- Name: COLUMN request.asked; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.asked IS 'Digest of what was asked under that key';


--
-- Name: COLUMN request.code_hash; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.code_hash IS 'SHA-256 of the code by which the requester follows it; the code itself is kept nowhere';


--
-- Name: COLUMN request.code_number; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.code_number IS 'How many codes it has had: a lost one is replaced at the counter';


--
-- Name: COLUMN request.kind; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.kind IS 'Kind of paper that is asked for';


--
-- Name: COLUMN request.blocks; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.blocks IS 'Blocks of information that are asked for; empty where the kind has none';


--
-- Name: COLUMN request.delivery; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.delivery IS 'download, counter or post';


--
-- Name: COLUMN request.parcel_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.parcel_id IS 'Parcel';


--
-- Name: COLUMN request.commune_code; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.commune_code IS 'Its commune';


--
-- Name: COLUMN request.identity_hash; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.identity_hash IS 'HMAC-SHA-256 of the requester''s identity number, as in party.identity_paper';


--
-- Name: COLUMN request.status; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.status IS 'received, accepted, fulfilled or refused; moves forward only';


--
-- Name: COLUMN request.version; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.version IS 'Rises with every change';


--
-- Name: COLUMN request.received_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.received_at IS 'When it came';


--
-- Name: COLUMN request.due_on; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.due_on IS 'By the end of which day it is answered; stops have moved it';


--
-- Name: COLUMN request.changed_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.changed_at IS 'When it last changed';


--
-- Name: COLUMN request.suspended_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.suspended_at IS 'Since when its clock is stopped; null while it runs';


--
-- Name: COLUMN request.grounds; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.grounds IS 'What the requester may see, as the officer found: holder, consent of the holder, authority, or what is public';


--
-- Name: COLUMN request.fee_status; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.fee_status IS 'undecided, due, paid or waived';


--
-- Name: COLUMN request.fee_vnd; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.fee_vnd IS 'Đồng; null while no amount is known';


--
-- Name: COLUMN request.fee_basis; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.fee_basis IS 'By which rule';


--
-- Name: COLUMN request.handled_by; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.handled_by IS 'Who last took a step';


--
-- Name: COLUMN request.decided_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.decided_at IS 'When it was fulfilled or refused';


--
-- Name: COLUMN request.refusal_ground; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.refusal_ground IS 'Ground of refusal';


--
-- Name: COLUMN request.refusal; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.refusal IS 'Reason in words, sealed (AES-256-GCM): it may name persons';


--
-- Name: COLUMN request.paper_serial; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.paper_serial IS 'Paper that answers it';


--
-- Name: COLUMN request.requester; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request.requester IS 'person or organisation; null of requests from before this was kept';


--
-- Name: request_content; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.request_content (
    request_id uuid NOT NULL,
    cipher bytea NOT NULL
);


--
-- Name: TABLE request_content; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.request_content IS 'Who asks, what for, where it goes: personal data';


--
-- Name: COLUMN request_content.request_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_content.request_id IS 'Request';


--
-- Name: COLUMN request_content.cipher; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_content.cipher IS 'AES-256-GCM: nonce, ciphertext, tag';


--
-- Name: request_number; Type: SEQUENCE; Schema: dealing; Owner: -
--

CREATE SEQUENCE dealing.request_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: SEQUENCE request_number; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON SEQUENCE dealing.request_number IS 'Numbers of requests; with gaps, never twice';


--
-- Name: request_step; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.request_step (
    request_id uuid NOT NULL,
    ordinal integer NOT NULL,
    step text NOT NULL,
    actor text NOT NULL,
    key text NOT NULL,
    asked bytea NOT NULL,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL,
    note bytea,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT request_step_asked_check CHECK ((octet_length(asked) = 32)),
    CONSTRAINT request_step_ordinal_check CHECK ((ordinal > 0)),
    CONSTRAINT request_step_step_check CHECK ((step = ANY (ARRAY['accept'::text, 'fee'::text, 'suspend'::text, 'resume'::text, 'fulfil'::text, 'refuse'::text, 'code'::text])))
);


--
-- Name: TABLE request_step; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.request_step IS 'What was done about a request, in order';


--
-- Name: COLUMN request_step.request_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_step.request_id IS 'Request';


--
-- Name: COLUMN request_step.ordinal; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_step.ordinal IS 'Order';


--
-- Name: COLUMN request_step.step; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_step.step IS 'Step';


--
-- Name: COLUMN request_step.actor; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_step.actor IS 'Who took it';


--
-- Name: COLUMN request_step.key; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_step.key IS 'Idempotency key';


--
-- Name: COLUMN request_step.asked; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_step.asked IS 'Digest of what was asked under that key';


--
-- Name: COLUMN request_step.facts; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_step.facts IS 'Codes, amounts and serials; no persons';


--
-- Name: COLUMN request_step.note; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_step.note IS 'What the officer wrote, sealed (AES-256-GCM)';


--
-- Name: COLUMN request_step.at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_step.at IS 'When';


--
-- Name: request_stop; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.request_stop (
    request_id uuid NOT NULL,
    ordinal integer NOT NULL,
    cause text NOT NULL,
    stopped_at timestamp with time zone NOT NULL,
    resumed_at timestamp with time zone,
    CONSTRAINT request_stop_cause_check CHECK ((cause = ANY (ARRAY['fee'::text, 'papers'::text, 'other'::text]))),
    CONSTRAINT request_stop_check CHECK ((resumed_at >= stopped_at)),
    CONSTRAINT request_stop_ordinal_check CHECK ((ordinal > 0))
);


--
-- Name: TABLE request_stop; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.request_stop IS 'Times that do not count: waiting for the fee, for papers of the requester';


--
-- Name: COLUMN request_stop.request_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_stop.request_id IS 'Request';


--
-- Name: COLUMN request_stop.ordinal; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_stop.ordinal IS 'Order';


--
-- Name: COLUMN request_stop.cause; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_stop.cause IS 'What is waited for';


--
-- Name: COLUMN request_stop.stopped_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_stop.stopped_at IS 'From';


--
-- Name: COLUMN request_stop.resumed_at; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.request_stop.resumed_at IS 'To; null while it is stopped';


--
-- Name: target; Type: TABLE; Schema: dealing; Owner: -
--

CREATE TABLE dealing.target (
    dealing_id uuid NOT NULL,
    ordinal integer NOT NULL,
    parcel_id uuid NOT NULL,
    version_no integer NOT NULL,
    CONSTRAINT target_ordinal_check CHECK ((ordinal > 0))
);


--
-- Name: TABLE target; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON TABLE dealing.target IS 'Parcels that a dealing is about, in the version it was decided on';


--
-- Name: COLUMN target.dealing_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.target.dealing_id IS 'Dealing';


--
-- Name: COLUMN target.ordinal; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.target.ordinal IS 'Order as given';


--
-- Name: COLUMN target.parcel_id; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.target.parcel_id IS 'Parcel';


--
-- Name: COLUMN target.version_no; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON COLUMN dealing.target.version_no IS 'Version it was decided on: another one makes the dealing stale';


--
-- Name: blank; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.blank (
    serial text NOT NULL,
    status text DEFAULT 'received'::text NOT NULL,
    given_to text,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT blank_given CHECK (((status <> 'received'::text) OR (given_to IS NULL))),
    CONSTRAINT blank_given_to_check CHECK ((given_to <> ''::text)),
    CONSTRAINT blank_serial_check CHECK ((serial ~ '^[A-Z]{2} [0-9]{8}$'::text)),
    CONSTRAINT blank_somebodys CHECK (((status <> 'given'::text) OR (given_to IS NOT NULL))),
    CONSTRAINT blank_status_check CHECK ((status = ANY (ARRAY['received'::text, 'given'::text, 'used'::text, 'spoiled'::text, 'lost'::text])))
);


--
-- Name: TABLE blank; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.blank IS 'Numbered blanks of certificates (phôi), each from its receipt on';


--
-- Name: COLUMN blank.serial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank.serial IS 'Serial (số phát hành) printed on it';


--
-- Name: COLUMN blank.status; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank.status IS 'received (in the store), given (to who prints), used, spoiled or lost';


--
-- Name: COLUMN blank.given_to; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank.given_to IS 'Member of staff who has it, or had it last';


--
-- Name: COLUMN blank.changed_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank.changed_at IS 'When it moved last';


--
-- Name: blank_move; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.blank_move (
    move_no bigint NOT NULL,
    kind text NOT NULL,
    first_serial text NOT NULL,
    last_serial text NOT NULL,
    quantity integer NOT NULL,
    given_to text,
    reason text,
    document jsonb,
    dealing_id uuid,
    moved_by text NOT NULL,
    moved_at timestamp with time zone DEFAULT now() NOT NULL,
    request_key text,
    asked bytea,
    CONSTRAINT blank_move_asked_check CHECK ((octet_length(asked) = 32)),
    CONSTRAINT blank_move_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
    CONSTRAINT blank_move_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'given'::text, 'returned'::text, 'used'::text, 'spoiled'::text, 'lost'::text]))),
    CONSTRAINT blank_move_proven CHECK (((kind <> 'received'::text) OR (document IS NOT NULL))),
    CONSTRAINT blank_move_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT blank_move_said CHECK (((kind <> ALL (ARRAY['spoiled'::text, 'lost'::text])) OR (reason IS NOT NULL))),
    CONSTRAINT blank_move_used CHECK (((kind = 'used'::text) = (dealing_id IS NOT NULL)))
);


--
-- Name: TABLE blank_move; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.blank_move IS 'The ledger of blanks: every move, of a run of serials or of one';


--
-- Name: COLUMN blank_move.move_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.move_no IS 'Its number in the ledger';


--
-- Name: COLUMN blank_move.kind; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.kind IS 'received into the store, given out, returned to it, used, spoiled, lost';


--
-- Name: COLUMN blank_move.first_serial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.first_serial IS 'First serial of the run';


--
-- Name: COLUMN blank_move.last_serial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.last_serial IS 'Last serial of the run';


--
-- Name: COLUMN blank_move.quantity; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.quantity IS 'How many';


--
-- Name: COLUMN blank_move.given_to; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.given_to IS 'Member of staff to whom they were given';


--
-- Name: COLUMN blank_move.reason; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.reason IS 'Why they were spoiled, lost or returned';


--
-- Name: COLUMN blank_move.document; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.document IS 'Delivery note, record of destruction, report of the loss: no, date, place';


--
-- Name: COLUMN blank_move.dealing_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.dealing_id IS 'Dealing that used it';


--
-- Name: COLUMN blank_move.moved_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.moved_by IS 'Who noted it';


--
-- Name: COLUMN blank_move.moved_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.moved_at IS 'When';


--
-- Name: COLUMN blank_move.request_key; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.request_key IS 'Idempotency key of the request';


--
-- Name: COLUMN blank_move.asked; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.blank_move.asked IS 'Digest of what was asked under that key';


--
-- Name: blank_move_move_no_seq; Type: SEQUENCE; Schema: document; Owner: -
--

ALTER TABLE document.blank_move ALTER COLUMN move_no ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME document.blank_move_move_no_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: certificate; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.certificate (
    serial text NOT NULL,
    blank_serial text,
    code text,
    book_no text,
    commune_code character(5) NOT NULL,
    office text,
    issued_on date,
    content jsonb,
    template_version integer,
    replaces text,
    status text DEFAULT 'valid'::text NOT NULL,
    raised_by uuid,
    ended_by uuid,
    registered_at timestamp with time zone,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT certificate_blank_is_it CHECK (((blank_serial IS NULL) OR (blank_serial = serial))),
    CONSTRAINT certificate_book_no_check CHECK ((book_no <> ''::text)),
    CONSTRAINT certificate_code_check CHECK ((code ~ '^[2-9A-HJKMNP-TV-Z]{16}$'::text)),
    CONSTRAINT certificate_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT certificate_legacy_ended CHECK (((raised_by IS NOT NULL) OR (ended_by IS NOT NULL))),
    CONSTRAINT certificate_life CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((status = 'valid'::text) = (ended_at IS NULL)))),
    CONSTRAINT certificate_ours CHECK ((num_nulls(blank_serial, code, book_no, office, issued_on, content, template_version, raised_by, registered_at) = ANY (ARRAY[0, 9]))),
    CONSTRAINT certificate_serial_check CHECK ((serial <> ''::text)),
    CONSTRAINT certificate_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'replaced'::text, 'lost'::text, 'recalled'::text, 'cancelled'::text]))),
    CONSTRAINT certificate_template_version_check CHECK ((template_version > 0))
);


--
-- Name: TABLE certificate; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.certificate IS 'Certificates that were issued here, and legacy ones from the dealing on that ended them';


--
-- Name: COLUMN certificate.serial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.serial IS 'Serial (số phát hành), as rights name it';


--
-- Name: COLUMN certificate.blank_serial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.blank_serial IS 'Blank it is printed on; null for a legacy one';


--
-- Name: COLUMN certificate.code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.code IS 'Code in its QR by which anyone checks it: 16 signs without the hyphens';


--
-- Name: COLUMN certificate.book_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.book_no IS 'Number in the book (số vào sổ)';


--
-- Name: COLUMN certificate.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.commune_code IS 'Commune of its parcels';


--
-- Name: COLUMN certificate.office; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.office IS 'Office that issued it, as printed';


--
-- Name: COLUMN certificate.issued_on; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.issued_on IS 'Day of issue, as printed';


--
-- Name: COLUMN certificate.content; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.content IS 'What it says: holders, land, signatory, notes, as the register said at its issue. No identity number';


--
-- Name: COLUMN certificate.template_version; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.template_version IS 'Version of the template it was made by';


--
-- Name: COLUMN certificate.replaces; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.replaces IS 'Serial of the certificate it was issued for';


--
-- Name: COLUMN certificate.status; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.status IS 'valid, replaced by another, lost, recalled or cancelled';


--
-- Name: COLUMN certificate.raised_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.raised_by IS 'Dealing that issued it; null for a legacy one';


--
-- Name: COLUMN certificate.ended_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.ended_by IS 'Dealing that ended it';


--
-- Name: COLUMN certificate.registered_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.registered_at IS 'Legal moment of its issue';


--
-- Name: COLUMN certificate.ended_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.ended_at IS 'Legal moment of its end';


--
-- Name: COLUMN certificate.recorded_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate.recorded_at IS 'System time';


--
-- Name: certificate_number; Type: SEQUENCE; Schema: document; Owner: -
--

CREATE SEQUENCE document.certificate_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: SEQUENCE certificate_number; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON SEQUENCE document.certificate_number IS 'Numbers in the book of certificates (sổ cấp giấy chứng nhận); with gaps, never twice';


--
-- Name: certificate_right; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.certificate_right (
    serial text NOT NULL,
    right_id uuid NOT NULL
);


--
-- Name: TABLE certificate_right; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.certificate_right IS 'Rights that a certificate shows, as they were raised with it or as they ended with it';


--
-- Name: COLUMN certificate_right.serial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate_right.serial IS 'Certificate';


--
-- Name: COLUMN certificate_right.right_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.certificate_right.right_id IS 'Right';


--
-- Name: digitisation; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.digitisation (
    batch_id uuid NOT NULL,
    scan_id uuid NOT NULL,
    page_no integer NOT NULL,
    commune_code character(5) NOT NULL,
    srid integer NOT NULL,
    scale integer NOT NULL,
    sheet_no text NOT NULL,
    method text NOT NULL,
    points jsonb NOT NULL,
    rms_m double precision NOT NULL,
    tolerance_m double precision NOT NULL,
    parcels integer NOT NULL,
    made_by text NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT digitisation_made_by_check CHECK ((made_by <> ''::text)),
    CONSTRAINT digitisation_method_check CHECK ((method = ANY (ARRAY['affine'::text, 'projective'::text, 'thin_plate'::text]))),
    CONSTRAINT digitisation_parcels_check CHECK ((parcels > 0)),
    CONSTRAINT digitisation_points_check CHECK ((jsonb_typeof(points) = 'array'::text)),
    CONSTRAINT digitisation_rms_m_check CHECK ((rms_m >= (0)::double precision)),
    CONSTRAINT digitisation_scale_check CHECK ((scale > 0)),
    CONSTRAINT digitisation_sheet_no_check CHECK ((sheet_no <> ''::text)),
    CONSTRAINT digitisation_srid_check CHECK ((srid > 0)),
    CONSTRAINT digitisation_tolerance_m_check CHECK ((tolerance_m > (0)::double precision))
);


--
-- Name: TABLE digitisation; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.digitisation IS 'The survey document of a batch that was digitised from a scanned sheet: what it was traced from, and how exactly';


--
-- Name: COLUMN digitisation.batch_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.batch_id IS 'Batch';


--
-- Name: COLUMN digitisation.scan_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.scan_id IS 'Scan of the sheet';


--
-- Name: COLUMN digitisation.page_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.page_no IS 'Its page';


--
-- Name: COLUMN digitisation.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.commune_code IS 'Commune';


--
-- Name: COLUMN digitisation.srid; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.srid IS 'System of the sheet, EPSG';


--
-- Name: COLUMN digitisation.scale; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.scale IS 'Denominator of its scale';


--
-- Name: COLUMN digitisation.sheet_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.sheet_no IS 'Number of the sheet';


--
-- Name: COLUMN digitisation.method; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.method IS 'affine, projective or thin_plate';


--
-- Name: COLUMN digitisation.points; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.points IS 'Control points it was laid down by';


--
-- Name: COLUMN digitisation.rms_m; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.rms_m IS 'Root mean square error of a point, metres';


--
-- Name: COLUMN digitisation.tolerance_m; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.tolerance_m IS 'Tolerance of the scale on that day, metres';


--
-- Name: COLUMN digitisation.parcels; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.parcels IS 'Boundaries that were handed over';


--
-- Name: COLUMN digitisation.made_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.made_by IS 'Who handed it over';


--
-- Name: COLUMN digitisation.made_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.digitisation.made_at IS 'When';


--
-- Name: document; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.document (
    document_id uuid NOT NULL,
    scan_id uuid NOT NULL,
    ordinal integer NOT NULL,
    commune_code character(5) NOT NULL,
    kind text DEFAULT 'unknown'::text NOT NULL,
    grammar_version integer,
    status text DEFAULT 'reading'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    held_by text,
    held_until timestamp with time zone,
    findings text[] DEFAULT '{}'::text[] NOT NULL,
    reason text,
    decided_by text,
    decided_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT date_trunc('milliseconds'::text, clock_timestamp()) NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT document_decided CHECK ((((status = 'confirmed'::text) <= (decided_by IS NOT NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
    CONSTRAINT document_grammar_version_check CHECK ((grammar_version > 0)),
    CONSTRAINT document_hold CHECK (((held_by IS NULL) = (held_until IS NULL))),
    CONSTRAINT document_kind_check CHECK ((kind <> ''::text)),
    CONSTRAINT document_ordinal_check CHECK ((ordinal > 0)),
    CONSTRAINT document_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT document_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'to_review'::text, 'confirmed'::text, 'rejected'::text]))),
    CONSTRAINT document_version_check CHECK ((version > 0))
);


--
-- Name: TABLE document; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.document IS 'A document made of pages of a scan, on its way from reading to being confirmed';


--
-- Name: COLUMN document.document_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.document_id IS 'Id';


--
-- Name: COLUMN document.scan_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.scan_id IS 'Scan its pages are of';


--
-- Name: COLUMN document.ordinal; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.ordinal IS 'Order in the scan';


--
-- Name: COLUMN document.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.commune_code IS 'Commune';


--
-- Name: COLUMN document.kind; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.kind IS 'Kind (templates/documents), or unknown';


--
-- Name: COLUMN document.grammar_version; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.grammar_version IS 'Version of the rules it was read by';


--
-- Name: COLUMN document.status; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.status IS 'reading, to_review, confirmed by a person, or rejected with a reason';


--
-- Name: COLUMN document.version; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.version IS 'Rises with every change';


--
-- Name: COLUMN document.held_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.held_by IS 'Who reviews it now';


--
-- Name: COLUMN document.held_until; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.held_until IS 'Until when, without a sign of her';


--
-- Name: COLUMN document.findings; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.findings IS 'Codes of what concerns the whole document';


--
-- Name: COLUMN document.reason; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.reason IS 'Why it was rejected: a trouble of the scan, or what a person said';


--
-- Name: COLUMN document.decided_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.decided_by IS 'Who confirmed or rejected it';


--
-- Name: COLUMN document.decided_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.decided_at IS 'When';


--
-- Name: COLUMN document.created_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.created_at IS 'When it came in';


--
-- Name: COLUMN document.changed_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document.changed_at IS 'When it last changed';


--
-- Name: document_page; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.document_page (
    document_id uuid NOT NULL,
    ordinal integer NOT NULL,
    scan_id uuid NOT NULL,
    page_no integer NOT NULL,
    CONSTRAINT document_page_ordinal_check CHECK ((ordinal > 0))
);


--
-- Name: TABLE document_page; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.document_page IS 'Pages of a document, in its order; a page belongs to one';


--
-- Name: COLUMN document_page.document_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document_page.document_id IS 'Document';


--
-- Name: COLUMN document_page.ordinal; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document_page.ordinal IS 'Page of the document, from 1';


--
-- Name: COLUMN document_page.scan_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document_page.scan_id IS 'Scan';


--
-- Name: COLUMN document_page.page_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.document_page.page_no IS 'Place in the file';


--
-- Name: field; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.field (
    document_id uuid NOT NULL,
    name text NOT NULL,
    value text,
    sealed bytea,
    confidence real NOT NULL,
    sure boolean NOT NULL,
    rule text,
    page integer,
    box integer[],
    state text DEFAULT 'read'::text NOT NULL,
    findings text[] DEFAULT '{}'::text[] NOT NULL,
    readings jsonb DEFAULT '[]'::jsonb NOT NULL,
    confirmed_by text,
    confirmed_at timestamp with time zone,
    CONSTRAINT field_absent CHECK (((state <> 'absent'::text) OR (value IS NULL))),
    CONSTRAINT field_box_check CHECK ((cardinality(box) = 4)),
    CONSTRAINT field_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
    CONSTRAINT field_confirmed CHECK ((((state = 'read'::text) = (confirmed_by IS NULL)) AND ((confirmed_by IS NULL) = (confirmed_at IS NULL)))),
    CONSTRAINT field_name_check CHECK ((name <> ''::text)),
    CONSTRAINT field_page_check CHECK ((page > 0)),
    CONSTRAINT field_sealed CHECK (((name <> 'identityNumber'::text) OR ((value IS NULL) AND (readings = '[]'::jsonb)))),
    CONSTRAINT field_state_check CHECK ((state = ANY (ARRAY['read'::text, 'confirmed'::text, 'absent'::text])))
);


--
-- Name: TABLE field; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.field IS 'What a document says, field by field: as read, until a person says what it is; personal data';


--
-- Name: COLUMN field.document_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.document_id IS 'Document';


--
-- Name: COLUMN field.name; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.name IS 'Name, as in the API';


--
-- Name: COLUMN field.value; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.value IS 'Value; null where nothing is known, and for identity numbers';


--
-- Name: COLUMN field.sealed; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.sealed IS 'Of identity numbers: value and readings, sealed (AES-256-GCM)';


--
-- Name: COLUMN field.confidence; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.confidence IS 'How surely it was read, 0 to 1';


--
-- Name: COLUMN field.sure; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.sure IS 'Whether a person only has to nod';


--
-- Name: COLUMN field.rule; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.rule IS 'Rule that judged it';


--
-- Name: COLUMN field.page; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.page IS 'Page of the document it stands on';


--
-- Name: COLUMN field.box; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.box IS '[x, y, width, height] in points of the full picture';


--
-- Name: COLUMN field.state; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.state IS 'read; confirmed by a person, changed or not; absent: the paper does not say it';


--
-- Name: COLUMN field.findings; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.findings IS 'Codes (server/domain/document/document-finding.ts)';


--
-- Name: COLUMN field.readings; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.readings IS 'What each reader said, as it was read';


--
-- Name: COLUMN field.confirmed_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.confirmed_by IS 'Who said so';


--
-- Name: COLUMN field.confirmed_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.field.confirmed_at IS 'When';


--
-- Name: identity_number; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.identity_number (
    document_id uuid NOT NULL,
    ordinal integer NOT NULL,
    lookup_hash bytea NOT NULL,
    CONSTRAINT identity_number_lookup_hash_check CHECK ((octet_length(lookup_hash) = 32)),
    CONSTRAINT identity_number_ordinal_check CHECK ((ordinal > 0))
);


--
-- Name: TABLE identity_number; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.identity_number IS 'Keyed hashes of the identity numbers a confirmed document names, for look-up';


--
-- Name: COLUMN identity_number.document_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.identity_number.document_id IS 'Document';


--
-- Name: COLUMN identity_number.ordinal; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.identity_number.ordinal IS 'Order on the paper';


--
-- Name: COLUMN identity_number.lookup_hash; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.identity_number.lookup_hash IS 'HMAC-SHA-256 of the digits';


--
-- Name: map_sheet; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.map_sheet (
    scan_id uuid NOT NULL,
    page_no integer NOT NULL,
    commune_code character(5) NOT NULL,
    srid integer NOT NULL,
    scale integer NOT NULL,
    sheet_no text NOT NULL,
    method text NOT NULL,
    points jsonb NOT NULL,
    rms_m double precision,
    verdict text NOT NULL,
    parcels jsonb DEFAULT '[]'::jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT map_sheet_changed_by_check CHECK ((changed_by <> ''::text)),
    CONSTRAINT map_sheet_method_check CHECK ((method = ANY (ARRAY['affine'::text, 'projective'::text, 'thin_plate'::text]))),
    CONSTRAINT map_sheet_parcels_check CHECK ((jsonb_typeof(parcels) = 'array'::text)),
    CONSTRAINT map_sheet_points_check CHECK ((jsonb_typeof(points) = 'array'::text)),
    CONSTRAINT map_sheet_rms_m_check CHECK ((rms_m >= (0)::double precision)),
    CONSTRAINT map_sheet_scale_check CHECK ((scale > 0)),
    CONSTRAINT map_sheet_sheet_no_check CHECK ((sheet_no ~ '^[0-9A-Za-z-]{1,20}$'::text)),
    CONSTRAINT map_sheet_srid_check CHECK ((srid > 0)),
    CONSTRAINT map_sheet_verdict_check CHECK ((verdict = ANY (ARRAY['open'::text, 'few'::text, 'within'::text, 'beyond'::text]))),
    CONSTRAINT map_sheet_version_check CHECK ((version > 0))
);


--
-- Name: TABLE map_sheet; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.map_sheet IS 'A page that is a map sheet, laid on the land by points of which both places are known';


--
-- Name: COLUMN map_sheet.scan_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.scan_id IS 'Scan';


--
-- Name: COLUMN map_sheet.page_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.page_no IS 'Place in the file';


--
-- Name: COLUMN map_sheet.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.commune_code IS 'Commune';


--
-- Name: COLUMN map_sheet.srid; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.srid IS 'System of the sheet, EPSG';


--
-- Name: COLUMN map_sheet.scale; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.scale IS 'Denominator of its scale';


--
-- Name: COLUMN map_sheet.sheet_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.sheet_no IS 'Number of the sheet';


--
-- Name: COLUMN map_sheet.method; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.method IS 'affine, projective or thin_plate';


--
-- Name: COLUMN map_sheet.points; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.points IS 'Control points: place in the full picture, north and east in metres, whether each takes part';


--
-- Name: COLUMN map_sheet.rms_m; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.rms_m IS 'Root mean square error of a point, metres; null while too few take part';


--
-- Name: COLUMN map_sheet.verdict; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.verdict IS 'open: nothing is laid down yet; few; within or beyond the tolerance of the scale';


--
-- Name: COLUMN map_sheet.parcels; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.parcels IS 'Boundaries traced so far: number, use and area as printed, corners in points of the full picture';


--
-- Name: COLUMN map_sheet.version; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.version IS 'Rises with every change';


--
-- Name: COLUMN map_sheet.changed_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.changed_by IS 'Who changed it last';


--
-- Name: COLUMN map_sheet.changed_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.map_sheet.changed_at IS 'When';


--
-- Name: page_picture; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.page_picture (
    scan_id uuid NOT NULL,
    page_no integer NOT NULL,
    size text NOT NULL,
    sha256 bytea NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    CONSTRAINT page_picture_height_check CHECK ((height > 0)),
    CONSTRAINT page_picture_sha256_check CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT page_picture_size_check CHECK ((size = ANY (ARRAY['full'::text, 'screen'::text, 'thumb'::text]))),
    CONSTRAINT page_picture_width_check CHECK ((width > 0))
);


--
-- Name: TABLE page_picture; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.page_picture IS 'Pictures of a page, made anew from its points; the bytes lie in the store under their digest';


--
-- Name: COLUMN page_picture.scan_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.page_picture.scan_id IS 'Scan';


--
-- Name: COLUMN page_picture.page_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.page_picture.page_no IS 'Page';


--
-- Name: COLUMN page_picture.size; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.page_picture.size IS 'full, for a screen, for a row of pages';


--
-- Name: COLUMN page_picture.sha256; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.page_picture.sha256 IS 'Digest of the picture (JPEG)';


--
-- Name: COLUMN page_picture.width; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.page_picture.width IS 'Points across';


--
-- Name: COLUMN page_picture.height; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.page_picture.height IS 'Points down';


--
-- Name: paper; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.paper (
    serial text NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    template_version integer NOT NULL,
    commune_code character(5) NOT NULL,
    office text NOT NULL,
    party_ids uuid[] NOT NULL,
    sha256 bytea NOT NULL,
    trial_signature boolean NOT NULL,
    status text DEFAULT 'issued'::text NOT NULL,
    issued_by text NOT NULL,
    request_key text NOT NULL,
    asked bytea NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    superseded_by uuid,
    revoked_at timestamp with time zone,
    holders_left_out boolean DEFAULT false NOT NULL,
    CONSTRAINT paper_asked_check CHECK ((octet_length(asked) = 32)),
    CONSTRAINT paper_code_check CHECK ((code ~ '^[2-9A-HJKMNP-TV-Z]{16}$'::text)),
    CONSTRAINT paper_kind_check CHECK ((kind = ANY (ARRAY['map_extract'::text, 'land_information'::text, 'parcel_history'::text, 'certificate'::text, 'receipt'::text, 'request_form'::text]))),
    CONSTRAINT paper_office_check CHECK ((office <> ''::text)),
    CONSTRAINT paper_revoked CHECK (((status = 'revoked'::text) = (revoked_at IS NOT NULL))),
    CONSTRAINT paper_serial_check CHECK ((serial ~ '^[A-Z]{2}-[0-9]{4}-[0-9]{6,}$'::text)),
    CONSTRAINT paper_sha256_check CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT paper_status_check CHECK ((status = ANY (ARRAY['issued'::text, 'superseded'::text, 'revoked'::text]))),
    CONSTRAINT paper_superseded CHECK ((((superseded_at IS NULL) = (superseded_by IS NULL)) AND ((status <> 'issued'::text) OR (superseded_at IS NULL)) AND ((status <> 'superseded'::text) OR (superseded_at IS NOT NULL)))),
    CONSTRAINT paper_template_version_check CHECK ((template_version > 0))
);


--
-- Name: TABLE paper; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.paper IS 'Papers that were issued. Only what became of them changes';


--
-- Name: COLUMN paper.serial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.serial IS 'Serial, as printed';


--
-- Name: COLUMN paper.code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.code IS 'Code by which anyone checks the paper: 16 signs, about 78 bits, without the hyphens';


--
-- Name: COLUMN paper.kind; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.kind IS 'Kind';


--
-- Name: COLUMN paper.template_version; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.template_version IS 'Version of the template it was made by';


--
-- Name: COLUMN paper.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.commune_code IS 'Commune of its parcels';


--
-- Name: COLUMN paper.office; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.office IS 'Office, as printed';


--
-- Name: COLUMN paper.party_ids; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.party_ids IS 'Parties whose names it carries: every download is logged as a look at them';


--
-- Name: COLUMN paper.sha256; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.sha256 IS 'Digest of the signed bytes, which lie in the store under it';


--
-- Name: COLUMN paper.trial_signature; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.trial_signature IS 'True: signed with a key made by set-up, which no authority vouches for';


--
-- Name: COLUMN paper.status; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.status IS 'issued, superseded (the register says something else now) or revoked';


--
-- Name: COLUMN paper.issued_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.issued_by IS 'Who had it made';


--
-- Name: COLUMN paper.request_key; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.request_key IS 'Idempotency key of the request';


--
-- Name: COLUMN paper.asked; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.asked IS 'Digest of what was asked under that key';


--
-- Name: COLUMN paper.issued_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.issued_at IS 'When';


--
-- Name: COLUMN paper.superseded_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.superseded_at IS 'Since when the register says something else';


--
-- Name: COLUMN paper.superseded_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.superseded_by IS 'Dealing that made it so';


--
-- Name: COLUMN paper.revoked_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.revoked_at IS 'When it was revoked';


--
-- Name: COLUMN paper.holders_left_out; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper.holders_left_out IS 'True: it names no holder, though the register may';


--
-- Name: paper_number; Type: SEQUENCE; Schema: document; Owner: -
--

CREATE SEQUENCE document.paper_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: SEQUENCE paper_number; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON SEQUENCE document.paper_number IS 'Numbers of papers; with gaps, never twice';


--
-- Name: paper_parcel; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.paper_parcel (
    serial text NOT NULL,
    ordinal integer NOT NULL,
    parcel_id uuid NOT NULL,
    version_no integer NOT NULL,
    CONSTRAINT paper_parcel_ordinal_check CHECK ((ordinal > 0))
);


--
-- Name: TABLE paper_parcel; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.paper_parcel IS 'Parcels that a paper is about, in the version it shows';


--
-- Name: COLUMN paper_parcel.serial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper_parcel.serial IS 'Paper';


--
-- Name: COLUMN paper_parcel.ordinal; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper_parcel.ordinal IS 'Order on the paper';


--
-- Name: COLUMN paper_parcel.parcel_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper_parcel.parcel_id IS 'Parcel';


--
-- Name: COLUMN paper_parcel.version_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.paper_parcel.version_no IS 'Version shown';


--
-- Name: parcel_link; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.parcel_link (
    document_id uuid NOT NULL,
    parcel_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    status text DEFAULT 'proposed'::text NOT NULL,
    proposed_by text NOT NULL,
    proposed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    decided_by text,
    decided_at timestamp with time zone,
    reason text,
    CONSTRAINT parcel_link_decided CHECK ((((status = 'proposed'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
    CONSTRAINT parcel_link_four_eyes CHECK ((decided_by <> proposed_by)),
    CONSTRAINT parcel_link_proposed_by_check CHECK ((proposed_by <> ''::text)),
    CONSTRAINT parcel_link_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT parcel_link_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'registered'::text, 'refused'::text])))
);


--
-- Name: TABLE parcel_link; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.parcel_link IS 'Parcels a confirmed document stands with: proposed by who confirmed it, registered by somebody else';


--
-- Name: COLUMN parcel_link.document_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.parcel_link.document_id IS 'Document';


--
-- Name: COLUMN parcel_link.parcel_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.parcel_link.parcel_id IS 'Parcel';


--
-- Name: COLUMN parcel_link.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.parcel_link.commune_code IS 'Commune of the document';


--
-- Name: COLUMN parcel_link.status; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.parcel_link.status IS 'proposed, registered or refused';


--
-- Name: COLUMN parcel_link.proposed_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.parcel_link.proposed_by IS 'Who proposed it';


--
-- Name: COLUMN parcel_link.proposed_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.parcel_link.proposed_at IS 'When';


--
-- Name: COLUMN parcel_link.decided_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.parcel_link.decided_by IS 'Who decided: never the one who proposed';


--
-- Name: COLUMN parcel_link.decided_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.parcel_link.decided_at IS 'When';


--
-- Name: COLUMN parcel_link.reason; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.parcel_link.reason IS 'Why it was refused';


--
-- Name: printer; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.printer (
    name text NOT NULL,
    front_dx_mm numeric(4,1) NOT NULL,
    front_dy_mm numeric(4,1) NOT NULL,
    back_dx_mm numeric(4,1) NOT NULL,
    back_dy_mm numeric(4,1) NOT NULL,
    duplex text NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT printer_back_dx_mm_check CHECK ((abs(back_dx_mm) <= (20)::numeric)),
    CONSTRAINT printer_back_dy_mm_check CHECK ((abs(back_dy_mm) <= (20)::numeric)),
    CONSTRAINT printer_duplex_check CHECK ((duplex = ANY (ARRAY['long_edge'::text, 'short_edge'::text]))),
    CONSTRAINT printer_front_dx_mm_check CHECK ((abs(front_dx_mm) <= (20)::numeric)),
    CONSTRAINT printer_front_dy_mm_check CHECK ((abs(front_dy_mm) <= (20)::numeric)),
    CONSTRAINT printer_name_check CHECK ((name <> ''::text))
);


--
-- Name: TABLE printer; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.printer IS 'Printers, and by how much each must be moved so that what is printed lands in its place on a blank';


--
-- Name: COLUMN printer.name; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.printer.name IS 'What the office calls it';


--
-- Name: COLUMN printer.front_dx_mm; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.printer.front_dx_mm IS 'Side 1, to the right';


--
-- Name: COLUMN printer.front_dy_mm; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.printer.front_dy_mm IS 'Side 1, down';


--
-- Name: COLUMN printer.back_dx_mm; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.printer.back_dx_mm IS 'Side 2, to the right';


--
-- Name: COLUMN printer.back_dy_mm; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.printer.back_dy_mm IS 'Side 2, down';


--
-- Name: COLUMN printer.duplex; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.printer.duplex IS 'Edge over which it turns the sheet';


--
-- Name: COLUMN printer.changed_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.printer.changed_by IS 'Who measured it last';


--
-- Name: COLUMN printer.changed_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.printer.changed_at IS 'When';


--
-- Name: sample_turn; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.sample_turn (
    commune_code character(5) NOT NULL,
    documents bigint NOT NULL,
    CONSTRAINT sample_turn_documents_check CHECK ((documents > 0))
);


--
-- Name: TABLE sample_turn; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.sample_turn IS 'How many documents of a commune were confirmed since samples are drawn';


--
-- Name: COLUMN sample_turn.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.sample_turn.commune_code IS 'Commune';


--
-- Name: COLUMN sample_turn.documents; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.sample_turn.documents IS 'Documents';


--
-- Name: scan; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.scan (
    scan_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    source_name text NOT NULL,
    commune_code character(5) NOT NULL,
    created_by text NOT NULL,
    received_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    status text DEFAULT 'received'::text NOT NULL,
    pages integer,
    trouble text,
    attempts integer DEFAULT 0 NOT NULL,
    CONSTRAINT scan_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT scan_created_by_check CHECK ((created_by <> ''::text)),
    CONSTRAINT scan_pages_check CHECK ((pages > 0)),
    CONSTRAINT scan_refused CHECK (((status = 'refused'::text) = (trouble IS NOT NULL))),
    CONSTRAINT scan_sha256_check CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT scan_source_name_check CHECK (((length(source_name) >= 1) AND (length(source_name) <= 200))),
    CONSTRAINT scan_status_check CHECK ((status = ANY (ARRAY['received'::text, 'split'::text, 'read'::text, 'refused'::text]))),
    CONSTRAINT scan_trouble_check CHECK ((trouble ~ '^scan\.[a-z_]+$'::text))
);


--
-- Name: TABLE scan; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.scan IS 'A scanned file as it came in; its bytes lie in the store under their digest, unchanged';


--
-- Name: COLUMN scan.scan_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.scan_id IS 'Id';


--
-- Name: COLUMN scan.sha256; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.sha256 IS 'Digest of the file';


--
-- Name: COLUMN scan.source_name; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.source_name IS 'Name of the file: a label';


--
-- Name: COLUMN scan.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.commune_code IS 'Commune whose archive it belongs to';


--
-- Name: COLUMN scan.created_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.created_by IS 'Who sent it';


--
-- Name: COLUMN scan.received_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.received_at IS 'When it was whole';


--
-- Name: COLUMN scan.status; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.status IS 'received; split: all pages are drawn; read; refused as a whole';


--
-- Name: COLUMN scan.pages; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.pages IS 'Pages of the file: shown and refused together; null until it was opened';


--
-- Name: COLUMN scan.trouble; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.trouble IS 'Why nothing of it is shown (server/domain/document/scan-trouble.ts)';


--
-- Name: COLUMN scan.attempts; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan.attempts IS 'How often a worker began to take it apart and was stopped';


--
-- Name: scan_page; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.scan_page (
    scan_id uuid NOT NULL,
    page_no integer NOT NULL,
    state text NOT NULL,
    trouble text,
    dpi integer,
    ink real,
    likeness bytea,
    straightened real DEFAULT 0 NOT NULL,
    codes bytea,
    words bytea,
    reader text,
    confidence real,
    mark text,
    kind text,
    side text,
    attempts integer DEFAULT 0 NOT NULL,
    turn smallint DEFAULT 0 NOT NULL,
    CONSTRAINT scan_page_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT scan_page_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
    CONSTRAINT scan_page_dpi_check CHECK ((dpi > 0)),
    CONSTRAINT scan_page_ink_check CHECK (((ink >= (0)::double precision) AND (ink <= (1)::double precision))),
    CONSTRAINT scan_page_kind_check CHECK ((kind <> ''::text)),
    CONSTRAINT scan_page_likeness_check CHECK ((octet_length(likeness) = 32)),
    CONSTRAINT scan_page_mark_check CHECK ((mark = ANY (ARRAY['blank'::text, 'doubled'::text]))),
    CONSTRAINT scan_page_page_no_check CHECK ((page_no > 0)),
    CONSTRAINT scan_page_refused CHECK (((state <> 'refused'::text) OR (trouble IS NOT NULL))),
    CONSTRAINT scan_page_side_check CHECK ((side <> ''::text)),
    CONSTRAINT scan_page_state_check CHECK ((state = ANY (ARRAY['split'::text, 'read'::text, 'refused'::text]))),
    CONSTRAINT scan_page_trouble_check CHECK ((trouble ~ '^scan\.[a-z_]+$'::text)),
    CONSTRAINT scan_page_turn CHECK ((turn = ANY (ARRAY[0, 90, 180, 270])))
);


--
-- Name: TABLE scan_page; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.scan_page IS 'A page of a scanned file: shown, or refused with the reason';


--
-- Name: COLUMN scan_page.scan_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.scan_id IS 'Scan';


--
-- Name: COLUMN scan_page.page_no; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.page_no IS 'Place in the file, from 1';


--
-- Name: COLUMN scan_page.state; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.state IS 'split: drawn, not read yet; read; refused: not shown';


--
-- Name: COLUMN scan_page.trouble; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.trouble IS 'Why it is not shown, or not read';


--
-- Name: COLUMN scan_page.dpi; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.dpi IS 'Resolution of the full picture; null where the file does not say';


--
-- Name: COLUMN scan_page.ink; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.ink IS 'Share of the page that is ink';


--
-- Name: COLUMN scan_page.likeness; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.likeness IS '256 bits of its brightness: pages that look alike differ in few';


--
-- Name: COLUMN scan_page.straightened; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.straightened IS 'Degrees by which it was turned back';


--
-- Name: COLUMN scan_page.codes; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.codes IS 'QR codes and barcodes with their places, sealed (AES-256-GCM)';


--
-- Name: COLUMN scan_page.words; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.words IS 'Words with their places, sealed (AES-256-GCM): they hold identity numbers';


--
-- Name: COLUMN scan_page.reader; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.reader IS 'Program and model that read it';


--
-- Name: COLUMN scan_page.confidence; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.confidence IS 'Middle confidence of its words';


--
-- Name: COLUMN scan_page.mark; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.mark IS 'blank or doubled, as far as can be seen';


--
-- Name: COLUMN scan_page.kind; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.kind IS 'Kind of document it was taken for; null where nothing speaks for one';


--
-- Name: COLUMN scan_page.side; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.side IS 'Side of that document';


--
-- Name: COLUMN scan_page.attempts; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.attempts IS 'How often a worker began to read it and was stopped';


--
-- Name: COLUMN scan_page.turn; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.scan_page.turn IS 'Degrees, clockwise, by which its pictures are turned to be read';


--
-- Name: second_field; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.second_field (
    document_id uuid NOT NULL,
    name text NOT NULL,
    first_value text,
    value text,
    sealed bytea,
    agrees boolean NOT NULL,
    CONSTRAINT second_field_name_check CHECK ((name <> ''::text)),
    CONSTRAINT second_field_sealed CHECK (((name <> 'identityNumber'::text) OR ((first_value IS NULL) AND (value IS NULL) AND (sealed IS NOT NULL))))
);


--
-- Name: TABLE second_field; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.second_field IS 'What two readers said of a field, without knowing of each other; never changed';


--
-- Name: COLUMN second_field.document_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_field.document_id IS 'Document';


--
-- Name: COLUMN second_field.name; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_field.name IS 'Field';


--
-- Name: COLUMN second_field.first_value; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_field.first_value IS 'What the first reader said; null: the paper does not say it';


--
-- Name: COLUMN second_field.value; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_field.value IS 'What the second reader said; null: the paper does not say it';


--
-- Name: COLUMN second_field.sealed; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_field.sealed IS 'Both, of an identity number, sealed (AES-256-GCM)';


--
-- Name: COLUMN second_field.agrees; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_field.agrees IS 'Whether both said the same';


--
-- Name: second_reading; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.second_reading (
    document_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    one_of integer NOT NULL,
    status text DEFAULT 'waiting'::text NOT NULL,
    first_reader text NOT NULL,
    drawn_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    reader text,
    read_at timestamp with time zone,
    decided_by text,
    decided_at timestamp with time zone,
    CONSTRAINT second_reading_decided_by_check CHECK ((decided_by <> ''::text)),
    CONSTRAINT second_reading_first_reader_check CHECK ((first_reader <> ''::text)),
    CONSTRAINT second_reading_one_of_check CHECK ((one_of > 0)),
    CONSTRAINT second_reading_read CHECK ((((status = 'waiting'::text) = (reader IS NULL)) AND ((reader IS NULL) = (read_at IS NULL)))),
    CONSTRAINT second_reading_reader_check CHECK ((reader <> ''::text)),
    CONSTRAINT second_reading_settled CHECK ((((status = 'settled'::text) = (decided_by IS NOT NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
    CONSTRAINT second_reading_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'agreed'::text, 'differs'::text, 'settled'::text]))),
    CONSTRAINT second_reading_third_person CHECK (((decided_by <> first_reader) AND (decided_by <> reader))),
    CONSTRAINT second_reading_two_people CHECK ((reader <> first_reader))
);


--
-- Name: TABLE second_reading; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.second_reading IS 'Confirmed documents that were drawn to be read by a second person';


--
-- Name: COLUMN second_reading.document_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.document_id IS 'Document';


--
-- Name: COLUMN second_reading.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.commune_code IS 'Commune of its archive';


--
-- Name: COLUMN second_reading.one_of; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.one_of IS 'One of so many documents was drawn then';


--
-- Name: COLUMN second_reading.status; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.status IS 'waiting; agreed; differs: a third person decides; settled';


--
-- Name: COLUMN second_reading.first_reader; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.first_reader IS 'Who confirmed the document';


--
-- Name: COLUMN second_reading.drawn_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.drawn_at IS 'When it was drawn';


--
-- Name: COLUMN second_reading.reader; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.reader IS 'Who read it a second time';


--
-- Name: COLUMN second_reading.read_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.read_at IS 'When';


--
-- Name: COLUMN second_reading.decided_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.decided_by IS 'Who settled what differed: neither reader';


--
-- Name: COLUMN second_reading.decided_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.second_reading.decided_at IS 'When';


--
-- Name: shelf_place; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.shelf_place (
    document_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    store text NOT NULL,
    "row" text NOT NULL,
    shelf text NOT NULL,
    box text NOT NULL,
    number text NOT NULL,
    placed_by text NOT NULL,
    placed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT shelf_place_box_check CHECK (((length(box) >= 1) AND (length(box) <= 20))),
    CONSTRAINT shelf_place_number_check CHECK (((length(number) >= 1) AND (length(number) <= 20))),
    CONSTRAINT shelf_place_placed_by_check CHECK ((placed_by <> ''::text)),
    CONSTRAINT shelf_place_row_check CHECK (((length("row") >= 1) AND (length("row") <= 20))),
    CONSTRAINT shelf_place_shelf_check CHECK (((length(shelf) >= 1) AND (length(shelf) <= 20))),
    CONSTRAINT shelf_place_store_check CHECK (((length(store) >= 1) AND (length(store) <= 40)))
);


--
-- Name: TABLE shelf_place; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.shelf_place IS 'Where the paper of a document lies';


--
-- Name: COLUMN shelf_place.document_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.shelf_place.document_id IS 'Document';


--
-- Name: COLUMN shelf_place.commune_code; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.shelf_place.commune_code IS 'Commune of its archive';


--
-- Name: COLUMN shelf_place.store; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.shelf_place.store IS 'Store (kho)';


--
-- Name: COLUMN shelf_place."row"; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.shelf_place."row" IS 'Row of shelves (dãy)';


--
-- Name: COLUMN shelf_place.shelf; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.shelf_place.shelf IS 'Shelf (kệ)';


--
-- Name: COLUMN shelf_place.box; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.shelf_place.box IS 'Box (hộp)';


--
-- Name: COLUMN shelf_place.number; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.shelf_place.number IS 'Number in the box';


--
-- Name: COLUMN shelf_place.placed_by; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.shelf_place.placed_by IS 'Who said so last';


--
-- Name: COLUMN shelf_place.placed_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.shelf_place.placed_at IS 'When';


--
-- Name: signing_certificate; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.signing_certificate (
    sha256 bytea NOT NULL,
    der bytea NOT NULL,
    name text NOT NULL,
    trial boolean NOT NULL,
    noted_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT signing_certificate_check CHECK ((sha256(der) = sha256)),
    CONSTRAINT signing_certificate_name_check CHECK ((name <> ''::text)),
    CONSTRAINT signing_certificate_sha256_check CHECK ((octet_length(sha256) = 32))
);


--
-- Name: TABLE signing_certificate; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.signing_certificate IS 'Certificates that papers were signed with; published, never taken back';


--
-- Name: COLUMN signing_certificate.sha256; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.signing_certificate.sha256 IS 'Digest of the certificate';


--
-- Name: COLUMN signing_certificate.der; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.signing_certificate.der IS 'The certificate (X.509, DER)';


--
-- Name: COLUMN signing_certificate.name; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.signing_certificate.name IS 'Name in it, as papers print it';


--
-- Name: COLUMN signing_certificate.trial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.signing_certificate.trial IS 'True: made by set-up, no authority vouches for it';


--
-- Name: COLUMN signing_certificate.noted_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.signing_certificate.noted_at IS 'When the first paper was signed with it';


--
-- Name: statement_key; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.statement_key (
    fingerprint bytea NOT NULL,
    spki bytea NOT NULL,
    endorsement text NOT NULL,
    trial boolean NOT NULL,
    noted_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT statement_key_check CHECK ((sha256(spki) = fingerprint)),
    CONSTRAINT statement_key_endorsement_check CHECK ((endorsement <> ''::text)),
    CONSTRAINT statement_key_fingerprint_check CHECK ((octet_length(fingerprint) = 32))
);


--
-- Name: TABLE statement_key; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.statement_key IS 'Keys that sign what QR codes of papers state; published, never taken back';


--
-- Name: COLUMN statement_key.fingerprint; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.statement_key.fingerprint IS 'SHA-256 of spki';


--
-- Name: COLUMN statement_key.spki; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.statement_key.spki IS 'Public key (SubjectPublicKeyInfo, DER), P-256';


--
-- Name: COLUMN statement_key.endorsement; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.statement_key.endorsement IS 'JWS over the fingerprint by the key that signs papers, its certificates within';


--
-- Name: COLUMN statement_key.trial; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.statement_key.trial IS 'True: vouched for by a key made by set-up only';


--
-- Name: COLUMN statement_key.noted_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.statement_key.noted_at IS 'When the first paper bore a statement of it';


--
-- Name: stored_file; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.stored_file (
    sha256 bytea NOT NULL,
    byte_length bigint NOT NULL,
    media_type text NOT NULL,
    stored_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT stored_file_byte_length_check CHECK ((byte_length >= 0)),
    CONSTRAINT stored_file_sha256_check CHECK ((octet_length(sha256) = 32))
);


--
-- Name: TABLE stored_file; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.stored_file IS 'Source files in the store, by the SHA-256 of their bytes';


--
-- Name: COLUMN stored_file.sha256; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.stored_file.sha256 IS 'Digest of the bytes as received';


--
-- Name: COLUMN stored_file.byte_length; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.stored_file.byte_length IS 'Length in bytes';


--
-- Name: COLUMN stored_file.media_type; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.stored_file.media_type IS 'Media type by content';


--
-- Name: COLUMN stored_file.stored_at; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.stored_file.stored_at IS 'When it was stored';


--
-- Name: word; Type: TABLE; Schema: document; Owner: -
--

CREATE TABLE document.word (
    document_id uuid NOT NULL,
    token bytea NOT NULL,
    CONSTRAINT word_token_check CHECK ((octet_length(token) = 12))
);


--
-- Name: TABLE word; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON TABLE document.word IS 'Keyed hashes of the words that stand on a document, without case and diacritics, for search';


--
-- Name: COLUMN word.document_id; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.word.document_id IS 'Document';


--
-- Name: COLUMN word.token; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON COLUMN document.word.token IS 'First 12 bytes of the HMAC-SHA-256 of the word; never of a number of 9 or 12 digits';


--
-- Name: day; Type: TABLE; Schema: indicator; Owner: -
--

CREATE TABLE indicator.day (
    day date NOT NULL,
    kept_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);


--
-- Name: TABLE day; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON TABLE indicator.day IS 'Days that are over and whose figures are kept';


--
-- Name: COLUMN day.day; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.day.day IS 'Day, Asia/Ho_Chi_Minh';


--
-- Name: COLUMN day.kept_at; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.day.kept_at IS 'When it was counted';


--
-- Name: figure; Type: TABLE; Schema: indicator; Owner: -
--

CREATE TABLE indicator.figure (
    day date NOT NULL,
    commune_code character(5) NOT NULL,
    measure text NOT NULL,
    item text NOT NULL,
    value numeric(20,2) NOT NULL,
    CONSTRAINT figure_value_check CHECK ((value > (0)::numeric))
);


--
-- Name: TABLE figure; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON TABLE indicator.figure IS 'Kept figures of days that are over; what is not here was nought. Never changed';


--
-- Name: COLUMN figure.day; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.figure.day IS 'Day';


--
-- Name: COLUMN figure.commune_code; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.figure.commune_code IS 'Commune that the land belonged to when it was counted';


--
-- Name: COLUMN figure.measure; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.figure.measure IS 'What was counted';


--
-- Name: COLUMN figure.item; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.figure.item IS 'Land-use code, change of it (LUC>ONT) or kind of dealing; empty for a measure without parts';


--
-- Name: COLUMN figure.value; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.figure.value IS 'Figure, in the unit of the measure';


--
-- Name: running_day; Type: TABLE; Schema: indicator; Owner: -
--

CREATE TABLE indicator.running_day (
    one_row boolean DEFAULT true NOT NULL,
    day date NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    CONSTRAINT running_day_one_row_check CHECK (one_row)
);


--
-- Name: TABLE running_day; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON TABLE indicator.running_day IS 'The day that runs, one row: when its figures were last counted';


--
-- Name: COLUMN running_day.one_row; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.running_day.one_row IS 'There is one row';


--
-- Name: COLUMN running_day.day; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.running_day.day IS 'Day, Asia/Ho_Chi_Minh';


--
-- Name: COLUMN running_day.counted_at; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.running_day.counted_at IS 'As of when';


--
-- Name: known_day; Type: VIEW; Schema: indicator; Owner: -
--

CREATE VIEW indicator.known_day WITH (security_invoker='true') AS
 SELECT day.day,
    day.kept_at AS counted_at,
    true AS kept
   FROM indicator.day
UNION ALL
 SELECT r.day,
    r.counted_at,
    false AS kept
   FROM indicator.running_day r
  WHERE (NOT (EXISTS ( SELECT
           FROM indicator.day d
          WHERE (d.day = r.day))));


--
-- Name: VIEW known_day; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON VIEW indicator.known_day IS 'Days of which there are figures: kept ones and the one that runs';


--
-- Name: running_figure; Type: TABLE; Schema: indicator; Owner: -
--

CREATE TABLE indicator.running_figure (
    commune_code character(5) NOT NULL,
    measure text NOT NULL,
    item text NOT NULL,
    value numeric(20,2) NOT NULL,
    CONSTRAINT running_figure_value_check CHECK ((value > (0)::numeric))
);


--
-- Name: TABLE running_figure; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON TABLE indicator.running_figure IS 'Figures of the day that runs, as last counted; derived, replaced by each count';


--
-- Name: COLUMN running_figure.commune_code; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.running_figure.commune_code IS 'Commune';


--
-- Name: COLUMN running_figure.measure; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.running_figure.measure IS 'What was counted';


--
-- Name: COLUMN running_figure.item; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.running_figure.item IS 'As in indicator.figure';


--
-- Name: COLUMN running_figure.value; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.running_figure.value IS 'Figure, in the unit of the measure';


--
-- Name: known_figure; Type: VIEW; Schema: indicator; Owner: -
--

CREATE VIEW indicator.known_figure WITH (security_invoker='true') AS
 SELECT figure.day,
    figure.commune_code,
    figure.measure,
    figure.item,
    figure.value
   FROM indicator.figure
UNION ALL
 SELECT r.day,
    f.commune_code,
    f.measure,
    f.item,
    f.value
   FROM (indicator.running_day r
     CROSS JOIN indicator.running_figure f)
  WHERE (NOT (EXISTS ( SELECT
           FROM indicator.day d
          WHERE (d.day = r.day))));


--
-- Name: VIEW known_figure; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON VIEW indicator.known_figure IS 'Figures of all days, exact; for staff within its communes';


--
-- Name: measure; Type: TABLE; Schema: indicator; Owner: -
--

CREATE TABLE indicator.measure (
    measure text NOT NULL,
    is_stock boolean NOT NULL,
    unit text NOT NULL,
    personal boolean NOT NULL,
    CONSTRAINT measure_measure_check CHECK ((measure ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT measure_unit_check CHECK ((unit = ANY (ARRAY['count'::text, 'm2'::text])))
);


--
-- Name: TABLE measure; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON TABLE indicator.measure IS 'What is counted; said in words in server/domain/indicator/measures.ts';


--
-- Name: COLUMN measure.measure; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.measure.measure IS 'Code';


--
-- Name: COLUMN measure.is_stock; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.measure.is_stock IS 'True: how it stands at the end of the day; false: what came in the day';


--
-- Name: COLUMN measure.unit; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.measure.unit IS 'count, or m2';


--
-- Name: COLUMN measure.personal; Type: COMMENT; Schema: indicator; Owner: -
--

COMMENT ON COLUMN indicator.measure.personal IS 'Whether a small number could say something of a person: the public is told it in steps of five';


--
-- Name: answer; Type: TABLE; Schema: lookup; Owner: -
--

CREATE TABLE lookup.answer (
    lookup_id uuid NOT NULL,
    row_no integer NOT NULL,
    outcome text NOT NULL,
    reason text,
    parcel_ids uuid[] NOT NULL,
    more boolean NOT NULL,
    CONSTRAINT answer_matched CHECK ((((outcome = 'matched'::text) = (reason IS NULL)) AND ((outcome <> 'matched'::text) OR ((cardinality(parcel_ids) = 1) AND (NOT more))))),
    CONSTRAINT answer_outcome_check CHECK ((outcome = ANY (ARRAY['matched'::text, 'ambiguous'::text, 'not_matched'::text, 'not_understood'::text]))),
    CONSTRAINT answer_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT answer_row_no_check CHECK ((row_no > 0)),
    CONSTRAINT answer_unmatched CHECK (((outcome = ANY (ARRAY['matched'::text, 'ambiguous'::text])) OR ((parcel_ids = '{}'::uuid[]) AND (NOT more))))
);


--
-- Name: TABLE answer; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON TABLE lookup.answer IS 'What the register says of a row: which parcels fit it, never facts about them';


--
-- Name: COLUMN answer.lookup_id; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.answer.lookup_id IS 'Look-up';


--
-- Name: COLUMN answer.row_no; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.answer.row_no IS 'Row';


--
-- Name: COLUMN answer.outcome; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.answer.outcome IS 'matched, ambiguous, not_matched or not_understood';


--
-- Name: COLUMN answer.reason; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.answer.reason IS 'Why it is not matched (server/domain/lookup/lookup-outcome.ts)';


--
-- Name: COLUMN answer.parcel_ids; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.answer.parcel_ids IS 'The parcel, or the first of those it may be';


--
-- Name: COLUMN answer.more; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.answer.more IS 'Whether there are more than are kept';


--
-- Name: given_answer; Type: TABLE; Schema: lookup; Owner: -
--

CREATE TABLE lookup.given_answer (
    answer_id uuid NOT NULL,
    account text NOT NULL,
    asker text NOT NULL,
    request_key uuid NOT NULL,
    asked bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    parcel_id uuid,
    matter_no text,
    statement text,
    CONSTRAINT given_answer_account_check CHECK ((account <> ''::text)),
    CONSTRAINT given_answer_asked_check CHECK ((octet_length(asked) = 32)),
    CONSTRAINT given_answer_asker_check CHECK ((asker <> ''::text)),
    CONSTRAINT given_answer_whole CHECK ((((parcel_id IS NULL) = (statement IS NULL)) AND ((parcel_id IS NULL) = (matter_no IS NULL))))
);


--
-- Name: TABLE given_answer; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON TABLE lookup.given_answer IS 'Answers to banks and notaries as they were signed; of a question that nothing fits, only that it was asked';


--
-- Name: COLUMN given_answer.answer_id; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.given_answer.answer_id IS 'Id';


--
-- Name: COLUMN given_answer.account; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.given_answer.account IS 'Who asked: besides holders, nobody else sees it';


--
-- Name: COLUMN given_answer.asker; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.given_answer.asker IS 'Name of the organisation when it asked';


--
-- Name: COLUMN given_answer.request_key; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.given_answer.request_key IS 'Idempotency key';


--
-- Name: COLUMN given_answer.asked; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.given_answer.asked IS 'Digest of what was asked under that key';


--
-- Name: COLUMN given_answer.asked_at; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.given_answer.asked_at IS 'When';


--
-- Name: COLUMN given_answer.parcel_id; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.given_answer.parcel_id IS 'Parcel; null: no certificate of this serial was ever registered for it';


--
-- Name: COLUMN given_answer.matter_no; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.given_answer.matter_no IS 'Number of the matter at the organisation; identity numbers masked';


--
-- Name: COLUMN given_answer.statement; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.given_answer.statement IS 'The signed answer (JWS, compact)';


--
-- Name: lookup; Type: TABLE; Schema: lookup; Owner: -
--

CREATE TABLE lookup.lookup (
    lookup_id uuid NOT NULL,
    owner text NOT NULL,
    request_key uuid NOT NULL,
    asked bytea NOT NULL,
    audience text NOT NULL,
    communes text NOT NULL,
    head bytea NOT NULL,
    purpose text,
    rows integer NOT NULL,
    done integer DEFAULT 0 NOT NULL,
    matched integer DEFAULT 0 NOT NULL,
    ambiguous integer DEFAULT 0 NOT NULL,
    not_matched integer DEFAULT 0 NOT NULL,
    not_understood integer DEFAULT 0 NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    as_of timestamp with time zone,
    asked_at timestamp with time zone DEFAULT date_trunc('milliseconds'::text, clock_timestamp()) NOT NULL,
    ended_at timestamp with time zone,
    keep_until date NOT NULL,
    CONSTRAINT lookup_ambiguous_check CHECK ((ambiguous >= 0)),
    CONSTRAINT lookup_asked_check CHECK ((octet_length(asked) = 32)),
    CONSTRAINT lookup_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT lookup_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'staff'::text]))),
    CONSTRAINT lookup_check CHECK (((done >= 0) AND (done <= rows))),
    CONSTRAINT lookup_counts CHECK (((((matched + ambiguous) + not_matched) + not_understood) = done)),
    CONSTRAINT lookup_ended CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (ended_at IS NOT NULL))),
    CONSTRAINT lookup_matched_check CHECK ((matched >= 0)),
    CONSTRAINT lookup_not_matched_check CHECK ((not_matched >= 0)),
    CONSTRAINT lookup_not_understood_check CHECK ((not_understood >= 0)),
    CONSTRAINT lookup_owner_check CHECK ((owner <> ALL (ARRAY[''::text, 'lookup-worker'::text]))),
    CONSTRAINT lookup_purpose_check CHECK ((purpose <> ''::text)),
    CONSTRAINT lookup_rows_check CHECK ((rows > 0)),
    CONSTRAINT lookup_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text]))),
    CONSTRAINT lookup_whole CHECK (((state <> 'done'::text) OR (done = rows)))
);


--
-- Name: TABLE lookup; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON TABLE lookup.lookup IS 'A table of parcels that somebody wants to know about, and how far the answer is';


--
-- Name: COLUMN lookup.lookup_id; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.lookup_id IS 'Id';


--
-- Name: COLUMN lookup.owner; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.owner IS 'Who asked: nobody else sees it';


--
-- Name: COLUMN lookup.request_key; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.request_key IS 'Idempotency key';


--
-- Name: COLUMN lookup.asked; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.asked IS 'Digest of what was asked under that key';


--
-- Name: COLUMN lookup.audience; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.audience IS 'public: what the publication policy opens; staff: certificates and identity numbers too, within the communes';


--
-- Name: COLUMN lookup.communes; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.communes IS 'Communes of staff when it was asked, joined by commas, or *; empty for the public';


--
-- Name: COLUMN lookup.head; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.head IS 'Name of the table and heads of its columns, sealed (AES-256-GCM)';


--
-- Name: COLUMN lookup.purpose; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.purpose IS 'What staff asks for; identity numbers are looked up for a purpose only';


--
-- Name: COLUMN lookup.rows; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.rows IS 'Rows of the table';


--
-- Name: COLUMN lookup.done; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.done IS 'Rows answered so far, from the first on';


--
-- Name: COLUMN lookup.matched; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.matched IS 'Of these, rows that exactly one parcel fits';


--
-- Name: COLUMN lookup.ambiguous; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.ambiguous IS 'Of these, rows that may mean several parcels, or are not sure';


--
-- Name: COLUMN lookup.not_matched; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.not_matched IS 'Of these, rows that nothing registered fits';


--
-- Name: COLUMN lookup.not_understood; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.not_understood IS 'Of these, rows that could not be read as a question';


--
-- Name: COLUMN lookup.state; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.state IS 'queued, running, done or failed';


--
-- Name: COLUMN lookup.attempts; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.attempts IS 'How often a worker began since rows were last answered';


--
-- Name: COLUMN lookup.as_of; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.as_of IS 'Moment of the register for which every row is answered; null until a worker began';


--
-- Name: COLUMN lookup.asked_at; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.asked_at IS 'When it was asked';


--
-- Name: COLUMN lookup.ended_at; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.ended_at IS 'When it was done or failed';


--
-- Name: COLUMN lookup.keep_until; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.lookup.keep_until IS 'Last day on which it is kept';


--
-- Name: row; Type: TABLE; Schema: lookup; Owner: -
--

CREATE TABLE lookup."row" (
    lookup_id uuid NOT NULL,
    row_no integer NOT NULL,
    given bytea NOT NULL,
    CONSTRAINT row_row_no_check CHECK ((row_no > 0))
);


--
-- Name: TABLE "row"; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON TABLE lookup."row" IS 'Rows of look-ups as they were sent';


--
-- Name: COLUMN "row".lookup_id; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup."row".lookup_id IS 'Look-up';


--
-- Name: COLUMN "row".row_no; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup."row".row_no IS 'Place in the table, from 1, its head not counted';


--
-- Name: COLUMN "row".given; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup."row".given IS 'Cells, sealed (AES-256-GCM): they can hold anything';


--
-- Name: use; Type: TABLE; Schema: lookup; Owner: -
--

CREATE TABLE lookup.use (
    account text NOT NULL,
    day date NOT NULL,
    rows integer NOT NULL,
    CONSTRAINT use_account_check CHECK ((account <> ''::text)),
    CONSTRAINT use_rows_check CHECK ((rows >= 0))
);


--
-- Name: TABLE use; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON TABLE lookup.use IS 'Rows that a business account has asked for on a day';


--
-- Name: COLUMN use.account; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.use.account IS 'Account';


--
-- Name: COLUMN use.day; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.use.day IS 'Day, Asia/Ho_Chi_Minh';


--
-- Name: COLUMN use.rows; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON COLUMN lookup.use.rows IS 'Rows; what was asked counts, whether it is kept or not';


--
-- Name: detail; Type: TABLE; Schema: party; Owner: -
--

CREATE TABLE party.detail (
    detail_id uuid NOT NULL,
    party_id uuid NOT NULL,
    name text NOT NULL,
    search_key text NOT NULL,
    address text,
    identity_ordinal integer,
    document jsonb NOT NULL,
    raised_by uuid NOT NULL,
    ended_by uuid,
    registered_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT detail_address_check CHECK ((address <> ''::text)),
    CONSTRAINT detail_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
    CONSTRAINT detail_life CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT detail_name_check CHECK ((name <> ''::text)),
    CONSTRAINT detail_order CHECK ((ended_at >= registered_at))
);


--
-- Name: TABLE detail; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON TABLE party.detail IS 'Details of a party as dealings corrected them; personal data. Where none holds, those it was recorded with do';


--
-- Name: COLUMN detail.detail_id; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.detail_id IS 'Id';


--
-- Name: COLUMN detail.party_id; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.party_id IS 'Party';


--
-- Name: COLUMN detail.name; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.name IS 'Name from then on';


--
-- Name: COLUMN detail.search_key; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.search_key IS 'The name without case and diacritics';


--
-- Name: COLUMN detail.address; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.address IS 'Address from then on; null where none is known';


--
-- Name: COLUMN detail.identity_ordinal; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.identity_ordinal IS 'The identity paper that holds from then on; null for those it was recorded with';


--
-- Name: COLUMN detail.document; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.document IS 'Paper it rests on: no, date, place';


--
-- Name: COLUMN detail.raised_by; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.raised_by IS 'Dealing that made it; checked once per statement';


--
-- Name: COLUMN detail.ended_by; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.ended_by IS 'Dealing that ended it; checked once per statement';


--
-- Name: COLUMN detail.registered_at; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.registered_at IS 'Legal moment from which it holds';


--
-- Name: COLUMN detail.ended_at; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.ended_at IS 'Legal moment from which it no longer holds';


--
-- Name: COLUMN detail.recorded_at; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.detail.recorded_at IS 'System time';


--
-- Name: identity_paper; Type: TABLE; Schema: party; Owner: -
--

CREATE TABLE party.identity_paper (
    party_id uuid NOT NULL,
    ordinal integer NOT NULL,
    cipher bytea NOT NULL,
    lookup_hash bytea NOT NULL,
    raised_by uuid,
    CONSTRAINT identity_paper_lookup_hash_check CHECK ((octet_length(lookup_hash) = 32)),
    CONSTRAINT identity_paper_ordinal_check CHECK ((ordinal > 0))
);


--
-- Name: TABLE identity_paper; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON TABLE party.identity_paper IS 'Identity numbers, encrypted, with a keyed hash for look-up';


--
-- Name: COLUMN identity_paper.party_id; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.identity_paper.party_id IS 'Party; checked once per statement';


--
-- Name: COLUMN identity_paper.ordinal; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.identity_paper.ordinal IS 'Order';


--
-- Name: COLUMN identity_paper.cipher; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.identity_paper.cipher IS 'AES-256-GCM: nonce, ciphertext, tag';


--
-- Name: COLUMN identity_paper.lookup_hash; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.identity_paper.lookup_hash IS 'HMAC-SHA-256 of the digits';


--
-- Name: COLUMN identity_paper.raised_by; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.identity_paper.raised_by IS 'Dealing that corrected the number; null where it was recorded with the party';


--
-- Name: party; Type: TABLE; Schema: party; Owner: -
--

CREATE TABLE party.party (
    party_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    search_key text NOT NULL,
    raised_by uuid NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    address text,
    CONSTRAINT party_address_check CHECK ((address <> ''::text)),
    CONSTRAINT party_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'couple'::text, 'household'::text, 'organisation'::text, 'community'::text, 'group'::text, 'unknown'::text]))),
    CONSTRAINT party_name_check CHECK ((name <> ''::text))
);


--
-- Name: TABLE party; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON TABLE party.party IS 'Holders of rights (LADM LA_Party); personal data';


--
-- Name: COLUMN party.party_id; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.party.party_id IS 'Id';


--
-- Name: COLUMN party.kind; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.party.kind IS 'person, couple, household, organisation, community, group (co-users); unknown when the record does not say';


--
-- Name: COLUMN party.name; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.party.name IS 'Name as registered';


--
-- Name: COLUMN party.search_key; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.party.search_key IS 'Name without case and diacritics, for look-up by staff';


--
-- Name: COLUMN party.raised_by; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.party.raised_by IS 'Dealing that recorded it; checked once per statement';


--
-- Name: COLUMN party.recorded_at; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.party.recorded_at IS 'System time';


--
-- Name: COLUMN party.address; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.party.address IS 'Address as registered with it; null where the record gave none';


--
-- Name: present; Type: VIEW; Schema: party; Owner: -
--

CREATE VIEW party.present WITH (security_invoker='true') AS
 SELECT p.party_id,
    p.kind,
    COALESCE(d.name, p.name) AS name,
    COALESCE(d.search_key, p.search_key) AS search_key,
        CASE
            WHEN (d.detail_id IS NULL) THEN p.address
            ELSE d.address
        END AS address,
    d.identity_ordinal
   FROM (party.party p
     LEFT JOIN party.detail d ON (((d.party_id = p.party_id) AND (d.ended_at IS NULL))));


--
-- Name: VIEW present; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON VIEW party.present IS 'Parties as they are called now; personal data, under the policies of who asks';


--
-- Name: COLUMN present.party_id; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.present.party_id IS 'Party';


--
-- Name: COLUMN present.kind; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.present.kind IS 'As recorded';


--
-- Name: COLUMN present.name; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.present.name IS 'Name that holds now';


--
-- Name: COLUMN present.search_key; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.present.search_key IS 'The name without case and diacritics';


--
-- Name: COLUMN present.address; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.present.address IS 'Address that holds now; null where none is known';


--
-- Name: COLUMN present.identity_ordinal; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.present.identity_ordinal IS 'The identity paper that holds now; null for those it was recorded with';


--
-- Name: visibility; Type: TABLE; Schema: party; Owner: -
--

CREATE TABLE party.visibility (
    party_id uuid NOT NULL,
    commune_code character(5) NOT NULL
);


--
-- Name: TABLE visibility; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON TABLE party.visibility IS 'Communes whose officers may see a party: those where it holds a right or has an open dealing. Written before the party, which its policy then admits';


--
-- Name: COLUMN visibility.party_id; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.visibility.party_id IS 'Party';


--
-- Name: COLUMN visibility.commune_code; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON COLUMN party.visibility.commune_code IS 'Commune';


--
-- Name: address_revision; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.address_revision WITH (security_barrier='true') AS
 SELECT address_publication.commune_code,
    count(*) AS addresses,
    max(address_publication.revision) AS revision
   FROM cadastre.address_publication
  GROUP BY address_publication.commune_code;


--
-- Name: VIEW address_revision; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.address_revision IS 'What changes when public addresses of a commune do';


--
-- Name: calendar_day; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.calendar_day (
    day date NOT NULL,
    working boolean NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    source text NOT NULL
);


--
-- Name: TABLE calendar_day; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.calendar_day IS 'Days that are not what their day of the week says: holidays, days off in place of one, weekends that are worked. What a year''s decision adds is entered when it is published';


--
-- Name: COLUMN calendar_day.day; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.calendar_day.day IS 'Day';


--
-- Name: COLUMN calendar_day.working; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.calendar_day.working IS 'True: a weekend that is worked; false: a day off';


--
-- Name: COLUMN calendar_day.name_vi; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.calendar_day.name_vi IS 'What it is, Vietnamese';


--
-- Name: COLUMN calendar_day.name_en; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.calendar_day.name_en IS 'What it is, English';


--
-- Name: COLUMN calendar_day.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.calendar_day.source IS 'Where the rule stands';


--
-- Name: calendar_day; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.calendar_day WITH (security_barrier='true') AS
 SELECT calendar_day.day,
    calendar_day.working,
    calendar_day.name_vi,
    calendar_day.name_en
   FROM reference.calendar_day;


--
-- Name: VIEW calendar_day; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.calendar_day IS 'Days that are not what their day of the week says';


--
-- Name: administrative_unit_extent; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.administrative_unit_extent (
    code character(5) NOT NULL,
    valid_from date NOT NULL,
    min_lon double precision NOT NULL,
    min_lat double precision NOT NULL,
    max_lon double precision NOT NULL,
    max_lat double precision NOT NULL,
    boundary public.geometry(MultiPolygon,4326),
    source text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT administrative_unit_extent_box CHECK (((min_lon < max_lon) AND (min_lat < max_lat)))
);


--
-- Name: TABLE administrative_unit_extent; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.administrative_unit_extent IS 'Where a unit lies, WGS 84. Generalised: fit to recognise a commune and a projection, never for cadastral work';


--
-- Name: COLUMN administrative_unit_extent.code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_extent.code IS 'Unit';


--
-- Name: COLUMN administrative_unit_extent.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_extent.valid_from IS 'First day of the unit';


--
-- Name: COLUMN administrative_unit_extent.min_lon; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_extent.min_lon IS 'West edge, degrees';


--
-- Name: COLUMN administrative_unit_extent.min_lat; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_extent.min_lat IS 'South edge, degrees';


--
-- Name: COLUMN administrative_unit_extent.max_lon; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_extent.max_lon IS 'East edge, degrees';


--
-- Name: COLUMN administrative_unit_extent.max_lat; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_extent.max_lat IS 'North edge, degrees';


--
-- Name: COLUMN administrative_unit_extent.boundary; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_extent.boundary IS 'Imported boundary (--kind commune-boundary); null until one is';


--
-- Name: COLUMN administrative_unit_extent.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_extent.source IS 'Where the row comes from';


--
-- Name: COLUMN administrative_unit_extent.recorded_at; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_extent.recorded_at IS 'When it was recorded here';


--
-- Name: administrative_unit_successor; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.administrative_unit_successor (
    old_code character(5) NOT NULL,
    old_valid_from date NOT NULL,
    new_code character(5) NOT NULL,
    new_valid_from date NOT NULL,
    source text NOT NULL
);


--
-- Name: TABLE administrative_unit_successor; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.administrative_unit_successor IS 'Which unit took over which, at a reform';


--
-- Name: COLUMN administrative_unit_successor.old_code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_successor.old_code IS 'Code of the unit that ended';


--
-- Name: COLUMN administrative_unit_successor.old_valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_successor.old_valid_from IS 'First day of the unit that ended';


--
-- Name: COLUMN administrative_unit_successor.new_code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_successor.new_code IS 'Code of the unit that took over';


--
-- Name: COLUMN administrative_unit_successor.new_valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_successor.new_valid_from IS 'First day of the unit that took over';


--
-- Name: COLUMN administrative_unit_successor.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.administrative_unit_successor.source IS 'Where the row comes from';


--
-- Name: commune; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.commune WITH (security_barrier='true') AS
 SELECT u.code,
    u.valid_from,
    u.valid_to,
    u.name,
    u.kind,
    ARRAY( SELECT DISTINCT (s.old_code)::text AS old_code
           FROM reference.administrative_unit_successor s
          WHERE ((s.new_code = u.code) AND (s.new_valid_from = u.valid_from))
          ORDER BY ((s.old_code)::text)) AS old_codes,
    ARRAY( SELECT DISTINCT (s.new_code)::text AS new_code
           FROM reference.administrative_unit_successor s
          WHERE ((s.old_code = u.code) AND (s.old_valid_from = u.valid_from))
          ORDER BY ((s.new_code)::text)) AS successor_codes,
    e.min_lon,
    e.min_lat,
    e.max_lon,
    e.max_lat,
    u.fictional,
    (EXISTS ( SELECT
           FROM cadastre.sheet s
          WHERE ((s.commune_code = u.code) AND (s.commune_valid_from = u.valid_from)))) AS has_sheets
   FROM (reference.administrative_unit u
     LEFT JOIN reference.administrative_unit_extent e USING (code, valid_from));


--
-- Name: VIEW commune; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.commune IS 'Commune-level units with their predecessors, successors and extents';


--
-- Name: commune_boundary; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.commune_boundary WITH (security_barrier='true') AS
 SELECT u.code,
    u.valid_from,
    u.valid_to,
    u.name,
    u.kind,
    e.boundary
   FROM (reference.administrative_unit u
     JOIN reference.administrative_unit_extent e USING (code, valid_from))
  WHERE (e.boundary IS NOT NULL);


--
-- Name: VIEW commune_boundary; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.commune_boundary IS 'Communes whose boundary was imported, WGS 84; generalised, never for cadastral work';


--
-- Name: commune_successor; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.commune_successor WITH (security_barrier='true') AS
 SELECT administrative_unit_successor.old_code,
    administrative_unit_successor.old_valid_from,
    administrative_unit_successor.new_code,
    administrative_unit_successor.new_valid_from
   FROM reference.administrative_unit_successor;


--
-- Name: VIEW commune_successor; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.commune_successor IS 'Which unit took over which at a reform, each with its first day';


--
-- Name: data_state; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.data_state WITH (security_barrier='true') AS
 SELECT min(parcel_version.registered_at) AS first_registered_at,
    max(parcel_version.registered_at) AS last_registered_at,
    count(*) FILTER (WHERE (parcel_version.status = 'current'::text)) AS parcels
   FROM cadastre.parcel_version;


--
-- Name: VIEW data_state; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.data_state IS 'How fresh the data is';


--
-- Name: indicator_day; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.indicator_day WITH (security_barrier='true') AS
 SELECT day.day,
    day.kept_at AS counted_at,
    true AS kept
   FROM indicator.day
UNION ALL
 SELECT r.day,
    r.counted_at,
    false AS kept
   FROM indicator.running_day r
  WHERE (NOT (EXISTS ( SELECT
           FROM indicator.day d
          WHERE (d.day = r.day))));


--
-- Name: VIEW indicator_day; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.indicator_day IS 'Days of which there are figures: kept ones and the one that runs';


--
-- Name: indicator_figure; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.indicator_figure WITH (security_barrier='true') AS
 SELECT f.day,
    f.commune_code,
    f.measure,
    f.item,
        CASE
            WHEN m.personal THEN indicator.in_fives(f.value)
            ELSE f.value
        END AS value
   FROM (( SELECT figure.day,
            figure.commune_code,
            figure.measure,
            figure.item,
            figure.value
           FROM indicator.figure
        UNION ALL
         SELECT r.day,
            f_1.commune_code,
            f_1.measure,
            f_1.item,
            f_1.value
           FROM (indicator.running_day r
             CROSS JOIN indicator.running_figure f_1)
          WHERE (NOT (EXISTS ( SELECT
                   FROM indicator.day d
                  WHERE (d.day = r.day))))) f
     JOIN indicator.measure m USING (measure));


--
-- Name: VIEW indicator_figure; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.indicator_figure IS 'Figures by commune as the public is told them: personal ones in steps of five, null for one to four';


--
-- Name: indicator_total; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.indicator_total WITH (security_barrier='true') AS
 SELECT f.day,
    f.measure,
    f.item,
        CASE
            WHEN m.personal THEN indicator.in_fives(sum(f.value))
            ELSE sum(f.value)
        END AS value
   FROM (( SELECT figure.day,
            figure.measure,
            figure.item,
            figure.value
           FROM indicator.figure
        UNION ALL
         SELECT r.day,
            f_1.measure,
            f_1.item,
            f_1.value
           FROM (indicator.running_day r
             CROSS JOIN indicator.running_figure f_1)
          WHERE (NOT (EXISTS ( SELECT
                   FROM indicator.day d
                  WHERE (d.day = r.day))))) f
     JOIN indicator.measure m USING (measure))
  GROUP BY f.day, f.measure, f.item, m.personal;


--
-- Name: VIEW indicator_total; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.indicator_total IS 'Figures of all communes together as the public is told them: personal ones in steps of five of the exact sum';


--
-- Name: land_use; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.land_use (
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    group_code text,
    is_group boolean DEFAULT false NOT NULL,
    legacy boolean DEFAULT false NOT NULL,
    legacy_of text,
    fill text NOT NULL,
    stroke text DEFAULT '#5A645F'::text NOT NULL,
    name_verified boolean NOT NULL,
    source text NOT NULL,
    CONSTRAINT land_use_check CHECK ((valid_to > valid_from)),
    CONSTRAINT land_use_fill_check CHECK ((fill ~ '^#[0-9A-F]{6}$'::text)),
    CONSTRAINT land_use_stroke_check CHECK ((stroke ~ '^#[0-9A-F]{6}$'::text))
);


--
-- Name: TABLE land_use; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.land_use IS 'Land-use type codes (mục đích sử dụng đất)';


--
-- Name: COLUMN land_use.code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.code IS 'Code as printed';


--
-- Name: COLUMN land_use.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.valid_from IS 'First day in force';


--
-- Name: COLUMN land_use.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN land_use.name_vi; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.name_vi IS 'Vietnamese name';


--
-- Name: COLUMN land_use.name_en; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.name_en IS 'English gloss';


--
-- Name: COLUMN land_use.group_code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.group_code IS 'Code of the group it belongs to';


--
-- Name: COLUMN land_use.is_group; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.is_group IS 'True for a heading that no parcel carries';


--
-- Name: COLUMN land_use.legacy; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.legacy IS 'True for a code that old records carry and new ones may not';


--
-- Name: COLUMN land_use.legacy_of; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.legacy_of IS 'Present code it corresponds to, where that is certain enough to propose';


--
-- Name: COLUMN land_use.fill; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.fill IS 'Conventional map colour; unverified, for display only';


--
-- Name: COLUMN land_use.stroke; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.stroke IS 'Outline colour for display';


--
-- Name: COLUMN land_use.name_verified; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.name_verified IS 'Whether the Vietnamese name was seen in a running official system';


--
-- Name: COLUMN land_use.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.land_use.source IS 'Where the row comes from';


--
-- Name: land_use; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.land_use WITH (security_barrier='true') AS
 SELECT land_use.code,
    land_use.name_vi,
    land_use.name_en,
    land_use.group_code,
    land_use.fill,
    land_use.stroke,
    land_use.is_group,
    land_use.legacy,
    land_use.valid_from,
    land_use.valid_to
   FROM reference.land_use;


--
-- Name: VIEW land_use; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.land_use IS 'Land-use codes with map colours';


--
-- Name: edition; Type: TABLE; Schema: thematic; Owner: -
--

CREATE TABLE thematic.edition (
    edition_id uuid DEFAULT gen_random_uuid() NOT NULL,
    layer_code text NOT NULL,
    edition_no integer NOT NULL,
    batch_id uuid NOT NULL,
    source text NOT NULL,
    licence text NOT NULL,
    data_on date NOT NULL,
    features integer NOT NULL,
    status text DEFAULT 'proposed'::text NOT NULL,
    initial_load boolean DEFAULT false NOT NULL,
    proposed_by text NOT NULL,
    proposed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    decided_by text,
    decided_at timestamp with time zone,
    reason text,
    ended_at timestamp with time zone,
    restores uuid,
    source_url text,
    withdrawn_by text,
    withdrawn_at timestamp with time zone,
    withdrawal text,
    CONSTRAINT edition_decided CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND
CASE status
    WHEN 'proposed'::text THEN (decided_by IS NULL)
    WHEN 'withdrawn'::text THEN true
    ELSE (decided_by IS NOT NULL)
END)),
    CONSTRAINT edition_edition_no_check CHECK ((edition_no > 0)),
    CONSTRAINT edition_ended CHECK (((ended_at IS NOT NULL) = ((status = 'superseded'::text) OR ((status = 'withdrawn'::text) AND (decided_at IS NOT NULL))))),
    CONSTRAINT edition_features_check CHECK ((features > 0)),
    CONSTRAINT edition_four_eyes CHECK (((decided_by IS NULL) OR initial_load OR (decided_by <> proposed_by))),
    CONSTRAINT edition_licence_check CHECK (((length(licence) >= 1) AND (length(licence) <= 200))),
    CONSTRAINT edition_proposed_by_check CHECK ((proposed_by <> ''::text)),
    CONSTRAINT edition_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
    CONSTRAINT edition_refused CHECK (((status <> 'refused'::text) OR (reason IS NOT NULL))),
    CONSTRAINT edition_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300))),
    CONSTRAINT edition_source_url_check CHECK (((length(source_url) >= 1) AND (length(source_url) <= 2000))),
    CONSTRAINT edition_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'in_force'::text, 'superseded'::text, 'refused'::text, 'withdrawn'::text]))),
    CONSTRAINT edition_withdrawal_check CHECK (((length(withdrawal) >= 1) AND (length(withdrawal) <= 500))),
    CONSTRAINT edition_withdrawn CHECK ((((status = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawal IS NULL)))),
    CONSTRAINT edition_withdrawn_by_check CHECK ((withdrawn_by <> ''::text))
);


--
-- Name: TABLE edition; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON TABLE thematic.edition IS 'A state of a layer as one file brought it; never changed, only put in force and followed by another';


--
-- Name: COLUMN edition.edition_id; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.edition_id IS 'Id';


--
-- Name: COLUMN edition.layer_code; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.layer_code IS 'Layer';


--
-- Name: COLUMN edition.edition_no; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.edition_no IS 'Number within the layer, from 1';


--
-- Name: COLUMN edition.batch_id; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.batch_id IS 'Batch that brought it, with the file and what was found in it';


--
-- Name: COLUMN edition.source; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.source IS 'Whose data it is';


--
-- Name: COLUMN edition.licence; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.licence IS 'Terms under which it may be used';


--
-- Name: COLUMN edition.data_on; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.data_on IS 'Day the data is of';


--
-- Name: COLUMN edition.features; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.features IS 'Number of its shapes';


--
-- Name: COLUMN edition.status; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.status IS 'proposed, in_force, superseded; or refused, withdrawn';


--
-- Name: COLUMN edition.initial_load; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.initial_load IS 'First edition of its layer, brought by the command line: put in force without a second person';


--
-- Name: COLUMN edition.proposed_by; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.proposed_by IS 'Who brought it';


--
-- Name: COLUMN edition.proposed_at; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.proposed_at IS 'When';


--
-- Name: COLUMN edition.decided_by; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.decided_by IS 'Who put it in force or refused it';


--
-- Name: COLUMN edition.decided_at; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.decided_at IS 'When: in force from then on';


--
-- Name: COLUMN edition.reason; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.reason IS 'Why it was refused';


--
-- Name: COLUMN edition.ended_at; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.ended_at IS 'When another took its place';


--
-- Name: COLUMN edition.restores; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.restores IS 'Earlier edition of the same layer whose shapes it has again; null for one that a file brought';


--
-- Name: COLUMN edition.source_url; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.source_url IS 'Address of the service from which it was fetched; null for a file';


--
-- Name: COLUMN edition.withdrawn_by; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.withdrawn_by IS 'Who took it back: whoever brought it while it waited, or a decider';


--
-- Name: COLUMN edition.withdrawn_at; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.withdrawn_at IS 'When';


--
-- Name: COLUMN edition.withdrawal; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.edition.withdrawal IS 'Why it was taken back';


--
-- Name: layer; Type: TABLE; Schema: thematic; Owner: -
--

CREATE TABLE thematic.layer (
    layer_code text NOT NULL,
    theme text NOT NULL,
    title text NOT NULL,
    title_en text,
    channels text[] DEFAULT '{}'::text[] NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT layer_channels_check CHECK ((channels <@ '{lookup,tiles,ogc}'::text[])),
    CONSTRAINT layer_created_by_check CHECK ((created_by <> ''::text)),
    CONSTRAINT layer_layer_code_check CHECK ((layer_code ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
    CONSTRAINT layer_theme_check CHECK ((theme = ANY (ARRAY['planning'::text, 'flood'::text, 'transport'::text, 'heritage'::text, 'agriculture'::text, 'services'::text, 'land-price'::text, 'other'::text]))),
    CONSTRAINT layer_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
    CONSTRAINT layer_title_en_check CHECK (((length(title_en) >= 1) AND (length(title_en) <= 200))),
    CONSTRAINT layer_version_check CHECK ((version > 0))
);


--
-- Name: TABLE layer; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON TABLE thematic.layer IS 'A thematic layer: what it is of and who may see it';


--
-- Name: COLUMN layer.layer_code; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.layer.layer_code IS 'Short name, as it stands in addresses';


--
-- Name: COLUMN layer.theme; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.layer.theme IS 'What it is of; decides how it is drawn (server/domain/layer/layer-theme.ts)';


--
-- Name: COLUMN layer.title; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.layer.title IS 'Title in Vietnamese';


--
-- Name: COLUMN layer.title_en; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.layer.title_en IS 'Title in English; null: the Vietnamese one is shown';


--
-- Name: COLUMN layer.channels; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.layer.channels IS 'Channels of publication through which the public sees it, where the policy opens the channel itself; none: staff only';


--
-- Name: COLUMN layer.version; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.layer.version IS 'Rises with every change';


--
-- Name: COLUMN layer.created_by; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.layer.created_by IS 'Who brought its first edition';


--
-- Name: COLUMN layer.created_at; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.layer.created_at IS 'When';


--
-- Name: layer; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.layer WITH (security_barrier='true') AS
 SELECT l.layer_code,
    l.theme,
    l.title,
    l.title_en,
    ARRAY( SELECT c.c
           FROM unnest(l.channels) c(c)
          WHERE (EXISTS ( SELECT
                   FROM portal.publication_policy p
                  WHERE ((p.channel = c.c) AND (p.field = '*'::text) AND p.allowed)))) AS channels,
    e.edition_id,
    e.edition_no,
    e.source,
    e.licence,
    e.data_on,
    e.features,
    e.status,
    e.decided_at AS in_force_from,
    e.ended_at
   FROM (thematic.layer l
     JOIN thematic.edition e USING (layer_code))
  WHERE ((e.status = ANY (ARRAY['in_force'::text, 'superseded'::text])) AND (l.channels <> '{}'::text[]));


--
-- Name: VIEW layer; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.layer IS 'Editions, present and past, of the layers the public may see, with the channels that are open';


--
-- Name: feature; Type: TABLE; Schema: thematic; Owner: -
--

CREATE TABLE thematic.feature (
    edition_id uuid NOT NULL,
    feature_no integer NOT NULL,
    category text,
    name text,
    value numeric,
    unit text,
    public_category text,
    public_name text,
    geom public.geometry NOT NULL,
    geom_3857 public.geometry NOT NULL,
    CONSTRAINT feature_feature_no_check CHECK ((feature_no > 0)),
    CONSTRAINT feature_geom CHECK (((public.st_srid(geom) = 9214) AND public.st_isvalid(geom) AND (NOT public.st_isempty(geom)))),
    CONSTRAINT feature_geom_3857 CHECK ((public.st_srid(geom_3857) = 3857))
);


--
-- Name: TABLE feature; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON TABLE thematic.feature IS 'Shapes of an edition: areas, lines or points';


--
-- Name: COLUMN feature.edition_id; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.edition_id IS 'Edition';


--
-- Name: COLUMN feature.feature_no; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.feature_no IS 'Number of the record in the file it came from';


--
-- Name: COLUMN feature.category; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.category IS 'Class as the file has it, for staff';


--
-- Name: COLUMN feature.name; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.name IS 'Name as the file has it, for staff';


--
-- Name: COLUMN feature.value; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.value IS 'Number that belongs to the shape, such as a price';


--
-- Name: COLUMN feature.unit; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.unit IS 'Unit of that number (server/domain/layer/value-unit.ts)';


--
-- Name: COLUMN feature.public_category; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.public_category IS 'Class where it tells of nobody';


--
-- Name: COLUMN feature.public_name; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.public_name IS 'Name where it tells of nobody';


--
-- Name: COLUMN feature.geom; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.geom IS 'Valid, in the registry''s system';


--
-- Name: COLUMN feature.geom_3857; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic.feature.geom_3857 IS 'The same in Web Mercator, for tiles';


--
-- Name: layer_feature; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.layer_feature WITH (security_barrier='true') AS
 SELECT l.layer_code,
    f.feature_no,
    f.public_category AS category,
    f.public_name AS name,
    f.value,
    f.unit,
    f.geom,
    l.in_force_from,
    l.ended_at
   FROM (portal.layer l
     JOIN thematic.feature f USING (edition_id))
  WHERE ('ogc'::text = ANY (l.channels));


--
-- Name: VIEW layer_feature; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.layer_feature IS 'Shapes of the editions, present and past, of the layers that channel ogc shows, with text that tells of nobody';


--
-- Name: registry_state; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.registry_state (
    name text NOT NULL,
    value text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: TABLE registry_state; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.registry_state IS 'Facts about this registry itself: its SRID, the demonstration data loaded';


--
-- Name: COLUMN registry_state.name; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.registry_state.name IS 'Name';


--
-- Name: COLUMN registry_state.value; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.registry_state.value IS 'Value';


--
-- Name: COLUMN registry_state.recorded_at; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.registry_state.recorded_at IS 'When it was recorded';


--
-- Name: open_data_terms; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.open_data_terms WITH (security_barrier='true') AS
 SELECT ( SELECT registry_state.value
           FROM reference.registry_state
          WHERE (registry_state.name = 'open_data_licence'::text)) AS licence;


--
-- Name: VIEW open_data_terms; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.open_data_terms IS 'Licence under which files of whole communes are given, as the authority recorded it (registry_state open_data_licence); null while it has recorded none';


--
-- Name: parcel; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.parcel WITH (security_barrier='true') AS
 SELECT v.parcel_id,
    v.parcel_code,
    s.commune_code,
    c.name AS commune_name,
    s.number AS sheet_no,
    s.scale,
    s.unit_code,
    u.name AS unit_name,
    u.valid_from AS unit_valid_from,
    u.valid_to AS unit_valid_to,
    v.parcel_no,
        CASE
            WHEN (v.land_use = ANY (( SELECT cadastre.known_land_uses() AS known_land_uses)::text[])) THEN v.land_use
            WHEN (string_to_array(v.land_use, '+'::text) <@ ( SELECT cadastre.known_land_uses() AS known_land_uses)) THEN v.land_use
            ELSE ''::text
        END AS land_use,
    v.area_m2,
    v.legal_area_m2,
    a.published AS address,
        CASE
            WHEN (v.status = 'current'::text) THEN 'current'::text
            ELSE 'historic'::text
        END AS state,
    v.registered_at,
    v.ended_at,
    s.srid,
    v.geom_legal,
    v.geom,
    public.st_transform(v.geom, 4326) AS geom_4326,
    public.st_transform(v.label_3857, 4326) AS label_4326,
    v.version_no
   FROM ((((cadastre.parcel_version v
     JOIN cadastre.sheet s USING (sheet_id))
     JOIN reference.administrative_unit c ON (((c.code = s.commune_code) AND (c.valid_from = s.commune_valid_from))))
     JOIN reference.administrative_unit u ON (((u.code = s.unit_code) AND (u.valid_from = s.unit_valid_from))))
     LEFT JOIN cadastre.address_publication a ON (((a.commune_code = s.commune_code) AND (a.digest = sha256(convert_to(v.address, 'UTF8'::name))))))
  WHERE (v.status = ANY (ARRAY['current'::text, 'historic'::text]));


--
-- Name: VIEW parcel; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.parcel IS 'Registered parcels, present and past, without any person: land use by the lists, of an address its public parts';


--
-- Name: COLUMN parcel.version_no; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON COLUMN portal.parcel.version_no IS 'Which of the versions of the parcel, from 1';


--
-- Name: parcel_source; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.parcel_source WITH (security_barrier='true') AS
 SELECT p.parcel_id,
    u.name AS unit_name,
    p.source_sheet_no AS sheet_no,
    p.source_scale AS scale,
    p.source_parcel_no AS parcel_no
   FROM (cadastre.parcel p
     LEFT JOIN reference.administrative_unit u ON (((u.code = p.source_unit_code) AND (u.valid_from = p.source_unit_valid_from))))
  WHERE (p.source_parcel_no IS NOT NULL);


--
-- Name: VIEW parcel_source; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.parcel_source IS 'How a parcel was called in the records it was registered from: unit, sheet and number as they were then';


--
-- Name: parcel_successor; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.parcel_successor WITH (security_barrier='true') AS
 SELECT lineage.parent_id,
    lineage.child_id
   FROM cadastre.lineage;


--
-- Name: VIEW parcel_successor; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.parcel_successor IS 'Which parcels came out of a retired one';


--
-- Name: area_tolerance; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.area_tolerance (
    regulation text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    scale integer NOT NULL,
    above_m2 numeric NOT NULL,
    up_to_m2 numeric,
    base_m2 numeric NOT NULL,
    rate_m2_per_10m2 numeric NOT NULL,
    source text NOT NULL,
    CONSTRAINT area_tolerance_above_m2_check CHECK ((above_m2 >= (0)::numeric)),
    CONSTRAINT area_tolerance_check CHECK ((valid_to > valid_from)),
    CONSTRAINT area_tolerance_check1 CHECK ((up_to_m2 > above_m2)),
    CONSTRAINT area_tolerance_rate_m2_per_10m2_check CHECK ((rate_m2_per_10m2 >= (0)::numeric)),
    CONSTRAINT area_tolerance_scale_check CHECK ((scale > 0))
);


--
-- Name: TABLE area_tolerance; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.area_tolerance IS 'Allowed difference of a parcel area, m²: within a band, base_m2 + rate × (area − above_m2) / 10';


--
-- Name: COLUMN area_tolerance.regulation; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.area_tolerance.regulation IS 'Legal text';


--
-- Name: COLUMN area_tolerance.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.area_tolerance.valid_from IS 'First day in force';


--
-- Name: COLUMN area_tolerance.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.area_tolerance.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN area_tolerance.scale; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.area_tolerance.scale IS 'Denominator of the map scale';


--
-- Name: COLUMN area_tolerance.above_m2; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.area_tolerance.above_m2 IS 'Lower edge of the band, exclusive';


--
-- Name: COLUMN area_tolerance.up_to_m2; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.area_tolerance.up_to_m2 IS 'Upper edge of the band, inclusive; null for the last';


--
-- Name: COLUMN area_tolerance.base_m2; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.area_tolerance.base_m2 IS 'Allowed difference at the lower edge, m²';


--
-- Name: COLUMN area_tolerance.rate_m2_per_10m2; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.area_tolerance.rate_m2_per_10m2 IS 'Added per further 10 m²';


--
-- Name: COLUMN area_tolerance.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.area_tolerance.source IS 'Where the row comes from';


--
-- Name: length_tolerance; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.length_tolerance (
    regulation text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    scale integer NOT NULL,
    above_m numeric NOT NULL,
    up_to_m numeric,
    base_cm numeric NOT NULL,
    rate_cm_per_m numeric NOT NULL,
    source text NOT NULL,
    CONSTRAINT length_tolerance_above_m_check CHECK ((above_m >= (0)::numeric)),
    CONSTRAINT length_tolerance_check CHECK ((valid_to > valid_from)),
    CONSTRAINT length_tolerance_check1 CHECK ((up_to_m > above_m)),
    CONSTRAINT length_tolerance_scale_check CHECK ((scale > 0))
);


--
-- Name: TABLE length_tolerance; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.length_tolerance IS 'Allowed difference of an edge length, cm: within a band, base_cm + rate × (length − above_m)';


--
-- Name: COLUMN length_tolerance.regulation; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.length_tolerance.regulation IS 'Legal text';


--
-- Name: COLUMN length_tolerance.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.length_tolerance.valid_from IS 'First day in force';


--
-- Name: COLUMN length_tolerance.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.length_tolerance.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN length_tolerance.scale; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.length_tolerance.scale IS 'Denominator of the map scale';


--
-- Name: COLUMN length_tolerance.above_m; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.length_tolerance.above_m IS 'Lower edge of the band, exclusive';


--
-- Name: COLUMN length_tolerance.up_to_m; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.length_tolerance.up_to_m IS 'Upper edge of the band, inclusive; null for the last';


--
-- Name: COLUMN length_tolerance.base_cm; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.length_tolerance.base_cm IS 'Allowed difference at the lower edge, cm';


--
-- Name: COLUMN length_tolerance.rate_cm_per_m; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.length_tolerance.rate_cm_per_m IS 'Added per further metre';


--
-- Name: COLUMN length_tolerance.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.length_tolerance.source IS 'Where the row comes from';


--
-- Name: use_origin; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.use_origin (
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    source text NOT NULL,
    CONSTRAINT use_origin_check CHECK ((valid_to > valid_from))
);


--
-- Name: TABLE use_origin; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.use_origin IS 'Origin of use (nguồn gốc sử dụng đất)';


--
-- Name: COLUMN use_origin.code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.use_origin.code IS 'Code';


--
-- Name: COLUMN use_origin.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.use_origin.valid_from IS 'First day in force';


--
-- Name: COLUMN use_origin.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.use_origin.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN use_origin.name_vi; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.use_origin.name_vi IS 'Vietnamese name';


--
-- Name: COLUMN use_origin.name_en; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.use_origin.name_en IS 'English gloss';


--
-- Name: COLUMN use_origin.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.use_origin.source IS 'Where the row comes from';


--
-- Name: reference_list; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.reference_list WITH (security_barrier='true') AS
 SELECT 'land-use'::text AS list,
    land_use.code,
    land_use.name_vi AS label_vi,
    land_use.name_en AS label_en,
    land_use.valid_from,
    land_use.valid_to,
    jsonb_build_object('group', land_use.group_code, 'isGroup', land_use.is_group, 'legacy', land_use.legacy, 'fill', land_use.fill, 'stroke', land_use.stroke) AS attributes
   FROM reference.land_use
UNION ALL
 SELECT 'use-origin'::text AS list,
    use_origin.code,
    use_origin.name_vi AS label_vi,
    use_origin.name_en AS label_en,
    use_origin.valid_from,
    use_origin.valid_to,
    '{}'::jsonb AS attributes
   FROM reference.use_origin
UNION ALL
 SELECT 'area-tolerance'::text AS list,
    ((area_tolerance.scale || ':'::text) || area_tolerance.above_m2) AS code,
    area_tolerance.regulation AS label_vi,
    area_tolerance.regulation AS label_en,
    area_tolerance.valid_from,
    area_tolerance.valid_to,
    jsonb_build_object('scale', area_tolerance.scale, 'aboveM2', area_tolerance.above_m2, 'upToM2', area_tolerance.up_to_m2, 'baseM2', area_tolerance.base_m2, 'rateM2Per10M2', area_tolerance.rate_m2_per_10m2) AS attributes
   FROM reference.area_tolerance
UNION ALL
 SELECT 'length-tolerance'::text AS list,
    ((length_tolerance.scale || ':'::text) || length_tolerance.above_m) AS code,
    length_tolerance.regulation AS label_vi,
    length_tolerance.regulation AS label_en,
    length_tolerance.valid_from,
    length_tolerance.valid_to,
    jsonb_build_object('scale', length_tolerance.scale, 'aboveM', length_tolerance.above_m, 'upToM', length_tolerance.up_to_m, 'baseCm', length_tolerance.base_cm, 'rateCmPerM', length_tolerance.rate_cm_per_m) AS attributes
   FROM reference.length_tolerance;


--
-- Name: VIEW reference_list; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.reference_list IS 'Dated code lists';


--
-- Name: request_fee; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.request_fee (
    kind text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    amount_vnd numeric(12,0) NOT NULL,
    legal_basis text NOT NULL,
    CONSTRAINT request_fee_amount_vnd_check CHECK ((amount_vnd >= (0)::numeric)),
    CONSTRAINT request_fee_check CHECK ((valid_to > valid_from)),
    CONSTRAINT request_fee_kind_check CHECK ((kind <> ''::text)),
    CONSTRAINT request_fee_legal_basis_check CHECK ((legal_basis <> ''::text))
);


--
-- Name: TABLE request_fee; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.request_fee IS 'What a paper costs, by kind, dated. Provincial: where no row holds, the officer takes the amount from the price list of the province';


--
-- Name: COLUMN request_fee.kind; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_fee.kind IS 'Kind of paper';


--
-- Name: COLUMN request_fee.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_fee.valid_from IS 'First day';


--
-- Name: COLUMN request_fee.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_fee.valid_to IS 'First day on which it no longer holds; null while it does';


--
-- Name: COLUMN request_fee.amount_vnd; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_fee.amount_vnd IS 'Đồng, for one paper';


--
-- Name: COLUMN request_fee.legal_basis; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_fee.legal_basis IS 'Resolution or decision that sets it';


--
-- Name: request_fee; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.request_fee WITH (security_barrier='true') AS
 SELECT request_fee.kind,
    request_fee.valid_from,
    request_fee.valid_to,
    request_fee.amount_vnd,
    request_fee.legal_basis
   FROM reference.request_fee;


--
-- Name: VIEW request_fee; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.request_fee IS 'What a paper costs';


--
-- Name: request_rule; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.request_rule (
    kind text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    procedure_code text NOT NULL,
    cut_off time without time zone NOT NULL,
    working_days integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT request_rule_check CHECK ((valid_to > valid_from)),
    CONSTRAINT request_rule_kind_check CHECK ((kind <> ''::text)),
    CONSTRAINT request_rule_working_days_check CHECK ((working_days >= 0))
);


--
-- Name: TABLE request_rule; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.request_rule IS 'By when a request is answered, by kind of paper, dated';


--
-- Name: COLUMN request_rule.kind; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_rule.kind IS 'Kind of paper';


--
-- Name: COLUMN request_rule.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_rule.valid_from IS 'First day';


--
-- Name: COLUMN request_rule.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_rule.valid_to IS 'First day on which it no longer holds; null while it does';


--
-- Name: COLUMN request_rule.procedure_code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_rule.procedure_code IS 'Code of the procedure (thủ tục hành chính)';


--
-- Name: COLUMN request_rule.cut_off; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_rule.cut_off IS 'What comes later in the day counts from the next working day';


--
-- Name: COLUMN request_rule.working_days; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_rule.working_days IS 'Working days after the day it counts from; 0 = that day';


--
-- Name: COLUMN request_rule.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_rule.source IS 'Where the rule stands';


--
-- Name: request_rule; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.request_rule WITH (security_barrier='true') AS
 SELECT request_rule.kind,
    request_rule.valid_from,
    request_rule.valid_to,
    request_rule.procedure_code,
    request_rule.cut_off,
    request_rule.working_days
   FROM reference.request_rule;


--
-- Name: VIEW request_rule; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.request_rule IS 'By when a request is answered';


--
-- Name: sheet; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.sheet WITH (security_barrier='true') AS
 SELECT s.sheet_id,
    s.number AS sheet_no,
    s.scale,
    s.series,
    s.srid,
    s.unit_code,
    s.unit_valid_from,
    u.name AS unit_name,
    u.valid_to AS unit_valid_to,
    s.commune_code,
    s.commune_valid_from,
    c.name AS commune_name
   FROM ((cadastre.sheet s
     JOIN reference.administrative_unit c ON (((c.code = s.commune_code) AND (c.valid_from = s.commune_valid_from))))
     JOIN reference.administrative_unit u ON (((u.code = s.unit_code) AND (u.valid_from = s.unit_valid_from))));


--
-- Name: VIEW sheet; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.sheet IS 'Cadastral map sheets, the unit each was numbered in and the commune it belongs to';


--
-- Name: sheet_outline; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.sheet_outline WITH (security_barrier='true') AS
 SELECT s.sheet_id,
    s.commune_code,
    s.commune_name,
    s.sheet_no,
    s.scale,
    s.unit_code,
    s.unit_name,
    s.unit_valid_from,
    s.srid,
    o.parcels,
    o.area_m2,
    o.geom_3857
   FROM (portal.sheet s
     JOIN cadastre.sheet_outline o USING (sheet_id));


--
-- Name: VIEW sheet_outline; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.sheet_outline IS 'Map sheets that have current parcels, with where these lie: outlines for display only';


--
-- Name: sheet_parcel; Type: VIEW; Schema: portal; Owner: -
--

CREATE VIEW portal.sheet_parcel WITH (security_barrier='true') AS
 SELECT v.sheet_id,
    v.parcel_id,
    v.parcel_code,
    v.parcel_no,
        CASE
            WHEN (v.land_use = ANY (( SELECT cadastre.known_land_uses() AS known_land_uses)::text[])) THEN v.land_use
            WHEN (string_to_array(v.land_use, '+'::text) <@ ( SELECT cadastre.known_land_uses() AS known_land_uses)) THEN v.land_use
            ELSE ''::text
        END AS land_use,
    split_part(
        CASE
            WHEN (v.land_use = ANY (( SELECT cadastre.known_land_uses() AS known_land_uses)::text[])) THEN v.land_use
            WHEN (string_to_array(v.land_use, '+'::text) <@ ( SELECT cadastre.known_land_uses() AS known_land_uses)) THEN v.land_use
            ELSE ''::text
        END, '+'::text, 1) AS first_land_use,
    v.area_m2,
    v.legal_area_m2,
    a.published AS address,
    v.registered_at,
    v.ended_at,
    v.geom_legal,
    v.geom,
    v.feature_point,
    v.label_3857
   FROM ((cadastre.parcel_version v
     LEFT JOIN cadastre.sheet s ON ((s.sheet_id = v.sheet_id)))
     LEFT JOIN cadastre.address_publication a ON (((a.commune_code = s.commune_code) AND (a.digest = sha256(convert_to(v.address, 'UTF8'::name))))))
  WHERE (v.status = ANY (ARRAY['current'::text, 'historic'::text]));


--
-- Name: VIEW sheet_parcel; Type: COMMENT; Schema: portal; Owner: -
--

COMMENT ON VIEW portal.sheet_parcel IS 'Registered parcels, present and past, by sheet: for sums and for files of a whole commune; land use and address as in portal.parcel';


--
-- Name: answer_entitlement; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.answer_entitlement (
    account text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name text NOT NULL,
    answers_a_day integer,
    source text NOT NULL,
    CONSTRAINT answer_entitlement_account_check CHECK ((account <> ''::text)),
    CONSTRAINT answer_entitlement_answers_a_day_check CHECK ((answers_a_day >= 0)),
    CONSTRAINT answer_entitlement_check CHECK ((valid_to > valid_from)),
    CONSTRAINT answer_entitlement_name_check CHECK ((name <> ''::text)),
    CONSTRAINT answer_entitlement_source_check CHECK ((source <> ''::text))
);


--
-- Name: TABLE answer_entitlement; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.answer_entitlement IS 'Accounts and service clients of banks, notaries and others who may ask whether a certificate still holds';


--
-- Name: COLUMN answer_entitlement.account; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.answer_entitlement.account IS 'Subject of the identity provider; of a service client, the subject of its tokens';


--
-- Name: COLUMN answer_entitlement.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.answer_entitlement.valid_from IS 'First day in force';


--
-- Name: COLUMN answer_entitlement.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.answer_entitlement.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN answer_entitlement.name; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.answer_entitlement.name IS 'Name of the organisation: stands in each answer, and in what the holder sees';


--
-- Name: COLUMN answer_entitlement.answers_a_day; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.answer_entitlement.answers_a_day IS 'Questions a day; null: as the setting answers_a_day says';


--
-- Name: COLUMN answer_entitlement.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.answer_entitlement.source IS 'Agreement or law by which it may ask';


--
-- Name: corner_tolerance; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.corner_tolerance (
    regulation text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    scale integer NOT NULL,
    tolerance_cm numeric NOT NULL,
    source text NOT NULL,
    CONSTRAINT corner_tolerance_check CHECK ((valid_to > valid_from)),
    CONSTRAINT corner_tolerance_scale_check CHECK ((scale > 0)),
    CONSTRAINT corner_tolerance_tolerance_cm_check CHECK ((tolerance_cm > (0)::numeric))
);


--
-- Name: TABLE corner_tolerance; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.corner_tolerance IS 'Allowed error of a corner of a parcel against the nearest control point, cm, by the scale of the sheet';


--
-- Name: COLUMN corner_tolerance.regulation; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.corner_tolerance.regulation IS 'Legal text';


--
-- Name: COLUMN corner_tolerance.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.corner_tolerance.valid_from IS 'First day in force';


--
-- Name: COLUMN corner_tolerance.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.corner_tolerance.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN corner_tolerance.scale; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.corner_tolerance.scale IS 'Denominator of the map scale';


--
-- Name: COLUMN corner_tolerance.tolerance_cm; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.corner_tolerance.tolerance_cm IS 'Allowed error, cm';


--
-- Name: COLUMN corner_tolerance.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.corner_tolerance.source IS 'Where the row comes from';


--
-- Name: dealing_kind; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.dealing_kind (
    kind text NOT NULL,
    subject text NOT NULL,
    CONSTRAINT dealing_kind_subject_check CHECK ((subject = ANY (ARRAY['batch'::text, 'parcel'::text])))
);


--
-- Name: TABLE dealing_kind; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.dealing_kind IS 'Kinds of dealing; what each does is code, that it exists is data';


--
-- Name: COLUMN dealing_kind.kind; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.dealing_kind.kind IS 'Name, as in the API';


--
-- Name: COLUMN dealing_kind.subject; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.dealing_kind.subject IS 'What it is about: a batch of imported records, or registered parcels';


--
-- Name: function_source; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.function_source (
    name text NOT NULL,
    file_sha256 bytea NOT NULL,
    definition_sha256 bytea NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT function_source_definition_sha256_check CHECK ((octet_length(definition_sha256) = 32)),
    CONSTRAINT function_source_file_sha256_check CHECK ((octet_length(file_sha256) = 32))
);


--
-- Name: TABLE function_source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.function_source IS 'Which file each function of the database was loaded from (migrations/functions); written by db:migrate alone';


--
-- Name: COLUMN function_source.name; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.function_source.name IS 'Schema and name';


--
-- Name: COLUMN function_source.file_sha256; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.function_source.file_sha256 IS 'SHA-256 of the file';


--
-- Name: COLUMN function_source.definition_sha256; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.function_source.definition_sha256 IS 'SHA-256 of what PostgreSQL then gave as its definition: another one was changed by hand and is put back';


--
-- Name: COLUMN function_source.loaded_at; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.function_source.loaded_at IS 'When';


--
-- Name: lookup_allowance; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.lookup_allowance (
    account text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    rows_a_day integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT lookup_allowance_account_check CHECK ((account <> ''::text)),
    CONSTRAINT lookup_allowance_check CHECK ((valid_to > valid_from)),
    CONSTRAINT lookup_allowance_rows_a_day_check CHECK ((rows_a_day >= 0))
);


--
-- Name: TABLE lookup_allowance; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.lookup_allowance IS 'Rows a day of single business accounts and service clients, in place of the setting lookup_rows_a_day';


--
-- Name: COLUMN lookup_allowance.account; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.lookup_allowance.account IS 'Subject of the identity provider, or id of a service client';


--
-- Name: COLUMN lookup_allowance.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.lookup_allowance.valid_from IS 'First day in force';


--
-- Name: COLUMN lookup_allowance.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.lookup_allowance.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN lookup_allowance.rows_a_day; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.lookup_allowance.rows_a_day IS 'Rows a day';


--
-- Name: COLUMN lookup_allowance.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.lookup_allowance.source IS 'Who agreed to it, and where that stands';


--
-- Name: office; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.office (
    office_id text NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    communes text[] DEFAULT '{}'::text[] NOT NULL,
    source text NOT NULL,
    fictional boolean DEFAULT false NOT NULL,
    CONSTRAINT office_check CHECK ((valid_to > valid_from))
);


--
-- Name: TABLE office; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.office IS 'Land registration offices and other offices that sign';


--
-- Name: COLUMN office.office_id; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.office.office_id IS 'Short stable name';


--
-- Name: COLUMN office.name; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.office.name IS 'Full name';


--
-- Name: COLUMN office.address; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.office.address IS 'Address';


--
-- Name: COLUMN office.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.office.valid_from IS 'First day';


--
-- Name: COLUMN office.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.office.valid_to IS 'First day no longer';


--
-- Name: COLUMN office.communes; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.office.communes IS 'Codes of the communes served';


--
-- Name: COLUMN office.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.office.source IS 'Where it comes from';


--
-- Name: COLUMN office.fictional; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.office.fictional IS 'True in demonstration data';


--
-- Name: parcel_minimum; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.parcel_minimum (
    minimum_id integer NOT NULL,
    land_use_code text,
    unit_kind text,
    commune_code character(5),
    roadside boolean,
    least_area_m2 numeric,
    least_width_m numeric,
    valid_from date NOT NULL,
    valid_to date,
    source text NOT NULL,
    CONSTRAINT parcel_minimum_check CHECK ((valid_to > valid_from)),
    CONSTRAINT parcel_minimum_commune_code_check CHECK ((commune_code ~ '^[0-9]{5}$'::text)),
    CONSTRAINT parcel_minimum_least_area_m2_check CHECK ((least_area_m2 > (0)::numeric)),
    CONSTRAINT parcel_minimum_least_width_m_check CHECK ((least_width_m > (0)::numeric)),
    CONSTRAINT parcel_minimum_says_something CHECK (((least_area_m2 IS NOT NULL) OR (least_width_m IS NOT NULL))),
    CONSTRAINT parcel_minimum_source_check CHECK ((btrim(source) <> ''::text))
);


--
-- Name: TABLE parcel_minimum; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.parcel_minimum IS 'Least area and width of a parcel that a cut makes, by land code and place (Land Law 2024 Art. 220: decided by the province)';


--
-- Name: COLUMN parcel_minimum.minimum_id; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.minimum_id IS 'Row';


--
-- Name: COLUMN parcel_minimum.land_use_code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.land_use_code IS 'Code of land use; null for every code';


--
-- Name: COLUMN parcel_minimum.unit_kind; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.unit_kind IS 'Kind of the commune, as in reference.administrative_unit (xã, phường); null for every kind';


--
-- Name: COLUMN parcel_minimum.commune_code; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.commune_code IS 'One commune; null for every one';


--
-- Name: COLUMN parcel_minimum.roadside; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.roadside IS 'Only for parcels that meet a road, or only for those that do not; null for both';


--
-- Name: COLUMN parcel_minimum.least_area_m2; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.least_area_m2 IS 'Least area, m²; null where it says none';


--
-- Name: COLUMN parcel_minimum.least_width_m; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.least_width_m IS 'Least width, m; null where it says none';


--
-- Name: COLUMN parcel_minimum.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.valid_from IS 'First day in force';


--
-- Name: COLUMN parcel_minimum.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN parcel_minimum.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.parcel_minimum.source IS 'The decision, as people are told it';


--
-- Name: parcel_minimum_minimum_id_seq; Type: SEQUENCE; Schema: reference; Owner: -
--

ALTER TABLE reference.parcel_minimum ALTER COLUMN minimum_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME reference.parcel_minimum_minimum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: request_quota; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.request_quota (
    requester text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    most_open integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT request_quota_days CHECK ((valid_to > valid_from)),
    CONSTRAINT request_quota_most CHECK ((most_open >= 0)),
    CONSTRAINT request_quota_requester CHECK ((requester = ANY (ARRAY['person'::text, 'organisation'::text])))
);


--
-- Name: TABLE request_quota; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.request_quota IS 'How many requests one requester may have open, by kind of requester, dated. Without a row there is no limit';


--
-- Name: COLUMN request_quota.requester; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_quota.requester IS 'person or organisation';


--
-- Name: COLUMN request_quota.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_quota.valid_from IS 'First day';


--
-- Name: COLUMN request_quota.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_quota.valid_to IS 'First day on which it no longer holds; null while it does';


--
-- Name: COLUMN request_quota.most_open; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_quota.most_open IS 'Requests that wait for an answer at one time, of one identity number';


--
-- Name: COLUMN request_quota.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.request_quota.source IS 'Where the rule stands';


--
-- Name: setting; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.setting (
    name text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    value numeric NOT NULL,
    unit text NOT NULL,
    source text NOT NULL,
    CONSTRAINT setting_check CHECK ((valid_to > valid_from))
);


--
-- Name: TABLE setting; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.setting IS 'Dated numbers the registry works with (overlap tolerance and the like)';


--
-- Name: COLUMN setting.name; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.setting.name IS 'Name';


--
-- Name: COLUMN setting.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.setting.valid_from IS 'First day in force';


--
-- Name: COLUMN setting.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.setting.valid_to IS 'First day no longer in force';


--
-- Name: COLUMN setting.value; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.setting.value IS 'Value';


--
-- Name: COLUMN setting.unit; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.setting.unit IS 'Unit of the value';


--
-- Name: COLUMN setting.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.setting.source IS 'Where it comes from';


--
-- Name: signatory; Type: TABLE; Schema: reference; Owner: -
--

CREATE TABLE reference.signatory (
    signatory_id text NOT NULL,
    office_id text NOT NULL,
    full_name text NOT NULL,
    "position" text NOT NULL,
    authority_formula text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    source text NOT NULL,
    fictional boolean DEFAULT false NOT NULL,
    CONSTRAINT signatory_check CHECK ((valid_to > valid_from))
);


--
-- Name: TABLE signatory; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON TABLE reference.signatory IS 'Who may sign for an office, in which capacity (NĐ 49/2026 Art. 14: authority is data)';


--
-- Name: COLUMN signatory.signatory_id; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.signatory.signatory_id IS 'Short stable name';


--
-- Name: COLUMN signatory.office_id; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.signatory.office_id IS 'Office';


--
-- Name: COLUMN signatory.full_name; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.signatory.full_name IS 'Name of the official';


--
-- Name: COLUMN signatory."position"; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.signatory."position" IS 'Position';


--
-- Name: COLUMN signatory.authority_formula; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.signatory.authority_formula IS 'Formula of delegation, empty when signing in own right';


--
-- Name: COLUMN signatory.valid_from; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.signatory.valid_from IS 'First day';


--
-- Name: COLUMN signatory.valid_to; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.signatory.valid_to IS 'First day no longer';


--
-- Name: COLUMN signatory.source; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.signatory.source IS 'Where it comes from';


--
-- Name: COLUMN signatory.fictional; Type: COMMENT; Schema: reference; Owner: -
--

COMMENT ON COLUMN reference.signatory.fictional IS 'True in demonstration data';


--
-- Name: caveat; Type: TABLE; Schema: rights; Owner: -
--

CREATE TABLE rights.caveat (
    caveat_id uuid NOT NULL,
    parcel_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    stops_transfer boolean NOT NULL,
    stops_mortgage boolean NOT NULL,
    stops_split boolean NOT NULL,
    document jsonb NOT NULL,
    until date,
    raised_by uuid NOT NULL,
    ended_by uuid,
    registered_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT caveat_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
    CONSTRAINT caveat_effect CHECK ((stops_transfer OR stops_mortgage OR stops_split)),
    CONSTRAINT caveat_life CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT caveat_order CHECK ((ended_at >= registered_at))
);


--
-- Name: TABLE caveat; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON TABLE rights.caveat IS 'Caveats (ngăn chặn) on parcels, each effect by itself';


--
-- Name: COLUMN caveat.caveat_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.caveat_id IS 'Id';


--
-- Name: COLUMN caveat.parcel_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.parcel_id IS 'Parcel';


--
-- Name: COLUMN caveat.commune_code; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.commune_code IS 'Commune of the parcel';


--
-- Name: COLUMN caveat.stops_transfer; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.stops_transfer IS 'No transfer while it holds';


--
-- Name: COLUMN caveat.stops_mortgage; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.stops_mortgage IS 'No mortgage while it holds';


--
-- Name: COLUMN caveat.stops_split; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.stops_split IS 'No change of shape while it holds';


--
-- Name: COLUMN caveat.document; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.document IS 'Paper it rests on: no, date, place';


--
-- Name: COLUMN caveat.until; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.until IS 'Last day it holds; null until it is released';


--
-- Name: COLUMN caveat.raised_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.raised_by IS 'Dealing that placed it; checked once per statement';


--
-- Name: COLUMN caveat.ended_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.ended_by IS 'Dealing that released it; checked once per statement';


--
-- Name: COLUMN caveat.registered_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.registered_at IS 'Legal moment from which it holds';


--
-- Name: COLUMN caveat.ended_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.ended_at IS 'Legal moment from which it no longer holds';


--
-- Name: COLUMN caveat.recorded_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.caveat.recorded_at IS 'System time';


--
-- Name: lease; Type: TABLE; Schema: rights; Owner: -
--

CREATE TABLE rights.lease (
    lease_id uuid NOT NULL,
    lessee_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    until date NOT NULL,
    document jsonb NOT NULL,
    raised_by uuid NOT NULL,
    ended_by uuid,
    registered_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT lease_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
    CONSTRAINT lease_life CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT lease_order CHECK ((ended_at >= registered_at))
);


--
-- Name: TABLE lease; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON TABLE rights.lease IS 'Leases of rights (LADM LA_Right that rests on another)';


--
-- Name: COLUMN lease.lease_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.lease_id IS 'Id';


--
-- Name: COLUMN lease.lessee_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.lessee_id IS 'Party that leases; checked once per statement';


--
-- Name: COLUMN lease.commune_code; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.commune_code IS 'Commune of the parcels';


--
-- Name: COLUMN lease.until; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.until IS 'Last day';


--
-- Name: COLUMN lease.document; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.document IS 'Contract: no, date, place';


--
-- Name: COLUMN lease.raised_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.raised_by IS 'Dealing that made it; checked once per statement';


--
-- Name: COLUMN lease.ended_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.ended_by IS 'Dealing that ended it; checked once per statement';


--
-- Name: COLUMN lease.registered_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.registered_at IS 'Legal moment from which it holds';


--
-- Name: COLUMN lease.ended_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.ended_at IS 'Legal moment from which it no longer holds';


--
-- Name: COLUMN lease.recorded_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.lease.recorded_at IS 'System time';


--
-- Name: leased_right; Type: TABLE; Schema: rights; Owner: -
--

CREATE TABLE rights.leased_right (
    lease_id uuid NOT NULL,
    right_id uuid NOT NULL,
    raised_by uuid NOT NULL
);


--
-- Name: TABLE leased_right; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON TABLE rights.leased_right IS 'Rights that are leased; a right that follows another one is added by the dealing that made it follow';


--
-- Name: COLUMN leased_right.lease_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.leased_right.lease_id IS 'Lease';


--
-- Name: COLUMN leased_right.right_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.leased_right.right_id IS 'Right';


--
-- Name: COLUMN leased_right.raised_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.leased_right.raised_by IS 'Dealing that put it there';


--
-- Name: mortgage; Type: TABLE; Schema: rights; Owner: -
--

CREATE TABLE rights.mortgage (
    mortgage_id uuid NOT NULL,
    mortgagee_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    document jsonb NOT NULL,
    raised_by uuid NOT NULL,
    ended_by uuid,
    registered_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    ranks_from timestamp with time zone,
    follows uuid,
    CONSTRAINT mortgage_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
    CONSTRAINT mortgage_life CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT mortgage_order CHECK ((ended_at >= registered_at))
);


--
-- Name: TABLE mortgage; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON TABLE rights.mortgage IS 'Mortgages of rights (LADM LA_Mortgage)';


--
-- Name: COLUMN mortgage.mortgage_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.mortgage_id IS 'Id';


--
-- Name: COLUMN mortgage.mortgagee_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.mortgagee_id IS 'Party in whose favour; checked once per statement';


--
-- Name: COLUMN mortgage.commune_code; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.commune_code IS 'Commune of the parcels';


--
-- Name: COLUMN mortgage.document; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.document IS 'Contract: no, date, place';


--
-- Name: COLUMN mortgage.raised_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.raised_by IS 'Dealing that made it; checked once per statement';


--
-- Name: COLUMN mortgage.ended_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.ended_by IS 'Dealing that ended it; checked once per statement';


--
-- Name: COLUMN mortgage.registered_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.registered_at IS 'Legal moment, which gives it its rank';


--
-- Name: COLUMN mortgage.ended_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.ended_at IS 'Legal moment from which it no longer holds';


--
-- Name: COLUMN mortgage.recorded_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.recorded_at IS 'System time';


--
-- Name: COLUMN mortgage.ranks_from; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.ranks_from IS 'Moment that gives it its rank where that is not the one of its registration: that of the mortgage which it changes';


--
-- Name: COLUMN mortgage.follows; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgage.follows IS 'Mortgage of which it is the changed form';


--
-- Name: mortgaged_right; Type: TABLE; Schema: rights; Owner: -
--

CREATE TABLE rights.mortgaged_right (
    mortgage_id uuid NOT NULL,
    right_id uuid NOT NULL,
    raised_by uuid NOT NULL
);


--
-- Name: TABLE mortgaged_right; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON TABLE rights.mortgaged_right IS 'Rights that a mortgage burdens; a right that follows another one is added by the dealing that made it follow';


--
-- Name: COLUMN mortgaged_right.mortgage_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgaged_right.mortgage_id IS 'Mortgage';


--
-- Name: COLUMN mortgaged_right.right_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgaged_right.right_id IS 'Right';


--
-- Name: COLUMN mortgaged_right.raised_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.mortgaged_right.raised_by IS 'Dealing that put it there';


--
-- Name: proof; Type: TABLE; Schema: rights; Owner: -
--

CREATE TABLE rights.proof (
    proof_id uuid NOT NULL,
    right_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    document jsonb NOT NULL,
    raised_by uuid NOT NULL,
    ended_by uuid,
    registered_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proof_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
    CONSTRAINT proof_life CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT proof_order CHECK ((ended_at >= registered_at))
);


--
-- Name: TABLE proof; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON TABLE rights.proof IS 'Papers that proved rights of legacy records; while one holds, the right is verified';


--
-- Name: COLUMN proof.proof_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.proof.proof_id IS 'Id';


--
-- Name: COLUMN proof.right_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.proof.right_id IS 'Right';


--
-- Name: COLUMN proof.commune_code; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.proof.commune_code IS 'Commune of the parcel';


--
-- Name: COLUMN proof.document; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.proof.document IS 'Paper that proves it: no, date, place';


--
-- Name: COLUMN proof.raised_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.proof.raised_by IS 'Dealing that rested on it; checked once per statement';


--
-- Name: COLUMN proof.ended_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.proof.ended_by IS 'Dealing that took it back; checked once per statement';


--
-- Name: COLUMN proof.registered_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.proof.registered_at IS 'Legal moment from which it is proven';


--
-- Name: COLUMN proof.ended_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.proof.ended_at IS 'Legal moment from which it no longer is';


--
-- Name: COLUMN proof.recorded_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.proof.recorded_at IS 'System time';


--
-- Name: restriction; Type: TABLE; Schema: rights; Owner: -
--

CREATE TABLE rights.restriction (
    restriction_id uuid NOT NULL,
    parcel_id uuid NOT NULL,
    commune_code character(5) NOT NULL,
    kind text NOT NULL,
    geom_legal public.geometry,
    document jsonb NOT NULL,
    raised_by uuid NOT NULL,
    ended_by uuid,
    registered_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT restriction_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
    CONSTRAINT restriction_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'drainage'::text, 'irrigation'::text, 'line'::text, 'corridor'::text, 'construction'::text, 'other'::text]))),
    CONSTRAINT restriction_life CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT restriction_order CHECK ((ended_at >= registered_at)),
    CONSTRAINT restriction_shape CHECK (((geom_legal IS NULL) OR (public.st_isvalid(geom_legal) AND (public.geometrytype(geom_legal) = ANY (ARRAY['POINT'::text, 'LINESTRING'::text, 'POLYGON'::text])))))
);


--
-- Name: TABLE restriction; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON TABLE rights.restriction IS 'Restrictions of what may be done on a parcel, or rights of neighbours over it (LADM LA_Restriction)';


--
-- Name: COLUMN restriction.restriction_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.restriction_id IS 'Id';


--
-- Name: COLUMN restriction.parcel_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.parcel_id IS 'Parcel that bears it';


--
-- Name: COLUMN restriction.commune_code; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.commune_code IS 'Commune of the parcel';


--
-- Name: COLUMN restriction.kind; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.kind IS 'access (lối đi qua), drainage (cấp, thoát nước), irrigation (tưới, tiêu), line (đường dây), corridor (hành lang an toàn), construction (hạn chế xây dựng), other';


--
-- Name: COLUMN restriction.geom_legal; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.geom_legal IS 'Where on the parcel, in the sheet''s own system; null where it lies on all of it';


--
-- Name: COLUMN restriction.document; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.document IS 'Paper it rests on: no, date, place';


--
-- Name: COLUMN restriction.raised_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.raised_by IS 'Dealing that placed it; checked once per statement';


--
-- Name: COLUMN restriction.ended_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.ended_by IS 'Dealing that lifted it; checked once per statement';


--
-- Name: COLUMN restriction.registered_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.registered_at IS 'Legal moment from which it holds';


--
-- Name: COLUMN restriction.ended_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.ended_at IS 'Legal moment from which it no longer holds';


--
-- Name: COLUMN restriction.recorded_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights.restriction.recorded_at IS 'System time';


--
-- Name: right; Type: TABLE; Schema: rights; Owner: -
--

CREATE TABLE rights."right" (
    right_id uuid NOT NULL,
    parcel_id uuid NOT NULL,
    party_id uuid NOT NULL,
    kind text NOT NULL,
    share_numerator integer DEFAULT 1 NOT NULL,
    share_denominator integer DEFAULT 1 NOT NULL,
    certificate_serial text,
    commune_code character(5) NOT NULL,
    verified boolean NOT NULL,
    raised_by uuid NOT NULL,
    ended_by uuid,
    registered_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    until date,
    CONSTRAINT right_certificate_serial_check CHECK ((certificate_serial <> ''::text)),
    CONSTRAINT right_check CHECK ((share_denominator >= share_numerator)),
    CONSTRAINT right_kind_check CHECK ((kind = ANY (ARRAY['use'::text, 'management'::text]))),
    CONSTRAINT right_life CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT right_order CHECK ((ended_at >= registered_at)),
    CONSTRAINT right_share_numerator_check CHECK ((share_numerator > 0))
);


--
-- Name: TABLE "right"; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON TABLE rights."right" IS 'Rights of parties in parcels (LADM LA_Right)';


--
-- Name: COLUMN "right".right_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".right_id IS 'Id; a right keeps it through its life';


--
-- Name: COLUMN "right".parcel_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".parcel_id IS 'Parcel; checked once per statement';


--
-- Name: COLUMN "right".party_id; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".party_id IS 'Holder; checked once per statement';


--
-- Name: COLUMN "right".kind; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".kind IS 'use (quyền sử dụng) or management (quyền quản lý)';


--
-- Name: COLUMN "right".share_numerator; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".share_numerator IS 'Share, exact fraction';


--
-- Name: COLUMN "right".share_denominator; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".share_denominator IS 'Share, exact fraction';


--
-- Name: COLUMN "right".certificate_serial; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".certificate_serial IS 'Serial (số phát hành) of the certificate that shows it, one space, capitals; as the legacy record names it until the document itself is in the archive';


--
-- Name: COLUMN "right".commune_code; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".commune_code IS 'Commune of the parcel';


--
-- Name: COLUMN "right".verified; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".verified IS 'False while it only repeats what a legacy record says';


--
-- Name: COLUMN "right".raised_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".raised_by IS 'Dealing that made it; checked once per statement';


--
-- Name: COLUMN "right".ended_by; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".ended_by IS 'Dealing that ended it; checked once per statement';


--
-- Name: COLUMN "right".registered_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".registered_at IS 'Legal moment from which it holds';


--
-- Name: COLUMN "right".ended_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".ended_at IS 'Legal moment from which it no longer holds';


--
-- Name: COLUMN "right".recorded_at; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".recorded_at IS 'System time';


--
-- Name: COLUMN "right".until; Type: COMMENT; Schema: rights; Owner: -
--

COMMENT ON COLUMN rights."right".until IS 'Last day of the right; null where none is registered';


--
-- Name: ended; Type: TABLE; Schema: session; Owner: -
--

CREATE TABLE session.ended (
    kind text NOT NULL,
    value text NOT NULL,
    ended_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    keep_until timestamp with time zone NOT NULL,
    CONSTRAINT ended_kind_check CHECK ((kind = ANY (ARRAY['sid'::text, 'subject'::text])))
);


--
-- Name: TABLE ended; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON TABLE session.ended IS 'Provider sessions that were ended, and subjects whose sessions until then were: tokens of them are refused';


--
-- Name: COLUMN ended.kind; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.ended.kind IS 'sid or subject';


--
-- Name: COLUMN ended.value; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.ended.value IS 'The sid or the subject';


--
-- Name: COLUMN ended.ended_at; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.ended.ended_at IS 'When';


--
-- Name: COLUMN ended.keep_until; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.ended.keep_until IS 'No token of that session lives longer';


--
-- Name: session; Type: TABLE; Schema: session; Owner: -
--

CREATE TABLE session.session (
    id_hash bytea NOT NULL,
    sid text NOT NULL,
    subject text NOT NULL,
    sealed bytea NOT NULL,
    access_expires_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT session_id_hash_check CHECK ((octet_length(id_hash) = 32)),
    CONSTRAINT session_sid_check CHECK ((sid <> ''::text)),
    CONSTRAINT session_subject_check CHECK ((subject <> ''::text))
);


--
-- Name: TABLE session; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON TABLE session.session IS 'One row per signed-in browser';


--
-- Name: COLUMN session.id_hash; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.session.id_hash IS 'Keyed digest of the cookie: the row does not give the session away';


--
-- Name: COLUMN session.sid; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.session.sid IS 'Session at the identity provider';


--
-- Name: COLUMN session.subject; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.session.subject IS 'Subject at the identity provider';


--
-- Name: COLUMN session.sealed; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.session.sealed IS 'AES-256-GCM under a key derived from SESSION_SECRET: actor and tokens';


--
-- Name: COLUMN session.access_expires_at; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.session.access_expires_at IS 'Until when roles and communes are as the provider last said';


--
-- Name: COLUMN session.opened_at; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.session.opened_at IS 'When it was opened';


--
-- Name: COLUMN session.last_seen_at; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.session.last_seen_at IS 'Last request of somebody who is there, to the minute';


--
-- Name: COLUMN session.ends_at; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.session.ends_at IS 'Absolute limit';


--
-- Name: used_token; Type: TABLE; Schema: session; Owner: -
--

CREATE TABLE session.used_token (
    jti text NOT NULL,
    keep_until timestamp with time zone NOT NULL
);


--
-- Name: TABLE used_token; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON TABLE session.used_token IS 'Logout tokens already taken: each counts once';


--
-- Name: COLUMN used_token.jti; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.used_token.jti IS 'Id of the token';


--
-- Name: COLUMN used_token.keep_until; Type: COMMENT; Schema: session; Owner: -
--

COMMENT ON COLUMN session.used_token.keep_until IS 'Too old to be accepted from then on anyway';


--
-- Name: batch; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.batch (
    batch_id uuid NOT NULL,
    identity_sha256 bytea NOT NULL,
    attempt integer DEFAULT 1 NOT NULL,
    source_sha256 bytea NOT NULL,
    source_name text NOT NULL,
    kind text NOT NULL,
    commune_code character(5),
    commune_valid_from date,
    unit_code character(5),
    unit_valid_from date,
    options jsonb NOT NULL,
    status text NOT NULL,
    refusal jsonb,
    source jsonb,
    report jsonb,
    created_by text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    promotion_dealing_id uuid,
    version integer DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    superseded_by uuid,
    proposal_dealing_id uuid,
    CONSTRAINT batch_attempt_check CHECK ((attempt > 0)),
    CONSTRAINT batch_commune_of_parcels CHECK (((kind <> 'parcels'::text) OR (ROW(commune_code, commune_valid_from, unit_code, unit_valid_from) IS NOT NULL))),
    CONSTRAINT batch_identity_sha256_check CHECK ((octet_length(identity_sha256) = 32)),
    CONSTRAINT batch_kind_check CHECK ((kind = ANY (ARRAY['parcels'::text, 'commune-boundary'::text, 'layer'::text]))),
    CONSTRAINT batch_promoted_by_dealing CHECK ((((kind = 'parcels'::text) AND (status = ANY (ARRAY['promoted'::text, 'reversal_proposed'::text, 'reversed'::text]))) = (promotion_dealing_id IS NOT NULL))),
    CONSTRAINT batch_proposal CHECK (((status = ANY (ARRAY['proposed'::text, 'reversal_proposed'::text])) = (proposal_dealing_id IS NOT NULL))),
    CONSTRAINT batch_status CHECK ((status = ANY (ARRAY['received'::text, 'staged'::text, 'validated'::text, 'proposed'::text, 'promoted'::text, 'reversal_proposed'::text, 'refused'::text, 'rejected'::text, 'reversed'::text]))),
    CONSTRAINT batch_superseded CHECK (((superseded_by IS NULL) OR (status = 'rejected'::text))),
    CONSTRAINT batch_version_check CHECK ((version > 0))
);


--
-- Name: TABLE batch; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.batch IS 'One imported file with its options; the same file and options again are the same batch';


--
-- Name: COLUMN batch.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.batch_id IS 'Id';


--
-- Name: COLUMN batch.identity_sha256; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.identity_sha256 IS 'SHA-256 over the bytes'' digest and the options that change the outcome';


--
-- Name: COLUMN batch.attempt; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.attempt IS 'Rises with --again';


--
-- Name: COLUMN batch.source_sha256; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.source_sha256 IS 'Digest of the source file';


--
-- Name: COLUMN batch.source_name; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.source_name IS 'Name of the source file as given: a label';


--
-- Name: COLUMN batch.kind; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.kind IS 'What the file holds';


--
-- Name: COLUMN batch.commune_code; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.commune_code IS 'Commune it belongs to today; null for boundaries of many';


--
-- Name: COLUMN batch.commune_valid_from; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.commune_valid_from IS 'First day of that commune';


--
-- Name: COLUMN batch.unit_code; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.unit_code IS 'Unit whose sheets these are, as claimed';


--
-- Name: COLUMN batch.unit_valid_from; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.unit_valid_from IS 'First day of that unit';


--
-- Name: COLUMN batch.options; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.options IS 'Options as given';


--
-- Name: COLUMN batch.status; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.status IS 'received, staged, validated, proposed, promoted, reversal_proposed, reversed; or refused (by the program), rejected (by an officer)';


--
-- Name: COLUMN batch.refusal; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.refusal IS 'Finding for which the whole file was refused';


--
-- Name: COLUMN batch.source; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.source IS 'What reading found: members, columns, encoding and projection with their reasons';


--
-- Name: COLUMN batch.report; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.report IS 'The report as last made';


--
-- Name: COLUMN batch.created_by; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.created_by IS 'Actor';


--
-- Name: COLUMN batch.created_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.created_at IS 'When it was received';


--
-- Name: COLUMN batch.finished_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.finished_at IS 'When the last stage ended';


--
-- Name: COLUMN batch.promotion_dealing_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.promotion_dealing_id IS 'Dealing that promoted it';


--
-- Name: COLUMN batch.version; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.version IS 'Rises with every change, so that nobody decides on what he has not seen';


--
-- Name: COLUMN batch.changed_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.changed_at IS 'When it last changed';


--
-- Name: COLUMN batch.reason; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.reason IS 'Why it was sent back, rejected or is to be taken back, last';


--
-- Name: COLUMN batch.superseded_by; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.superseded_by IS 'Batch of the same bytes read with other options';


--
-- Name: COLUMN batch.proposal_dealing_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch.proposal_dealing_id IS 'Open proposal of promotion or reversal';


--
-- Name: batch_tally; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.batch_tally (
    batch_id uuid NOT NULL,
    version integer NOT NULL,
    read integer NOT NULL,
    valid integer NOT NULL,
    warned integer NOT NULL,
    blocked integer NOT NULL,
    refused integer NOT NULL,
    ignored integer NOT NULL,
    errors integer NOT NULL,
    warnings integer NOT NULL,
    infos integer NOT NULL,
    file_blocked boolean NOT NULL,
    sheets text[] NOT NULL
);


--
-- Name: TABLE batch_tally; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.batch_tally IS 'What was in a batch when a version of it was committed; derived, and only right for that version';


--
-- Name: COLUMN batch_tally.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.batch_id IS 'Batch';


--
-- Name: COLUMN batch_tally.version; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.version IS 'Version that was counted';


--
-- Name: COLUMN batch_tally.read; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.read IS 'Records';


--
-- Name: COLUMN batch_tally.valid; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.valid IS 'Records that are valid';


--
-- Name: COLUMN batch_tally.warned; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.warned IS 'Records with warnings';


--
-- Name: COLUMN batch_tally.blocked; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.blocked IS 'Records that something blocks';


--
-- Name: COLUMN batch_tally.refused; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.refused IS 'Records the program refused';


--
-- Name: COLUMN batch_tally.ignored; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.ignored IS 'Records that are left out';


--
-- Name: COLUMN batch_tally.errors; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.errors IS 'Open findings that block';


--
-- Name: COLUMN batch_tally.warnings; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.warnings IS 'Open warnings';


--
-- Name: COLUMN batch_tally.infos; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.infos IS 'Open remarks';


--
-- Name: COLUMN batch_tally.file_blocked; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.file_blocked IS 'Whether something about the file as a whole blocks';


--
-- Name: COLUMN batch_tally.sheets; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_tally.sheets IS 'Sheet numbers of its records, in their order';


--
-- Name: batch_work; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.batch_work (
    batch_id uuid NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    locked_by text,
    locked_until timestamp with time zone,
    stage text,
    records_done integer DEFAULT 0 NOT NULL,
    records_total integer DEFAULT 0 NOT NULL,
    last_error text,
    queued_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT batch_work_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT batch_work_lease CHECK (((state = 'running'::text) = ((locked_by IS NOT NULL) AND (locked_until IS NOT NULL)))),
    CONSTRAINT batch_work_records_done_check CHECK ((records_done >= 0)),
    CONSTRAINT batch_work_records_total_check CHECK ((records_total >= 0)),
    CONSTRAINT batch_work_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text])))
);


--
-- Name: TABLE batch_work; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.batch_work IS 'The work on a batch: who does it now, until when that holds, how far it is. Beside the batch, so that a heartbeat is no change of it';


--
-- Name: COLUMN batch_work.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.batch_id IS 'Batch';


--
-- Name: COLUMN batch_work.state; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.state IS 'queued, running, done; failed: tried too often, waits for somebody';


--
-- Name: COLUMN batch_work.attempts; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.attempts IS 'How often a worker has begun it';


--
-- Name: COLUMN batch_work.locked_by; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.locked_by IS 'Run that holds the lease; also the name of its database connections';


--
-- Name: COLUMN batch_work.locked_until; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.locked_until IS 'Without another heartbeat the lease ends then';


--
-- Name: COLUMN batch_work.stage; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.stage IS 'Stage of the pipeline it is in';


--
-- Name: COLUMN batch_work.records_done; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.records_done IS 'Records done in this stage';


--
-- Name: COLUMN batch_work.records_total; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.records_total IS 'Records of this stage; 0 where nobody counts';


--
-- Name: COLUMN batch_work.last_error; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.last_error IS 'Code of what stopped the last attempt (server/domain/batch/work-error.ts)';


--
-- Name: COLUMN batch_work.queued_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.queued_at IS 'When it was last queued';


--
-- Name: COLUMN batch_work.changed_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.batch_work.changed_at IS 'When state or progress last changed';


--
-- Name: column_profile; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.column_profile (
    profile_id uuid NOT NULL,
    name text NOT NULL,
    columns jsonb NOT NULL,
    named_by text NOT NULL,
    named_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT column_profile_columns_check CHECK (((jsonb_typeof(columns) = 'object'::text) AND (columns <> '{}'::jsonb))),
    CONSTRAINT column_profile_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
    CONSTRAINT column_profile_named_by_check CHECK ((named_by <> ''::text))
);


--
-- Name: TABLE column_profile; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.column_profile IS 'Meanings of columns under a name, to be chosen when a file is sent';


--
-- Name: COLUMN column_profile.profile_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.column_profile.profile_id IS 'Id, made by who named it';


--
-- Name: COLUMN column_profile.name; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.column_profile.name IS 'Name';


--
-- Name: COLUMN column_profile.columns; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.column_profile.columns IS 'Column → meaning, or none';


--
-- Name: COLUMN column_profile.named_by; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.column_profile.named_by IS 'Who named it';


--
-- Name: COLUMN column_profile.named_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.column_profile.named_at IS 'When';


--
-- Name: correction; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.correction (
    batch_id uuid NOT NULL,
    record_no integer NOT NULL,
    field text NOT NULL,
    rule text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    status text NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    initial_status text DEFAULT 'applied'::text NOT NULL,
    before_value jsonb,
    after_value jsonb,
    reason text,
    CONSTRAINT correction_initial_status_check CHECK ((initial_status = ANY (ARRAY['applied'::text, 'proposed'::text]))),
    CONSTRAINT correction_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'proposed'::text, 'accepted'::text, 'rejected'::text]))),
    CONSTRAINT correction_values CHECK (((rule = 'officer'::text) = ((before_value IS NOT NULL) AND (after_value IS NOT NULL) AND (reason IS NOT NULL))))
);


--
-- Name: TABLE correction; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.correction IS 'Every change made to a value on its way from raw to candidate, with who and why';


--
-- Name: COLUMN correction.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.batch_id IS 'Batch';


--
-- Name: COLUMN correction.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.record_no IS 'Record';


--
-- Name: COLUMN correction.field; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.field IS 'Column of the source';


--
-- Name: COLUMN correction.rule; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.rule IS 'Rule that made it';


--
-- Name: COLUMN correction.before; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.before IS 'Decoded value before';


--
-- Name: COLUMN correction.after; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.after IS 'Value after';


--
-- Name: COLUMN correction.status; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.status IS 'applied by rule, or proposed, accepted, rejected by a person';


--
-- Name: COLUMN correction.decided_by; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.decided_by IS 'Actor or rule';


--
-- Name: COLUMN correction.decided_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.decided_at IS 'When';


--
-- Name: COLUMN correction.initial_status; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.initial_status IS 'What undoing a decision returns to';


--
-- Name: COLUMN correction.before_value; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.before_value IS 'Of an edit by hand: value without it';


--
-- Name: COLUMN correction.after_value; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.after_value IS 'Of an edit by hand: value with it';


--
-- Name: COLUMN correction.reason; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction.reason IS 'Of an edit by hand: why';


--
-- Name: correction_step; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.correction_step (
    step_id bigint NOT NULL,
    batch_id uuid NOT NULL,
    record_no integer NOT NULL,
    field text NOT NULL,
    rule text NOT NULL,
    decision text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    reason text,
    decided_by text NOT NULL,
    decided_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT correction_step_decided_by_check CHECK ((decided_by <> ''::text)),
    CONSTRAINT correction_step_decision CHECK ((decision = ANY (ARRAY['accept'::text, 'reject'::text, 'undo'::text, 'edit'::text, 'carry'::text])))
);


--
-- Name: TABLE correction_step; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.correction_step IS 'Every decision on a correction; written by staging.edit_record and staging.decide_corrections alone';


--
-- Name: COLUMN correction_step.step_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.step_id IS 'Order';


--
-- Name: COLUMN correction_step.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.batch_id IS 'Batch';


--
-- Name: COLUMN correction_step.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.record_no IS 'Record';


--
-- Name: COLUMN correction_step.field; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.field IS 'As staging.correction.field';


--
-- Name: COLUMN correction_step.rule; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.rule IS 'As staging.correction.rule';


--
-- Name: COLUMN correction_step.decision; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.decision IS 'accept, reject, undo; edit by hand; or carry: decided when the same file came before';


--
-- Name: COLUMN correction_step.before; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.before IS 'Status, or for an edit the value, before';


--
-- Name: COLUMN correction_step.after; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.after IS 'The same after';


--
-- Name: COLUMN correction_step.reason; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.reason IS 'Why';


--
-- Name: COLUMN correction_step.decided_by; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.decided_by IS 'Who';


--
-- Name: COLUMN correction_step.decided_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.decided_at IS 'When';


--
-- Name: COLUMN correction_step.xid; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.correction_step.xid IS 'Transaction, the same as that of its row in audit.entry';


--
-- Name: correction_step_step_id_seq; Type: SEQUENCE; Schema: staging; Owner: -
--

ALTER TABLE staging.correction_step ALTER COLUMN step_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME staging.correction_step_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: difference; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.difference (
    batch_id uuid NOT NULL,
    record_no integer NOT NULL,
    parcel_id uuid NOT NULL,
    version_no integer NOT NULL,
    fields text[] NOT NULL,
    CONSTRAINT difference_fields_check CHECK ((fields <@ '{boundary,legalAreaM2,purposes,address,holders,certificateSerial}'::text[])),
    CONSTRAINT difference_record_no_check CHECK ((record_no > 0)),
    CONSTRAINT difference_version_no_check CHECK ((version_no > 0))
);


--
-- Name: TABLE difference; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.difference IS 'Records of a batch that are of a current parcel, with what they say otherwise; replaced whenever the batch is held against the register';


--
-- Name: COLUMN difference.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.difference.batch_id IS 'Batch; checked once per statement';


--
-- Name: COLUMN difference.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.difference.record_no IS 'Record of the batch';


--
-- Name: COLUMN difference.parcel_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.difference.parcel_id IS 'Current parcel of the same sheet and number, on the same ground';


--
-- Name: COLUMN difference.version_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.difference.version_no IS 'Version it was compared with';


--
-- Name: COLUMN difference.fields; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.difference.fields IS 'Facts in which the record differs; none: it is what is registered';


--
-- Name: exclusion_step; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.exclusion_step (
    step_id bigint NOT NULL,
    batch_id uuid NOT NULL,
    record_no integer NOT NULL,
    step text NOT NULL,
    code text,
    reason text,
    decided_by text NOT NULL,
    decided_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT exclusion_step_decided_by_check CHECK ((decided_by <> ''::text)),
    CONSTRAINT exclusion_step_reason CHECK (((step = 'include'::text) OR (reason IS NOT NULL))),
    CONSTRAINT exclusion_step_step_check CHECK ((step = ANY (ARRAY['exclude'::text, 'include'::text])))
);


--
-- Name: TABLE exclusion_step; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.exclusion_step IS 'Who left a record out or took it back in, when and why';


--
-- Name: COLUMN exclusion_step.step_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.exclusion_step.step_id IS 'Order';


--
-- Name: COLUMN exclusion_step.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.exclusion_step.batch_id IS 'Batch';


--
-- Name: COLUMN exclusion_step.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.exclusion_step.record_no IS 'Record';


--
-- Name: COLUMN exclusion_step.step; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.exclusion_step.step IS 'exclude or include';


--
-- Name: COLUMN exclusion_step.code; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.exclusion_step.code IS 'Finding by which it was left out or taken in together with others; null for a single choice';


--
-- Name: COLUMN exclusion_step.reason; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.exclusion_step.reason IS 'Why';


--
-- Name: COLUMN exclusion_step.decided_by; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.exclusion_step.decided_by IS 'Who';


--
-- Name: COLUMN exclusion_step.decided_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.exclusion_step.decided_at IS 'When';


--
-- Name: COLUMN exclusion_step.xid; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.exclusion_step.xid IS 'Transaction, the same as that of its row in audit.entry';


--
-- Name: exclusion_step_step_id_seq; Type: SEQUENCE; Schema: staging; Owner: -
--

ALTER TABLE staging.exclusion_step ALTER COLUMN step_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME staging.exclusion_step_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: file; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.file (
    batch_id uuid NOT NULL,
    file_no integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    reason text,
    records integer DEFAULT 0 NOT NULL,
    CONSTRAINT file_file_no_check CHECK ((file_no > 0)),
    CONSTRAINT file_status_check CHECK ((status = ANY (ARRAY['read'::text, 'ignored'::text, 'refused'::text])))
);


--
-- Name: TABLE file; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.file IS 'Members of a source file and what became of each';


--
-- Name: COLUMN file.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.file.batch_id IS 'Batch';


--
-- Name: COLUMN file.file_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.file.file_no IS 'Number within the batch';


--
-- Name: COLUMN file.name; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.file.name IS 'Name as given: a label, never a path';


--
-- Name: COLUMN file.kind; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.file.kind IS 'Kind by content';


--
-- Name: COLUMN file.status; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.file.status IS 'read, ignored or refused';


--
-- Name: COLUMN file.reason; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.file.reason IS 'Finding code or reason';


--
-- Name: COLUMN file.records; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.file.records IS 'Records it holds';


--
-- Name: finding; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.finding (
    finding_id bigint NOT NULL,
    batch_id uuid NOT NULL,
    record_no integer,
    code text NOT NULL,
    severity text NOT NULL,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    field text,
    settled_by text,
    CONSTRAINT finding_severity_check CHECK ((severity = ANY (ARRAY['refuse'::text, 'error'::text, 'warning'::text, 'info'::text])))
);


--
-- Name: TABLE finding; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.finding IS 'Facts about a file or a record; the severity is the verdict of the batch''s profile';


--
-- Name: COLUMN finding.finding_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.finding.finding_id IS 'Id';


--
-- Name: COLUMN finding.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.finding.batch_id IS 'Batch';


--
-- Name: COLUMN finding.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.finding.record_no IS 'Record; null for the whole file';


--
-- Name: COLUMN finding.code; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.finding.code IS 'Code (server/domain/finding/finding.ts)';


--
-- Name: COLUMN finding.severity; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.finding.severity IS 'Verdict';


--
-- Name: COLUMN finding.detail; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.finding.detail IS 'Numbers and technical words; never a person''s data';


--
-- Name: COLUMN finding.field; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.finding.field IS 'Field edited by hand that this is about; null for what the source or the other records give';


--
-- Name: COLUMN finding.settled_by; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.finding.settled_by IS 'Field whose edit answers it: kept, and no longer part of the verdict';


--
-- Name: finding_finding_id_seq; Type: SEQUENCE; Schema: staging; Owner: -
--

ALTER TABLE staging.finding ALTER COLUMN finding_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME staging.finding_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: identity_number; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.identity_number (
    batch_id uuid NOT NULL,
    record_no integer NOT NULL,
    ordinal integer NOT NULL,
    cipher bytea NOT NULL,
    lookup_hash bytea NOT NULL,
    CONSTRAINT identity_number_lookup_hash_check CHECK ((octet_length(lookup_hash) = 32))
);
ALTER TABLE ONLY staging.identity_number ALTER COLUMN batch_id SET STATISTICS 10;
ALTER TABLE ONLY staging.identity_number ALTER COLUMN record_no SET STATISTICS 10;
ALTER TABLE ONLY staging.identity_number ALTER COLUMN ordinal SET STATISTICS 10;


--
-- Name: TABLE identity_number; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.identity_number IS 'Identity numbers found in a record, encrypted, with a keyed hash for look-up';


--
-- Name: COLUMN identity_number.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.identity_number.batch_id IS 'Batch';


--
-- Name: COLUMN identity_number.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.identity_number.record_no IS 'Record; checked once per statement';


--
-- Name: COLUMN identity_number.ordinal; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.identity_number.ordinal IS 'Order within the record, as candidate.holders refers to it';


--
-- Name: COLUMN identity_number.cipher; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.identity_number.cipher IS 'AES-256-GCM: nonce, ciphertext, tag';


--
-- Name: COLUMN identity_number.lookup_hash; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.identity_number.lookup_hash IS 'HMAC-SHA-256 of the digits';


--
-- Name: overlap_check; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.overlap_check (
    batch_id uuid NOT NULL,
    records integer NOT NULL,
    checked_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: TABLE overlap_check; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.overlap_check IS 'Batches whose records were compared with each other; written by staging.end_overlaps alone, so that the register can rely on it';


--
-- Name: COLUMN overlap_check.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.overlap_check.batch_id IS 'Batch';


--
-- Name: COLUMN overlap_check.records; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.overlap_check.records IS 'Records compared';


--
-- Name: COLUMN overlap_check.checked_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.overlap_check.checked_at IS 'When';


--
-- Name: overlap_pair; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.overlap_pair (
    batch_id uuid NOT NULL,
    record_no integer NOT NULL,
    other_no integer NOT NULL,
    area_m2 double precision NOT NULL,
    width_m double precision,
    identical boolean NOT NULL,
    CONSTRAINT overlap_pair_order CHECK ((record_no < other_no))
);


--
-- Name: TABLE overlap_pair; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.overlap_pair IS 'Common ground between shapes of a batch, each under the first record that has it; written by staging.end_overlaps alone';


--
-- Name: COLUMN overlap_pair.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.overlap_pair.batch_id IS 'Batch';


--
-- Name: COLUMN overlap_pair.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.overlap_pair.record_no IS 'Record';


--
-- Name: COLUMN overlap_pair.other_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.overlap_pair.other_no IS 'The other record';


--
-- Name: COLUMN overlap_pair.area_m2; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.overlap_pair.area_m2 IS 'Common area, m²';


--
-- Name: COLUMN overlap_pair.width_m; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.overlap_pair.width_m IS 'Width of the common ground, m; null where it was too costly to find';


--
-- Name: COLUMN overlap_pair.identical; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.overlap_pair.identical IS 'Whether both have the same shape';


--
-- Name: record; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.record (
    batch_id uuid NOT NULL,
    record_no integer NOT NULL,
    parcel_id uuid DEFAULT gen_random_uuid() NOT NULL,
    status text NOT NULL,
    exclusion_reason text,
    raw jsonb NOT NULL,
    candidate jsonb,
    sheet_no text,
    parcel_no text,
    scale integer,
    area_m2 numeric(18,4),
    legal_area_m2 numeric(18,4),
    parcel_code character(12),
    invalid_reason text,
    geom_legal public.geometry,
    geom public.geometry,
    feature_point public.geometry(Point),
    CONSTRAINT record_geom_srid CHECK ((public.st_srid(geom) = 9214)),
    CONSTRAINT record_record_no_check CHECK ((record_no > 0)),
    CONSTRAINT record_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'warned'::text, 'blocked'::text, 'refused'::text, 'ignored'::text])))
);
ALTER TABLE ONLY staging.record ALTER COLUMN batch_id SET STATISTICS 10;
ALTER TABLE ONLY staging.record ALTER COLUMN record_no SET STATISTICS 10;
ALTER TABLE ONLY staging.record ALTER COLUMN status SET STATISTICS 10;
ALTER TABLE ONLY staging.record ALTER COLUMN sheet_no SET STATISTICS 10;
ALTER TABLE ONLY staging.record ALTER COLUMN parcel_no SET STATISTICS 10;
ALTER TABLE ONLY staging.record ALTER COLUMN parcel_code SET STATISTICS 10;


--
-- Name: TABLE record; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.record IS 'Every record of a source file, raw beside the candidate parcel made of it';


--
-- Name: COLUMN record.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.batch_id IS 'Batch; checked once per statement';


--
-- Name: COLUMN record.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.record_no IS 'Number as in the file, from 1';


--
-- Name: COLUMN record.parcel_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.parcel_id IS 'Id the parcel gets when the record is promoted';


--
-- Name: COLUMN record.status; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.status IS 'Verdict: valid, warned, blocked, refused or ignored';


--
-- Name: COLUMN record.exclusion_reason; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.exclusion_reason IS 'Why an ignored record was left out';


--
-- Name: COLUMN record.raw; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.raw IS 'Attributes as in the file; legacy bytes shown as Latin-1, identity numbers masked';


--
-- Name: COLUMN record.candidate; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.candidate IS 'sheetNo, parcelNo, areaM2, purposes, holders, address';


--
-- Name: COLUMN record.sheet_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.sheet_no IS 'Sheet number of the candidate';


--
-- Name: COLUMN record.parcel_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.parcel_no IS 'Parcel number of the candidate';


--
-- Name: COLUMN record.scale; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.scale IS 'Scale denominator of the sheet; null when unknown';


--
-- Name: COLUMN record.area_m2; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.area_m2 IS 'Area computed in the sheet''s own system';


--
-- Name: COLUMN record.legal_area_m2; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.legal_area_m2 IS 'Area declared in the file';


--
-- Name: COLUMN record.parcel_code; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.parcel_code IS '12-character code (TT 19/2026 Annex I)';


--
-- Name: COLUMN record.invalid_reason; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.invalid_reason IS 'Why the polygon is not valid (ST_IsValidReason)';


--
-- Name: COLUMN record.geom_legal; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.geom_legal IS 'Geometry in the sheet''s own system, to 0.1 mm';


--
-- Name: COLUMN record.geom; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.geom IS 'The same in the registry''s system';


--
-- Name: COLUMN record.feature_point; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record.feature_point IS 'Pole of inaccessibility, in the sheet''s own system';


--
-- Name: record_view; Type: VIEW; Schema: staging; Owner: -
--

CREATE VIEW staging.record_view WITH (security_invoker='true') AS
 SELECT r.batch_id,
    r.record_no,
    r.status,
    r.raw,
    r.candidate,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('code', f.code, 'severity', f.severity, 'detail', f.detail) ORDER BY f.code, f.finding_id) AS jsonb_agg
           FROM staging.finding f
          WHERE ((f.batch_id = r.batch_id) AND (f.record_no = r.record_no))), '[]'::jsonb) AS findings,
    r.geom
   FROM staging.record r;


--
-- Name: VIEW record_view; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON VIEW staging.record_view IS 'Stable (contract 5): records with their findings, for tests, reports and auditors; holds personal data';


--
-- Name: COLUMN record_view.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record_view.batch_id IS 'Batch';


--
-- Name: COLUMN record_view.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record_view.record_no IS 'Record number as in the file';


--
-- Name: COLUMN record_view.status; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record_view.status IS 'Status';


--
-- Name: COLUMN record_view.raw; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record_view.raw IS 'Attributes as in the file';


--
-- Name: COLUMN record_view.candidate; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record_view.candidate IS 'sheetNo, parcelNo, areaM2, purposes, holders, address';


--
-- Name: COLUMN record_view.findings; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record_view.findings IS 'List of code, severity, detail';


--
-- Name: COLUMN record_view.geom; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.record_view.geom IS 'Geometry in the registry''s system';


--
-- Name: same_shape; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.same_shape (
    batch_id uuid NOT NULL,
    record_no integer NOT NULL,
    first_no integer NOT NULL,
    CONSTRAINT same_shape_later CHECK ((record_no > first_no))
);


--
-- Name: TABLE same_shape; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.same_shape IS 'Records whose shape an earlier record of the batch has; written by staging.begin_overlaps alone';


--
-- Name: COLUMN same_shape.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.same_shape.batch_id IS 'Batch';


--
-- Name: COLUMN same_shape.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.same_shape.record_no IS 'Record';


--
-- Name: COLUMN same_shape.first_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.same_shape.first_no IS 'First record with this shape';


--
-- Name: scratch; Type: TABLE; Schema: staging; Owner: -
--

CREATE UNLOGGED TABLE staging.scratch (
    run_id uuid NOT NULL,
    record_no integer NOT NULL,
    ignored text,
    raw jsonb NOT NULL,
    candidate jsonb,
    findings jsonb,
    corrections jsonb,
    identities jsonb,
    wkb bytea,
    point_x double precision,
    point_y double precision,
    parcel_code character(12)
);


--
-- Name: TABLE scratch; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.scratch IS 'Rows of a run on their way in; unlogged, write-only for the application, emptied by staging.absorb_scratch';


--
-- Name: COLUMN scratch.run_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.run_id IS 'Run of the importer';


--
-- Name: COLUMN scratch.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.record_no IS 'Record';


--
-- Name: COLUMN scratch.ignored; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.ignored IS 'Reason when the record does not take part';


--
-- Name: COLUMN scratch.raw; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.raw IS 'As staging.record.raw';


--
-- Name: COLUMN scratch.candidate; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.candidate IS 'As staging.record.candidate';


--
-- Name: COLUMN scratch.findings; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.findings IS 'List of code and detail';


--
-- Name: COLUMN scratch.corrections; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.corrections IS 'List of field, rule, before, after';


--
-- Name: COLUMN scratch.identities; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.identities IS 'List of hex cipher and hash';


--
-- Name: COLUMN scratch.wkb; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.wkb IS 'Polygon in the system of the sheet, OGC WKB';


--
-- Name: COLUMN scratch.point_x; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.point_x IS 'Feature point, east';


--
-- Name: COLUMN scratch.point_y; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.point_y IS 'Feature point, north';


--
-- Name: COLUMN scratch.parcel_code; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.scratch.parcel_code IS 'As staging.record.parcel_code';


--
-- Name: staff; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.staff (
    actor text NOT NULL,
    name text NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT staff_name_check CHECK ((name <> ''::text))
);


--
-- Name: TABLE staff; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.staff IS 'Names of those who acted on batches, for colleagues who look at them';


--
-- Name: COLUMN staff.actor; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.staff.actor IS 'Subject at the identity provider';


--
-- Name: COLUMN staff.name; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.staff.name IS 'Name as the identity provider last gave it';


--
-- Name: COLUMN staff.seen_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.staff.seen_at IS 'When';


--
-- Name: uncompared; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.uncompared (
    batch_id uuid NOT NULL,
    record_no integer NOT NULL
);


--
-- Name: TABLE uncompared; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.uncompared IS 'Records that could not be compared with all others in the time there was: of each such pair the heavier one. The register refuses them';


--
-- Name: COLUMN uncompared.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.uncompared.batch_id IS 'Batch';


--
-- Name: COLUMN uncompared.record_no; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.uncompared.record_no IS 'Record';


--
-- Name: upload; Type: TABLE; Schema: staging; Owner: -
--

CREATE TABLE staging.upload (
    upload_id uuid NOT NULL,
    created_by text NOT NULL,
    commune_code character(5),
    source_name text NOT NULL,
    options jsonb NOT NULL,
    sha256 bytea,
    byte_length bigint,
    reserved_bytes bigint NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    batch_id uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    metadata text DEFAULT ''::text NOT NULL,
    again boolean DEFAULT false NOT NULL,
    batch_found text,
    scan_id uuid,
    CONSTRAINT upload_byte_length_check CHECK ((byte_length >= 0)),
    CONSTRAINT upload_created_by_check CHECK ((created_by <> ''::text)),
    CONSTRAINT upload_ended CHECK (((status = 'open'::text) = (ended_at IS NULL))),
    CONSTRAINT upload_found CHECK (((batch_found IS NULL) OR (status = 'received'::text))),
    CONSTRAINT upload_metadata_length CHECK ((length(metadata) <= 16384)),
    CONSTRAINT upload_received CHECK ((((status = 'received'::text) = ((batch_id IS NOT NULL) OR (scan_id IS NOT NULL))) AND ((batch_id IS NULL) OR (scan_id IS NULL)))),
    CONSTRAINT upload_reserved_bytes_check CHECK ((reserved_bytes >= 0)),
    CONSTRAINT upload_sha256_check CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT upload_source_name_check CHECK (((length(source_name) >= 1) AND (length(source_name) <= 200))),
    CONSTRAINT upload_status_check CHECK ((status = ANY (ARRAY['open'::text, 'received'::text, 'refused'::text, 'expired'::text, 'ended'::text])))
);


--
-- Name: TABLE upload; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON TABLE staging.upload IS 'A file on its way in, of one sender; its bytes lie in the upload folder until they are whole';


--
-- Name: COLUMN upload.upload_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.upload_id IS 'Id in its address';


--
-- Name: COLUMN upload.created_by; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.created_by IS 'Actor; nobody else may see or continue it';


--
-- Name: COLUMN upload.commune_code; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.commune_code IS 'Commune of today; null for boundaries of many';


--
-- Name: COLUMN upload.source_name; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.source_name IS 'Name of the file: a label';


--
-- Name: COLUMN upload.options; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.options IS 'Options of the import';


--
-- Name: COLUMN upload.sha256; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.sha256 IS 'Digest the sender announced; null where none';


--
-- Name: COLUMN upload.byte_length; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.byte_length IS 'Length; null until the sender knows it';


--
-- Name: COLUMN upload.reserved_bytes; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.reserved_bytes IS 'Room kept for it: nothing before its first byte, its length (or the most it may have) while bytes come in, then what came';


--
-- Name: COLUMN upload.status; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.status IS 'open; received as a batch; refused for its digest; expired; ended by its sender';


--
-- Name: COLUMN upload.batch_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.batch_id IS 'Batch it became';


--
-- Name: COLUMN upload.created_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.created_at IS 'When it began';


--
-- Name: COLUMN upload.expires_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.expires_at IS 'Unless whole by then it is dropped; before its first byte that is soon';


--
-- Name: COLUMN upload.ended_at; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.ended_at IS 'When it was no longer open';


--
-- Name: COLUMN upload.metadata; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.metadata IS 'Upload-Metadata as it was given: HEAD says it again';


--
-- Name: COLUMN upload.again; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.again IS 'Whether a further batch is opened where the last one of this file was refused, rejected or taken back';


--
-- Name: COLUMN upload.batch_found; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.batch_found IS 'State of the batch when the file turned out to be there already; null for a new batch';


--
-- Name: COLUMN upload.scan_id; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON COLUMN staging.upload.scan_id IS 'Scan it became';


--
-- Name: fetch; Type: TABLE; Schema: thematic; Owner: -
--

CREATE TABLE thematic."fetch" (
    fetch_id uuid NOT NULL,
    layer jsonb NOT NULL,
    url text NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    error text,
    pages integer DEFAULT 0 NOT NULL,
    features integer DEFAULT 0 NOT NULL,
    batch_id uuid,
    asked_by text NOT NULL,
    asked_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    locked_until timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    CONSTRAINT fetch_asked_by_check CHECK ((asked_by <> ''::text)),
    CONSTRAINT fetch_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT fetch_done CHECK (((status = 'done'::text) = (batch_id IS NOT NULL))),
    CONSTRAINT fetch_error_check CHECK ((error ~ '^[a-z_]{1,40}$'::text)),
    CONSTRAINT fetch_failed CHECK (((status = 'failed'::text) = (error IS NOT NULL))),
    CONSTRAINT fetch_features_check CHECK ((features >= 0)),
    CONSTRAINT fetch_pages_check CHECK ((pages >= 0)),
    CONSTRAINT fetch_running CHECK (((status = 'running'::text) = (locked_until IS NOT NULL))),
    CONSTRAINT fetch_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'unchanged'::text, 'failed'::text]))),
    CONSTRAINT fetch_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2000)))
);


--
-- Name: TABLE "fetch"; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON TABLE thematic."fetch" IS 'Readings of services that layers are fetched from';


--
-- Name: COLUMN "fetch".fetch_id; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".fetch_id IS 'Id, made by who asks: asked again it is the same';


--
-- Name: COLUMN "fetch".layer; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".layer IS 'What is said of the layer (server/domain/layer/layer-facts.ts)';


--
-- Name: COLUMN "fetch".url; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".url IS 'Address of the service';


--
-- Name: COLUMN "fetch".status; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".status IS 'queued, running; done (a batch), unchanged (nothing differs from the newest edition), failed';


--
-- Name: COLUMN "fetch".error; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".error IS 'Why it failed (server/domain/layer/layer-fetch.ts)';


--
-- Name: COLUMN "fetch".pages; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".pages IS 'Pages that were read';


--
-- Name: COLUMN "fetch".features; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".features IS 'Shapes that were read';


--
-- Name: COLUMN "fetch".batch_id; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".batch_id IS 'Batch that it became';


--
-- Name: COLUMN "fetch".asked_by; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".asked_by IS 'Who asked';


--
-- Name: COLUMN "fetch".asked_at; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".asked_at IS 'When';


--
-- Name: COLUMN "fetch".changed_at; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".changed_at IS 'When its state last moved';


--
-- Name: COLUMN "fetch".locked_until; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".locked_until IS 'Until when a worker has it';


--
-- Name: COLUMN "fetch".attempts; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON COLUMN thematic."fetch".attempts IS 'How often it was begun';


--
-- Name: delivery; Type: TABLE; Schema: watch; Owner: -
--

CREATE TABLE watch.delivery (
    delivery_id uuid DEFAULT gen_random_uuid() NOT NULL,
    watch_id uuid NOT NULL,
    bundle_id uuid,
    kind text NOT NULL,
    channel text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    next_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    taken_at timestamp with time zone,
    ended_at timestamp with time zone,
    error text,
    CONSTRAINT delivery_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT delivery_bundle CHECK (((kind = 'changes'::text) = (bundle_id IS NOT NULL))),
    CONSTRAINT delivery_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'hook'::text]))),
    CONSTRAINT delivery_confirm CHECK (((kind = 'changes'::text) OR (channel = 'mail'::text))),
    CONSTRAINT delivery_ended CHECK (((state = ANY (ARRAY['sent'::text, 'unsure'::text, 'failed'::text])) = (ended_at IS NOT NULL))),
    CONSTRAINT delivery_error_check CHECK ((error ~ '^[a-z0-9_]+$'::text)),
    CONSTRAINT delivery_kind_check CHECK ((kind = ANY (ARRAY['changes'::text, 'confirm'::text]))),
    CONSTRAINT delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'unsure'::text, 'failed'::text])))
);


--
-- Name: TABLE delivery; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON TABLE watch.delivery IS 'Messages about watched land on their way';


--
-- Name: COLUMN delivery.delivery_id; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.delivery_id IS 'Id, the same at every attempt: who gets it twice can tell';


--
-- Name: COLUMN delivery.watch_id; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.watch_id IS 'Watch';


--
-- Name: COLUMN delivery.bundle_id; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.bundle_id IS 'Which changes it tells';


--
-- Name: COLUMN delivery.kind; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.kind IS 'changes; or confirm: the code that shows a mail address to be the owner''s';


--
-- Name: COLUMN delivery.channel; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.channel IS 'mail or hook';


--
-- Name: COLUMN delivery.state; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.state IS 'waiting; sending (taken by a worker); sent; unsure: a mail of which nobody knows whether it went out; failed: given up';


--
-- Name: COLUMN delivery.attempts; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.attempts IS 'How often it was tried';


--
-- Name: COLUMN delivery.created_at; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.created_at IS 'When it was made';


--
-- Name: COLUMN delivery.next_at; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.next_at IS 'Not before';


--
-- Name: COLUMN delivery.taken_at; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.taken_at IS 'When a worker took it';


--
-- Name: COLUMN delivery.ended_at; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.ended_at IS 'When it was sent or given up';


--
-- Name: COLUMN delivery.error; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.delivery.error IS 'What went wrong the last time: a code, never an address';


--
-- Name: notice; Type: TABLE; Schema: watch; Owner: -
--

CREATE TABLE watch.notice (
    notice_id bigint NOT NULL,
    watch_id uuid NOT NULL,
    parcel_id uuid NOT NULL,
    change text NOT NULL,
    at timestamp with time zone NOT NULL,
    bundle_id uuid,
    CONSTRAINT notice_change_check CHECK ((change = ANY (ARRAY['registered'::text, 'ended'::text])))
);


--
-- Name: TABLE notice; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON TABLE watch.notice IS 'Changes of watched land, noted by the transaction that made them';


--
-- Name: COLUMN notice.notice_id; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.notice.notice_id IS 'Order';


--
-- Name: COLUMN notice.watch_id; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.notice.watch_id IS 'Watch';


--
-- Name: COLUMN notice.parcel_id; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.notice.parcel_id IS 'Parcel';


--
-- Name: COLUMN notice.change; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.notice.change IS 'registered: a version of it holds; ended: one holds no more';


--
-- Name: COLUMN notice.at; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.notice.at IS 'Legal moment';


--
-- Name: COLUMN notice.bundle_id; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.notice.bundle_id IS 'What it is told with; null until a worker came by';


--
-- Name: notice_notice_id_seq; Type: SEQUENCE; Schema: watch; Owner: -
--

ALTER TABLE watch.notice ALTER COLUMN notice_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME watch.notice_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: watch; Type: TABLE; Schema: watch; Owner: -
--

CREATE TABLE watch.watch (
    watch_id uuid NOT NULL,
    owner text NOT NULL,
    request_key uuid NOT NULL,
    asked bytea NOT NULL,
    name bytea NOT NULL,
    parcel_id uuid,
    commune_code character(5),
    area public.geometry(Polygon,9214),
    language text NOT NULL,
    mail bytea,
    mail_confirmed_at timestamp with time zone,
    mail_tries integer DEFAULT 0 NOT NULL,
    hook bytea,
    created_at timestamp with time zone DEFAULT date_trunc('milliseconds'::text, clock_timestamp()) NOT NULL,
    CONSTRAINT watch_asked_check CHECK ((octet_length(asked) = 32)),
    CONSTRAINT watch_confirmed CHECK (((mail_confirmed_at IS NULL) OR (mail IS NOT NULL))),
    CONSTRAINT watch_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
    CONSTRAINT watch_mail_tries_check CHECK ((mail_tries >= 0)),
    CONSTRAINT watch_one_place CHECK ((num_nonnulls(parcel_id, commune_code, area) = 1)),
    CONSTRAINT watch_owner_check CHECK ((owner <> ALL (ARRAY[''::text, 'watch-worker'::text]))),
    CONSTRAINT watch_told CHECK ((num_nonnulls(mail, hook) > 0))
);


--
-- Name: TABLE watch; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON TABLE watch.watch IS 'What an account watches, and how it is told';


--
-- Name: COLUMN watch.watch_id; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.watch_id IS 'Id';


--
-- Name: COLUMN watch.owner; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.owner IS 'Who watches: nobody else sees it';


--
-- Name: COLUMN watch.request_key; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.request_key IS 'Idempotency key';


--
-- Name: COLUMN watch.asked; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.asked IS 'Digest of what was asked under that key';


--
-- Name: COLUMN watch.name; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.name IS 'What the owner calls it, sealed (AES-256-GCM)';


--
-- Name: COLUMN watch.parcel_id; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.parcel_id IS 'Parcel, where one is watched';


--
-- Name: COLUMN watch.commune_code; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.commune_code IS 'Commune, where all of one is watched';


--
-- Name: COLUMN watch.area; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.area IS 'Area, where one is watched, in the registry''s system';


--
-- Name: COLUMN watch.language; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.language IS 'Language of its mails';


--
-- Name: COLUMN watch.mail; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.mail IS 'Mail address, sealed (AES-256-GCM); null: none';


--
-- Name: COLUMN watch.mail_confirmed_at; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.mail_confirmed_at IS 'When the code that was sent there came back; before, nothing else is sent there';


--
-- Name: COLUMN watch.mail_tries; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.mail_tries IS 'How often a wrong code came';


--
-- Name: COLUMN watch.hook; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.hook IS 'Address that is called, sealed (AES-256-GCM); null: none';


--
-- Name: COLUMN watch.created_at; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON COLUMN watch.watch.created_at IS 'Since when';


--
-- Name: checkpoint checkpoint_pkey; Type: CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.checkpoint
    ADD CONSTRAINT checkpoint_pkey PRIMARY KEY (size);


--
-- Name: entry entry_pkey; Type: CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (seq);


--
-- Name: leaf leaf_pkey; Type: CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.leaf
    ADD CONSTRAINT leaf_pkey PRIMARY KEY ("position");


--
-- Name: leaf leaf_seq_key; Type: CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.leaf
    ADD CONSTRAINT leaf_seq_key UNIQUE (seq);


--
-- Name: read_log read_log_pkey; Type: CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.read_log
    ADD CONSTRAINT read_log_pkey PRIMARY KEY (seq);


--
-- Name: tree_node tree_node_pkey; Type: CONSTRAINT; Schema: audit; Owner: -
--

ALTER TABLE ONLY audit.tree_node
    ADD CONSTRAINT tree_node_pkey PRIMARY KEY (level, index);


--
-- Name: address_publication address_publication_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.address_publication
    ADD CONSTRAINT address_publication_pkey PRIMARY KEY (commune_code, digest);


--
-- Name: commune_outline commune_outline_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.commune_outline
    ADD CONSTRAINT commune_outline_pkey PRIMARY KEY (code, valid_from);


--
-- Name: lineage lineage_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.lineage
    ADD CONSTRAINT lineage_pkey PRIMARY KEY (parent_id, child_id, dealing_id);


--
-- Name: parcel parcel_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.parcel
    ADD CONSTRAINT parcel_pkey PRIMARY KEY (parcel_id);


--
-- Name: parcel_purpose parcel_purpose_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.parcel_purpose
    ADD CONSTRAINT parcel_purpose_pkey PRIMARY KEY (parcel_id, version_no, ordinal);


--
-- Name: parcel_version parcel_version_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.parcel_version
    ADD CONSTRAINT parcel_version_pkey PRIMARY KEY (parcel_id, version_no);


--
-- Name: place place_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.place
    ADD CONSTRAINT place_pkey PRIMARY KEY (commune_code, name);


--
-- Name: sheet sheet_key; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.sheet
    ADD CONSTRAINT sheet_key UNIQUE NULLS NOT DISTINCT (unit_code, unit_valid_from, number, scale, series);


--
-- Name: sheet_outline sheet_outline_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.sheet_outline
    ADD CONSTRAINT sheet_outline_pkey PRIMARY KEY (sheet_id);


--
-- Name: sheet sheet_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.sheet
    ADD CONSTRAINT sheet_pkey PRIMARY KEY (sheet_id);


--
-- Name: stale_mark stale_mark_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.stale_mark
    ADD CONSTRAINT stale_mark_pkey PRIMARY KEY (mark_id);


--
-- Name: tile_revision tile_revision_pkey; Type: CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.tile_revision
    ADD CONSTRAINT tile_revision_pkey PRIMARY KEY (cell_x, cell_y);


--
-- Name: answer answer_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (actor, door, key);


--
-- Name: basis_document basis_document_key; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.basis_document
    ADD CONSTRAINT basis_document_key UNIQUE (dealing_id, document_id);


--
-- Name: basis_document basis_document_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.basis_document
    ADD CONSTRAINT basis_document_pkey PRIMARY KEY (dealing_id, ordinal);


--
-- Name: content content_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.content
    ADD CONSTRAINT content_pkey PRIMARY KEY (dealing_id);


--
-- Name: dealing dealing_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.dealing
    ADD CONSTRAINT dealing_pkey PRIMARY KEY (dealing_id);


--
-- Name: identity_number identity_number_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.identity_number
    ADD CONSTRAINT identity_number_pkey PRIMARY KEY (dealing_id, ordinal);


--
-- Name: message message_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (message_id);


--
-- Name: pending_parcel pending_parcel_order; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.pending_parcel
    ADD CONSTRAINT pending_parcel_order UNIQUE (dealing_id, ordinal);


--
-- Name: pending_parcel pending_parcel_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.pending_parcel
    ADD CONSTRAINT pending_parcel_pkey PRIMARY KEY (dealing_id, parcel_id);


--
-- Name: proposal proposal_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (dealing_id);


--
-- Name: request_content request_content_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request_content
    ADD CONSTRAINT request_content_pkey PRIMARY KEY (request_id);


--
-- Name: request request_key_once; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request
    ADD CONSTRAINT request_key_once UNIQUE (request_key);


--
-- Name: request request_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request
    ADD CONSTRAINT request_pkey PRIMARY KEY (request_id);


--
-- Name: request request_reference_key; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request
    ADD CONSTRAINT request_reference_key UNIQUE (reference);


--
-- Name: request_step request_step_key; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request_step
    ADD CONSTRAINT request_step_key UNIQUE (actor, key);


--
-- Name: request_step request_step_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request_step
    ADD CONSTRAINT request_step_pkey PRIMARY KEY (request_id, ordinal);


--
-- Name: request_stop request_stop_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request_stop
    ADD CONSTRAINT request_stop_pkey PRIMARY KEY (request_id, ordinal);


--
-- Name: target target_order; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.target
    ADD CONSTRAINT target_order UNIQUE (dealing_id, ordinal);


--
-- Name: target target_pkey; Type: CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.target
    ADD CONSTRAINT target_pkey PRIMARY KEY (dealing_id, parcel_id);


--
-- Name: blank_move blank_move_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.blank_move
    ADD CONSTRAINT blank_move_pkey PRIMARY KEY (move_no);


--
-- Name: blank_move blank_move_request_key; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.blank_move
    ADD CONSTRAINT blank_move_request_key UNIQUE (moved_by, request_key);


--
-- Name: blank blank_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.blank
    ADD CONSTRAINT blank_pkey PRIMARY KEY (serial);


--
-- Name: certificate certificate_blank_key; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate
    ADD CONSTRAINT certificate_blank_key UNIQUE (blank_serial);


--
-- Name: certificate certificate_book_key; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate
    ADD CONSTRAINT certificate_book_key UNIQUE (book_no);


--
-- Name: certificate certificate_code_key; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate
    ADD CONSTRAINT certificate_code_key UNIQUE (code);


--
-- Name: certificate certificate_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate
    ADD CONSTRAINT certificate_pkey PRIMARY KEY (serial);


--
-- Name: certificate_right certificate_right_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate_right
    ADD CONSTRAINT certificate_right_pkey PRIMARY KEY (serial, right_id);


--
-- Name: digitisation digitisation_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.digitisation
    ADD CONSTRAINT digitisation_pkey PRIMARY KEY (batch_id);


--
-- Name: document document_order; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.document
    ADD CONSTRAINT document_order UNIQUE (scan_id, ordinal);


--
-- Name: document_page document_page_once; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.document_page
    ADD CONSTRAINT document_page_once UNIQUE (scan_id, page_no);


--
-- Name: document_page document_page_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.document_page
    ADD CONSTRAINT document_page_pkey PRIMARY KEY (document_id, ordinal);


--
-- Name: document document_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (document_id);


--
-- Name: field field_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.field
    ADD CONSTRAINT field_pkey PRIMARY KEY (document_id, name);


--
-- Name: identity_number identity_number_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.identity_number
    ADD CONSTRAINT identity_number_pkey PRIMARY KEY (document_id, ordinal);


--
-- Name: map_sheet map_sheet_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.map_sheet
    ADD CONSTRAINT map_sheet_pkey PRIMARY KEY (scan_id, page_no);


--
-- Name: page_picture page_picture_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.page_picture
    ADD CONSTRAINT page_picture_pkey PRIMARY KEY (scan_id, page_no, size);


--
-- Name: paper paper_code_key; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.paper
    ADD CONSTRAINT paper_code_key UNIQUE (code);


--
-- Name: paper_parcel paper_parcel_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.paper_parcel
    ADD CONSTRAINT paper_parcel_pkey PRIMARY KEY (serial, ordinal);


--
-- Name: paper paper_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.paper
    ADD CONSTRAINT paper_pkey PRIMARY KEY (serial);


--
-- Name: paper paper_request_key; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.paper
    ADD CONSTRAINT paper_request_key UNIQUE (issued_by, request_key);


--
-- Name: parcel_link parcel_link_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.parcel_link
    ADD CONSTRAINT parcel_link_pkey PRIMARY KEY (document_id, parcel_id);


--
-- Name: printer printer_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.printer
    ADD CONSTRAINT printer_pkey PRIMARY KEY (name);


--
-- Name: sample_turn sample_turn_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.sample_turn
    ADD CONSTRAINT sample_turn_pkey PRIMARY KEY (commune_code);


--
-- Name: scan_page scan_page_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.scan_page
    ADD CONSTRAINT scan_page_pkey PRIMARY KEY (scan_id, page_no);


--
-- Name: scan scan_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.scan
    ADD CONSTRAINT scan_pkey PRIMARY KEY (scan_id);


--
-- Name: scan scan_source_key; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.scan
    ADD CONSTRAINT scan_source_key UNIQUE (sha256, commune_code);


--
-- Name: second_field second_field_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.second_field
    ADD CONSTRAINT second_field_pkey PRIMARY KEY (document_id, name);


--
-- Name: second_reading second_reading_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.second_reading
    ADD CONSTRAINT second_reading_pkey PRIMARY KEY (document_id);


--
-- Name: shelf_place shelf_place_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.shelf_place
    ADD CONSTRAINT shelf_place_pkey PRIMARY KEY (document_id);


--
-- Name: signing_certificate signing_certificate_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.signing_certificate
    ADD CONSTRAINT signing_certificate_pkey PRIMARY KEY (sha256);


--
-- Name: statement_key statement_key_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.statement_key
    ADD CONSTRAINT statement_key_pkey PRIMARY KEY (fingerprint);


--
-- Name: stored_file stored_file_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.stored_file
    ADD CONSTRAINT stored_file_pkey PRIMARY KEY (sha256);


--
-- Name: word word_pkey; Type: CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.word
    ADD CONSTRAINT word_pkey PRIMARY KEY (document_id, token);


--
-- Name: day day_pkey; Type: CONSTRAINT; Schema: indicator; Owner: -
--

ALTER TABLE ONLY indicator.day
    ADD CONSTRAINT day_pkey PRIMARY KEY (day);


--
-- Name: figure figure_pkey; Type: CONSTRAINT; Schema: indicator; Owner: -
--

ALTER TABLE ONLY indicator.figure
    ADD CONSTRAINT figure_pkey PRIMARY KEY (day, commune_code, measure, item);


--
-- Name: measure measure_pkey; Type: CONSTRAINT; Schema: indicator; Owner: -
--

ALTER TABLE ONLY indicator.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (measure);


--
-- Name: running_day running_day_pkey; Type: CONSTRAINT; Schema: indicator; Owner: -
--

ALTER TABLE ONLY indicator.running_day
    ADD CONSTRAINT running_day_pkey PRIMARY KEY (one_row);


--
-- Name: running_figure running_figure_pkey; Type: CONSTRAINT; Schema: indicator; Owner: -
--

ALTER TABLE ONLY indicator.running_figure
    ADD CONSTRAINT running_figure_pkey PRIMARY KEY (commune_code, measure, item);


--
-- Name: answer answer_pkey; Type: CONSTRAINT; Schema: lookup; Owner: -
--

ALTER TABLE ONLY lookup.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (lookup_id, row_no);


--
-- Name: given_answer given_answer_key; Type: CONSTRAINT; Schema: lookup; Owner: -
--

ALTER TABLE ONLY lookup.given_answer
    ADD CONSTRAINT given_answer_key UNIQUE (account, request_key);


--
-- Name: given_answer given_answer_pkey; Type: CONSTRAINT; Schema: lookup; Owner: -
--

ALTER TABLE ONLY lookup.given_answer
    ADD CONSTRAINT given_answer_pkey PRIMARY KEY (answer_id);


--
-- Name: lookup lookup_key; Type: CONSTRAINT; Schema: lookup; Owner: -
--

ALTER TABLE ONLY lookup.lookup
    ADD CONSTRAINT lookup_key UNIQUE (owner, request_key);


--
-- Name: lookup lookup_pkey; Type: CONSTRAINT; Schema: lookup; Owner: -
--

ALTER TABLE ONLY lookup.lookup
    ADD CONSTRAINT lookup_pkey PRIMARY KEY (lookup_id);


--
-- Name: row row_pkey; Type: CONSTRAINT; Schema: lookup; Owner: -
--

ALTER TABLE ONLY lookup."row"
    ADD CONSTRAINT row_pkey PRIMARY KEY (lookup_id, row_no);


--
-- Name: use use_pkey; Type: CONSTRAINT; Schema: lookup; Owner: -
--

ALTER TABLE ONLY lookup.use
    ADD CONSTRAINT use_pkey PRIMARY KEY (account, day);


--
-- Name: detail detail_pkey; Type: CONSTRAINT; Schema: party; Owner: -
--

ALTER TABLE ONLY party.detail
    ADD CONSTRAINT detail_pkey PRIMARY KEY (detail_id);


--
-- Name: identity_paper identity_paper_pkey; Type: CONSTRAINT; Schema: party; Owner: -
--

ALTER TABLE ONLY party.identity_paper
    ADD CONSTRAINT identity_paper_pkey PRIMARY KEY (party_id, ordinal);


--
-- Name: party party_pkey; Type: CONSTRAINT; Schema: party; Owner: -
--

ALTER TABLE ONLY party.party
    ADD CONSTRAINT party_pkey PRIMARY KEY (party_id);


--
-- Name: visibility visibility_pkey; Type: CONSTRAINT; Schema: party; Owner: -
--

ALTER TABLE ONLY party.visibility
    ADD CONSTRAINT visibility_pkey PRIMARY KEY (party_id, commune_code);


--
-- Name: administrative_unit_extent administrative_unit_extent_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.administrative_unit_extent
    ADD CONSTRAINT administrative_unit_extent_pkey PRIMARY KEY (code, valid_from);


--
-- Name: administrative_unit administrative_unit_no_overlap; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.administrative_unit
    ADD CONSTRAINT administrative_unit_no_overlap EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&);


--
-- Name: administrative_unit administrative_unit_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.administrative_unit
    ADD CONSTRAINT administrative_unit_pkey PRIMARY KEY (code, valid_from);


--
-- Name: administrative_unit_successor administrative_unit_successor_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.administrative_unit_successor
    ADD CONSTRAINT administrative_unit_successor_pkey PRIMARY KEY (old_code, old_valid_from, new_code, new_valid_from);


--
-- Name: answer_entitlement answer_entitlement_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.answer_entitlement
    ADD CONSTRAINT answer_entitlement_pkey PRIMARY KEY (account, valid_from);


--
-- Name: area_tolerance area_tolerance_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.area_tolerance
    ADD CONSTRAINT area_tolerance_pkey PRIMARY KEY (regulation, scale, above_m2);


--
-- Name: calendar_day calendar_day_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.calendar_day
    ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (day);


--
-- Name: corner_tolerance corner_tolerance_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.corner_tolerance
    ADD CONSTRAINT corner_tolerance_pkey PRIMARY KEY (regulation, scale);


--
-- Name: dealing_kind dealing_kind_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.dealing_kind
    ADD CONSTRAINT dealing_kind_pkey PRIMARY KEY (kind);


--
-- Name: function_source function_source_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.function_source
    ADD CONSTRAINT function_source_pkey PRIMARY KEY (name);


--
-- Name: land_use land_use_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.land_use
    ADD CONSTRAINT land_use_pkey PRIMARY KEY (code, valid_from);


--
-- Name: length_tolerance length_tolerance_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.length_tolerance
    ADD CONSTRAINT length_tolerance_pkey PRIMARY KEY (regulation, scale, above_m);


--
-- Name: lookup_allowance lookup_allowance_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.lookup_allowance
    ADD CONSTRAINT lookup_allowance_pkey PRIMARY KEY (account, valid_from);


--
-- Name: office office_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.office
    ADD CONSTRAINT office_pkey PRIMARY KEY (office_id);


--
-- Name: parcel_minimum parcel_minimum_no_overlap; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.parcel_minimum
    ADD CONSTRAINT parcel_minimum_no_overlap EXCLUDE USING gist (COALESCE(land_use_code, ''::text) WITH =, COALESCE(unit_kind, ''::text) WITH =, COALESCE(commune_code, ''::bpchar) WITH =, COALESCE((roadside)::text, ''::text) WITH =, daterange(valid_from, valid_to) WITH &&);


--
-- Name: parcel_minimum parcel_minimum_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.parcel_minimum
    ADD CONSTRAINT parcel_minimum_pkey PRIMARY KEY (minimum_id);


--
-- Name: publication_policy publication_policy_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.publication_policy
    ADD CONSTRAINT publication_policy_pkey PRIMARY KEY (channel, field, valid_from);


--
-- Name: registry_state registry_state_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.registry_state
    ADD CONSTRAINT registry_state_pkey PRIMARY KEY (name);


--
-- Name: request_fee request_fee_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.request_fee
    ADD CONSTRAINT request_fee_pkey PRIMARY KEY (kind, valid_from);


--
-- Name: request_quota request_quota_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.request_quota
    ADD CONSTRAINT request_quota_pkey PRIMARY KEY (requester, valid_from);


--
-- Name: request_rule request_rule_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.request_rule
    ADD CONSTRAINT request_rule_pkey PRIMARY KEY (kind, valid_from);


--
-- Name: setting setting_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (name, valid_from);


--
-- Name: signatory signatory_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.signatory
    ADD CONSTRAINT signatory_pkey PRIMARY KEY (signatory_id);


--
-- Name: use_origin use_origin_pkey; Type: CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.use_origin
    ADD CONSTRAINT use_origin_pkey PRIMARY KEY (code, valid_from);


--
-- Name: caveat caveat_pkey; Type: CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.caveat
    ADD CONSTRAINT caveat_pkey PRIMARY KEY (caveat_id);


--
-- Name: lease lease_pkey; Type: CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.lease
    ADD CONSTRAINT lease_pkey PRIMARY KEY (lease_id);


--
-- Name: leased_right leased_right_pkey; Type: CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.leased_right
    ADD CONSTRAINT leased_right_pkey PRIMARY KEY (lease_id, right_id);


--
-- Name: mortgage mortgage_pkey; Type: CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.mortgage
    ADD CONSTRAINT mortgage_pkey PRIMARY KEY (mortgage_id);


--
-- Name: mortgaged_right mortgaged_right_pkey; Type: CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.mortgaged_right
    ADD CONSTRAINT mortgaged_right_pkey PRIMARY KEY (mortgage_id, right_id);


--
-- Name: proof proof_pkey; Type: CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.proof
    ADD CONSTRAINT proof_pkey PRIMARY KEY (proof_id);


--
-- Name: restriction restriction_pkey; Type: CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.restriction
    ADD CONSTRAINT restriction_pkey PRIMARY KEY (restriction_id);


--
-- Name: right right_pkey; Type: CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights."right"
    ADD CONSTRAINT right_pkey PRIMARY KEY (right_id);


--
-- Name: ended ended_pkey; Type: CONSTRAINT; Schema: session; Owner: -
--

ALTER TABLE ONLY session.ended
    ADD CONSTRAINT ended_pkey PRIMARY KEY (kind, value);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: session; Owner: -
--

ALTER TABLE ONLY session.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id_hash);


--
-- Name: used_token used_token_pkey; Type: CONSTRAINT; Schema: session; Owner: -
--

ALTER TABLE ONLY session.used_token
    ADD CONSTRAINT used_token_pkey PRIMARY KEY (jti);


--
-- Name: batch batch_identity_key; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch
    ADD CONSTRAINT batch_identity_key UNIQUE (identity_sha256, attempt);


--
-- Name: batch batch_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch
    ADD CONSTRAINT batch_pkey PRIMARY KEY (batch_id);


--
-- Name: batch_tally batch_tally_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch_tally
    ADD CONSTRAINT batch_tally_pkey PRIMARY KEY (batch_id);


--
-- Name: batch_work batch_work_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch_work
    ADD CONSTRAINT batch_work_pkey PRIMARY KEY (batch_id);


--
-- Name: column_profile column_profile_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.column_profile
    ADD CONSTRAINT column_profile_pkey PRIMARY KEY (profile_id);


--
-- Name: correction correction_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (batch_id, record_no, field, rule);


--
-- Name: correction_step correction_step_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.correction_step
    ADD CONSTRAINT correction_step_pkey PRIMARY KEY (step_id);


--
-- Name: difference difference_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.difference
    ADD CONSTRAINT difference_pkey PRIMARY KEY (batch_id, record_no);


--
-- Name: exclusion_step exclusion_step_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.exclusion_step
    ADD CONSTRAINT exclusion_step_pkey PRIMARY KEY (step_id);


--
-- Name: file file_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (batch_id, file_no);


--
-- Name: finding finding_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (finding_id);


--
-- Name: identity_number identity_number_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.identity_number
    ADD CONSTRAINT identity_number_pkey PRIMARY KEY (batch_id, record_no, ordinal);


--
-- Name: overlap_check overlap_check_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.overlap_check
    ADD CONSTRAINT overlap_check_pkey PRIMARY KEY (batch_id);


--
-- Name: overlap_pair overlap_pair_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.overlap_pair
    ADD CONSTRAINT overlap_pair_pkey PRIMARY KEY (batch_id, record_no, other_no);


--
-- Name: record record_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.record
    ADD CONSTRAINT record_pkey PRIMARY KEY (batch_id, record_no);


--
-- Name: same_shape same_shape_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.same_shape
    ADD CONSTRAINT same_shape_pkey PRIMARY KEY (batch_id, record_no);


--
-- Name: staff staff_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (actor);


--
-- Name: uncompared uncompared_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.uncompared
    ADD CONSTRAINT uncompared_pkey PRIMARY KEY (batch_id, record_no);


--
-- Name: upload upload_pkey; Type: CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.upload
    ADD CONSTRAINT upload_pkey PRIMARY KEY (upload_id);


--
-- Name: edition edition_no_key; Type: CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic.edition
    ADD CONSTRAINT edition_no_key UNIQUE (layer_code, edition_no);


--
-- Name: edition edition_pkey; Type: CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic.edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (edition_id);


--
-- Name: feature feature_pkey; Type: CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic.feature
    ADD CONSTRAINT feature_pkey PRIMARY KEY (edition_id, feature_no);


--
-- Name: fetch fetch_pkey; Type: CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic."fetch"
    ADD CONSTRAINT fetch_pkey PRIMARY KEY (fetch_id);


--
-- Name: layer layer_pkey; Type: CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic.layer
    ADD CONSTRAINT layer_pkey PRIMARY KEY (layer_code);


--
-- Name: delivery delivery_once; Type: CONSTRAINT; Schema: watch; Owner: -
--

ALTER TABLE ONLY watch.delivery
    ADD CONSTRAINT delivery_once UNIQUE (bundle_id, channel);


--
-- Name: delivery delivery_pkey; Type: CONSTRAINT; Schema: watch; Owner: -
--

ALTER TABLE ONLY watch.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (delivery_id);


--
-- Name: notice notice_pkey; Type: CONSTRAINT; Schema: watch; Owner: -
--

ALTER TABLE ONLY watch.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (notice_id);


--
-- Name: watch watch_key; Type: CONSTRAINT; Schema: watch; Owner: -
--

ALTER TABLE ONLY watch.watch
    ADD CONSTRAINT watch_key UNIQUE (owner, request_key);


--
-- Name: watch watch_pkey; Type: CONSTRAINT; Schema: watch; Owner: -
--

ALTER TABLE ONLY watch.watch
    ADD CONSTRAINT watch_pkey PRIMARY KEY (watch_id);


--
-- Name: entry_batch_idx; Type: INDEX; Schema: audit; Owner: -
--

CREATE INDEX entry_batch_idx ON audit.entry USING btree (lower(COALESCE((body ->> 'batchId'::text), subject_id)), seq) WHERE ((subject_kind = ANY (ARRAY['batch'::text, 'dealing'::text])) AND (action ~~ 'batch.%'::text));


--
-- Name: INDEX entry_batch_idx; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON INDEX audit.entry_batch_idx IS 'What happened to one batch, in order';


--
-- Name: entry_xid_idx; Type: INDEX; Schema: audit; Owner: -
--

CREATE INDEX entry_xid_idx ON audit.entry USING btree (xid);


--
-- Name: INDEX entry_xid_idx; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON INDEX audit.entry_xid_idx IS 'What committed since the last seal';


--
-- Name: read_log_answer_idx; Type: INDEX; Schema: audit; Owner: -
--

CREATE INDEX read_log_answer_idx ON audit.read_log USING gin (party_ids) WHERE (answer_id IS NOT NULL);


--
-- Name: INDEX read_log_answer_idx; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON INDEX audit.read_log_answer_idx IS 'Answers that a holder may see';


--
-- Name: read_log_batch_idx; Type: INDEX; Schema: audit; Owner: -
--

CREATE INDEX read_log_batch_idx ON audit.read_log USING btree (batch_id) WHERE (batch_id IS NOT NULL);


--
-- Name: read_log_parties_idx; Type: INDEX; Schema: audit; Owner: -
--

CREATE INDEX read_log_parties_idx ON audit.read_log USING gin (party_ids);


--
-- Name: read_log_request_idx; Type: INDEX; Schema: audit; Owner: -
--

CREATE INDEX read_log_request_idx ON audit.read_log USING btree (request_id) WHERE (request_id IS NOT NULL);


--
-- Name: read_log_search_idx; Type: INDEX; Schema: audit; Owner: -
--

CREATE INDEX read_log_search_idx ON audit.read_log USING btree (actor, at) WHERE (subject_kind = 'search'::text);


--
-- Name: INDEX read_log_search_idx; Type: COMMENT; Schema: audit; Owner: -
--

COMMENT ON INDEX audit.read_log_search_idx IS 'How often somebody searched of late';


--
-- Name: commune_outline_geom_3857_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX commune_outline_geom_3857_idx ON cadastre.commune_outline USING gist (geom_3857);


--
-- Name: lineage_child_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX lineage_child_idx ON cadastre.lineage USING btree (child_id);


--
-- Name: parcel_source_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX parcel_source_idx ON cadastre.parcel USING btree (source_batch_id, source_record_no);


--
-- Name: parcel_version_code_key; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE UNIQUE INDEX parcel_version_code_key ON cadastre.parcel_version USING btree (parcel_code, (
CASE
    WHEN (status = 'historic'::text) THEN parcel_id
    ELSE NULL::uuid
END), (
CASE
    WHEN (status = 'historic'::text) THEN version_no
    ELSE NULL::integer
END)) NULLS NOT DISTINCT;


--
-- Name: INDEX parcel_version_code_key; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON INDEX cadastre.parcel_version_code_key IS 'One living parcel per code; look-up by it, present and past';


--
-- Name: parcel_version_ended_by_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX parcel_version_ended_by_idx ON cadastre.parcel_version USING btree (ended_by) WHERE (ended_by IS NOT NULL);


--
-- Name: parcel_version_geom_3857_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX parcel_version_geom_3857_idx ON cadastre.parcel_version USING gist (geom_3857);


--
-- Name: parcel_version_geom_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX parcel_version_geom_idx ON cadastre.parcel_version USING gist (geom);


--
-- Name: parcel_version_key; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE UNIQUE INDEX parcel_version_key ON cadastre.parcel_version USING btree (sheet_id, parcel_no, (
CASE
    WHEN (status = 'historic'::text) THEN parcel_id
    ELSE NULL::uuid
END), (
CASE
    WHEN (status = 'historic'::text) THEN version_no
    ELSE NULL::integer
END)) NULLS NOT DISTINCT;


--
-- Name: INDEX parcel_version_key; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON INDEX cadastre.parcel_version_key IS 'One living parcel per sheet and number; look-up by them, present and past';


--
-- Name: parcel_version_raised_by_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX parcel_version_raised_by_idx ON cadastre.parcel_version USING btree (raised_by);


--
-- Name: parcel_version_registered_at_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX parcel_version_registered_at_idx ON cadastre.parcel_version USING btree (registered_at);


--
-- Name: INDEX parcel_version_registered_at_idx; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON INDEX cadastre.parcel_version_registered_at_idx IS 'Last registration; changes since a moment';


--
-- Name: parcel_version_sums_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX parcel_version_sums_idx ON cadastre.parcel_version USING btree (sheet_id) INCLUDE (land_use, area_m2, registered_at) WHERE ((ended_at IS NULL) AND (status = ANY (ARRAY['current'::text, 'historic'::text])));


--
-- Name: INDEX parcel_version_sums_idx; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON INDEX cadastre.parcel_version_sums_idx IS 'Sums of a commune without reading a geometry: 70 ms for 200,000 parcels, 150 to 210 ms without; 11 MB, 1.6 µs per parcel';


--
-- Name: place_key_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX place_key_idx ON cadastre.place USING gin (key public.gin_trgm_ops);


--
-- Name: INDEX place_key_idx; Type: COMMENT; Schema: cadastre; Owner: -
--

COMMENT ON INDEX cadastre.place_key_idx IS 'Look-up by part of a name';


--
-- Name: place_point_3857_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX place_point_3857_idx ON cadastre.place USING gist (point_3857);


--
-- Name: sheet_commune_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX sheet_commune_idx ON cadastre.sheet USING btree (commune_code, number);


--
-- Name: sheet_outline_geom_3857_idx; Type: INDEX; Schema: cadastre; Owner: -
--

CREATE INDEX sheet_outline_geom_3857_idx ON cadastre.sheet_outline USING gist (geom_3857);


--
-- Name: basis_document_document_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX basis_document_document_idx ON dealing.basis_document USING btree (document_id);


--
-- Name: INDEX basis_document_document_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.basis_document_document_idx IS 'Dealings that rest on a document';


--
-- Name: dealing_batch_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE UNIQUE INDEX dealing_batch_idx ON dealing.dealing USING btree (batch_id) WHERE ((kind = 'import_promotion'::text) AND (status = ANY (ARRAY['registered'::text, 'closed'::text])));


--
-- Name: INDEX dealing_batch_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.dealing_batch_idx IS 'A batch is promoted once';


--
-- Name: dealing_change_of_batch_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX dealing_change_of_batch_idx ON dealing.dealing USING btree (batch_id) WHERE ((batch_id IS NOT NULL) AND (kind = 'resurvey'::text));


--
-- Name: INDEX dealing_change_of_batch_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.dealing_change_of_batch_idx IS 'Re-surveys that a batch brought';


--
-- Name: dealing_entered_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX dealing_entered_idx ON dealing.dealing USING btree (COALESCE(decided_at, created_at)) WHERE (entered_on IS NOT NULL);


--
-- Name: INDEX dealing_entered_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.dealing_entered_idx IS 'What was entered late since a moment, for reads in pages';


--
-- Name: dealing_file_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE UNIQUE INDEX dealing_file_idx ON dealing.dealing USING btree (file_id, file_no) WHERE (file_id IS NOT NULL);


--
-- Name: INDEX dealing_file_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.dealing_file_idx IS 'The dealings of a file in their order';


--
-- Name: dealing_open_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX dealing_open_idx ON dealing.dealing USING btree (commune_code, changed_at DESC) WHERE (status = ANY (ARRAY['draft'::text, 'lodged'::text, 'examined'::text, 'approved'::text]));


--
-- Name: INDEX dealing_open_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.dealing_open_idx IS 'Work that is open, by commune';


--
-- Name: dealing_open_of_batch_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE UNIQUE INDEX dealing_open_of_batch_idx ON dealing.dealing USING btree (batch_id) WHERE ((status = ANY (ARRAY['draft'::text, 'lodged'::text, 'examined'::text, 'approved'::text])) AND (kind = ANY (ARRAY['import_promotion'::text, 'import_reversal'::text])));


--
-- Name: INDEX dealing_open_of_batch_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.dealing_open_of_batch_idx IS 'One open proposal per batch';


--
-- Name: dealing_reverses_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE UNIQUE INDEX dealing_reverses_idx ON dealing.dealing USING btree (reverses) WHERE (status = ANY (ARRAY['registered'::text, 'closed'::text]));


--
-- Name: INDEX dealing_reverses_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.dealing_reverses_idx IS 'A dealing is taken back once';


--
-- Name: message_request_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX message_request_idx ON dealing.message USING btree (request_id);


--
-- Name: message_waiting_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX message_waiting_idx ON dealing.message USING btree (next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));


--
-- Name: pending_parcel_geom_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX pending_parcel_geom_idx ON dealing.pending_parcel USING gist (geom);


--
-- Name: pending_parcel_parcel_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX pending_parcel_parcel_idx ON dealing.pending_parcel USING btree (parcel_id);


--
-- Name: proposal_batch_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX proposal_batch_idx ON dealing.proposal USING btree (batch_id, proposed_at);


--
-- Name: request_changed_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX request_changed_idx ON dealing.request USING btree (changed_at DESC, request_id DESC);


--
-- Name: request_decided_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX request_decided_idx ON dealing.request USING btree (commune_code, decided_at) WHERE (decided_at IS NOT NULL);


--
-- Name: INDEX request_decided_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.request_decided_idx IS 'How many were answered in a time, and how many of them late';


--
-- Name: request_identity_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX request_identity_idx ON dealing.request USING btree (identity_hash) WHERE (status = ANY (ARRAY['received'::text, 'accepted'::text]));


--
-- Name: INDEX request_identity_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.request_identity_idx IS 'How many are open of one person';


--
-- Name: request_of_number_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX request_of_number_idx ON dealing.request USING btree (identity_hash, received_at DESC);


--
-- Name: INDEX request_of_number_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.request_of_number_idx IS 'Requests of one person, also those that are answered';


--
-- Name: request_open_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX request_open_idx ON dealing.request USING btree (commune_code, due_on) WHERE (status = ANY (ARRAY['received'::text, 'accepted'::text]));


--
-- Name: INDEX request_open_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.request_open_idx IS 'The queue: open requests of a commune by due day';


--
-- Name: request_parcel_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX request_parcel_idx ON dealing.request USING btree (parcel_id);


--
-- Name: request_received_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX request_received_idx ON dealing.request USING btree (commune_code, received_at);


--
-- Name: INDEX request_received_idx; Type: COMMENT; Schema: dealing; Owner: -
--

COMMENT ON INDEX dealing.request_received_idx IS 'How many came in a time';


--
-- Name: request_stop_open_key; Type: INDEX; Schema: dealing; Owner: -
--

CREATE UNIQUE INDEX request_stop_open_key ON dealing.request_stop USING btree (request_id) WHERE (resumed_at IS NULL);


--
-- Name: target_parcel_idx; Type: INDEX; Schema: dealing; Owner: -
--

CREATE INDEX target_parcel_idx ON dealing.target USING btree (parcel_id);


--
-- Name: blank_move_first_serial_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX blank_move_first_serial_idx ON document.blank_move USING btree (first_serial, last_serial);


--
-- Name: INDEX blank_move_first_serial_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.blank_move_first_serial_idx IS 'Moves of a serial';


--
-- Name: blank_status_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX blank_status_idx ON document.blank USING btree (status, serial);


--
-- Name: INDEX blank_status_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.blank_status_idx IS 'What there is of each status, in the order of serials';


--
-- Name: certificate_raised_by_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX certificate_raised_by_idx ON document.certificate USING btree (raised_by);


--
-- Name: INDEX certificate_raised_by_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.certificate_raised_by_idx IS 'Certificate that a dealing issued';


--
-- Name: certificate_right_right_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX certificate_right_right_idx ON document.certificate_right USING btree (right_id);


--
-- Name: INDEX certificate_right_right_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.certificate_right_right_idx IS 'Certificates of a right';


--
-- Name: digitisation_page_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX digitisation_page_idx ON document.digitisation USING btree (scan_id, page_no, made_at);


--
-- Name: INDEX digitisation_page_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.digitisation_page_idx IS 'What came of a sheet';


--
-- Name: document_queue_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX document_queue_idx ON document.document USING btree (commune_code, status, created_at);


--
-- Name: INDEX document_queue_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.document_queue_idx IS 'Queue of the archive';


--
-- Name: identity_number_hash_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX identity_number_hash_idx ON document.identity_number USING btree (lookup_hash);


--
-- Name: paper_parcel_parcel_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX paper_parcel_parcel_idx ON document.paper_parcel USING btree (parcel_id);


--
-- Name: INDEX paper_parcel_parcel_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.paper_parcel_parcel_idx IS 'Papers of a parcel';


--
-- Name: paper_parties_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX paper_parties_idx ON document.paper USING gin (party_ids);


--
-- Name: INDEX paper_parties_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.paper_parties_idx IS 'Papers that name a party';


--
-- Name: paper_sha256_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX paper_sha256_idx ON document.paper USING btree (sha256);


--
-- Name: INDEX paper_sha256_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.paper_sha256_idx IS 'The paper of a file';


--
-- Name: paper_superseded_by_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX paper_superseded_by_idx ON document.paper USING btree (superseded_by) WHERE (superseded_by IS NOT NULL);


--
-- Name: parcel_link_open_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX parcel_link_open_idx ON document.parcel_link USING btree (commune_code, proposed_at) WHERE (status = 'proposed'::text);


--
-- Name: INDEX parcel_link_open_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.parcel_link_open_idx IS 'Links that wait for a second person';


--
-- Name: parcel_link_parcel_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX parcel_link_parcel_idx ON document.parcel_link USING btree (parcel_id);


--
-- Name: INDEX parcel_link_parcel_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.parcel_link_parcel_idx IS 'Documents of a parcel';


--
-- Name: second_reading_open_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX second_reading_open_idx ON document.second_reading USING btree (commune_code, drawn_at) WHERE (status = ANY (ARRAY['waiting'::text, 'differs'::text]));


--
-- Name: INDEX second_reading_open_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.second_reading_open_idx IS 'What waits for a second reader, or for a decision';


--
-- Name: word_token_idx; Type: INDEX; Schema: document; Owner: -
--

CREATE INDEX word_token_idx ON document.word USING btree (token, document_id);


--
-- Name: INDEX word_token_idx; Type: COMMENT; Schema: document; Owner: -
--

COMMENT ON INDEX document.word_token_idx IS 'Documents on which a word stands';


--
-- Name: answer_outcome_idx; Type: INDEX; Schema: lookup; Owner: -
--

CREATE INDEX answer_outcome_idx ON lookup.answer USING btree (lookup_id, outcome, row_no);


--
-- Name: INDEX answer_outcome_idx; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON INDEX lookup.answer_outcome_idx IS 'Rows of one outcome, page by page';


--
-- Name: given_answer_account_idx; Type: INDEX; Schema: lookup; Owner: -
--

CREATE INDEX given_answer_account_idx ON lookup.given_answer USING btree (account, asked_at);


--
-- Name: INDEX given_answer_account_idx; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON INDEX lookup.given_answer_account_idx IS 'How many an organisation asked of a day';


--
-- Name: lookup_keep_idx; Type: INDEX; Schema: lookup; Owner: -
--

CREATE INDEX lookup_keep_idx ON lookup.lookup USING btree (keep_until);


--
-- Name: INDEX lookup_keep_idx; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON INDEX lookup.lookup_keep_idx IS 'What has been kept long enough';


--
-- Name: lookup_owner_idx; Type: INDEX; Schema: lookup; Owner: -
--

CREATE INDEX lookup_owner_idx ON lookup.lookup USING btree (owner, asked_at DESC, lookup_id DESC);


--
-- Name: INDEX lookup_owner_idx; Type: COMMENT; Schema: lookup; Owner: -
--

COMMENT ON INDEX lookup.lookup_owner_idx IS 'Own look-ups, the latest first';


--
-- Name: detail_ended_by_idx; Type: INDEX; Schema: party; Owner: -
--

CREATE INDEX detail_ended_by_idx ON party.detail USING btree (ended_by) WHERE (ended_by IS NOT NULL);


--
-- Name: detail_party_idx; Type: INDEX; Schema: party; Owner: -
--

CREATE INDEX detail_party_idx ON party.detail USING btree (party_id);


--
-- Name: detail_party_present; Type: INDEX; Schema: party; Owner: -
--

CREATE UNIQUE INDEX detail_party_present ON party.detail USING btree (party_id) WHERE (ended_at IS NULL);


--
-- Name: detail_raised_by_idx; Type: INDEX; Schema: party; Owner: -
--

CREATE INDEX detail_raised_by_idx ON party.detail USING btree (raised_by);


--
-- Name: detail_search_key_idx; Type: INDEX; Schema: party; Owner: -
--

CREATE INDEX detail_search_key_idx ON party.detail USING gin (search_key public.gin_trgm_ops) WHERE (ended_at IS NULL);


--
-- Name: INDEX detail_search_key_idx; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON INDEX party.detail_search_key_idx IS 'Corrected names that hold some words: party.named';


--
-- Name: identity_paper_hash_idx; Type: INDEX; Schema: party; Owner: -
--

CREATE INDEX identity_paper_hash_idx ON party.identity_paper USING btree (lookup_hash);


--
-- Name: party_search_key_idx; Type: INDEX; Schema: party; Owner: -
--

CREATE INDEX party_search_key_idx ON party.party USING gin (search_key public.gin_trgm_ops);


--
-- Name: INDEX party_search_key_idx; Type: COMMENT; Schema: party; Owner: -
--

COMMENT ON INDEX party.party_search_key_idx IS 'Names that hold some words: party.named';


--
-- Name: visibility_commune_idx; Type: INDEX; Schema: party; Owner: -
--

CREATE INDEX visibility_commune_idx ON party.visibility USING btree (commune_code);


--
-- Name: caveat_parcel_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX caveat_parcel_idx ON rights.caveat USING btree (parcel_id);


--
-- Name: lease_raised_by_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX lease_raised_by_idx ON rights.lease USING btree (raised_by);


--
-- Name: leased_right_right_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX leased_right_right_idx ON rights.leased_right USING btree (right_id);


--
-- Name: mortgaged_right_right_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX mortgaged_right_right_idx ON rights.mortgaged_right USING btree (right_id);


--
-- Name: proof_right_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX proof_right_idx ON rights.proof USING btree (right_id);


--
-- Name: restriction_parcel_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX restriction_parcel_idx ON rights.restriction USING btree (parcel_id);


--
-- Name: right_certificate_serial_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX right_certificate_serial_idx ON rights."right" USING btree (certificate_serial) WHERE (certificate_serial IS NOT NULL);


--
-- Name: right_ended_by_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX right_ended_by_idx ON rights."right" USING btree (ended_by) WHERE (ended_by IS NOT NULL);


--
-- Name: right_parcel_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX right_parcel_idx ON rights."right" USING btree (parcel_id);


--
-- Name: right_party_idx; Type: INDEX; Schema: rights; Owner: -
--

CREATE INDEX right_party_idx ON rights."right" USING btree (party_id);


--
-- Name: ended_keep_idx; Type: INDEX; Schema: session; Owner: -
--

CREATE INDEX ended_keep_idx ON session.ended USING btree (keep_until);


--
-- Name: session_ends_idx; Type: INDEX; Schema: session; Owner: -
--

CREATE INDEX session_ends_idx ON session.session USING btree (ends_at);


--
-- Name: session_sid_idx; Type: INDEX; Schema: session; Owner: -
--

CREATE INDEX session_sid_idx ON session.session USING btree (sid);


--
-- Name: session_subject_idx; Type: INDEX; Schema: session; Owner: -
--

CREATE INDEX session_subject_idx ON session.session USING btree (subject);


--
-- Name: used_token_keep_idx; Type: INDEX; Schema: session; Owner: -
--

CREATE INDEX used_token_keep_idx ON session.used_token USING btree (keep_until);


--
-- Name: batch_created_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX batch_created_idx ON staging.batch USING btree (created_at DESC, batch_id);


--
-- Name: batch_superseded_by_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX batch_superseded_by_idx ON staging.batch USING btree (superseded_by) WHERE (superseded_by IS NOT NULL);


--
-- Name: column_profile_name_key; Type: INDEX; Schema: staging; Owner: -
--

CREATE UNIQUE INDEX column_profile_name_key ON staging.column_profile USING btree (lower(name));


--
-- Name: INDEX column_profile_name_key; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON INDEX staging.column_profile_name_key IS 'One name, whatever its capitals';


--
-- Name: correction_rule_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX correction_rule_idx ON staging.correction USING btree (batch_id, rule, record_no);


--
-- Name: correction_step_record_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX correction_step_record_idx ON staging.correction_step USING btree (batch_id, record_no);


--
-- Name: difference_parcel_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX difference_parcel_idx ON staging.difference USING btree (batch_id, parcel_id);


--
-- Name: INDEX difference_parcel_idx; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON INDEX staging.difference_parcel_idx IS 'Which parcels a batch brings again';


--
-- Name: exclusion_step_record_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX exclusion_step_record_idx ON staging.exclusion_step USING btree (batch_id, record_no);


--
-- Name: finding_batch_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX finding_batch_idx ON staging.finding USING btree (batch_id, code, record_no);


--
-- Name: finding_record_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX finding_record_idx ON staging.finding USING btree (batch_id, record_no);


--
-- Name: INDEX finding_record_idx; Type: COMMENT; Schema: staging; Owner: -
--

COMMENT ON INDEX staging.finding_record_idx IS 'What is wrong with one record; by its code the other index finds it only by reading all of the batch';


--
-- Name: same_shape_first_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX same_shape_first_idx ON staging.same_shape USING btree (batch_id, first_no, record_no);


--
-- Name: upload_open_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX upload_open_idx ON staging.upload USING btree (expires_at) WHERE (status = 'open'::text);


--
-- Name: upload_sender_idx; Type: INDEX; Schema: staging; Owner: -
--

CREATE INDEX upload_sender_idx ON staging.upload USING btree (created_by) WHERE (status = 'open'::text);


--
-- Name: edition_batch_key; Type: INDEX; Schema: thematic; Owner: -
--

CREATE UNIQUE INDEX edition_batch_key ON thematic.edition USING btree (batch_id) WHERE (restores IS NULL);


--
-- Name: INDEX edition_batch_key; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON INDEX thematic.edition_batch_key IS 'A batch brings one edition; those that restore it name the same batch';


--
-- Name: edition_in_force_idx; Type: INDEX; Schema: thematic; Owner: -
--

CREATE UNIQUE INDEX edition_in_force_idx ON thematic.edition USING btree (layer_code) WHERE (status = 'in_force'::text);


--
-- Name: INDEX edition_in_force_idx; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON INDEX thematic.edition_in_force_idx IS 'One edition of a layer is in force at a time';


--
-- Name: edition_restores_idx; Type: INDEX; Schema: thematic; Owner: -
--

CREATE INDEX edition_restores_idx ON thematic.edition USING btree (restores) WHERE (restores IS NOT NULL);


--
-- Name: INDEX edition_restores_idx; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON INDEX thematic.edition_restores_idx IS 'Whether an edition is being brought back';


--
-- Name: feature_geom_3857_idx; Type: INDEX; Schema: thematic; Owner: -
--

CREATE INDEX feature_geom_3857_idx ON thematic.feature USING gist (geom_3857);


--
-- Name: feature_geom_idx; Type: INDEX; Schema: thematic; Owner: -
--

CREATE INDEX feature_geom_idx ON thematic.feature USING gist (geom);


--
-- Name: fetch_open_idx; Type: INDEX; Schema: thematic; Owner: -
--

CREATE INDEX fetch_open_idx ON thematic."fetch" USING btree (asked_at) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));


--
-- Name: INDEX fetch_open_idx; Type: COMMENT; Schema: thematic; Owner: -
--

COMMENT ON INDEX thematic.fetch_open_idx IS 'What a worker has still to do';


--
-- Name: delivery_waiting_idx; Type: INDEX; Schema: watch; Owner: -
--

CREATE INDEX delivery_waiting_idx ON watch.delivery USING btree (next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));


--
-- Name: INDEX delivery_waiting_idx; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON INDEX watch.delivery_waiting_idx IS 'What is to be sent';


--
-- Name: delivery_watch_idx; Type: INDEX; Schema: watch; Owner: -
--

CREATE INDEX delivery_watch_idx ON watch.delivery USING btree (watch_id, created_at DESC);


--
-- Name: INDEX delivery_watch_idx; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON INDEX watch.delivery_watch_idx IS 'What a watch was told, the latest first';


--
-- Name: notice_bundle_idx; Type: INDEX; Schema: watch; Owner: -
--

CREATE INDEX notice_bundle_idx ON watch.notice USING btree (bundle_id, notice_id);


--
-- Name: INDEX notice_bundle_idx; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON INDEX watch.notice_bundle_idx IS 'What is told together';


--
-- Name: notice_waiting_idx; Type: INDEX; Schema: watch; Owner: -
--

CREATE INDEX notice_waiting_idx ON watch.notice USING btree (watch_id) WHERE (bundle_id IS NULL);


--
-- Name: INDEX notice_waiting_idx; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON INDEX watch.notice_waiting_idx IS 'Changes that nobody was told of yet';


--
-- Name: notice_watch_idx; Type: INDEX; Schema: watch; Owner: -
--

CREATE INDEX notice_watch_idx ON watch.notice USING btree (watch_id);


--
-- Name: INDEX notice_watch_idx; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON INDEX watch.notice_watch_idx IS 'What goes with a watch';


--
-- Name: watch_area_idx; Type: INDEX; Schema: watch; Owner: -
--

CREATE INDEX watch_area_idx ON watch.watch USING gist (area);


--
-- Name: INDEX watch_area_idx; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON INDEX watch.watch_area_idx IS 'Who watches the ground of a parcel';


--
-- Name: watch_commune_idx; Type: INDEX; Schema: watch; Owner: -
--

CREATE INDEX watch_commune_idx ON watch.watch USING btree (commune_code);


--
-- Name: INDEX watch_commune_idx; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON INDEX watch.watch_commune_idx IS 'Who watches a commune';


--
-- Name: watch_owner_idx; Type: INDEX; Schema: watch; Owner: -
--

CREATE INDEX watch_owner_idx ON watch.watch USING btree (owner, created_at DESC, watch_id);


--
-- Name: INDEX watch_owner_idx; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON INDEX watch.watch_owner_idx IS 'Own watches, the latest first';


--
-- Name: watch_parcel_idx; Type: INDEX; Schema: watch; Owner: -
--

CREATE INDEX watch_parcel_idx ON watch.watch USING btree (parcel_id);


--
-- Name: INDEX watch_parcel_idx; Type: COMMENT; Schema: watch; Owner: -
--

COMMENT ON INDEX watch.watch_parcel_idx IS 'Who watches a parcel';


--
-- Name: checkpoint checkpoint_append_only; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER checkpoint_append_only BEFORE DELETE OR UPDATE ON audit.checkpoint FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();


--
-- Name: checkpoint checkpoint_no_truncate; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER checkpoint_no_truncate BEFORE TRUNCATE ON audit.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();


--
-- Name: entry entry_append_only; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER entry_append_only BEFORE DELETE OR UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();


--
-- Name: entry entry_no_truncate; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();


--
-- Name: entry entry_set_leaf; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER entry_set_leaf BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.set_leaf();


--
-- Name: leaf leaf_append_only; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER leaf_append_only BEFORE DELETE OR UPDATE ON audit.leaf FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();


--
-- Name: leaf leaf_no_truncate; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER leaf_no_truncate BEFORE TRUNCATE ON audit.leaf FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();


--
-- Name: read_log read_log_append_only; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER read_log_append_only BEFORE DELETE OR UPDATE ON audit.read_log FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();


--
-- Name: read_log read_log_no_truncate; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER read_log_no_truncate BEFORE TRUNCATE ON audit.read_log FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();


--
-- Name: tree_node tree_node_append_only; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER tree_node_append_only BEFORE DELETE OR UPDATE ON audit.tree_node FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();


--
-- Name: tree_node tree_node_no_truncate; Type: TRIGGER; Schema: audit; Owner: -
--

CREATE TRIGGER tree_node_no_truncate BEFORE TRUNCATE ON audit.tree_node FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();


--
-- Name: parcel_purpose parcel_purpose_version_insert; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_purpose_version_insert AFTER INSERT ON cadastre.parcel_purpose REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('parcel_purpose_version_exists', 'cadastre.parcel_version', 'parcel_id version_no');


--
-- Name: parcel_purpose parcel_purpose_version_update; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_purpose_version_update AFTER UPDATE ON cadastre.parcel_purpose REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('parcel_purpose_version_exists', 'cadastre.parcel_version', 'parcel_id version_no');


--
-- Name: parcel parcel_raised_by_insert; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_raised_by_insert AFTER INSERT ON cadastre.parcel REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: parcel parcel_raised_by_update; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_raised_by_update AFTER UPDATE ON cadastre.parcel REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: parcel parcel_refuse_delete; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_refuse_delete BEFORE DELETE ON cadastre.parcel FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: parcel parcel_refuse_new_id; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_refuse_new_id BEFORE UPDATE ON cadastre.parcel FOR EACH ROW WHEN ((old.parcel_id IS DISTINCT FROM new.parcel_id)) EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: parcel parcel_refuse_truncate; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_refuse_truncate BEFORE TRUNCATE ON cadastre.parcel FOR EACH STATEMENT EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: parcel parcel_source_insert; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_source_insert AFTER INSERT ON cadastre.parcel REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_source();


--
-- Name: parcel parcel_source_update; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_source_update AFTER UPDATE ON cadastre.parcel REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_source();


--
-- Name: parcel_version parcel_version_ended_by_update; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_ended_by_update AFTER UPDATE ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('parcel_version_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: parcel_version parcel_version_mark_stale_insert; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_mark_stale_insert AFTER INSERT ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.mark_stale();


--
-- Name: parcel_version parcel_version_mark_stale_update; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_mark_stale_update AFTER UPDATE ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.mark_stale();


--
-- Name: parcel_version parcel_version_no_overlap_insert; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_no_overlap_insert AFTER INSERT ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.refuse_overlap();


--
-- Name: parcel_version parcel_version_no_overlap_update; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_no_overlap_update AFTER UPDATE ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.refuse_overlap();


--
-- Name: parcel_version parcel_version_parents_insert; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_parents_insert AFTER INSERT ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('parcel_version_parcel_exists', 'cadastre.parcel', 'parcel_id', 'parcel_version_sheet_exists', 'cadastre.sheet', 'sheet_id', 'parcel_version_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: parcel_version parcel_version_raised_by_insert; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_raised_by_insert AFTER INSERT ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: parcel_version parcel_version_refuse_edit; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_refuse_edit BEFORE DELETE OR UPDATE ON cadastre.parcel_version FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_edit();


--
-- Name: parcel_version parcel_version_refuse_truncate; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_refuse_truncate BEFORE TRUNCATE ON cadastre.parcel_version FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();


--
-- Name: parcel_version parcel_version_supersedes_papers; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_supersedes_papers AFTER UPDATE ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION document.supersede_papers();


--
-- Name: parcel_version parcel_version_watched; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_watched AFTER INSERT ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION watch.note_changes();


--
-- Name: parcel_version parcel_version_watched_on; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER parcel_version_watched_on AFTER UPDATE ON cadastre.parcel_version REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION watch.note_changes();


--
-- Name: sheet sheet_refuse_delete; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER sheet_refuse_delete BEFORE DELETE ON cadastre.sheet FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: sheet sheet_refuse_new_id; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER sheet_refuse_new_id BEFORE UPDATE ON cadastre.sheet FOR EACH ROW WHEN ((old.sheet_id IS DISTINCT FROM new.sheet_id)) EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: sheet sheet_refuse_truncate; Type: TRIGGER; Schema: cadastre; Owner: -
--

CREATE TRIGGER sheet_refuse_truncate BEFORE TRUNCATE ON cadastre.sheet FOR EACH STATEMENT EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: basis_document basis_document_stays; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER basis_document_stays BEFORE DELETE OR UPDATE ON dealing.basis_document FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: content content_keep_lodged; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER content_keep_lodged BEFORE DELETE OR UPDATE ON dealing.content FOR EACH ROW EXECUTE FUNCTION dealing.keep_lodged();


--
-- Name: dealing dealing_count_version; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER dealing_count_version BEFORE UPDATE ON dealing.dealing FOR EACH ROW EXECUTE FUNCTION dealing.count_version();


--
-- Name: dealing dealing_file_together; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE CONSTRAINT TRIGGER dealing_file_together AFTER INSERT OR UPDATE OF status ON dealing.dealing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dealing.file_together();


--
-- Name: dealing dealing_forward_only; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER dealing_forward_only BEFORE UPDATE ON dealing.dealing FOR EACH ROW EXECUTE FUNCTION dealing.forward_only();


--
-- Name: dealing dealing_keep_terms; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER dealing_keep_terms BEFORE UPDATE ON dealing.dealing FOR EACH ROW EXECUTE FUNCTION dealing.keep_terms();


--
-- Name: dealing dealing_refuse_delete; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER dealing_refuse_delete BEFORE DELETE ON dealing.dealing FOR EACH ROW EXECUTE FUNCTION dealing.refuse_removal();


--
-- Name: dealing dealing_refuse_new_id; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER dealing_refuse_new_id BEFORE UPDATE ON dealing.dealing FOR EACH ROW WHEN ((old.dealing_id IS DISTINCT FROM new.dealing_id)) EXECUTE FUNCTION dealing.refuse_removal();


--
-- Name: dealing dealing_refuse_truncate; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER dealing_refuse_truncate BEFORE TRUNCATE ON dealing.dealing FOR EACH STATEMENT EXECUTE FUNCTION dealing.refuse_removal();


--
-- Name: dealing dealing_tell; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER dealing_tell AFTER INSERT OR UPDATE OF status ON dealing.dealing FOR EACH ROW EXECUTE FUNCTION dealing.tell_dealing();


--
-- Name: identity_number identity_number_keep_lodged; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER identity_number_keep_lodged BEFORE DELETE OR UPDATE ON dealing.identity_number FOR EACH ROW EXECUTE FUNCTION dealing.keep_lodged();


--
-- Name: pending_parcel pending_parcel_keep_lodged; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER pending_parcel_keep_lodged BEFORE DELETE OR UPDATE ON dealing.pending_parcel FOR EACH ROW EXECUTE FUNCTION dealing.keep_lodged();


--
-- Name: request_content request_content_stays; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER request_content_stays BEFORE DELETE OR UPDATE ON dealing.request_content FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: request request_keep; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER request_keep BEFORE DELETE OR UPDATE ON dealing.request FOR EACH ROW EXECUTE FUNCTION dealing.keep_request();


--
-- Name: request_step request_step_stays; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER request_step_stays BEFORE DELETE OR UPDATE ON dealing.request_step FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: target target_keep_lodged; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER target_keep_lodged BEFORE DELETE OR UPDATE ON dealing.target FOR EACH ROW EXECUTE FUNCTION dealing.keep_lodged();


--
-- Name: target target_require_version; Type: TRIGGER; Schema: dealing; Owner: -
--

CREATE TRIGGER target_require_version BEFORE INSERT ON dealing.target FOR EACH ROW EXECUTE FUNCTION dealing.require_target();


--
-- Name: blank blank_keep; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER blank_keep BEFORE INSERT OR DELETE OR UPDATE ON document.blank FOR EACH ROW EXECUTE FUNCTION document.keep_blank();


--
-- Name: blank_move blank_move_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER blank_move_stays BEFORE DELETE OR UPDATE ON document.blank_move FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: certificate certificate_keep; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER certificate_keep BEFORE DELETE OR UPDATE ON document.certificate FOR EACH ROW EXECUTE FUNCTION document.keep_certificate();


--
-- Name: certificate_right certificate_right_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER certificate_right_stays BEFORE DELETE OR UPDATE ON document.certificate_right FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: digitisation digitisation_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER digitisation_stays BEFORE DELETE OR UPDATE ON document.digitisation FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: document document_keep_decided; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER document_keep_decided BEFORE DELETE OR UPDATE ON document.document FOR EACH ROW EXECUTE FUNCTION document.keep_decided();


--
-- Name: document_page document_page_keep; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER document_page_keep BEFORE INSERT OR DELETE OR UPDATE ON document.document_page FOR EACH ROW EXECUTE FUNCTION document.keep_pages();


--
-- Name: field field_keep; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER field_keep BEFORE DELETE OR UPDATE ON document.field FOR EACH ROW EXECUTE FUNCTION document.keep_fields();


--
-- Name: map_sheet map_sheet_counts; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER map_sheet_counts BEFORE UPDATE ON document.map_sheet FOR EACH ROW EXECUTE FUNCTION document.count_map_sheet();


--
-- Name: map_sheet map_sheet_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER map_sheet_stays BEFORE DELETE ON document.map_sheet FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: page_picture page_picture_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER page_picture_stays BEFORE DELETE OR UPDATE ON document.page_picture FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: paper paper_keep; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER paper_keep BEFORE DELETE OR UPDATE ON document.paper FOR EACH ROW EXECUTE FUNCTION document.keep_paper();


--
-- Name: paper_parcel paper_parcel_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER paper_parcel_stays BEFORE DELETE OR UPDATE ON document.paper_parcel FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: parcel_link parcel_link_keep; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER parcel_link_keep BEFORE DELETE OR UPDATE ON document.parcel_link FOR EACH ROW EXECUTE FUNCTION document.keep_link();


--
-- Name: scan_page scan_page_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER scan_page_stays BEFORE DELETE ON document.scan_page FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: scan scan_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER scan_stays BEFORE DELETE ON document.scan FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: second_reading second_reading_keep; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER second_reading_keep BEFORE DELETE OR UPDATE ON document.second_reading FOR EACH ROW EXECUTE FUNCTION document.keep_second_reading();


--
-- Name: signing_certificate signing_certificate_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER signing_certificate_stays BEFORE DELETE OR UPDATE ON document.signing_certificate FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: statement_key statement_key_stays; Type: TRIGGER; Schema: document; Owner: -
--

CREATE TRIGGER statement_key_stays BEFORE DELETE OR UPDATE ON document.statement_key FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: day day_kept; Type: TRIGGER; Schema: indicator; Owner: -
--

CREATE TRIGGER day_kept BEFORE DELETE OR UPDATE ON indicator.day FOR EACH ROW EXECUTE FUNCTION indicator.refuse_change();


--
-- Name: day day_kept_whole; Type: TRIGGER; Schema: indicator; Owner: -
--

CREATE TRIGGER day_kept_whole BEFORE TRUNCATE ON indicator.day FOR EACH STATEMENT EXECUTE FUNCTION indicator.refuse_change();


--
-- Name: figure figure_kept; Type: TRIGGER; Schema: indicator; Owner: -
--

CREATE TRIGGER figure_kept BEFORE DELETE OR UPDATE ON indicator.figure FOR EACH ROW EXECUTE FUNCTION indicator.refuse_change();


--
-- Name: figure figure_kept_whole; Type: TRIGGER; Schema: indicator; Owner: -
--

CREATE TRIGGER figure_kept_whole BEFORE TRUNCATE ON indicator.figure FOR EACH STATEMENT EXECUTE FUNCTION indicator.refuse_change();


--
-- Name: detail detail_ended_by_update; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER detail_ended_by_update AFTER UPDATE ON party.detail REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('detail_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: detail detail_ended_supersedes_papers; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER detail_ended_supersedes_papers AFTER UPDATE ON party.detail REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION document.supersede_papers_of_holders();


--
-- Name: detail detail_only_ended; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER detail_only_ended BEFORE DELETE OR UPDATE ON party.detail FOR EACH ROW EXECUTE FUNCTION rights.only_ended();


--
-- Name: detail detail_raised_by_insert; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER detail_raised_by_insert AFTER INSERT ON party.detail REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: detail detail_raised_supersedes_papers; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER detail_raised_supersedes_papers AFTER INSERT ON party.detail REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION document.supersede_papers_of_holders();


--
-- Name: identity_paper identity_paper_party_insert; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER identity_paper_party_insert AFTER INSERT ON party.identity_paper REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('identity_paper_party_exists', 'party.party', 'party_id');


--
-- Name: identity_paper identity_paper_party_update; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER identity_paper_party_update AFTER UPDATE ON party.identity_paper REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('identity_paper_party_exists', 'party.party', 'party_id');


--
-- Name: party party_raised_by_insert; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER party_raised_by_insert AFTER INSERT ON party.party REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: party party_raised_by_update; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER party_raised_by_update AFTER UPDATE ON party.party REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: party party_refuse_delete; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER party_refuse_delete BEFORE DELETE ON party.party FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: party party_refuse_new_id; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER party_refuse_new_id BEFORE UPDATE ON party.party FOR EACH ROW WHEN ((old.party_id IS DISTINCT FROM new.party_id)) EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: party party_refuse_truncate; Type: TRIGGER; Schema: party; Owner: -
--

CREATE TRIGGER party_refuse_truncate BEFORE TRUNCATE ON party.party FOR EACH STATEMENT EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: registry_state registry_state_keep_srid; Type: TRIGGER; Schema: reference; Owner: -
--

CREATE TRIGGER registry_state_keep_srid BEFORE DELETE OR UPDATE ON reference.registry_state FOR EACH ROW WHEN ((old.name = 'registry_srid'::text)) EXECUTE FUNCTION reference.keep_registry_srid();


--
-- Name: registry_state registry_state_refuse_truncate; Type: TRIGGER; Schema: reference; Owner: -
--

CREATE TRIGGER registry_state_refuse_truncate BEFORE TRUNCATE ON reference.registry_state FOR EACH STATEMENT EXECUTE FUNCTION reference.keep_registry_srid();


--
-- Name: caveat caveat_ended_by_update; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER caveat_ended_by_update AFTER UPDATE ON rights.caveat REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('caveat_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: caveat caveat_only_ended; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER caveat_only_ended BEFORE DELETE OR UPDATE ON rights.caveat FOR EACH ROW EXECUTE FUNCTION rights.only_ended();


--
-- Name: caveat caveat_raised_by_insert; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER caveat_raised_by_insert AFTER INSERT ON rights.caveat REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: lease lease_ended_by_update; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER lease_ended_by_update AFTER UPDATE ON rights.lease REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('lease_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: lease lease_only_ended; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER lease_only_ended BEFORE DELETE OR UPDATE ON rights.lease FOR EACH ROW EXECUTE FUNCTION rights.only_ended();


--
-- Name: lease lease_parents_insert; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER lease_parents_insert AFTER INSERT ON rights.lease REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('lease_lessee_exists', 'party.party', 'lessee_id=party_id', 'lease_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: lease lease_raised_by_insert; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER lease_raised_by_insert AFTER INSERT ON rights.lease REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: leased_right leased_right_stays; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER leased_right_stays BEFORE DELETE OR UPDATE ON rights.leased_right FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: mortgage mortgage_ended_by_update; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER mortgage_ended_by_update AFTER UPDATE ON rights.mortgage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('mortgage_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: mortgage mortgage_only_ended; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER mortgage_only_ended BEFORE DELETE OR UPDATE ON rights.mortgage FOR EACH ROW EXECUTE FUNCTION rights.only_ended();


--
-- Name: mortgage mortgage_parents_insert; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER mortgage_parents_insert AFTER INSERT ON rights.mortgage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('mortgage_mortgagee_exists', 'party.party', 'mortgagee_id=party_id', 'mortgage_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: mortgage mortgage_raised_by_insert; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER mortgage_raised_by_insert AFTER INSERT ON rights.mortgage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: mortgaged_right mortgaged_right_stays; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER mortgaged_right_stays BEFORE DELETE OR UPDATE ON rights.mortgaged_right FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: proof proof_ended_by_update; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER proof_ended_by_update AFTER UPDATE ON rights.proof REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('proof_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: proof proof_only_ended; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER proof_only_ended BEFORE DELETE OR UPDATE ON rights.proof FOR EACH ROW EXECUTE FUNCTION rights.only_ended();


--
-- Name: proof proof_raised_by_insert; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER proof_raised_by_insert AFTER INSERT ON rights.proof REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: restriction restriction_ended_by_update; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER restriction_ended_by_update AFTER UPDATE ON rights.restriction REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('restriction_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: restriction restriction_only_ended; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER restriction_only_ended BEFORE DELETE OR UPDATE ON rights.restriction FOR EACH ROW EXECUTE FUNCTION rights.only_ended();


--
-- Name: restriction restriction_raised_by_insert; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER restriction_raised_by_insert AFTER INSERT ON rights.restriction REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: right right_ended_by_update; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER right_ended_by_update AFTER UPDATE ON rights."right" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('right_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: right right_ended_supersedes_papers; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER right_ended_supersedes_papers AFTER UPDATE ON rights."right" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION document.supersede_papers();


--
-- Name: right right_parents_insert; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER right_parents_insert AFTER INSERT ON rights."right" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('right_parcel_exists', 'cadastre.parcel', 'parcel_id', 'right_party_exists', 'party.party', 'party_id', 'right_ended_by_exists', 'dealing.dealing', 'ended_by=dealing_id');


--
-- Name: right right_raised_by_insert; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER right_raised_by_insert AFTER INSERT ON rights."right" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION dealing.require_raising();


--
-- Name: right right_raised_supersedes_papers; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER right_raised_supersedes_papers AFTER INSERT ON rights."right" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION document.supersede_papers();


--
-- Name: right right_refuse_edit; Type: TRIGGER; Schema: rights; Owner: -
--

CREATE TRIGGER right_refuse_edit BEFORE DELETE OR UPDATE ON rights."right" FOR EACH ROW EXECUTE FUNCTION rights.refuse_edit();


--
-- Name: ended ended_tell; Type: TRIGGER; Schema: session; Owner: -
--

CREATE TRIGGER ended_tell AFTER INSERT OR UPDATE ON session.ended FOR EACH STATEMENT EXECUTE FUNCTION session.tell_ended();


--
-- Name: batch batch_keep_steps; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER batch_keep_steps BEFORE UPDATE ON staging.batch FOR EACH ROW EXECUTE FUNCTION staging.keep_batch_steps();


--
-- Name: batch batch_refuse_delete; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER batch_refuse_delete BEFORE DELETE ON staging.batch FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: batch batch_refuse_new_id; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER batch_refuse_new_id BEFORE UPDATE ON staging.batch FOR EACH ROW WHEN ((old.batch_id IS DISTINCT FROM new.batch_id)) EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: batch batch_refuse_truncate; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER batch_refuse_truncate BEFORE TRUNCATE ON staging.batch FOR EACH STATEMENT EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: batch batch_tally; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE CONSTRAINT TRIGGER batch_tally AFTER INSERT OR UPDATE ON staging.batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION staging.tally_batch();


--
-- Name: batch batch_tell; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER batch_tell AFTER INSERT OR UPDATE OF status ON staging.batch FOR EACH ROW EXECUTE FUNCTION staging.tell_batch();


--
-- Name: batch_work batch_work_tell; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER batch_work_tell AFTER INSERT OR UPDATE OF state, stage, records_done ON staging.batch_work FOR EACH ROW EXECUTE FUNCTION staging.tell_batch();


--
-- Name: difference difference_batch_insert; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER difference_batch_insert AFTER INSERT ON staging.difference REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('difference_batch_exists', 'staging.batch', 'batch_id');


--
-- Name: identity_number identity_number_record_insert; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER identity_number_record_insert AFTER INSERT ON staging.identity_number REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION staging.require_record('identity_number_record_exists');


--
-- Name: identity_number identity_number_record_update; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER identity_number_record_update AFTER UPDATE ON staging.identity_number REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION staging.require_record('identity_number_record_exists');


--
-- Name: record record_batch_insert; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER record_batch_insert AFTER INSERT ON staging.record REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION cadastre.require_parent('record_batch_exists', 'staging.batch', 'batch_id');


--
-- Name: record record_forget_comparison; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER record_forget_comparison AFTER UPDATE OF status ON staging.record FOR EACH ROW WHEN (((old.status = 'ignored'::text) AND (new.status <> 'ignored'::text))) EXECUTE FUNCTION staging.forget_comparison();


--
-- Name: record record_keep_source_delete; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER record_keep_source_delete BEFORE DELETE ON staging.record FOR EACH ROW EXECUTE FUNCTION cadastre.keep_source();


--
-- Name: record record_keep_source_update; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER record_keep_source_update BEFORE UPDATE ON staging.record FOR EACH ROW WHEN (((old.batch_id IS DISTINCT FROM new.batch_id) OR (old.record_no IS DISTINCT FROM new.record_no))) EXECUTE FUNCTION cadastre.keep_source();


--
-- Name: record record_refuse_truncate; Type: TRIGGER; Schema: staging; Owner: -
--

CREATE TRIGGER record_refuse_truncate BEFORE TRUNCATE ON staging.record FOR EACH STATEMENT EXECUTE FUNCTION cadastre.refuse_emptying();


--
-- Name: edition edition_check_load; Type: TRIGGER; Schema: thematic; Owner: -
--

CREATE TRIGGER edition_check_load BEFORE INSERT ON thematic.edition FOR EACH ROW EXECUTE FUNCTION thematic.check_initial_load();


--
-- Name: edition edition_keep; Type: TRIGGER; Schema: thematic; Owner: -
--

CREATE TRIGGER edition_keep BEFORE UPDATE ON thematic.edition FOR EACH ROW EXECUTE FUNCTION thematic.keep_edition();


--
-- Name: edition edition_refuse_delete; Type: TRIGGER; Schema: thematic; Owner: -
--

CREATE TRIGGER edition_refuse_delete BEFORE DELETE ON thematic.edition FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: feature feature_only_new; Type: TRIGGER; Schema: thematic; Owner: -
--

CREATE TRIGGER feature_only_new AFTER INSERT ON thematic.feature REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION thematic.require_proposed();


--
-- Name: feature feature_refuse_change; Type: TRIGGER; Schema: thematic; Owner: -
--

CREATE TRIGGER feature_refuse_change BEFORE DELETE OR UPDATE ON thematic.feature FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: fetch fetch_refuse_delete; Type: TRIGGER; Schema: thematic; Owner: -
--

CREATE TRIGGER fetch_refuse_delete BEFORE DELETE ON thematic."fetch" FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: layer layer_keep; Type: TRIGGER; Schema: thematic; Owner: -
--

CREATE TRIGGER layer_keep BEFORE UPDATE ON thematic.layer FOR EACH ROW EXECUTE FUNCTION thematic.keep_layer();


--
-- Name: layer layer_refuse_delete; Type: TRIGGER; Schema: thematic; Owner: -
--

CREATE TRIGGER layer_refuse_delete BEFORE DELETE ON thematic.layer FOR EACH ROW EXECUTE FUNCTION cadastre.refuse_removal();


--
-- Name: lineage lineage_child_id_fkey; Type: FK CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.lineage
    ADD CONSTRAINT lineage_child_id_fkey FOREIGN KEY (child_id) REFERENCES cadastre.parcel(parcel_id);


--
-- Name: lineage lineage_dealing_id_fkey; Type: FK CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.lineage
    ADD CONSTRAINT lineage_dealing_id_fkey FOREIGN KEY (dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: lineage lineage_parent_id_fkey; Type: FK CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.lineage
    ADD CONSTRAINT lineage_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES cadastre.parcel(parcel_id);


--
-- Name: sheet sheet_commune_fkey; Type: FK CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.sheet
    ADD CONSTRAINT sheet_commune_fkey FOREIGN KEY (commune_code, commune_valid_from) REFERENCES reference.administrative_unit(code, valid_from);


--
-- Name: sheet_outline sheet_outline_sheet_id_fkey; Type: FK CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.sheet_outline
    ADD CONSTRAINT sheet_outline_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES cadastre.sheet(sheet_id);


--
-- Name: sheet sheet_unit_fkey; Type: FK CONSTRAINT; Schema: cadastre; Owner: -
--

ALTER TABLE ONLY cadastre.sheet
    ADD CONSTRAINT sheet_unit_fkey FOREIGN KEY (unit_code, unit_valid_from) REFERENCES reference.administrative_unit(code, valid_from);


--
-- Name: answer answer_batch_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.answer
    ADD CONSTRAINT answer_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: answer answer_dealing_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.answer
    ADD CONSTRAINT answer_dealing_id_fkey FOREIGN KEY (dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: basis_document basis_document_dealing_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.basis_document
    ADD CONSTRAINT basis_document_dealing_id_fkey FOREIGN KEY (dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: basis_document basis_document_document_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.basis_document
    ADD CONSTRAINT basis_document_document_id_fkey FOREIGN KEY (document_id) REFERENCES document.document(document_id);


--
-- Name: content content_dealing_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.content
    ADD CONSTRAINT content_dealing_id_fkey FOREIGN KEY (dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: dealing dealing_commune_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.dealing
    ADD CONSTRAINT dealing_commune_fkey FOREIGN KEY (commune_code, commune_valid_from) REFERENCES reference.administrative_unit(code, valid_from);


--
-- Name: dealing dealing_file_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.dealing
    ADD CONSTRAINT dealing_file_id_fkey FOREIGN KEY (file_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: dealing dealing_kind_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.dealing
    ADD CONSTRAINT dealing_kind_fkey FOREIGN KEY (kind) REFERENCES reference.dealing_kind(kind);


--
-- Name: dealing dealing_reverses_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.dealing
    ADD CONSTRAINT dealing_reverses_fkey FOREIGN KEY (reverses) REFERENCES dealing.dealing(dealing_id);


--
-- Name: identity_number identity_number_dealing_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.identity_number
    ADD CONSTRAINT identity_number_dealing_id_fkey FOREIGN KEY (dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: message message_request_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.message
    ADD CONSTRAINT message_request_id_fkey FOREIGN KEY (request_id) REFERENCES dealing.request(request_id);


--
-- Name: pending_parcel pending_parcel_dealing_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.pending_parcel
    ADD CONSTRAINT pending_parcel_dealing_id_fkey FOREIGN KEY (dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: pending_parcel pending_parcel_sheet_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.pending_parcel
    ADD CONSTRAINT pending_parcel_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES cadastre.sheet(sheet_id);


--
-- Name: proposal proposal_batch_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.proposal
    ADD CONSTRAINT proposal_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: proposal proposal_dealing_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.proposal
    ADD CONSTRAINT proposal_dealing_id_fkey FOREIGN KEY (dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: request_content request_content_request_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request_content
    ADD CONSTRAINT request_content_request_id_fkey FOREIGN KEY (request_id) REFERENCES dealing.request(request_id);


--
-- Name: request request_paper_serial_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request
    ADD CONSTRAINT request_paper_serial_fkey FOREIGN KEY (paper_serial) REFERENCES document.paper(serial);


--
-- Name: request request_parcel_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request
    ADD CONSTRAINT request_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES cadastre.parcel(parcel_id);


--
-- Name: request_step request_step_request_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request_step
    ADD CONSTRAINT request_step_request_id_fkey FOREIGN KEY (request_id) REFERENCES dealing.request(request_id);


--
-- Name: request_stop request_stop_request_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.request_stop
    ADD CONSTRAINT request_stop_request_id_fkey FOREIGN KEY (request_id) REFERENCES dealing.request(request_id);


--
-- Name: target target_dealing_id_fkey; Type: FK CONSTRAINT; Schema: dealing; Owner: -
--

ALTER TABLE ONLY dealing.target
    ADD CONSTRAINT target_dealing_id_fkey FOREIGN KEY (dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: blank_move blank_move_dealing_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.blank_move
    ADD CONSTRAINT blank_move_dealing_id_fkey FOREIGN KEY (dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: blank_move blank_move_first_serial_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.blank_move
    ADD CONSTRAINT blank_move_first_serial_fkey FOREIGN KEY (first_serial) REFERENCES document.blank(serial);


--
-- Name: blank_move blank_move_last_serial_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.blank_move
    ADD CONSTRAINT blank_move_last_serial_fkey FOREIGN KEY (last_serial) REFERENCES document.blank(serial);


--
-- Name: certificate certificate_blank_serial_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate
    ADD CONSTRAINT certificate_blank_serial_fkey FOREIGN KEY (blank_serial) REFERENCES document.blank(serial);


--
-- Name: certificate certificate_ended_by_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate
    ADD CONSTRAINT certificate_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES dealing.dealing(dealing_id);


--
-- Name: certificate certificate_raised_by_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate
    ADD CONSTRAINT certificate_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES dealing.dealing(dealing_id);


--
-- Name: certificate_right certificate_right_right_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate_right
    ADD CONSTRAINT certificate_right_right_id_fkey FOREIGN KEY (right_id) REFERENCES rights."right"(right_id);


--
-- Name: certificate_right certificate_right_serial_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.certificate_right
    ADD CONSTRAINT certificate_right_serial_fkey FOREIGN KEY (serial) REFERENCES document.certificate(serial);


--
-- Name: digitisation digitisation_batch_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.digitisation
    ADD CONSTRAINT digitisation_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: digitisation digitisation_page_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.digitisation
    ADD CONSTRAINT digitisation_page_fkey FOREIGN KEY (scan_id, page_no) REFERENCES document.scan_page(scan_id, page_no);


--
-- Name: document_page document_page_document_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.document_page
    ADD CONSTRAINT document_page_document_id_fkey FOREIGN KEY (document_id) REFERENCES document.document(document_id);


--
-- Name: document_page document_page_page_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.document_page
    ADD CONSTRAINT document_page_page_fkey FOREIGN KEY (scan_id, page_no) REFERENCES document.scan_page(scan_id, page_no);


--
-- Name: document document_scan_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.document
    ADD CONSTRAINT document_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES document.scan(scan_id);


--
-- Name: field field_document_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.field
    ADD CONSTRAINT field_document_id_fkey FOREIGN KEY (document_id) REFERENCES document.document(document_id);


--
-- Name: identity_number identity_number_document_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.identity_number
    ADD CONSTRAINT identity_number_document_id_fkey FOREIGN KEY (document_id) REFERENCES document.document(document_id);


--
-- Name: map_sheet map_sheet_page_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.map_sheet
    ADD CONSTRAINT map_sheet_page_fkey FOREIGN KEY (scan_id, page_no) REFERENCES document.scan_page(scan_id, page_no);


--
-- Name: page_picture page_picture_page_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.page_picture
    ADD CONSTRAINT page_picture_page_fkey FOREIGN KEY (scan_id, page_no) REFERENCES document.scan_page(scan_id, page_no);


--
-- Name: page_picture page_picture_sha256_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.page_picture
    ADD CONSTRAINT page_picture_sha256_fkey FOREIGN KEY (sha256) REFERENCES document.stored_file(sha256);


--
-- Name: paper_parcel paper_parcel_serial_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.paper_parcel
    ADD CONSTRAINT paper_parcel_serial_fkey FOREIGN KEY (serial) REFERENCES document.paper(serial);


--
-- Name: paper_parcel paper_parcel_version_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.paper_parcel
    ADD CONSTRAINT paper_parcel_version_fkey FOREIGN KEY (parcel_id, version_no) REFERENCES cadastre.parcel_version(parcel_id, version_no);


--
-- Name: paper paper_sha256_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.paper
    ADD CONSTRAINT paper_sha256_fkey FOREIGN KEY (sha256) REFERENCES document.stored_file(sha256);


--
-- Name: paper paper_superseded_by_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.paper
    ADD CONSTRAINT paper_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES dealing.dealing(dealing_id);


--
-- Name: parcel_link parcel_link_document_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.parcel_link
    ADD CONSTRAINT parcel_link_document_id_fkey FOREIGN KEY (document_id) REFERENCES document.document(document_id);


--
-- Name: parcel_link parcel_link_parcel_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.parcel_link
    ADD CONSTRAINT parcel_link_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES cadastre.parcel(parcel_id);


--
-- Name: scan_page scan_page_scan_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.scan_page
    ADD CONSTRAINT scan_page_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES document.scan(scan_id);


--
-- Name: scan scan_sha256_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.scan
    ADD CONSTRAINT scan_sha256_fkey FOREIGN KEY (sha256) REFERENCES document.stored_file(sha256);


--
-- Name: second_field second_field_document_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.second_field
    ADD CONSTRAINT second_field_document_id_fkey FOREIGN KEY (document_id) REFERENCES document.second_reading(document_id);


--
-- Name: second_reading second_reading_document_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.second_reading
    ADD CONSTRAINT second_reading_document_id_fkey FOREIGN KEY (document_id) REFERENCES document.document(document_id);


--
-- Name: shelf_place shelf_place_document_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.shelf_place
    ADD CONSTRAINT shelf_place_document_id_fkey FOREIGN KEY (document_id) REFERENCES document.document(document_id);


--
-- Name: word word_document_id_fkey; Type: FK CONSTRAINT; Schema: document; Owner: -
--

ALTER TABLE ONLY document.word
    ADD CONSTRAINT word_document_id_fkey FOREIGN KEY (document_id) REFERENCES document.document(document_id);


--
-- Name: figure figure_day_fkey; Type: FK CONSTRAINT; Schema: indicator; Owner: -
--

ALTER TABLE ONLY indicator.figure
    ADD CONSTRAINT figure_day_fkey FOREIGN KEY (day) REFERENCES indicator.day(day);


--
-- Name: figure figure_measure_fkey; Type: FK CONSTRAINT; Schema: indicator; Owner: -
--

ALTER TABLE ONLY indicator.figure
    ADD CONSTRAINT figure_measure_fkey FOREIGN KEY (measure) REFERENCES indicator.measure(measure);


--
-- Name: running_figure running_figure_measure_fkey; Type: FK CONSTRAINT; Schema: indicator; Owner: -
--

ALTER TABLE ONLY indicator.running_figure
    ADD CONSTRAINT running_figure_measure_fkey FOREIGN KEY (measure) REFERENCES indicator.measure(measure);


--
-- Name: answer answer_lookup_id_fkey; Type: FK CONSTRAINT; Schema: lookup; Owner: -
--

ALTER TABLE ONLY lookup.answer
    ADD CONSTRAINT answer_lookup_id_fkey FOREIGN KEY (lookup_id) REFERENCES lookup.lookup(lookup_id) ON DELETE CASCADE;


--
-- Name: row row_lookup_id_fkey; Type: FK CONSTRAINT; Schema: lookup; Owner: -
--

ALTER TABLE ONLY lookup."row"
    ADD CONSTRAINT row_lookup_id_fkey FOREIGN KEY (lookup_id) REFERENCES lookup.lookup(lookup_id) ON DELETE CASCADE;


--
-- Name: detail detail_identity_paper_fkey; Type: FK CONSTRAINT; Schema: party; Owner: -
--

ALTER TABLE ONLY party.detail
    ADD CONSTRAINT detail_identity_paper_fkey FOREIGN KEY (party_id, identity_ordinal) REFERENCES party.identity_paper(party_id, ordinal);


--
-- Name: detail detail_party_id_fkey; Type: FK CONSTRAINT; Schema: party; Owner: -
--

ALTER TABLE ONLY party.detail
    ADD CONSTRAINT detail_party_id_fkey FOREIGN KEY (party_id) REFERENCES party.party(party_id);


--
-- Name: administrative_unit_extent administrative_unit_extent_unit_fkey; Type: FK CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.administrative_unit_extent
    ADD CONSTRAINT administrative_unit_extent_unit_fkey FOREIGN KEY (code, valid_from) REFERENCES reference.administrative_unit(code, valid_from);


--
-- Name: administrative_unit_successor administrative_unit_successor_new_fkey; Type: FK CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.administrative_unit_successor
    ADD CONSTRAINT administrative_unit_successor_new_fkey FOREIGN KEY (new_code, new_valid_from) REFERENCES reference.administrative_unit(code, valid_from);


--
-- Name: administrative_unit_successor administrative_unit_successor_old_fkey; Type: FK CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.administrative_unit_successor
    ADD CONSTRAINT administrative_unit_successor_old_fkey FOREIGN KEY (old_code, old_valid_from) REFERENCES reference.administrative_unit(code, valid_from);


--
-- Name: signatory signatory_office_id_fkey; Type: FK CONSTRAINT; Schema: reference; Owner: -
--

ALTER TABLE ONLY reference.signatory
    ADD CONSTRAINT signatory_office_id_fkey FOREIGN KEY (office_id) REFERENCES reference.office(office_id);


--
-- Name: caveat caveat_parcel_id_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.caveat
    ADD CONSTRAINT caveat_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES cadastre.parcel(parcel_id);


--
-- Name: leased_right leased_right_lease_id_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.leased_right
    ADD CONSTRAINT leased_right_lease_id_fkey FOREIGN KEY (lease_id) REFERENCES rights.lease(lease_id);


--
-- Name: leased_right leased_right_raised_by_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.leased_right
    ADD CONSTRAINT leased_right_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES dealing.dealing(dealing_id);


--
-- Name: leased_right leased_right_right_id_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.leased_right
    ADD CONSTRAINT leased_right_right_id_fkey FOREIGN KEY (right_id) REFERENCES rights."right"(right_id);


--
-- Name: mortgage mortgage_follows_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.mortgage
    ADD CONSTRAINT mortgage_follows_fkey FOREIGN KEY (follows) REFERENCES rights.mortgage(mortgage_id);


--
-- Name: mortgaged_right mortgaged_right_mortgage_id_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.mortgaged_right
    ADD CONSTRAINT mortgaged_right_mortgage_id_fkey FOREIGN KEY (mortgage_id) REFERENCES rights.mortgage(mortgage_id);


--
-- Name: mortgaged_right mortgaged_right_raised_by_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.mortgaged_right
    ADD CONSTRAINT mortgaged_right_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES dealing.dealing(dealing_id);


--
-- Name: mortgaged_right mortgaged_right_right_id_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.mortgaged_right
    ADD CONSTRAINT mortgaged_right_right_id_fkey FOREIGN KEY (right_id) REFERENCES rights."right"(right_id);


--
-- Name: proof proof_right_id_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.proof
    ADD CONSTRAINT proof_right_id_fkey FOREIGN KEY (right_id) REFERENCES rights."right"(right_id);


--
-- Name: restriction restriction_parcel_id_fkey; Type: FK CONSTRAINT; Schema: rights; Owner: -
--

ALTER TABLE ONLY rights.restriction
    ADD CONSTRAINT restriction_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES cadastre.parcel(parcel_id);


--
-- Name: batch batch_commune_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch
    ADD CONSTRAINT batch_commune_fkey FOREIGN KEY (commune_code, commune_valid_from) REFERENCES reference.administrative_unit(code, valid_from);


--
-- Name: batch batch_promotion_dealing_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch
    ADD CONSTRAINT batch_promotion_dealing_id_fkey FOREIGN KEY (promotion_dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: batch batch_proposal_dealing_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch
    ADD CONSTRAINT batch_proposal_dealing_id_fkey FOREIGN KEY (proposal_dealing_id) REFERENCES dealing.dealing(dealing_id);


--
-- Name: batch batch_source_sha256_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch
    ADD CONSTRAINT batch_source_sha256_fkey FOREIGN KEY (source_sha256) REFERENCES document.stored_file(sha256);


--
-- Name: batch batch_superseded_by_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch
    ADD CONSTRAINT batch_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES staging.batch(batch_id);


--
-- Name: batch_tally batch_tally_batch_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch_tally
    ADD CONSTRAINT batch_tally_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: batch batch_unit_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch
    ADD CONSTRAINT batch_unit_fkey FOREIGN KEY (unit_code, unit_valid_from) REFERENCES reference.administrative_unit(code, valid_from);


--
-- Name: batch_work batch_work_batch_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.batch_work
    ADD CONSTRAINT batch_work_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: correction correction_record_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.correction
    ADD CONSTRAINT correction_record_fkey FOREIGN KEY (batch_id, record_no) REFERENCES staging.record(batch_id, record_no);


--
-- Name: correction_step correction_step_correction_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.correction_step
    ADD CONSTRAINT correction_step_correction_fkey FOREIGN KEY (batch_id, record_no, field, rule) REFERENCES staging.correction(batch_id, record_no, field, rule);


--
-- Name: exclusion_step exclusion_step_record_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.exclusion_step
    ADD CONSTRAINT exclusion_step_record_fkey FOREIGN KEY (batch_id, record_no) REFERENCES staging.record(batch_id, record_no);


--
-- Name: file file_batch_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.file
    ADD CONSTRAINT file_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: finding finding_batch_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.finding
    ADD CONSTRAINT finding_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: overlap_check overlap_check_batch_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.overlap_check
    ADD CONSTRAINT overlap_check_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: overlap_pair overlap_pair_batch_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.overlap_pair
    ADD CONSTRAINT overlap_pair_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: same_shape same_shape_batch_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.same_shape
    ADD CONSTRAINT same_shape_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: uncompared uncompared_batch_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.uncompared
    ADD CONSTRAINT uncompared_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: upload upload_batch_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.upload
    ADD CONSTRAINT upload_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: upload upload_scan_id_fkey; Type: FK CONSTRAINT; Schema: staging; Owner: -
--

ALTER TABLE ONLY staging.upload
    ADD CONSTRAINT upload_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES document.scan(scan_id);


--
-- Name: edition edition_batch_id_fkey; Type: FK CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic.edition
    ADD CONSTRAINT edition_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: edition edition_layer_code_fkey; Type: FK CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic.edition
    ADD CONSTRAINT edition_layer_code_fkey FOREIGN KEY (layer_code) REFERENCES thematic.layer(layer_code);


--
-- Name: edition edition_restores_fkey; Type: FK CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic.edition
    ADD CONSTRAINT edition_restores_fkey FOREIGN KEY (restores) REFERENCES thematic.edition(edition_id);


--
-- Name: feature feature_edition_id_fkey; Type: FK CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic.feature
    ADD CONSTRAINT feature_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES thematic.edition(edition_id);


--
-- Name: fetch fetch_batch_id_fkey; Type: FK CONSTRAINT; Schema: thematic; Owner: -
--

ALTER TABLE ONLY thematic."fetch"
    ADD CONSTRAINT fetch_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES staging.batch(batch_id);


--
-- Name: delivery delivery_watch_id_fkey; Type: FK CONSTRAINT; Schema: watch; Owner: -
--

ALTER TABLE ONLY watch.delivery
    ADD CONSTRAINT delivery_watch_id_fkey FOREIGN KEY (watch_id) REFERENCES watch.watch(watch_id) ON DELETE CASCADE;


--
-- Name: notice notice_watch_id_fkey; Type: FK CONSTRAINT; Schema: watch; Owner: -
--

ALTER TABLE ONLY watch.notice
    ADD CONSTRAINT notice_watch_id_fkey FOREIGN KEY (watch_id) REFERENCES watch.watch(watch_id) ON DELETE CASCADE;


--
-- Name: watch watch_parcel_id_fkey; Type: FK CONSTRAINT; Schema: watch; Owner: -
--

ALTER TABLE ONLY watch.watch
    ADD CONSTRAINT watch_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES cadastre.parcel(parcel_id);


--
-- Name: parcel_version; Type: ROW SECURITY; Schema: cadastre; Owner: -
--

ALTER TABLE cadastre.parcel_version ENABLE ROW LEVEL SECURITY;

--
-- Name: parcel_version parcel_version_insert; Type: POLICY; Schema: cadastre; Owner: -
--

CREATE POLICY parcel_version_insert ON cadastre.parcel_version FOR INSERT TO diaba_app WITH CHECK (((( SELECT current_setting('diaba.communes'::text, true) AS current_setting) = '*'::text) OR (EXISTS ( SELECT
   FROM cadastre.sheet s
  WHERE ((s.sheet_id = parcel_version.sheet_id) AND ((s.commune_code)::text = ANY (( SELECT string_to_array(NULLIF(current_setting('diaba.communes'::text, true), ''::text), ','::text) AS string_to_array)::text[])))))));


--
-- Name: parcel_version parcel_version_read; Type: POLICY; Schema: cadastre; Owner: -
--

CREATE POLICY parcel_version_read ON cadastre.parcel_version FOR SELECT USING (true);


--
-- Name: parcel_version parcel_version_update; Type: POLICY; Schema: cadastre; Owner: -
--

CREATE POLICY parcel_version_update ON cadastre.parcel_version FOR UPDATE TO diaba_app USING (((( SELECT current_setting('diaba.communes'::text, true) AS current_setting) = '*'::text) OR (EXISTS ( SELECT
   FROM cadastre.sheet s
  WHERE ((s.sheet_id = parcel_version.sheet_id) AND ((s.commune_code)::text = ANY (( SELECT string_to_array(NULLIF(current_setting('diaba.communes'::text, true), ''::text), ','::text) AS string_to_array)::text[])))))));


--
-- Name: sheet; Type: ROW SECURITY; Schema: cadastre; Owner: -
--

ALTER TABLE cadastre.sheet ENABLE ROW LEVEL SECURITY;

--
-- Name: sheet sheet_insert; Type: POLICY; Schema: cadastre; Owner: -
--

CREATE POLICY sheet_insert ON cadastre.sheet FOR INSERT TO diaba_app WITH CHECK (staging.in_scope(commune_code));


--
-- Name: sheet sheet_read; Type: POLICY; Schema: cadastre; Owner: -
--

CREATE POLICY sheet_read ON cadastre.sheet FOR SELECT USING (true);


--
-- Name: sheet sheet_update; Type: POLICY; Schema: cadastre; Owner: -
--

CREATE POLICY sheet_update ON cadastre.sheet FOR UPDATE TO diaba_app USING (staging.in_scope(commune_code)) WITH CHECK (staging.in_scope(commune_code));


--
-- Name: answer; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.answer ENABLE ROW LEVEL SECURITY;

--
-- Name: answer answer_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY answer_scope ON dealing.answer TO diaba_app USING (((actor = ( SELECT current_setting('diaba.actor'::text, true) AS current_setting)) AND
CASE
    WHEN (batch_id IS NULL) THEN (EXISTS ( SELECT
       FROM dealing.dealing d
      WHERE (d.dealing_id = answer.dealing_id)))
    ELSE (EXISTS ( SELECT
       FROM staging.batch b
      WHERE (b.batch_id = answer.batch_id)))
END));


--
-- Name: basis_document; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.basis_document ENABLE ROW LEVEL SECURITY;

--
-- Name: basis_document basis_document_audit; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY basis_document_audit ON dealing.basis_document FOR SELECT TO diaba_auditor USING (true);


--
-- Name: basis_document basis_document_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY basis_document_scope ON dealing.basis_document TO diaba_app USING ((EXISTS ( SELECT
   FROM dealing.dealing d
  WHERE (d.dealing_id = basis_document.dealing_id))));


--
-- Name: content; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.content ENABLE ROW LEVEL SECURITY;

--
-- Name: content content_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY content_scope ON dealing.content TO diaba_app USING ((EXISTS ( SELECT
   FROM dealing.dealing d
  WHERE (d.dealing_id = content.dealing_id))));


--
-- Name: dealing; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.dealing ENABLE ROW LEVEL SECURITY;

--
-- Name: dealing dealing_audit; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY dealing_audit ON dealing.dealing FOR SELECT TO diaba_auditor USING (true);


--
-- Name: dealing dealing_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY dealing_scope ON dealing.dealing TO diaba_app USING ((((commune_code)::text = ANY (( SELECT string_to_array(NULLIF(current_setting('diaba.communes'::text, true), ''::text), ','::text) AS string_to_array)::text[])) OR (( SELECT current_setting('diaba.communes'::text, true) AS current_setting) = '*'::text)));


--
-- Name: identity_number; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.identity_number ENABLE ROW LEVEL SECURITY;

--
-- Name: identity_number identity_number_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY identity_number_scope ON dealing.identity_number TO diaba_app USING ((EXISTS ( SELECT
   FROM dealing.dealing d
  WHERE (d.dealing_id = identity_number.dealing_id))));


--
-- Name: message; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.message ENABLE ROW LEVEL SECURITY;

--
-- Name: message message_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY message_scope ON dealing.message TO diaba_app USING ((request_id IN ( SELECT r.request_id
   FROM dealing.request r)));


--
-- Name: pending_parcel; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.pending_parcel ENABLE ROW LEVEL SECURITY;

--
-- Name: pending_parcel pending_parcel_audit; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY pending_parcel_audit ON dealing.pending_parcel FOR SELECT TO diaba_auditor USING (true);


--
-- Name: pending_parcel pending_parcel_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY pending_parcel_scope ON dealing.pending_parcel TO diaba_app USING ((EXISTS ( SELECT
   FROM dealing.dealing d
  WHERE (d.dealing_id = pending_parcel.dealing_id))));


--
-- Name: proposal; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.proposal ENABLE ROW LEVEL SECURITY;

--
-- Name: proposal proposal_audit; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY proposal_audit ON dealing.proposal FOR SELECT TO diaba_auditor USING (true);


--
-- Name: proposal proposal_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY proposal_scope ON dealing.proposal TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: request; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.request ENABLE ROW LEVEL SECURITY;

--
-- Name: request request_audit; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY request_audit ON dealing.request FOR SELECT TO diaba_auditor USING (true);


--
-- Name: request_content; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.request_content ENABLE ROW LEVEL SECURITY;

--
-- Name: request_content request_content_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY request_content_scope ON dealing.request_content TO diaba_app USING ((EXISTS ( SELECT
   FROM dealing.request r
  WHERE (r.request_id = request_content.request_id))));


--
-- Name: request request_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY request_scope ON dealing.request TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: request_step; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.request_step ENABLE ROW LEVEL SECURITY;

--
-- Name: request_step request_step_audit; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY request_step_audit ON dealing.request_step FOR SELECT TO diaba_auditor USING (true);


--
-- Name: request_step request_step_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY request_step_scope ON dealing.request_step TO diaba_app USING ((EXISTS ( SELECT
   FROM dealing.request r
  WHERE (r.request_id = request_step.request_id))));


--
-- Name: request_stop; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.request_stop ENABLE ROW LEVEL SECURITY;

--
-- Name: request_stop request_stop_audit; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY request_stop_audit ON dealing.request_stop FOR SELECT TO diaba_auditor USING (true);


--
-- Name: request_stop request_stop_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY request_stop_scope ON dealing.request_stop TO diaba_app USING ((EXISTS ( SELECT
   FROM dealing.request r
  WHERE (r.request_id = request_stop.request_id))));


--
-- Name: target; Type: ROW SECURITY; Schema: dealing; Owner: -
--

ALTER TABLE dealing.target ENABLE ROW LEVEL SECURITY;

--
-- Name: target target_audit; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY target_audit ON dealing.target FOR SELECT TO diaba_auditor USING (true);


--
-- Name: target target_scope; Type: POLICY; Schema: dealing; Owner: -
--

CREATE POLICY target_scope ON dealing.target TO diaba_app USING ((EXISTS ( SELECT
   FROM dealing.dealing d
  WHERE (d.dealing_id = target.dealing_id))));


--
-- Name: blank; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.blank ENABLE ROW LEVEL SECURITY;

--
-- Name: blank blank_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY blank_audit ON document.blank FOR SELECT TO diaba_auditor USING (true);


--
-- Name: blank_move; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.blank_move ENABLE ROW LEVEL SECURITY;

--
-- Name: blank_move blank_move_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY blank_move_audit ON document.blank_move FOR SELECT TO diaba_auditor USING (true);


--
-- Name: blank_move blank_move_staff; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY blank_move_staff ON document.blank_move TO diaba_app USING (true);


--
-- Name: blank blank_staff; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY blank_staff ON document.blank TO diaba_app USING (true);


--
-- Name: certificate; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.certificate ENABLE ROW LEVEL SECURITY;

--
-- Name: certificate certificate_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY certificate_audit ON document.certificate FOR SELECT TO diaba_auditor USING (true);


--
-- Name: certificate_right; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.certificate_right ENABLE ROW LEVEL SECURITY;

--
-- Name: certificate_right certificate_right_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY certificate_right_audit ON document.certificate_right FOR SELECT TO diaba_auditor USING (true);


--
-- Name: certificate_right certificate_right_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY certificate_right_scope ON document.certificate_right TO diaba_app USING ((EXISTS ( SELECT
   FROM document.certificate c
  WHERE (c.serial = certificate_right.serial))));


--
-- Name: certificate certificate_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY certificate_scope ON document.certificate TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: digitisation; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.digitisation ENABLE ROW LEVEL SECURITY;

--
-- Name: digitisation digitisation_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY digitisation_audit ON document.digitisation FOR SELECT TO diaba_auditor USING (true);


--
-- Name: digitisation digitisation_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY digitisation_scope ON document.digitisation TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: document; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.document ENABLE ROW LEVEL SECURITY;

--
-- Name: document document_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY document_audit ON document.document FOR SELECT TO diaba_auditor USING (true);


--
-- Name: document_page; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.document_page ENABLE ROW LEVEL SECURITY;

--
-- Name: document_page document_page_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY document_page_scope ON document.document_page TO diaba_app USING ((EXISTS ( SELECT
   FROM document.document d
  WHERE (d.document_id = document_page.document_id))));


--
-- Name: document document_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY document_scope ON document.document TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: field; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.field ENABLE ROW LEVEL SECURITY;

--
-- Name: field field_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY field_scope ON document.field TO diaba_app USING ((EXISTS ( SELECT
   FROM document.document d
  WHERE (d.document_id = field.document_id))));


--
-- Name: identity_number; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.identity_number ENABLE ROW LEVEL SECURITY;

--
-- Name: identity_number identity_number_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY identity_number_scope ON document.identity_number TO diaba_app USING ((EXISTS ( SELECT
   FROM document.document d
  WHERE (d.document_id = identity_number.document_id))));


--
-- Name: map_sheet; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.map_sheet ENABLE ROW LEVEL SECURITY;

--
-- Name: map_sheet map_sheet_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY map_sheet_scope ON document.map_sheet TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: page_picture; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.page_picture ENABLE ROW LEVEL SECURITY;

--
-- Name: page_picture page_picture_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY page_picture_scope ON document.page_picture TO diaba_app USING ((EXISTS ( SELECT
   FROM document.scan s
  WHERE (s.scan_id = page_picture.scan_id))));


--
-- Name: paper; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.paper ENABLE ROW LEVEL SECURITY;

--
-- Name: paper paper_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY paper_audit ON document.paper FOR SELECT TO diaba_auditor USING (true);


--
-- Name: paper_parcel; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.paper_parcel ENABLE ROW LEVEL SECURITY;

--
-- Name: paper_parcel paper_parcel_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY paper_parcel_audit ON document.paper_parcel FOR SELECT TO diaba_auditor USING (true);


--
-- Name: paper_parcel paper_parcel_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY paper_parcel_scope ON document.paper_parcel TO diaba_app USING ((EXISTS ( SELECT
   FROM document.paper p
  WHERE (p.serial = paper_parcel.serial))));


--
-- Name: paper paper_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY paper_scope ON document.paper TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: parcel_link; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.parcel_link ENABLE ROW LEVEL SECURITY;

--
-- Name: parcel_link parcel_link_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY parcel_link_audit ON document.parcel_link FOR SELECT TO diaba_auditor USING (true);


--
-- Name: parcel_link parcel_link_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY parcel_link_scope ON document.parcel_link TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: printer; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.printer ENABLE ROW LEVEL SECURITY;

--
-- Name: printer printer_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY printer_audit ON document.printer FOR SELECT TO diaba_auditor USING (true);


--
-- Name: printer printer_staff; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY printer_staff ON document.printer TO diaba_app USING (true);


--
-- Name: sample_turn; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.sample_turn ENABLE ROW LEVEL SECURITY;

--
-- Name: sample_turn sample_turn_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY sample_turn_audit ON document.sample_turn FOR SELECT TO diaba_auditor USING (true);


--
-- Name: sample_turn sample_turn_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY sample_turn_scope ON document.sample_turn TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: scan; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.scan ENABLE ROW LEVEL SECURITY;

--
-- Name: scan scan_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY scan_audit ON document.scan FOR SELECT TO diaba_auditor USING (true);


--
-- Name: scan_page; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.scan_page ENABLE ROW LEVEL SECURITY;

--
-- Name: scan_page scan_page_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY scan_page_scope ON document.scan_page TO diaba_app USING ((EXISTS ( SELECT
   FROM document.scan s
  WHERE (s.scan_id = scan_page.scan_id))));


--
-- Name: scan scan_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY scan_scope ON document.scan TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: second_field; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.second_field ENABLE ROW LEVEL SECURITY;

--
-- Name: second_field second_field_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY second_field_scope ON document.second_field TO diaba_app USING ((document_id IN ( SELECT r.document_id
   FROM document.second_reading r)));


--
-- Name: second_reading; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.second_reading ENABLE ROW LEVEL SECURITY;

--
-- Name: second_reading second_reading_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY second_reading_audit ON document.second_reading FOR SELECT TO diaba_auditor USING (true);


--
-- Name: second_reading second_reading_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY second_reading_scope ON document.second_reading TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: shelf_place; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.shelf_place ENABLE ROW LEVEL SECURITY;

--
-- Name: shelf_place shelf_place_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY shelf_place_audit ON document.shelf_place FOR SELECT TO diaba_auditor USING (true);


--
-- Name: shelf_place shelf_place_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY shelf_place_scope ON document.shelf_place TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: signing_certificate; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.signing_certificate ENABLE ROW LEVEL SECURITY;

--
-- Name: signing_certificate signing_certificate_all; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY signing_certificate_all ON document.signing_certificate TO diaba_app USING (true);


--
-- Name: signing_certificate signing_certificate_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY signing_certificate_audit ON document.signing_certificate FOR SELECT TO diaba_auditor USING (true);


--
-- Name: statement_key; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.statement_key ENABLE ROW LEVEL SECURITY;

--
-- Name: statement_key statement_key_all; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY statement_key_all ON document.statement_key TO diaba_app USING (true);


--
-- Name: statement_key statement_key_audit; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY statement_key_audit ON document.statement_key FOR SELECT TO diaba_auditor USING (true);


--
-- Name: word; Type: ROW SECURITY; Schema: document; Owner: -
--

ALTER TABLE document.word ENABLE ROW LEVEL SECURITY;

--
-- Name: word word_scope; Type: POLICY; Schema: document; Owner: -
--

CREATE POLICY word_scope ON document.word TO diaba_app USING ((EXISTS ( SELECT
   FROM document.document d
  WHERE (d.document_id = word.document_id))));


--
-- Name: answer; Type: ROW SECURITY; Schema: lookup; Owner: -
--

ALTER TABLE lookup.answer ENABLE ROW LEVEL SECURITY;

--
-- Name: answer answer_owner; Type: POLICY; Schema: lookup; Owner: -
--

CREATE POLICY answer_owner ON lookup.answer TO diaba_app USING ((lookup_id IN ( SELECT l.lookup_id
   FROM lookup.lookup l)));


--
-- Name: given_answer; Type: ROW SECURITY; Schema: lookup; Owner: -
--

ALTER TABLE lookup.given_answer ENABLE ROW LEVEL SECURITY;

--
-- Name: given_answer given_answer_owner; Type: POLICY; Schema: lookup; Owner: -
--

CREATE POLICY given_answer_owner ON lookup.given_answer TO diaba_app USING ((account = current_setting('diaba.actor'::text, true)));


--
-- Name: lookup; Type: ROW SECURITY; Schema: lookup; Owner: -
--

ALTER TABLE lookup.lookup ENABLE ROW LEVEL SECURITY;

--
-- Name: lookup lookup_owner; Type: POLICY; Schema: lookup; Owner: -
--

CREATE POLICY lookup_owner ON lookup.lookup TO diaba_app USING (((owner = current_setting('diaba.actor'::text, true)) OR (current_setting('diaba.actor'::text, true) = 'lookup-worker'::text)));


--
-- Name: row; Type: ROW SECURITY; Schema: lookup; Owner: -
--

ALTER TABLE lookup."row" ENABLE ROW LEVEL SECURITY;

--
-- Name: row row_owner; Type: POLICY; Schema: lookup; Owner: -
--

CREATE POLICY row_owner ON lookup."row" TO diaba_app USING ((lookup_id IN ( SELECT l.lookup_id
   FROM lookup.lookup l)));


--
-- Name: use; Type: ROW SECURITY; Schema: lookup; Owner: -
--

ALTER TABLE lookup.use ENABLE ROW LEVEL SECURITY;

--
-- Name: use use_owner; Type: POLICY; Schema: lookup; Owner: -
--

CREATE POLICY use_owner ON lookup.use TO diaba_app USING (((account = current_setting('diaba.actor'::text, true)) OR (current_setting('diaba.actor'::text, true) = 'lookup-worker'::text)));


--
-- Name: detail; Type: ROW SECURITY; Schema: party; Owner: -
--

ALTER TABLE party.detail ENABLE ROW LEVEL SECURITY;

--
-- Name: detail detail_scope; Type: POLICY; Schema: party; Owner: -
--

CREATE POLICY detail_scope ON party.detail TO diaba_app USING ((EXISTS ( SELECT
   FROM party.visibility v
  WHERE (v.party_id = detail.party_id))));


--
-- Name: identity_paper; Type: ROW SECURITY; Schema: party; Owner: -
--

ALTER TABLE party.identity_paper ENABLE ROW LEVEL SECURITY;

--
-- Name: identity_paper identity_paper_scope; Type: POLICY; Schema: party; Owner: -
--

CREATE POLICY identity_paper_scope ON party.identity_paper TO diaba_app USING ((EXISTS ( SELECT
   FROM party.visibility v
  WHERE (v.party_id = identity_paper.party_id))));


--
-- Name: party; Type: ROW SECURITY; Schema: party; Owner: -
--

ALTER TABLE party.party ENABLE ROW LEVEL SECURITY;

--
-- Name: party party_insert; Type: POLICY; Schema: party; Owner: -
--

CREATE POLICY party_insert ON party.party FOR INSERT TO diaba_app WITH CHECK ((EXISTS ( SELECT
   FROM party.visibility v
  WHERE (v.party_id = party.party_id))));


--
-- Name: party party_scope; Type: POLICY; Schema: party; Owner: -
--

CREATE POLICY party_scope ON party.party FOR SELECT TO diaba_app USING ((EXISTS ( SELECT
   FROM party.visibility v
  WHERE (v.party_id = party.party_id))));


--
-- Name: visibility; Type: ROW SECURITY; Schema: party; Owner: -
--

ALTER TABLE party.visibility ENABLE ROW LEVEL SECURITY;

--
-- Name: visibility visibility_scope; Type: POLICY; Schema: party; Owner: -
--

CREATE POLICY visibility_scope ON party.visibility TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: caveat; Type: ROW SECURITY; Schema: rights; Owner: -
--

ALTER TABLE rights.caveat ENABLE ROW LEVEL SECURITY;

--
-- Name: caveat caveat_audit; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY caveat_audit ON rights.caveat FOR SELECT TO diaba_auditor USING (true);


--
-- Name: caveat caveat_scope; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY caveat_scope ON rights.caveat TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: lease; Type: ROW SECURITY; Schema: rights; Owner: -
--

ALTER TABLE rights.lease ENABLE ROW LEVEL SECURITY;

--
-- Name: lease lease_audit; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY lease_audit ON rights.lease FOR SELECT TO diaba_auditor USING (true);


--
-- Name: lease lease_scope; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY lease_scope ON rights.lease TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: leased_right; Type: ROW SECURITY; Schema: rights; Owner: -
--

ALTER TABLE rights.leased_right ENABLE ROW LEVEL SECURITY;

--
-- Name: leased_right leased_right_audit; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY leased_right_audit ON rights.leased_right FOR SELECT TO diaba_auditor USING (true);


--
-- Name: leased_right leased_right_scope; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY leased_right_scope ON rights.leased_right TO diaba_app USING ((EXISTS ( SELECT
   FROM rights.lease l
  WHERE (l.lease_id = leased_right.lease_id))));


--
-- Name: mortgage; Type: ROW SECURITY; Schema: rights; Owner: -
--

ALTER TABLE rights.mortgage ENABLE ROW LEVEL SECURITY;

--
-- Name: mortgage mortgage_audit; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY mortgage_audit ON rights.mortgage FOR SELECT TO diaba_auditor USING (true);


--
-- Name: mortgage mortgage_scope; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY mortgage_scope ON rights.mortgage TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: mortgaged_right; Type: ROW SECURITY; Schema: rights; Owner: -
--

ALTER TABLE rights.mortgaged_right ENABLE ROW LEVEL SECURITY;

--
-- Name: mortgaged_right mortgaged_right_audit; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY mortgaged_right_audit ON rights.mortgaged_right FOR SELECT TO diaba_auditor USING (true);


--
-- Name: mortgaged_right mortgaged_right_scope; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY mortgaged_right_scope ON rights.mortgaged_right TO diaba_app USING ((EXISTS ( SELECT
   FROM rights.mortgage m
  WHERE (m.mortgage_id = mortgaged_right.mortgage_id))));


--
-- Name: proof; Type: ROW SECURITY; Schema: rights; Owner: -
--

ALTER TABLE rights.proof ENABLE ROW LEVEL SECURITY;

--
-- Name: proof proof_audit; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY proof_audit ON rights.proof FOR SELECT TO diaba_auditor USING (true);


--
-- Name: proof proof_scope; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY proof_scope ON rights.proof TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: restriction; Type: ROW SECURITY; Schema: rights; Owner: -
--

ALTER TABLE rights.restriction ENABLE ROW LEVEL SECURITY;

--
-- Name: restriction restriction_audit; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY restriction_audit ON rights.restriction FOR SELECT TO diaba_auditor USING (true);


--
-- Name: restriction restriction_scope; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY restriction_scope ON rights.restriction TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: right; Type: ROW SECURITY; Schema: rights; Owner: -
--

ALTER TABLE rights."right" ENABLE ROW LEVEL SECURITY;

--
-- Name: right right_audit; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY right_audit ON rights."right" FOR SELECT TO diaba_auditor USING (true);


--
-- Name: right right_scope; Type: POLICY; Schema: rights; Owner: -
--

CREATE POLICY right_scope ON rights."right" TO diaba_app USING (staging.in_scope(commune_code));


--
-- Name: ended; Type: ROW SECURITY; Schema: session; Owner: -
--

ALTER TABLE session.ended ENABLE ROW LEVEL SECURITY;

--
-- Name: ended ended_nobody; Type: POLICY; Schema: session; Owner: -
--

CREATE POLICY ended_nobody ON session.ended USING (false);


--
-- Name: session; Type: ROW SECURITY; Schema: session; Owner: -
--

ALTER TABLE session.session ENABLE ROW LEVEL SECURITY;

--
-- Name: session session_nobody; Type: POLICY; Schema: session; Owner: -
--

CREATE POLICY session_nobody ON session.session USING (false);


--
-- Name: used_token; Type: ROW SECURITY; Schema: session; Owner: -
--

ALTER TABLE session.used_token ENABLE ROW LEVEL SECURITY;

--
-- Name: used_token used_token_nobody; Type: POLICY; Schema: session; Owner: -
--

CREATE POLICY used_token_nobody ON session.used_token USING (false);


--
-- Name: batch; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.batch ENABLE ROW LEVEL SECURITY;

--
-- Name: batch batch_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY batch_audit ON staging.batch FOR SELECT TO diaba_auditor USING (true);


--
-- Name: batch batch_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY batch_scope ON staging.batch TO diaba_app USING ((((commune_code)::text = ANY (( SELECT string_to_array(NULLIF(current_setting('diaba.communes'::text, true), ''::text), ','::text) AS string_to_array)::text[])) OR (( SELECT current_setting('diaba.communes'::text, true) AS current_setting) = '*'::text)));


--
-- Name: batch_tally; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.batch_tally ENABLE ROW LEVEL SECURITY;

--
-- Name: batch_tally batch_tally_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY batch_tally_audit ON staging.batch_tally FOR SELECT TO diaba_auditor USING (true);


--
-- Name: batch_tally batch_tally_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY batch_tally_scope ON staging.batch_tally FOR SELECT TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: batch_work; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.batch_work ENABLE ROW LEVEL SECURITY;

--
-- Name: batch_work batch_work_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY batch_work_audit ON staging.batch_work FOR SELECT TO diaba_auditor USING (true);


--
-- Name: batch_work batch_work_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY batch_work_scope ON staging.batch_work TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: column_profile; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.column_profile ENABLE ROW LEVEL SECURITY;

--
-- Name: column_profile column_profile_all; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY column_profile_all ON staging.column_profile TO diaba_app USING (true) WITH CHECK ((named_by = ( SELECT current_setting('diaba.actor'::text, true) AS current_setting)));


--
-- Name: correction; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.correction ENABLE ROW LEVEL SECURITY;

--
-- Name: correction correction_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY correction_audit ON staging.correction FOR SELECT TO diaba_auditor USING (true);


--
-- Name: correction correction_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY correction_scope ON staging.correction TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: correction_step; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.correction_step ENABLE ROW LEVEL SECURITY;

--
-- Name: correction_step correction_step_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY correction_step_audit ON staging.correction_step FOR SELECT TO diaba_auditor USING (true);


--
-- Name: correction_step correction_step_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY correction_step_scope ON staging.correction_step FOR SELECT TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: difference; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.difference ENABLE ROW LEVEL SECURITY;

--
-- Name: difference difference_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY difference_audit ON staging.difference FOR SELECT TO diaba_auditor USING (true);


--
-- Name: difference difference_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY difference_scope ON staging.difference TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: exclusion_step; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.exclusion_step ENABLE ROW LEVEL SECURITY;

--
-- Name: exclusion_step exclusion_step_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY exclusion_step_audit ON staging.exclusion_step FOR SELECT TO diaba_auditor USING (true);


--
-- Name: exclusion_step exclusion_step_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY exclusion_step_scope ON staging.exclusion_step TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: file; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.file ENABLE ROW LEVEL SECURITY;

--
-- Name: file file_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY file_audit ON staging.file FOR SELECT TO diaba_auditor USING (true);


--
-- Name: file file_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY file_scope ON staging.file TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: finding; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.finding ENABLE ROW LEVEL SECURITY;

--
-- Name: finding finding_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY finding_audit ON staging.finding FOR SELECT TO diaba_auditor USING (true);


--
-- Name: finding finding_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY finding_scope ON staging.finding TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: identity_number; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.identity_number ENABLE ROW LEVEL SECURITY;

--
-- Name: identity_number identity_number_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY identity_number_scope ON staging.identity_number TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: overlap_check; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.overlap_check ENABLE ROW LEVEL SECURITY;

--
-- Name: overlap_check overlap_check_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY overlap_check_scope ON staging.overlap_check FOR SELECT TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: overlap_pair; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.overlap_pair ENABLE ROW LEVEL SECURITY;

--
-- Name: overlap_pair overlap_pair_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY overlap_pair_scope ON staging.overlap_pair FOR SELECT TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: record; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.record ENABLE ROW LEVEL SECURITY;

--
-- Name: record record_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY record_audit ON staging.record FOR SELECT TO diaba_auditor USING (true);


--
-- Name: record record_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY record_scope ON staging.record TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: same_shape; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.same_shape ENABLE ROW LEVEL SECURITY;

--
-- Name: same_shape same_shape_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY same_shape_scope ON staging.same_shape FOR SELECT TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: staff; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.staff ENABLE ROW LEVEL SECURITY;

--
-- Name: staff staff_own; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY staff_own ON staging.staff FOR INSERT TO diaba_app WITH CHECK ((actor = ( SELECT current_setting('diaba.actor'::text, true) AS current_setting)));


--
-- Name: staff staff_read; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY staff_read ON staging.staff FOR SELECT TO diaba_app USING (true);


--
-- Name: staff staff_rename; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY staff_rename ON staging.staff FOR UPDATE TO diaba_app USING ((actor = ( SELECT current_setting('diaba.actor'::text, true) AS current_setting)));


--
-- Name: uncompared; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.uncompared ENABLE ROW LEVEL SECURITY;

--
-- Name: uncompared uncompared_scope; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY uncompared_scope ON staging.uncompared FOR SELECT TO diaba_app USING ((batch_id IN ( SELECT batch.batch_id
   FROM staging.batch)));


--
-- Name: upload; Type: ROW SECURITY; Schema: staging; Owner: -
--

ALTER TABLE staging.upload ENABLE ROW LEVEL SECURITY;

--
-- Name: upload upload_audit; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY upload_audit ON staging.upload FOR SELECT TO diaba_auditor USING (true);


--
-- Name: upload upload_own; Type: POLICY; Schema: staging; Owner: -
--

CREATE POLICY upload_own ON staging.upload TO diaba_app USING ((created_by = ( SELECT current_setting('diaba.actor'::text, true) AS current_setting)));


--
-- Name: delivery; Type: ROW SECURITY; Schema: watch; Owner: -
--

ALTER TABLE watch.delivery ENABLE ROW LEVEL SECURITY;

--
-- Name: delivery delivery_owner; Type: POLICY; Schema: watch; Owner: -
--

CREATE POLICY delivery_owner ON watch.delivery TO diaba_app USING ((watch_id IN ( SELECT w.watch_id
   FROM watch.watch w)));


--
-- Name: notice; Type: ROW SECURITY; Schema: watch; Owner: -
--

ALTER TABLE watch.notice ENABLE ROW LEVEL SECURITY;

--
-- Name: notice notice_owner; Type: POLICY; Schema: watch; Owner: -
--

CREATE POLICY notice_owner ON watch.notice TO diaba_app USING ((watch_id IN ( SELECT w.watch_id
   FROM watch.watch w)));


--
-- Name: watch; Type: ROW SECURITY; Schema: watch; Owner: -
--

ALTER TABLE watch.watch ENABLE ROW LEVEL SECURITY;

--
-- Name: watch watch_owner; Type: POLICY; Schema: watch; Owner: -
--

CREATE POLICY watch_owner ON watch.watch TO diaba_app USING (((owner = current_setting('diaba.actor'::text, true)) OR (current_setting('diaba.actor'::text, true) = 'watch-worker'::text)));


--
-- Name: SCHEMA audit; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA audit TO diaba_app;
GRANT USAGE ON SCHEMA audit TO diaba_auditor;


--
-- Name: SCHEMA cadastre; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA cadastre TO diaba_app;
GRANT USAGE ON SCHEMA cadastre TO diaba_auditor;
GRANT USAGE ON SCHEMA cadastre TO diaba_tiles;
GRANT USAGE ON SCHEMA cadastre TO diaba_portal_owner;


--
-- Name: SCHEMA dealing; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA dealing TO diaba_app;
GRANT USAGE ON SCHEMA dealing TO diaba_auditor;


--
-- Name: SCHEMA document; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA document TO diaba_app;
GRANT USAGE ON SCHEMA document TO diaba_auditor;


--
-- Name: SCHEMA indicator; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA indicator TO diaba_app;
GRANT USAGE ON SCHEMA indicator TO diaba_auditor;
GRANT USAGE ON SCHEMA indicator TO diaba_portal_owner;


--
-- Name: SCHEMA lookup; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA lookup TO diaba_app;


--
-- Name: SCHEMA party; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA party TO diaba_app;
GRANT USAGE ON SCHEMA party TO diaba_auditor;


--
-- Name: SCHEMA portal; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA portal TO diaba_auditor;
GRANT USAGE ON SCHEMA portal TO diaba_portal;
GRANT USAGE ON SCHEMA portal TO diaba_app;
GRANT ALL ON SCHEMA portal TO diaba_portal_owner;


--
-- Name: SCHEMA reference; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA reference TO diaba_app;
GRANT USAGE ON SCHEMA reference TO diaba_auditor;
GRANT USAGE ON SCHEMA reference TO diaba_portal_owner;


--
-- Name: SCHEMA rights; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA rights TO diaba_app;
GRANT USAGE ON SCHEMA rights TO diaba_auditor;


--
-- Name: SCHEMA session; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA session TO diaba_app;


--
-- Name: SCHEMA staging; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA staging TO diaba_app;
GRANT USAGE ON SCHEMA staging TO diaba_auditor;


--
-- Name: SCHEMA thematic; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA thematic TO diaba_app;
GRANT USAGE ON SCHEMA thematic TO diaba_auditor;
GRANT USAGE ON SCHEMA thematic TO diaba_portal_owner;
GRANT USAGE ON SCHEMA thematic TO diaba_tiles;


--
-- Name: SCHEMA watch; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA watch TO diaba_app;


--
-- Name: TABLE entry; Type: ACL; Schema: audit; Owner: -
--

GRANT SELECT,INSERT ON TABLE audit.entry TO diaba_app;
GRANT SELECT ON TABLE audit.entry TO diaba_auditor;


--
-- Name: FUNCTION leaf_of(e audit.entry); Type: ACL; Schema: audit; Owner: -
--

REVOKE ALL ON FUNCTION audit.leaf_of(e audit.entry) FROM PUBLIC;
GRANT ALL ON FUNCTION audit.leaf_of(e audit.entry) TO diaba_app;
GRANT ALL ON FUNCTION audit.leaf_of(e audit.entry) TO diaba_auditor;


--
-- Name: FUNCTION refuse_change(); Type: ACL; Schema: audit; Owner: -
--

REVOKE ALL ON FUNCTION audit.refuse_change() FROM PUBLIC;


--
-- Name: FUNCTION set_leaf(); Type: ACL; Schema: audit; Owner: -
--

REVOKE ALL ON FUNCTION audit.set_leaf() FROM PUBLIC;


--
-- Name: FUNCTION cut(parcel public.geometry, lines public.geometry); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.cut(parcel public.geometry, lines public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.cut(parcel public.geometry, lines public.geometry) TO diaba_app;


--
-- Name: FUNCTION keep_source(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.keep_source() FROM PUBLIC;


--
-- Name: FUNCTION known_land_uses(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.known_land_uses() FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.known_land_uses() TO diaba_app;
GRANT ALL ON FUNCTION cadastre.known_land_uses() TO diaba_portal;
GRANT ALL ON FUNCTION cadastre.known_land_uses() TO diaba_tiles;
GRANT ALL ON FUNCTION cadastre.known_land_uses() TO diaba_auditor;
GRANT ALL ON FUNCTION cadastre.known_land_uses() TO diaba_portal_owner;


--
-- Name: FUNCTION label_point(geom public.geometry, pole public.geometry); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.label_point(geom public.geometry, pole public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.label_point(geom public.geometry, pole public.geometry) TO diaba_app;


--
-- Name: FUNCTION mark_stale(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.mark_stale() FROM PUBLIC;


--
-- Name: FUNCTION new_corners(parcel public.geometry, pieces public.geometry); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.new_corners(parcel public.geometry, pieces public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.new_corners(parcel public.geometry, pieces public.geometry) TO diaba_app;


--
-- Name: FUNCTION outline_revision_at(z integer, x integer, y integer, on_day date); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.outline_revision_at(z integer, x integer, y integer, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.outline_revision_at(z integer, x integer, y integer, on_day date) TO diaba_tiles;


--
-- Name: FUNCTION overlap_width_m(common public.geometry); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.overlap_width_m(common public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.overlap_width_m(common public.geometry) TO diaba_app;
GRANT ALL ON FUNCTION cadastre.overlap_width_m(common public.geometry) TO diaba_auditor;


--
-- Name: FUNCTION overlaps_of(dealing uuid); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.overlaps_of(dealing uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.overlaps_of(dealing uuid) TO diaba_app;
GRANT ALL ON FUNCTION cadastre.overlaps_of(dealing uuid) TO diaba_auditor;


--
-- Name: FUNCTION overshoot(line public.geometry, by_m double precision); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.overshoot(line public.geometry, by_m double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.overshoot(line public.geometry, by_m double precision) TO diaba_app;


--
-- Name: FUNCTION published_fields(of_channel text); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.published_fields(of_channel text) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.published_fields(of_channel text) TO diaba_tiles;


--
-- Name: FUNCTION redivide(parts public.geometry[], lines public.geometry, tolerance_m double precision); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.redivide(parts public.geometry[], lines public.geometry, tolerance_m double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.redivide(parts public.geometry[], lines public.geometry, tolerance_m double precision) TO diaba_app;


--
-- Name: FUNCTION refresh_statistics(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.refresh_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.refresh_statistics() TO diaba_app;


--
-- Name: FUNCTION refuse_edit(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.refuse_edit() FROM PUBLIC;


--
-- Name: FUNCTION refuse_emptying(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.refuse_emptying() FROM PUBLIC;


--
-- Name: FUNCTION refuse_overlap(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.refuse_overlap() FROM PUBLIC;


--
-- Name: FUNCTION refuse_pair(a uuid, b uuid, area_m2 double precision, width_m double precision); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.refuse_pair(a uuid, b uuid, area_m2 double precision, width_m double precision) FROM PUBLIC;


--
-- Name: FUNCTION refuse_removal(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.refuse_removal() FROM PUBLIC;


--
-- Name: FUNCTION register_identity(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.register_identity() FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.register_identity() TO diaba_app;
GRANT ALL ON FUNCTION cadastre.register_identity() TO diaba_portal;
GRANT ALL ON FUNCTION cadastre.register_identity() TO diaba_tiles;


--
-- Name: FUNCTION require_fresh_view(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.require_fresh_view() FROM PUBLIC;


--
-- Name: FUNCTION require_parent(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.require_parent() FROM PUBLIC;


--
-- Name: FUNCTION require_source(); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.require_source() FROM PUBLIC;


--
-- Name: FUNCTION round_new_corners(piece public.geometry, known public.geometry); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.round_new_corners(piece public.geometry, known public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.round_new_corners(piece public.geometry, known public.geometry) TO diaba_app;


--
-- Name: FUNCTION survey_shape(surveyed public.geometry, corners public.geometry); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.survey_shape(surveyed public.geometry, corners public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.survey_shape(surveyed public.geometry, corners public.geometry) TO diaba_app;


--
-- Name: FUNCTION take_numbers(sheet uuid, how_many integer); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.take_numbers(sheet uuid, how_many integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.take_numbers(sheet uuid, how_many integer) TO diaba_app;


--
-- Name: FUNCTION tile_revision_at(z integer, x integer, y integer); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.tile_revision_at(z integer, x integer, y integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.tile_revision_at(z integer, x integer, y integer) TO diaba_app;
GRANT ALL ON FUNCTION cadastre.tile_revision_at(z integer, x integer, y integer) TO diaba_portal;
GRANT ALL ON FUNCTION cadastre.tile_revision_at(z integer, x integer, y integer) TO diaba_tiles;


--
-- Name: FUNCTION to_registry(shape public.geometry); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.to_registry(shape public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.to_registry(shape public.geometry) TO diaba_app;


--
-- Name: FUNCTION unite(parts public.geometry[], tolerance_m double precision); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.unite(parts public.geometry[], tolerance_m double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.unite(parts public.geometry[], tolerance_m double precision) TO diaba_app;


--
-- Name: FUNCTION was_compared(dealing uuid); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.was_compared(dealing uuid) FROM PUBLIC;


--
-- Name: FUNCTION with_corner(shape public.geometry, corner public.geometry); Type: ACL; Schema: cadastre; Owner: -
--

REVOKE ALL ON FUNCTION cadastre.with_corner(shape public.geometry, corner public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION cadastre.with_corner(shape public.geometry, corner public.geometry) TO diaba_app;


--
-- Name: FUNCTION count_version(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.count_version() FROM PUBLIC;


--
-- Name: FUNCTION file_together(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.file_together() FROM PUBLIC;


--
-- Name: FUNCTION forward_only(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.forward_only() FROM PUBLIC;


--
-- Name: FUNCTION keep_lodged(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.keep_lodged() FROM PUBLIC;


--
-- Name: FUNCTION keep_request(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.keep_request() FROM PUBLIC;


--
-- Name: FUNCTION keep_terms(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.keep_terms() FROM PUBLIC;


--
-- Name: FUNCTION legal_moment(dealing uuid); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.legal_moment(dealing uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION dealing.legal_moment(dealing uuid) TO diaba_app;


--
-- Name: FUNCTION refuse_removal(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.refuse_removal() FROM PUBLIC;


--
-- Name: FUNCTION require_raising(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.require_raising() FROM PUBLIC;


--
-- Name: FUNCTION require_target(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.require_target() FROM PUBLIC;


--
-- Name: FUNCTION status_rank(status text); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.status_rank(status text) FROM PUBLIC;
GRANT ALL ON FUNCTION dealing.status_rank(status text) TO diaba_app;


--
-- Name: FUNCTION tell_dealing(); Type: ACL; Schema: dealing; Owner: -
--

REVOKE ALL ON FUNCTION dealing.tell_dealing() FROM PUBLIC;


--
-- Name: FUNCTION count_map_sheet(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.count_map_sheet() FROM PUBLIC;


--
-- Name: FUNCTION keep_blank(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.keep_blank() FROM PUBLIC;


--
-- Name: FUNCTION keep_certificate(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.keep_certificate() FROM PUBLIC;


--
-- Name: FUNCTION keep_decided(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.keep_decided() FROM PUBLIC;


--
-- Name: FUNCTION keep_fields(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.keep_fields() FROM PUBLIC;


--
-- Name: FUNCTION keep_link(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.keep_link() FROM PUBLIC;


--
-- Name: FUNCTION keep_pages(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.keep_pages() FROM PUBLIC;


--
-- Name: FUNCTION keep_paper(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.keep_paper() FROM PUBLIC;


--
-- Name: FUNCTION keep_second_reading(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.keep_second_reading() FROM PUBLIC;


--
-- Name: FUNCTION supersede_papers(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.supersede_papers() FROM PUBLIC;


--
-- Name: FUNCTION supersede_papers_of_holders(); Type: ACL; Schema: document; Owner: -
--

REVOKE ALL ON FUNCTION document.supersede_papers_of_holders() FROM PUBLIC;


--
-- Name: FUNCTION count_day(counted date); Type: ACL; Schema: indicator; Owner: -
--

REVOKE ALL ON FUNCTION indicator.count_day(counted date) FROM PUBLIC;
GRANT ALL ON FUNCTION indicator.count_day(counted date) TO diaba_app;


--
-- Name: FUNCTION in_fives(exact numeric); Type: ACL; Schema: indicator; Owner: -
--

REVOKE ALL ON FUNCTION indicator.in_fives(exact numeric) FROM PUBLIC;
GRANT ALL ON FUNCTION indicator.in_fives(exact numeric) TO diaba_portal_owner;
GRANT ALL ON FUNCTION indicator.in_fives(exact numeric) TO diaba_portal;
GRANT ALL ON FUNCTION indicator.in_fives(exact numeric) TO diaba_auditor;


--
-- Name: FUNCTION listed_use(land_use text); Type: ACL; Schema: indicator; Owner: -
--

REVOKE ALL ON FUNCTION indicator.listed_use(land_use text) FROM PUBLIC;
GRANT ALL ON FUNCTION indicator.listed_use(land_use text) TO diaba_app;


--
-- Name: FUNCTION refuse_change(); Type: ACL; Schema: indicator; Owner: -
--

REVOKE ALL ON FUNCTION indicator.refuse_change() FROM PUBLIC;


--
-- Name: FUNCTION answers_about(number_hash bytea, most integer); Type: ACL; Schema: lookup; Owner: -
--

REVOKE ALL ON FUNCTION lookup.answers_about(number_hash bytea, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION lookup.answers_about(number_hash bytea, most integer) TO diaba_app;


--
-- Name: FUNCTION own_land(number_hash bytea, most integer); Type: ACL; Schema: lookup; Owner: -
--

REVOKE ALL ON FUNCTION lookup.own_land(number_hash bytea, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION lookup.own_land(number_hash bytea, most integer) TO diaba_app;


--
-- Name: FUNCTION own_looks(number_hash bytea, most integer); Type: ACL; Schema: lookup; Owner: -
--

REVOKE ALL ON FUNCTION lookup.own_looks(number_hash bytea, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION lookup.own_looks(number_hash bytea, most integer) TO diaba_app;


--
-- Name: FUNCTION own_papers(number_hash bytea, most integer); Type: ACL; Schema: lookup; Owner: -
--

REVOKE ALL ON FUNCTION lookup.own_papers(number_hash bytea, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION lookup.own_papers(number_hash bytea, most integer) TO diaba_app;


--
-- Name: FUNCTION own_requests(number_hash bytea, most integer); Type: ACL; Schema: lookup; Owner: -
--

REVOKE ALL ON FUNCTION lookup.own_requests(number_hash bytea, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION lookup.own_requests(number_hash bytea, most integer) TO diaba_app;


--
-- Name: FUNCTION holds_number(party uuid, hash bytea); Type: ACL; Schema: party; Owner: -
--

REVOKE ALL ON FUNCTION party.holds_number(party uuid, hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION party.holds_number(party uuid, hash bytea) TO diaba_app;


--
-- Name: FUNCTION name_at(party uuid, before timestamp with time zone); Type: ACL; Schema: party; Owner: -
--

REVOKE ALL ON FUNCTION party.name_at(party uuid, before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION party.name_at(party uuid, before timestamp with time zone) TO diaba_app;


--
-- Name: FUNCTION name_known(party uuid, before timestamp with time zone, known timestamp with time zone); Type: ACL; Schema: party; Owner: -
--

REVOKE ALL ON FUNCTION party.name_known(party uuid, before timestamp with time zone, known timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION party.name_known(party uuid, before timestamp with time zone, known timestamp with time zone) TO diaba_app;


--
-- Name: FUNCTION named(words text, communes text[], most integer); Type: ACL; Schema: party; Owner: -
--

REVOKE ALL ON FUNCTION party.named(words text, communes text[], most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION party.named(words text, communes text[], most integer) TO diaba_app;


--
-- Name: FUNCTION codes_within(area text, at_most integer); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.codes_within(area text, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.codes_within(area text, at_most integer) TO diaba_portal;


--
-- Name: FUNCTION communes_at(lons double precision[], lats double precision[]); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.communes_at(lons double precision[], lats double precision[]) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.communes_at(lons double precision[], lats double precision[]) TO diaba_portal;


--
-- Name: FUNCTION entered_since(moment timestamp with time zone); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.entered_since(moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.entered_since(moment timestamp with time zone) TO diaba_portal_owner;


--
-- Name: FUNCTION fetch_request_paper(whole_reference text, whole_code_hash bytea); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.fetch_request_paper(whole_reference text, whole_code_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.fetch_request_paper(whole_reference text, whole_code_hash bytea) TO diaba_portal;


--
-- Name: FUNCTION follow_request(whole_reference text, whole_code_hash bytea); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.follow_request(whole_reference text, whole_code_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.follow_request(whole_reference text, whole_code_hash bytea) TO diaba_portal;


--
-- Name: FUNCTION parcel_condition(asked jsonb, within public.geometry); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.parcel_condition(asked jsonb, within public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.parcel_condition(asked jsonb, within public.geometry) TO diaba_portal_owner;


--
-- Name: FUNCTION parcel_count(at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.parcel_count(at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.parcel_count(at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry) TO diaba_portal;


--
-- Name: FUNCTION parcel_drawing(wanted uuid, until_moment timestamp with time zone, at_most integer); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.parcel_drawing(wanted uuid, until_moment timestamp with time zone, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.parcel_drawing(wanted uuid, until_moment timestamp with time zone, at_most integer) TO diaba_portal;


--
-- Name: FUNCTION parcel_overlays(wanted uuid, until_moment timestamp with time zone); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.parcel_overlays(wanted uuid, until_moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.parcel_overlays(wanted uuid, until_moment timestamp with time zone) TO diaba_portal;


--
-- Name: FUNCTION parcel_page(after uuid, at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.parcel_page(after uuid, at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.parcel_page(after uuid, at_most integer, since timestamp with time zone, before timestamp with time zone, known timestamp with time zone, asked jsonb, within public.geometry) TO diaba_portal;


--
-- Name: FUNCTION parcels_at(of_srid integer, x double precision, y double precision, lon double precision, lat double precision, before timestamp with time zone); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.parcels_at(of_srid integer, x double precision, y double precision, lon double precision, lat double precision, before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.parcels_at(of_srid integer, x double precision, y double precision, lon double precision, lat double precision, before timestamp with time zone) TO diaba_portal;


--
-- Name: FUNCTION parcels_in(west double precision, south double precision, east double precision, north double precision); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.parcels_in(west double precision, south double precision, east double precision, north double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.parcels_in(west double precision, south double precision, east double precision, north double precision) TO diaba_portal;


--
-- Name: FUNCTION parcels_numbered(rows_at integer[], sheets text[], nos text[], areas integer[], area_ids integer[], communes text[], units text[], unit_days date[], before timestamp with time zone, with_ended boolean, at_most integer); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.parcels_numbered(rows_at integer[], sheets text[], nos text[], areas integer[], area_ids integer[], communes text[], units text[], unit_days date[], before timestamp with time zone, with_ended boolean, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.parcels_numbered(rows_at integer[], sheets text[], nos text[], areas integer[], area_ids integer[], communes text[], units text[], unit_days date[], before timestamp with time zone, with_ended boolean, at_most integer) TO diaba_portal;


--
-- Name: TABLE place; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cadastre.place TO diaba_app;
GRANT SELECT ON TABLE cadastre.place TO diaba_tiles;
GRANT SELECT ON TABLE cadastre.place TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.place TO diaba_portal_owner;


--
-- Name: TABLE publication_policy; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.publication_policy TO diaba_app;
GRANT SELECT ON TABLE reference.publication_policy TO diaba_auditor;
GRANT SELECT ON TABLE reference.publication_policy TO diaba_portal_owner;


--
-- Name: TABLE publication_policy; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.publication_policy TO diaba_portal;
GRANT SELECT ON TABLE portal.publication_policy TO diaba_auditor;


--
-- Name: TABLE administrative_unit; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.administrative_unit TO diaba_app;
GRANT SELECT ON TABLE reference.administrative_unit TO diaba_auditor;
GRANT SELECT ON TABLE reference.administrative_unit TO diaba_portal_owner;


--
-- Name: TABLE place; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.place TO diaba_portal;
GRANT SELECT ON TABLE portal.place TO diaba_auditor;


--
-- Name: FUNCTION places_named(wanted text, communes character[], nearly boolean, at_most integer); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.places_named(wanted text, communes character[], nearly boolean, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.places_named(wanted text, communes character[], nearly boolean, at_most integer) TO diaba_portal;


--
-- Name: FUNCTION registry_box(shape public.geometry); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.registry_box(shape public.geometry) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.registry_box(shape public.geometry) TO diaba_portal_owner;


--
-- Name: FUNCTION settled_moment(); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.settled_moment() FROM PUBLIC;
GRANT ALL ON FUNCTION portal.settled_moment() TO diaba_portal;


--
-- Name: FUNCTION signing_certificates(); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.signing_certificates() FROM PUBLIC;
GRANT ALL ON FUNCTION portal.signing_certificates() TO diaba_portal;


--
-- Name: FUNCTION statement_keys(); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.statement_keys() FROM PUBLIC;
GRANT ALL ON FUNCTION portal.statement_keys() TO diaba_portal;


--
-- Name: FUNCTION submit_request(new_id uuid, new_key bytea, new_asked bytea, new_code_hash bytea, new_kind text, new_blocks text[], new_delivery text, new_parcel uuid, new_due_on date, new_fee_vnd numeric, new_fee_basis text, new_identity_hash bytea, new_content bytea, new_messages jsonb, new_requester text); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.submit_request(new_id uuid, new_key bytea, new_asked bytea, new_code_hash bytea, new_kind text, new_blocks text[], new_delivery text, new_parcel uuid, new_due_on date, new_fee_vnd numeric, new_fee_basis text, new_identity_hash bytea, new_content bytea, new_messages jsonb, new_requester text) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.submit_request(new_id uuid, new_key bytea, new_asked bytea, new_code_hash bytea, new_kind text, new_blocks text[], new_delivery text, new_parcel uuid, new_due_on date, new_fee_vnd numeric, new_fee_basis text, new_identity_hash bytea, new_content bytea, new_messages jsonb, new_requester text) TO diaba_portal;


--
-- Name: FUNCTION verify_file(digest bytea); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.verify_file(digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.verify_file(digest bytea) TO diaba_portal;


--
-- Name: FUNCTION verify_paper(whole_code text); Type: ACL; Schema: portal; Owner: -
--

REVOKE ALL ON FUNCTION portal.verify_paper(whole_code text) FROM PUBLIC;
GRANT ALL ON FUNCTION portal.verify_paper(whole_code text) TO diaba_portal;


--
-- Name: FUNCTION area_tolerance_m2(map_scale integer, area_m2 numeric, on_day date); Type: ACL; Schema: reference; Owner: -
--

REVOKE ALL ON FUNCTION reference.area_tolerance_m2(map_scale integer, area_m2 numeric, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION reference.area_tolerance_m2(map_scale integer, area_m2 numeric, on_day date) TO diaba_app;
GRANT ALL ON FUNCTION reference.area_tolerance_m2(map_scale integer, area_m2 numeric, on_day date) TO diaba_auditor;
GRANT ALL ON FUNCTION reference.area_tolerance_m2(map_scale integer, area_m2 numeric, on_day date) TO diaba_portal_owner;


--
-- Name: FUNCTION keep_registry_srid(); Type: ACL; Schema: reference; Owner: -
--

REVOKE ALL ON FUNCTION reference.keep_registry_srid() FROM PUBLIC;


--
-- Name: FUNCTION setting_on(setting_name text, on_day date); Type: ACL; Schema: reference; Owner: -
--

REVOKE ALL ON FUNCTION reference.setting_on(setting_name text, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION reference.setting_on(setting_name text, on_day date) TO diaba_app;
GRANT ALL ON FUNCTION reference.setting_on(setting_name text, on_day date) TO diaba_auditor;
GRANT ALL ON FUNCTION reference.setting_on(setting_name text, on_day date) TO diaba_portal_owner;


--
-- Name: FUNCTION answer_pair(asked_serial text, asked_parcel uuid, lodged text[], account text, answer uuid, matter text, on_day date); Type: ACL; Schema: rights; Owner: -
--

REVOKE ALL ON FUNCTION rights.answer_pair(asked_serial text, asked_parcel uuid, lodged text[], account text, answer uuid, matter text, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION rights.answer_pair(asked_serial text, asked_parcel uuid, lodged text[], account text, answer uuid, matter text, on_day date) TO diaba_app;


--
-- Name: FUNCTION only_ended(); Type: ACL; Schema: rights; Owner: -
--

REVOKE ALL ON FUNCTION rights.only_ended() FROM PUBLIC;


--
-- Name: FUNCTION refuse_edit(); Type: ACL; Schema: rights; Owner: -
--

REVOKE ALL ON FUNCTION rights.refuse_edit() FROM PUBLIC;


--
-- Name: FUNCTION close_session(of_hash bytea); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.close_session(of_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION session.close_session(of_hash bytea) TO diaba_app;


--
-- Name: FUNCTION end_sessions(of_sid text, of_subject text); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.end_sessions(of_sid text, of_subject text) FROM PUBLIC;
GRANT ALL ON FUNCTION session.end_sessions(of_sid text, of_subject text) TO diaba_app;


--
-- Name: FUNCTION find_session(of_hash bytea, idle interval); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.find_session(of_hash bytea, idle interval) FROM PUBLIC;
GRANT ALL ON FUNCTION session.find_session(of_hash bytea, idle interval) TO diaba_app;


--
-- Name: FUNCTION forget_session(of_hash bytea); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.forget_session(of_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION session.forget_session(of_hash bytea) TO diaba_app;


--
-- Name: FUNCTION is_ended(of_sid text, of_subject text, since timestamp with time zone); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.is_ended(of_sid text, of_subject text, since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION session.is_ended(of_sid text, of_subject text, since timestamp with time zone) TO diaba_app;


--
-- Name: FUNCTION lock_session(of_hash bytea); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.lock_session(of_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION session.lock_session(of_hash bytea) TO diaba_app;


--
-- Name: FUNCTION look_at_session(of_hash bytea, idle interval); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.look_at_session(of_hash bytea, idle interval) FROM PUBLIC;
GRANT ALL ON FUNCTION session.look_at_session(of_hash bytea, idle interval) TO diaba_app;


--
-- Name: FUNCTION open_session(new_hash bytea, new_sid text, new_subject text, new_sealed bytea, expires timestamp with time zone, lifetime interval); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.open_session(new_hash bytea, new_sid text, new_subject text, new_sealed bytea, expires timestamp with time zone, lifetime interval) FROM PUBLIC;
GRANT ALL ON FUNCTION session.open_session(new_hash bytea, new_sid text, new_subject text, new_sealed bytea, expires timestamp with time zone, lifetime interval) TO diaba_app;


--
-- Name: FUNCTION renew_session(of_hash bytea, new_sealed bytea, expires timestamp with time zone); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.renew_session(of_hash bytea, new_sealed bytea, expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION session.renew_session(of_hash bytea, new_sealed bytea, expires timestamp with time zone) TO diaba_app;


--
-- Name: FUNCTION tell_ended(); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.tell_ended() FROM PUBLIC;


--
-- Name: FUNCTION use_token(of_jti text, until timestamp with time zone); Type: ACL; Schema: session; Owner: -
--

REVOKE ALL ON FUNCTION session.use_token(of_jti text, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION session.use_token(of_jti text, until timestamp with time zone) TO diaba_app;


--
-- Name: FUNCTION absorb_scratch(batch uuid, run uuid, sheet_srid integer, verdicts jsonb); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.absorb_scratch(batch uuid, run uuid, sheet_srid integer, verdicts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.absorb_scratch(batch uuid, run uuid, sheet_srid integer, verdicts jsonb) TO diaba_app;


--
-- Name: FUNCTION begin_overlaps(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.begin_overlaps(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.begin_overlaps(batch uuid) TO diaba_app;


--
-- Name: FUNCTION candidate_key(field text); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.candidate_key(field text) FROM PUBLIC;


--
-- Name: FUNCTION carry_decisions(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.carry_decisions(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.carry_decisions(batch uuid) TO diaba_app;


--
-- Name: FUNCTION compare_light(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.compare_light(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.compare_light(batch uuid) TO diaba_app;


--
-- Name: FUNCTION compare_next(batch uuid, at_most integer); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.compare_next(batch uuid, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.compare_next(batch uuid, at_most integer) TO diaba_app;


--
-- Name: FUNCTION compare_with_current(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.compare_with_current(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.compare_with_current(batch uuid) TO diaba_app;


--
-- Name: FUNCTION count_batch(batch uuid, closed boolean); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.count_batch(batch uuid, closed boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.count_batch(batch uuid, closed boolean) TO diaba_app;


--
-- Name: FUNCTION decide_corrections(batch uuid, no integer, of_field text, of_rule text, decision text); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.decide_corrections(batch uuid, no integer, of_field text, of_rule text, decision text) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.decide_corrections(batch uuid, no integer, of_field text, of_rule text, decision text) TO diaba_app;


--
-- Name: FUNCTION decide_edits(batch uuid, no integer, of_field text, decision text); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.decide_edits(batch uuid, no integer, of_field text, decision text) FROM PUBLIC;


--
-- Name: FUNCTION decide_repairs(batch uuid, no integer, of_field text, of_rule text, decision text); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.decide_repairs(batch uuid, no integer, of_field text, of_rule text, decision text) FROM PUBLIC;


--
-- Name: FUNCTION edit_record(batch uuid, no integer, field text, value jsonb, why text); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.edit_record(batch uuid, no integer, field text, value jsonb, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.edit_record(batch uuid, no integer, field text, value jsonb, why text) TO diaba_app;


--
-- Name: FUNCTION end_overlaps(batch uuid, with_width boolean); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.end_overlaps(batch uuid, with_width boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.end_overlaps(batch uuid, with_width boolean) TO diaba_app;


--
-- Name: FUNCTION expire_uploads(); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.expire_uploads() FROM PUBLIC;
GRANT ALL ON FUNCTION staging.expire_uploads() TO diaba_app;


--
-- Name: FUNCTION field_value(batch uuid, no integer, field text); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.field_value(batch uuid, no integer, field text) FROM PUBLIC;


--
-- Name: FUNCTION find_by_number(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.find_by_number(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.find_by_number(batch uuid) TO diaba_app;


--
-- Name: FUNCTION forget_comparison(); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.forget_comparison() FROM PUBLIC;


--
-- Name: FUNCTION give_up_next(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.give_up_next(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.give_up_next(batch uuid) TO diaba_app;


--
-- Name: FUNCTION holders_to_raise(batch uuid, dealing uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.holders_to_raise(batch uuid, dealing uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.holders_to_raise(batch uuid, dealing uuid) TO diaba_app;


--
-- Name: FUNCTION in_scope(commune character); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.in_scope(commune character) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.in_scope(commune character) TO diaba_app;


--
-- Name: FUNCTION is_light(points integer, rings integer, other_points integer, other_rings integer); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.is_light(points integer, rings integer, other_points integer, other_rings integer) FROM PUBLIC;


--
-- Name: FUNCTION joined_codes(purposes jsonb); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.joined_codes(purposes jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.joined_codes(purposes jsonb) TO diaba_app;


--
-- Name: FUNCTION keep_batch_steps(); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.keep_batch_steps() FROM PUBLIC;


--
-- Name: FUNCTION list_pairs(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.list_pairs(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.list_pairs(batch uuid) TO diaba_app;


--
-- Name: FUNCTION measure_with_register(batch uuid, record_nos integer[], parcel_ids uuid[]); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.measure_with_register(batch uuid, record_nos integer[], parcel_ids uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.measure_with_register(batch uuid, record_nos integer[], parcel_ids uuid[]) TO diaba_app;


--
-- Name: FUNCTION members_of_shape(batch uuid, first integer); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.members_of_shape(batch uuid, first integer) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.members_of_shape(batch uuid, first integer) TO diaba_app;


--
-- Name: FUNCTION open_uploads(); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.open_uploads() FROM PUBLIC;
GRANT ALL ON FUNCTION staging.open_uploads() TO diaba_app;


--
-- Name: FUNCTION overlaps_with_register(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.overlaps_with_register(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.overlaps_with_register(batch uuid) TO diaba_app;


--
-- Name: FUNCTION pairs_with_register(batch uuid, at_most integer); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.pairs_with_register(batch uuid, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.pairs_with_register(batch uuid, at_most integer) TO diaba_app;


--
-- Name: FUNCTION parcels_to_raise(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.parcels_to_raise(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.parcels_to_raise(batch uuid) TO diaba_app;


--
-- Name: FUNCTION put_field(batch uuid, no integer, field text, value jsonb); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.put_field(batch uuid, no integer, field text, value jsonb) FROM PUBLIC;


--
-- Name: FUNCTION put_ring(batch uuid, no integer, value jsonb); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.put_ring(batch uuid, no integer, value jsonb) FROM PUBLIC;


--
-- Name: FUNCTION renamed(holders jsonb, was text, becomes text); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.renamed(holders jsonb, was text, becomes text) FROM PUBLIC;


--
-- Name: FUNCTION repair_boundaries(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.repair_boundaries(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.repair_boundaries(batch uuid) TO diaba_app;


--
-- Name: FUNCTION require_batch(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.require_batch(batch uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.require_batch(batch uuid) TO diaba_app;


--
-- Name: FUNCTION require_record(); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.require_record() FROM PUBLIC;


--
-- Name: FUNCTION require_review(batch uuid); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.require_review(batch uuid) FROM PUBLIC;


--
-- Name: FUNCTION require_value(batch uuid, no integer, field text, value jsonb); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.require_value(batch uuid, no integer, field text, value jsonb) FROM PUBLIC;


--
-- Name: FUNCTION surroundings(batch uuid, no integer, metres double precision, at_most integer); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.surroundings(batch uuid, no integer, metres double precision, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION staging.surroundings(batch uuid, no integer, metres double precision, at_most integer) TO diaba_app;


--
-- Name: FUNCTION tally_batch(); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.tally_batch() FROM PUBLIC;


--
-- Name: FUNCTION tell_batch(); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.tell_batch() FROM PUBLIC;


--
-- Name: FUNCTION value_text(value jsonb); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.value_text(value jsonb) FROM PUBLIC;


--
-- Name: FUNCTION work_table(batch uuid, part text); Type: ACL; Schema: staging; Owner: -
--

REVOKE ALL ON FUNCTION staging.work_table(batch uuid, part text) FROM PUBLIC;


--
-- Name: FUNCTION check_initial_load(); Type: ACL; Schema: thematic; Owner: -
--

REVOKE ALL ON FUNCTION thematic.check_initial_load() FROM PUBLIC;


--
-- Name: FUNCTION keep_edition(); Type: ACL; Schema: thematic; Owner: -
--

REVOKE ALL ON FUNCTION thematic.keep_edition() FROM PUBLIC;


--
-- Name: FUNCTION keep_layer(); Type: ACL; Schema: thematic; Owner: -
--

REVOKE ALL ON FUNCTION thematic.keep_layer() FROM PUBLIC;


--
-- Name: FUNCTION measure_common(shape public.geometry, land public.geometry, OUT area_m2 double precision, OUT outline_m double precision, OUT length_m double precision, OUT points integer); Type: ACL; Schema: thematic; Owner: -
--

REVOKE ALL ON FUNCTION thematic.measure_common(shape public.geometry, land public.geometry, OUT area_m2 double precision, OUT outline_m double precision, OUT length_m double precision, OUT points integer) FROM PUBLIC;
GRANT ALL ON FUNCTION thematic.measure_common(shape public.geometry, land public.geometry, OUT area_m2 double precision, OUT outline_m double precision, OUT length_m double precision, OUT points integer) TO diaba_app;
GRANT ALL ON FUNCTION thematic.measure_common(shape public.geometry, land public.geometry, OUT area_m2 double precision, OUT outline_m double precision, OUT length_m double precision, OUT points integer) TO diaba_auditor;
GRANT ALL ON FUNCTION thematic.measure_common(shape public.geometry, land public.geometry, OUT area_m2 double precision, OUT outline_m double precision, OUT length_m double precision, OUT points integer) TO diaba_portal_owner;


--
-- Name: FUNCTION "overlaps"(land public.geometry, of_editions uuid[]); Type: ACL; Schema: thematic; Owner: -
--

REVOKE ALL ON FUNCTION thematic."overlaps"(land public.geometry, of_editions uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION thematic."overlaps"(land public.geometry, of_editions uuid[]) TO diaba_app;
GRANT ALL ON FUNCTION thematic."overlaps"(land public.geometry, of_editions uuid[]) TO diaba_auditor;
GRANT ALL ON FUNCTION thematic."overlaps"(land public.geometry, of_editions uuid[]) TO diaba_portal_owner;


--
-- Name: FUNCTION public_tile(of_layer text, z integer, x integer, y integer, least_m2 double precision, simplify_m double precision, at_most integer); Type: ACL; Schema: thematic; Owner: -
--

REVOKE ALL ON FUNCTION thematic.public_tile(of_layer text, z integer, x integer, y integer, least_m2 double precision, simplify_m double precision, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION thematic.public_tile(of_layer text, z integer, x integer, y integer, least_m2 double precision, simplify_m double precision, at_most integer) TO diaba_tiles;


--
-- Name: FUNCTION public_tile_mark(of_layer text); Type: ACL; Schema: thematic; Owner: -
--

REVOKE ALL ON FUNCTION thematic.public_tile_mark(of_layer text) FROM PUBLIC;
GRANT ALL ON FUNCTION thematic.public_tile_mark(of_layer text) TO diaba_tiles;


--
-- Name: FUNCTION require_proposed(); Type: ACL; Schema: thematic; Owner: -
--

REVOKE ALL ON FUNCTION thematic.require_proposed() FROM PUBLIC;


--
-- Name: FUNCTION note_changes(); Type: ACL; Schema: watch; Owner: -
--

REVOKE ALL ON FUNCTION watch.note_changes() FROM PUBLIC;


--
-- Name: TABLE checkpoint; Type: ACL; Schema: audit; Owner: -
--

GRANT SELECT,INSERT ON TABLE audit.checkpoint TO diaba_app;
GRANT SELECT ON TABLE audit.checkpoint TO diaba_auditor;


--
-- Name: TABLE leaf; Type: ACL; Schema: audit; Owner: -
--

GRANT SELECT,INSERT ON TABLE audit.leaf TO diaba_app;
GRANT SELECT ON TABLE audit.leaf TO diaba_auditor;


--
-- Name: TABLE read_log; Type: ACL; Schema: audit; Owner: -
--

GRANT SELECT,INSERT ON TABLE audit.read_log TO diaba_app;
GRANT SELECT ON TABLE audit.read_log TO diaba_auditor;


--
-- Name: TABLE tree_node; Type: ACL; Schema: audit; Owner: -
--

GRANT SELECT,INSERT ON TABLE audit.tree_node TO diaba_app;
GRANT SELECT ON TABLE audit.tree_node TO diaba_auditor;


--
-- Name: SEQUENCE derived_revision_seq; Type: ACL; Schema: cadastre; Owner: -
--

GRANT USAGE ON SEQUENCE cadastre.derived_revision_seq TO diaba_app;


--
-- Name: TABLE address_publication; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cadastre.address_publication TO diaba_app;
GRANT SELECT ON TABLE cadastre.address_publication TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.address_publication TO diaba_portal_owner;


--
-- Name: TABLE commune_outline; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cadastre.commune_outline TO diaba_app;
GRANT SELECT ON TABLE cadastre.commune_outline TO diaba_tiles;
GRANT SELECT ON TABLE cadastre.commune_outline TO diaba_auditor;


--
-- Name: TABLE parcel_version; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT ON TABLE cadastre.parcel_version TO diaba_app;
GRANT SELECT ON TABLE cadastre.parcel_version TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.parcel_version TO diaba_portal_owner;


--
-- Name: COLUMN parcel_version.status; Type: ACL; Schema: cadastre; Owner: -
--

GRANT UPDATE(status) ON TABLE cadastre.parcel_version TO diaba_app;


--
-- Name: COLUMN parcel_version.ended_by; Type: ACL; Schema: cadastre; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE cadastre.parcel_version TO diaba_app;


--
-- Name: COLUMN parcel_version.ended_at; Type: ACL; Schema: cadastre; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE cadastre.parcel_version TO diaba_app;


--
-- Name: TABLE sheet; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT ON TABLE cadastre.sheet TO diaba_app;
GRANT SELECT ON TABLE cadastre.sheet TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.sheet TO diaba_portal_owner;


--
-- Name: COLUMN sheet.sheet_id; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT(sheet_id) ON TABLE cadastre.sheet TO diaba_tiles;


--
-- Name: COLUMN sheet.number; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT(number) ON TABLE cadastre.sheet TO diaba_tiles;


--
-- Name: COLUMN sheet.commune_code; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT(commune_code) ON TABLE cadastre.sheet TO diaba_tiles;


--
-- Name: COLUMN sheet.srid; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT(srid) ON TABLE cadastre.sheet TO diaba_tiles;


--
-- Name: COLUMN sheet.next_parcel_no; Type: ACL; Schema: cadastre; Owner: -
--

GRANT UPDATE(next_parcel_no) ON TABLE cadastre.sheet TO diaba_app;


--
-- Name: TABLE current_parcel; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT ON TABLE cadastre.current_parcel TO diaba_app;
GRANT SELECT ON TABLE cadastre.current_parcel TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.current_parcel TO diaba_portal_owner;


--
-- Name: TABLE lineage; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT ON TABLE cadastre.lineage TO diaba_app;
GRANT SELECT ON TABLE cadastre.lineage TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.lineage TO diaba_portal_owner;


--
-- Name: TABLE parcel; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT ON TABLE cadastre.parcel TO diaba_app;
GRANT SELECT ON TABLE cadastre.parcel TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.parcel TO diaba_portal_owner;


--
-- Name: TABLE parcel_lineage; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT ON TABLE cadastre.parcel_lineage TO diaba_app;
GRANT SELECT ON TABLE cadastre.parcel_lineage TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.parcel_lineage TO diaba_portal_owner;


--
-- Name: TABLE parcel_purpose; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT ON TABLE cadastre.parcel_purpose TO diaba_app;
GRANT SELECT ON TABLE cadastre.parcel_purpose TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.parcel_purpose TO diaba_portal_owner;


--
-- Name: TABLE sheet_outline; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cadastre.sheet_outline TO diaba_app;
GRANT SELECT ON TABLE cadastre.sheet_outline TO diaba_tiles;
GRANT SELECT ON TABLE cadastre.sheet_outline TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.sheet_outline TO diaba_portal_owner;


--
-- Name: TABLE stale_mark; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,DELETE ON TABLE cadastre.stale_mark TO diaba_app;
GRANT SELECT ON TABLE cadastre.stale_mark TO diaba_auditor;


--
-- Name: TABLE tile_parcel; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT ON TABLE cadastre.tile_parcel TO diaba_app;
GRANT SELECT ON TABLE cadastre.tile_parcel TO diaba_tiles;
GRANT SELECT ON TABLE cadastre.tile_parcel TO diaba_auditor;


--
-- Name: TABLE tile_revision; Type: ACL; Schema: cadastre; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE cadastre.tile_revision TO diaba_app;
GRANT SELECT ON TABLE cadastre.tile_revision TO diaba_tiles;
GRANT SELECT ON TABLE cadastre.tile_revision TO diaba_auditor;
GRANT SELECT ON TABLE cadastre.tile_revision TO diaba_portal_owner;


--
-- Name: SEQUENCE tile_revision_seq; Type: ACL; Schema: cadastre; Owner: -
--

GRANT USAGE ON SEQUENCE cadastre.tile_revision_seq TO diaba_app;


--
-- Name: TABLE answer; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.answer TO diaba_app;


--
-- Name: TABLE basis_document; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.basis_document TO diaba_app;
GRANT SELECT ON TABLE dealing.basis_document TO diaba_auditor;


--
-- Name: TABLE content; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.content TO diaba_app;


--
-- Name: COLUMN content.verdicts; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(verdicts) ON TABLE dealing.content TO diaba_app;


--
-- Name: TABLE dealing; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE dealing.dealing TO diaba_app;
GRANT SELECT ON TABLE dealing.dealing TO diaba_auditor;


--
-- Name: TABLE identity_number; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.identity_number TO diaba_app;


--
-- Name: TABLE message; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.message TO diaba_app;


--
-- Name: COLUMN message.state; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(state) ON TABLE dealing.message TO diaba_app;


--
-- Name: COLUMN message.attempts; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(attempts) ON TABLE dealing.message TO diaba_app;


--
-- Name: COLUMN message.next_at; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(next_at) ON TABLE dealing.message TO diaba_app;


--
-- Name: COLUMN message.taken_at; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(taken_at) ON TABLE dealing.message TO diaba_app;


--
-- Name: COLUMN message.ended_at; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE dealing.message TO diaba_app;


--
-- Name: COLUMN message.error; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(error) ON TABLE dealing.message TO diaba_app;


--
-- Name: TABLE pending_parcel; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.pending_parcel TO diaba_app;
GRANT SELECT ON TABLE dealing.pending_parcel TO diaba_auditor;


--
-- Name: TABLE proposal; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.proposal TO diaba_app;
GRANT SELECT ON TABLE dealing.proposal TO diaba_auditor;


--
-- Name: TABLE request; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT ON TABLE dealing.request TO diaba_app;


--
-- Name: COLUMN request.request_id; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(request_id) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.reference; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(reference) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.code_hash; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(code_hash) ON TABLE dealing.request TO diaba_app;


--
-- Name: COLUMN request.code_number; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(code_number) ON TABLE dealing.request TO diaba_app;


--
-- Name: COLUMN request.kind; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(kind) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.blocks; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(blocks) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.delivery; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(delivery) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.parcel_id; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(parcel_id) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.commune_code; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(commune_code) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.status; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(status) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(status) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.version; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(version) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.received_at; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(received_at) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.due_on; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(due_on) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(due_on) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.changed_at; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(changed_at) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.suspended_at; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(suspended_at) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(suspended_at) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.grounds; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(grounds) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(grounds) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.fee_status; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(fee_status) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(fee_status) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.fee_vnd; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(fee_vnd) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(fee_vnd) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.fee_basis; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(fee_basis) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(fee_basis) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.handled_by; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(handled_by) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(handled_by) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.decided_at; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(decided_at) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.refusal_ground; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(refusal_ground) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(refusal_ground) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: COLUMN request.refusal; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(refusal) ON TABLE dealing.request TO diaba_app;


--
-- Name: COLUMN request.paper_serial; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(paper_serial) ON TABLE dealing.request TO diaba_app;
GRANT SELECT(paper_serial) ON TABLE dealing.request TO diaba_auditor;


--
-- Name: TABLE request_content; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT ON TABLE dealing.request_content TO diaba_app;


--
-- Name: TABLE request_step; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.request_step TO diaba_app;


--
-- Name: COLUMN request_step.request_id; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(request_id) ON TABLE dealing.request_step TO diaba_auditor;


--
-- Name: COLUMN request_step.ordinal; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(ordinal) ON TABLE dealing.request_step TO diaba_auditor;


--
-- Name: COLUMN request_step.step; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(step) ON TABLE dealing.request_step TO diaba_auditor;


--
-- Name: COLUMN request_step.actor; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(actor) ON TABLE dealing.request_step TO diaba_auditor;


--
-- Name: COLUMN request_step.facts; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(facts) ON TABLE dealing.request_step TO diaba_auditor;


--
-- Name: COLUMN request_step.at; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT(at) ON TABLE dealing.request_step TO diaba_auditor;


--
-- Name: TABLE request_stop; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.request_stop TO diaba_app;
GRANT SELECT ON TABLE dealing.request_stop TO diaba_auditor;


--
-- Name: COLUMN request_stop.resumed_at; Type: ACL; Schema: dealing; Owner: -
--

GRANT UPDATE(resumed_at) ON TABLE dealing.request_stop TO diaba_app;


--
-- Name: TABLE target; Type: ACL; Schema: dealing; Owner: -
--

GRANT SELECT,INSERT ON TABLE dealing.target TO diaba_app;
GRANT SELECT ON TABLE dealing.target TO diaba_auditor;


--
-- Name: TABLE blank; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.blank TO diaba_app;
GRANT SELECT ON TABLE document.blank TO diaba_auditor;


--
-- Name: COLUMN blank.status; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(status) ON TABLE document.blank TO diaba_app;


--
-- Name: COLUMN blank.given_to; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(given_to) ON TABLE document.blank TO diaba_app;


--
-- Name: COLUMN blank.changed_at; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(changed_at) ON TABLE document.blank TO diaba_app;


--
-- Name: TABLE blank_move; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.blank_move TO diaba_app;
GRANT SELECT ON TABLE document.blank_move TO diaba_auditor;


--
-- Name: TABLE certificate; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.certificate TO diaba_app;
GRANT SELECT ON TABLE document.certificate TO diaba_auditor;


--
-- Name: COLUMN certificate.status; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(status) ON TABLE document.certificate TO diaba_app;


--
-- Name: COLUMN certificate.ended_by; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE document.certificate TO diaba_app;


--
-- Name: COLUMN certificate.ended_at; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE document.certificate TO diaba_app;


--
-- Name: SEQUENCE certificate_number; Type: ACL; Schema: document; Owner: -
--

GRANT USAGE ON SEQUENCE document.certificate_number TO diaba_app;


--
-- Name: TABLE certificate_right; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.certificate_right TO diaba_app;
GRANT SELECT ON TABLE document.certificate_right TO diaba_auditor;


--
-- Name: TABLE digitisation; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.digitisation TO diaba_app;
GRANT SELECT ON TABLE document.digitisation TO diaba_auditor;


--
-- Name: TABLE document; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.document TO diaba_app;
GRANT SELECT ON TABLE document.document TO diaba_auditor;


--
-- Name: COLUMN document.kind; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(kind) ON TABLE document.document TO diaba_app;


--
-- Name: COLUMN document.grammar_version; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(grammar_version) ON TABLE document.document TO diaba_app;


--
-- Name: COLUMN document.status; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(status) ON TABLE document.document TO diaba_app;


--
-- Name: COLUMN document.held_by; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(held_by) ON TABLE document.document TO diaba_app;


--
-- Name: COLUMN document.held_until; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(held_until) ON TABLE document.document TO diaba_app;


--
-- Name: COLUMN document.findings; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(findings) ON TABLE document.document TO diaba_app;


--
-- Name: COLUMN document.reason; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(reason) ON TABLE document.document TO diaba_app;


--
-- Name: COLUMN document.decided_by; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE document.document TO diaba_app;


--
-- Name: COLUMN document.decided_at; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE document.document TO diaba_app;


--
-- Name: TABLE document_page; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE document.document_page TO diaba_app;


--
-- Name: TABLE field; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.value; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(value) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.sealed; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(sealed) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.confidence; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(confidence) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.sure; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(sure) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.rule; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(rule) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.page; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(page) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.box; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(box) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.state; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(state) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.findings; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(findings) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.readings; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(readings) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.confirmed_by; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(confirmed_by) ON TABLE document.field TO diaba_app;


--
-- Name: COLUMN field.confirmed_at; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(confirmed_at) ON TABLE document.field TO diaba_app;


--
-- Name: TABLE identity_number; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.identity_number TO diaba_app;


--
-- Name: TABLE map_sheet; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.map_sheet TO diaba_app;


--
-- Name: COLUMN map_sheet.srid; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(srid) ON TABLE document.map_sheet TO diaba_app;


--
-- Name: COLUMN map_sheet.scale; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(scale) ON TABLE document.map_sheet TO diaba_app;


--
-- Name: COLUMN map_sheet.sheet_no; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(sheet_no) ON TABLE document.map_sheet TO diaba_app;


--
-- Name: COLUMN map_sheet.method; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(method) ON TABLE document.map_sheet TO diaba_app;


--
-- Name: COLUMN map_sheet.points; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(points) ON TABLE document.map_sheet TO diaba_app;


--
-- Name: COLUMN map_sheet.rms_m; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(rms_m) ON TABLE document.map_sheet TO diaba_app;


--
-- Name: COLUMN map_sheet.verdict; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(verdict) ON TABLE document.map_sheet TO diaba_app;


--
-- Name: COLUMN map_sheet.parcels; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(parcels) ON TABLE document.map_sheet TO diaba_app;


--
-- Name: COLUMN map_sheet.changed_by; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(changed_by) ON TABLE document.map_sheet TO diaba_app;


--
-- Name: TABLE page_picture; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.page_picture TO diaba_app;


--
-- Name: TABLE paper; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.paper TO diaba_app;
GRANT SELECT ON TABLE document.paper TO diaba_auditor;


--
-- Name: SEQUENCE paper_number; Type: ACL; Schema: document; Owner: -
--

GRANT USAGE ON SEQUENCE document.paper_number TO diaba_app;


--
-- Name: TABLE paper_parcel; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.paper_parcel TO diaba_app;
GRANT SELECT ON TABLE document.paper_parcel TO diaba_auditor;


--
-- Name: TABLE parcel_link; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.parcel_link TO diaba_app;
GRANT SELECT ON TABLE document.parcel_link TO diaba_auditor;


--
-- Name: COLUMN parcel_link.status; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(status) ON TABLE document.parcel_link TO diaba_app;


--
-- Name: COLUMN parcel_link.decided_by; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE document.parcel_link TO diaba_app;


--
-- Name: COLUMN parcel_link.decided_at; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE document.parcel_link TO diaba_app;


--
-- Name: COLUMN parcel_link.reason; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(reason) ON TABLE document.parcel_link TO diaba_app;


--
-- Name: TABLE printer; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE document.printer TO diaba_app;
GRANT SELECT ON TABLE document.printer TO diaba_auditor;


--
-- Name: TABLE sample_turn; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.sample_turn TO diaba_app;
GRANT SELECT ON TABLE document.sample_turn TO diaba_auditor;


--
-- Name: COLUMN sample_turn.documents; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(documents) ON TABLE document.sample_turn TO diaba_app;


--
-- Name: TABLE scan; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.scan TO diaba_app;
GRANT SELECT ON TABLE document.scan TO diaba_auditor;


--
-- Name: COLUMN scan.status; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(status) ON TABLE document.scan TO diaba_app;


--
-- Name: COLUMN scan.pages; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(pages) ON TABLE document.scan TO diaba_app;


--
-- Name: COLUMN scan.trouble; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(trouble) ON TABLE document.scan TO diaba_app;


--
-- Name: COLUMN scan.attempts; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(attempts) ON TABLE document.scan TO diaba_app;


--
-- Name: TABLE scan_page; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.state; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(state) ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.trouble; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(trouble) ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.words; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(words) ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.reader; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(reader) ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.confidence; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(confidence) ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.mark; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(mark) ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.kind; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(kind) ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.side; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(side) ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.attempts; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(attempts) ON TABLE document.scan_page TO diaba_app;


--
-- Name: COLUMN scan_page.turn; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(turn) ON TABLE document.scan_page TO diaba_app;


--
-- Name: TABLE second_field; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.second_field TO diaba_app;


--
-- Name: TABLE second_reading; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.second_reading TO diaba_app;
GRANT SELECT ON TABLE document.second_reading TO diaba_auditor;


--
-- Name: COLUMN second_reading.status; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(status) ON TABLE document.second_reading TO diaba_app;


--
-- Name: COLUMN second_reading.reader; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(reader) ON TABLE document.second_reading TO diaba_app;


--
-- Name: COLUMN second_reading.read_at; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(read_at) ON TABLE document.second_reading TO diaba_app;


--
-- Name: COLUMN second_reading.decided_by; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE document.second_reading TO diaba_app;


--
-- Name: COLUMN second_reading.decided_at; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE document.second_reading TO diaba_app;


--
-- Name: TABLE shelf_place; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.shelf_place TO diaba_app;
GRANT SELECT ON TABLE document.shelf_place TO diaba_auditor;


--
-- Name: COLUMN shelf_place.store; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(store) ON TABLE document.shelf_place TO diaba_app;


--
-- Name: COLUMN shelf_place."row"; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE("row") ON TABLE document.shelf_place TO diaba_app;


--
-- Name: COLUMN shelf_place.shelf; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(shelf) ON TABLE document.shelf_place TO diaba_app;


--
-- Name: COLUMN shelf_place.box; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(box) ON TABLE document.shelf_place TO diaba_app;


--
-- Name: COLUMN shelf_place.number; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(number) ON TABLE document.shelf_place TO diaba_app;


--
-- Name: COLUMN shelf_place.placed_by; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(placed_by) ON TABLE document.shelf_place TO diaba_app;


--
-- Name: COLUMN shelf_place.placed_at; Type: ACL; Schema: document; Owner: -
--

GRANT UPDATE(placed_at) ON TABLE document.shelf_place TO diaba_app;


--
-- Name: TABLE signing_certificate; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.signing_certificate TO diaba_app;
GRANT SELECT ON TABLE document.signing_certificate TO diaba_auditor;


--
-- Name: TABLE statement_key; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.statement_key TO diaba_app;
GRANT SELECT ON TABLE document.statement_key TO diaba_auditor;


--
-- Name: TABLE stored_file; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT ON TABLE document.stored_file TO diaba_app;
GRANT SELECT ON TABLE document.stored_file TO diaba_auditor;


--
-- Name: TABLE word; Type: ACL; Schema: document; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE document.word TO diaba_app;


--
-- Name: TABLE day; Type: ACL; Schema: indicator; Owner: -
--

GRANT SELECT,INSERT ON TABLE indicator.day TO diaba_app;
GRANT SELECT ON TABLE indicator.day TO diaba_auditor;
GRANT SELECT ON TABLE indicator.day TO diaba_portal_owner;


--
-- Name: TABLE figure; Type: ACL; Schema: indicator; Owner: -
--

GRANT SELECT,INSERT ON TABLE indicator.figure TO diaba_app;
GRANT SELECT ON TABLE indicator.figure TO diaba_auditor;
GRANT SELECT ON TABLE indicator.figure TO diaba_portal_owner;


--
-- Name: TABLE running_day; Type: ACL; Schema: indicator; Owner: -
--

GRANT SELECT,INSERT ON TABLE indicator.running_day TO diaba_app;
GRANT SELECT ON TABLE indicator.running_day TO diaba_auditor;
GRANT SELECT ON TABLE indicator.running_day TO diaba_portal_owner;


--
-- Name: COLUMN running_day.day; Type: ACL; Schema: indicator; Owner: -
--

GRANT UPDATE(day) ON TABLE indicator.running_day TO diaba_app;


--
-- Name: COLUMN running_day.counted_at; Type: ACL; Schema: indicator; Owner: -
--

GRANT UPDATE(counted_at) ON TABLE indicator.running_day TO diaba_app;


--
-- Name: TABLE known_day; Type: ACL; Schema: indicator; Owner: -
--

GRANT SELECT ON TABLE indicator.known_day TO diaba_app;
GRANT SELECT ON TABLE indicator.known_day TO diaba_auditor;


--
-- Name: TABLE running_figure; Type: ACL; Schema: indicator; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE indicator.running_figure TO diaba_app;
GRANT SELECT ON TABLE indicator.running_figure TO diaba_auditor;
GRANT SELECT ON TABLE indicator.running_figure TO diaba_portal_owner;


--
-- Name: TABLE known_figure; Type: ACL; Schema: indicator; Owner: -
--

GRANT SELECT ON TABLE indicator.known_figure TO diaba_app;
GRANT SELECT ON TABLE indicator.known_figure TO diaba_auditor;


--
-- Name: TABLE measure; Type: ACL; Schema: indicator; Owner: -
--

GRANT SELECT ON TABLE indicator.measure TO diaba_app;
GRANT SELECT ON TABLE indicator.measure TO diaba_auditor;
GRANT SELECT ON TABLE indicator.measure TO diaba_portal_owner;


--
-- Name: TABLE answer; Type: ACL; Schema: lookup; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE lookup.answer TO diaba_app;


--
-- Name: TABLE given_answer; Type: ACL; Schema: lookup; Owner: -
--

GRANT SELECT,INSERT ON TABLE lookup.given_answer TO diaba_app;


--
-- Name: TABLE lookup; Type: ACL; Schema: lookup; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE lookup.lookup TO diaba_app;


--
-- Name: COLUMN lookup.done; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(done) ON TABLE lookup.lookup TO diaba_app;


--
-- Name: COLUMN lookup.matched; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(matched) ON TABLE lookup.lookup TO diaba_app;


--
-- Name: COLUMN lookup.ambiguous; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(ambiguous) ON TABLE lookup.lookup TO diaba_app;


--
-- Name: COLUMN lookup.not_matched; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(not_matched) ON TABLE lookup.lookup TO diaba_app;


--
-- Name: COLUMN lookup.not_understood; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(not_understood) ON TABLE lookup.lookup TO diaba_app;


--
-- Name: COLUMN lookup.state; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(state) ON TABLE lookup.lookup TO diaba_app;


--
-- Name: COLUMN lookup.attempts; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(attempts) ON TABLE lookup.lookup TO diaba_app;


--
-- Name: COLUMN lookup.as_of; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(as_of) ON TABLE lookup.lookup TO diaba_app;


--
-- Name: COLUMN lookup.ended_at; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE lookup.lookup TO diaba_app;


--
-- Name: TABLE "row"; Type: ACL; Schema: lookup; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE lookup."row" TO diaba_app;


--
-- Name: TABLE use; Type: ACL; Schema: lookup; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE lookup.use TO diaba_app;


--
-- Name: COLUMN use.rows; Type: ACL; Schema: lookup; Owner: -
--

GRANT UPDATE(rows) ON TABLE lookup.use TO diaba_app;


--
-- Name: TABLE detail; Type: ACL; Schema: party; Owner: -
--

GRANT SELECT,INSERT ON TABLE party.detail TO diaba_app;


--
-- Name: COLUMN detail.ended_by; Type: ACL; Schema: party; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE party.detail TO diaba_app;


--
-- Name: COLUMN detail.ended_at; Type: ACL; Schema: party; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE party.detail TO diaba_app;


--
-- Name: TABLE identity_paper; Type: ACL; Schema: party; Owner: -
--

GRANT SELECT,INSERT ON TABLE party.identity_paper TO diaba_app;


--
-- Name: TABLE party; Type: ACL; Schema: party; Owner: -
--

GRANT SELECT,INSERT ON TABLE party.party TO diaba_app;


--
-- Name: TABLE present; Type: ACL; Schema: party; Owner: -
--

GRANT SELECT ON TABLE party.present TO diaba_app;


--
-- Name: TABLE visibility; Type: ACL; Schema: party; Owner: -
--

GRANT SELECT,INSERT ON TABLE party.visibility TO diaba_app;


--
-- Name: TABLE address_revision; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.address_revision TO diaba_portal;
GRANT SELECT ON TABLE portal.address_revision TO diaba_auditor;


--
-- Name: TABLE calendar_day; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.calendar_day TO diaba_app;
GRANT SELECT ON TABLE reference.calendar_day TO diaba_auditor;
GRANT SELECT ON TABLE reference.calendar_day TO diaba_portal_owner;


--
-- Name: TABLE calendar_day; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.calendar_day TO diaba_portal;
GRANT SELECT ON TABLE portal.calendar_day TO diaba_app;
GRANT SELECT ON TABLE portal.calendar_day TO diaba_auditor;


--
-- Name: TABLE administrative_unit_extent; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE reference.administrative_unit_extent TO diaba_app;
GRANT SELECT ON TABLE reference.administrative_unit_extent TO diaba_auditor;
GRANT SELECT ON TABLE reference.administrative_unit_extent TO diaba_portal_owner;


--
-- Name: TABLE administrative_unit_successor; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.administrative_unit_successor TO diaba_app;
GRANT SELECT ON TABLE reference.administrative_unit_successor TO diaba_auditor;
GRANT SELECT ON TABLE reference.administrative_unit_successor TO diaba_portal_owner;


--
-- Name: TABLE commune; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.commune TO diaba_app;
GRANT SELECT ON TABLE portal.commune TO diaba_portal;
GRANT SELECT ON TABLE portal.commune TO diaba_auditor;


--
-- Name: TABLE commune_boundary; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.commune_boundary TO diaba_portal;
GRANT SELECT ON TABLE portal.commune_boundary TO diaba_auditor;


--
-- Name: TABLE commune_successor; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.commune_successor TO diaba_portal;
GRANT SELECT ON TABLE portal.commune_successor TO diaba_auditor;


--
-- Name: TABLE data_state; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.data_state TO diaba_app;
GRANT SELECT ON TABLE portal.data_state TO diaba_portal;
GRANT SELECT ON TABLE portal.data_state TO diaba_auditor;


--
-- Name: TABLE indicator_day; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.indicator_day TO diaba_portal;
GRANT SELECT ON TABLE portal.indicator_day TO diaba_auditor;


--
-- Name: TABLE indicator_figure; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.indicator_figure TO diaba_portal;
GRANT SELECT ON TABLE portal.indicator_figure TO diaba_auditor;


--
-- Name: TABLE indicator_total; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.indicator_total TO diaba_portal;
GRANT SELECT ON TABLE portal.indicator_total TO diaba_auditor;


--
-- Name: TABLE land_use; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.land_use TO diaba_app;
GRANT SELECT ON TABLE reference.land_use TO diaba_auditor;
GRANT SELECT ON TABLE reference.land_use TO diaba_portal_owner;


--
-- Name: TABLE land_use; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.land_use TO diaba_app;
GRANT SELECT ON TABLE portal.land_use TO diaba_portal;
GRANT SELECT ON TABLE portal.land_use TO diaba_auditor;


--
-- Name: TABLE edition; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT,INSERT ON TABLE thematic.edition TO diaba_app;
GRANT SELECT ON TABLE thematic.edition TO diaba_auditor;


--
-- Name: COLUMN edition.edition_id; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(edition_id) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.layer_code; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(layer_code) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.edition_no; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(edition_no) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.source; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(source) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.licence; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(licence) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.data_on; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(data_on) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.features; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(features) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.status; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(status) ON TABLE thematic.edition TO diaba_app;
GRANT SELECT(status) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.decided_by; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(decided_by) ON TABLE thematic.edition TO diaba_app;


--
-- Name: COLUMN edition.decided_at; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE thematic.edition TO diaba_app;
GRANT SELECT(decided_at) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.reason; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(reason) ON TABLE thematic.edition TO diaba_app;


--
-- Name: COLUMN edition.ended_at; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE thematic.edition TO diaba_app;
GRANT SELECT(ended_at) ON TABLE thematic.edition TO diaba_portal_owner;


--
-- Name: COLUMN edition.withdrawn_by; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(withdrawn_by) ON TABLE thematic.edition TO diaba_app;


--
-- Name: COLUMN edition.withdrawn_at; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(withdrawn_at) ON TABLE thematic.edition TO diaba_app;


--
-- Name: COLUMN edition.withdrawal; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(withdrawal) ON TABLE thematic.edition TO diaba_app;


--
-- Name: TABLE layer; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT,INSERT ON TABLE thematic.layer TO diaba_app;
GRANT SELECT ON TABLE thematic.layer TO diaba_auditor;


--
-- Name: COLUMN layer.layer_code; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(layer_code) ON TABLE thematic.layer TO diaba_portal_owner;


--
-- Name: COLUMN layer.theme; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(theme) ON TABLE thematic.layer TO diaba_portal_owner;


--
-- Name: COLUMN layer.title; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(title) ON TABLE thematic.layer TO diaba_app;
GRANT SELECT(title) ON TABLE thematic.layer TO diaba_portal_owner;


--
-- Name: COLUMN layer.title_en; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(title_en) ON TABLE thematic.layer TO diaba_app;
GRANT SELECT(title_en) ON TABLE thematic.layer TO diaba_portal_owner;


--
-- Name: COLUMN layer.channels; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(channels) ON TABLE thematic.layer TO diaba_app;
GRANT SELECT(channels) ON TABLE thematic.layer TO diaba_portal_owner;


--
-- Name: TABLE layer; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.layer TO diaba_portal;
GRANT SELECT ON TABLE portal.layer TO diaba_auditor;


--
-- Name: TABLE feature; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT,INSERT ON TABLE thematic.feature TO diaba_app;
GRANT SELECT ON TABLE thematic.feature TO diaba_auditor;


--
-- Name: COLUMN feature.edition_id; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(edition_id) ON TABLE thematic.feature TO diaba_portal_owner;


--
-- Name: COLUMN feature.feature_no; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(feature_no) ON TABLE thematic.feature TO diaba_portal_owner;


--
-- Name: COLUMN feature.value; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(value) ON TABLE thematic.feature TO diaba_portal_owner;


--
-- Name: COLUMN feature.unit; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(unit) ON TABLE thematic.feature TO diaba_portal_owner;


--
-- Name: COLUMN feature.public_category; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(public_category) ON TABLE thematic.feature TO diaba_portal_owner;


--
-- Name: COLUMN feature.public_name; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(public_name) ON TABLE thematic.feature TO diaba_portal_owner;


--
-- Name: COLUMN feature.geom; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(geom) ON TABLE thematic.feature TO diaba_portal_owner;


--
-- Name: COLUMN feature.geom_3857; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT(geom_3857) ON TABLE thematic.feature TO diaba_portal_owner;


--
-- Name: TABLE layer_feature; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.layer_feature TO diaba_portal;
GRANT SELECT ON TABLE portal.layer_feature TO diaba_auditor;


--
-- Name: TABLE registry_state; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE reference.registry_state TO diaba_app;
GRANT SELECT ON TABLE reference.registry_state TO diaba_auditor;
GRANT SELECT ON TABLE reference.registry_state TO diaba_portal_owner;


--
-- Name: TABLE open_data_terms; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.open_data_terms TO diaba_portal;
GRANT SELECT ON TABLE portal.open_data_terms TO diaba_auditor;


--
-- Name: TABLE parcel; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.parcel TO diaba_portal;
GRANT SELECT ON TABLE portal.parcel TO diaba_auditor;


--
-- Name: TABLE parcel_source; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.parcel_source TO diaba_portal;
GRANT SELECT ON TABLE portal.parcel_source TO diaba_auditor;


--
-- Name: TABLE parcel_successor; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.parcel_successor TO diaba_portal;
GRANT SELECT ON TABLE portal.parcel_successor TO diaba_auditor;


--
-- Name: TABLE area_tolerance; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.area_tolerance TO diaba_app;
GRANT SELECT ON TABLE reference.area_tolerance TO diaba_auditor;
GRANT SELECT ON TABLE reference.area_tolerance TO diaba_portal_owner;


--
-- Name: TABLE length_tolerance; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.length_tolerance TO diaba_app;
GRANT SELECT ON TABLE reference.length_tolerance TO diaba_auditor;
GRANT SELECT ON TABLE reference.length_tolerance TO diaba_portal_owner;


--
-- Name: TABLE use_origin; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.use_origin TO diaba_app;
GRANT SELECT ON TABLE reference.use_origin TO diaba_auditor;
GRANT SELECT ON TABLE reference.use_origin TO diaba_portal_owner;


--
-- Name: TABLE reference_list; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.reference_list TO diaba_app;
GRANT SELECT ON TABLE portal.reference_list TO diaba_portal;
GRANT SELECT ON TABLE portal.reference_list TO diaba_auditor;


--
-- Name: TABLE request_fee; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.request_fee TO diaba_app;
GRANT SELECT ON TABLE reference.request_fee TO diaba_auditor;
GRANT SELECT ON TABLE reference.request_fee TO diaba_portal_owner;


--
-- Name: TABLE request_fee; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.request_fee TO diaba_portal;
GRANT SELECT ON TABLE portal.request_fee TO diaba_app;
GRANT SELECT ON TABLE portal.request_fee TO diaba_auditor;


--
-- Name: TABLE request_rule; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.request_rule TO diaba_app;
GRANT SELECT ON TABLE reference.request_rule TO diaba_auditor;
GRANT SELECT ON TABLE reference.request_rule TO diaba_portal_owner;


--
-- Name: TABLE request_rule; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.request_rule TO diaba_portal;
GRANT SELECT ON TABLE portal.request_rule TO diaba_app;
GRANT SELECT ON TABLE portal.request_rule TO diaba_auditor;


--
-- Name: TABLE sheet; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.sheet TO diaba_portal;
GRANT SELECT ON TABLE portal.sheet TO diaba_auditor;


--
-- Name: TABLE sheet_outline; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.sheet_outline TO diaba_portal;
GRANT SELECT ON TABLE portal.sheet_outline TO diaba_auditor;


--
-- Name: TABLE sheet_parcel; Type: ACL; Schema: portal; Owner: -
--

GRANT SELECT ON TABLE portal.sheet_parcel TO diaba_portal;
GRANT SELECT ON TABLE portal.sheet_parcel TO diaba_auditor;


--
-- Name: TABLE answer_entitlement; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.answer_entitlement TO diaba_app;


--
-- Name: TABLE corner_tolerance; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.corner_tolerance TO diaba_app;
GRANT SELECT ON TABLE reference.corner_tolerance TO diaba_auditor;
GRANT SELECT ON TABLE reference.corner_tolerance TO diaba_portal_owner;


--
-- Name: TABLE dealing_kind; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.dealing_kind TO diaba_app;
GRANT SELECT ON TABLE reference.dealing_kind TO diaba_auditor;


--
-- Name: TABLE function_source; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.function_source TO diaba_app;
GRANT SELECT ON TABLE reference.function_source TO diaba_auditor;


--
-- Name: TABLE lookup_allowance; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.lookup_allowance TO diaba_app;


--
-- Name: TABLE office; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.office TO diaba_app;
GRANT SELECT ON TABLE reference.office TO diaba_auditor;
GRANT SELECT ON TABLE reference.office TO diaba_portal_owner;


--
-- Name: TABLE parcel_minimum; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.parcel_minimum TO diaba_app;
GRANT SELECT ON TABLE reference.parcel_minimum TO diaba_auditor;


--
-- Name: TABLE request_quota; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.request_quota TO diaba_app;
GRANT SELECT ON TABLE reference.request_quota TO diaba_auditor;


--
-- Name: TABLE setting; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.setting TO diaba_app;
GRANT SELECT ON TABLE reference.setting TO diaba_auditor;
GRANT SELECT ON TABLE reference.setting TO diaba_portal_owner;


--
-- Name: TABLE signatory; Type: ACL; Schema: reference; Owner: -
--

GRANT SELECT ON TABLE reference.signatory TO diaba_app;
GRANT SELECT ON TABLE reference.signatory TO diaba_auditor;
GRANT SELECT ON TABLE reference.signatory TO diaba_portal_owner;


--
-- Name: TABLE caveat; Type: ACL; Schema: rights; Owner: -
--

GRANT SELECT,INSERT ON TABLE rights.caveat TO diaba_app;
GRANT SELECT ON TABLE rights.caveat TO diaba_auditor;


--
-- Name: COLUMN caveat.ended_by; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE rights.caveat TO diaba_app;


--
-- Name: COLUMN caveat.ended_at; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE rights.caveat TO diaba_app;


--
-- Name: TABLE lease; Type: ACL; Schema: rights; Owner: -
--

GRANT SELECT,INSERT ON TABLE rights.lease TO diaba_app;
GRANT SELECT ON TABLE rights.lease TO diaba_auditor;


--
-- Name: COLUMN lease.ended_by; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE rights.lease TO diaba_app;


--
-- Name: COLUMN lease.ended_at; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE rights.lease TO diaba_app;


--
-- Name: TABLE leased_right; Type: ACL; Schema: rights; Owner: -
--

GRANT SELECT,INSERT ON TABLE rights.leased_right TO diaba_app;
GRANT SELECT ON TABLE rights.leased_right TO diaba_auditor;


--
-- Name: TABLE mortgage; Type: ACL; Schema: rights; Owner: -
--

GRANT SELECT,INSERT ON TABLE rights.mortgage TO diaba_app;
GRANT SELECT ON TABLE rights.mortgage TO diaba_auditor;


--
-- Name: COLUMN mortgage.ended_by; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE rights.mortgage TO diaba_app;


--
-- Name: COLUMN mortgage.ended_at; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE rights.mortgage TO diaba_app;


--
-- Name: TABLE mortgaged_right; Type: ACL; Schema: rights; Owner: -
--

GRANT SELECT,INSERT ON TABLE rights.mortgaged_right TO diaba_app;
GRANT SELECT ON TABLE rights.mortgaged_right TO diaba_auditor;


--
-- Name: TABLE proof; Type: ACL; Schema: rights; Owner: -
--

GRANT SELECT,INSERT ON TABLE rights.proof TO diaba_app;
GRANT SELECT ON TABLE rights.proof TO diaba_auditor;


--
-- Name: COLUMN proof.ended_by; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE rights.proof TO diaba_app;


--
-- Name: COLUMN proof.ended_at; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE rights.proof TO diaba_app;


--
-- Name: TABLE restriction; Type: ACL; Schema: rights; Owner: -
--

GRANT SELECT,INSERT ON TABLE rights.restriction TO diaba_app;
GRANT SELECT ON TABLE rights.restriction TO diaba_auditor;


--
-- Name: COLUMN restriction.ended_by; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE rights.restriction TO diaba_app;


--
-- Name: COLUMN restriction.ended_at; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE rights.restriction TO diaba_app;


--
-- Name: TABLE "right"; Type: ACL; Schema: rights; Owner: -
--

GRANT SELECT,INSERT ON TABLE rights."right" TO diaba_app;
GRANT SELECT ON TABLE rights."right" TO diaba_auditor;


--
-- Name: COLUMN "right".ended_by; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE rights."right" TO diaba_app;


--
-- Name: COLUMN "right".ended_at; Type: ACL; Schema: rights; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE rights."right" TO diaba_app;


--
-- Name: TABLE batch; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE staging.batch TO diaba_app;
GRANT SELECT ON TABLE staging.batch TO diaba_auditor;


--
-- Name: TABLE batch_tally; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.batch_tally TO diaba_app;
GRANT SELECT ON TABLE staging.batch_tally TO diaba_auditor;


--
-- Name: TABLE batch_work; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE staging.batch_work TO diaba_app;
GRANT SELECT ON TABLE staging.batch_work TO diaba_auditor;


--
-- Name: TABLE column_profile; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE staging.column_profile TO diaba_app;


--
-- Name: TABLE correction; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.correction TO diaba_app;
GRANT SELECT ON TABLE staging.correction TO diaba_auditor;


--
-- Name: TABLE correction_step; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.correction_step TO diaba_app;
GRANT SELECT ON TABLE staging.correction_step TO diaba_auditor;


--
-- Name: TABLE difference; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE staging.difference TO diaba_app;
GRANT SELECT ON TABLE staging.difference TO diaba_auditor;


--
-- Name: TABLE exclusion_step; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT,INSERT ON TABLE staging.exclusion_step TO diaba_app;
GRANT SELECT ON TABLE staging.exclusion_step TO diaba_auditor;


--
-- Name: TABLE file; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT,INSERT ON TABLE staging.file TO diaba_app;
GRANT SELECT ON TABLE staging.file TO diaba_auditor;


--
-- Name: TABLE finding; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE staging.finding TO diaba_app;
GRANT SELECT ON TABLE staging.finding TO diaba_auditor;


--
-- Name: COLUMN finding.settled_by; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(settled_by) ON TABLE staging.finding TO diaba_app;


--
-- Name: TABLE identity_number; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.identity_number TO diaba_app;


--
-- Name: TABLE overlap_check; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.overlap_check TO diaba_app;


--
-- Name: TABLE overlap_pair; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.overlap_pair TO diaba_app;


--
-- Name: TABLE record; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.record TO diaba_app;
GRANT SELECT ON TABLE staging.record TO diaba_auditor;


--
-- Name: COLUMN record.status; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(status) ON TABLE staging.record TO diaba_app;


--
-- Name: COLUMN record.exclusion_reason; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(exclusion_reason) ON TABLE staging.record TO diaba_app;


--
-- Name: TABLE record_view; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.record_view TO diaba_app;
GRANT SELECT ON TABLE staging.record_view TO diaba_auditor;


--
-- Name: TABLE same_shape; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.same_shape TO diaba_app;


--
-- Name: TABLE scratch; Type: ACL; Schema: staging; Owner: -
--

GRANT INSERT ON TABLE staging.scratch TO diaba_app;


--
-- Name: TABLE staff; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT,INSERT ON TABLE staging.staff TO diaba_app;


--
-- Name: COLUMN staff.name; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(name) ON TABLE staging.staff TO diaba_app;


--
-- Name: COLUMN staff.seen_at; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(seen_at) ON TABLE staging.staff TO diaba_app;


--
-- Name: TABLE uncompared; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT ON TABLE staging.uncompared TO diaba_app;


--
-- Name: TABLE upload; Type: ACL; Schema: staging; Owner: -
--

GRANT SELECT,INSERT ON TABLE staging.upload TO diaba_app;
GRANT SELECT ON TABLE staging.upload TO diaba_auditor;


--
-- Name: COLUMN upload.byte_length; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(byte_length) ON TABLE staging.upload TO diaba_app;


--
-- Name: COLUMN upload.reserved_bytes; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(reserved_bytes) ON TABLE staging.upload TO diaba_app;


--
-- Name: COLUMN upload.status; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(status) ON TABLE staging.upload TO diaba_app;


--
-- Name: COLUMN upload.batch_id; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(batch_id) ON TABLE staging.upload TO diaba_app;


--
-- Name: COLUMN upload.expires_at; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(expires_at) ON TABLE staging.upload TO diaba_app;


--
-- Name: COLUMN upload.ended_at; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE staging.upload TO diaba_app;


--
-- Name: COLUMN upload.batch_found; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(batch_found) ON TABLE staging.upload TO diaba_app;


--
-- Name: COLUMN upload.scan_id; Type: ACL; Schema: staging; Owner: -
--

GRANT UPDATE(scan_id) ON TABLE staging.upload TO diaba_app;


--
-- Name: TABLE "fetch"; Type: ACL; Schema: thematic; Owner: -
--

GRANT SELECT,INSERT ON TABLE thematic."fetch" TO diaba_app;
GRANT SELECT ON TABLE thematic."fetch" TO diaba_auditor;


--
-- Name: COLUMN "fetch".status; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(status) ON TABLE thematic."fetch" TO diaba_app;


--
-- Name: COLUMN "fetch".error; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(error) ON TABLE thematic."fetch" TO diaba_app;


--
-- Name: COLUMN "fetch".pages; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(pages) ON TABLE thematic."fetch" TO diaba_app;


--
-- Name: COLUMN "fetch".features; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(features) ON TABLE thematic."fetch" TO diaba_app;


--
-- Name: COLUMN "fetch".batch_id; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(batch_id) ON TABLE thematic."fetch" TO diaba_app;


--
-- Name: COLUMN "fetch".changed_at; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(changed_at) ON TABLE thematic."fetch" TO diaba_app;


--
-- Name: COLUMN "fetch".locked_until; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(locked_until) ON TABLE thematic."fetch" TO diaba_app;


--
-- Name: COLUMN "fetch".attempts; Type: ACL; Schema: thematic; Owner: -
--

GRANT UPDATE(attempts) ON TABLE thematic."fetch" TO diaba_app;


--
-- Name: TABLE delivery; Type: ACL; Schema: watch; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE watch.delivery TO diaba_app;


--
-- Name: COLUMN delivery.state; Type: ACL; Schema: watch; Owner: -
--

GRANT UPDATE(state) ON TABLE watch.delivery TO diaba_app;


--
-- Name: COLUMN delivery.attempts; Type: ACL; Schema: watch; Owner: -
--

GRANT UPDATE(attempts) ON TABLE watch.delivery TO diaba_app;


--
-- Name: COLUMN delivery.next_at; Type: ACL; Schema: watch; Owner: -
--

GRANT UPDATE(next_at) ON TABLE watch.delivery TO diaba_app;


--
-- Name: COLUMN delivery.taken_at; Type: ACL; Schema: watch; Owner: -
--

GRANT UPDATE(taken_at) ON TABLE watch.delivery TO diaba_app;


--
-- Name: COLUMN delivery.ended_at; Type: ACL; Schema: watch; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE watch.delivery TO diaba_app;


--
-- Name: COLUMN delivery.error; Type: ACL; Schema: watch; Owner: -
--

GRANT UPDATE(error) ON TABLE watch.delivery TO diaba_app;


--
-- Name: TABLE notice; Type: ACL; Schema: watch; Owner: -
--

GRANT SELECT,DELETE ON TABLE watch.notice TO diaba_app;


--
-- Name: COLUMN notice.bundle_id; Type: ACL; Schema: watch; Owner: -
--

GRANT UPDATE(bundle_id) ON TABLE watch.notice TO diaba_app;


--
-- Name: TABLE watch; Type: ACL; Schema: watch; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE watch.watch TO diaba_app;


--
-- Name: COLUMN watch.mail_confirmed_at; Type: ACL; Schema: watch; Owner: -
--

GRANT UPDATE(mail_confirmed_at) ON TABLE watch.watch TO diaba_app;


--
-- Name: COLUMN watch.mail_tries; Type: ACL; Schema: watch; Owner: -
--

GRANT UPDATE(mail_tries) ON TABLE watch.watch TO diaba_app;


--
-- PostgreSQL database dump complete
--


