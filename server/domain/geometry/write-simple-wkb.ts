const POINT = 1;
const LINE = 2;
const MULTIPOINT = 4;
const MULTILINE = 5;

/**
 * OGC well-known binary, little endian, without SRID, of lines (one a part) or points (all of all parts): LINESTRING or POINT for one,
 * MULTILINESTRING or MULTIPOINT for more. x and y interleaved.
 */
export function writeSimpleWkb(kind: 'lines' | 'points', parts: readonly Float64Array[]): Buffer {
  const members =
    kind === 'lines'
      ? parts.map((part) => member(LINE, part))
      : parts.flatMap((part) =>
          Array.from({ length: part.length / 2 }, (_, i) => member(POINT, part.subarray(2 * i, 2 * i + 2))),
        );
  if (members.length === 1) return members[0]!;
  const head = Buffer.alloc(9);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(kind === 'lines' ? MULTILINE : MULTIPOINT, 1);
  head.writeUInt32LE(members.length, 5);
  return Buffer.concat([head, ...members]);
}

function member(type: number, values: Float64Array): Buffer {
  const isPoint = type === POINT;
  const out = Buffer.alloc((isPoint ? 5 : 9) + 8 * values.length);
  out.writeUInt8(1, 0);
  out.writeUInt32LE(type, 1);
  let at = isPoint ? 5 : out.writeUInt32LE(values.length / 2, 5);
  for (const value of values) at = out.writeDoubleLE(value, at);
  return out;
}
