/** The certificate from its facts: what stands on the sample and on the overlay, where, and what goes to the annex. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { SAMPLE_FACTS_1 } from '../../../templates/certificates/certificate/1/sample-facts.ts';
import { CERTIFICATE_1 } from '../../../templates/certificates/certificate/1/template.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import type { Measure, PlacedSide } from '../sheet/placed.ts';
import { NO_OFFSET, type PrinterOffset } from '../sheet/printer-offset.ts';
import { TEMPLATE_SHELF, templateOf } from '../versions/template-shelf.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import { type CertificateLayout, layOutConfirmation, layOutOverlay, layOutSample } from './lay-out-certificate.ts';
import { layOutRuler } from './lay-out-ruler.ts';
import { renderCertificate } from './render-certificate.ts';

const run = promisify(execFile);
const MOMENT = new Date('2026-11-30T03:00:00Z');
const FACTS: CertificateFacts = { ...SAMPLE_FACTS_1, template: CERTIFICATE_1 };
/** Widths near those of the typeface, for what asks only whether something stands where. */
const ROUGH: Measure = (text, sizePt) => (text.length * sizePt * 0.55 * 25.4) / 72;

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-certificate-'));
});
after(() => rm(folder, { recursive: true }));

type LayOut = (measure: Measure) => CertificateLayout;
async function print(name: string, layOut: LayOut, offset: PrinterOffset = NO_OFFSET): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, await (await renderCertificate({ moment: MOMENT, offset, layOut })).save());
  return path;
}
const read = async (path: string, ...options: string[]): Promise<string> =>
  (await run('pdftotext', [...options, path, '-'])).stdout.normalize('NFC');
const textsOf = ({ things }: PlacedSide): string[] =>
  things.flatMap((thing) => (thing.kind === 'text' ? [thing.text] : []));
const words = (sides: readonly PlacedSide[]): string => sides.flatMap(textsOf).join('\n');

test('the sample says what is written down beside its template, and nothing else', async () => {
  const path = await print('sample.pdf', (measure) => layOutSample(FACTS, measure));
  const said = await read(path, '-raw');
  const expected = await readFile(
    new URL('../../../templates/certificates/certificate/1/expected-text.txt', import.meta.url),
    'utf8',
  );
  assert.equal(said, expected);
  const { stdout: fonts } = await run('pdffonts', [path]);
  const rows = notEmpty(fonts.trim().split('\n').slice(2));
  assert.ok(
    rows.every((row) => / yes +(yes|no) +yes /.test(row)),
    'embedded, with their meaning',
  );
});

test('the overlay leaves out what the blank carries, and puts everything else at the same place', () => {
  const [sample, overlay] = [layOutSample(FACTS, ROUGH), layOutOverlay(FACTS, ROUGH)];
  const said = words(overlay.sides);
  for (const part of ['GIẤY CHỨNG NHẬN', 'CỘNG HÒA XÃ HỘI', FACTS.serial, 'MẪU', 'Nội dung thay đổi và'])
    assert.ok(words(sample.sides).includes(part) && !said.includes(part), part);
  for (const part of ['Hoàng Văn Mẫu', '1.294,9 m²', 'Đỗ Thị Ký Thử', 'VP00001', '2354041,50', 'hợp đồng số TC-9'])
    assert.ok(said.includes(part), part);
  for (const [index, side] of notEmpty(overlay.sides).entries())
    for (const thing of notEmpty(side.things))
      assert.ok(sample.sides[index]!.things.some((other) => JSON.stringify(other) === JSON.stringify(thing)));
});

test('a later change is printed alone into its row of the table', () => {
  const changes = [...FACTS.changes, { ...FACTS.changes[0]!, content: 'Xoá đăng ký thế chấp' }];
  const facts = { ...FACTS, changes };
  const second = layOutConfirmation(facts, ROUGH, 2);
  const said = words(second?.sides ?? []);
  assert.ok(said.includes('Xoá đăng ký') && !said.includes('TC-9') && !said.includes('VP00001'));
  const whole = layOutOverlay(facts, ROUGH).sides[1]!.things;
  for (const thing of notEmpty(second?.sides[0]?.things ?? []))
    assert.ok(
      whole.some((other) => JSON.stringify(other) === JSON.stringify(thing)),
      'where it would have stood',
    );
  assert.equal(layOutConfirmation(facts, ROUGH, 3), undefined, 'there is no third');
});

