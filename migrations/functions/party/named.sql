-- Parties whose present name holds these words, one after the other, within communes that the actor serves. Row-level security would read every
-- name there is (no operator of trigrams may look before it), so this asks by index and checks the communes itself.
create or replace function party.named(words text, communes text[], most int) returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select n.party_id from (
    select p.party_id from party.party p
      where p.search_key like '%' || words || '%' and p.search_key ~ ('(^|[^[:alnum:]])' || words || '($|[^[:alnum:]])')
        and not exists (select from party.detail d where d.party_id = p.party_id and d.ended_at is null)
    union all
    select d.party_id from party.detail d
      where d.ended_at is null and d.search_key like '%' || words || '%' and d.search_key ~ ('(^|[^[:alnum:]])' || words || '($|[^[:alnum:]])')) n
  where words ~ '^[[:alnum:] ]{2,}$'
    and exists (select from party.visibility v where v.party_id = n.party_id and v.commune_code = any(communes) and staging.in_scope(v.commune_code))
  order by n.party_id limit most
$$;
comment on function party.named(text, text[], int) is 'Parties of these communes whose present name holds words that follow each other (letters and digits without case and diacritics), of communes that the actor serves';
grant execute on function party.named(text, text[], int) to diaba_app;
