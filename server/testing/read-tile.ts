/** Reads a Mapbox vector tile (specification 2.1) as far as tests ask: layers, properties, kind, rings in tile units. */

export interface TileFeature {
  readonly type: 'point' | 'line' | 'polygon';
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  /** Rings or points, x to the east and y to the south, from 0 to the layer's extent. */
  readonly rings: readonly (readonly (readonly [x: number, y: number])[])[];
}
export type TileLayers = Readonly<Record<string, readonly TileFeature[]>>;

interface Field {
  readonly tag: number;
  readonly number: number;
  readonly bytes: Buffer;
}
const NOTHING = Buffer.alloc(0);

function readVarint(bytes: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  for (let shift = 0, i = at; ; shift += 7, i += 1) {
    const byte = bytes[i]!;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, i + 1];
  }
}

/** Fields of one message (Protocol Buffers encoding): varints, 8- and 4-byte values, and bytes. */
function* fieldsOf(bytes: Buffer): Generator<Field> {
  for (let at = 0; at < bytes.length; ) {
    const [key, start] = readVarint(bytes, at);
    const [tag, wire] = [key >> 3, key & 7];
    const [first, after] = wire === 0 || wire === 2 ? readVarint(bytes, start) : [0, start];
    const length = wire === 2 ? first : wire === 1 ? 8 : wire === 5 ? 4 : 0;
    yield { tag, number: first, bytes: length > 0 ? bytes.subarray(after, after + length) : NOTHING };
    at = after + length;
  }
}

function varintsOf(bytes: Buffer): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [value, next] = readVarint(bytes, at);
    values.push(value);
    at = next;
  }
  return values;
}

/** Tags of `Tile.Value`: string, float, double, int64, uint64, sint64, bool. */
function readValue(bytes: Buffer): string | number | boolean {
  const [field] = fieldsOf(bytes);
  if (field!.tag === 1) return field!.bytes.toString('utf8');
  if (field!.tag === 2) return field!.bytes.readFloatLE();
  if (field!.tag === 3) return field!.bytes.readDoubleLE();
  if (field!.tag === 6) return unzigzag(field!.number);
  return field!.tag === 7 ? field!.number === 1 : field!.number;
}
const unzigzag = (n: number) => (n % 2 === 0 ? n / 2 : -(n + 1) / 2);

/** Commands: 1 MoveTo, 2 LineTo, 7 ClosePath; each with a count, then relative positions. */
function readRings(commands: readonly number[]): [number, number][][] {
  const rings: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < commands.length; ) {
    const [id, count] = [commands[at]! & 7, commands[at]! >> 3];
    at += 1;
    if (id === 7) continue;
    for (let i = 0; i < count; i += 1, at += 2) {
      x += unzigzag(commands[at]!);
      y += unzigzag(commands[at + 1]!);
      if (id === 1) rings.push([]);
      rings.at(-1)!.push([x, y]);
    }
  }
  return rings;
}

function readLayer(bytes: Buffer): [string, TileFeature[]] {
  const fields = [...fieldsOf(bytes)];
  const having = (tag: number) => fields.filter((field) => field.tag === tag);
  const keys = having(3).map((field) => field.bytes.toString('utf8'));
  const values = having(4).map((field) => readValue(field.bytes));
  const features = having(2).map(({ bytes: feature }) => {
    const parts = [...fieldsOf(feature)];
    const tags = varintsOf(parts.find((field) => field.tag === 2)?.bytes ?? NOTHING);
    const pairs = tags.flatMap((key, i) => (i % 2 === 0 ? [[keys[key]!, values[tags[i + 1]!]!]] : []));
    const type = (['point', 'line', 'polygon'] as const)[(parts.find((field) => field.tag === 3)?.number ?? 1) - 1]!;
    const rings = readRings(varintsOf(parts.find((field) => field.tag === 4)?.bytes ?? NOTHING));
    return { type, properties: Object.fromEntries(pairs), rings };
  });
  return [having(1)[0]!.bytes.toString('utf8'), features];
}

/** Layers of an uncompressed tile by name. */
export function readTile(tile: Buffer): TileLayers {
  return Object.fromEntries([...fieldsOf(tile)].map((field) => readLayer(field.bytes)));
}
