/** What every kind of dealing must hold, whatever it does: asked through the doors with a draft that is good. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { DealingDraft } from '../domain/contract/dealing/dealing-draft.ts';
import type { DealingReply } from '../domain/contract/dealing/dealings.ts';
import type { VerdictCode } from '../domain/dealing/verdict.ts';
import type { ProblemReply } from '../domain/problem/problem.ts';
import type { DealingStage } from './dealing-stage.ts';
import { notEmpty } from './not-empty.ts';

/** A role that may not, another commune, a version that is no longer the present one, a payload of no form; and the same again. */
export async function assertGuarded(stage: DealingStage, draft: DealingDraft): Promise<void> {
  const asked = { ...draft, dealingId: randomUUID() };
  for (const role of ['citizen', 'business', 'auditor', 'archivist', 'approver'] as const)
    assert.equal((await stage.post('/api/dealings', asked, { role, sub: role })).status, 403, role);
  assert.equal((await stage.post('/api/dealings', asked, stage.stranger)).status, 403, 'another commune');
  const old = { ...asked, targets: draft.targets.map(({ parcelId }) => ({ parcelId, version: 99 })) };
  const stale = await stage.post<ProblemReply>('/api/dealings', old, stage.officer);
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale']);
  for (const payload of [{}, { ...draft.payload, anything: 1 }]) {
    const odd = await stage.post<ProblemReply>('/api/dealings', { ...asked, payload }, stage.officer);
    assert.deepEqual([odd.status, odd.body.code], [400, 'request.invalid'], JSON.stringify(odd.body));
  }
  const first = await stage.post<DealingReply>('/api/dealings', asked, stage.officer);
  const again = await stage.post<DealingReply>('/api/dealings', asked, stage.officer);
  assert.deepEqual([first.status, again.status], [201, 201], JSON.stringify(first.body));
  assert.deepEqual(again.body, first.body);
}

/** Rules that keep a draft from being lodged, each with a sentence in words. */
export async function stoppedBy(stage: DealingStage, draft: DealingDraft): Promise<VerdictCode[]> {
  const { dealing } = await stage.open(draft);
  const refused = await stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/lodge`, {}, stage.officer);
  assert.deepEqual([refused.status, refused.body.code], [409, 'dealing.blocked'], JSON.stringify(refused.body));
  assert.ok(notEmpty(refused.body.errors).every(({ message }) => message.length > 20));
  return refused.body.verdicts?.map(({ code }) => code) ?? [];
}

/** Lodges drafts one by one and registers them all at once: the codes with which the others are refused. */
export async function registeredAtOnce(
  stage: DealingStage,
  drafts: readonly DealingDraft[],
): Promise<{ readonly registered: number; readonly refused: (string | undefined)[] }> {
  const lodged: string[] = [];
  for (const draft of drafts) {
    const { dealing } = await stage.open(draft);
    await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
    lodged.push(dealing.dealingId);
  }
  const ends = await Promise.all(
    lodged.map((id) => stage.post<ProblemReply>(`/api/dealings/${id}/approve`, {}, stage.approver)),
  );
  return {
    registered: ends.filter(({ status }) => status === 200).length,
    refused: ends.filter(({ status }) => status !== 200).map(({ body }) => body.code),
  };
}

/** Takes a registered dealing back by another. */
export async function undo(
  stage: DealingStage,
  dealing: DealingReply['dealing'],
  on: readonly string[],
): Promise<void> {
  const parcels = await Promise.all(on.map((id) => stage.parcel(id)));
  await stage.registerDraft(stage.draft('reversal', parcels, { dealingId: dealing.dealingId }));
}
