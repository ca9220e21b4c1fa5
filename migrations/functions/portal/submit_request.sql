create or replace function portal.submit_request(new_id uuid, new_key bytea, new_asked bytea, new_code_hash bytea, new_kind text, new_blocks text[],
    new_delivery text, new_parcel uuid, new_due_on date, new_fee_vnd numeric, new_fee_basis text, new_identity_hash bytea, new_content bytea,
    new_messages jsonb, new_requester text)
  returns table (request_id uuid, reference text, same boolean, code_matches boolean, received_at timestamptz, due_on date, fee_vnd numeric, fee_basis text)
  language plpgsql security definer set search_path = '' as $$
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
comment on function portal.submit_request(uuid, bytea, bytea, bytea, text, text[], text, uuid, date, numeric, text, bytea, bytea, jsonb, text) is
  'Takes a request; the same key again gives the first one. No row: there is no such current parcel';
grant execute on function portal.submit_request(uuid, bytea, bytea, bytea, text, text[], text, uuid, date, numeric, text, bytea, bytea, jsonb, text) to diaba_portal;
