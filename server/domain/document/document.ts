/** A scanned paper on its way into the archive: its states, what can be read of it, and who may do what. */
import type { Role } from '../role.ts';

/** `reading`: pages are being taken apart and read. `rejected`: nothing came of it, with the reason. */
export const DOCUMENT_STATUSES = ['reading', 'to_review', 'confirmed', 'rejected'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** Kinds that are told apart; `unknown` is for a person to say. A kind is a folder of templates/documents. */
export const DOCUMENT_KINDS = [
  'certificate_qr',
  'certificate_four_page',
  'contract',
  'application',
  'decision',
  'unknown',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What is read off papers, in the order in which it is confirmed; a kind has those its rules name. */
export const FIELD_NAMES = [
  'serial',
  'bookNo',
  'barcode',
  'sheetNo',
  'parcelNo',
  'areaM2',
  'landUse',
  'holder',
  'identityNumber',
  'issuedOn',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Fields that say who somebody is; the number is sealed at rest. */
export const SEALED_FIELDS: readonly FieldName[] = ['identityNumber'];

/** `read`: by machine, waits for a person. `confirmed`: a person said so, or changed it. `absent`: a person says that the paper does not say it. */
export const FIELD_STATES = ['read', 'confirmed', 'absent'] as const;
export type FieldState = (typeof FIELD_STATES)[number];

/** Who looks after scans. */
export const ARCHIVE_ROLES = ['archivist'] as const satisfies readonly Role[];
/** Who may see what is in the archive, within her communes. */
export const DOCUMENT_READERS = ['archivist', 'officer', 'surveyor', 'approver'] as const satisfies readonly Role[];

/** Largest scanned file, bytes: a PDF is held in memory whole while it is taken apart. */
export const SCAN_FILE_BYTES = 400_000_000;

/** Minutes for which a document is one reviewer's without a sign of her. */
export const HOLD_MINUTES = 10;

/** A page of the file: shown, or refused with the reason. */
export const PAGE_STATES = ['split', 'read', 'refused'] as const;
export type PageState = (typeof PAGE_STATES)[number];

/** What is to be seen of a page without reading it. */
export const PAGE_MARKS = ['blank', 'doubled'] as const;
export type PageMark = (typeof PAGE_MARKS)[number];

/** Degrees, clockwise, by which the pictures of a page are turned to be read. */
export const PAGE_TURNS = [0, 90, 180, 270] as const;
export type PageTurn = (typeof PAGE_TURNS)[number];

/** Sizes in which the picture of a page is kept: all of it, for a screen, for a row of pages. */
export const PICTURE_SIZES = ['full', 'screen', 'thumb'] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];
