import { poleOfInaccessibility } from '../../domain/geometry/pole-of-inaccessibility.ts';
import { formatFixed, formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import { pageWords } from '../words.ts';
import { type DrawingFacts, type Edge, edgesOf, type Position, perimeterOf, type Ring } from './drawing-facts.ts';
import { roundLength, scaleFor } from './drawing-scale.ts';

/** All of a drawing is in millimetres of paper. */
const STRIP = 12;
const EDGE_TEXT_FROM = 9;
const CORNER_APART = 4.5;

const mm = (value: number) => value.toFixed(2);

interface Paper {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly at: (position: Position) => [x: number, y: number];
}

/** North is up, so paper's y runs against it. */
function paperOf({ frame: [minE, minN, maxE, maxN] }: DrawingFacts): Paper {
  const scale = scaleFor(maxE - minE, maxN - minN);
  const perMetre = 1000 / scale;
  return {
    scale,
    width: (maxE - minE) * perMetre,
    height: (maxN - minN) * perMetre,
    at: ([east, north]) => [(east - minE) * perMetre, (maxN - north) * perMetre],
  };
}

const pathOf = (rings: readonly Ring[], { at }: Paper): string =>
  rings
    .map((ring) => {
      const points = ring.slice(0, -1).map((position) => at(position).map(mm).join(' '));
      return `M${points.join('L')}Z`;
    })
    .join('');

/** Distance of a point from the nearest of a shape's boundaries. Rings are flat [x, y, …], closed. */
function clearance(rings: readonly Float64Array[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      const [ax, ay] = [ring[i - 2]!, ring[i - 1]!];
      const [dx, dy] = [ring[i]! - ax, ring[i + 1]! - ay];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(x - ax - along * dx, y - ay - along * dy));
    }
  }
  return nearest;
}

/** The number of a neighbour where there is room for it: inside the frame, and half a letter from every line. */
function neighbourLabel(no: string | null, rings: readonly Ring[], paper: Paper): Html | false {
  const flat = rings.map((ring) => Float64Array.from(ring.flatMap(paper.at)));
  if (no === null || !flat[0] || flat[0].length < 8) return false;
  const [x, y] = poleOfInaccessibility(flat, 0, 0, 0.5);
  const room = Math.min(x, y, paper.width - x, paper.height - y, clearance(flat, x, y));
  if (room < 1 + no.length * 0.6) return false;
  return html`<text class="neighbour" x="${mm(x)}" y="${mm(y + 1.1)}">${no}</text>`;
}

/** The left side of an edge is inside where a ring runs counter-clockwise on the ground. */
function turnOf(ring: Ring): 1 | -1 {
  const [e0, n0] = ring[0]!;
  const twice = edgesOf(ring).reduce(
    (sum, { from, to }) => sum + (from[0] - e0) * (to[1] - n0) - (to[0] - e0) * (from[1] - n0),
    0,
  );
  return twice >= 0 ? 1 : -1;
}

/** Text along an edge, outside the parcel, never upside down. */
function edgeLabel({ from, to, lengthM }: Edge, turn: number, paper: Paper, language: Language): Html | false {
  const [[x1, y1], [x2, y2]] = [paper.at(from), paper.at(to)];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < EDGE_TEXT_FROM) return false;
  // Outside is to the right of an edge that runs counter-clockwise; on paper y runs down, which the sign of ny holds.
  const [nx, ny] = [(-(y2 - y1) / length) * turn, ((x2 - x1) / length) * turn];
  const [x, y] = [(x1 + x2) / 2 + nx * 2.4, (y1 + y2) / 2 + ny * 2.4];
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const upright = angle > 90 ? angle - 180 : angle <= -90 ? angle + 180 : angle;
  return html`<text class="length" transform="translate(${mm(x)} ${mm(y)}) rotate(${upright.toFixed(1)})" y="1">${formatFixed(lengthM, language, 2)}</text>`;
}

