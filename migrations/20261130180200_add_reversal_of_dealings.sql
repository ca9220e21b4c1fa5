-- A dealing on parcels is taken back by a reversing dealing, as a promotion is; nothing is deleted.

insert into reference.dealing_kind (kind, subject) values ('reversal', 'parcel');
alter table dealing.dealing drop constraint dealing_reverses;
alter table dealing.dealing add constraint dealing_reverses check ((kind in ('import_reversal', 'reversal')) = (reverses is not null));
