-- Parcels that meet are merged into one: a kind of dealing more.

insert into reference.dealing_kind (kind, subject) values ('merge', 'parcel');