/** Numbers of the corners, as in the table; left out where they would stand on one another. */
function cornerMarks(ring: Ring, first: number, turn: number, paper: Paper): Html[] {
  const corners = ring.slice(0, -1).map(paper.at);
  let last: [number, number] | undefined;
  return corners.map(([x, y], i) => {
    const [px, py] = corners.at(i - 1)!;
    const [qx, qy] = corners[(i + 1) % corners.length]!;
    const unit = (dx: number, dy: number) => {
      const length = Math.hypot(dx, dy) || 1;
      return [dx / length, dy / length] as const;
    };
    const [[ax, ay], [bx, by]] = [unit(x - px, y - py), unit(qx - x, qy - y)];
    // Towards the inside, between the two edges that meet here.
    const [ix, iy] = unit((ay + by) * turn, -(ax + bx) * turn);
    const apart = !last || Math.hypot(x - last[0], y - last[1]) >= CORNER_APART;
    if (apart) last = [x, y];
    return html`<circle class="corner" cx="${mm(x)}" cy="${mm(y)}" r="0.55"/>${
      apart && html`<text class="corner" x="${mm(x + ix * 3)}" y="${mm(y + iy * 3 + 0.9)}">${first + i}</text>`
    }`;
  });
}

/** Crosses at round coordinates, so that a print can be checked with a ruler. */
function gridCrosses({ frame: [minE, minN, maxE, maxN] }: DrawingFacts, paper: Paper, step: number): Html[] {
  const made: Html[] = [];
  for (let e = Math.ceil(minE / step) * step; e <= maxE; e += step) {
    for (let n = Math.ceil(minN / step) * step; n <= maxN; n += step) {
      const [x, y] = paper.at([e, n]);
      made.push(html`<path class="cross" d="M${mm(x - 1.5)} ${mm(y)}h3M${mm(x)} ${mm(y - 1.5)}v3"/>`);
    }
  }
  return made;
}

function scaleStrip(paper: Paper, step: number, language: Language): Html {
  const length = (step * 1000) / paper.scale;
  const y = paper.height + 5;
  return html`<path class="bar" d="M1 ${mm(y - 1)}v2M1 ${mm(y)}h${mm(length)}M${mm(1 + length)} ${mm(y - 1)}v2"/>
<text class="bar" x="1" y="${mm(y + 5)}">0</text>
<text class="bar" x="${mm(1 + length)}" y="${mm(y + 5)}">${formatNumber(step, language)} m</text>`;
}

const northArrow = (paper: Paper): Html => {
  const x = paper.width - 4;
  return html`<path class="north" d="M${mm(x)} 2l2 6l-2 -1.4l-2 1.4Z"/><text class="north" x="${mm(x)}" y="12">N</text>`;
};

export interface ParcelDrawing {
  readonly svg: Html;
  /** Denominator at which the drawing prints. */
  readonly scale: number;
}

/** A drawing true to scale: the svg is as many millimetres wide as it says, and its units are millimetres. */
export function parcelDrawing(facts: DrawingFacts, language: Language): ParcelDrawing {
  const words = pageWords(language);
  const paper = paperOf(facts);
  const step = roundLength(paper.scale);
  const [width, height] = [Math.max(paper.width, 45), paper.height + STRIP];
  const label = words('parcel.drawingLabel', {
    edges: String(facts.parcel.flatMap(edgesOf).length),
    perimeter: formatNumber(perimeterOf(facts.parcel), language),
  });
  let first = 1;
  const corners = facts.parcel.map((ring, i) => {
    // An inner ring turns the other way, so that "inside" is the parcel for both.
    const turn = turnOf(ring) * (i === 0 ? 1 : -1);
    const marks = cornerMarks(ring, first, turn, paper);
    first += ring.length - 1;
    return [marks, edgesOf(ring).map((edge) => edgeLabel(edge, turn, paper, language))];
  });
  const svg = html`<svg class="drawing" role="img" aria-label="${label}" viewBox="0 0 ${mm(width)} ${mm(height)}" width="${mm(width)}mm" height="${mm(height)}mm" xmlns="http://www.w3.org/2000/svg">
<defs><clipPath id="frame"><rect width="${mm(paper.width)}" height="${mm(paper.height)}"/></clipPath></defs>
<g clip-path="url(#frame)">
${facts.neighbours.map(({ rings }) => html`<path class="next" fill-rule="evenodd" d="${pathOf(rings, paper)}"/>`)}
<path class="own" fill-rule="evenodd" d="${pathOf(facts.parcel, paper)}"/>
${gridCrosses(facts, paper, step)}
${facts.neighbours.map(({ no, rings }) => neighbourLabel(no, rings, paper))}
${corners}
${northArrow(paper)}
</g>
<rect class="frame" width="${mm(paper.width)}" height="${mm(paper.height)}"/>
${scaleStrip(paper, step, language)}
</svg>`;
  return { svg, scale: paper.scale };
}