test('what is out goes on by the version of its day of issue, whatever came since', () => {
  const second = {
    ...CERTIFICATE_1,
    version: 2,
    validFrom: '2027-01-01',
    words: { ...CERTIFICATE_1.words, title: 'GIẤY CHỨNG NHẬN MỚI' },
    back: { ...CERTIFICATE_1.back, changes: { top: 100, bottom: 274, split: 118 } },
  };
  const shelf = { ...TEMPLATE_SHELF, certificate: [CERTIFICATE_1, second] };
  const of = (day: string) => ({ ...FACTS, template: templateOf(shelf, 'certificate', day) });
  const confirmed = (day: string) => layOutConfirmation(of(day), ROUGH, 1)?.sides;
  assert.deepEqual(confirmed('2026-12-31'), layOutConfirmation(FACTS, ROUGH, 1)?.sides);
  assert.notDeepEqual(confirmed('2027-01-01'), confirmed('2026-12-31'), 'its table begins elsewhere');
  assert.ok(words(layOutSample(of('2027-01-01'), ROUGH).sides).includes('GIẤY CHỨNG NHẬN MỚI'));
  assert.ok(!words(layOutSample(of('2026-12-31'), ROUGH).sides).includes('GIẤY CHỨNG NHẬN MỚI'));
});

/** Left and upper edge of a word in millimetres. */
async function placeOf(path: string, word: string, page: number): Promise<[number, number]> {
  const boxes = await read(path, '-bbox', '-f', String(page), '-l', String(page));
  const found = new RegExp(`xMin="([0-9.]+)" yMin="([0-9.]+)"[^>]*>${word}<`).exec(boxes);
  assert.ok(found, `${word} is not on page ${page}`);
  return [(Number(found[1]) * 25.4) / 72, (Number(found[2]) * 25.4) / 72];
}

test('the offset of a printer moves a side by just so much; what turns over the short edge is turned', async () => {
  const offset: PrinterOffset = {
    front: { dxMm: 1.5, dyMm: -2 },
    back: { dxMm: -0.5, dyMm: 3 },
    duplex: 'short_edge',
  };
  const plain = await print('plain.pdf', (measure) => layOutOverlay(FACTS, measure));
  const moved = await print('moved.pdf', (measure) => layOutOverlay(FACTS, measure), {
    ...offset,
    duplex: 'long_edge',
  });
  for (const [word, page, { dxMm, dyMm }] of [
    ['Hoàng', 1, offset.front],
    ['VP00001', 2, offset.back],
  ] as const) {
    const [[x, y], [px, py]] = [await placeOf(moved, word, page), await placeOf(plain, word, page)];
    assert.ok(Math.abs(x - px - dxMm) < 0.01 && Math.abs(y - py - dyMm) < 0.01, `${word} ${x - px} ${y - py}`);
  }
  const turned = await print('turned.pdf', (measure) => layOutOverlay(FACTS, measure), offset);
  const { stdout } = await run('pdfinfo', ['-f', '1', '-l', '2', turned]);
  assert.match(stdout, /Page +1 rot: +0[\s\S]*Page +2 rot: +180/);
});

test('the ruler page has its lines where it says', async () => {
  const path = await print('ruler.pdf', (measure) => ({
    title: 'ruler',
    sides: layOutRuler(NO_OFFSET, measure),
    annex: null,
  }));
  const [x] = await placeOf(path, '100', 1);
  assert.ok(Math.abs(x + 1.8 - 100) < 1, `the mark of 100 mm has its number at ${x} mm`);
  assert.match(await read(path), /Mặt 2/);
});

