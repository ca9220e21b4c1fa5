/** Whatever is dealt with one after another, the ground stays: at every instant there was, whole, held once, and nobody is their own forebear. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { DealingDraft } from '../../../domain/contract/dealing/dealing-draft.ts';
import type { DealingReply } from '../../../domain/contract/dealing/dealings.ts';
import type { ParcelDetail } from '../../../domain/contract/parcel/parcels.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { notEmpty } from '../../../testing/not-empty.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

interface Act {
  readonly what: 'split' | 'merge' | 'boundary_adjustment';
  readonly which: number;
  readonly angle: number;
  readonly off: number;
}
const ACT = fc.record<Act>({
  what: fc.constantFrom('split', 'merge', 'boundary_adjustment', 'split'),
  which: fc.nat(1000),
  angle: fc.double({ min: 0, max: Math.PI, noNaN: true }),
  off: fc.double({ min: -3, max: 3, noNaN: true }),
});

/** How far out of the square the land is, m: no edge lies along an axis, where every corner of a cut would lie on the grid. */
const LEAN = 1.2373;

/** The outer boundary of one plot and its neighbour, as text of a polygon. */
async function blockOf(parcel: string): Promise<string> {
  const [ring = []] = (await stage.parcel(parcel)).geometryLegal.coordinates;
  const [x, y] = ring.find(([east]) => east === Math.min(...ring.map(([other]) => other!)))! as [number, number];
  const corners = [
    [x, y],
    [x + 30, y + LEAN],
    [x + 60, y + 2 * LEAN],
    [x + 60 + LEAN, y + 40 + 2 * LEAN],
    [x + 30 + LEAN, y + 40 + LEAN],
    [x + LEAN, y + 40],
    [x, y],
  ];
  return `SRID=9214;POLYGON((${corners.map(([east, north]) => `${east} ${north}`).join(', ')}))`;
}

const current = async (block: string): Promise<ParcelDetail[]> => {
  const rows = await stage.query<{ id: string }>(
    `select parcel_id as id from cadastre.parcel_version where status = 'current' and st_dwithin(geom_legal, $1::geometry, 0.01) order by parcel_no::int`,
    [block],
  );
  return Promise.all(rows.map(({ id }) => stage.parcel(id)));
};

/** A line through a place, beyond every boundary of the block. */
function lineThrough([x, y]: readonly [number, number], { angle, off }: Act): number[][] {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const at = (t: number) => [x + dx * t - dy * off, y + dy * t + dx * off];
  return [at(-200), at(200)];
}

const middleOf = (parcels: readonly ParcelDetail[]): [number, number] => {
  const corners = parcels.flatMap(({ geometryLegal }) => geometryLegal.coordinates[0]!);
  const mean = (at: 0 | 1) => corners.reduce((sum, corner) => sum + corner[at]!, 0) / corners.length;
  return [mean(0), mean(1)];
};

function draftOf(act: Act, land: readonly ParcelDetail[]): DealingDraft {
  const one = land[act.which % land.length]!;
  const other = land[(act.which + 1) % land.length]!;
  if (act.what === 'split' || land.length < 2) {
    return stage.draft('split', one, { srid: 9214, lines: [lineThrough(middleOf([one]), act)] });
  }
  if (act.what === 'merge') return stage.draft('merge', [one, other], {});
  return stage.draft('boundary_adjustment', [one, other], {
    srid: 9214,
    line: lineThrough(middleOf([one, other]), act),
  });
}

/** Registers what can be; what rules stop changes nothing. */
async function attempt(draft: DealingDraft): Promise<boolean> {
  const opened = await stage.post<DealingReply>('/api/dealings', { dealingId: randomUUID(), ...draft }, stage.officer);
  assert.equal(opened.status, 201, JSON.stringify(opened.body));
  const { dealingId } = opened.body.dealing;
  const lodged = await stage.post<{ code?: string }>(`/api/dealings/${dealingId}/lodge`, {}, stage.officer);
  if (lodged.status === 409) {
    assert.equal(lodged.body.code, 'dealing.blocked');
    return false;
  }
  assert.equal(lodged.status, 200, JSON.stringify(lodged.body));
  await stage.step(dealingId, 'approve', {}, stage.approver);
  return true;
}

/** The block at every instant at which something began or ended. */
const instantsOf = (block: string) =>
  stage.query<{ far: number; area: number; shared: number; corners: number; whole: boolean; valid: boolean }>(
    `with b as (select $1::geometry as geom),
     v as materialized (select v.* from b join cadastre.parcel_version v on st_dwithin(v.geom_legal, b.geom, 0.01)),
     instant as (select registered_at as t from v union select ended_at from v where ended_at is not null),
     held as materialized (select i.t, v.geom_legal as geom from instant i join v on v.registered_at <= i.t and (v.ended_at is null or v.ended_at > i.t)),
     u as materialized (select t, cadastre.unite(array_agg(geom), 0.02) as geom, sum(st_area(geom)) as area, sum(st_npoints(geom))::int as corners,
       bool_and(st_isvalid(geom)) as valid from held group by t)
     select u.geom is not null as whole, u.valid, u.corners, st_hausdorffdistance(st_boundary(u.geom), st_boundary(b.geom), 0.05) as far, abs(u.area - st_area(b.geom)) as area,
       coalesce((select sum(st_area(st_intersection(x.geom, y.geom))) from held x join held y on x.t = y.t and x.geom < y.geom where x.t = u.t), 0) as shared
     from u, b order by u.t`,
    [block],
  );

test('random cuts, mergers and boundaries moved, one on the other: every past instant covers the same ground, held once', async () => {
  let registered = 0;
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(ACT, { minLength: 4, maxLength: 5 }), async (acts) => {
      const { parcel } = await stage.plot(undefined, 'one', LEAN);
      const block = await blockOf(parcel);
      let here = 0;
      for (const act of notEmpty(acts)) {
        const draft = draftOf(act, await current(block));
        if (!(await attempt(draft))) continue;
        here += 1;
        done.add(draft.kind);
      }
      registered += here;
      const instants = await instantsOf(block);
      assert.ok(instants.length > here, 'the instant it was imported, and one for each dealing');
      for (const { far, area, shared, corners, whole, valid } of notEmpty(instants)) {
        assert.ok(whole && valid, 'one piece of valid parcels');
        // Each dealing may put a new corner of the outer boundary on the grid of 0.1 mm: half its diagonal beside the edge.
        assert.ok(far <= 0.000_075 * (here + 1), `${far} m after ${here}`);
        assert.ok(area <= 1e-6 * corners + far * 200, `${area} m²`);
        assert.ok(shared <= 1e-6 * corners, `${shared} m² held twice`);
      }
    }),
    { numRuns: 5 },
  );
  assert.ok(registered >= 8, `${registered} dealings were registered`);
  assert.ok(done.has('split') && done.size >= 2, [...done].join());
  const circles = await stage.query(
    `with recursive down(root, id) as (select parent_id, child_id from cadastre.lineage union select d.root, l.child_id from down d join cadastre.lineage l on l.parent_id = d.id)
     select root from down where root = id`,
  );
  assert.deepEqual(circles, [], 'nobody is among her own forebears');
});
