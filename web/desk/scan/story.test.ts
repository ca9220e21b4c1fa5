/**
 * The whole way of a scanned certificate: dropped at the desk, its pages read into fields, confirmed by keyboard, put to its parcel by a
 * second person, and seen there with its pages.
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { DocumentSummary } from '../../../server/domain/contract/document/documents.ts';
import type { Worker } from '../../../server/jobs/start-worker.ts';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import { browserTest, SCREENS } from '../../../server/testing/browser/browser.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { plantConfirmedPaper } from '../../../server/testing/plant-confirmed-paper.ts';
import { openScanStage, type ScanStage } from '../../../server/testing/scan-stage.ts';

let s: LandDeskStage;
let a: ScanStage;
let worker: Worker;
before(async () => {
  if (browserTest.skip) return;
  s = await openLandDeskStage();
  a = await openScanStage({ t: s.t, origin: s.origin });
  worker = await a.startWorker();
});
after(async () => {
  await worker?.stop();
  await s?.close();
});

const SCREEN = { size: { width: 1366, height: 633 } } as const;
/** Reading a page takes seconds, and more on a busy machine. */
const READ = { timeout: 120_000 } as const;
const PLACE = 'Thôn Thử, xã Yên Lĩnh, tỉnh Bắc Ninh';

/** A registered plot, and what a certificate about it says. */
async function certificate() {
  const { parcel } = await s.t.plot();
  const { sheet, no } = await s.t.parcel(parcel);
  const land = { sheetNo: sheet, parcelNo: no, areaM2: 1200.5, landUse: 'ONT', address: PLACE, holder: s.t.holder };
  return { parcel, facts: a.facts(land) };
}
/** A paper that waits for its review all the while: whoever only looks at one, or leaves it as it was, needs no other. */
let waits: Promise<{ readonly facts: Facts; readonly document: DocumentSummary }> | undefined;
const waiting = () => {
  const facts = { ...a.facts(), qrSerial: 'AZ 00000009' };
  waits ??= read(facts).then((document) => ({ facts, document }));
  return waits;
};
/** The same, brought in and read; its document. */
async function read(facts = a.facts()) {
  const [document] = await a.whenRead(await a.bring(await a.scan(facts)));
  assert.ok(document);
  return document;
}

