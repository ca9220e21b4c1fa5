import { readFile } from 'node:fs/promises';
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { DRAWN_PIXELS, type ScanLimits } from '../scan-limits.ts';
import { ScanRefused } from '../scan-protocol.ts';
import type { PageSource } from './page-source.ts';
import { findPdfDangers } from './pdf-dangers.ts';

const POINTS = 72;

/** A page is not drawn coarser than this for the sake of its picture: print that stands beside it would be lost. */
const LEAST_SCANNED_DPI = 200;
/** By how much the shape of a picture may differ from that of the page it fills. */
const SAME_SHAPE = 0.01;

/** Resolution at which a page was scanned, where it is one picture and nothing else; null for any other page. */
async function scannedDpi(page: PDFiumPage, width: number, height: number): Promise<number | null> {
  if (page.getObjectCount() !== 1) return null;
  const [only] = page.objects();
  if (only?.type !== 'image') return null;
  const picture = await only.getImageDataRaw();
  const dpi = (POINTS * picture.width) / width;
  const fills = Math.abs((POINTS * picture.height) / height / dpi - 1) < SAME_SHAPE;
  return fills ? Math.max(LEAST_SCANNED_DPI, Math.round(dpi)) : null;
}

/**
 * Resolution for a page of this size in points: the wished one, or that of its scan, since points between the points of a scan only take time
 * to read, or what fits. Throws where print would be lost.
 */
function dpiFor(width: number, height: number, scanned: number | null, limits: ScanLimits): number {
  const { dpi, leastDpi, pagePixels } = limits;
  const fits = Math.floor(POINTS * Math.sqrt(Math.min(DRAWN_PIXELS, pagePixels) / (width * height)));
  const chosen = Math.min(dpi, scanned ?? dpi, fits);
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
      if (!(originalWidth > 0 && originalHeight > 0)) throw new ScanRefused('scan.damaged');
      const scanned = await scannedDpi(page, originalWidth, originalHeight);
      const dpi = dpiFor(originalWidth, originalHeight, scanned, limits);
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
