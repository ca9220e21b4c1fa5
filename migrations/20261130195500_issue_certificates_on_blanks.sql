-- Certificates as objects of the register, the numbered blanks they are printed on with a ledger of every move, and the printers whose
-- offset is kept. A serial is used once: it is the key of the certificate, and a blank that was used never moves again.

insert into reference.dealing_kind (kind, subject)
values ('certificate_issue', 'parcel'), ('certificate_exchange', 'parcel'), ('certificate_reissue', 'parcel'),
  ('certificate_correction', 'parcel'), ('certificate_recall', 'parcel'), ('certificate_cancellation', 'parcel');

create table document.blank (
  serial text primary key check (serial ~ '^[A-Z]{2} [0-9]{8}$'),
  status text not null default 'received' check (status in ('received', 'given', 'used', 'spoiled', 'lost')),
  given_to text check (given_to <> ''),
  changed_at timestamptz not null default now(),
  constraint blank_given check (status <> 'received' or given_to is null),
  constraint blank_somebodys check (status <> 'given' or given_to is not null)
);
comment on table document.blank is 'Numbered blanks of certificates (phôi), each from its receipt on';
comment on column document.blank.serial is 'Serial (số phát hành) printed on it';
comment on column document.blank.status is 'received (in the store), given (to who prints), used, spoiled or lost';
comment on column document.blank.given_to is 'Member of staff who has it, or had it last';
comment on column document.blank.changed_at is 'When it moved last';
create index blank_status_idx on document.blank (status, serial);
comment on index document.blank_status_idx is 'What there is of each status, in the order of serials';
create trigger blank_keep before insert or update or delete on document.blank for each row execute function document.keep_blank();
alter table document.blank enable row level security;
create policy blank_staff on document.blank to diaba_app using (true);
create policy blank_audit on document.blank for select to diaba_auditor using (true);
grant select, insert on document.blank to diaba_app;
grant update (status, given_to, changed_at) on document.blank to diaba_app;
grant select on document.blank to diaba_auditor;

create table document.blank_move (
  move_no bigint generated always as identity primary key,
  kind text not null check (kind in ('received', 'given', 'returned', 'used', 'spoiled', 'lost')),
  first_serial text not null references document.blank,
  last_serial text not null references document.blank,
  quantity int not null check (quantity > 0),
  given_to text,
  reason text,
  document jsonb check (jsonb_typeof(document) = 'object'),
  dealing_id uuid references dealing.dealing,
  moved_by text not null,
  moved_at timestamptz not null default now(),
  request_key text,
  asked bytea check (octet_length(asked) = 32),
  constraint blank_move_request_key unique (moved_by, request_key),
  constraint blank_move_used check ((kind = 'used') = (dealing_id is not null)),
  constraint blank_move_said check (kind not in ('spoiled', 'lost') or reason is not null),
  constraint blank_move_proven check (kind <> 'received' or document is not null)
);
comment on table document.blank_move is 'The ledger of blanks: every move, of a run of serials or of one';
comment on column document.blank_move.move_no is 'Its number in the ledger';
comment on column document.blank_move.kind is 'received into the store, given out, returned to it, used, spoiled, lost';
comment on column document.blank_move.first_serial is 'First serial of the run';
comment on column document.blank_move.last_serial is 'Last serial of the run';
comment on column document.blank_move.quantity is 'How many';
comment on column document.blank_move.given_to is 'Member of staff to whom they were given';
comment on column document.blank_move.reason is 'Why they were spoiled, lost or returned';
comment on column document.blank_move.document is 'Delivery note, record of destruction, report of the loss: no, date, place';
comment on column document.blank_move.dealing_id is 'Dealing that used it';
comment on column document.blank_move.moved_by is 'Who noted it';
comment on column document.blank_move.moved_at is 'When';
comment on column document.blank_move.request_key is 'Idempotency key of the request';
comment on column document.blank_move.asked is 'Digest of what was asked under that key';
create index blank_move_first_serial_idx on document.blank_move (first_serial, last_serial);
comment on index document.blank_move_first_serial_idx is 'Moves of a serial';
create trigger blank_move_stays before update or delete on document.blank_move for each row execute function cadastre.refuse_removal();
alter table document.blank_move enable row level security;
create policy blank_move_staff on document.blank_move to diaba_app using (true);
create policy blank_move_audit on document.blank_move for select to diaba_auditor using (true);
grant select, insert on document.blank_move to diaba_app;
grant select on document.blank_move to diaba_auditor;

create sequence document.certificate_number;
comment on sequence document.certificate_number is 'Numbers in the book of certificates (sổ cấp giấy chứng nhận); with gaps, never twice';
grant usage on sequence document.certificate_number to diaba_app;

