-- Scanned papers: the file as it came, its pages as pictures, the documents made of them, what was read and what a person confirmed, and
-- the parcels a confirmed document stands with once a second person has looked.

create table document.scan (
  scan_id uuid primary key,
  sha256 bytea not null check (octet_length(sha256) = 32) references document.stored_file,
  source_name text not null check (length(source_name) between 1 and 200),
  commune_code char(5) not null,
  created_by text not null check (created_by <> ''),
  received_at timestamptz not null default clock_timestamp(),
  status text not null default 'received' check (status in ('received', 'split', 'read', 'refused')),
  pages int check (pages > 0),
  trouble text check (trouble ~ '^scan\.[a-z_]+$'),
  attempts int not null default 0 check (attempts >= 0),
  constraint scan_source_key unique (sha256, commune_code),
  constraint scan_refused check ((status = 'refused') = (trouble is not null))
);
comment on table document.scan is 'A scanned file as it came in; its bytes lie in the store under their digest, unchanged';
comment on column document.scan.scan_id is 'Id';
comment on column document.scan.sha256 is 'Digest of the file';
comment on column document.scan.source_name is 'Name of the file: a label';
comment on column document.scan.commune_code is 'Commune whose archive it belongs to';
comment on column document.scan.created_by is 'Who sent it';
comment on column document.scan.received_at is 'When it was whole';
comment on column document.scan.status is 'received; split: all pages are drawn; read; refused as a whole';
comment on column document.scan.pages is 'Pages of the file: shown and refused together; null until it was opened';
comment on column document.scan.trouble is 'Why nothing of it is shown (server/domain/document/scan-trouble.ts)';
comment on column document.scan.attempts is 'How often a worker began to take it apart and was stopped';

create table document.scan_page (
  scan_id uuid not null references document.scan,
  page_no int not null check (page_no > 0),
  state text not null check (state in ('split', 'read', 'refused')),
  trouble text check (trouble ~ '^scan\.[a-z_]+$'),
  dpi int check (dpi > 0),
  ink real check (ink between 0 and 1),
  likeness bytea check (octet_length(likeness) = 32),
  straightened real not null default 0,
  codes bytea,
  words bytea,
  reader text,
  confidence real check (confidence between 0 and 1),
  mark text check (mark in ('blank', 'doubled')),
  kind text check (kind <> ''),
  side text check (side <> ''),
  attempts int not null default 0 check (attempts >= 0),
  constraint scan_page_pkey primary key (scan_id, page_no),
  constraint scan_page_refused check (state <> 'refused' or trouble is not null)
);
comment on table document.scan_page is 'A page of a scanned file: shown, or refused with the reason';
comment on column document.scan_page.scan_id is 'Scan';
comment on column document.scan_page.page_no is 'Place in the file, from 1';
comment on column document.scan_page.state is 'split: drawn, not read yet; read; refused: not shown';
comment on column document.scan_page.trouble is 'Why it is not shown, or not read';
comment on column document.scan_page.dpi is 'Resolution of the full picture; null where the file does not say';
comment on column document.scan_page.ink is 'Share of the page that is ink';
comment on column document.scan_page.likeness is '256 bits of its brightness: pages that look alike differ in few';
comment on column document.scan_page.straightened is 'Degrees by which it was turned back';
comment on column document.scan_page.codes is 'QR codes and barcodes with their places, sealed (AES-256-GCM)';
comment on column document.scan_page.words is 'Words with their places, sealed (AES-256-GCM): they hold identity numbers';
comment on column document.scan_page.reader is 'Program and model that read it';
comment on column document.scan_page.confidence is 'Middle confidence of its words';
comment on column document.scan_page.mark is 'blank or doubled, as far as can be seen';
comment on column document.scan_page.kind is 'Kind of document it was taken for; null where nothing speaks for one';
comment on column document.scan_page.side is 'Side of that document';
comment on column document.scan_page.attempts is 'How often a worker began to read it and was stopped';

