import { DetailedError, Upload } from 'tus-js-client';
import type { BatchStatus } from '../../../server/domain/batch/batch-state.ts';
import type { ProblemReply } from '../../../server/domain/problem/problem.ts';
import { CallFailed } from '../get-json.ts';

/** Where files are sent (tus 1.0). */
const ENDPOINT = '/uploads';
/** Names the batch that a file became. */
const BATCH_HEADER = 'Diaba-Batch';
/** The state of that batch, where the file had become it before. */
const FOUND_HEADER = 'Diaba-Batch-Found';
/** Names the scan that a file became. */
const SCAN_HEADER = 'Diaba-Scan';
/** Short breaks are bridged here; longer ones are the caller's to wait out. */
const RETRY_MS = [0, 1000, 3000];

export interface Sending {
  readonly file: Blob;
  readonly metadata: Readonly<Record<string, string>>;
  /** Where a broken upload left off; null for a new one. */
  readonly url: string | null;
  onUrl(url: string): void;
  onProgress(sent: number): void;
}

/** What a file became: a batch of records, or a scan of the archive. */
export interface Became {
  readonly batchId: string | null;
  /** State in which the batch was when the file turned out to be there already; null for a new one. */
  readonly found: BatchStatus | null;
  readonly scanId: string | null;
}

export interface RunningUpload {
  /** Rejects with CallFailed; never settles after `pause`. */
  readonly done: Promise<Became>;
  /** Stops sending; what is there stays there. */
  pause(): Promise<void>;
}

const ourHeaders = () => ({ 'X-Diaba-Request': '1', 'Accept-Language': document.documentElement.lang });

function problemOf(error: Error): CallFailed {
  const reply = error instanceof DetailedError ? error.originalResponse : null;
  if (!reply) return new CallFailed(null, { cause: error });
  try {
    return new CallFailed(JSON.parse(reply.getBody()) as ProblemReply, { cause: error });
  } catch (unreadable) {
    if (!(unreadable instanceof SyntaxError)) throw unreadable;
    return new CallFailed(null, { cause: error });
  }
}

/** Sends a file, going on where it left off. */
export function sendFile({ file, metadata, url, onUrl, onProgress }: Sending): RunningUpload {
  let [settle, fail] = [(_became: Became) => {}, (_error: CallFailed) => {}];
  const done = new Promise<Became>((resolve, reject) => {
    [settle, fail] = [resolve, reject];
  });
  const upload = new Upload(file, {
    endpoint: ENDPOINT,
    ...(url === null ? {} : { uploadUrl: url }),
    metadata: { ...metadata },
    retryDelays: RETRY_MS,
    // The desk keeps the address beside the file itself, so that a reload goes on without choosing the file again.
    storeFingerprintForResuming: false,
    headers: ourHeaders(),
    onProgress,
    onUploadUrlAvailable() {
      if (upload.url) onUrl(upload.url);
    },
    onError: (error) => fail(problemOf(error)),
    onSuccess({ lastResponse }) {
      const batchId = lastResponse.getHeader(BATCH_HEADER) ?? null;
      const scanId = lastResponse.getHeader(SCAN_HEADER) ?? null;
      const found = (lastResponse.getHeader(FOUND_HEADER) ?? null) as BatchStatus | null;
      if (batchId !== null || scanId !== null) settle({ batchId, found, scanId });
      else fail(new CallFailed(null));
    },
  });
  upload.start();
  return { done, pause: () => upload.abort() };
}

/** Has the server forget what was sent of a file. One it no longer has is no failure; rejects with CallFailed. */
export async function giveUpUpload(url: string): Promise<void> {
  try {
    await Upload.terminate(url, { headers: ourHeaders(), retryDelays: RETRY_MS });
  } catch (error) {
    const failed = problemOf(error as Error);
    if (failed.problem?.status !== 404 && failed.problem?.status !== 410) throw failed;
  }
}
