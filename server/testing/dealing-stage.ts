/** The real server with plots of registered land, their holders, and people of every role to deal with them. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DealingDraft } from '../domain/contract/dealing/dealing-draft.ts';
import type { DealingReply } from '../domain/contract/dealing/dealings.ts';
import type { ParcelDetail, ParcelRights } from '../domain/contract/parcel/parcels.ts';
import type { PortalParcelDetail } from '../domain/contract/portal/portal-parcels.ts';
import type { ParcelDealingKind } from '../domain/dealing/dealing-kind.ts';
import { featurePoint, parcelCode } from '../domain/geometry/feature-point.ts';
import type { Role } from '../domain/role.ts';
import { openTokenApp, type TokenApp } from './sign-in/token-app.ts';

export interface Caller {
  readonly role: Role | readonly Role[];
  readonly sub: string;
  readonly communes?: readonly string[];
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface DealingStage extends TokenApp {
  readonly officer: Caller;
  readonly approver: Caller;
  /** Somebody with every role of a dealing, in another commune. */
  readonly stranger: Caller;
  /** Name of who holds every plot. */
  readonly holder: string;
  /**
   * A fresh plot of 30 × 40 m (1,200.5 m² registered) with a neighbour to its east, registered at an instant; of two people of
   * one name, or of one. `lean` metres out of the square, so that no edge lies along an axis.
   */
  plot(registeredAt?: string, holders?: 'two' | 'one', lean?: number): Promise<{ parcel: string; neighbour: string }>;
  get<T>(path: string, who: Caller): Promise<Answer<T>>;
  post<T>(path: string, body: object, who: Caller): Promise<Answer<T>>;
  parcel(id: string): Promise<ParcelDetail>;
  rights(id: string): Promise<ParcelRights>;
  portal(path: string): Promise<PortalParcelDetail>;
  /** A dealing on one parcel or several. */
  draft(kind: ParcelDealingKind, on: ParcelDetail | readonly ParcelDetail[], payload: object): DealingDraft;
  /** A cut by a line in metres from the parcel's south-west corner. */
  split(parcel: ParcelDetail, line: readonly (readonly number[])[]): DealingDraft;
  open(draft: DealingDraft, who?: Caller): Promise<DealingReply>;
  /** Takes a step and expects it to be taken. */
  step(id: string, step: string, body: object, who: Caller): Promise<DealingReply>;
  /** Opens, lodges and registers. */
  registerDraft(draft: DealingDraft): Promise<DealingReply>;
  deal(kind: ParcelDealingKind, parcelId: string, payload: object): Promise<DealingReply>;
  /** Common ground of current parcels, m², what millimetres of old sheets make left aside. */
  overlapM2(): Promise<number>;
  /** Lets the last writing of a registration fail while `work` runs. */
  breakTiles(work: () => Promise<void>): Promise<void>;
  query<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>;
}

const COMMUNE = '99001';
const NO_LIMIT = { tiles: 1_000_000, others: 1_000_000 };
/** South-west corner of the first plot, EPSG:9214, metres. */
const [EAST, NORTH] = [416_700, 2_354_000];
const HOLDER = 'Hoàng Văn Mẫu';

const polygonText = (flat: readonly number[]) =>
  `POLYGON((${flat.flatMap((x, at) => (at % 2 === 0 ? [`${x} ${flat[at + 1]}`] : [])).join(', ')}))`;

