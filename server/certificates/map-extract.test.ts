/** A map extract from its facts: what it says, what it is drawn at, and who signed it. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { FRAME_1 } from '../../templates/certificates/frame/1/template.ts';
import { MAP_EXTRACT_1 } from '../../templates/certificates/map_extract/1/template.ts';
import type { Ring } from '../domain/drawing/boundary.ts';
import { mayBeEmpty, notEmpty } from '../testing/not-empty.ts';
import { drawExtract } from './drawing/draw-extract.ts';
import type { DrawingLabel } from './drawing/extract-drawing.ts';
import { layOutMapExtract } from './lay-out-map-extract.ts';
import type { MapExtractFacts } from './map-extract-facts.ts';
import { renderPaper } from './render-paper.ts';
import { openTrialSigner } from './signing/open-trial-signer.ts';
import { signPdf } from './signing/sign-pdf.ts';
import type { PaperSigner } from './signing/signer.ts';

const run = promisify(execFile);
const zbarSkip =
  spawnSync('zbarimg', ['--version']).error !== undefined &&
  process.env.CI !== '1' &&
  'zbarimg (zbar-tools) is not installed';
const MOMENT = new Date('2026-11-30T03:00:00Z');
const FRAME = { drawing: { widthMm: 150, heightMm: 105 }, scales: [100, 200, 500, 1000] };
const RING: Ring = [
  [416700, 2354000],
  [416730.4, 2354001],
  [416735, 2354041.5],
  [416715, 2354030],
  [416700, 2354040],
  [416700, 2354000],
];
const rectangle = (width: number, height: number): Ring => [
  [0, 0],
  [width, 0],
  [width, height],
  [0, height],
  [0, 0],
];
const FACTS: MapExtractFacts = {
  serial: 'TL-2026-000001',
  code: 'ABCD-EFGH-JKMN-PQRS',
  link: 'https://dat.example/verify/ABCD-EFGH-JKMN-PQRS',
  office: 'Văn phòng đăng ký đất đai tỉnh Mẫu',
  qr: `https://dat.example/verify/ABCD-EFGH-JKMN-PQRS#${'7'.repeat(208)}`,
  day: '2026-11-30',
  moment: MOMENT,
  signer: 'Người ký Mẫu',
  trialSignature: true,
  sheet: '77',
  no: '12',
  parcelCode: 'w7er4kz0cz1q',
  commune: 'Xã Mẫu',
  address: 'Thôn Thử',
  areaM2: 1200.55,
  legalAreaM2: 1200.5,
  uses: [{ code: 'ONT', name: 'Đất ở tại nông thôn' }],
  holders: [{ name: 'Hoàng Văn Mẫu', share: '1' }],
  holdersLeftOut: false,
  srid: 9214,
  rings: [RING],
  neighbours: [
    {
      no: '11',
      rings: [
        [
          [416640, 2353990],
          [416700, 2354000],
          [416700, 2354040],
          [416650, 2354060],
          [416640, 2353990],
        ],
      ],
    },
    {
      no: '13',
      rings: [
        [
          [416730.4, 2354001],
          [416790, 2354000],
          [416790, 2354060],
          [416735, 2354041.5],
          [416730.4, 2354001],
        ],
      ],
    },
    {
      no: '7',
      rings: [
        [
          [416700, 2354040],
          [416715, 2354030],
          [416735, 2354041.5],
          [416730, 2354070],
          [416690, 2354070],
          [416700, 2354040],
        ],
      ],
    },
  ],
};

let folder: string;
let signer: PaperSigner;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-paper-'));
  signer = await openTrialSigner(folder, Buffer.alloc(32, 7));
});
after(() => rm(folder, { recursive: true }));

async function keep(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}
const make = async (facts: MapExtractFacts): Promise<Buffer> =>
  signPdf(await renderPaper(layOutMapExtract(MAP_EXTRACT_1, facts), MOMENT), {
    signers: [signer],
    office: facts.office,
    moment: MOMENT,
    stampTime: null,
  });
const read = async (path: string): Promise<string> =>
  (await run('pdftotext', ['-layout', path, '-'])).stdout.normalize('NFC').replaceAll(/\s+/g, ' ');
/** What pdfsig says of a file, also where it is not content. */
const judge = (path: string): Promise<string> =>
  run('pdfsig', ['-nocert', path]).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout ?? '',
  );

