import type { OgcField } from '../collections.ts';
import { readDatetime } from '../read-datetime.ts';
import {
  type Bounds,
  COMPARISONS,
  type Comparison,
  FILTER_BOUNDS,
  type Filter,
  type FilterValue,
  NoFilter,
} from './filter.ts';

const refuse = (message: string): never => {
  throw new NoFilter(message);
};
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** PostgreSQL has no text with a NUL, and half a character is none. */
/** No system counts as far: about a million kilometres, in metres. */
const BEYOND = 1e9;
const isUnfit = (text: string): boolean => text.includes('\0') || /\p{Cs}/u.test(text);

function readMoment(value: unknown): string {
  const read = typeof value === 'string' && value.includes('T') ? readDatetime(value) : undefined;
  return read?.from && read.from === read.to
    ? read.from
    : refuse('a timestamp is RFC 3339 with a zone: 2026-01-31T00:00:00Z');
}

/** A literal of the kind that its property is. */
function readValue(field: OgcField, value: unknown): FilterValue {
  const { name, type } = field;
  if (type === 'integer' || type === 'number')
    return typeof value === 'number' && Number.isFinite(value) ? value : refuse(`${name} is compared with a number`);
  if (type === 'string')
    return typeof value === 'string' && !isUnfit(value) ? value : refuse(`${name} is compared with a text`);
  if (type === 'date') {
    const day = isObject(value) ? value.date : undefined;
    return typeof day === 'string' && DAY.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
      ? day
      : refuse(`${name} is compared with a date: DATE('2026-01-31')`);
  }
  return isObject(value) && 'timestamp' in value
    ? readMoment(value.timestamp)
    : refuse(`${name} is compared with a timestamp: TIMESTAMP('2026-01-31T00:00:00Z')`);
}

const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number' && Number.isFinite(one));

function readRing(value: unknown): [number, number][] {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition))
    return refuse('a ring has four positions or more, each of two numbers');
  const [first, last] = [value[0]!, value.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? value : refuse('a ring ends where it began');
}

interface Shape {
  readonly wkt: string;
  readonly bounds: Bounds;
}

function shapeOf(kind: 'POINT' | 'POLYGON', rings: readonly (readonly (readonly [number, number])[])[]): Shape {
  const positions = rings.flat();
  if (positions.some((at) => at.some((one) => Math.abs(one) > BEYOND)))
    return refuse('coordinates lie beyond what any system has');
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  const texts = rings.map((ring) => `(${ring.map((at) => at.join(' ')).join(',')})`);
  return {
    wkt: kind === 'POINT' ? `POINT${texts[0]}` : `POLYGON(${texts.join(',')})`,
    bounds: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}

const ringOf = ([a, b, c, d]: Bounds): [number, number][] => [
  [a, b],
  [c, b],
  [c, d],
  [a, d],
  [a, b],
];

/** A point, a box or a polygon. */
function readShape(value: unknown): Shape {
  if (!isObject(value)) return refuse('a shape is a point, a box or a polygon');
  const { bbox, type, coordinates } = value;
  if (Array.isArray(bbox) && bbox.length === 4 && bbox.every((one) => Number.isFinite(one))) {
    const box = bbox as unknown as Bounds;
    return box[0] < box[2] && box[1] < box[3]
      ? shapeOf('POLYGON', [ringOf(box)])
      : refuse('a box has its least values first, and some width and height');
  }
  if (type === 'Point' && isPosition(coordinates)) return shapeOf('POINT', [[coordinates]]);
  if (type !== 'Polygon' || !Array.isArray(coordinates) || coordinates.length === 0)
    return refuse('a shape is a point, a box of four numbers or a polygon');
  const rings = coordinates.map(readRing);
  return rings.flat().length <= FILTER_BOUNDS.corners
    ? shapeOf('POLYGON', rings)
    : refuse(`a polygon has at most ${FILTER_BOUNDS.corners} corners`);
}

interface Askable {
  readonly fields: readonly OgcField[];
  /** Whether features are found by their shape. */
  readonly shaped: boolean;
}

/** CQL2 JSON as a filter on these fields, and on no other: what is withheld is not found out by asking. Throws NoFilter. */
export function checkFilter(given: unknown, { fields, shaped }: Askable, depth = 0): Filter {
  if (depth > FILTER_BOUNDS.depth) return refuse(`more than ${FILTER_BOUNDS.depth} parts within each other`);
  if (typeof given === 'boolean') return given;
  if (!isObject(given) || typeof given.op !== 'string' || !Array.isArray(given.args))
    return refuse('a part of a filter is true, false, or {"op": …, "args": […]}');
  const { op, args } = given as { op: string; args: unknown[] };
  const need = (count: number) => args.length === count || refuse(`"${op}" takes ${count} arguments`);
  const inner = (one: unknown) => checkFilter(one, { fields, shaped }, depth + 1);
  const named = (): string =>
    isObject(args[0]) && typeof args[0].property === 'string'
      ? args[0].property
      : refuse(`"${op}" begins with a property`);
  const fieldOf = (): OgcField => {
    const name = named();
    return (
      fields.find((field) => field.name === name) ??
      refuse(`${name.slice(0, 60)} is not a queryable of this collection`)
    );
  };
  if (op === 'and' || op === 'or')
    return args.length >= 2 ? { op, args: args.map(inner) } : refuse(`"${op}" takes two arguments or more`);
  if (op === 'not') return need(1) && { op, arg: inner(args[0]) };
  if (op === 'isNull') return need(1) && { op, field: fieldOf() };
  if (op === 's_intersects') {
    need(2);
    if (!shaped || named() !== 'geometry')
      return refuse('s_intersects is asked of the property geometry, where it is a queryable');
    return { op, ...readShape(args[1]) };
  }
  if (op === 'like') {
    need(2);
    const field = fieldOf();
    return field.type === 'string' &&
      typeof args[1] === 'string' &&
      !isUnfit(args[1]) &&
      !/(^|[^\\])(\\\\)*\\$/.test(args[1])
      ? { op, field, value: args[1] }
      : refuse('like compares a text with a pattern: %, _ and \\ before what is neither');
  }
  if (op === 'between') {
    need(3);
    const field = fieldOf();
    return { op, field, low: readValue(field, args[1]), high: readValue(field, args[2]) };
  }
  if (op === 'in') {
    need(2);
    const field = fieldOf();
    const values: unknown = args[1];
    if (!Array.isArray(values) || values.length === 0 || values.length > FILTER_BOUNDS.list)
      return refuse(`in takes a list of at most ${FILTER_BOUNDS.list} values`);
    return { op, field, values: values.map((one) => readValue(field, one)) };
  }
  if (COMPARISONS.some((one) => one === op)) {
    need(2);
    const field = fieldOf();
    return { op: op as Comparison, field, value: readValue(field, args[1]) };
  }
  return refuse(`"${op.slice(0, 40)}" is not an operator that is known here`);
}
