create or replace function staging.field_value(batch uuid, no int, field text) returns jsonb
  language sql stable security definer set search_path = public as $$
  select case when field_value.field = 'ring' then
      case when r.geom_legal is null then 'null' else jsonb_build_object('srid', st_srid(r.geom_legal), 'wkb', encode(st_asbinary(r.geom_legal, 'NDR'), 'hex'),
        'point', case when r.feature_point is null then null else jsonb_build_array(st_x(r.feature_point), st_y(r.feature_point)) end,
        'code', r.parcel_code) end
    else coalesce(r.candidate -> staging.candidate_key(field_value.field), 'null') end
  from staging.record r where r.batch_id = batch and r.record_no = no
$$;
comment on function staging.field_value(uuid, int, text) is 'What stands in a field of a record that may be edited by hand; of its ring all that hangs on it';
