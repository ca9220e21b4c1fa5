/**
 * How the certificate of the QR form (TT 10/2024, both sides) is read. Patterns are of the letters without diacritics and case, so that
 * a tone the reader mistook does no harm; `value` is cut out of the text as it was read. Rows are told apart by line feeds.
 * What stands where: fact sheet 3.6; the official blank is not known to us.
 */
export const CERTIFICATE_QR_1 = {
  kind: 'certificate_qr',
  version: 1,
  validFrom: '2025-01-01',
  validTo: null,
  /** A page of it: all of one group are there, and none of `without`. */
  sides: [
    {
      side: 'front',
      marks: ['giay chung nhan', 'quyen so huu tai san gan lien voi dat', 'thong tin thua dat'],
      without: ['quyen so huu nha o'],
    },
    { side: 'back', marks: ['so do thua dat', 'nhung thay d(?:o|0)i sau khi cap'], without: ['nha o va tai san khac'] },
  ],
  /** Fields of the QR joined by |; positions from 0. */
  qr: { separator: '|', parts: 8, serial: 4, certificateCode: 5, made: 0 },
  barcode: null,
  fields: [
    {
      name: 'serial',
      rule: 'serial.foot',
      side: 'front',
      shape: 'serial',
      /** Share of the page's height below which it stands. */
      below: 0.85,
      pattern: '(?<![a-z0-9])(?<value>[a-z]{2} ?[0-9oil]{8})(?![0-9])',
    },
    {
      name: 'bookNo',
      rule: 'book_no.label',
      side: 'back',
      shape: 'bookNo',
      pattern: 'so vao so cap giay chung nhan ?[:.]? ?(?<value>[^\\n:]{2,24})',
    },
    {
      name: 'sheetNo',
      rule: 'sheet_no.label',
      side: 'front',
      shape: 'number',
      pattern: 'to ban do so ?[:.]? ?(?<value>[0-9]{1,5}[a-z]?)(?![0-9a-z])',
    },
    {
      name: 'parcelNo',
      rule: 'parcel_no.label',
      side: 'front',
      shape: 'number',
      pattern: 'thua dat so ?[:.]? ?(?<value>[0-9]{1,6}[a-z]?)(?![0-9a-z])',
    },
    {
      name: 'areaM2',
      rule: 'area.label',
      side: 'front',
      shape: 'area',
      pattern: 'b\\) ?dien tich ?[:.]? ?(?<value>[0-9][0-9., ]*) ?m',
    },
    {
      name: 'landUse',
      rule: 'land_use.names',
      side: 'front',
      shape: 'landUse',
      pattern: 'loai dat ?[:.]? ?(?<value>[^:]+:[\\s\\S]+?)\\n ?d\\) ?thoi han',
    },
    {
      name: 'holder',
      rule: 'holder.lines',
      side: 'front',
      shape: 'holder',
      pattern: 'gan lien voi dat ?[:.]? ?\\n(?<value>[\\s\\S]+?)\\n ?2 ?[.,]? ?thong t',
    },
    {
      name: 'identityNumber',
      rule: 'identity_number.lines',
      side: 'front',
      shape: 'identityNumber',
      pattern: 'gan lien voi dat ?[:.]? ?\\n(?<value>[\\s\\S]+?)\\n ?2 ?[.,]? ?thong t',
    },
    {
      name: 'issuedOn',
      rule: 'issued_on.signature',
      side: 'front',
      shape: 'day',
      pattern: '(?<value>ngay ?[0-9oil]{1,2} ?thang ?[0-9oil]{1,2} ?nam ?[0-9oil]{4})',
    },
  ],
  /** Land uses as certificates spell them (TT 08/2024), without diacritics and case. */
  landUses: [
    ['dat o tai nong thon', 'ONT'],
    ['dat o tai do thi', 'ODT'],
    ['dat trong cay lau nam', 'CLN'],
    ['dat chuyen trong lua', 'LUC'],
    ['dat trong lua con lai', 'LUK'],
    ['dat trong cay hang nam khac', 'HNK'],
    ['dat nuoi trong thuy san', 'NTS'],
    ['dat rung san xuat', 'RSX'],
    ['dat rung phong ho', 'RPH'],
    ['dat rung dac dung', 'RDD'],
    ['dat thuong mai, dich vu', 'TMD'],
    ['dat co so san xuat phi nong nghiep', 'SKC'],
    ['dat nong nghiep khac', 'NKH'],
  ],
} as const;
