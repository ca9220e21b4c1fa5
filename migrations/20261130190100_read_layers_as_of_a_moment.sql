-- Pages of one read of features show one edition, also while another is put in force: the moment of the first page decides.

create or replace view portal.layer_feature with (security_barrier = true) as
  select l.layer_code, f.feature_no, f.public_category as category, f.public_name as name, f.value, f.unit, f.geom, l.in_force_from, l.ended_at
  from portal.layer l join thematic.feature f using (edition_id)
  where 'ogc' = any (l.channels);
comment on view portal.layer_feature is 'Shapes of the editions, present and past, of the layers that channel ogc shows, with text that tells of nobody';
