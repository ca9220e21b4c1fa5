-- Purposes of use and rights have a last day where one is registered. Two kinds of dealing more.

insert into reference.dealing_kind (kind, subject) values ('purpose_change', 'parcel'), ('term_extension', 'parcel');

alter table cadastre.parcel_purpose add column until date;
comment on column cadastre.parcel_purpose.until is 'Last day of use for this purpose; null where none is registered, as for land held for good (lâu dài)';

alter table rights."right" add column until date;
comment on column rights."right".until is 'Last day of the right; null where none is registered';
