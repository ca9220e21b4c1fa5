-- A sample of confirmed documents is read a second time by somebody else who does not see what the first reader said. Where they differ a third
-- person says which is right; until then no parcel is decided on. How large the sample is, is dated data: no text of the state sets it.
insert into reference.setting (name, valid_from, value, unit, source) values
  ('second_reading_one_of', '2025-01-01', 20, 'documents', 'Default of this product: one of so many confirmed documents is read a second time; 0 is none, 1 is all. The office decides');

create table document.sample_turn (
  commune_code char(5) primary key,
  documents bigint not null check (documents > 0)
);
comment on table document.sample_turn is 'How many documents of a commune were confirmed since samples are drawn';
comment on column document.sample_turn.commune_code is 'Commune';
comment on column document.sample_turn.documents is 'Documents';
alter table document.sample_turn enable row level security;
create policy sample_turn_scope on document.sample_turn to diaba_app using (staging.in_scope(commune_code));
create policy sample_turn_audit on document.sample_turn for select to diaba_auditor using (true);
grant select, insert, update (documents) on document.sample_turn to diaba_app;
grant select on document.sample_turn to diaba_auditor;

create table document.second_reading (
  document_id uuid primary key references document.document,
  commune_code char(5) not null,
  one_of int not null check (one_of > 0),
  status text not null default 'waiting' check (status in ('waiting', 'agreed', 'differs', 'settled')),
  first_reader text not null check (first_reader <> ''),
  drawn_at timestamptz not null default clock_timestamp(),
  reader text check (reader <> ''),
  read_at timestamptz,
  decided_by text check (decided_by <> ''),
  decided_at timestamptz,
  constraint second_reading_read check ((status = 'waiting') = (reader is null) and (reader is null) = (read_at is null)),
  constraint second_reading_settled check ((status = 'settled') = (decided_by is not null) and (decided_by is null) = (decided_at is null)),
  constraint second_reading_two_people check (reader <> first_reader),
  constraint second_reading_third_person check (decided_by <> first_reader and decided_by <> reader)
);
comment on table document.second_reading is 'Confirmed documents that were drawn to be read by a second person';
comment on column document.second_reading.document_id is 'Document';
comment on column document.second_reading.commune_code is 'Commune of its archive';
comment on column document.second_reading.one_of is 'One of so many documents was drawn then';
comment on column document.second_reading.status is 'waiting; agreed; differs: a third person decides; settled';
comment on column document.second_reading.first_reader is 'Who confirmed the document';
comment on column document.second_reading.drawn_at is 'When it was drawn';
comment on column document.second_reading.reader is 'Who read it a second time';
comment on column document.second_reading.read_at is 'When';
comment on column document.second_reading.decided_by is 'Who settled what differed: neither reader';
comment on column document.second_reading.decided_at is 'When';
create index second_reading_open_idx on document.second_reading (commune_code, drawn_at) where status in ('waiting', 'differs');
comment on index document.second_reading_open_idx is 'What waits for a second reader, or for a decision';
create trigger second_reading_keep before update or delete on document.second_reading
  for each row execute function document.keep_second_reading();
alter table document.second_reading enable row level security;
create policy second_reading_scope on document.second_reading to diaba_app using (staging.in_scope(commune_code));
create policy second_reading_audit on document.second_reading for select to diaba_auditor using (true);
grant select, insert, update (status, reader, read_at, decided_by, decided_at) on document.second_reading to diaba_app;
grant select on document.second_reading to diaba_auditor;

create table document.second_field (
  document_id uuid not null references document.second_reading,
  name text not null check (name <> ''),
  first_value text,
  value text,
  sealed bytea,
  agrees boolean not null,
  constraint second_field_pkey primary key (document_id, name),
  constraint second_field_sealed check (name <> 'identityNumber' or (first_value is null and value is null and sealed is not null))
);
comment on table document.second_field is 'What two readers said of a field, without knowing of each other; never changed';
comment on column document.second_field.document_id is 'Document';
comment on column document.second_field.name is 'Field';
comment on column document.second_field.first_value is 'What the first reader said; null: the paper does not say it';
comment on column document.second_field.value is 'What the second reader said; null: the paper does not say it';
comment on column document.second_field.sealed is 'Both, of an identity number, sealed (AES-256-GCM)';
comment on column document.second_field.agrees is 'Whether both said the same';
alter table document.second_field enable row level security;
create policy second_field_scope on document.second_field to diaba_app using (document_id in (select r.document_id from document.second_reading r));
grant select, insert on document.second_field to diaba_app;
