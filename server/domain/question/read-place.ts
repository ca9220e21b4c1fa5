import { searchKey } from '../encoding/search-key.ts';
import { ENGLISH, KIND_KEYS, KINDS, type PlaceKind, SHORT_KINDS } from './place-words.ts';
import type { Token } from './tokens.ts';

/** One name of a place as it was said. */
export interface PlacePart {
  /** commune: said to be one ("xã …"); local: a hamlet or street; any: just a name. */
  readonly kind: Exclude<PlaceKind, 'wider'>;
  /** The name without the word that says what it is, except in a local name that is only a number ("thôn 3"). */
  readonly name: string;
  /** That word, in Vietnamese: xã, phường, thôn …; of an English word its Vietnamese kind is not known. */
  readonly word?: string;
  /** Several that may be one name. */
  readonly one?: true;
}

export interface PlaceQuestion {
  /** Everything that was said of the place, for showing it. */
  readonly words: string;
  /** Code of a unit, five digits. Codes were reused in 2025: it can name a former and a present unit. */
  readonly unitCode?: string;
  /** From the smallest to the largest as people write them. Districts and provinces are left out if more is said. */
  readonly parts: readonly PlacePart[];
  /** Pieces that can also be one name, since the word that seemed to say what follows was written without accents. */
  readonly whole: readonly string[];
  /** The parts with those as one local name that a word of kind may have parted wrongly; empty where there are none. */
  readonly asOne: readonly PlacePart[];
}

interface ReadPlace {
  /** Undefined where there is neither a letter nor a code. */
  readonly place: PlaceQuestion | undefined;
  /** What is neither a name nor said to be wider than one, as typed: "7" of "xã Mẫu, 7". */
  readonly unread: readonly string[];
}

/** More than an address has (lane, quarter, street, hamlet, commune); each is looked up, so their number has a bound. */
const MOST_PARTS = 5;

/** Between a parcel and its place, not part of a name; at the start of a part only. */
const LINKS = new Set(['o', 'tai', 'thuoc', 'tren', 'in', 'at', 'of', 'the']);
/** Left over from labels and house numbers; no name consists of them alone. */
const NOISE = new Set([...LINKS, 'so', 'no', 'nha']);
const LOCAL: ReadonlySet<PlaceKind> = new Set(['local', 'any']);
const DIVIDES = new Set([',', ';', '(', ')', '\t', '|']);

interface FoundKind {
  readonly kind: PlaceKind;
  readonly length: number;
  readonly word?: string;
  /** Written without the accents it has, so that it may as well be the beginning of a name: "lang giang". */
  readonly bare: boolean;
}

/** The kind that begins at a token: its words must be bare of accents or bear the right ones ("xá" is no "xã"). */
function kindAt(tokens: readonly Token[], at: number): FoundKind | undefined {
  for (const [key, kind, vietnamese] of KINDS) {
    const keys = key.split(' ');
    const said = vietnamese?.split(' ') ?? keys;
    const fits = keys.every((part, i) => {
      const token = tokens[at + i];
      return token?.key === part && (token.raw === part || token.raw === said[i] || said.length !== keys.length);
    });
    if (!fits) continue;
    const bare = vietnamese !== undefined && said.length === keys.length && tokens[at]?.raw !== said[0];
    return { kind, length: keys.length, bare, ...(vietnamese ? { word: vietnamese } : {}) };
  }
  const short = tokens[at + 1]?.raw === '.' && SHORT_KINDS.find(([key]) => key === tokens[at]?.key);
  return short ? { kind: short[1], length: 2, word: short[2], bare: false } : undefined;
}

interface Draft {
  kind: PlaceKind;
  word?: string;
  /** Said by one letter that stands for two words. */
  short?: boolean;
  /** The word of its kind was written without accents, so that it may as well begin a name. */
  bare?: boolean;
  /** The word of its kind may as well be in the name before it: "thôn Đồng Làng Vực". */
  joins?: boolean;
  /** All of it as typed, with that word. */
  said: string[];
  names: string[];
}

