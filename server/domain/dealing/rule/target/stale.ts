import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly parcelId: string;
  readonly no: string | undefined;
  readonly version: number;
  /** Undefined for land that is not there. */
  readonly present: number | undefined;
}

/** A dealing is registered on the version it was drawn on. */
export const stale = rule({
  code: 'target.stale',
  severity: 'error',
  vi: 'Thửa[ {no}] đã thay đổi sau khi hồ sơ được lập[ (bản {version}, nay là bản {present})]. Hãy lập hồ sơ mới trên bản hiện tại.',
  en: 'Parcel[ {no}] changed after the dealing was opened[ (version {version}, now {present})]. Open a new one on the present version.',
  check: ({ parcelId, no, version, present }: Asked) =>
    present === undefined ? null : version === present ? [] : [{ parcelId, no, version, present }],
});

export const fixtures: Fixtures<Asked> = {
  passes: { parcelId: 'p', no: '12', version: 2, present: 2 },
  fails: { parcelId: 'p', no: '12', version: 1, present: 2 },
  notApplicable: { parcelId: 'p', no: undefined, version: 1, present: undefined },
};
