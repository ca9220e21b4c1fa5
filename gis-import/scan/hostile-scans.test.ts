/** Files that are no scans, or want to be more: each its code, pages before and after kept, and nobody harmed. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';
import { runSplit } from './run-split.ts';
import { SCAN_LIMITS } from './scan-limits.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-scans-'));
});
after(() => rm(folder, { recursive: true }));

let files = 0;
/** What becomes of a file: why nothing is shown, or its pages in order as `shown` or their trouble. */
async function split(bytes: Uint8Array, limits: Partial<typeof SCAN_LIMITS> = {}) {
  files += 1;
  const path = join(folder, `file-${files}`);
  const pictures = join(folder, `pages-${files}`);
  await writeFile(path, bytes);
  await mkdir(pictures);
  const pages: string[] = [];
  let opened = 0;
  const trouble = await runSplit(
    { path, folder: pictures, from: 1 },
    {
      async opened(count) {
        opened = count;
      },
      async page({ pageNo }) {
        pages[pageNo - 1] = 'shown';
      },
      async pageRefused(pageNo, why) {
        pages[pageNo - 1] = why;
      },
    },
    { ...SCAN_LIMITS, ...limits },
  );
  if (trouble === null) assert.equal(pages.filter(Boolean).length, opened, 'pages in = pages shown + refused');
  return { trouble, pages, pictures: await readdir(pictures) };
}

const page = (width = 600, height = 800): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer();

async function pdfOf(change: (pdf: PDFDocument) => Promise<void> | void, pages = 1): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let n = 0; n < pages; n++)
    pdf.addPage([300, 400]).drawText(`Trang ${n + 1}`.normalize('NFD').replace(/\p{M}/gu, ''));
  await change(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** A PNG of so many points a side, all black, in as few bytes as they take. */
function largePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1; // one bit a point
  const row = Buffer.alloc(1 + Math.ceil(side / 8));
  const rows = deflateSync(Buffer.alloc(row.length * side), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** A TIFF whose second directory names the first as the next. */
function loopingTiff(): Buffer {
  const tiff = Buffer.alloc(400);
  tiff.write('II*\0', 'latin1');
  const directory = (at: number, next: number) => {
    const entries = [
      [256, 100],
      [257, 100],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, 300],
      [277, 1],
      [278, 100],
      [279, 64],
    ] as const;
    tiff.writeUInt16LE(entries.length, at);
    for (const [n, [tag, value]] of entries.entries()) {
      const place = at + 2 + n * 12;
      tiff.writeUInt16LE(tag, place);
      tiff.writeUInt16LE(3, place + 2);
      tiff.writeUInt32LE(1, place + 4);
      tiff.writeUInt32LE(value, place + 8);
    }
    tiff.writeUInt32LE(next, at + 2 + entries.length * 12);
  };
  tiff.writeUInt32LE(8, 4);
  directory(8, 150);
  directory(150, 8);
  return tiff;
}

test('what is no scan is refused by its first bytes, whatever it is called', async () => {
  for (const [bytes, trouble] of [
    [Buffer.alloc(0), 'scan.empty'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'scan.kind_unsupported'],
    [Buffer.from('<html><script>alert(1)</script></html>'), 'scan.kind_unsupported'],
    [Buffer.from('PK\u0003\u0004....'), 'scan.kind_unsupported'],
    [Buffer.from('GIF89a......'), 'scan.kind_unsupported'],
    [Buffer.from('%PDF-1.7\nnothing more'), 'scan.damaged'],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'scan.damaged'],
  ] as const) {
    const { trouble: found, pages } = await split(bytes);
    assert.deepEqual(
      [found ?? pages[0], pages.includes('shown')],
      [trouble, false],
      bytes.toString('latin1').slice(0, 20),
    );
  }
});

test('a PDF with a password, a script, an attachment or an action that starts something is not opened', async () => {
  const scripted = await pdfOf((pdf) => pdf.addJavaScript('main', 'app.alert(1)'));
  const attached = await pdfOf((pdf) => pdf.attach(Buffer.from('x'), 'x.exe', { mimeType: 'application/x-exe' }));
  const launching = await pdfOf((pdf) => {
    const action = pdf.context.obj({ Type: 'Action', S: 'Launch', F: PDFString.of('cmd.exe') });
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(action));
  });
  const hidden = Buffer.from(
    await (async () => {
      const pdf = await PDFDocument.create();
      pdf.addPage();
      pdf.addJavaScript('main', 'app.alert(1)');
      return pdf.save({ useObjectStreams: true });
    })(),
  );
  for (const bytes of [scripted, attached, launching, hidden])
    assert.equal((await split(bytes)).trouble, 'scan.scripted');
  const encrypted = await pdfOf((pdf) => {
    const dictionary = pdf.context.obj({ Filter: 'Standard', V: 2, R: 3, Length: 128, P: -44 });
    dictionary.set(PDFName.of('O'), PDFString.of('x'.repeat(32)));
    dictionary.set(PDFName.of('U'), PDFString.of('x'.repeat(32)));
    pdf.context.trailerInfo.Encrypt = pdf.context.register(dictionary);
  });
  assert.equal((await split(encrypted)).trouble, 'scan.encrypted');
});

