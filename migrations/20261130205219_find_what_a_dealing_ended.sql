-- What a dealing ended is asked at each registration (tiles, papers) and whenever one is taken back. Only what has ended is in these indexes, so an import pays
-- nothing for them; without them each registration read the whole register.
create index parcel_version_ended_by_idx on cadastre.parcel_version (ended_by) where ended_by is not null;
create index right_ended_by_idx on rights."right" (ended_by) where ended_by is not null;
create index paper_superseded_by_idx on document.paper (superseded_by) where superseded_by is not null;