/** The parts of a run of tokens without a comma: it parts again where a word says what follows. */
function readRun(run: readonly Token[]): { drafts: Draft[]; doubtful: boolean } {
  const drafts: Draft[] = [];
  let doubtful = false;
  let current: Draft = { kind: 'any', names: [], said: [] };
  for (let i = 0; i < run.length; ) {
    const token = run[i]!;
    const found = kindAt(run, i);
    const isLast = found !== undefined && i + found.length >= run.length;
    if (found && isLast && ENGLISH.has(token.key) && current.names.length > 0) {
      current.kind = found.kind; // "Dong Viet commune"
      i += found.length;
    } else if (found && !isLast && (current.names.length > 0 || current.kind === 'any')) {
      doubtful ||= found.bare;
      if (current.names.length > 0) drafts.push(current);
      const joins = found.kind === 'local' && current.names.length > 0 && LOCAL.has(current.kind);
      const said = run.slice(i, i + found.length).map(({ text }) => text);
      current = {
        kind: found.kind,
        ...(found.word ? { word: found.word } : {}),
        names: [],
        said,
        bare: found.bare,
        joins,
      };
      if (token.key === 't') current.short = true;
      i += found.length;
      // "TT. Vôi", "xã: Đồng Việt"
      while (run[i] && /^[.:]$/.test(run[i]!.raw) && i < run.length - 1) i += 1;
    } else {
      if (!(current.names.length === 0 && LINKS.has(token.key) && run.length > i + 1)) current.names.push(token.text);
      current.said.push(token.text);
      i += 1;
    }
  }
  if (current.names.length > 0) drafts.push(current);
  return { drafts, doubtful };
}

function toPart({ kind, word, names }: Draft): PlacePart {
  // "Tổ dân phố số 03" is called Tổ dân phố 3.
  const name = names.join(' ').replace(/^(?:số |so |no )?0*(?=\d)/iu, '');
  const whole = kind === 'local' && word && /^\d+\p{L}?$/u.test(name) ? `${word} ${name}` : name;
  return { kind: kind === 'wider' ? 'any' : kind, name: whole, ...(word ? { word } : {}) };
}

/** Whether words can be a name: more than what is left over from labels, house numbers and a unit's code. */
function isNamed({ kind, names }: Draft, hasCode: boolean): boolean {
  if (kind === 'local') return names.length > 0;
  return names.some((name) => {
    const key = searchKey(name);
    return /^\p{L}/u.test(name) && !NOISE.has(key) && !(hasCode && KIND_KEYS.has(key));
  });
}

/** "T." is tỉnh where an address ends with it, and thôn before that. */
function settleShort(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) =>
    draft.kind === 'wider' && draft.short && (i < drafts.length - 1 || i === 0)
      ? { ...draft, kind: 'local', word: 'thôn' }
      : draft,
  );
}

/** Words and numbers of a piece that is no name, without what only links or labels. */
const leftOver = ({ names }: Draft): string =>
  names.filter((name) => !NOISE.has(searchKey(name)) && !KIND_KEYS.has(searchKey(name))).join(' ');

/** The parts with those that may be one local name as one; empty where no two may. */
function asOneOf(drafts: readonly (Draft & { readonly run: number })[]): PlacePart[] {
  const groups: (Draft & { readonly run: number })[][] = [];
  for (const draft of drafts) {
    const last = groups.at(-1);
    if (draft.joins && last?.[0]?.run === draft.run) last.push(draft);
    else groups.push([draft]);
  }
  const isOne = (group: readonly Draft[]) => group.length > 1 || group[0]?.bare === true;
  if (!groups.some(isOne)) return [];
  return groups.map((group) =>
    isOne(group) ? { kind: 'local', name: group.flatMap(({ said }) => said).join(' '), one: true } : toPart(group[0]!),
  );
}

/** The place named in what is left of a text, and what is left over after that. */
export function readPlace(tokens: readonly Token[]): ReadPlace {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (DIVIDES.has(token.raw)) runs.push([]);
    else if (token.kind !== 'sign' || token.raw === '.' || token.raw === ':') runs.at(-1)!.push(token);
  }
  const code = tokens.find((token) => token.kind === 'number' && /^\d{5}$/.test(token.key));
  const read = runs.map((run) => readRun(run.filter((token) => token !== code)));
  const said = runs.map((run) => run.map((token) => token.text).join(' '));
  const cleaned = read
    .flatMap(({ drafts }, run) => drafts.map((draft) => ({ ...draft, run })))
    .map((draft) => ({ ...draft, names: draft.names.filter((name) => /[\p{L}\p{N}]/u.test(name)) }));
  const drafts = settleShort(cleaned) as typeof cleaned;
  const named = drafts.filter((draft) => isNamed(draft, code !== undefined));
  const unread = drafts.filter((draft) => !named.includes(draft)).map(leftOver);
  const narrow = named.filter(({ kind }) => kind !== 'wider');
  const used = narrow.length > 0 || code ? narrow : named;
  unread.push(...used.slice(0, -MOST_PARTS).map(leftOver));
  const left = unread.filter((text) => text !== '');
  if (named.length === 0 && !code) return { place: undefined, unread: left };
  const kept = used.slice(-MOST_PARTS);
  const whole = said.filter((_, run) => read[run]?.doubtful).slice(-MOST_PARTS);
  const words = said.filter((run) => run !== '').join(', ');
  const place = {
    words,
    ...(code ? { unitCode: code.key } : {}),
    parts: kept.map(toPart),
    whole,
    asOne: asOneOf(kept),
  };
  return { place, unread: left };
}
