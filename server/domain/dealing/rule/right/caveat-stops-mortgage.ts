import { type Fixtures, rule } from '../rule.ts';
import { CAVEAT, type CaveatAsked, stoppedBy } from './stopped-by.ts';

/** A caveat that stops mortgages stops what burdens the land. */
export const caveatStopsMortgage = rule({
  code: 'caveat.stops_mortgage',
  severity: 'error',
  threshold: 'the caveat’s own last day',
  vi: 'Thửa[ {no}] đang bị ngăn chặn thế chấp[ theo văn bản {documentNo}][ đến {until}].',
  en: 'A caveat stops mortgages of parcel[ {no}][ (document {documentNo})][ until {until}].',
  check: (asked: CaveatAsked) => stoppedBy('mortgage', asked),
});

export const fixtures: Fixtures<CaveatAsked> = {
  passes: { stoppedBy: 'mortgage', parcelId: 'p', no: '12', caveats: [{ ...CAVEAT, mortgage: false }] },
  fails: { stoppedBy: 'mortgage', parcelId: 'p', no: '12', caveats: [CAVEAT] },
  notApplicable: { stoppedBy: null, parcelId: 'p', no: '12', caveats: [CAVEAT] },
};
