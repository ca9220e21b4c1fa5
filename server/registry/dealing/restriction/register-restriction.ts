import { endRestriction, insertRestriction, lookAtShape } from '../../../db/dealing/restrictions.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { changeOf } from '../../../domain/dealing/change.ts';
import { round2 } from '../../../domain/dealing/rule/land/round2.ts';
import type { ParcelStanding } from '../../../domain/dealing/standing.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';

type OfRestriction = Subject<'restriction'>;
type Placed = Extract<OfRestriction['payload'], { readonly kind: unknown }>;

/** How far a shape may reach over the boundary of its parcel, m: what is typed to the centimetre is no slip. */
const REACH_M = 0.02;

async function judgeShape(
  trx: Trx,
  parcel: ParcelStanding,
  geometry: NonNullable<Placed['geometry']>,
): Promise<{ readonly verdicts: Verdict[]; readonly insideM2: number | null }> {
  const stopped = (one: Verdict) => ({ verdicts: [one], insideM2: null });
  if (geometry.srid !== parcel.srid) {
    return stopped(verdict('restriction.wrong_system', { srid: geometry.srid, sheetSrid: parcel.srid }));
  }
  const { valid, outM, insideM2 } = await lookAtShape(trx, parcel.parcelId, geometry);
  if (!valid) return stopped(verdict('restriction.shape_invalid'));
  const reaches = outM > REACH_M ? [verdict('restriction.outside_parcel', { no: parcel.no, outM: round2(outM) })] : [];
  return { verdicts: reaches, insideM2: insideM2 === null ? null : round2(insideM2) };
}

async function planRestriction(trx: Trx, { payload, standing }: OfRestriction): Promise<Plan> {
  const [parcel] = standing;
  if (parcel?.status !== 'current') return { verdicts: [], land: [], rights: [] };
  if ('lifts' in payload) {
    const lifted = parcel.restrictions.find(({ restrictionId }) => restrictionId === payload.lifts);
    return {
      verdicts: lifted ? [] : [verdict('restriction.not_current', { restrictionId: payload.lifts })],
      land: [],
      rights: [],
      changes: lifted ? changeOf('restriction', 'restriction', lifted.kind, null, lifted.documentNo) : [],
    };
  }
  const { kind, geometry, document } = payload;
  const again = parcel.restrictions.some((one) => one.kind === kind && one.documentNo === document.no);
  const { verdicts, insideM2 } = geometry ? await judgeShape(trx, parcel, geometry) : { verdicts: [], insideM2: null };
  const area = insideM2 === null ? null : String(insideM2);
  return {
    verdicts: [...verdicts, ...(again ? [verdict('restriction.placed_before', { documentNo: document.no })] : [])],
    land: [],
    rights: [],
    changes: [
      ...changeOf('restriction', 'restriction', null, kind, document.no),
      ...changeOf('restriction.area', 'm2', null, area, document.no),
    ],
  };
}

/** Hạn chế quyền, quyền đối với thửa đất liền kề: placed by one paper, on all of a parcel or a part, and lifted by another. */
export const RESTRICTION: ParcelKind<'restriction'> = {
  kind: 'restriction',
  plan: planRestriction,
  async register(trx, dealingId, { communeCode, payload, standing }) {
    if ('lifts' in payload) {
      const ended = await endRestriction(trx, dealingId, payload.lifts);
      if (ended !== 1) throw new Error(`restriction ${payload.lifts} does not hold`);
      return;
    }
    const { parcelId } = standing[0]!;
    await insertRestriction(trx, dealingId, communeCode, {
      restrictionId: derivedId(dealingId, 'restriction', parcelId),
      parcelId,
      kind: payload.kind,
      geometry: payload.geometry ?? null,
      document: payload.document,
    });
  },
};
