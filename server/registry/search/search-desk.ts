import type pg from 'pg';
import { findParcelBoxes } from '../../db/register/parcel-boxes.ts';
import type { Box } from '../../domain/contract/batch/batch-shapes.ts';
import type { FoundLand } from '../../domain/contract/parcel/desk-search.ts';
import { EVERYTHING } from '../../domain/publication/publication-policy.ts';
import type { Language } from '../../domain/words/language.ts';
import { searchLand } from './search-land.ts';
import { suggestionsOf } from './suggestions-of.ts';

const MOST = 8;
/** Room around a point, degrees: some 100 m. */
const AROUND = 0.001;

const around = ({ lon, lat }: { readonly lon: number; readonly lat: number }): Box => [
  lon - AROUND,
  lat - AROUND,
  lon + AROUND,
  lat + AROUND,
];

/** What an officer typed, as places on the map: the question of the portal, answered from the whole register. */
export async function searchDesk(
  pool: pg.Pool,
  asked: { readonly q: string; readonly lang?: Language | undefined },
): Promise<{ items: FoundLand[] }> {
  const answer = await searchLand(pool, EVERYTHING, { q: asked.q, limit: MOST, typing: true });
  const boxes = await findParcelBoxes(
    pool,
    answer.parcels.map(({ id }) => id),
  );
  const { parcels, communes, places, points } = answer;
  const wheres = {
    parcel: parcels.map(({ id }) => ({ parcelId: id, bbox: boxes.get(id) ?? null })),
    commune: communes.map(({ bbox }) => ({ parcelId: null, bbox })),
    place: places.map((place) => ({ parcelId: null, bbox: place.bbox ?? around(place) })),
    point: points.map((point) => ({ parcelId: null, bbox: around(point) })),
  };
  // Suggestions keep the order within each kind.
  const taken = { parcel: 0, commune: 0, place: 0, point: 0 };
  const items = suggestionsOf(answer, asked.lang ?? 'vi').flatMap(({ kind, label, detail }) => {
    const where = wheres[kind][taken[kind]];
    taken[kind] += 1;
    return where ? [{ kind, label, detail, ...where }] : [];
  });
  return { items };
}
