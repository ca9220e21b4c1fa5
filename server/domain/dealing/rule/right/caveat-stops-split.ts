import { type Fixtures, rule } from '../rule.ts';
import { CAVEAT, type CaveatAsked, stoppedBy } from './stopped-by.ts';

/** A caveat that stops changes of shape stops cuts, mergers and boundaries that move. */
export const caveatStopsSplit = rule({
  code: 'caveat.stops_split',
  severity: 'error',
  threshold: 'the caveat’s own last day',
  vi: 'Thửa[ {no}] đang bị ngăn chặn thay đổi hình thể[ theo văn bản {documentNo}][ đến {until}].',
  en: 'A caveat stops changes of shape of parcel[ {no}][ (document {documentNo})][ until {until}].',
  check: (asked: CaveatAsked) => stoppedBy('split', asked),
});

export const fixtures: Fixtures<CaveatAsked> = {
  passes: { stoppedBy: 'split', parcelId: 'p', no: '12', caveats: [{ ...CAVEAT, split: false }] },
  fails: { stoppedBy: 'split', parcelId: 'p', no: '12', caveats: [CAVEAT] },
  notApplicable: { stoppedBy: null, parcelId: 'p', no: '12', caveats: [CAVEAT] },
};
