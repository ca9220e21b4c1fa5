/** Pages that went into the scanner on their side or on their head: read all the same, and each field found where it stands on the picture. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DocumentDetail } from '../../server/domain/contract/document/documents.ts';
import { turnBox, turnSize } from '../../server/domain/document/page-turn.ts';
import type { DocumentField } from '../../server/domain/document/reading.ts';
import type { Worker } from '../../server/jobs/start-worker.ts';
import { notEmpty } from '../../server/testing/not-empty.ts';
import { openScanStage, type ScanStage } from '../../server/testing/scan-stage.ts';

let s: ScanStage;
let worker: Worker;
before(async () => {
  s = await openScanStage();
  worker = await s.startWorker();
});
after(async () => {
  await worker.stop();
  await s.close();
});

/** What was read of a scan, and its pages. */
async function readTurned(bytes: Buffer, name: string) {
  const [document, ...more] = await s.whenRead(await s.bring(bytes, name));
  assert.ok(document);
  assert.equal(more.length, 0);
  const path = `/api/documents/${document.id}`;
  const { body: detail } = await s.t.get<DocumentDetail>(path, s.archivist);
  const { body } = await s.t.get<{ items: DocumentField[] }>(`${path}/fields`, s.archivist);
  return { detail, fields: new Map(notEmpty(body.items).map((field) => [field.name, field])) };
}

test('a certificate on its head is read, with the places of its fields on the pictures as they are kept', async () => {
  const facts = s.facts();
  const { detail, fields } = await readTurned(await s.scan(facts, { turn: 180, skew: 1.1 }), 'nguoc.pdf');
  assert.deepEqual([detail.kind, detail.pages], ['certificate_qr', 2]);
  assert.deepEqual(
    detail.pageList.map(({ turn, side }) => [turn, side]),
    [
      [180, 'front'],
      [180, 'back'],
    ],
  );
  const serial = fields.get('serial');
  assert.deepEqual([serial?.value, serial?.sure], [facts.serial, true], 'print and QR agree');
  const [page] = detail.pageList;
  const size = { width: page?.width ?? 0, height: page?.height ?? 0 };
  const print = serial?.readings.find(({ reader }) => reader === 'print')?.box;
  const qr = serial?.readings.find(({ reader }) => reader === 'qr')?.box;
  assert.ok(print && qr);
  assert.ok(print[1] < size.height * 0.15, 'the foot of the paper is at the top of the picture');
  const [, top] = turnBox(print, size, 180);
  assert.ok(top > turnSize(size, 180).height * 0.85, 'and at its foot once it is turned');
  assert.ok(qr[1] > size.height * 0.7 && qr[0] < size.width * 0.5, 'the code is where the reader of codes saw it');
});

for (const turn of [90, 270] as const)
  test(`a certificate on its side (${turn}°) is laid across and read`, async () => {
    const facts = s.facts();
    const { detail, fields } = await readTurned(await s.scanFront(facts, { turn, skew: -0.8 }), `nam-${turn}.jpg`);
    const [page] = detail.pageList;
    assert.ok((page?.width ?? 0) < (page?.height ?? 0), 'it stands');
    // Laid across by a turn to the right: what had been turned so already then stands on its head.
    assert.equal(page?.turn, turn === 90 ? 180 : 0);
    for (const name of ['serial', 'sheetNo', 'parcelNo'] as const)
      assert.equal(fields.get(name)?.value, facts[name], name);
  });
