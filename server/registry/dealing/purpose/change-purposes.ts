import { listNextVersions, listNoPurposes } from '../../../db/dealing/current-land.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { changeOf, type PlannedChange } from '../../../domain/dealing/change.ts';
import { judge } from '../../../domain/dealing/rule/judge.ts';
import { purposesAddUp } from '../../../domain/dealing/rule/land/purposes-add-up.ts';
import type { ParcelStanding, StandingPurpose } from '../../../domain/dealing/standing.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { dayOf } from '../../../domain/legal-day.ts';
import { keepVersions, registerVersions } from '../carry/change-versions.ts';
import { purposesOf } from '../carry/purposes-of.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';

const keyOf = ({ code, until }: StandingPurpose) => `${code} ${until ?? ''}`;
const text = (purposes: readonly StandingPurpose[]) =>
  purposes.map(({ code, areaM2, until }) => `${code} ${areaM2} ${until}`).join('\n');

/** A purpose with its place among those of one code. */
function placed(purposes: readonly StandingPurpose[]): Map<string, StandingPurpose> {
  const found = new Map<string, StandingPurpose>();
  for (const purpose of purposes) {
    const nth = [...found.values()].filter(({ code }) => code === purpose.code).length;
    found.set(nth === 0 ? purpose.code : `${purpose.code} (${nth + 1})`, purpose);
  }
  return found;
}

function changesOf(before: readonly StandingPurpose[], after: readonly StandingPurpose[]): PlannedChange[] {
  const [was, is] = [placed(before), placed(after)];
  const area = (purpose: StandingPurpose | undefined) =>
    purpose === undefined || purpose.areaM2 === null ? null : String(purpose.areaM2);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => [
    ...changeOf('purpose.area', 'm2', area(was.get(name)), area(is.get(name)), name),
    ...changeOf('purpose.until', 'day', was.get(name)?.until ?? null, is.get(name)?.until ?? null, name),
  ]);
}

/** The areas add up to the registered area exactly, or to the computed one where none is registered; to 0.01 m². */
async function judgePurposes(
  trx: Trx,
  parcel: ParcelStanding,
  purposes: readonly StandingPurpose[],
): Promise<Verdict[]> {
  const today = dayOf(new Date());
  const unknown = await listNoPurposes(trx, [...new Set(purposes.map(({ code }) => code))]);
  const twice = purposes.filter((one, at) => purposes.findIndex((other) => keyOf(other) === keyOf(one)) !== at);
  const parcelM2 = parcel.legalAreaM2 ?? parcel.areaM2;
  return [
    ...(unknown.length > 0 ? [verdict('purpose.not_in_force', { codes: unknown })] : []),
    ...(twice.length > 0 ? [verdict('purpose.named_twice', { codes: twice.map(({ code }) => code) })] : []),
    ...judge(purposesAddUp, { areasM2: purposes.map(({ areaM2 }) => areaM2), parcelM2 }),
    ...purposes.flatMap(({ code, until }) =>
      until !== null && until <= today ? [verdict('purpose.already_over', { code, until })] : [],
    ),
    ...(text(purposes) === text(purposesOf(parcel)) ? [verdict('purpose.same_as_before')] : []),
  ];
}

async function planPurposes(trx: Trx, { payload, standing }: Subject<'purpose_change'>): Promise<Plan> {
  const [parcel] = standing;
  if (parcel?.status !== 'current') return { verdicts: [], land: [], rights: [] };
  const purposes = payload.purposes.map(({ code, areaM2, until }) => ({ code, areaM2, until: until ?? null }));
  const serials = new Set(parcel.rights.flatMap(({ certificateSerial }) => certificateSerial ?? []));
  const land = await listNextVersions(trx, [parcel.parcelId]);
  return {
    verdicts: [
      ...(await judgePurposes(trx, parcel, purposes)),
      ...(serials.size > 0 ? [verdict('right.certificate_to_exchange', { certificates: serials.size })] : []),
    ],
    land: land.map((next) => ({
      ...next,
      purposes,
      landUse: [...new Set(purposes.map(({ code }) => code))].join('+'),
    })),
    rights: [],
    changes: changesOf(purposesOf(parcel), purposes),
  };
}

/** Chuyển mục đích sử dụng: the parcel keeps shape, number and rights; what it is used for, by area and until when, changes. */
export const PURPOSE_CHANGE: ParcelKind<'purpose_change'> = {
  kind: 'purpose_change',
  plan: planPurposes,
  keep: keepVersions,
  register: registerVersions,
};
