-- What a bank or notary may know, which sees no right and no person: yes or no for one certificate and one parcel. Whoever held by it finds the
-- question in the read log, written by the statement that answers. Of a certificate that holds no more nothing else is told: what burdens the
-- parcel now is somebody else's.
create or replace function rights.answer_pair(asked_serial text, asked_parcel uuid, lodged text[], account text, answer uuid, matter text, on_day date)
  returns table (is_current boolean, is_mortgaged boolean, has_caveat boolean, is_pending boolean, parcel_code text, office text)
  language sql volatile security definer set search_path = '' as $$
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
comment on function rights.answer_pair(text, uuid, text[], text, uuid, text, date) is 'Whether a certificate holds for a parcel now, and whether it is mortgaged, stopped or being dealt with; no row where the two never belonged together. Noted for those who held by it';
grant execute on function rights.answer_pair(text, uuid, text[], text, uuid, text, date) to diaba_app;
