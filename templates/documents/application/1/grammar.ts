/**
 * How an application to register (đơn đăng ký) is told from other papers, and what it says of the land it is about. Such papers have many forms: what is not found is left to a person.
 * Patterns are of the letters without diacritics and case; pages after the first have no mark of their own and follow it.
 */
export const APPLICATION_1 = {
  kind: 'application',
  version: 1,
  validFrom: null,
  validTo: null,
  sides: [{ side: 'first', marks: ['don (?:dang ky|de nghi|xin)', 'kinh gui'], without: ['dieu 1'] }],
  qr: null,
  barcode: null,
  fields: [
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
