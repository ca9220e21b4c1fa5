/**
 * How a contract on a land-use right (hợp đồng) is told from other papers, and what it says of the land it is about. Such papers have many forms: what is not found is left to a person.
 * Patterns are of the letters without diacritics and case; pages after the first have no mark of their own and follow it.
 */
export const CONTRACT_1 = {
  kind: 'contract',
  version: 1,
  validFrom: null,
  validTo: null,
  sides: [
    {
      side: 'first',
      marks: ['hop dong (?:chuyen nhuong|tang cho|the chap|thue|chuyen doi|gop von)', 'dieu 1'],
      without: [],
    },
  ],
  qr: null,
  barcode: null,
  fields: [
    {
      name: 'serial',
      rule: 'serial.cited',
      side: 'first',
      shape: 'serial',
      pattern: 'so\\s+phat\\s+hanh ?[:.]?\\s*(?<value>[a-z]{1,2} ?[0-9oil]{6,8})(?![0-9])',
    },
    {
      name: 'sheetNo',
      rule: 'sheet_no.label',
      side: 'first',
      shape: 'number',
      pattern: 'to ban do so ?[:.]? ?(?<value>[0-9]{1,5}[a-z]?)(?![0-9a-z])',
    },
    {
      name: 'parcelNo',
      rule: 'parcel_no.label',
      side: 'first',
      shape: 'number',
      pattern: 'thua dat so ?[:.]? ?(?<value>[0-9]{1,6}[a-z]?)(?![0-9a-z])',
    },
    {
      name: 'areaM2',
      rule: 'area.label',
      side: 'first',
      shape: 'area',
      pattern: 'dien tich ?[:.]? ?(?<value>[0-9][0-9., ]*) ?m',
    },
    {
      name: 'issuedOn',
      rule: 'issued_on.written',
      side: 'first',
      shape: 'day',
      pattern: '(?<value>ngay ?[0-9oil]{1,2} ?thang ?[0-9oil]{1,2} ?nam ?[0-9oil]{4})',
    },
  ],
  landUses: [],
} as const;
