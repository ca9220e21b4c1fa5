/** Which parcels came out of which, over generations. The land itself is nobody's secret; dealings are told to those of their commune. */
import type { ParcelLineage } from '../../domain/contract/parcel/parcel-lineage.ts';
import type { Trx } from '../kit/transaction.ts';

/** Steps away from a parcel that are followed, and links at most: a sheet that was divided again and again has thousands. */
const GENERATIONS = 12;
const MOST_LINKS = 300;

type Link = ParcelLineage['links'][number];
type Member = ParcelLineage['items'][number];

/** Links above and below a parcel, the nearest first: `generation` is that of the farther end, below 0 for what came before. */
async function listLinks(trx: Trx, id: string): Promise<(Link & { readonly generation: number })[]> {
  const { rows } = await trx.query<Omit<Link, 'registeredAt'> & { generation: number; registeredAt: Date | null }>(
    `with recursive up as (
       select l.parent_id, l.child_id, l.dealing_id, -1 as generation from cadastre.lineage l where l.child_id = $1
       union
       select l.parent_id, l.child_id, l.dealing_id, u.generation - 1 from up u join cadastre.lineage l on l.child_id = u.parent_id
       where u.generation > -$2::int),
     down as (
       select l.parent_id, l.child_id, l.dealing_id, 1 as generation from cadastre.lineage l where l.parent_id = $1
       union
       select l.parent_id, l.child_id, l.dealing_id, d.generation + 1 from down d join cadastre.lineage l on l.parent_id = d.child_id
       where d.generation < $2::int)
     select l.parent_id as "parentId", l.child_id as "childId", l.dealing_id as "dealingId", d.kind, d.registered_at as "registeredAt", l.generation
     from (select * from up union all select * from down) l
     left join dealing.dealing d on d.dealing_id = l.dealing_id
     order by abs(l.generation), l.generation, l.parent_id, l.child_id, l.dealing_id limit $3`,
    [id, GENERATIONS, MOST_LINKS + 1],
  );
  return rows.map(({ registeredAt, ...row }) => ({ ...row, registeredAt: registeredAt?.toISOString() ?? null }));
}

/** Everything that a parcel came out of and that came out of it, itself among it, as far as it is followed. */
export async function readLineage(trx: Trx, id: string): Promise<ParcelLineage> {
  const links = await listLinks(trx, id);
  const shown = links.slice(0, MOST_LINKS);
  // The longest way counts: whoever is reached by two is below both.
  const generations = new Map([[id, 0]]);
  for (const { generation, parentId, childId } of shown)
    generations.set(generation < 0 ? parentId : childId, generation);
  const { rows } = await trx.query<Omit<Member, 'generation'>>(
    `select v.parcel_id as id, s.number as sheet, v.parcel_no as no, coalesce(v.legal_area_m2, v.area_m2)::float8 as "areaM2", v.legal_area_m2 is not null as "isLegalArea",
       case when v.status = 'current' then 'current' else 'historic' end as state
     from unnest($1::uuid[]) as asked(id)
     cross join lateral (select * from cadastre.parcel_version l where l.parcel_id = asked.id and l.registered_at is not null
       order by l.version_no desc limit 1) v
     join cadastre.sheet s using (sheet_id)
     order by length(s.number), s.number, length(v.parcel_no), v.parcel_no, v.parcel_id`,
    [[...generations.keys()]],
  );
  const items = rows.map((row) => ({ ...row, generation: generations.get(row.id)! }));
  const known = new Set(items.map((one) => one.id));
  return {
    items: items.sort((a, b) => a.generation - b.generation),
    links: [
      ...new Map(
        shown.map(({ generation: _, ...link }) => [`${link.parentId} ${link.childId} ${link.dealingId}`, link]),
      ).values(),
    ].filter(({ parentId, childId }) => known.has(parentId) && known.has(childId)),
    more: links.length > MOST_LINKS || shown.some(({ generation }) => Math.abs(generation) === GENERATIONS),
  };
}
