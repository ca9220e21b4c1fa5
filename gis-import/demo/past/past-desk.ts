/**
 * The desk at which the past of the demonstration is made: an officer opens and lodges, an approver registers, each by the verbs that
 * every screen uses. Done again, or after being broken off anywhere, a dealing goes on from where it stands.
 */
import type { DealingDraft } from '../../../server/domain/contract/dealing/dealing-draft.ts';
import type { DealingDetail } from '../../../server/domain/contract/dealing/dealings.ts';
import type { ParcelDetail, ParcelRights } from '../../../server/domain/contract/parcel/parcels.ts';
import type { ParcelDealingKind } from '../../../server/domain/dealing/dealing-kind.ts';
import { RESTING_KINDS } from '../../../server/domain/dealing/rested-on.ts';
import { stops } from '../../../server/domain/dealing/verdict.ts';
import { Problem } from '../../../server/domain/problem/problem.ts';
import { approveDealing } from '../../../server/registry/dealing/approve-dealing.ts';
import { getDealing } from '../../../server/registry/dealing/get-dealing.ts';
import { lodgeDealing } from '../../../server/registry/dealing/lodge-dealing.ts';
import { openDealing } from '../../../server/registry/dealing/open-dealing.ts';
import { previewDraft } from '../../../server/registry/dealing/preview-draft.ts';
import { refuseDealing } from '../../../server/registry/dealing/refuse-dealing.ts';
import { suspendDealing } from '../../../server/registry/dealing/suspend-dealing.ts';
import { getParcel } from '../../../server/registry/parcel/get-parcel.ts';
import { getParcelRights } from '../../../server/registry/parcel/get-parcel-rights.ts';
import { createIdentityCipher } from '../../../server/registry/store/identity-cipher.ts';
import type { ImportContext } from '../../pipeline.ts';
import { demoActor } from '../demo-actor.ts';

/** One parcel of a dealing as the officer has it before her. */
export interface Before {
  readonly parcel: ParcelDetail;
  readonly rights: ParcelRights;
}

export interface PastDealing {
  /** Its place in the story: the same number is the same dealing. */
  readonly n: number;
  readonly kind: ParcelDealingKind;
  /** Day of the paper book, and where it stands there; null: it is of today. */
  readonly entered: { readonly on: string; readonly book: string } | null;
  /** Parcels on which it may be done, tried in this order; the first that the rules let through is taken. */
  readonly on: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
  /** What it says of them; null where they are not fit for it. */
  say(land: readonly Before[]): Readonly<Record<string, unknown>> | null;
  readonly ends?: 'registered' | 'draft' | 'lodged' | 'suspended' | 'refused';
  /** Why it was suspended or refused. */
  readonly reason?: string;
}

/** Parcels tried for one dealing, at most. */
const TRIES = 30;
/** What proves a right that so far only repeats the old file. Invented. */
const PROOF_PLACE = 'Kho lưu trữ huyện Lĩnh Giang (hư cấu)';
const idOf = (n: number) => `d1aba000-0000-4000-8000-${String(1000 + n).padStart(12, '0')}`;

export interface PastDesk {
  readonly communes: readonly string[];
  /** The dealing as it stands in the end; null where no parcel of the district is fit for it. */
  deal(asked: PastDealing): Promise<DealingDetail | null>;
}

export function openPastDesk({ pool, personalDataKey }: ImportContext, communes: readonly string[]): PastDesk {
  const officer = demoActor('officer', communes);
  const approver = demoActor('approver', communes);
  const cipher = createIdentityCipher(personalDataKey);
  const known = async (id: string): Promise<DealingDetail | null> => {
    try {
      return (await getDealing(pool, officer, id)).dealing;
    } catch (error) {
      if (error instanceof Problem && error.code === 'dealing.not_found') return null;
      throw error;
    }
  };
  const look = async (id: string): Promise<Before> => ({
    parcel: await getParcel(pool, officer, id, {}),
    rights: await getParcelRights(pool, officer, id, {}),
  });

  async function open({ n, kind, entered, on, say }: PastDealing): Promise<DealingDetail | null> {
    let tries = 0;
    for await (const ids of on) {
      if (tries === TRIES) return null;
      tries += 1;
      const land: Before[] = [];
      for (const id of ids) land.push(await look(id));
      const said = land.every(({ parcel }) => parcel.state === 'current') ? say(land) : null;
      if (said === null) continue;
      const draft: DealingDraft = {
        kind,
        targets: land.map(({ parcel }) => ({ parcelId: parcel.id, version: parcel.version })),
        payload: { ...said, ...proofFor(kind, land) },
        ...(entered ? { entered } : {}),
      };
      if (stops((await previewDraft(pool, officer, cipher, draft)).verdicts)) continue;
      return (await openDealing(pool, officer, cipher, { dealingId: idOf(n), ...draft })).dealing;
    }
    return null;
  }

  return {
    communes,
    async deal(asked) {
      const { n, ends = 'registered', reason = '' } = asked;
      const id = idOf(n);
      const sent = { version: null, key: `demo-past-${n}` };
      let dealing = (await known(id)) ?? (await open(asked));
      if (dealing === null || ends === 'draft') return dealing;
      if (dealing.status === 'draft') ({ dealing } = await lodgeDealing(pool, officer, id, { ...sent, body: {} }));
      if (dealing.status !== 'lodged' || dealing.suspended) return dealing;
      if (ends === 'registered') ({ dealing } = await approveDealing(pool, approver, id, { ...sent, body: {} }));
      if (ends === 'refused') ({ dealing } = await refuseDealing(pool, approver, id, { ...sent, body: { reason } }));
      if (ends === 'suspended') ({ dealing } = await suspendDealing(pool, approver, id, { ...sent, body: { reason } }));
      return dealing;
    },
  };
}

/** The old certificate of whoever holds the land, where the dealing is the first that rests on it. */
function proofFor(kind: ParcelDealingKind, land: readonly Before[]): object {
  const unproven = land.flatMap(({ rights }) => rights.rights.filter(({ verified }) => !verified));
  if (unproven.length === 0 || !RESTING_KINDS.includes(kind)) return {};
  const serial = unproven[0]?.certificateSerial;
  return { proof: { no: serial ?? 'Hồ sơ địa chính 2004', date: '2004-11-18', place: PROOF_PLACE } };
}
