import type { UploadKind } from '../../../server/domain/batch/upload.ts';

/** What a file is sent as: records to import, or a scanned paper for the archive. */
export type SentKind = Extract<UploadKind, 'parcels' | 'scan'>;

/** Endings of scanned papers; what is inside is looked at before anything is sent. */
const SCANS = /\.(?:pdf|jpe?g|png|tiff?)$/i;

/** What pickers of files are told. */
export const SCAN_ENDINGS = '.pdf,.jpg,.jpeg,.png,.tif,.tiff';

/** What a file is meant to be, by its name. */
export const sentKindOf = (name: string): SentKind => (SCANS.test(name) ? 'scan' : 'parcels');
