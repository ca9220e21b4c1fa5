import { type Fixtures, rule } from '../rule.ts';
import { CAVEAT, type CaveatAsked, stoppedBy } from './stopped-by.ts';

/** A caveat that stops transfers stops what gives the land into other hands. */
export const caveatStopsTransfer = rule({
  code: 'caveat.stops_transfer',
  severity: 'error',
  threshold: 'the caveat’s own last day',
  vi: 'Thửa[ {no}] đang bị ngăn chặn chuyển quyền[ theo văn bản {documentNo}][ đến {until}].',
  en: 'A caveat stops transfers of parcel[ {no}][ (document {documentNo})][ until {until}].',
  check: (asked: CaveatAsked) => stoppedBy('transfer', asked),
});

export const fixtures: Fixtures<CaveatAsked> = {
  passes: { stoppedBy: 'transfer', parcelId: 'p', no: '12', caveats: [{ ...CAVEAT, transfer: false }] },
  fails: { stoppedBy: 'transfer', parcelId: 'p', no: '12', caveats: [CAVEAT] },
  notApplicable: { stoppedBy: null, parcelId: 'p', no: '12', caveats: [CAVEAT] },
};
