/** Certificates as scanners deliver them: askew, grey, of one bit, noisy. What is marked sure is right; what is not read is empty. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { notEmpty } from '../../server/testing/not-empty.ts';
import { createRandom } from '../demo/file/random.ts';
import { type CertificateFacts, drawCertificateFacts } from '../demo/paper/certificate-facts.ts';
import { openPaper } from '../demo/paper/paper-sheet.ts';
import { printCertificate } from '../demo/paper/print-certificate.ts';
import { bindPages, drawScanTraits, type ScanTraits, scanPaper } from '../demo/paper/scan-paper.ts';
import { createNames } from '../demo/sheet/names.ts';
import { recognisePage } from './fields/grammar.ts';
import { type JudgedField, judgeFields } from './fields/judge-fields.ts';
import { layOutPage } from './fields/page-text.ts';
import { readPageFields } from './fields/read-page-fields.ts';
import type { Ocr } from './ocr/ocr.ts';
import { openOcr } from './ocr/open-ocr.ts';
import { TESSERACT_CORE } from './ocr/tesseract-core.ts';
import { runSplit } from './run-split.ts';
import type { SplitPage } from './scan-protocol.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-reading-'));
});
after(() => rm(folder, { recursive: true }));

/** Scans a paper and reads it, without a database. */
async function readScan(facts: CertificateFacts, traits: ScanTraits, ocr: Ocr): Promise<JudgedField[]> {
  const paper = await openPaper();
  printCertificate(paper, facts);
  const scanned = await scanPaper(await paper.bytes(), traits, createRandom(7));
  const path = join(folder, 'scan.pdf');
  await writeFile(path, await bindPages(scanned));
  const pages: SplitPage[] = [];
  const trouble = await runSplit(
    { path, folder, from: 1 },
    {
      async opened() {},
      async page(page) {
        pages.push(page);
      },
      async pageRefused(pageNo, why) {
        assert.fail(`page ${pageNo}: ${why}`);
      },
    },
  );
  assert.equal(trouble, null);
  const readings = [];
  for (const [at, { pictures, codes, dpi }] of notEmpty(pages).entries()) {
    const [full] = pictures;
    assert.ok(full);
    const text = layOutPage(await ocr.read(full.path, { dpi: dpi ?? 300 }), full.height);
    const known = recognisePage(text.plain);
    assert.ok(known, `page ${at + 1} is recognised: ${text.plain.slice(0, 200)}`);
    readings.push(readPageFields(text, codes, at + 1, known.grammar, known.side));
  }
  return judgeFields(readings);
}

const truthOf = (facts: CertificateFacts): Record<JudgedField['name'], string> => ({
  serial: facts.serial,
  bookNo: facts.bookNo,
  sheetNo: facts.sheetNo,
  parcelNo: facts.parcelNo,
  areaM2: String(facts.areaM2),
  landUse: facts.purposes.map(({ code }) => code).join('+'),
  holder: facts.holders.map(({ name }) => name).join('; '),
  identityNumber: facts.holders.map(({ identityNumber }) => identityNumber).join('; '),
  issuedOn: facts.issuedOn,
});

for (const seed of [11, 13])
  test(`a scan as it comes (seed ${seed}): nothing that is marked sure is wrong, and most of it is read`, async () => {
    const random = createRandom(seed);
    const facts = drawCertificateFacts(
      random,
      createNames(() => random.next()),
    );
    const traits = { ...drawScanTraits(random), turn: 0 } as const;
    const truth = truthOf(facts);
    const fields = await readScan(facts, traits, openOcr());
    const wrong = notEmpty(fields).filter(({ name, value, sure }) => sure && value !== truth[name]);
    assert.deepEqual(
      wrong.map(({ name, value, confidence }) => [name, value, truth[name], confidence]),
      [],
    );
    const right = fields.filter(({ name, value }) => value === truth[name]).length;
    assert.ok(right >= 7, `${right} of 9 are read (${JSON.stringify(traits)})`);
    assert.ok(notEmpty(fields).every(({ value, box }) => value === null || box !== null));
  });

test('the reader from the packages reads the same paper where the machine has none of its own', async () => {
  const random = createRandom(21);
  const facts = drawCertificateFacts(
    random,
    createNames(() => random.next()),
  );
  const fields = await readScan(
    facts,
    { dpi: 200, skew: 0.7, turn: 0, mode: 'grey', noise: 2, quality: 85 },
    TESSERACT_CORE,
  );
  const truth = truthOf(facts);
  assert.deepEqual(
    fields.filter(({ name, value, sure }) => sure && value !== truth[name]).map(({ name, value }) => [name, value]),
    [],
  );
  for (const name of ['serial', 'sheetNo', 'parcelNo'] as const)
    assert.equal(fields.find((field) => field.name === name)?.value, truth[name], name);
});
