import sharp from 'sharp';
import type { ScanLimits } from '../scan-limits.ts';
import { ScanRefused } from '../scan-protocol.ts';
import type { PageSource } from './page-source.ts';

/** What the decoder says of a picture with more points than it may have. */
const TOO_LARGE = /pixel limit|too large|exceeds/i;

function refusal(error: unknown): ScanRefused {
  const message = error instanceof Error ? error.message : '';
  return new ScanRefused(TOO_LARGE.test(message) ? 'scan.page_too_large' : 'scan.damaged', { cause: error });
}

const USUAL_DPI = [50, 1300] as const;

/** Opens a JPEG, PNG or TIFF; a TIFF may have many pages. Size and number of pages are known from the head alone. */
export async function openImage(path: string, limits: ScanLimits): Promise<PageSource> {
  const options = { limitInputPixels: limits.pagePixels, failOn: 'error', sequentialRead: true } as const;
  // The head is read without a limit, so that its size can be named; nothing is decoded by it.
  const head = await sharp(path, { ...options, limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw refusal(error);
    });
  return {
    pages: head.pages ?? 1,
    async draw(pageNo) {
      try {
        const page = { page: pageNo - 1 };
        const { width, height, density } = await sharp(path, {
          ...options,
          limitInputPixels: false,
          ...page,
        }).metadata();
        if (width * height > limits.pagePixels) throw new ScanRefused('scan.page_too_large');
        const said = density ?? 0;
        const dpi = said >= USUAL_DPI[0] && said <= USUAL_DPI[1] ? Math.round(said) : null;
        // Decoded here, so that what is wrong with the bytes is this page's and not the disk's.
        const { data, info } = await sharp(path, { ...options, ...page })
          .autoOrient()
          .flatten({ background: 'white' })
          .toColourspace('srgb')
          .raw()
          .toBuffer({ resolveWithObject: true });
        return { picture: sharp(data, { raw: info, limitInputPixels: limits.pagePixels }), dpi };
      } catch (error) {
        throw error instanceof ScanRefused ? error : refusal(error);
      }
    },
    close() {},
  };
}
