import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { DRAWN_PIXELS, type ScanLimits } from '../scan-limits.ts';
import { ScanRefused } from '../scan-protocol.ts';
import type { PageSource } from './page-source.ts';
import { findPdfDangers } from './pdf-dangers.ts';

const POINTS = 72;

/** Resolution for a page of this size in points: the wished one, or what fits. Throws where print would be lost. */
function dpiFor(width: number, height: number, { dpi, leastDpi, pagePixels }: ScanLimits): number {
  if (!(width > 0 && height > 0)) throw new ScanRefused('scan.damaged');
  const fits = Math.floor(POINTS * Math.sqrt(Math.min(DRAWN_PIXELS, pagePixels) / (width * height)));
  const chosen = Math.min(dpi, fits);
  if (chosen < leastDpi) throw new ScanRefused('scan.page_too_large');
  return chosen;
}

/** Opens a PDF with pdfium, in which nothing runs. */
export async function openPdf(path: string, limits: ScanLimits): Promise<PageSource> {
  const bytes = await readFile(path);
  const danger = await findPdfDangers(bytes);
  if (danger) throw new ScanRefused(`scan.${danger}`);
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    const message = String((error as Error).message);
    throw new ScanRefused(/password|security/i.test(message) ? 'scan.encrypted' : 'scan.damaged', { cause: error });
  });
  const pages = document.getPageCount();
  return {
    pages,
    async draw(pageNo) {
      const page = document.getPage(pageNo - 1);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const dpi = dpiFor(originalWidth, originalHeight, limits);
      const { data, width, height } = await page.render({ scale: dpi / POINTS, render: 'bitmap' });
      const picture = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: limits.pagePixels });
      return { picture: picture.removeAlpha(), dpi };
    },
    close() {
      document.destroy();
      library.destroy();
    },
  };
}
