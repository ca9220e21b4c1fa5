-- Certificates of the archive bear out rights that legacy records only repeated: a kind of dealing of its own, of many papers at once.
insert into reference.dealing_kind (kind, subject) values ('certificate_confirmation', 'parcel');
