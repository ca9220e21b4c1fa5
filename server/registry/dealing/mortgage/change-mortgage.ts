import { findMortgage, type MortgageInHand } from '../../../db/dealing/mortgages.ts';
import { endMortgage, insertMortgage, listPartyNames } from '../../../db/dealing/rights.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { changeOf } from '../../../domain/dealing/change.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { type Verdict, verdict } from '../../../domain/dealing/verdict.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Plan, Subject } from '../dealing-kind-interface.ts';
import { enterParty } from '../enter-party.ts';

type OfChange = Subject<'mortgage_change'>;

const held = ({ standing }: OfChange) =>
  standing.flatMap((parcel) => parcel.rights.map((right) => ({ parcel, right })));

/** Rights under the mortgage on the targets, now and as said; and those elsewhere, which stay. */
function rightsUnder(subject: OfChange, mortgage: MortgageInHand) {
  const here = new Set(held(subject).map(({ right }) => right.rightId));
  const before = mortgage.rightIds.filter((id) => here.has(id));
  return {
    before,
    after: subject.payload.changes.rightIds ?? before,
    elsewhere: mortgage.rightIds.filter((id) => !here.has(id)),
    unknown: (subject.payload.changes.rightIds ?? []).filter((id) => !here.has(id)),
  };
}

async function planChange(trx: Trx, subject: OfChange): Promise<Plan> {
  const { mortgageId, changes, document } = subject.payload;
  const mortgage = await findMortgage(trx, mortgageId);
  const under = mortgage && rightsUnder(subject, mortgage);
  if (!mortgage || !under || under.before.length === 0) {
    return { verdicts: [verdict('mortgage.not_current', { mortgageId })], land: [], rights: [] };
  }
  const { before, after, elsewhere, unknown } = under;
  const { mortgagee } = changes;
  const names = mortgagee && 'partyId' in mortgagee ? await listPartyNames(trx, [mortgagee.partyId]) : null;
  const name =
    mortgagee === undefined
      ? mortgage.mortgagee
      : 'partyId' in mortgagee
        ? (names?.get(mortgagee.partyId) ?? '')
        : mortgagee.name;
  const contract = changes.replacesContract ? document.no : mortgage.document.no;
  const sameRights = before.length === after.length && before.every((id) => after.includes(id));
  const verdicts: Verdict[] = [
    ...unknown.map((rightId) => verdict('right.not_current', { rightId })),
    ...(mortgagee && 'partyId' in mortgagee && !names?.has(mortgagee.partyId)
      ? [verdict('party.not_found', { partyId: mortgagee.partyId })]
      : []),
    ...(after.length + elsewhere.length === 0 ? [verdict('mortgage.nothing_left', { mortgageId })] : []),
    ...(mortgagee === undefined && sameRights && !changes.replacesContract
      ? [verdict('mortgage.same_as_before', { mortgageId })]
      : []),
    verdict('mortgage.rank_kept', { since: mortgage.ranksFrom.toISOString().slice(0, 10) }),
  ];
  return {
    verdicts,
    land: [],
    rights: held(subject).flatMap(({ parcel, right }) =>
      before.includes(right.rightId) || after.includes(right.rightId)
        ? [
            {
              rightId: right.rightId,
              parcelId: parcel.parcelId,
              holder: right.holder,
              share: shareText(right),
              change: 'kept',
            },
          ]
        : [],
    ),
    changes: [
      ...changeOf('mortgage.mortgagee', 'text', mortgage.mortgagee, name),
      ...changeOf('mortgage.contract', 'text', mortgage.document.no, contract),
      ...held(subject).flatMap(({ right, parcel }) => {
        const [was, is] = [before.includes(right.rightId), after.includes(right.rightId)];
        const share = shareText(right);
        return changeOf(
          'mortgage.right',
          'text',
          was ? share : null,
          is ? share : null,
          `${right.holder} · ${parcel.no}`,
        );
      }),
    ],
  };
}

async function registerChange(trx: Trx, dealingId: string, subject: OfChange): Promise<void> {
  const { mortgageId, changes, document } = subject.payload;
  const mortgage = await findMortgage(trx, mortgageId);
  if (!mortgage) throw new Error(`mortgage ${mortgageId} does not hold`);
  const { after, elsewhere } = rightsUnder(subject, mortgage);
  if ((await endMortgage(trx, dealingId, mortgageId)) !== 1) throw new Error(`mortgage ${mortgageId} does not hold`);
  await insertMortgage(trx, dealingId, subject.communeCode, {
    mortgageId: derivedId(dealingId, 'mortgage', mortgageId),
    mortgageeId:
      changes.mortgagee === undefined
        ? mortgage.mortgageeId
        : await enterParty(trx, dealingId, subject.communeCode, changes.mortgagee),
    document: changes.replacesContract ? document : mortgage.document,
    rightIds: [...new Set([...elsewhere, ...after])],
    ranksFrom: mortgage.ranksFrom,
    follows: mortgageId,
  });
}

/** Thay đổi thế chấp (NĐ 99/2022): mortgagee, contract, or the rights under it; the mortgage keeps its rank. */
export const MORTGAGE_CHANGE: ParcelKind<'mortgage_change'> = {
  kind: 'mortgage_change',
  plan: planChange,
  register: registerChange,
};
