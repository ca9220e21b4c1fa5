-- Documents of the archive are found by the words that stand on them, with or without diacritics. What is kept is keyed hashes: the words
-- themselves name persons and lie sealed with their pages.
create table document.word (
  document_id uuid not null references document.document,
  token bytea not null check (octet_length(token) = 12),
  constraint word_pkey primary key (document_id, token)
);
comment on table document.word is 'Keyed hashes of the words that stand on a document, without case and diacritics, for search';
comment on column document.word.document_id is 'Document';
comment on column document.word.token is 'First 12 bytes of the HMAC-SHA-256 of the word; never of a number of 9 or 12 digits';
create index word_token_idx on document.word (token, document_id);
comment on index document.word_token_idx is 'Documents on which a word stands';
alter table document.word enable row level security;
create policy word_scope on document.word to diaba_app using (document_id in (select d.document_id from document.document d));
grant select, insert on document.word to diaba_app;
