/**
 * Parcels as a drawing: DXF of AutoCAD R12, which every program for maps reads. A boundary is a closed polyline on level 10 (holes too), its
 * labels stand at a point inside; what has no level of its own is extended data of the outer polyline.
 * Source: AutoCAD R12 DXF reference, group codes. Values of a group are one line each.
 */
import { CAD_APPLICATION, CAD_COLOURS, CAD_LEVELS } from '../domain/exchange/cad-levels.ts';
import { type ExchangeParcel, purposeText } from '../domain/exchange/exchange-parcel.ts';

type Group = readonly [code: number, value: string | number];

const METRES = 6;
/** Height of a label on paper, m, and the scale of a sheet of which none is known. */
const LETTER_M = 0.002;
const SCALE = 1000;
/** Longest text of extended data, bytes. */
const LONGEST = 255;

/** One line, in ASCII: other letters as AutoCAD writes them, \U+1EA5. */
function plain(value: string): string {
  return value
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[^\x20-\x7e]/gu, (letter) =>
      [...Array(letter.length).keys()]
        .map((i) => `\\U+${letter.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}`)
        .join(''),
    );
}

const lines = (groups: readonly Group[]): string =>
  groups.map(([code, value]) => `${String(code).padStart(3)}\r\n${value}\r\n`).join('');

/** Metres to a tenth of a millimetre, as boundaries are kept. */
const metres = (value: number): string => value.toFixed(4);
const at = ([x, y]: readonly [number, number], first = 10): Group[] => [
  [first, metres(x)],
  [first + 10, metres(y)],
  [first + 20, '0.0'],
];
const section = (name: string): Group[] => [
  [0, 'SECTION'],
  [2, name],
];
const END: Group = [0, 'ENDSEC'];

function head(): string {
  const levels = Object.values(CAD_LEVELS);
  return lines([
    ...section('HEADER'),
    [9, '$ACADVER'],
    [1, 'AC1009'],
    [9, '$INSUNITS'],
    [70, METRES],
    END,
    ...section('TABLES'),
    [0, 'TABLE'],
    [2, 'LTYPE'],
    [70, 1],
    [0, 'LTYPE'],
    [2, 'CONTINUOUS'],
    [70, 0],
    [3, 'Solid line'],
    [72, 65],
    [73, 0],
    [40, '0.0'],
    [0, 'ENDTAB'],
    [0, 'TABLE'],
    [2, 'LAYER'],
    [70, levels.length + 1],
    ...[0, ...levels].flatMap((level): Group[] => [
      [0, 'LAYER'],
      [2, level],
      [70, 0],
      [62, CAD_COLOURS[level] ?? 7],
      [6, 'CONTINUOUS'],
    ]),
    [0, 'ENDTAB'],
    [0, 'TABLE'],
    [2, 'APPID'],
    [70, 1],
    [0, 'APPID'],
    [2, CAD_APPLICATION],
    [70, 0],
    [0, 'ENDTAB'],
    END,
    ...section('ENTITIES'),
  ]);
}

function polyline(ring: ExchangeParcel['rings'][number], data: readonly Group[]): Group[] {
  const layer: Group = [8, CAD_LEVELS.boundary];
  return [
    [0, 'POLYLINE'],
    layer,
    [66, 1],
    ...at([0, 0]),
    [70, 1],
    ...data,
    // Closed by its mark: the last point is the first one and is not said again.
    ...ring.slice(0, -1).flatMap((point): Group[] => [[0, 'VERTEX'], layer, ...at(point)]),
    [0, 'SEQEND'],
    layer,
  ];
}

/** A label that is fastened at the point, above it or below it: so the point of each lies inside the parcel. */
const label = (
  level: number,
  text: string,
  { point, scale }: ExchangeParcel,
  [across, up]: readonly [number, number],
): Group[] => [
  [0, 'TEXT'],
  [8, level],
  ...at(point),
  [40, (LETTER_M * (scale ?? SCALE)).toFixed(3)],
  [1, plain(text)],
  [72, across],
  [73, up],
  ...at(point, 11),
];

/** Names as the table of a shapefile has them: who reads one reads the other. */
function extendedData(parcel: ExchangeParcel): Group[] {
  const { unitCode, sheet, scale, no, code, legalAreaM2, address, holders } = parcel;
  const facts: [string, string | number | null][] = [
    ['MAXA', unitCode],
    ['SHBANDO', sheet],
    ['TYLE', scale],
    ['SHTHUA', no],
    ['MATHUADAT', code],
    ['DIENTICHPL', legalAreaM2],
    ['MALOAIDAT', purposeText(parcel)],
    ['DIACHITHUA', address],
    ...(holders ?? []).flatMap(({ name, certificateSerial }): [string, string | null][] => [
      ['TENCHU', name],
      ['SOPHATHANH', certificateSerial],
    ]),
  ];
  return [
    [1001, CAD_APPLICATION],
    ...facts.flatMap(([name, value]): Group[] => {
      const text = `${name}=${plain(String(value))}`;
      return value === null
        ? []
        : [...Array(Math.ceil(text.length / LONGEST)).keys()].map(
            (i): Group => [1000, (i === 0 ? '' : '+') + text.slice(i * LONGEST, (i + 1) * LONGEST)],
          );
    }),
  ];
}

const parcelGroups = (parcel: ExchangeParcel): Group[] => [
  ...parcel.rings.flatMap((ring, i) => polyline(ring, i === 0 ? extendedData(parcel) : [])),
  [0, 'POINT'],
  [8, CAD_LEVELS.centre],
  ...at(parcel.point),
  ...label(CAD_LEVELS.number, parcel.no, parcel, [1, 1]),
  ...label(CAD_LEVELS.landUse, parcel.landUse, parcel, [2, 3]),
  ...label(CAD_LEVELS.area, parcel.legalAreaM2 ?? parcel.areaM2, parcel, [0, 3]),
];

/** The drawing, a page of parcels at a time. */
export async function* drawingText(pages: AsyncIterable<readonly ExchangeParcel[]>): AsyncGenerator<string> {
  yield head();
  for await (const page of pages) yield page.map((parcel) => lines(parcelGroups(parcel))).join('');
  yield lines([END, [0, 'EOF']]);
}
