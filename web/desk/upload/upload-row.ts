/** A line of the list of uploads. */
import type { BatchStatus } from '../../../server/domain/batch/batch-state.ts';
import { fileLabel } from '../../../server/domain/batch/file-label.ts';
import type { CallFailed } from '../../api/get-json.ts';
import { newId } from '../../api/new-id.ts';
import type { FileOptions } from './guess-options.ts';
import type { SentKind } from './sent-kind.ts';
import type { Unfit } from './unfit-file.ts';
import type { ShelvedFile } from './upload-shelf.ts';

export type UploadState =
  | 'unfit'
  | 'draft'
  | 'queued'
  | 'hashing'
  | 'sending'
  | 'paused'
  | 'waiting'
  | 'received'
  | 'failed';

export interface UploadRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly kind: SentKind;
  readonly options: FileOptions;
  readonly state: UploadState;
  readonly sent: number;
  /** Bytes a second, over the last seconds; null while nothing moves. */
  readonly rate: number | null;
  readonly batchId: string | null;
  /** State of that batch when the file turned out to be there already; null for a new one. */
  readonly found: BatchStatus | null;
  /** The scan it became. */
  readonly scanId: string | null;
  readonly error: CallFailed | null;
  /** Why it is not sent. */
  readonly unfit: Unfit | null;
}

const NOTHING = { sent: 0, rate: null, batchId: null, found: null, scanId: null, error: null, unfit: null } as const;

export const rowFor = ({ id, name, file, kind, options }: ShelvedFile, state: UploadState): UploadRow => ({
  ...NOTHING,
  id,
  name,
  size: file.size,
  kind,
  options,
  state,
});

/** A file that is not sent. */
export interface UnfitFile {
  readonly file: Pick<File, 'name' | 'size'>;
  readonly kind: SentKind;
  readonly unfit: Unfit;
}

export const unfitRow = ({ file, kind, unfit }: UnfitFile): UploadRow => ({
  ...NOTHING,
  id: newId(),
  name: fileLabel(file.name),
  size: file.size,
  kind,
  options: { commune: '', sheet: '', scale: '', at: '' },
  state: 'unfit',
  unfit,
});
