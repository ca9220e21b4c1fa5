create or replace function portal.follow_request(whole_reference text, whole_code_hash bytea)
  returns table (reference text, kind text, blocks text[], delivery text, parcel_id uuid, status text, suspended boolean, received_at timestamptz,
    due_on date, fee_status text, fee_vnd numeric, fee_basis text, decided_at timestamptz, refusal_ground text, refusal bytea, paper_serial text,
    paper_sha256 text, paper_status text, paper_issued_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select r.reference, r.kind, r.blocks, r.delivery, r.parcel_id, r.status, r.suspended_at is not null, r.received_at, r.due_on, r.fee_status, r.fee_vnd,
    r.fee_basis, r.decided_at, r.refusal_ground, r.refusal, p.serial, encode(p.sha256, 'hex'), p.status, p.issued_at
  from dealing.request r left join document.paper p on p.serial = r.paper_serial
  where r.reference = whole_reference and r.code_hash = whole_code_hash
$$;
comment on function portal.follow_request(text, bytea) is 'What becomes of a request, for who has its reference and its code: nothing of persons';
grant execute on function portal.follow_request(text, bytea) to diaba_portal;