create table document.page_picture (
  scan_id uuid not null,
  page_no int not null,
  size text not null check (size in ('full', 'screen', 'thumb')),
  sha256 bytea not null check (octet_length(sha256) = 32) references document.stored_file,
  width int not null check (width > 0),
  height int not null check (height > 0),
  constraint page_picture_pkey primary key (scan_id, page_no, size),
  constraint page_picture_page_fkey foreign key (scan_id, page_no) references document.scan_page
);
comment on table document.page_picture is 'Pictures of a page, made anew from its points; the bytes lie in the store under their digest';
comment on column document.page_picture.scan_id is 'Scan';
comment on column document.page_picture.page_no is 'Page';
comment on column document.page_picture.size is 'full, for a screen, for a row of pages';
comment on column document.page_picture.sha256 is 'Digest of the picture (JPEG)';
comment on column document.page_picture.width is 'Points across';
comment on column document.page_picture.height is 'Points down';

create table document.document (
  document_id uuid primary key,
  scan_id uuid not null references document.scan,
  ordinal int not null check (ordinal > 0),
  commune_code char(5) not null,
  kind text not null default 'unknown' check (kind <> ''),
  grammar_version int check (grammar_version > 0),
  status text not null default 'reading' check (status in ('reading', 'to_review', 'confirmed', 'rejected')),
  version int not null default 1 check (version > 0),
  held_by text,
  held_until timestamptz,
  findings text[] not null default '{}',
  reason text check (reason <> ''),
  decided_by text,
  decided_at timestamptz,
  created_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  changed_at timestamptz not null default clock_timestamp(),
  constraint document_order unique (scan_id, ordinal),
  constraint document_hold check ((held_by is null) = (held_until is null)),
  constraint document_decided check ((status = 'confirmed') <= (decided_by is not null) and (decided_by is null) = (decided_at is null))
);
comment on table document.document is 'A document made of pages of a scan, on its way from reading to being confirmed';
comment on column document.document.document_id is 'Id';
comment on column document.document.scan_id is 'Scan its pages are of';
comment on column document.document.ordinal is 'Order in the scan';
comment on column document.document.commune_code is 'Commune';
comment on column document.document.kind is 'Kind (templates/documents), or unknown';
comment on column document.document.grammar_version is 'Version of the rules it was read by';
comment on column document.document.status is 'reading, to_review, confirmed by a person, or rejected with a reason';
comment on column document.document.version is 'Rises with every change';
comment on column document.document.held_by is 'Who reviews it now';
comment on column document.document.held_until is 'Until when, without a sign of her';
comment on column document.document.findings is 'Codes of what concerns the whole document';
comment on column document.document.reason is 'Why it was rejected: a trouble of the scan, or what a person said';
comment on column document.document.decided_by is 'Who confirmed or rejected it';
comment on column document.document.decided_at is 'When';
comment on column document.document.created_at is 'When it came in';
comment on column document.document.changed_at is 'When it last changed';
create index document_queue_idx on document.document (commune_code, status, created_at);
comment on index document.document_queue_idx is 'Queue of the archive';

create table document.document_page (
  document_id uuid not null references document.document,
  ordinal int not null check (ordinal > 0),
  scan_id uuid not null,
  page_no int not null,
  constraint document_page_pkey primary key (document_id, ordinal),
  constraint document_page_once unique (scan_id, page_no),
  constraint document_page_page_fkey foreign key (scan_id, page_no) references document.scan_page
);
comment on table document.document_page is 'Pages of a document, in its order; a page belongs to one';
comment on column document.document_page.document_id is 'Document';
comment on column document.document_page.ordinal is 'Page of the document, from 1';
comment on column document.document_page.scan_id is 'Scan';
comment on column document.document_page.page_no is 'Place in the file';

