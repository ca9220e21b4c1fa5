/** What a file may be that is sent to us, and who may send it. */
import type { Actor } from '../actor.ts';
import { AS_PRJ_SAYS, findProjection } from '../crs.ts';
import { TEXT_ENCODINGS } from '../encoding/codec.ts';
import { PROFILE_NAMES } from '../finding/profiles.ts';
import { isLayerKey, LAYER_KEYS, readLayerFacts } from '../layer/layer-metadata.ts';
import { endOfDay } from '../legal-day.ts';
import type { FieldError } from '../problem/problem.ts';
import type { Role } from '../role.ts';
import { isSeen, LABEL_LETTERS } from './file-label.ts';
import { DEFAULT_KIND, IMPORT_KINDS, type ImportKind, KIND_FACTS } from './import-kind.ts';
import type { ImportOptions } from './import-report.ts';

const GIB = 1024 ** 3;

/** Largest file by role, bytes. Sheets are small; an archive hands over whole volumes of scans. */
const LARGEST: Partial<Record<Role, number>> = { officer: GIB, surveyor: GIB, archivist: 4 * GIB };
export const UPLOAD_ROLES = ['officer', 'surveyor', 'archivist'] as const satisfies readonly Role[];

/** Largest file this person may send. */
export const largestUpload = ({ roles }: Pick<Actor, 'roles'>): number =>
  Math.max(0, ...roles.map((role) => LARGEST[role] ?? 0));

/** Largest file anybody may send. */
export const LARGEST_UPLOAD = Math.max(...Object.values(LARGEST));

/** Files one person may have on the way at a time, and their bytes together. */
export const OPEN_UPLOADS = { count: 200, bytes: 8 * GIB } as const;

/** Hours after which a file that is not whole is dropped. */
export const UPLOAD_HOURS = 72;
/** The same for one of which nothing was sent. */
export const EMPTY_UPLOAD_HOURS = 1;

/** What a file that is sent may be: records to import, or a scanned paper for the archive. */
export type UploadKind = ImportKind | 'scan';
export const UPLOAD_KINDS: readonly UploadKind[] = [...IMPORT_KINDS, 'scan'];
export type UploadOptions = Omit<ImportOptions, 'kind'> & { readonly kind: UploadKind };
/** Roles that may send a scan: those who work in the archive, and who takes papers in at the counter. */
export const SCAN_SENDERS = ['archivist', 'officer'] as const satisfies readonly Role[];

/** Whether all of a file is of one commune, which is named with it. */
export const isOfOneCommune = (kind: UploadKind): boolean => kind === 'scan' || KIND_FACTS[kind].ofOneCommune;

/** Whether these are options of an import. */
export const isImport = (options: UploadOptions): options is UploadOptions & { readonly kind: ImportKind } =>
  options.kind !== 'scan';

export interface UploadMetadata {
  readonly filename: string;
  readonly sha256: string | null;
  readonly options: UploadOptions;
  /** Whether a file whose batch was refused, rejected or taken back is to become a further one. */
  readonly again: boolean;
  /** Named meanings of columns by which it is to be read; null where none were chosen. */
  readonly columnProfile: string | null;
}

type Read = { readonly value: UploadMetadata; readonly errors: null } | { readonly errors: FieldError[] };

const KEYS = [
  'filename',
  'commune',
  'sheet',
  'scale',
  'at',
  'kind',
  'encoding',
  'srid',
  'profile',
  'sha256',
  'again',
  'columns',
  ...LAYER_KEYS,
] as const;
type Key = (typeof KEYS)[number];

/** What clients of tus (Uppy, tus-js-client) send of themselves beside the name. It decides nothing, so it refuses nothing. */
const IGNORED_KEYS = ['filetype', 'name', 'type', 'relativePath'] as const;
const isIgnored = (key: string): boolean => (IGNORED_KEYS as readonly string[]).includes(key);
const isKey = (key: string): key is Key => (KEYS as readonly string[]).includes(key);

/** One option from its text; throws the words for what it must be. */
class Unfit extends Error {}
const fail = (needs: string): never => {
  throw new Unfit(needs);
};
const oneOf = <T extends string>(value: string, allowed: readonly T[]): T =>
  allowed.find((name) => name === value) ?? fail(`must be one of ${allowed.join(', ')}`);

function day(value: string): string {
  try {
    endOfDay(value);
    return value;
  } catch {
    return fail('must be a day, YYYY-MM-DD');
  }
}

