-- Boundaries are moved between neighbours, and parcels surveyed anew: two kinds of dealing more.

insert into reference.dealing_kind (kind, subject) values ('boundary_adjustment', 'parcel'), ('resurvey', 'parcel');
