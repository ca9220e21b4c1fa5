/** The process in which a stranger's scan is opened: pictures of pages out as files, everything else as messages. */
import { open, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { keepPictures } from './pages/keep-pictures.ts';
import { openImage } from './pages/open-image.ts';
import { openPdf } from './pages/open-pdf.ts';
import type { PageSource } from './pages/page-source.ts';
import { HEAD_BYTES, scanKindOf } from './pages/scan-kind.ts';
import { ScanRefused, type SplitJob, type SplitMessage } from './scan-protocol.ts';

sharp.concurrency(1);
sharp.cache(false);

const tell = (message: SplitMessage): void => void process.send?.(message);

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function openPages({ path, limits }: SplitJob): Promise<PageSource> {
  const { size } = await stat(path);
  if (size === 0) throw new ScanRefused('scan.empty');
  const kind = scanKindOf(await readHead(path));
  if (kind === null) throw new ScanRefused('scan.kind_unsupported');
  if (size > limits.fileBytes) throw new ScanRefused('scan.too_long');
  const source = await (kind === 'pdf' ? openPdf(path, limits) : openImage(path, limits));
  if (source.pages < 1) throw new ScanRefused('scan.damaged');
  if (source.pages > limits.pages) throw new ScanRefused('scan.too_many_pages');
  return source;
}

async function split(job: SplitJob): Promise<void> {
  const source = await openPages(job);
  tell({ type: 'opened', pages: source.pages });
  try {
    for (let pageNo = job.from; pageNo <= source.pages; pageNo++) {
      tell({ type: 'begin', pageNo });
      try {
        tell({ type: 'page', page: await keepPictures(job.folder, pageNo, await source.draw(pageNo)) });
      } catch (error) {
        const trouble = troubleOf(error);
        if (!trouble) throw error;
        tell({ type: 'page-refused', pageNo, trouble });
      }
    }
  } finally {
    source.close();
  }
  tell({ type: 'done' });
}

/** Codes of the disk are the machine's fault; what a decoder throws besides is the page's. */
function troubleOf(error: unknown): ScanRefused['trouble'] | null {
  if (error instanceof ScanRefused) return error.trouble;
  if ((error as NodeJS.ErrnoException).code !== undefined || isOutOfMemory(error)) return null;
  return 'scan.damaged';
}

const isOutOfMemory = (error: unknown): boolean =>
  /allocation failed|out of memory|cannot enlarge|Aborted\(/i.test(String((error as Error).message));

async function work(job: SplitJob): Promise<void> {
  try {
    await split(job);
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof ScanRefused) tell({ type: 'refused', trouble: error.trouble });
    // The parent knows the page that was begun; what it hears here is how it ended.
    else if (isOutOfMemory(error)) console.error('out of memory');
    else tell({ type: 'failed', code: (error as NodeJS.ErrnoException).code ?? 'scan.failed', message: String(error) });
  } finally {
    process.disconnect?.();
  }
}

process.once('message', (job: SplitJob) => void work(job));
// The worker died: nobody wants the pages any more.
process.once('disconnect', () => process.exit(process.exitCode ?? 0));