export async function openDealingStage(
  ...[config, parts, given]: Parameters<typeof openTokenApp>
): Promise<DealingStage> {
  const opened = await openTokenApp({ rateLimits: NO_LIMIT, ...config }, parts, given);
  const owner = new pg.Pool({ connectionString: opened.database.urls.migrator, max: 2 });
  owner.on('error', (error) => {
    if (!/terminat/.test(error.message)) throw error;
  });
  const query = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await owner.query<T>(sql, values)).rows;
  const [sheet] = await query<{ id: string }>(
    `insert into cadastre.sheet (unit_code, unit_valid_from, number, scale, commune_code, commune_valid_from, srid)
     values ($1, '2025-07-01', '77', 1000, $1, '2025-07-01', 9214) returning sheet_id as id`,
    [COMMUNE],
  );
  let plots = 0;
  let numbers = 0;
  const headersOf = ({ role, sub, communes = [COMMUNE] }: Caller) => opened.as(role, communes, sub);

  async function raise(dealing: string, x: number, y: number, at: string, lean: number): Promise<string> {
    const id = randomUUID();
    const ring = [x, y, x + 30, y + lean, x + 30 + lean, y + 40 + lean, x + lean, y + 40, x, y];
    const point = featurePoint([Float64Array.from(ring)]);
    numbers += 1;
    await query('insert into cadastre.parcel (parcel_id, parcel_code, raised_by) values ($1, $2, $3)', [
      id,
      parcelCode(point, 9214),
      dealing,
    ]);
    await query(
      `insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, legal_area_m2, address, raised_by,
         registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
       select $1, $2, $3, $4, 'current', 'ONT', st_area(g), 1200.5, 'Thôn Thử', $5, $6, g, g, st_transform(g, 3857),
         st_transform(st_centroid(g), 3857), st_setsrid(st_makepoint($8, $9), 9214)
       from (select st_geomfromtext($7, 9214) as g) made`,
      [id, sheet!.id, String(numbers), parcelCode(point, 9214), dealing, at, polygonText(ring), ...point],
    );
    return id;
  }

  const stage: DealingStage = {
    ...opened,
    officer: { role: 'officer', sub: 'ha' },
    approver: { role: 'approver', sub: 'binh' },
    stranger: { role: ['officer', 'approver', 'surveyor'], sub: 'stranger', communes: ['99002'] },
    holder: HOLDER,
    query,
    async plot(at = '2026-03-10T12:00:00+07:00', holders = 'two', lean = 0) {
      plots += 1;
      const dealing = randomUUID();
      await query(
        `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, initial_load, proposed_by, registered_at)
         values ($1, 'import_promotion', 'registered', $2, '2025-07-01', true, 'fixture', $3)`,
        [dealing, COMMUNE, at],
      );
      const [x, y] = [EAST + (plots % 20) * 70, NORTH + Math.floor(plots / 20) * 50];
      const parcel = await raise(dealing, x, y, at, lean);
      const neighbour = await raise(dealing, x + 30, y + lean, at, lean);
      await query(
        'update cadastre.sheet set next_parcel_no = greatest(next_parcel_no, 1000 + $2) where sheet_id = $1',
        [sheet!.id, plots],
      );
      const first = randomUUID();
      for (const [land, party] of [
        [parcel, first] as const,
        [neighbour, holders === 'one' ? first : randomUUID()] as const,
      ]) {
        if (land === parcel || party !== first) {
          await query('insert into party.visibility (party_id, commune_code) values ($1, $2)', [party, COMMUNE]);
          await query(
            `insert into party.party (party_id, kind, name, search_key, raised_by) values ($1, 'person', $2, lower(unaccent($2)), $3)`,
            [party, HOLDER, dealing],
          );
        }
        await query(
          `insert into rights."right" (right_id, parcel_id, party_id, kind, commune_code, verified, raised_by, registered_at)
           values ($1, $2, $3, 'use', $4, true, $5, $6)`,
          [randomUUID(), land, party, COMMUNE, dealing, at],
        );
      }
      return { parcel, neighbour };
    },
    async get<T>(path: string, who: Caller) {
      const reply = await opened.app.inject({ url: path, headers: headersOf(who) });
      return { status: reply.statusCode, body: reply.json<T>() };
    },
    async post<T>(path: string, body: object, who: Caller) {
      const headers = { 'idempotency-key': randomUUID(), ...headersOf(who) };
      const reply = await opened.app.inject({ method: 'POST', url: path, headers, payload: body });
      return { status: reply.statusCode, body: reply.json<T>() };
    },
    async parcel(id) {
      const { status, body } = await stage.get<ParcelDetail>(`/api/parcels/${id}`, stage.officer);
      if (status !== 200) throw new Error(`parcel ${id}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    async rights(id) {
      const { status, body } = await stage.get<ParcelRights>(`/api/parcels/${id}/rights`, stage.officer);
      if (status !== 200) throw new Error(`rights of ${id}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    async portal(path) {
      return (await opened.app.inject({ url: path })).json<PortalParcelDetail>();
    },
    draft: (kind, on, payload) => ({
      kind,
      targets: [on].flat().map(({ id, version }) => ({ parcelId: id, version })),
      payload: payload as Record<string, unknown>,
    }),
    split(parcel, line) {
      const corners = parcel.geometryLegal.coordinates[0]!;
      const west = Math.min(...corners.map(([x]) => x!));
      const south = Math.min(...corners.map(([, y]) => y!));
      const drawn = line.map(([x, y]) => [west + x!, south + y!]);
      return stage.draft('split', parcel, { srid: 9214, lines: [drawn] });
    },
    async open(draft, who = stage.officer) {
      const { status, body } = await stage.post<DealingReply>(
        '/api/dealings',
        { dealingId: randomUUID(), ...draft },
        who,
      );
      if (status !== 201) throw new Error(`open: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    async step(id, step, body, who) {
      const answer = await stage.post<DealingReply>(`/api/dealings/${id}/${step}`, body, who);
      if (answer.status !== 200) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    async registerDraft(draft) {
      const { dealing } = await stage.open(draft);
      await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
      return stage.step(dealing.dealingId, 'approve', {}, stage.approver);
    },
    deal: async (kind, parcelId, payload) =>
      stage.registerDraft(stage.draft(kind, await stage.parcel(parcelId), payload)),
    async overlapM2() {
      const [row] = await query<{ m2: number }>(
        `select coalesce(sum(st_area(st_intersection(a.geom, b.geom))) filter (where st_area(st_intersection(a.geom, b.geom)) > 0.01), 0)::float8 as m2
         from cadastre.parcel_version a join cadastre.parcel_version b on a.geom && b.geom and a.parcel_id < b.parcel_id
         where a.status = 'current' and b.status = 'current' and a.sheet_id = $1`,
        [sheet!.id],
      );
      return row!.m2;
    },
    async breakTiles(work) {
      await query(
        `create function cadastre.broken() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`,
      );
      await query(
        'create trigger broken before insert or update on cadastre.tile_revision for each row execute function cadastre.broken()',
      );
      try {
        await work();
      } finally {
        await query('drop trigger broken on cadastre.tile_revision');
        await query('drop function cadastre.broken()');
      }
    },
    async close() {
      await owner.end();
      await opened.close();
    },
  };
  return stage;
}