test('a picture of more points than allowed is told by its head, not by decoding it', async () => {
  const bomb = largePng(30_000);
  assert.ok(bomb.length < 200_000, `${bomb.length} bytes`);
  assert.deepEqual((await split(bomb)).pages, ['scan.page_too_large']);
  assert.deepEqual((await split(await page(20, 30))).pages, ['scan.page_too_small']);
});

test('a page of a PDF too large to be drawn is refused, and its neighbours are shown', async () => {
  const mixed = await pdfOf((pdf) => {
    pdf.addPage([14_400_000, 14_400_000]);
    pdf.addPage([300, 400]);
  });
  assert.deepEqual((await split(mixed)).pages, ['shown', 'scan.page_too_large', 'shown']);
});

test('a cut or looping file ends as damage, quickly', async () => {
  const whole = await page(1200, 1600);
  assert.deepEqual((await split(whole.subarray(0, whole.length / 2))).pages, ['scan.damaged']);
  const tiff = await split(loopingTiff());
  assert.ok(tiff.trouble === 'scan.damaged' || tiff.pages.every((one) => one === 'scan.damaged' || one === 'shown'));
  assert.ok(tiff.pages.length <= 2, `${tiff.pages.length} pages of two directories`);
  const pdf = await pdfOf(() => undefined, 3);
  const cut = await split(pdf.subarray(0, Math.floor(pdf.length * 0.6)));
  assert.ok(cut.trouble === 'scan.damaged' || cut.pages.length <= 3);
});

test('a file of too many pages, or too many bytes, says how many are allowed', async () => {
  const bytes = await pdfOf(() => undefined, 4);
  assert.equal((await split(bytes, { pages: 3 })).trouble, 'scan.too_many_pages');
  assert.equal((await split(bytes, { fileBytes: 100 })).trouble, 'scan.too_long');
});

test('a page that brings its child down is refused, and the next child goes on behind it', async () => {
  // Content that takes longer than a child may be silent, and little memory: a line of 25,000 dashes, over and over.
  const slow = await pdfOf((pdf) => {
    const lines = pdf.context.register(
      pdf.context.flateStream(`2 w [0.01] 0 d ${'0 0 m 300 400 l S\n'.repeat(50_000)}`),
    );
    pdf.addPage([300, 400]).node.set(PDFName.of('Contents'), lines);
    pdf.addPage([300, 400]);
  });
  const { pages } = await split(slow, { silenceMs: 8_000 });
  assert.deepEqual(pages, ['shown', 'scan.too_slow', 'shown']);
});

test('a page that needs more memory than a child may have is refused as too heavy, and its neighbours are shown', async () => {
  const heavy = await pdfOf((pdf) => {
    const lines = '0 0 m 300 400 l 0 400 l 300 0 l h B*\n'.repeat(200_000);
    const form = pdf.context.register(
      pdf.context.flateStream(`2 w ${lines}`, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 300, 400] }),
    );
    const second = pdf.addPage([300, 400]);
    second.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream('/X Do\n'.repeat(5_000))));
    second.node.set(PDFName.of('Resources'), pdf.context.obj({ XObject: { X: form } }));
    pdf.addPage([300, 400]);
  });
  const { pages } = await split(heavy, { memoryBytes: 400_000_000, silenceMs: 120_000 });
  assert.deepEqual(pages, ['shown', 'scan.too_heavy', 'shown']);
});

test('what is shown is made anew: nothing of the file but its points is in a picture', async () => {
  const bytes = await sharp(await page())
    .withExif({ IFD0: { Copyright: 'hidden 099203004005' } })
    .jpeg()
    .toBuffer();
  const polyglot = Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>')]);
  const { trouble, pages, pictures } = await split(polyglot);
  assert.deepEqual([trouble, pages, pictures.length], [null, ['shown'], 3]);
  const kept = await sharp(join(folder, `pages-${files}`, '1-full.jpg')).metadata();
  assert.deepEqual([kept.exif, kept.width], [undefined, 600]);
});