function whole(value: string, min: number, max: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  return number >= min && number <= max ? number : fail(`must be a whole number from ${min} to ${max}`);
}

function projection(value: string): number {
  if (value === 'prj') return AS_PRJ_SAYS;
  const srid = whole(value, 1, 999_999);
  return findProjection(srid) ? srid : fail('must be the EPSG code of a system that is known here, or prj');
}

function sheet(value: string): string {
  const plain = value.replace(/^0+(?=\d)/, '');
  return /^[0-9]{1,6}[A-Za-z]?$/.test(plain) ? plain.toLowerCase() : fail('must be a sheet number such as 12 or 12a');
}

function name(value: string): string {
  const base = value.slice(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1).trim();
  if (base === '' || !isSeen(base)) return fail('must be a file name of visible letters');
  return base;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const NEEDS_COMMUNE = {
  records: 'parcels need the commune they lie in',
  scan: 'a scan needs the commune whose archive it belongs to',
} as const;

/**
 * The metadata of an upload as options of the import. Known keys only; texts in NFC; a name is a label and never a path.
 */
export function readUploadMetadata(given: Readonly<Record<string, string | null>>): Read {
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(given)) {
    if (isIgnored(key)) continue;
    if (!isKey(key)) errors.push({ field: key.slice(0, 100), message: `is not known; known: ${KEYS.join(', ')}` });
    else if (isLayerKey(key) && given.kind !== 'layer') errors.push({ field: key, message: 'is for kind layer only' });
    else if (!isLayerKey(key) && [...(value ?? '')].length > LABEL_LETTERS)
      errors.push({ field: key, message: `is longer than ${LABEL_LETTERS} letters` });
  }
  function read<T>(key: Key, parse: (value: string) => T, missing: T): T {
    const value = given[key]?.normalize('NFC') ?? '';
    if (value === '' || errors.some(({ field }) => field === key)) return missing;
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      errors.push({ field: key, message: error.message });
      return missing;
    }
  }
  const filename = read('filename', name, '');
  if (filename === '' && !errors.some(({ field }) => field === 'filename'))
    errors.push({ field: 'filename', message: 'is missing' });
  const kind = read('kind', (value) => oneOf(value, UPLOAD_KINDS), DEFAULT_KIND);
  const options: UploadOptions = {
    kind,
    commune: read('commune', (value) => (/^\d{5}$/.test(value) ? value : fail('must be five digits')), null),
    at: read('at', day, null),
    srid: read('srid', projection, null),
    encoding: read('encoding', (value) => oneOf(value, ['auto', ...TEXT_ENCODINGS] as const), 'auto'),
    profile: read(
      'profile',
      (value) => oneOf(value, PROFILE_NAMES),
      KIND_FACTS[kind === 'scan' ? DEFAULT_KIND : kind].profile,
    ),
    sheet: read('sheet', sheet, null),
    scale: read('scale', (value) => whole(value.replace(/^1[:/]/, ''), 100, 100_000), null),
  };
  // Its facts are part of what it is; they are checked here, where whoever sends it can still mend them.
  const layer = kind === 'layer' ? readLayerFacts(given, errors) : undefined;
  if (isOfOneCommune(kind) && options.commune === null && !errors.some(({ field }) => field === 'commune'))
    errors.push({ field: 'commune', message: `is missing: ${NEEDS_COMMUNE[kind === 'scan' ? 'scan' : 'records']}` });
  const sha256 = read(
    'sha256',
    (value) => (/^[0-9a-f]{64}$/i.test(value) ? value.toLowerCase() : fail('must be 64 hexadecimal digits')),
    null,
  );
  const again = read('again', (value) => oneOf(value, ['true', 'false'] as const) === 'true', false);
  // A key alone looks like a yes, and is none.
  if (given.again === null || given.again === '') errors.push({ field: 'again', message: 'must be true or false' });
  const columnProfile = read(
    'columns',
    (value) => (UUID.test(value) ? value : fail('must be the id of a column profile')),
    null,
  );
  if (columnProfile !== null && kind !== 'parcels')
    errors.push({ field: 'columns', message: 'is for kind parcels only' });
  if (errors.length > 0) return { errors };
  const asked = layer ? { ...options, layer } : options;
  return { value: { filename, sha256, options: asked, again, columnProfile }, errors: null };
}