create table document.certificate (
  serial text primary key check (serial <> ''),
  blank_serial text references document.blank,
  code text check (code ~ '^[2-9A-HJKMNP-TV-Z]{16}$'),
  book_no text check (book_no <> ''),
  commune_code char(5) not null,
  office text,
  issued_on date,
  content jsonb check (jsonb_typeof(content) = 'object'),
  template_version int check (template_version > 0),
  replaces text,
  status text not null default 'valid' check (status in ('valid', 'replaced', 'lost', 'recalled', 'cancelled')),
  raised_by uuid references dealing.dealing,
  ended_by uuid references dealing.dealing,
  registered_at timestamptz,
  ended_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint certificate_blank_key unique (blank_serial),
  constraint certificate_code_key unique (code),
  constraint certificate_book_key unique (book_no),
  constraint certificate_blank_is_it check (blank_serial is null or blank_serial = serial),
  constraint certificate_ours check (num_nulls(blank_serial, code, book_no, office, issued_on, content, template_version, raised_by, registered_at) in (0, 9)),
  constraint certificate_legacy_ended check (raised_by is not null or ended_by is not null),
  constraint certificate_life check ((ended_at is null) = (ended_by is null) and (status = 'valid') = (ended_at is null))
);
comment on table document.certificate is 'Certificates that were issued here, and legacy ones from the dealing on that ended them';
comment on column document.certificate.serial is 'Serial (số phát hành), as rights name it';
comment on column document.certificate.blank_serial is 'Blank it is printed on; null for a legacy one';
comment on column document.certificate.code is 'Code in its QR by which anyone checks it: 16 signs without the hyphens';
comment on column document.certificate.book_no is 'Number in the book (số vào sổ)';
comment on column document.certificate.commune_code is 'Commune of its parcels';
comment on column document.certificate.office is 'Office that issued it, as printed';
comment on column document.certificate.issued_on is 'Day of issue, as printed';
comment on column document.certificate.content is 'What it says: holders, land, signatory, notes, as the register said at its issue. No identity number';
comment on column document.certificate.template_version is 'Version of the template it was made by';
comment on column document.certificate.replaces is 'Serial of the certificate it was issued for';
comment on column document.certificate.status is 'valid, replaced by another, lost, recalled or cancelled';
comment on column document.certificate.raised_by is 'Dealing that issued it; null for a legacy one';
comment on column document.certificate.ended_by is 'Dealing that ended it';
comment on column document.certificate.registered_at is 'Legal moment of its issue';
comment on column document.certificate.ended_at is 'Legal moment of its end';
comment on column document.certificate.recorded_at is 'System time';
create index certificate_raised_by_idx on document.certificate (raised_by);
comment on index document.certificate_raised_by_idx is 'Certificate that a dealing issued';
create trigger certificate_keep before update or delete on document.certificate for each row execute function document.keep_certificate();
alter table document.certificate enable row level security;
create policy certificate_scope on document.certificate to diaba_app using (staging.in_scope(commune_code));
create policy certificate_audit on document.certificate for select to diaba_auditor using (true);
grant select, insert on document.certificate to diaba_app;
grant update (status, ended_by, ended_at) on document.certificate to diaba_app;
grant select on document.certificate to diaba_auditor;

create table document.certificate_right (
  serial text not null references document.certificate,
  right_id uuid not null references rights."right",
  constraint certificate_right_pkey primary key (serial, right_id)
);
comment on table document.certificate_right is 'Rights that a certificate shows, as they were raised with it or as they ended with it';
comment on column document.certificate_right.serial is 'Certificate';
comment on column document.certificate_right.right_id is 'Right';
create index certificate_right_right_idx on document.certificate_right (right_id);
comment on index document.certificate_right_right_idx is 'Certificates of a right';
create trigger certificate_right_stays before update or delete on document.certificate_right for each row execute function cadastre.refuse_removal();
alter table document.certificate_right enable row level security;
create policy certificate_right_scope on document.certificate_right to diaba_app using (serial in (select c.serial from document.certificate c));
create policy certificate_right_audit on document.certificate_right for select to diaba_auditor using (true);
grant select, insert on document.certificate_right to diaba_app;
grant select on document.certificate_right to diaba_auditor;

create table document.printer (
  name text primary key check (name <> ''),
  front_dx_mm numeric(4, 1) not null check (abs(front_dx_mm) <= 20),
  front_dy_mm numeric(4, 1) not null check (abs(front_dy_mm) <= 20),
  back_dx_mm numeric(4, 1) not null check (abs(back_dx_mm) <= 20),
  back_dy_mm numeric(4, 1) not null check (abs(back_dy_mm) <= 20),
  duplex text not null check (duplex in ('long_edge', 'short_edge')),
  changed_by text not null,
  changed_at timestamptz not null default now()
);
comment on table document.printer is 'Printers, and by how much each must be moved so that what is printed lands in its place on a blank';
comment on column document.printer.name is 'What the office calls it';
comment on column document.printer.front_dx_mm is 'Side 1, to the right';
comment on column document.printer.front_dy_mm is 'Side 1, down';
comment on column document.printer.back_dx_mm is 'Side 2, to the right';
comment on column document.printer.back_dy_mm is 'Side 2, down';
comment on column document.printer.duplex is 'Edge over which it turns the sheet';
comment on column document.printer.changed_by is 'Who measured it last';
comment on column document.printer.changed_at is 'When';
alter table document.printer enable row level security;
create policy printer_staff on document.printer to diaba_app using (true);
create policy printer_audit on document.printer for select to diaba_auditor using (true);
grant select, insert, update on document.printer to diaba_app;
grant select on document.printer to diaba_auditor;
