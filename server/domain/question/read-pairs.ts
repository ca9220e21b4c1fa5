import { searchKey } from '../encoding/search-key.ts';
import { readNumber } from './read-number.ts';

/** A run of digits and the sign behind it: '.' or ',' or ' ' inside a number perhaps, 'end' between numbers surely. */
interface Group {
  readonly digits: string;
  readonly after: '.' | ',' | ' ' | 'end';
}

const SYSTEM_NAMES = /vn[ -]?2000|wgs[ -]?84/g;
/** What may stand around two numbers: X, Y, N, E, B(ắc), Đ(ông), m, ° and words for them. */
const MARKS = /(?:lat|lon|lng|toa do|vi do|kinh do|bac|dong|[xynebdm°()[\]{}=:])+/g;
/** More groups than two numbers with thousands and decimals can have are no coordinates. */
const MAX_GROUPS = 12;

function readGroups(clean: string): Group[] | undefined {
  const text = searchKey(clean.replaceAll('\t', ' ; '))
    .replace(SYSTEM_NAMES, ' ')
    .replace(MARKS, ' ; ')
    .replace(/,(?= )/g, ' ; ')
    .replace(/\.(?= |$)/g, ' ')
    .replace(/ ?(?:[;/|] ?)+/g, ';')
    .replace(/^[; ]+|[; ]+$/g, '');
  if (!/^\d[\d., ;]*$/.test(text) || /[.,][.,; ]|[ ][.,]/.test(text)) return undefined;
  const groups = Array.from(
    text.matchAll(/(\d+)([., ;]?)/g),
    ([, digits, sign]): Group => ({
      digits: digits as string,
      after: sign === '' || sign === ';' ? 'end' : (sign as Group['after']),
    }),
  );
  return groups.length >= 2 && groups.length <= MAX_GROUPS ? groups : undefined;
}

/**
 * Every way to read a text as two numbers. Where the line between them cannot be seen ("2 353 280,7 416 463,3"), every
 * place for it is tried, and size decides later: north has seven digits, east six.
 */
export function readPairs(clean: string): (readonly [number, number])[] {
  const groups = readGroups(clean);
  if (!groups) return [];
  const ends = groups.flatMap(({ after }, i) => (after === 'end' && i < groups.length - 1 ? [i + 1] : []));
  if (ends.length > 1) return [];
  const cuts =
    ends.length === 1
      ? ends
      : groups.flatMap(({ after }, i) => (after === '.' ? [] : [i + 1])).filter((cut) => cut < groups.length);
  const pairs = new Map<string, readonly [number, number]>();
  for (const cut of cuts) {
    for (const a of readNumber(groups.slice(0, cut))) {
      for (const b of readNumber(groups.slice(cut))) pairs.set(`${a} ${b}`, [a, b]);
    }
  }
  return [...pairs.values()];
}