create table document.field (
  document_id uuid not null references document.document,
  name text not null check (name <> ''),
  value text,
  sealed bytea,
  confidence real not null check (confidence between 0 and 1),
  sure boolean not null,
  rule text,
  page int check (page > 0),
  box int[] check (cardinality(box) = 4),
  state text not null default 'read' check (state in ('read', 'confirmed', 'absent')),
  findings text[] not null default '{}',
  readings jsonb not null default '[]',
  confirmed_by text,
  confirmed_at timestamptz,
  constraint field_pkey primary key (document_id, name),
  constraint field_confirmed check ((state = 'read') = (confirmed_by is null) and (confirmed_by is null) = (confirmed_at is null)),
  constraint field_absent check (state <> 'absent' or (value is null)),
  constraint field_sealed check (name <> 'identityNumber' or (value is null and readings = '[]'))
);
comment on table document.field is 'What a document says, field by field: as read, until a person says what it is; personal data';
comment on column document.field.document_id is 'Document';
comment on column document.field.name is 'Name, as in the API';
comment on column document.field.value is 'Value; null where nothing is known, and for identity numbers';
comment on column document.field.sealed is 'Of identity numbers: value and readings, sealed (AES-256-GCM)';
comment on column document.field.confidence is 'How surely it was read, 0 to 1';
comment on column document.field.sure is 'Whether a person only has to nod';
comment on column document.field.rule is 'Rule that judged it';
comment on column document.field.page is 'Page of the document it stands on';
comment on column document.field.box is '[x, y, width, height] in points of the full picture';
comment on column document.field.state is 'read; confirmed by a person, changed or not; absent: the paper does not say it';
comment on column document.field.findings is 'Codes (server/domain/document/document-finding.ts)';
comment on column document.field.readings is 'What each reader said, as it was read';
comment on column document.field.confirmed_by is 'Who said so';
comment on column document.field.confirmed_at is 'When';

create table document.identity_number (
  document_id uuid not null references document.document,
  ordinal int not null check (ordinal > 0),
  lookup_hash bytea not null check (octet_length(lookup_hash) = 32),
  constraint identity_number_pkey primary key (document_id, ordinal)
);
comment on table document.identity_number is 'Keyed hashes of the identity numbers a confirmed document names, for look-up';
comment on column document.identity_number.document_id is 'Document';
comment on column document.identity_number.ordinal is 'Order on the paper';
comment on column document.identity_number.lookup_hash is 'HMAC-SHA-256 of the digits';
create index identity_number_hash_idx on document.identity_number (lookup_hash);