/** A paper of so many pages beside a parcel, all with the picture of one that was scanned; its id. */
async function thicken(parcel: string, pages: number): Promise<string> {
  const id = await plantConfirmedPaper(s.t.query, { parcelId: parcel, holder: 'Hồ Thị Dày', kind: 'application' });
  const values = [id, pages];
  const scan = 'select scan_id from document.document where document_id = $1';
  await s.t.query(
    `insert into document.scan_page (scan_id, page_no, state, dpi, turn)
     select (${scan}), n, 'read', 200, 0 from generate_series(1, $2::int) n`,
    values,
  );
  await s.t.query(
    `insert into document.page_picture (scan_id, page_no, size, sha256, width, height)
     select (${scan}), n, p.size, p.sha256, p.width, p.height from generate_series(1, $2::int) n,
       (select distinct on (size) * from document.page_picture order by size, scan_id, page_no) p`,
    values,
  );
  await s.t.query('alter table document.document_page disable trigger user');
  await s.t.query(
    `insert into document.document_page (document_id, ordinal, scan_id, page_no) select $1, n, (${scan}), n from generate_series(1, $2::int) n`,
    values,
  );
  await s.t.query('alter table document.document_page enable trigger user');
  return id;
}

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([called, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], called));
      return transfer;
    },
    [name, bytes.toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const focused = (page: Page, name: string) => page.locator(`[data-field="${name}"] input:focus`).waitFor();
const standing = (page: Page, name: string, is: string) =>
  page.locator(`[data-field="${name}"][data-standing="${is}"]`).waitFor();

type Facts = ReturnType<ScanStage['facts']>;
/** What somebody types who looks at the paper. */
const onPaper = ({ holders: [holder], ...facts }: Facts): Readonly<Record<string, string>> => ({
  serial: facts.serial,
  bookNo: facts.bookNo,
  sheetNo: facts.sheetNo,
  parcelNo: facts.parcelNo,
  areaM2: '1200,5',
  landUse: 'ONT',
  holder: holder!.name,
  identityNumber: holder!.identityNumber,
  issuedOn: facts.issuedOn,
});

/** Confirms every field by Enter, and types what could not be read; the places of the page that were shown meanwhile. */
async function confirmAll(page: Page, facts: Facts): Promise<string[]> {
  const boxes: string[] = [];
  for (let left = 9; left > 0; left--) {
    await page.locator('.scan-foot').getByText(`còn ${left}/9 mục`).waitFor();
    const open = page.locator('.field:not([data-standing="confirmed"]):has(input:focus)');
    const name = (await open.getAttribute('data-field'))!;
    if ((await open.getAttribute('data-standing')) === 'empty') await page.keyboard.type(onPaper(facts)[name]!);
    const box = page.locator(['.page-box', ...boxes.map((seen) => `:not([data-box="${seen}"])`)].join(''));
    boxes.push((await box.getAttribute('data-box'))!);
    await page.keyboard.press('Enter');
  }
  await page.locator('.scan-foot').getByText('còn 0/9 mục').waitFor();
  return boxes;
}

test('dropped, read, confirmed by keyboard, put to its parcel, seen there with its pages', browserTest, async () => {
  const { parcel, facts } = await certificate();
  const { page, context, complaints } = await s.sit(a.archivist, '/desk/parcels', SCREEN);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await drop(page, 'gcn.pdf', await a.scan(facts));
  await page.waitForURL('**/desk/scans');
  await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
  const line = page.locator('.upload-line').filter({ hasText: 'gcn.pdf' });
  await line.getByRole('link', { name: `Giấy chứng nhận ${facts.serial}` }).click(READ);
  await page.locator('.page-strip [data-page="2"] img').waitFor();
  await page.locator('.page-sheet img').waitFor();
  const boxes = await confirmAll(page, facts);
  assert.equal(new Set(boxes).size, 9, 'the picture goes to each field');
  assert.deepEqual(await violationsOf(page), []);
  await page.locator('.scan-buttons .primary:focus').getByText('Xong, trình người thứ hai').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Đã xác nhận; chờ người thứ hai gắn giấy với thửa.').waitFor();
  await page.waitForURL('**/desk/scans?queue=review');
  assert.deepEqual(complaints, []);
  await context.close();

  const second = await s.sit(s.t.approver, '/desk/scans', SCREEN);
  await second.page.getByRole('link', { name: `Giấy chứng nhận ${facts.serial}` }).click();
  await second.page.locator('[data-link="proposed"]').getByText(facts.parcelNo).first().waitFor();
  await second.page.locator('.page-sheet img').waitFor();
  assert.deepEqual(await violationsOf(second.page), []);
  await second.page.getByRole('button', { name: 'Gắn với thửa', exact: true }).click();
  await second.page.getByText('Đã gắn giấy với thửa.').waitFor();
  assert.deepEqual(second.complaints, []);
  await second.context.close();

  const officer = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
  const part = officer.page.locator('[data-part="documents"]');
  await part.getByText('Đã gắn với thửa').waitFor();
  await part.getByRole('button', { name: `Xem các trang của Giấy chứng nhận ${facts.serial}` }).click();
  const viewer = officer.page.getByRole('dialog');
  await viewer.locator('.page-strip [data-page="2"] img').waitFor();
  await viewer.getByRole('img', { name: 'Trang 1/2' }).waitFor();
  await officer.page.keyboard.press('PageDown');
  await viewer.getByRole('img', { name: 'Trang 2/2' }).waitFor();
  assert.deepEqual(await violationsOf(officer.page), []);
  await officer.page.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });

  const thick = await thicken(parcel, 30);
  const asked: string[] = [];
  officer.page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const [, page] = /documents\/[^/]+\/pages\/(\d+)$/.exec(pathname) ?? [];
    if (pathname.includes(thick) && page) asked.push(`${searchParams.get('size')} ${page}`);
  });
  await officer.page.reload();
  await part.locator(`[data-document="${thick}"]`).getByRole('button').first().click();
  await viewer.getByRole('img', { name: 'Trang 1/30' }).waitFor();
  await officer.page.keyboard.press('End');
  await viewer.getByRole('img', { name: 'Trang 30/30' }).waitFor();
  await officer.page.keyboard.press('Home');
  await viewer.getByRole('img', { name: 'Trang 1/30' }).waitFor();
  const large = asked.filter((one) => !one.startsWith('thumb'));
  assert.deepEqual(new Set(large), new Set(['screen 1', 'screen 2', 'screen 30']), 'what is looked at, and the next');
  assert.deepEqual(officer.complaints, []);
  await officer.context.close();
});

