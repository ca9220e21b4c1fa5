/**
 * Labels of the archive: sheets of adhesive labels as they are sold, millimetres, and the words on a label. No rule says what stands on one:
 * the layout is our own. A maker's other sheet is another line; an office chooses among them where it prints.
 */
export const LABELS_1 = {
  version: 1,
  validFrom: '2026-12-01',
  validTo: null,
  sampleLayout: true,
  page: { widthMm: 210, heightMm: 297 },
  sheets: [
    {
      id: 'a4_3x8_70x37',
      name: 'A4 · 3 × 8 · 70 × 37 mm',
      columns: 3,
      rows: 8,
      widthMm: 70,
      heightMm: 37,
      leftMm: 0,
      topMm: 0.5,
      acrossMm: 70,
      downMm: 37,
    },
    {
      id: 'a4_2x7_99x38',
      name: 'A4 · 2 × 7 · 99,1 × 38,1 mm',
      columns: 2,
      rows: 7,
      widthMm: 99.1,
      heightMm: 38.1,
      leftMm: 4.65,
      topMm: 15.15,
      acrossMm: 101.6,
      downMm: 38.1,
    },
  ],
  /** What printers leave white at the edge of a sheet, and a label put on askew. */
  insetMm: 5,
  qrMm: 20,
  /** Four modules of the code, white around it. */
  quietMm: 3,
  sizesPt: { commune: 7, store: 10, shelf: 9, box: 17, number: 13 },
  leastPt: 5,
  words: {
    title: 'Nhãn hồ sơ lưu trữ',
    store: 'Kho {store}',
    shelf: 'Dãy {row} · Kệ {shelf}',
    box: 'Hộp {box}',
    number: 'Số {number}',
    papers: '{count} giấy',
    qr: 'Mã QR: {place}',
  },
} as const;
