-- Who is named on a paper sees that it was made: papers are found by the parties that they name.

create index paper_parties_idx on document.paper using gin (party_ids);
comment on index document.paper_parties_idx is 'Papers that name a party';
