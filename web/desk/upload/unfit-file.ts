import { SCAN_FILE_BYTES } from '../../../server/domain/document/document.ts';
import type { SentKind } from './sent-kind.ts';

/** Why a file is not sent: nothing would come of it. */
export type Unfit = 'kind' | 'content' | 'empty' | 'scanContent' | 'scanLarge' | 'scanRole';

/** What a zip begins with; the second is one without files, which the import refuses in words of its own. */
const ZIP_MARKS = ['504b0304', '504b0506'];
/** Names of files in which records come: shapefiles and File Geodatabases in a zip, and others as they are. */
const SHEET_NAME = /\.(?:zip|gpkg|gml|geojson|json|xml|csv|xlsx)$/i;
/** What pickers of files are told. */
export const LAYER_ENDINGS = '.zip,.gpkg,.gml,.geojson,.json';
export const SHEET_ENDINGS = `${LAYER_ENDINGS},.xml,.csv,.xlsx`;
/** JPEG, PNG, TIFF and BigTIFF in either byte order. */
const PICTURE_MARKS = ['ffd8ff', '89504e470d0a1a0a', '49492a00', '4d4d002a', '49492b00', '4d4d002b'];
/** Bytes in which a PDF may begin (ISO 32000-1, Annex H). */
const HEAD_BYTES = 1024;

async function headOf(file: Pick<File, 'slice'>, length: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, length).arrayBuffer());
}
const asHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function unfitScan(file: Pick<File, 'size' | 'slice'>): Promise<Unfit | null> {
  if (file.size === 0) return 'empty';
  if (file.size > SCAN_FILE_BYTES) return 'scanLarge';
  const head = await headOf(file, HEAD_BYTES);
  const hex = asHex(head.subarray(0, 8));
  const isKnown = PICTURE_MARKS.some((mark) => hex.startsWith(mark)) || asHex(head).includes('255044462d');
  return isKnown ? null : 'scanContent';
}

/** Looks at name and first bytes, before anything is sent; null where it may be what it is sent as. */
export async function unfitFile(
  file: Pick<File, 'name' | 'size' | 'slice'>,
  kind: SentKind = 'parcels',
): Promise<Unfit | null> {
  if (kind === 'scan') return unfitScan(file);
  if (!SHEET_NAME.test(file.name)) return 'kind';
  if (file.size === 0) return 'empty';
  // Of the others the import says what is wrong.
  if (!/\.zip$/i.test(file.name)) return null;
  return ZIP_MARKS.includes(asHex(await headOf(file, 4))) ? null : 'content';
}