create table document.parcel_link (
  document_id uuid not null references document.document,
  parcel_id uuid not null references cadastre.parcel,
  commune_code char(5) not null,
  status text not null default 'proposed' check (status in ('proposed', 'registered', 'refused')),
  proposed_by text not null check (proposed_by <> ''),
  proposed_at timestamptz not null default clock_timestamp(),
  decided_by text,
  decided_at timestamptz,
  reason text check (reason <> ''),
  constraint parcel_link_pkey primary key (document_id, parcel_id),
  constraint parcel_link_decided check ((status = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint parcel_link_four_eyes check (decided_by <> proposed_by)
);
comment on table document.parcel_link is 'Parcels a confirmed document stands with: proposed by who confirmed it, registered by somebody else';
comment on column document.parcel_link.document_id is 'Document';
comment on column document.parcel_link.parcel_id is 'Parcel';
comment on column document.parcel_link.commune_code is 'Commune of the document';
comment on column document.parcel_link.status is 'proposed, registered or refused';
comment on column document.parcel_link.proposed_by is 'Who proposed it';
comment on column document.parcel_link.proposed_at is 'When';
comment on column document.parcel_link.decided_by is 'Who decided: never the one who proposed';
comment on column document.parcel_link.decided_at is 'When';
comment on column document.parcel_link.reason is 'Why it was refused';
create index parcel_link_parcel_idx on document.parcel_link (parcel_id);
comment on index document.parcel_link_parcel_idx is 'Documents of a parcel';
create index parcel_link_open_idx on document.parcel_link (commune_code, proposed_at) where status = 'proposed';
comment on index document.parcel_link_open_idx is 'Links that wait for a second person';

create trigger document_keep_decided before update or delete on document.document for each row execute function document.keep_decided();

create trigger field_keep before update or delete on document.field for each row execute function document.keep_fields();

create trigger parcel_link_keep before update or delete on document.parcel_link for each row execute function document.keep_link();
create trigger scan_stays before delete on document.scan for each row execute function cadastre.refuse_removal();
create trigger scan_page_stays before delete on document.scan_page for each row execute function cadastre.refuse_removal();
create trigger page_picture_stays before update or delete on document.page_picture for each row execute function cadastre.refuse_removal();

alter table document.scan enable row level security;
alter table document.scan_page enable row level security;
alter table document.page_picture enable row level security;
alter table document.document enable row level security;
alter table document.document_page enable row level security;
alter table document.field enable row level security;
alter table document.identity_number enable row level security;
alter table document.parcel_link enable row level security;
create policy scan_scope on document.scan to diaba_app using (staging.in_scope(commune_code));
create policy scan_page_scope on document.scan_page to diaba_app using (scan_id in (select s.scan_id from document.scan s));
create policy page_picture_scope on document.page_picture to diaba_app using (scan_id in (select s.scan_id from document.scan s));
create policy document_scope on document.document to diaba_app using (staging.in_scope(commune_code));
create policy document_page_scope on document.document_page to diaba_app using (document_id in (select d.document_id from document.document d));
create policy field_scope on document.field to diaba_app using (document_id in (select d.document_id from document.document d));
create policy identity_number_scope on document.identity_number to diaba_app using (document_id in (select d.document_id from document.document d));
create policy parcel_link_scope on document.parcel_link to diaba_app using (staging.in_scope(commune_code));
create policy scan_audit on document.scan for select to diaba_auditor using (true);
create policy document_audit on document.document for select to diaba_auditor using (true);
create policy parcel_link_audit on document.parcel_link for select to diaba_auditor using (true);
grant select, insert on document.scan, document.scan_page, document.page_picture, document.document, document.document_page, document.field,
  document.identity_number, document.parcel_link to diaba_app;
grant update (status, pages, trouble, attempts) on document.scan to diaba_app;
grant update (state, trouble, words, reader, confidence, mark, kind, side, attempts) on document.scan_page to diaba_app;
grant update (kind, grammar_version, status, held_by, held_until, findings, reason, decided_by, decided_at) on document.document to diaba_app;
grant update (value, sealed, confidence, sure, state, findings, confirmed_by, confirmed_at) on document.field to diaba_app;
grant update (status, decided_by, decided_at, reason) on document.parcel_link to diaba_app;
grant select on document.scan, document.document, document.parcel_link to diaba_auditor;

alter table staging.upload
  add column scan_id uuid references document.scan,
  drop constraint upload_received,
  add constraint upload_received check ((status = 'received') = (batch_id is not null or scan_id is not null) and (batch_id is null or scan_id is null));
comment on column staging.upload.scan_id is 'Scan it became';
grant update (scan_id) on staging.upload to diaba_app;

alter table audit.read_log
  add column document_ids uuid[] not null default '{}',
  drop constraint read_log_subject,
  drop constraint read_log_subject_kind,
  add constraint read_log_subject_kind check (subject_kind in ('staging_record', 'party', 'request', 'document')),
  add constraint read_log_subject check (case subject_kind when 'staging_record' then batch_id is not null and record_nos <> '{}'
    when 'request' then request_id is not null when 'document' then document_ids <> '{}' else party_ids <> '{}' end);
comment on column audit.read_log.subject_kind is 'staging_record, party, request or document';
comment on column audit.read_log.document_ids is 'Scanned documents shown';

-- A page that waits is read, however long the workers stood still; how often it is tried is counted with the page.
select pgboss.create_queue('scan', '{"policy": "standard", "retryLimit": 1000, "retryDelay": 2, "retryBackoff": true,
  "retryDelayMax": 120, "expireInSeconds": 3600, "heartbeatSeconds": 30, "retentionSeconds": 315360000}');
