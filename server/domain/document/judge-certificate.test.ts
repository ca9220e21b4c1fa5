import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StandingRight } from '../dealing/standing.ts';
import { type ConfirmedPaper, judgeCertificate } from './judge-certificate.ts';
import { likenessOfName } from './same-holder.ts';

const right = (of: Partial<StandingRight> = {}): StandingRight => ({
  rightId: 'r1',
  partyId: 'p1',
  holder: 'Hoàng Văn Mẫu',
  kind: 'use',
  numerator: 1,
  denominator: 1,
  certificateSerial: null,
  verified: false,
  until: null,
  leases: [],
  mortgages: [],
  ...of,
});
const parcel = (rights: readonly StandingRight[]) => ({
  parcelId: 'land',
  no: '12',
  sheet: '7',
  communeCode: '99001',
  legalAreaM2: 1200.5,
  rights: [...rights],
});
const paper = (of: Partial<ConfirmedPaper> = {}): ConfirmedPaper => ({
  documentId: 'd1',
  kind: 'certificate_qr',
  status: 'confirmed',
  communeCode: '99001',
  serial: 'AA 01234567',
  areaM2: 1200.5,
  holder: 'Hoàng Văn Mẫu',
  issuedOn: '2019-05-06',
  links: [{ parcelId: 'land', status: 'proposed', proposedBy: 'thu' }],
  second: null,
  parties: [],
  ...of,
});
const codes = (of: Partial<ConfirmedPaper> | undefined, rights: readonly StandingRight[] = [right()]) => {
  const { verdicts, rights: proven } = judgeCertificate(of && paper(of), 'd1', parcel(rights));
  return [verdicts.map(({ code }) => code), proven.map(({ rightId }) => rightId)];
};

test('a certificate bears out the rights of whom it names, and no others', () => {
  const other = right({ rightId: 'r2', partyId: 'p2', holder: 'Lê Thị Khác' });
  assert.deepEqual(codes({}), [['archive.confirms'], ['r1']]);
  assert.deepEqual(codes({}, [right(), other]), [['archive.confirms'], ['r1']]);
  assert.deepEqual(codes({ holder: 'Hoàng Văn Mẫu; Lê Thị Khác' }, [right(), other]), [
    ['archive.confirms'],
    ['r1', 'r2'],
  ]);
  assert.deepEqual(codes({ holder: 'Hoàng Văn Mẫu; Người Thứ Ba' }), [
    ['archive.holder_partly', 'archive.confirms'],
    ['r1'],
  ]);
  assert.deepEqual(codes({ holder: null, parties: ['p1'] }), [['archive.confirms'], ['r1']], 'by the identity number');
  assert.deepEqual(codes({}, [right({ verified: true })]), [['archive.confirmed_already'], ['r1']]);
  assert.deepEqual(codes({}, [right({ certificateSerial: 'AA 01234567' })]), [['archive.confirms'], ['r1']]);
  assert.deepEqual(codes({ areaM2: 1300 }), [['archive.area_differs', 'archive.confirms'], ['r1']]);
  assert.deepEqual(codes({}, []), [['archive.no_right'], []]);
  assert.deepEqual(codes({}, [right({ kind: 'management' })]), [['archive.no_right'], []]);
});

test('what a certificate does not bear out stops it, by name', () => {
  for (const [of, code] of [
    [{ holder: 'Lê Thị Khác' }, 'archive.holder_differs'],
    [{ holder: null }, 'archive.holder_differs'],
    [{ serial: null }, 'archive.undated'],
    [{ issuedOn: null }, 'archive.undated'],
    [{ kind: 'contract' }, 'archive.not_confirmed'],
    [{ status: 'to_review' }, 'archive.not_confirmed'],
    [{ communeCode: '99002' }, 'archive.not_confirmed'],
    [{ second: 'waiting' }, 'archive.second_open'],
    [{ second: 'differs' }, 'archive.second_open'],
    [{ links: [] }, 'archive.no_parcel'],
    [{ links: [{ parcelId: 'land', status: 'refused', proposedBy: 'thu' }] }, 'archive.no_parcel'],
  ] as const)
    assert.deepEqual(codes(of), [[code], []], code);
  assert.deepEqual(codes(undefined), [['archive.not_confirmed'], []]);
  assert.deepEqual(codes({}, [right({ certificateSerial: 'BB 123456' })]), [['archive.serial_differs'], []]);
});

test('names are the same whatever their case and title, near where tones differ, and never by a part of a word', () => {
  for (const [name, holder, is] of [
    ['HOÀNG VĂN MẪU', 'Hoàng Văn Mẫu', 'same'],
    ['Ông Hoàng Văn Mẫu', 'Hoàng Văn Mẫu', 'same'],
    ['Hoàng Văn Mẫu', 'Ông Hoàng Văn Mẫu và bà Lê Thị Thử', 'same'],
    ['Lê Thị Thử', 'Ông Hoàng Văn Mẫu, bà Lê Thị Thử', 'same'],
    ['Hoàng Văn Mậu', 'Hoàng Văn Mẫu', 'near'],
    ['Lê Văn A', 'Lê Văn An', 'differs'],
    ['', 'Lê Văn An', 'differs'],
    ['Bà', 'Bà Lê Văn An', 'differs'],
    ['Hồ Văn An', 'Lê Văn An', 'differs'],
  ] as const)
    assert.equal(likenessOfName(name, holder), is, `${name} / ${holder}`);
});
