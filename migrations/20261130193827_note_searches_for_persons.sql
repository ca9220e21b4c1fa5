-- Staff searches the register for a holder: by certificate, by identity number, by name. Each search is noted before its answer is shown, also
-- one that found nobody: that a person holds nothing here is told as well.

alter table audit.read_log
  add column asked text[] not null default '{}',
  add column note text,
  drop constraint read_log_subject,
  drop constraint read_log_subject_kind,
  add constraint read_log_subject_kind check (subject_kind in ('staging_record', 'party', 'request', 'document', 'search')),
  add constraint read_log_subject check (case subject_kind when 'staging_record' then batch_id is not null and record_nos <> '{}'
    when 'request' then request_id is not null when 'document' then document_ids <> '{}' when 'search' then asked <> '{}' and note <> ''
    else party_ids <> '{}' end),
  add constraint read_log_asked check (asked <@ array['serial', 'identity_number', 'name', 'commune', 'parcel']);
comment on column audit.read_log.subject_kind is 'staging_record, party, request, document, or search: parties that were asked for, shown or not';
comment on column audit.read_log.asked is 'By what staff searched; never the words themselves';
comment on column audit.read_log.note is 'File number or note that says more of the purpose of a search; identity numbers masked';
create index read_log_search_idx on audit.read_log (actor, at) where subject_kind = 'search';
comment on index audit.read_log_search_idx is 'How often somebody searched of late';

insert into reference.setting (name, valid_from, value, unit, source) values
  ('person_searches_an_hour', '2025-07-01', 120, 'searches', 'Quy định nội bộ của cơ quan vận hành: số lần một cán bộ tra cứu người sử dụng đất trong một giờ');

-- Names are looked up by any words in them; under row-level security no such index is used, so a function asks (party.named).
create index party_search_key_idx on party.party using gin (search_key public.gin_trgm_ops);
comment on index party.party_search_key_idx is 'Names that hold some words: party.named';
create index detail_search_key_idx on party.detail using gin (search_key public.gin_trgm_ops) where ended_at is null;
comment on index party.detail_search_key_idx is 'Corrected names that hold some words: party.named';

-- Whether one party may be seen is asked of this party. A list of all that may be seen is made anew in every statement: 60 ms at 100,000.
drop policy party_insert on party.party;
drop policy party_scope on party.party;
drop policy detail_scope on party.detail;
drop policy identity_paper_scope on party.identity_paper;
create policy party_insert on party.party for insert to diaba_app
  with check (exists (select from party.visibility v where v.party_id = party.party_id));
create policy party_scope on party.party for select to diaba_app
  using (exists (select from party.visibility v where v.party_id = party.party_id));
create policy detail_scope on party.detail to diaba_app
  using (exists (select from party.visibility v where v.party_id = detail.party_id));
create policy identity_paper_scope on party.identity_paper to diaba_app
  using (exists (select from party.visibility v where v.party_id = identity_paper.party_id));