test('the text of the paper is the text of its facts, in Vietnamese letters', async () => {
  const text = await read(await keep('text.pdf', await make(FACTS)));
  for (const part of [
    'TRÍCH LỤC BẢN ĐỒ ĐỊA CHÍNH',
    'Bố cục mẫu',
    'Chữ ký thử nghiệm: không có giá trị pháp lý',
    'Thửa đất số: 12; tờ bản đồ số: 77; mã thửa đất: w7er4kz0cz1q',
    '2. Diện tích: 1.200,5 m²',
    'Đất ở tại nông thôn (ONT)',
    '4. Người sử dụng đất: Hoàng Văn Mẫu',
    '1 2354000,00 416700,00 1–2 30,42',
    '5 2354040,00 416700,00 5–1 40,00',
    'Mã kiểm tra: ABCD-EFGH-JKMN-PQRS',
  ])
    assert.ok(text.includes(part), `${part}\n${text}`);
});

test('a commune that the address names already stands there once', async () => {
  const twice = { ...FACTS, address: `Thôn Thử, ${FACTS.commune.toLowerCase()}` };
  const text = JSON.stringify(layOutMapExtract(MAP_EXTRACT_1, twice));
  assert.ok(text.includes(twice.address), text);
  assert.ok(!text.includes(`${twice.address}, `), text);
});

test('the signature is valid, covers the whole file, and is PAdES: any byte changed or added breaks it', async () => {
  const bytes = await make(FACTS);
  const good = await judge(await keep('good.pdf', bytes));
  assert.match(good, /Signature is Valid\./);
  assert.match(good, /Total document signed/);
  assert.match(good, /ETSI\.CAdES\.detached/);
  const signingCertificateV2 = Buffer.from('060b2a864886f70d010910022f', 'hex').toString('hex');
  assert.ok(bytes.includes(signingCertificateV2), 'the CMS names the certificate it was made with');
  const flipped = Buffer.from(bytes);
  flipped[flipped.length - 40]! ^= 1;
  flipped[700]! ^= 1;
  assert.doesNotMatch(await judge(await keep('flipped.pdf', flipped)), /Signature is Valid\./);
  const grown = await judge(await keep('grown.pdf', Buffer.concat([bytes, Buffer.from('\n% more\n')])));
  assert.doesNotMatch(grown, /Total document signed/);
});

test('the same facts, moment and key give the same bytes', async () => {
  assert.ok((await make(FACTS)).equals(await make(FACTS)));
});

test('the key is made once: who opens it again signs with the same certificate', async () => {
  const again = await openTrialSigner(folder, Buffer.alloc(32, 7));
  assert.ok(again.certificates[0]!.equals(signer.certificates[0]!));
  await assert.rejects(openTrialSigner(folder, Buffer.alloc(32, 8)), 'another key of the register opens nothing');
});

test('sixty co-holders and three thousand corners: nothing is clipped, the table goes on', async () => {
  const holders = Array.from({ length: 60 }, (_, index) => ({
    name: `Nguyễn Thị Đồng Sở Hữu Số ${index + 1}`,
    share: '1/60',
  }));
  const around = Array.from({ length: 3000 }, (_, index) => {
    const angle = (index / 3000) * 2 * Math.PI;
    return [416900 + 90 * Math.cos(angle), 2354200 + 90 * Math.sin(angle)] as const;
  });
  const path = await keep('long.pdf', await make({ ...FACTS, holders, rings: [[...around, around[0]!]] }));
  const text = await read(path);
  for (const { name } of holders) assert.ok(text.includes(`${name} (phần 1/60)`), name);
  assert.match(text, /3000 2354\d{3},\d\d 416\d{3},\d\d 3000–1 0,\d\d/);
  assert.match(text, /xem bảng dưới/, 'the drawing says that not every label is on it');
  assert.match(await judge(path), /Signature is Valid\./);
});

