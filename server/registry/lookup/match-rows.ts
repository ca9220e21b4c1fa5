import type { Trx } from '../../db/kit/transaction.ts';
import { matchIdentities, matchSerials } from '../../db/lookup/match-persons.ts';
import { matchCodes, type RowMatch } from '../../db/portal/match-parcels.ts';
import { type JudgedRow, judgeRow, type KeyAnswer, unreadRow } from '../../domain/lookup/judge-row.ts';
import type { ReadRow, RowKey } from '../../domain/lookup/read-row.ts';
import { mayAsk } from '../portal/find-portal-parcels.ts';
import type { SearchContext } from '../search/search-context.ts';
import { matchNumbered } from './match-numbered.ts';
import type { openPlaces } from './match-place.ts';
import { matchPoints } from './match-points.ts';

export interface MatchParts {
  /** Who may see what, and for which moment of the register. */
  readonly context: SearchContext & { readonly before: Date };
  readonly placeOf: ReturnType<typeof openPlaces>;
  readonly hashIdentity: (digits: string) => Buffer;
  /** Asks what only staff may ask, within its communes. */
  readonly asStaff: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
}

export interface MatchedRows {
  readonly rows: readonly JudgedRow[];
  /** Persons whose numbers found them: shown to whoever asked, so noted first. */
  readonly partyIds: readonly string[];
}

type KeyOf<Kind extends RowKey['kind']> = Extract<RowKey, { kind: Kind }>;

/** Answers rows of a look-up, in their order: every key of every row, a kind at a time. */
export async function matchRows(parts: MatchParts, rows: readonly ReadRow[]): Promise<MatchedRows> {
  const { context, placeOf, hashIdentity, asStaff } = parts;
  const answers = rows.map((): KeyAnswer[] => []);
  const keys = rows.flatMap((row, at) => ('keys' in row ? row.keys.map((key) => ({ at, key })) : []));
  const ofKind = <Kind extends RowKey['kind']>(kind: Kind) =>
    keys.filter((one): one is { at: number; key: KeyOf<Kind> } => one.key.kind === kind);
  const { before, limit, policy, pool } = context;
  const add = (asked: readonly { at: number }[], found: readonly RowMatch[]) => {
    for (const { at, ids } of found)
      answers[asked[at]!.at]!.push({
        parcelIds: ids.slice(0, limit),
        more: ids.length > limit,
        doubt: null,
        missing: null,
      });
  };

  const codes = ofKind('code');
  if (codes.length > 0 && mayAsk(policy, { code: true })) {
    add(
      codes,
      await matchCodes(
        pool,
        codes.map(({ key }, at) => ({ at, code: key.code })),
        { before, limit },
      ),
    );
  } else {
    for (const { at } of codes)
      answers[at]!.push({ parcelIds: [], more: false, doubt: null, missing: 'not_published' });
  }
  const numbered = ofKind('numbered');
  const byNumber = await matchNumbered(
    context,
    placeOf,
    numbered.map(({ key }) => key.question),
  );
  for (const [i, answer] of byNumber.entries()) answers[numbered[i]!.at]!.push(answer);
  const points = ofKind('point');
  const byPoint =
    points.length > 0
      ? await matchPoints(
          context,
          points.map(({ key }) => key.readings),
        )
      : [];
  for (const [i, answer] of byPoint.entries()) answers[points[i]!.at]!.push(answer);

  const serials = ofKind('serial');
  const identities = ofKind('identity');
  const partyIds: string[] = [];
  if (serials.length + identities.length > 0) {
    await asStaff(async (trx) => {
      add(
        serials,
        await matchSerials(
          trx,
          serials.map(({ key }, at) => ({ at, serial: key.serial })),
          limit,
        ),
      );
      const hashed = identities.map(({ key }, at) => ({ at, hash: hashIdentity(key.digits) }));
      const found = await matchIdentities(trx, hashed, limit);
      add(identities, found);
      partyIds.push(...found.flatMap((match) => match.partyIds));
    });
  }
  return {
    rows: rows.map((row, at) => ('keys' in row ? judgeRow(answers[at]!) : unreadRow(row.reason))),
    partyIds: [...new Set(partyIds)],
  };
}