/** A ring of as many corners around a point. */
const around = (corners: number, radius = 90, [east, north] = [416_900, 2_354_200]) => {
  const ring = Array.from({ length: corners }, (_, at) => {
    const angle = (at / corners) * 2 * Math.PI;
    return [east! + radius * Math.cos(angle), north! + radius * Math.sin(angle)] as const;
  });
  return [...ring, ring[0]!];
};
const LONG_NAME =
  `Công ty trách nhiệm hữu hạn một thành viên ${'Đầu tư và Phát triển Hạ tầng Khu công nghiệp '.repeat(5)}`.trim();

test('sixty holders, forty land uses, three thousand corners, holes and parts: side and annex say all of it', async () => {
  const [land] = FACTS.lands;
  const holders = Array.from({ length: 60 }, (_, at) => ({
    name: `Nguyễn Thị Đồng Thứ ${at + 1}`,
    identity: null,
    share: '1/60',
  }));
  const purposes = Array.from({ length: 40 }, (_, at) => ({
    name: `Đất loại thứ ${at + 1}`,
    areaM2: 10,
    until: at % 2 ? 'lasting' : null,
  }));
  const rings = [around(3000), around(5, 20), around(4, 10, [417_100, 2_354_200])];
  const changes = Array.from({ length: 14 }, (_, at) => ({ ...FACTS.changes[0]!, content: `Thay đổi thứ ${at + 1}.` }));
  const notes = ['Ghi chú rất dài, cần nhiều dòng. '.repeat(40).trim(), 'Ghi chú cuối.'];
  const facts = { ...FACTS, holders, lands: [{ ...land!, purposes, rings }], changes, notes };
  const path = await print('long.pdf', (measure) => layOutSample(facts, measure));
  const said = (await read(path)).replaceAll(/\s+/g, ' ');
  const inOrder = (await read(path, '-raw')).replaceAll(/\s+/g, ' ');
  for (const { name } of holders) assert.ok(said.includes(`${name}, phần quyền: 1/60`), name);
  for (const { name } of purposes) assert.ok(said.includes(`${name} · 10,0 m²`), name);
  for (const { content } of changes) assert.ok(said.includes(content), content);
  assert.ok(said.includes('Ghi chú cuối.') && said.includes('xem trang bổ sung'));
  assert.match(said, /… và \d+ người khác: xem danh sách tại trang bổ sung/);
  assert.match(inOrder, /3009 2354\d{3},\d\d 417\d{3},\d\d/, 'the last corner of the last ring is in the table');
});

test('three corners, the longest name, several parcels: nothing leaves its side', async () => {
  const [land] = FACTS.lands;
  const small = { ...land!, rings: [around(3, 5)] };
  const several = Array.from({ length: 12 }, (_, at) => ({ ...small, no: String(at + 1) }));
  const cases = [
    {
      ...FACTS,
      holders: [{ name: LONG_NAME, identity: 'Mã số doanh nghiệp: 0123456789', share: '1' }],
      lands: [small],
    },
    {
      ...FACTS,
      holders: [],
      lands: several,
      office: LONG_NAME,
      changes: [{ ...FACTS.changes[0]!, office: LONG_NAME }],
    },
  ];
  for (const [at, facts] of notEmpty(cases).entries()) {
    const path = await print(`case-${at}.pdf`, (measure) => layOutSample(facts, measure));
    const boxes = notEmpty([
      ...(await read(path, '-bbox')).matchAll(
        /xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)"/g,
      ),
    ]);
    for (const [, left, top, right, bottom] of boxes)
      assert.ok(Number(left) >= 0 && Number(top) >= 0 && Number(right) <= 595.4 && Number(bottom) <= 842, `case ${at}`);
    const said = (await read(path)).replaceAll(/\s+/g, ' ');
    assert.ok(said.includes(at === 0 ? LONG_NAME : 'Sơ đồ thửa số 12, tờ bản đồ số 12'), `case ${at}`);
  }
});

test('what is not known of the form says so in its data', () => {
  assert.equal(CERTIFICATE_1.sampleLayout, true);
  assert.ok(words(layOutSample(FACTS, ROUGH).sides).includes('Bố cục mẫu'));
});