test('the scale is the largest standard one that leaves room for labels, and the drawing keeps to it', () => {
  const scaleOf = (width: number, height: number) => drawExtract([rectangle(width, height)], FRAME).scale;
  assert.equal(scaleOf(13.4, 8.9), 100);
  assert.equal(scaleOf(13.5, 8.9), 200);
  assert.equal(scaleOf(13.4, 9), 200);
  assert.equal(scaleOf(135, 10), 50_000, 'beyond the last one');
  const { scale, rings, bar } = drawExtract([RING], FRAME);
  const [[ax, ay], [bx, by]] = [rings[0]![0]!, rings[0]![1]!];
  const drawn = (Math.hypot(bx - ax, by - ay) * scale) / 1000;
  assert.ok(Math.abs(drawn / Math.hypot(30.4, 1) - 1) < 1e-6);
  assert.ok(Math.abs((bar.mm * scale) / 1000 / bar.metres - 1) < 1e-6);
});

const round = (count: number, radius: number, waves: number): Ring => {
  const corners = Array.from({ length: count }, (_, index) => {
    const [angle, far] = [(index / count) * 2 * Math.PI, radius + waves * Math.sin(index * 1.7)];
    return [416900 + far * Math.cos(angle), 2354200 + far * Math.sin(angle)] as const;
  });
  return [...corners, corners[0]!];
};
/** Corners of the box of a label, somewhat narrower than its letters. */
function cornersOf({ text, at: [x, y], sizePt, angle = 0 }: DrawingLabel): [number, number][] {
  const [w, h] = [text.length * sizePt * 0.1, sizePt * 0.12];
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return [
    [-w, -h],
    [w, -h],
    [w, h],
    [-w, h],
  ].map(([a = 0, b = 0]) => [x + a * cos - b * sin, y + a * sin + b * cos]);
}
const polygon = (corners: readonly (readonly [number, number])[]) =>
  [...corners, corners[0]!].map(([x, y]) => [x, y] as [number, number]);
/** Whether two convex shapes have a point in common: by an axis that parts them. */
function meet(a: readonly (readonly [number, number])[], b: readonly (readonly [number, number])[]): boolean {
  return [polygon(a), polygon(b)].every((ring) =>
    ring.slice(1).every(([x, y], index) => {
      const [nx, ny] = [y - ring[index]![1], ring[index]![0] - x];
      const along = (shape: readonly (readonly [number, number])[]) => shape.map(([px, py]) => px * nx + py * ny);
      return Math.max(...along(a)) > Math.min(...along(b)) && Math.max(...along(b)) > Math.min(...along(a));
    }),
  );
}

test('no label lies on another or on a line of the land, and all lie within the frame: of 3 corners, of 3,000, with holes, among neighbours', () => {
  const shapes: readonly (readonly [string, readonly Ring[], number])[] = [
    ['five corners', [RING], 10],
    ['three corners', [[RING[0]!, RING[1]!, [416712, 2354006], RING[0]!]], 5],
    ['forty and a hole', [round(40, 60, 3), round(9, 15, 0)], 50],
    ['three thousand', [round(3000, 90, 0)], 60],
    [
      'parts',
      [
        rectangle(30, 25),
        rectangle(22, 30).map(([e, n]) => [e + 45, n + 10]),
        rectangle(14, 12).map(([e, n]) => [e + 12, n + 40]),
      ],
      20,
    ],
  ];
  for (const [what, rings, least] of shapes) {
    const drawing = drawExtract(rings, FRAME_1, FACTS.neighbours, '12');
    const { frame, labels, around, own } = drawing;
    const all = notEmpty([...labels, ...around.labels, ...(own ? [own] : [])]);
    assert.equal(own?.text, '12', `${what}: its own number`);
    assert.ok(labels.length >= least, `${what}: ${labels.length} labels`);
    assert.equal(drawing.dense, labels.length < 2 * drawing.corners, what);
    const boxes = all.map(cornersOf);
    for (const [index, box] of notEmpty(boxes).entries()) {
      for (const [x, y] of notEmpty(box))
        assert.ok(
          x > frame!.from[0] && y > frame!.from[1] && x < frame!.to[0] && y < frame!.to[1],
          `${what}: ${index}`,
        );
      for (const [other, box2] of mayBeEmpty(boxes.slice(index + 1)).entries())
        assert.ok(!meet(box, box2), `${what}: ${all[index]!.text} on ${all[index + 1 + other]!.text}`);
    }
    for (const ring of notEmpty(drawing.rings))
      for (const [index, to] of notEmpty(ring.slice(1)).entries())
        for (const [at, box] of notEmpty(boxes).entries())
          assert.ok(!meet(box, [ring[index]!, to]), `${what}: ${all[at]!.text} on a line`);
  }
});

