import { cutAddress, type Piece } from './cut-address.ts';
import { nameOfPiece } from './place-name.ts';

/** A house, a flat, a lot: 12, 12A, 5/18/3, B-204. Never as many digits as a number of a person. */
const HOUSE_NO = /^(?=\D*(?:\d\D*){1,6}$)[A-Za-zĐđ]?-?\d{1,4}[A-Za-zĐđ]?(?:[/-]\d{1,4}[A-Za-zĐđ]?){0,3}\.?$/u;
/** An identity number has nine digits or more: no address needs as many. */
const MANY_DIGITS = /(?:\d\D*){9}/;

const written = ({ opening, rest }: Piece): string => [...opening, ...rest].join(' ');

/** The names of communes and what lies above them as an address writes them, lower case, to be looked for among the units. */
export function unitsNamed(address: string): string[] {
  return cutAddress(address).flatMap((pieces) =>
    pieces.filter(({ kind }) => kind.sort === 'above').map((piece) => written(piece).toLowerCase()),
  );
}

function isPublic(piece: Piece, units: ReadonlySet<string>): boolean {
  if (piece.kind.sort === 'above') return units.has(written(piece).toLowerCase());
  if (piece.kind.sort === 'house') return piece.rest.length === 1 && HOUSE_NO.test(piece.rest[0]!);
  return nameOfPiece(piece) !== null;
}

/**
 * What of a parcel's address the public may read: the parts that are known for what they are (house number, lane, street,
 * hamlet, field, commune), as they are written, without what stands between them; null where nothing is left. Legacy
 * tables have whatever helped the surveyor in this column, neighbours' names and numbers of identity cards among it.
 * `units` are the names of the commune and of those it was made of, lower case. Never throws.
 */
export function publicAddress(address: string, units: ReadonlySet<string>): string | null {
  const kept = cutAddress(address).map((pieces) => pieces.filter((piece) => isPublic(piece, units)));
  const join = (parts: readonly (readonly Piece[])[]) =>
    parts
      .filter((pieces) => pieces.length > 0)
      .map((pieces) => pieces.map(written).join(' '))
      .join(', ');
  const whole = join(kept);
  const text = MANY_DIGITS.test(whole)
    ? join(kept.map((pieces) => pieces.filter((piece) => !/\d/.test(written(piece)))))
    : whole;
  return text === '' ? null : text;
}
