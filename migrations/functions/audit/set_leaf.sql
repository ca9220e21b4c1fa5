create or replace function audit.set_leaf() returns trigger language plpgsql set search_path = '' as $$
begin
  new.leaf := sha256('\x00'::bytea || convert_to(jsonb_build_object(
    'action', new.action, 'actor', new.actor, 'at', to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'body', new.body, 'subjectId', new.subject_id, 'subjectKind', new.subject_kind)::text, 'UTF8'));
  return new;
end $$;
comment on function audit.set_leaf() is 'Computes the leaf digest; whatever the client sent is replaced';
