/**
 * Names of hamlets, streets and fields inside the address of a parcel: "Số 12 ngõ 5 đường Lê Lợi, tổ dân phố 03" holds
 * "Ngõ 5 đường Lê Lợi", "Đường Lê Lợi" and "Tổ dân phố 3". House numbers, communes and everything above them, and what
 * reads like a person's own ground are left out.
 */

import { foldEndings } from '../encoding/fold-endings.ts';
import { plainLetters } from '../encoding/plain-letters.ts';
import { cutAddress, type Piece } from './cut-address.ts';
import { namesSomebody } from './names-somebody.ts';

const LONGEST_NAME = 60;
/** Letters, marks, digits and what stands between them. */
const WRITTEN = /^[\p{L}\p{M}\p{N} .'’/–-]+$/u;
/** A run of digits longer than a number of a lane, or more of them in all than a day and a lane have, is a number of something else. */
const LONG_NUMBER = /\d{4}|(?:\d\D*){6}/;

/** Addresses in capitals come out as names are written: first letters capital. */
const titled = (text: string): string =>
  text === text.toUpperCase()
    ? text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    : text;

/** The name of a piece, or null where it is none that may be shown. */
export function nameOfPiece({ kind, rest }: Piece): string | null {
  if (kind.sort === 'above' || kind.sort === 'house' || rest.length === 0) return null;
  const written = rest.join(' ');
  const bare = written
    .replace(/^số\s+/iu, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/[ .'’/–-]+$/u, '');
  const proper = titled(bare);
  const name = `${kind.label} ${proper}`;
  if (proper === '' || name.length > LONGEST_NAME || !WRITTEN.test(written) || LONG_NUMBER.test(proper)) return null;
  return namesSomebody(kind.label === 'Đồng' ? name : proper, kind.sort) ? null : name; // Đồng Văn Hùng is a person.
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** A lane is called by its number, which says little alone: it takes the street after it along. */
function namesOfPart(pieces: readonly Piece[]): string[] {
  const names: string[] = [];
  for (const [i, piece] of pieces.entries()) {
    const name = nameOfPiece(piece);
    if (name === null) continue;
    const after = pieces.slice(i + 1).filter((next) => next.kind.sort === 'lane' || next.kind.sort === 'street');
    const street = piece.kind.sort === 'lane' ? after.map(nameOfPiece).filter((next) => next !== null) : [];
    names.push([name, ...street.map(lowerFirst)].join(' '));
  }
  return names.filter((name) => name.length <= LONGEST_NAME);
}

/** The places an address names, in its order, each once. Never a house number; never a person. Never throws. */
export function placeNames(address: string): string[] {
  return [...new Set(cutAddress(address).flatMap(namesOfPart))];
}

/**
 * The form under which two spellings are one place: case, where a tone is placed (Hoà, Hòa), and y for i (Mỹ, Mĩ) do not
 * count; the tone itself does, since Thôn Hà and Thôn Hạ are neighbours.
 */
export function placeIdentity(name: string): string {
  return plainLetters(name)
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(word)?.[0] ?? '';
      return foldEndings(word.replace(tone, '')) + tone;
    })
    .join(' ')
    .normalize('NFC');
}
