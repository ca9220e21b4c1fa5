import type { UploadKind } from '../../../server/domain/batch/upload.ts';
import { isScanName } from '../../../server/domain/document/scan-file.ts';

/** What a file is sent as: records to import, or a scanned paper for the archive. */
export type SentKind = Extract<UploadKind, 'parcels' | 'scan'>;

/** What pickers of files are told. */
export const SCAN_ENDINGS = '.pdf,.jpg,.jpeg,.png,.tif,.tiff';

/** What a file is meant to be, by its name. */
export const sentKindOf = (name: string): SentKind => (isScanName(name) ? 'scan' : 'parcels');
