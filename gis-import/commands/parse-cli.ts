import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Value from 'typebox/value';
import { DEFAULT_KIND, IMPORT_KINDS, KIND_FACTS } from '../../server/domain/batch/import-kind.ts';
import type { ImportOptions } from '../../server/domain/batch/import-report.ts';
import { AS_PRJ_SAYS, findProjection } from '../../server/domain/crs.ts';
import { LateEntry } from '../../server/domain/dealing/payload/late-entry.ts';
import { TEXT_ENCODINGS } from '../../server/domain/encoding/codec.ts';
import { PROFILE_NAMES } from '../../server/domain/finding/profiles.ts';
import { dayOf, endOfDay } from '../../server/domain/legal-day.ts';
import { CliProblem } from './cli-problem.ts';
import { LAYER_OPTIONS, LAYER_USAGE, parseLayer } from './parse-layer.ts';

export interface CliRequest {
  readonly files: readonly string[];
  readonly options: ImportOptions;
  readonly excludeErrors: boolean;
  readonly promote: boolean;
  readonly again: boolean;
  readonly entered: LateEntry | null;
  /** Name of the column profile by which the files are read. */
  readonly columns: string | null;
  readonly quiet: boolean;
  readonly json: string | null;
  readonly language: 'vi' | 'en';
}

export const USAGE = `npm run import -- FILE… [options]

  --commune CODE        five digits: the commune the land lies in (needed for parcels)
  --at YYYY-MM-DD       the day that code is meant at; default today
  --srid N              EPSG code of the coordinates, where the evidence must be overruled; prj: as the .prj says
  --encoding NAME       auto (default), ${TEXT_ENCODINGS.join(', ')}
  --sheet N             sheet number, where the table leaves it blank
  --scale N             denominator of the map scale, where the table leaves it blank
  --columns NAME        what columns mean, as it was kept under this name at the desk
  --profile NAME        ${PROFILE_NAMES.join(', ')}
  --kind KIND           ${IMPORT_KINDS.join(', ')}
${LAYER_USAGE}
  --exclude-errors      leave out every record with a blocking finding, with the reason
  --promote             register the batch when nothing blocks it
  --book-day YYYY-MM-DD with --promote: the day of the paper books that the file repeats, from which it holds
  --book TEXT           which books those are, with --book-day
  --again               open a new batch where the old one was refused or rejected
  --json PATH           write the report as JSON
  --quiet               print nothing but errors

Exit 0: validated or promoted. 2: refused, or --promote met blocking findings. 1: the program failed.`;

const STRINGS = [
  'srid',
  'commune',
  'at',
  'encoding',
  'profile',
  'columns',
  'sheet',
  'scale',
  'kind',
  'json',
  'book-day',
  'book',
  ...LAYER_OPTIONS,
] as const;
const FLAGS = ['exclude-errors', 'promote', 'again', 'quiet', 'help'] as const;

function invalid(option: string, needs: string): never {
  throw new CliProblem('option.invalid', { option: `--${option}`, needs });
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(STRINGS.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' as const }])),
      },
    });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? '?';
    throw new CliProblem('option.unknown', { option });
  }
}

/** Checks every option before any work starts. Throws CliProblem. */
export function parseCli(args: readonly string[], locale: string): CliRequest | 'help' {
  const { values, positionals } = read(args);
  if (values.help) return 'help';
  const text = (name: (typeof STRINGS)[number]): string | null => (values[name] as string | undefined) ?? null;
  if (positionals.length === 0) throw new CliProblem('option.file_missing', {});
  const kind = oneOf('kind', text('kind') ?? DEFAULT_KIND, IMPORT_KINDS);
  const commune = text('commune');
  if (commune !== null && !/^\d{5}$/.test(commune)) invalid('commune', '5 chữ số / 5 digits');
  if (commune === null && KIND_FACTS[kind].ofOneCommune) throw new CliProblem('option.commune_missing', {});
  const layer = parseLayer(kind === 'layer', text);
  return {
    files: positionals,
    options: {
      kind,
      commune,
      at: day('at', text('at')),
      srid: srid(text('srid')),
      encoding: oneOf('encoding', text('encoding') ?? 'auto', ['auto', ...TEXT_ENCODINGS] as const),
      profile: oneOf('profile', text('profile') ?? KIND_FACTS[kind].profile, PROFILE_NAMES),
      sheet: sheet(text('sheet')),
      scale: scale(text('scale')),
      ...(layer ? { layer } : {}),
    },
    excludeErrors: values['exclude-errors'] === true,
    promote: values.promote === true,
    again: values.again === true,
    columns: columnsOf(kind, text('columns')),
    entered: bookOf(kind, values.promote === true, text('book-day'), text('book')),
    quiet: values.quiet === true,
    json: writable(text('json')),
    language: /^en/i.test(locale) ? 'en' : 'vi',
  };
}

function columnsOf(kind: ImportOptions['kind'], name: string | null): string | null {
  if (name !== null && kind !== 'parcels') invalid('columns', '--kind parcels');
  return name;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  return found ?? invalid(option, allowed.join(' | '));
}

/** What an initial load repeats. Both are given, with --promote, or neither. */
function bookOf(kind: string, promote: boolean, dayGiven: string | null, book: string | null): LateEntry | null {
  const on = day('book-day', dayGiven);
  if (on === null && book === null) return null;
  if (on === null || on > dayOf(new Date())) return invalid('book-day', 'YYYY-MM-DD ≤ hôm nay / today');
  if (kind !== 'parcels' || !promote) return invalid('book-day', '--kind parcels --promote');
  const entered = { on, book: (book ?? '').trim() };
  return Value.Check(LateEntry, entered) ? entered : invalid('book', '1–200 ký tự / characters');
}

function day(option: string, value: string | null): string | null {
  if (value === null) return null;
  try {
    endOfDay(value);
    return value;
  } catch {
    return invalid(option, 'YYYY-MM-DD');
  }
}

const SYSTEMS_GIVEN = '9205–9218, 5896–5899, 3405, 3406, 4326, 4756, 32648, 32649, 4147, 2044, 2045, 2093';

function srid(value: string | null): number | null {
  if (value === null) return null;
  if (value === 'prj') return AS_PRJ_SAYS;
  return findProjection(Number(value)) ? Number(value) : invalid('srid', `EPSG ${SYSTEMS_GIVEN}, prj`);
}

/** Said before the work and not after it. */
function writable(path: string | null): string | null {
  if (path !== null && !existsSync(dirname(resolve(path)))) invalid('json', 'một thư mục đã có / an existing folder');
  return path;
}

function sheet(value: string | null): string | null {
  if (value === null) return null;
  const plain = value.replace(/^0+(?=\d)/, '');
  return /^[0-9]{1,6}[A-Za-z]?$/.test(plain) ? plain.toLowerCase() : invalid('sheet', '12, 12a');
}

function scale(value: string | null): number | null {
  if (value === null) return null;
  const denominator = Number(value.replace(/^1[:/]/, ''));
  return Number.isInteger(denominator) && denominator >= 100 && denominator <= 100_000
    ? denominator
    : invalid('scale', '200, 500, 1000, 2000, 5000, 10000');
}
