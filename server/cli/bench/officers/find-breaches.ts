/** What must be so after a drill, asked of the tables themselves. Each question answers with what is wrong. */
import pg from 'pg';
import type { Acknowledged } from './act-as-officer.ts';

const ORDER = ['draft', 'lodged', 'examined', 'approved', 'registered'];

/** Nothing of a dealing without the rest of it. */
const HALF: Readonly<Record<string, string>> = {
  'land of a dealing that is not registered': `select v.raised_by::text as what from cadastre.parcel_version v join dealing.dealing d on d.dealing_id = v.raised_by where d.status <> 'registered'`,
  'land ended by a dealing that is not registered': `select v.ended_by::text as what from cadastre.parcel_version v join dealing.dealing d on d.dealing_id = v.ended_by where d.status <> 'registered'`,
  'rights of a dealing that is not registered': `select r.raised_by::text as what from rights."right" r join dealing.dealing d on d.dealing_id = r.raised_by where d.status <> 'registered'`,
  'a split without its parts, or a parcel that is still there': `select d.dealing_id::text as what from dealing.dealing d where d.kind = 'split' and d.status = 'registered' and
    ((select count(*) from cadastre.lineage l where l.dealing_id = d.dealing_id) < 2 or exists (select from dealing.target t join cadastre.parcel_version v using (parcel_id)
      where t.dealing_id = d.dealing_id and v.status = 'current'))`,
  'a parcel that is current twice': `select parcel_id::text as what from cadastre.parcel_version where status = 'current' group by parcel_id having count(*) > 1`,
  'a number that is given twice in a sheet': `select parcel_no as what from cadastre.parcel_version where status = 'current' group by sheet_id, parcel_no having count(*) > 1`,
  'a registered dealing without its row in the audit log, or with two': `select d.dealing_id::text as what from dealing.dealing d where d.status = 'registered' and d.kind <> 'import_promotion'
    and (select count(*) from audit.entry e where e.subject_id = d.dealing_id::text and e.action = 'dealing.registered') <> 1`,
};

/** What holds of the register however it is worked on. */
const INVARIANTS: Readonly<Record<string, string>> = {
  'ground that two current parcels hold': `select a.parcel_id::text as what from cadastre.parcel_version a join cadastre.parcel_version b on a.geom && b.geom and a.parcel_id < b.parcel_id
    where a.status = 'current' and b.status = 'current' and st_area(st_intersection(a.geom, b.geom)) > 0.001`,
  'a current parcel whose holders do not hold exactly the whole': `select v.parcel_id::text as what from cadastre.parcel_version v
    left join rights."right" r on r.parcel_id = v.parcel_id and r.ended_at is null where v.status = 'current' group by v.parcel_id
    having coalesce(sum(r.share_numerator::numeric / r.share_denominator), 0) not between 0.999999999 and 1.000000001`,
  'a right on land that is no longer current': `select r.right_id::text as what from rights."right" r where r.ended_at is null and not exists (
    select from cadastre.parcel_version v where v.parcel_id = r.parcel_id and v.status = 'current')`,
  'a mortgage that burdens nothing current': `select m.mortgage_id::text as what from rights.mortgage m where m.ended_at is null and not exists (
    select from rights.mortgaged_right b join rights."right" r using (right_id) where b.mortgage_id = m.mortgage_id and r.ended_at is null)`,
  'a parcel among its own forebears': `with recursive down(root, id) as (select parent_id, child_id from cadastre.lineage
      union select d.root, l.child_id from down d join cadastre.lineage l on l.parent_id = d.id) select root::text as what from down where root = id`,
};

async function lostOf(owner: pg.Client, told: readonly Acknowledged[]): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; status: string }>(
    'select dealing_id::text as id, status from dealing.dealing where dealing_id = any($1::uuid[])',
    [told.map(({ dealingId }) => dealingId)],
  );
  const statusOf = new Map(rows.map(({ id, status }) => [id, status]));
  return told.flatMap(({ dealingId, kind, status }) => {
    const is = statusOf.get(dealingId);
    return is !== undefined && ORDER.indexOf(is) >= ORDER.indexOf(status)
      ? []
      : [`${kind} ${dealingId}: told ${status}, is ${is ?? 'not there'}`];
  });
}

/** Everything that is wrong, in words; empty is the good answer. `groundM2` is what was registered before the drill. */
export async function findBreaches(
  superuserUrl: string,
  told: readonly Acknowledged[],
  groundM2: number,
): Promise<string[]> {
  const owner = new pg.Client({ connectionString: superuserUrl });
  await owner.connect();
  try {
    const wrong = (await lostOf(owner, told)).map((what) => `acknowledged and lost: ${what}`);
    for (const [about, sql] of Object.entries({ ...HALF, ...INVARIANTS })) {
      const { rows } = await owner.query<{ what: string }>(`${sql} limit 5`);
      wrong.push(...rows.map(({ what }) => `${about}: ${what}`));
    }
    const { rows } = await owner.query<{ m2: number; corners: number }>(
      `select sum(st_area(geom_legal)) as m2, sum(st_npoints(geom_legal))::int as corners from cadastre.parcel_version where status = 'current'`,
    );
    const { m2, corners } = rows[0]!;
    if (Math.abs(m2 - groundM2) > 1e-6 * corners + 0.01) wrong.push(`the ground was ${groundM2} m² and is ${m2} m²`);
    return wrong;
  } finally {
    await owner.end();
  }
}
