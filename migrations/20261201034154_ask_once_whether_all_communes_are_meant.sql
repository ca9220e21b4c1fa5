-- Ask once whether all communes are meant.
--
-- The policies of versions look up the sheet of each row (20261130232305), and a check of a policy is never made a hash table: of 100,000 rows of an import some
-- 0.5 s. Who acts in all communes needs no sheet to be looked up, and that is asked once a statement; the communes of anybody else are taken apart once a
-- statement. Who writes what stays as it was: that the sheet exists is asked by trigger parcel_version_parents_insert.
alter policy parcel_version_insert on cadastre.parcel_version
  with check ((select current_setting('diaba.communes', true)) = '*'
    or exists (select from cadastre.sheet s where s.sheet_id = parcel_version.sheet_id
      and s.commune_code::text = any ((select string_to_array(nullif(current_setting('diaba.communes', true), ''), ','))::text[])));
alter policy parcel_version_update on cadastre.parcel_version
  using ((select current_setting('diaba.communes', true)) = '*'
    or exists (select from cadastre.sheet s where s.sheet_id = parcel_version.sheet_id
      and s.commune_code::text = any ((select string_to_array(nullif(current_setting('diaba.communes', true), ''), ','))::text[])));
