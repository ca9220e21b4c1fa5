import { transformer } from '../../../../server/domain/crs.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import { systemName } from '../../../../server/domain/words/system-name.ts';
import type { Language, Words } from '../../../i18n/words.ts';
import type { LonLat } from '../../../map/map-context.ts';
import type { Picture } from '../../../map/print-picture.ts';
import { element } from '../../../ui/element.ts';
import { barLength, gridOf, onPaper, type PaperName, sheetLayout } from './map-print-layout.ts';

const SVG = 'http://www.w3.org/2000/svg';
type Attributes = Readonly<Record<string, string | number>>;

function svg(tag: string, attributes: Attributes, ...children: (SVGElement | string)[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** Millimetres as the sizes of an element; set through the DOM, which the policy for styles allows. */
function sized<T extends HTMLElement | SVGElement>(made: T, box: Readonly<Record<string, number>>): T {
  for (const [name, mm] of Object.entries(box)) made.style.setProperty(name, `${mm}mm`);
  return made;
}

/** Arms of a grid cross, mm. */
const ARM = 3;
/** Nearer to a corner than this, mm, a number has no room. */
const CORNER = 8;

/** Crosses at whole coordinates, their numbers along the edges, and the frame. */
function gridDrawing(centre: readonly [number, number], width: number, height: number, scale: number): SVGElement {
  const { east, north } = gridOf(centre, width, height, scale);
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    svg('line', { x1, y1, x2, y2, stroke: '#000', 'stroke-width': 0.15 });
  const crosses = east.flatMap(({ mm: x }) =>
    north.flatMap(({ mm: y }) => [line(x - ARM, y, x + ARM, y), line(x, y - ARM, x, y + ARM)]),
  );
  const number = (metres: number, x: number, y: number, turned = false) =>
    svg(
      'text',
      { x, y, class: 'print-number', ...(turned ? { transform: `rotate(-90 ${x} ${y})` } : {}) },
      String(Math.round(metres)),
    );
  const clear = (lines: typeof east, size: number) => lines.filter(({ mm }) => mm > CORNER && mm < size - CORNER);
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'print-grid', 'aria-hidden': 'true' },
    ...crosses,
    ...clear(east, width).flatMap(({ metres, mm }) => [
      line(mm, 0, mm, 2),
      line(mm, height - 2, mm, height),
      number(metres, mm, 4.5),
    ]),
    ...clear(north, height).flatMap(({ metres, mm }) => [
      line(0, mm, 2, mm),
      line(width - 2, mm, width, mm),
      number(metres, 4.5, mm, true),
    ]),
    svg('rect', {
      x: 0.1,
      y: 0.1,
      width: width - 0.2,
      height: height - 0.2,
      fill: 'none',
      stroke: '#000',
      'stroke-width': 0.25,
    }),
  );
}

/** A bar in four parts, black and white by turns, from the same number as the scale text. */
function scaleBar(scale: number, language: Language): SVGElement {
  const metres = barLength(scale);
  const mm = onPaper(metres, scale);
  const parts = 4;
  const boxes = Array.from({ length: parts }, (_, i) =>
    svg('rect', {
      x: (mm / parts) * i,
      y: 4,
      width: mm / parts,
      height: 1.6,
      fill: i % 2 === 0 ? '#000' : '#fff',
      stroke: '#000',
      'stroke-width': 0.15,
    }),
  );
  const label = (at: number, text: string) => svg('text', { x: at, y: 3, class: 'print-number' }, text);
  const made = svg(
    'svg',
    { viewBox: `-5 0 ${mm + 20} 6`, class: 'print-bar', 'data-metres': metres },
    ...boxes,
    label(0, '0'),
    label(mm / 2, formatNumber(metres / 2, language, 1)),
    label(mm, `${formatNumber(metres, language, 0)} m`),
  );
  return sized(made, { width: mm + 20, height: 6 });
}

function northArrow(words: Words): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 12 18', class: 'print-north', role: 'img', 'aria-label': words('print.north') },
    svg('path', { d: 'M6 4L9.5 16L6 13.2Z', fill: '#000' }),
    svg('path', { d: 'M6 4L2.5 16L6 13.2Z', fill: '#fff', stroke: '#000', 'stroke-width': 0.3 }),
    svg('text', { x: 6, y: 3, class: 'print-number' }, words('print.north')),
  );
}

export interface SheetFacts {
  readonly heading: string;
  readonly paper: PaperName;
  readonly scale: number;
  readonly centre: LonLat;
  readonly srid: number;
  /** Lines under the map: data date, day printed, link, note. */
  readonly notes: readonly string[];
}

/** The sheet as an element that only paper shows. `source` is the address of the picture of the map. */
export function printSheet(
  facts: SheetFacts,
  picture: Picture,
  source: string,
  words: Words,
  language: Language,
): HTMLElement {
  const { map } = sheetLayout(facts.paper);
  const centre = transformer(4326, facts.srid)([facts.centre[0], facts.centre[1]]);
  const image = sized(element('img', { src: source, alt: '' }), {
    left: (map.width - picture.widthMm) / 2,
    top: (map.height - picture.heightMm) / 2,
    width: picture.widthMm,
    height: picture.heightMm,
  });
  const drawing = sized(element('div', { class: 'print-map' }, image), {
    left: map.left,
    top: map.top,
    width: map.width,
    height: map.height,
  });
  drawing.append(gridDrawing(centre, map.width, map.height, facts.scale));
  const scaleText = words('print.scaleLine', { scale: `1:${formatNumber(facts.scale, language, 0)}` });
  const legend = element(
    'div',
    { class: 'print-scale' },
    element('p', { class: 'print-scale-text' }, scaleText),
    element('p', {}, systemName(facts.srid, language)),
  );
  legend.append(scaleBar(facts.scale, language));
  const notes = element('div', { class: 'print-notes' }, ...facts.notes.map((note) => element('p', {}, note)));
  const foot = sized(element('div', { class: 'print-foot' }, legend, notes), {
    left: map.left,
    top: map.top + map.height + 2,
    width: map.width,
  });
  foot.append(northArrow(words));
  const title = sized(element('h1', {}, facts.heading), { left: map.left, top: 10, width: map.width });
  return element('div', { class: 'print-sheet', 'data-paper': facts.paper, lang: language }, title, drawing, foot);
}
