import { edgesOf, perimeterOf } from '../../domain/drawing/boundary.ts';
import {
  type DrawingFacts,
  type DrawingLayout,
  layOutDrawing,
  type Point,
} from '../../domain/drawing/lay-out-drawing.ts';
import { formatFixed, formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import { pageWords } from '../words.ts';

/** Largest drawing on the page, millimetres: fits the text width of A4 and stays readable on a phone. */
export const PAPER = { width: 120, height: 105 } as const;
/** Below the drawing, for the scale bar; and the least width, for its words. */
const STRIP = 12;
const LEAST_WIDTH = 45;

const mm = (value: number) => value.toFixed(2);

const pathOf = (rings: readonly (readonly Point[])[]): string =>
  rings.map((points) => `M${points.map((point) => point.map(mm).join(' ')).join('L')}Z`).join('');

function ringMarks({ corners, lengths }: DrawingLayout['rings'][number], language: Language): Html[] {
  return [
    ...corners.map(
      ({ no, at: [x, y], label }) =>
        html`<circle class="corner" cx="${mm(x)}" cy="${mm(y)}" r="0.55"/>${
          label && html`<text class="corner" x="${mm(label[0])}" y="${mm(label[1] + 0.9)}">${no}</text>`
        }`,
    ),
    ...lengths.map(
      ({ lengthM, at: [x, y], angle }) =>
        html`<text class="length" transform="translate(${mm(x)} ${mm(y)}) rotate(${angle.toFixed(1)})" y="1">${formatFixed(lengthM, language, 2)}</text>`,
    ),
  ];
}

function scaleStrip({ bar, height }: DrawingLayout, language: Language): Html {
  const y = height + 5;
  return html`<path class="bar" d="M1 ${mm(y - 1)}v2M1 ${mm(y)}h${mm(bar.length)}M${mm(1 + bar.length)} ${mm(y - 1)}v2"/>
<text class="bar" x="1" y="${mm(y + 5)}">0</text>
<text class="bar" x="${mm(1 + bar.length)}" y="${mm(y + 5)}">${formatNumber(bar.metres, language)} m</text>`;
}

const northArrow = (x: number): Html =>
  html`<path class="north" d="M${mm(x)} 2l2 6l-2 -1.4l-2 1.4Z"/><text class="north" x="${mm(x)}" y="12">N</text>`;

export interface ParcelDrawing {
  readonly svg: Html;
  /** Denominator at which the drawing prints. */
  readonly scale: number;
}

/** A drawing true to scale: the svg is as many millimetres wide as it says, and its units are millimetres. */
export function parcelDrawing(facts: DrawingFacts, language: Language): ParcelDrawing {
  const words = pageWords(language);
  const layout = layOutDrawing(facts, PAPER);
  const { neighbours } = layout;
  const [width, height] = [Math.max(layout.width, LEAST_WIDTH), layout.height + STRIP];
  const label = words('parcel.drawingLabel', {
    edges: String(facts.parcel.flatMap(edgesOf).length),
    perimeter: formatNumber(perimeterOf(facts.parcel), language),
  });
  const svg = html`<svg class="drawing" role="img" aria-label="${label}" viewBox="0 0 ${mm(width)} ${mm(height)}" width="${mm(width)}mm" height="${mm(height)}mm" xmlns="http://www.w3.org/2000/svg">
<defs><clipPath id="frame"><rect width="${mm(layout.width)}" height="${mm(layout.height)}"/></clipPath></defs>
<g clip-path="url(#frame)">
${neighbours.map(({ rings }) => html`<path class="next" fill-rule="evenodd" d="${pathOf(rings)}"/>`)}
<path class="own" fill-rule="evenodd" d="${pathOf(layout.rings.map(({ points }) => points))}"/>
${layout.crosses.map(([x, y]) => html`<path class="cross" d="M${mm(x - 1.5)} ${mm(y)}h3M${mm(x)} ${mm(y - 1.5)}v3"/>`)}
${neighbours.map(({ no, label: at }) => at && html`<text class="neighbour" x="${mm(at[0])}" y="${mm(at[1] + 1.1)}">${no}</text>`)}
${layout.rings.map((ring) => ringMarks(ring, language))}
${northArrow(layout.width - 4)}
</g>
<rect class="frame" width="${mm(layout.width)}" height="${mm(layout.height)}"/>
${scaleStrip(layout, language)}
</svg>`;
  return { svg, scale: layout.scale };
}