test('several parcels have a page each, under number and sheet, with a drawing of their own; no heading stands apart from it', async () => {
  const more = ['13', '14'].map((no) => ({ ...FACTS, no, rings: [rectangle(30, 45)], neighbours: [] }));
  const { blocks } = layOutMapExtract(MAP_EXTRACT_1, FACTS, more);
  assert.equal(blocks.filter(({ kind }) => kind === 'drawing').length, 3);
  const pdf = await (await renderPaper(layOutMapExtract(MAP_EXTRACT_1, FACTS, more), MOMENT)).pdf.save();
  const path = await keep('several.pdf', Buffer.from(pdf));
  for (const [at, no] of ['12', '13', '14'].entries()) {
    const page = String(at + 1);
    const { stdout } = await run('pdftotext', ['-f', page, '-l', page, '-raw', path, '-']);
    const said = stdout.normalize('NFC').replaceAll(/\s+/g, ' ');
    for (const part of [`THỬA ĐẤT ${page}/3: THỬA SỐ ${no}, TỜ BẢN ĐỒ SỐ 77`, '6.1. Sơ đồ', '6.2. Toạ độ', ` ${no} `])
      assert.ok(said.includes(part), `${part}: ${said}`);
  }
});

test('neighbours have their numbers on their own land; ticks stand at round coordinates; 10 cm are 10 cm', () => {
  const { around, frame, checkLine, scale } = drawExtract([RING], FRAME_1, FACTS.neighbours);
  assert.deepEqual(around.labels.map(({ text }) => text).sort(), ['11', '13', '7']);
  assert.ok(around.lines.length > 6);
  const east = frame!.labels.filter(({ angle }) => angle === undefined).map(({ text }) => Number(text));
  assert.ok(east.length >= 6 && east.every((one) => one % 20 === 0 && one > 416600 && one < 416900), `${east}`);
  const [from, to] = notEmpty([...checkLine!]);
  assert.ok(Math.abs(to![0] - from![0] - 100) < 1e-9);
  assert.equal(scale, 500);
});

test('a plain parcel of five corners has its whole extract on one page of A4, with a margin of 15 mm', async () => {
  const path = await keep('one.pdf', await make(FACTS));
  const { stdout } = await run('pdfinfo', [path]);
  for (const line of [/^Pages: +1$/m, /^Page size: +595\.27\d* x 841\.8\d* pts \(A4\)$/m, /^Tagged: +yes$/m])
    assert.match(stdout, line);
  await run('pdftoppm', ['-r', '72', '-gray', '-png', '-singlefile', path, join(folder, 'one')]);
  const { data, info } = await sharp(join(folder, 'one.png')).greyscale().raw().toBuffer({ resolveWithObject: true });
  const margin = Math.floor((15 / 25.4) * 72) - 2;
  for (let y = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1) {
      const within = x >= margin && y >= margin && x < info.width - margin && y < info.height - margin;
      if (!within) assert.equal(data[y * info.width + x], 255, `ink in the margin at ${x}, ${y}`);
    }
});

