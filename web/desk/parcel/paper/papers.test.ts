/** Papers at the desk: made from a parcel's page, listed with what became of them, opened and checked. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStatementSigner } from '../../../../server/certificates/signing/open-statement-signer.ts';
import { openTrialSigner } from '../../../../server/certificates/signing/open-trial-signer.ts';
import type { Paper } from '../../../../server/domain/contract/paper/papers.ts';
import { violationsOf } from '../../../../server/testing/browser/axe.ts';
import { browserTest, SCREENS } from '../../../../server/testing/browser/browser.ts';
import { button, dealByForm } from '../../../../server/testing/browser/deal-form.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

const SCREEN = { size: { width: 1366, height: 633 } } as const;
const papers = (page: Page) => page.locator('[data-part="papers"]');
const lines = (page: Page) => papers(page).locator('[data-paper]');
const make = (page: Page) => page.getByRole('button', { name: 'Làm trích lục', exact: true });

test(
  'an extract from the page of a parcel: made, offered, listed; after a split the list says what happened',
  browserTest,
  async () => {
    const { parcel, neighbour } = await s.t.plot();
    const { page, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
    await papers(page).getByText('Chưa cấp giấy tờ nào về thửa này.').waitFor();
    await make(page).click();
    await page.getByText(/Đã làm trích lục bản đồ địa chính số TL-\d{4}-\d{6}\./).waitFor();
    await lines(page).getByText('Còn đúng').waitFor();
    await soon.equal(() => lines(page).count(), 1);
    const serial = (await lines(page).getAttribute('data-paper'))!;

    const link = papers(page).getByRole('link', { name: `Mở bản PDF của ${serial}` });
    const file = await context.request.get(s.origin + (await link.getAttribute('href')));
    assert.deepEqual(
      [file.status(), file.headers()['content-type'], file.headers()['content-disposition']],
      [200, 'application/pdf', `inline; filename="${serial}.pdf"`],
      'the browser shows it itself, and prints it',
    );
    assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-');

    const check = papers(page).getByRole('link', { name: `Trang kiểm tra của ${serial}` });
    const opened = context.waitForEvent('page');
    await check.click();
    await (await opened).getByText('Giấy tờ thật, còn đúng với sổ đăng ký').waitFor();

    await papers(page).getByText('Thêm thửa liền kề vào trích lục').click();
    const { no, sheet } = await s.t.parcel(neighbour);
    await papers(page).getByLabel(`Thửa ${no}, tờ ${sheet}`, { exact: true }).check();
    await papers(page).getByRole('button', { name: 'Làm một trích lục của 2 thửa' }).click();
    await lines(page).nth(1).waitFor();

    const draft = s.t.split(await s.t.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]);
    const { dealing } = await s.t.registerDraft(draft);
    await page.reload();
    await lines(page).getByText('Đã thay đổi').first().waitFor();
    const by = lines(page).getByRole('link', { name: 'do hồ sơ này' });
    await soon.equal(() => by.first().getAttribute('href'), `/desk/dealings/${dealing.dealingId}`);
    await papers(page).getByText('Thửa này đã kết thúc nên không làm trích lục mới.').waitFor();
    await soon.equal(() => make(page).count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('a lost reply asked for again brings the paper that was made, not a second one', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const { page, context } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
  let lost = 0;
  await page.route('**/api/papers', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await make(page).click();
  await page.getByRole('button', { name: 'Thử lại', exact: true }).click();
  await page.getByText(/Đã làm trích lục bản đồ địa chính số/).waitFor();
  await lines(page).first().waitFor();
  await soon.deepEqual(async () => [lost, await lines(page).count()], [1, 1]);
  await context.close();
});

test('who makes no papers sees the list and is told whose work it is', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const body = { kind: 'map_extract', parcelIds: [parcel] };
  assert.equal((await s.t.post('/api/papers', body, s.t.officer)).status, 201);
  for (const [theme, locale] of [
    ['light', 'vi-VN'],
    ['dark', 'en-GB'],
  ] as const) {
    const options = { theme, locale, size: SCREENS.phone } as const;
    const { page, context } = await s.sit({ role: 'archivist', sub: 'cuc' }, `/desk/parcels/${parcel}`, options);
    await lines(page).first().waitFor();
    await papers(page)
      .getByText(/là việc của cán bộ địa chính và người duyệt|are made by land officers and approvers/)
      .waitFor();
    await soon.equal(() => papers(page).getByRole('button').count(), 0);
    assert.deepEqual(await violationsOf(page, '[data-part="papers"]'), []);
    await context.close();
  }
});

