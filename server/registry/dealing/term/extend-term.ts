import { followRights } from '../../../db/dealing/leases.ts';
import { endRights, insertRight } from '../../../db/dealing/rights.ts';
import { changeOf } from '../../../domain/dealing/change.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { verdict } from '../../../domain/dealing/verdict.ts';
import { dayOf } from '../../../domain/legal-day.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Subject } from '../dealing-kind-interface.ts';

const named = ({ payload, standing }: Subject<'term_extension'>) =>
  standing[0]?.rights.find(({ rightId }) => rightId === payload.rightId);

/** Gia hạn: the right ends and is raised anew with a later last day; mortgages and leases on it go on. */
export const TERM_EXTENSION: ParcelKind<'term_extension'> = {
  kind: 'term_extension',
  async plan(_trx, subject) {
    const right = named(subject);
    const { rightId, until } = subject.payload;
    if (!right) return { verdicts: [verdict('right.not_current', { rightId })], land: [], rights: [] };
    const present = right.until;
    const late = until > dayOf(new Date()) && (present === null || until > present);
    const shown = { holder: right.holder, share: shareText(right), parcelId: subject.standing[0]!.parcelId };
    return {
      verdicts: [
        ...(late ? [] : [verdict('term.not_later', { until, present })]),
        ...(present === null ? [verdict('term.none_before')] : []),
        ...(right.certificateSerial === null ? [] : [verdict('right.certificate_to_exchange', { certificates: 1 })]),
      ],
      land: [],
      rights: [
        { ...shown, rightId, change: 'ended' },
        { ...shown, rightId: null, change: 'raised' },
      ],
      changes: changeOf('right.until', 'day', present, until, right.holder),
    };
  },
  async register(trx, dealingId, subject) {
    const right = named(subject);
    if (!right) throw new Error(`right ${subject.payload.rightId} does not hold`);
    const rightId = derivedId(dealingId, 'right', right.rightId);
    await endRights(trx, dealingId, [right.rightId]);
    await insertRight(trx, dealingId, subject.communeCode, {
      rightId,
      parcelId: subject.standing[0]!.parcelId,
      partyId: right.partyId,
      kind: right.kind,
      share: { numerator: right.numerator, denominator: right.denominator },
      certificateSerial: right.certificateSerial,
      verified: right.verified || subject.payload.proof !== undefined,
      until: subject.payload.until,
    });
    await followRights(trx, dealingId, [right.rightId], [rightId]);
  },
};
