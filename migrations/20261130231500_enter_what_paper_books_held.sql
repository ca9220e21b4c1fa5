-- What paper books held before the register was kept here is entered with the day on which it was entered there (docs/adr/0037).

alter table dealing.dealing
  add column entered_on date,
  add column entered_book text,
  add constraint dealing_entered check ((entered_on is null) = (entered_book is null)
    and (entered_on is null or status not in ('registered', 'closed') or entered_on <= (decided_at at time zone 'Asia/Ho_Chi_Minh')::date));
comment on column dealing.dealing.entered_on is 'Day on which paper books registered it, for what is entered late; null: it is registered when it is approved here';
comment on column dealing.dealing.entered_book is 'Where in the paper books it stands; null as above';

-- With days of books an end could be told to come before its beginning: nothing that holds may.
alter table rights."right" add constraint right_order check (ended_at >= registered_at);
alter table rights.mortgage add constraint mortgage_order check (ended_at >= registered_at);
alter table rights.caveat add constraint caveat_order check (ended_at >= registered_at);
alter table rights.lease add constraint lease_order check (ended_at >= registered_at);
alter table rights.restriction add constraint restriction_order check (ended_at >= registered_at);
alter table rights.proof add constraint proof_order check (ended_at >= registered_at);
alter table party.detail add constraint detail_order check (ended_at >= registered_at);

-- Once land is kept here nothing is registered on paper any more; an office that kept its books a while longer says for how long.
insert into reference.setting (name, valid_from, value, unit, source) values
  ('paper_books_days', '2020-01-01', 0, 'days', 'Days after land came into this register on which its office still registered on paper; docs/adr/0037');