test(
  'the keeper takes blanks in and gives them out; on one a certificate is issued, listed and printed',
  browserTest,
  async () => {
    const keeper = await s.sit({ role: 'archivist', sub: 'kho' }, '/desk/blanks', SCREEN);
    const { page } = keeper;
    const note = async (kind: string, fill: Readonly<Record<string, string>>, told: string) => {
      const form = page.locator('[data-part="move"]');
      await form.getByLabel('Việc').selectOption({ label: kind });
      for (const [label, value] of Object.entries(fill)) await form.getByLabel(label).fill(value);
      await button(page, 'Ghi sổ').click();
      await page.getByText(told).first().waitFor();
    };
    const run = { 'Từ số': 'CN00000001', 'Đến số': 'CN 00000010' };
    await page.getByText('Không có phôi nào.').waitFor();
    await note('Nhận vào kho', { ...run, 'Số phiếu, biên bản': 'GN-1/2026', Ngày: '2026-11-02' }, 'Đã ghi sổ 10 phôi.');
    await note('Giao để in', { ...run, 'Đến số': 'CN 00000004', 'Tên đăng nhập': 'ha' }, 'Đã ghi sổ 4 phôi.');
    await page.locator('[data-run="CN 00000001"]').getByText('Đã giao').waitFor();
    await page.locator('[data-run="CN 00000005"]').getByText('Trong kho').waitFor();
    await page
      .locator('[data-part="balance"]')
      .getByRole('button', { name: /^Đã nhận · 10$/ })
      .waitFor();
    assert.deepEqual([...(await violationsOf(page)), ...keeper.complaints], []);
    await keeper.context.close();

    const { parcel } = await s.t.plot();
    await dealByForm(
      s,
      parcel,
      'Cấp giấy chứng nhận',
      (form) => form.getByLabel('Số phát hành của phôi').fill('CN 00000001'),
      (shown) => shown.getByText('CN 00000001').first().waitFor(),
    );
    const officer = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
    const line = officer.page.locator('[data-certificate="CN 00000001"]');
    await line.getByText('Đang có hiệu lực').waitFor();
    await line.getByText(s.t.holder).waitFor();
    const overlay = await line.getByRole('link', { name: 'In lên phôi CN 00000001' }).getAttribute('href');
    const file = await officer.context.request.get(s.origin + overlay);
    assert.deepEqual([file.status(), file.headers()['content-type']], [200, 'application/pdf']);
    await line.getByRole('button', { name: 'Làm bản MẪU của CN 00000001' }).click();
    await officer.page.getByText(/Đã làm bản mẫu giấy chứng nhận số GC-/).waitFor();
    const sample = (await lines(officer.page)
      .filter({ hasText: /mẫu giấy chứng nhận/i })
      .getAttribute('data-paper'))!;
    const bytes = await (await officer.context.request.get(`${s.origin}/api/papers/${sample}.pdf`)).body();
    const check = await lines(officer.page)
      .getByRole('link', { name: `Trang kiểm tra của ${sample}` })
      .getAttribute('href');
    const anyone = await s.sit({ role: 'archivist', sub: 'cuc' }, check!, { size: SCREENS.phone });
    const drop = async (what: string, buffer: Buffer, said: string) => {
      await anyone.page.locator('#file').setInputFiles({ name: `${what}.pdf`, mimeType: 'application/pdf', buffer });
      const outcome = anyone.page.locator('[data-check-file] [data-outcome]');
      await outcome.getByText(`${what}.pdf`).waitFor();
      await outcome.getByText(said, { exact: true }).waitFor();
    };
    await drop('sample', bytes, 'Tệp thật, nguyên vẹn, còn đúng với sổ đăng ký');
    await drop('overlay', await file.body(), 'Tệp không có chữ ký số');
    await line.getByText('Xác nhận thay đổi (mục 6)').click();
    await line.getByText('Chưa có thay đổi nào sau khi cấp.').waitFor();
    assert.deepEqual([...(await violationsOf(officer.page, '[data-part="certificates"]')), ...officer.complaints], []);
    const held = (await s.t.rights(parcel)).rights[0]!.rightId;
    await s.t.deal('certificate_cancellation', parcel, {
      rightIds: [held],
      document: { no: 'QĐ-9', date: '2026-11-02' },
    });
    await drop('later', bytes, 'Tệp thật, nguyên vẹn, nhưng không còn đúng với sổ đăng ký');
    await anyone.context.close();
    await officer.context.close();
  },
);

