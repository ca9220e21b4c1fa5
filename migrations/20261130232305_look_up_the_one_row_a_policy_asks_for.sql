-- Look up the one row a policy asks for.
--
-- "dealing_id in (select d.dealing_id from dealing.dealing d)" reads every dealing that the actor may see, once for each statement, before the first row of
-- the table itself is shown: PostgreSQL makes a hash table of it, since a condition of row-level security cannot become a join. The same asked with
-- "exists" is one look into the key for each row (docs/benchmarks.md, register). Who sees what stays as it was. What is read and written by whole
-- batches (schema staging) keeps the hash table.
alter policy content_scope on dealing.content
  using (exists (select from dealing.dealing d where d.dealing_id = content.dealing_id));
alter policy identity_number_scope on dealing.identity_number
  using (exists (select from dealing.dealing d where d.dealing_id = identity_number.dealing_id));
alter policy pending_parcel_scope on dealing.pending_parcel
  using (exists (select from dealing.dealing d where d.dealing_id = pending_parcel.dealing_id));
alter policy target_scope on dealing.target
  using (exists (select from dealing.dealing d where d.dealing_id = target.dealing_id));

alter policy leased_right_scope on rights.leased_right
  using (exists (select from rights.lease l where l.lease_id = leased_right.lease_id));
alter policy mortgaged_right_scope on rights.mortgaged_right
  using (exists (select from rights.mortgage m where m.mortgage_id = mortgaged_right.mortgage_id));

alter policy parcel_version_insert on cadastre.parcel_version
  with check (exists (select from cadastre.sheet s where s.sheet_id = parcel_version.sheet_id and staging.in_scope(s.commune_code)));
alter policy parcel_version_update on cadastre.parcel_version
  using (exists (select from cadastre.sheet s where s.sheet_id = parcel_version.sheet_id and staging.in_scope(s.commune_code)));

alter policy request_content_scope on dealing.request_content
  using (exists (select from dealing.request r where r.request_id = request_content.request_id));
alter policy request_step_scope on dealing.request_step
  using (exists (select from dealing.request r where r.request_id = request_step.request_id));
alter policy request_stop_scope on dealing.request_stop
  using (exists (select from dealing.request r where r.request_id = request_stop.request_id));

alter policy certificate_right_scope on document.certificate_right
  using (exists (select from document.certificate c where c.serial = certificate_right.serial));
alter policy paper_parcel_scope on document.paper_parcel
  using (exists (select from document.paper p where p.serial = paper_parcel.serial));
alter policy document_page_scope on document.document_page
  using (exists (select from document.document d where d.document_id = document_page.document_id));
alter policy field_scope on document.field
  using (exists (select from document.document d where d.document_id = field.document_id));
alter policy identity_number_scope on document.identity_number
  using (exists (select from document.document d where d.document_id = identity_number.document_id));
alter policy word_scope on document.word
  using (exists (select from document.document d where d.document_id = word.document_id));
alter policy page_picture_scope on document.page_picture
  using (exists (select from document.scan s where s.scan_id = page_picture.scan_id));
alter policy scan_page_scope on document.scan_page
  using (exists (select from document.scan s where s.scan_id = scan_page.scan_id));
