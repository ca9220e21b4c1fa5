import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { notEmpty } from '../testing/not-empty.ts';
import { addLand } from '../testing/plant/add-land.ts';
import { readTile } from '../testing/read-tile.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { tileAround } from '../testing/tile-around.ts';

/** East, north, width and height in metres from the fixture's land: a ditch, a path, one across, a crumb, and an L of strips. */
const box = (x: number, y: number, w: number, h: number) => {
  const [e, n] = [416_700 + x, 2_354_000 + y];
  return `POLYGON((${e} ${n},${e + w} ${n},${e + w} ${n + h},${e} ${n + h},${e} ${n}))`;
};
const slanted = (x: number, y: number, length: number, wide: number) => {
  const [e, n] = [416_700 + x, 2_354_000 + y];
  return `POLYGON((${e} ${n},${e + length} ${n + length},${e + length + wide} ${n + length},${e + wide} ${n},${e} ${n}))`;
};
const SHAPES = [
  box(5, 5, 0.05, 30),
  box(10, 5, 0.3, 30),
  box(12, 50, 40, 0.2),
  box(60, 60, 0.2, 0.2),
  slanted(70, 60, 20, 0.25),
  box(100, 60, 0.6, 12),
];
let t: TestApp;
let ids: string[];
before(async () => {
  t = await openTestApp();
  const unit = { code: '99060', name: 'Xã Mương Mẫu' };
  const land = SHAPES.map((shape, i) => ({ unit, sheet: '1', no: String(i + 1), shape }));
  ids = await addLand(t.database.urls.migrator, land);
});
after(() => t.close());

const centreOf = async (id: string): Promise<[number, number]> => {
  const { rows } = await t.ownerClient.query<{ lon: number; lat: number }>(
    `select st_x(p) as lon, st_y(p) as lat from
     (select st_transform(label_3857, 4326) as p from cadastre.parcel_version where parcel_id = $1) v`,
    [id],
  );
  return [rows[0]!.lon, rows[0]!.lat];
};

test('from zoom 14 on every parcel is there, one thinner than a cell of the tile too', async () => {
  for (const [i, id] of notEmpty(ids).entries()) {
    const centre = await centreOf(id);
    for (const z of [14, 15, 16, 18, 20]) {
      const { x, y } = tileAround(centre, z);
      const reply = await t.app.inject({ url: `/tiles/parcels/${z}/${x}/${y}.mvt` });
      const drawn = readTile(reply.rawPayload).parcels?.find(({ properties }) => properties.id === id);
      assert.equal(drawn?.type, 'polygon', `shape ${i + 1}, zoom ${z}`);
      const corners = drawn.rings.flat();
      const wide = Math.max(...corners.map(([px]) => px)) - Math.min(...corners.map(([px]) => px));
      assert.ok(wide >= 1, `shape ${i + 1}, zoom ${z}: it can be seen`);
    }
  }
});