test(
  'anyone checks the PDF where it is: genuine, altered, another paper, no PDF; nothing is sent but its digest',
  browserTest,
  async () => {
    const { parcel, neighbour } = await s.t.plot();
    const issue = async (id: string) => {
      const { body } = await s.t.post<Paper>('/api/papers', { kind: 'map_extract', parcelIds: [id] }, s.t.officer);
      const { role, sub } = s.t.officer;
      const reply = await s.t.app.inject({
        url: `/api/papers/${body.serial}.pdf`,
        headers: s.t.as(role, ['99001'], sub),
      });
      return { paper: body, bytes: reply.rawPayload };
    };
    const [one, two] = [await issue(parcel), await issue(neighbour)];
    const flipped = Buffer.from(one.bytes);
    flipped[flipped.indexOf('stream') + 60]! ^= 1;
    for (const [locale, verdicts] of [
      [
        'vi-VN',
        [
          'Tệp thật, nguyên vẹn, còn đúng với sổ đăng ký',
          'Tệp thật, nhưng là giấy tờ khác',
          'Tệp đã bị sửa đổi',
          'Đây không phải tệp PDF',
        ],
      ],
      [
        'en-GB',
        [
          'Genuine, whole, and still what the register says',
          'Genuine, but another paper',
          'The file was altered',
          'This is no PDF',
        ],
      ],
    ] as const) {
      const { page, context, complaints } = await s.sit(
        { role: 'archivist', sub: 'cuc' },
        `/verify/${one.paper.code}`,
        { locale, size: SCREENS.phone },
      );
      const asked: string[] = [];
      page.on('request', (request) =>
        asked.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ''}`),
      );
      const outcome = page.locator('[data-check-file] [data-outcome]');
      for (const [index, buffer] of [one.bytes, two.bytes, flipped, Buffer.from('xin chào')].entries()) {
        await page.locator('#file').setInputFiles({ name: `tệp ${index}.pdf`, mimeType: 'application/pdf', buffer });
        await outcome.getByText(`tệp ${index}.pdf`).waitFor();
        await outcome.getByText(verdicts[index]!, { exact: true }).waitFor();
        if (index === 0) {
          await outcome.getByText(one.paper.serial).waitFor();
          await outcome.getByText('Địa Bạ: chữ ký thử nghiệm').waitFor();
          await outcome.locator('[data-trial]').waitFor();
        }
        assert.deepEqual(await violationsOf(page, '[data-check-file]'), [], verdicts[index]);
      }
      const sent = asked.filter((line) => !line.startsWith('GET /assets/'));
      assert.equal(sent.length, 4);
      for (const line of sent) assert.match(line, /^GET \/api\/verify\/files\/[0-9a-f]{64} $/);
      assert.ok(sent[0]!.includes(one.paper.sha256));
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);

test(
  'who scans a paper reads what its QR code states, checked on her own machine: signed, altered, without a network',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { body } = await s.t.post<Paper>('/api/papers', { kind: 'map_extract', parcelIds: [parcel] }, s.t.officer);
    const secret = Buffer.alloc(32, 7);
    const signer = await openStatementSigner(await openTrialSigner(s.t.storageDir, secret), secret);
    const day = body.issuedAt.slice(0, 10);
    const said = { kind: 'map_extract', serial: body.serial, day, parcels: 1, parcelCode: 'w7er4kz0cz1q' } as const;
    const figures = signer.state(body.code, said);
    const path = `/verify/${body.code}#${figures}`;
    for (const [locale, theme, signed, altered] of [
      ['vi-VN', 'light', 'Xác nhận do cơ quan này ký', 'Xác nhận không khớp chữ ký'],
      ['en-GB', 'dark', 'The statement was signed by this office', 'The statement does not fit its signature'],
    ] as const) {
      const options = { locale, theme, size: SCREENS.phone } as const;
      const { page, context, complaints } = await s.sit({ role: 'archivist', sub: 'cuc' }, path, options);
      const outcome = page.locator('[data-check-statement] [data-outcome]');
      await outcome.getByText(signed, { exact: true }).waitFor();
      await outcome.getByText(body.serial).waitFor();
      await outcome.getByText('w7er4kz0cz1q').waitFor();
      await outcome.locator('[data-trial]').waitFor();
      assert.deepEqual(await violationsOf(page, '[data-check-statement]'), []);
      await context.setOffline(true);
      const changed = figures.slice(0, -1) + ((Number(figures.at(-1)) + 1) % 10);
      await page.locator('#scanned').fill(`${s.origin}/verify/${body.code}#${changed}`);
      await outcome.getByText(altered, { exact: true }).waitFor();
      await page.locator('#scanned').fill(s.origin + path);
      await outcome.getByText(signed, { exact: true }).waitFor();
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);