test(
  'what readers disagree on is a person’s to say; empty fields and other forms are not nodded through',
  browserTest,
  async () => {
    const {
      facts,
      document: { id },
    } = await waiting();
    const { page, context, complaints } = await s.sit(a.archivist, `/desk/scans/${id}`, SCREEN);
    await focused(page, 'serial');
    const serial = field(page, 'serial');
    await serial.getByText('Mã QR ghi khác chữ in trên giấy.').waitFor();
    await page.keyboard.press('Enter');
    await serial.getByRole('alert').getByText('Ô còn trống').waitFor();
    await page.keyboard.press('Alt+2');
    await soon.equal(() => serial.locator('input').inputValue(), 'AZ 00000009');
    await page.keyboard.press('Alt+1');
    await soon.equal(() => serial.locator('input').inputValue(), facts.serial);
    await page.keyboard.press('Enter');
    await standing(page, 'serial', 'confirmed');

    const area = field(page, 'areaM2').locator('input');
    await area.fill('một sào');
    await area.press('Enter');
    await field(page, 'areaM2').getByRole('alert').getByText('Chưa đúng dạng').waitFor();
    await area.press('Escape');
    await area.fill('1.234,5');
    await area.press('ArrowDown');
    await standing(page, 'areaM2', 'confirmed');
    await page.locator('.scan-foot').getByText('Đã lưu').waitFor();
    await field(page, 'bookNo').locator('input').press('Alt+0');
    await standing(page, 'bookNo', 'absent');
    await page.locator('.scan-foot').getByText('còn 6/9 mục').waitFor();
    // The sheet and number lead nowhere: it is kept without a parcel.
    await page.keyboard.press('Control+Enter');
    await page.locator('.desk-notice').getByText('Còn 6 mục chưa xác nhận.').waitFor();
    await page.locator('.scan-foot').getByText('Đã lưu').waitFor();
    await page.reload();
    await standing(page, 'bookNo', 'absent');
    await soon.equal(() => area.inputValue(), '1.234,5', 'what was said is kept');
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('pages are put together anew by key and by drag, kept, and taken back', browserTest, async () => {
  const { id } = (await waiting()).document;
  const { page, context, complaints } = await s.sit(a.archivist, `/desk/scans/${id}`, SCREEN);
  await page.getByRole('link', { name: 'Sắp xếp trang' }).click();
  await page.locator('.arrange-pages [data-page="2"] img').waitFor();
  const piles = page.locator('.arrange-piles > li');
  await page.locator('.arrange-pages [data-page="1"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-page="2"]:focus').waitFor();
  await page.keyboard.press('Enter');
  await piles.nth(1).locator('[data-page="2"]').waitFor();
  await page.getByText('Chưa lưu.').waitFor();
  await page.locator('[data-page="2"]').focus();
  await page.keyboard.press('Control+Enter');
  await page.locator('.desk-notice').getByText('Đã lưu cách sắp xếp').waitFor();
  await page.getByText('Kéo trang sang chỗ khác').waitFor(READ);
  await piles.nth(1).getByRole('link', { name: 'Giấy chứng nhận' }).waitFor();
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await piles.nth(1).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Làm lại', exact: true }).click();
  await page.locator('[data-page="2"]').dragTo(piles.nth(0).getByRole('heading'));
  await piles.nth(1).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Lưu cách sắp xếp' }).click();
  await page.getByText('Kéo trang sang chỗ khác').waitFor(READ);
  await piles.getByRole('link').click();
  await page.locator('.page-strip [data-page="2"] img').waitFor();
  await standing(page, 'bookNo', 'absent');
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a document is one reviewer’s; a second person sends it back with a reason', browserTest, async () => {
  const { facts } = await certificate();
  const { id } = await read(facts);
  const mine = await s.sit(a.archivist, `/desk/scans/${id}`, SCREEN);
  await mine.page.locator('.scan-buttons .primary').waitFor();
  const other = await s.sit({ role: 'archivist', sub: 'lan' }, `/desk/scans/${id}`, SCREEN);
  await other.page.locator('.scan-head').getByText('đang rà soát').waitFor();
  await field(other.page, 'serial').locator('input[readonly]').waitFor();
  await other.context.close();
  await confirmAll(mine.page, facts);
  await mine.page.keyboard.press('Control+Enter');
  await mine.page.getByText('Đã xác nhận; chờ người thứ hai').waitFor();
  await mine.context.close();

  const both = await s.sit({ role: ['archivist', 'approver'], sub: a.archivist.sub }, `/desk/scans/${id}`, SCREEN);
  await both.page.getByText('Bạn đã đề nghị; một người khác quyết định.').waitFor();
  await soon.equal(() => both.page.getByRole('button', { name: 'Gắn với thửa', exact: true }).count(), 0);
  await both.context.close();

  const second = await s.sit(s.t.approver, `/desk/scans/${id}`, SCREEN);
  await second.page.getByRole('button', { name: 'Trả lại', exact: true }).click();
  const dialog = second.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Sai thửa, xem lại trang 2');
  await dialog.getByRole('button', { name: 'Trả lại' }).click();
  await second.page.getByText('Đã trả lại.').waitFor();
  await second.page.goto(`${s.origin}/desk/scans/${id}`);
  await second.page.locator('[data-link="refused"]').getByText('Sai thửa, xem lại trang 2').waitFor();
  await second.context.close();
});

test(
  'certificates are chosen by key and registered together; what stops is named and left out',
  browserTest,
  async () => {
    const plant = async (holder: string) => {
      const { parcel } = await s.t.plot();
      return plantConfirmedPaper(s.t.query, { parcelId: parcel, holder, serial: 'AZ 00000077' });
    };
    const papers = [await plant(s.t.holder), await plant(s.t.holder), await plant('Lê Thị Khác')];
    const { page, context, complaints } = await s.sit(s.t.officer, '/desk/scans?queue=second', SCREEN);
    for (const id of papers) {
      await page.locator(`[data-document="${id}"] input`).focus();
      await page.keyboard.press('Space');
    }
    const panel = page.getByRole('region', { name: 'Vào sổ cùng nhau' });
    await panel.getByText('2 giấy đạt · 1 giấy vướng').waitFor();
    await panel
      .locator(`[data-paper="${papers[2]}"][data-stopped="true"]`)
      .getByText('không phải người sổ ghi')
      .waitFor();
    await soon.equal(() => panel.getByRole('button', { name: 'Trình người thứ hai' }).isDisabled(), true);
    assert.deepEqual(await violationsOf(page), []);
    await panel.getByRole('button', { name: 'Để lại 1 giấy vướng' }).press('Enter');
    await panel.getByText('2 giấy đạt · 0 giấy vướng').waitFor();
    await panel.getByRole('button', { name: 'Trình người thứ hai' }).press('Enter');
    await page.waitForURL('**/desk/dealings/*');
    await page.locator('[data-part="says"]').getByText('Giấy chứng nhận AZ 00000077').nth(1).waitFor();
    assert.deepEqual(complaints, []);
    const address = page.url();
    await context.close();
    const second = await s.sit(s.t.approver, address.slice(s.origin.length), SCREEN);
    await second.page.getByRole('button', { name: 'Duyệt và vào sổ' }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: 'Duyệt và vào sổ' }).click();
    await second.page.locator('.mark').getByText('Đã vào sổ').first().waitFor();
    await second.context.close();
    const links = await s.t.query<{ id: string }>(
      "select document_id as id from document.parcel_link where status = 'registered' and document_id = any ($1::uuid[])",
      [papers],
    );
    assert.deepEqual(links.map(({ id }) => id).sort(), papers.slice(0, 2).sort());
  },
);

test('a drawn paper is read blind by key, and what differs is settled by somebody else', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const id = await plantConfirmedPaper(s.t.query, { parcelId: parcel, holder: s.t.holder, serial: 'AZ 00000088' });
  await s.t.query(
    "insert into document.second_reading (document_id, commune_code, one_of, first_reader) values ($1, '99001', 20, 'thu')",
    [id],
  );
  const { page, context, complaints } = await s.sit(
    { role: 'archivist', sub: 'lan' },
    '/desk/scans?queue=again',
    SCREEN,
  );
  await page.getByText('Cứ 20 giấy đã xác nhận thì một giấy được đọc lần hai.').waitFor();
  await page.locator(`[data-document="${id}"] a`).press('Enter');
  for (const [name, value] of [
    ['serial', 'AZ 00000089'],
    ['areaM2', '1.200,5'],
    ['holder', s.t.holder.toUpperCase()],
    ['issuedOn', '06/05/2019'],
  ] as const) {
    await page.locator(`[data-second="${name}"] input:focus`).waitFor();
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.locator('.scan-foot').getByText('còn 0/4 mục').waitFor();
  assert.equal(await page.getByText('00000088').count(), 0, 'nothing of the first reading is shown');
  assert.deepEqual(await violationsOf(page), []);
  await page.locator('.scan-buttons .primary:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Đã lưu lần đọc thứ hai.').waitFor();
  await context.close();

  const third = await s.sit(s.t.approver, '/desk/scans?queue=differs', SCREEN);
  await third.page.locator(`[data-document="${id}"] a`).press('Enter');
  await third.page.getByRole('button', { name: 'Lần hai: AZ 00000089' }).press('Enter');
  await third.page.locator('[data-second="serial"] input').press('Control+Enter');
  await third.page.getByText('Đã quyết định.').waitFor();
  await third.context.close();
  assert.deepEqual(complaints, []);
  const [row] = await s.t.query("select value from document.field where document_id = $1 and name = 'serial'", [id]);
  assert.deepEqual(row, { value: 'AZ 00000089' });
});

test('boxes are chosen by key, and their labels come as a PDF', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const id = await plantConfirmedPaper(s.t.query, { parcelId: parcel, holder: s.t.holder, serial: 'AZ 00000066' });
  for (const [box, number] of [
    ['H9', '1'],
    ['H10', '1'],
  ])
    await a.put(`/api/documents/${id}/place`, { store: 'Kho Thử', row: 'D1', shelf: 'K2', box, number }, a.archivist);
  const { page, context, complaints } = await s.sit(a.archivist, '/desk/scans', SCREEN);
  await page.getByRole('link', { name: 'Hộp và nhãn kệ' }).press('Enter');
  const row = page.locator('[data-box="Kho Thử/D1/K2/H10"]');
  await row.getByRole('checkbox').press('Space');
  const labels = page.locator('[data-part="labels"]');
  await labels.getByText('1 hộp · 1 nhãn · 1 tờ').waitFor();
  assert.deepEqual(await violationsOf(page), []);
  const coming = page.waitForEvent('download');
  await labels.getByRole('button', { name: 'Tải PDF nhãn' }).press('Enter');
  assert.equal((await coming).suggestedFilename(), 'nhan.pdf');
  await page.getByText('Đã tạo tệp nhãn.').waitFor();
  assert.equal(await page.locator('[data-box="Kho Thử/D1/K2/H9"]').count(), 0, 'the paper was moved');
  assert.deepEqual(complaints, []);
  await context.close();
});

