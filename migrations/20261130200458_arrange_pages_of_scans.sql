-- Pages of a scanned file that were put together to the wrong documents are put together anew by a person: cut, moved, merged, until a document
-- is decided on. What was read is read again; what a person said stays with its document.
create trigger document_page_keep before insert or update or delete on document.document_page
  for each row execute function document.keep_pages();
grant delete on document.document_page, document.field, document.word to diaba_app;
grant update (rule, page, box, readings) on document.field to diaba_app;
