import { matchNumbered as matchRows, type NumberedRow } from '../../db/portal/match-parcels.ts';
import type { SearchArea } from '../../db/portal/search.ts';
import type { KeyAnswer } from '../../domain/lookup/judge-row.ts';
import type { ParcelQuestion } from '../../domain/lookup/read-row.ts';
import { mayAsk } from '../portal/find-portal-parcels.ts';
import { findNumbered } from '../search/find-numbered.ts';
import type { SearchContext } from '../search/search-context.ts';
import type { MatchedPlace, openPlaces } from './match-place.ts';

const NOT_PUBLISHED: KeyAnswer = { parcelIds: [], more: false, doubt: null, missing: 'not_published' };
const COMMUNE_UNKNOWN: KeyAnswer = { parcelIds: [], more: false, doubt: null, missing: 'commune_unknown' };

/** A number without a commune may be anywhere, registered or not; text that was not understood may have said where. */
function doubtOf({ place, unread }: ParcelQuestion, found: MatchedPlace | null): KeyAnswer['doubt'] {
  if (unread.length > 0) return 'partly_read';
  return place ? (found?.doubt ?? null) : 'commune_missing';
}

interface Pending {
  readonly question: ParcelQuestion;
  readonly area: number | null;
  readonly doubt: KeyAnswer['doubt'];
}

/** All questions by sheet and number in one statement, and a second one for those that only a parcel of former days answers. */
async function matchPending(
  context: SearchContext & { readonly before: Date },
  pending: readonly Pending[],
  areas: readonly (readonly SearchArea[])[],
): Promise<KeyAnswer[]> {
  const { pool, before, limit } = context;
  const found = pending.map(() => new Set<string>());
  const look = async (wanted: readonly number[], withEnded: boolean) => {
    const rows = wanted.flatMap((at): NumberedRow[] => {
      const { question, area } = pending[at]!;
      return [question, ...question.also].flatMap(({ sheet, no }) =>
        no === undefined ? [] : [{ at, sheet: sheet ?? null, no, area }],
      );
    });
    if (rows.length === 0) return;
    for (const { at, ids } of await matchRows(pool, rows, areas, { before, withEnded, limit }))
      for (const id of ids) found[at]!.add(id);
  };
  await look([...pending.keys()], false);
  // Papers outlive parcels: a number that no parcel has today is looked for among those that had it.
  await look(
    [...pending.keys()].filter((at) => found[at]!.size === 0),
    true,
  );
  return pending.map(({ doubt }, at) => {
    const ids = [...found[at]!];
    return { parcelIds: ids.slice(0, limit), more: ids.length > limit, doubt, missing: null };
  });
}

/** Answers to questions by sheet and number, in their order; what each means is what the question box says it means. */
export async function matchNumbered(
  context: SearchContext & { readonly before: Date },
  placeOf: ReturnType<typeof openPlaces>,
  questions: readonly ParcelQuestion[],
): Promise<KeyAnswer[]> {
  const answers: (KeyAnswer | undefined)[] = [];
  const pending: Pending[] = [];
  const pendingAt: number[] = [];
  const areas: (readonly SearchArea[])[] = [];
  const areaNo = new Map<readonly SearchArea[], number>();
  for (const [at, question] of questions.entries()) {
    const { sheet, no, place } = question;
    if (!mayAsk(context.policy, { sheet, no, commune: place })) {
      answers[at] = NOT_PUBLISHED;
      continue;
    }
    const found = place ? await placeOf(place) : null;
    const doubt = doubtOf(question, found ?? null);
    if (found === undefined) answers[at] = COMMUNE_UNKNOWN;
    else if (found?.areas === null) {
      const { parcels, more } = await findNumbered(context, question);
      answers[at] = { parcelIds: parcels.map(({ id }) => id), more, doubt, missing: null };
    } else {
      let area: number | null = null;
      if (found) {
        area = areaNo.get(found.areas) ?? areas.push(found.areas) - 1;
        areaNo.set(found.areas, area);
      }
      pending.push({ question, area, doubt });
      pendingAt.push(at);
    }
  }
  const matched = await matchPending(context, pending, areas);
  for (const [i, answer] of matched.entries()) answers[pendingAt[i]!] = answer;
  return answers.map((answer) => answer ?? COMMUNE_UNKNOWN);
}