test('the QR code is read from a bad copy: 100 dpi, JPEG of quality 40, turned by 3 degrees', {
  skip: zbarSkip,
}, async () => {
  const path = await keep('copy.pdf', await make(FACTS));
  await run('pdftoppm', ['-r', '100', '-png', '-singlefile', path, join(folder, 'copy')]);
  const picture = sharp(join(folder, 'copy.png')).rotate(3, { background: '#fff' }).flatten({ background: '#fff' });
  await picture.jpeg({ quality: 40 }).toFile(join(folder, 'copy.jpg'));
  const { stdout } = await run('zbarimg', ['--raw', '-q', join(folder, 'copy.jpg')]);
  assert.equal(stdout.trim(), FACTS.qr);
});

test('on the rendered page the scale is true to 0.3 %', async () => {
  const [width, height] = [36, 45];
  const path = await keep('scale.pdf', await make({ ...FACTS, rings: [rectangle(width, height)], neighbours: [] }));
  const dpi = 400;
  await run('pdftoppm', ['-r', String(dpi), '-gray', '-png', '-singlefile', path, join(folder, 'scale')]);
  const { data, info } = await sharp(join(folder, 'scale.png')).greyscale().raw().toBuffer({ resolveWithObject: true });
  const dark = (x: number, y: number) => data[y * info.width + x]! < 128;
  const { scale } = drawExtract([rectangle(width, height)], FRAME_1);
  const px = (metres: number) => ((metres * 1000) / scale / 25.4) * dpi;
  /** Rows or columns with a line about as long as an edge. */
  const lines = (count: number, other: number, along: number, isDark: (a: number, b: number) => boolean): number[] => {
    const found: number[] = [];
    for (let a = 0; a < count; a += 1) {
      let [dashes, longest] = [0, 0];
      for (let b = 0; b < other; b += 1) {
        dashes = isDark(a, b) ? dashes + 1 : 0;
        longest = Math.max(longest, dashes);
      }
      if (longest > along * 0.9 && longest < along * 1.1) found.push(a);
    }
    return found;
  };
  const across = lines(info.width, info.height, px(height), dark);
  const down = lines(info.height, info.width, px(width), (y, x) => dark(x, y));
  for (const [at, metres] of [
    [across, width],
    [down, height],
  ] as const) {
    const first = at.filter((place) => place - at[0]! < 10);
    const last = at.filter((place) => at.at(-1)! - place < 10);
    const middle = (places: readonly number[]) => places.reduce((sum, place) => sum + place, 0) / places.length;
    const drawn = middle(last) - middle(first);
    assert.ok(Math.abs(drawn / px(metres) - 1) < 0.003, `${metres} m at 1:${scale}: ${drawn} px for ${px(metres)}`);
  }
});

test('printed coordinates are those of the register to 1 cm, and edge lengths agree with them', async () => {
  const corners = Array.from({ length: 40 }, (_, index) => {
    const angle = (index / 40) * 2 * Math.PI;
    return [416900.1234 + 61.77 * Math.cos(angle), 2354200.5678 + 47.31 * Math.sin(angle)] as const;
  });
  const text = await read(await keep('numbers.pdf', await make({ ...FACTS, rings: [[...corners, corners[0]!]] })));
  const rows = [...text.matchAll(/(\d+) (2354\d{3},\d\d) (416\d{3},\d\d) \1–(\d+) (\d+,\d\d)/g)].map((row) =>
    row.slice(1).map((cell) => Number(cell.replace(',', '.'))),
  );
  assert.equal(rows.length, corners.length);
  const printed = new Map(rows.map(([no, north, east]) => [no!, [east!, north!] as const]));
  for (const [no, north, east, next, edge] of notEmpty(rows)) {
    const near = corners.some(([x, y]) => Math.hypot(x - east!, y - north!) <= 0.0071);
    assert.ok(near, `corner ${no}`);
    const [x, y] = printed.get(next!)!;
    assert.ok(Math.abs(Math.hypot(x - east!, y - north!) - edge!) <= 0.0051, `edge ${no}–${next}`);
  }
});
