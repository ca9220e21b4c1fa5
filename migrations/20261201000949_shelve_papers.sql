-- Where a paper lies in the store of the archive: store, row, shelf, box and number (kho, dãy, kệ, hộp, số). It is moved as papers are moved; every
-- move is in the audit log.
create table document.shelf_place (
  document_id uuid primary key references document.document,
  commune_code char(5) not null,
  store text not null check (length(store) between 1 and 40),
  "row" text not null check (length("row") between 1 and 20),
  shelf text not null check (length(shelf) between 1 and 20),
  box text not null check (length(box) between 1 and 20),
  number text not null check (length(number) between 1 and 20),
  placed_by text not null check (placed_by <> ''),
  placed_at timestamptz not null default clock_timestamp()
);
comment on table document.shelf_place is 'Where the paper of a document lies';
comment on column document.shelf_place.document_id is 'Document';
comment on column document.shelf_place.commune_code is 'Commune of its archive';
comment on column document.shelf_place.store is 'Store (kho)';
comment on column document.shelf_place."row" is 'Row of shelves (dãy)';
comment on column document.shelf_place.shelf is 'Shelf (kệ)';
comment on column document.shelf_place.box is 'Box (hộp)';
comment on column document.shelf_place.number is 'Number in the box';
comment on column document.shelf_place.placed_by is 'Who said so last';
comment on column document.shelf_place.placed_at is 'When';
alter table document.shelf_place enable row level security;
create policy shelf_place_scope on document.shelf_place to diaba_app using (staging.in_scope(commune_code));
create policy shelf_place_audit on document.shelf_place for select to diaba_auditor using (true);
grant select, insert, update (store, "row", shelf, box, number, placed_by, placed_at) on document.shelf_place to diaba_app;
grant select on document.shelf_place to diaba_auditor;
