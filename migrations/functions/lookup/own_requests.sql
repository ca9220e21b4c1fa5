create or replace function lookup.own_requests(number_hash bytea, most int)
  returns table (reference text, kind text, status text, suspended boolean, received_at timestamptz, due_on date, decided_at timestamptz,
    parcel_id uuid, sheet_no text, parcel_no text, commune_name text, paper_serial text, paper_status text)
  language sql stable security definer set search_path = '' as $$
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
comment on function lookup.own_requests(bytea, int) is 'Requests that were sent under an identity number, the latest first; how they stand, and not what they say';
grant execute on function lookup.own_requests(bytea, int) to diaba_app;
