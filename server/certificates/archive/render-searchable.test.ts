import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import { paperFileName } from '../../domain/document/file-name.ts';
import { renderSearchable } from './render-searchable.ts';

/** The smallest JPEG that says its size: 2 × 1 points. */
const JPEG = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0000b080001000201011100ffda0008010100003f00d2cf20ffd9',
  'hex',
);

test('pages are as large as the paper was, and lie as they are read', async () => {
  const page = { jpeg: JPEG, width: 1200, height: 600, dpi: 300, words: [] };
  const bytes = await renderSearchable('x', [
    { ...page, turn: 0, words: [{ text: 'Nguyễn', box: [100, 100, 200, 40] }] },
    { ...page, turn: 90 },
    { ...page, turn: 270, dpi: 150 },
  ]);
  const pdf = await PDFDocument.load(bytes);
  assert.deepEqual(
    pdf.getPages().map((one) => one.getSize()),
    [
      { width: 288, height: 144 },
      { width: 144, height: 288 },
      { width: 288, height: 576 },
    ],
  );
  assert.ok(Buffer.from(bytes).includes(JPEG), 'byte for byte');
});

test('a file is called by its serial and its kind', () => {
  const id = '0a1b2c3d-0000-4000-8000-000000000000';
  assert.equal(paperFileName({ id, kind: 'certificate_qr', serial: 'AA 01234567' }), 'AA01234567-GCN.pdf');
  assert.equal(paperFileName({ id, kind: 'contract', serial: 'AA 01234567' }), 'AA01234567-GT.pdf');
  assert.equal(paperFileName({ id, kind: 'unknown', serial: null }), '0a1b2c3d-GT.pdf');
});