test(
  'of a folder, what is no scan is not sent, and says why; a damaged one says what was wrong',
  browserTest,
  async () => {
    const { page, context } = await s.sit(a.archivist, '/desk/scans', SCREEN);
    const box = await mkdtemp(join(tmpdir(), 'diaba-box-'));
    await mkdir(join(box, 'trong hop'));
    for (const [name, text] of [
      ['ghi chu.pdf', '<html>'],
      ['trong.tif', ''],
      ['trong hop/hong.pdf', '%PDF-1.7 cut off'],
      ['.DS_Store', 'of the machine'],
    ] as const)
      await writeFile(join(box, name), text);
    await page.getByLabel('Chọn cả thư mục').setInputFiles(box);
    const line = (name: string) => page.locator('.upload-line').filter({ hasText: name });
    await line('ghi chu.pdf').getByText('bên trong không phải PDF').waitFor();
    await line('trong.tif').getByText('tệp trống').waitFor();
    assert.equal(await page.locator('.upload-line').count(), 3, 'what the machine keeps in a folder is not sent');
    await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
    await line('hong.pdf').getByText('bị hỏng hoặc bị cắt cụt').waitFor(READ);
    await page.getByRole('button', { name: 'Để riêng' }).click();
    await page.locator('[data-document]').getByText('bị hỏng hoặc bị cắt cụt').waitFor();
    await context.close();
    const surveyor = await s.sit({ role: 'surveyor', sub: 'do' }, '/desk/scans', SCREEN);
    await surveyor.page.getByText('Cán bộ lưu trữ và địa chính đưa bản quét vào đây.').waitFor();
    await surveyor.context.close();
    await rm(box, { recursive: true });
  },
);

for (const [theme, locale, size] of [
  ['light', 'vi-VN', SCREENS.phone],
  ['dark', 'en-GB', SCREEN.size],
] as const) {
  test(`axe finds nothing on the queues and on a paper, and nothing sticks out: ${theme}`, browserTest, async () => {
    const { id, scanId } = (await waiting()).document;
    for (const [path, there] of [
      ['/desk/scans', `[data-document="${id}"]`],
      [`/desk/scans/${id}`, '.page-sheet img'],
      [`/desk/scans/file/${scanId}`, '[data-page="2"] img'],
    ] as const) {
      const { page, context } = await s.sit(a.archivist, path, { theme, locale, size });
      await page.locator(there).first().waitFor();
      assert.deepEqual(await violationsOf(page), [], path);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(wide <= 0, `${path}: ${wide} px too wide`);
      await context.close();
    }
  });
}
