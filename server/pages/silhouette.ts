import { type Html, html } from '../domain/words/html.ts';

/** East, north in metres of one plane. */
type Position = readonly [east: number, north: number];

/** Side of the square, CSS pixels, and the room around the shape. */
const SIDE = 56;
const ROOM = 4;

/**
 * A parcel or a unit as a small shape, north up, as large as the square allows, with a dot where something in it is. For the
 * eye only: the words say what it is.
 */
export function silhouette(rings: readonly (readonly Position[])[] | undefined, dot?: Position): Html | false {
  const corners = rings?.flat() ?? [];
  if (!rings || corners.length === 0) return false;
  const [easts, norths] = [corners.map(([east]) => east), corners.map(([, north]) => north)];
  const [minE, maxE, minN, maxN] = [Math.min(...easts), Math.max(...easts), Math.min(...norths), Math.max(...norths)];
  const scale = (SIDE - 2 * ROOM) / Math.max(maxE - minE, maxN - minN, 0.01);
  const left = (SIDE - (maxE - minE) * scale) / 2;
  const top = (SIDE - (maxN - minN) * scale) / 2;
  const point = ([east, north]: Position) =>
    `${((east - minE) * scale + left).toFixed(1)} ${((maxN - north) * scale + top).toFixed(1)}`;
  const path = rings.map((ring) => `M${ring.slice(0, -1).map(point).join('L')}Z`).join('');
  const [cx, cy] = dot ? point(dot).split(' ') : [];
  return html`<svg class="silhouette" aria-hidden="true" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}"><path fill-rule="evenodd" d="${path}"/>${dot && html`<circle cx="${cx}" cy="${cy}" r="4"/>`}</svg>`;
}
