/** Rights that only repeat a legacy record: shown as such, and confirmed by the first dealing that rests on them, with the paper that proves them. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DealingReply } from '../../../domain/contract/dealing/dealings.ts';
import type { ParcelRights } from '../../../domain/contract/parcel/parcels.ts';
import type { ProblemReply } from '../../../domain/problem/problem.ts';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { assertGuarded, stoppedBy, undo } from '../../../testing/dealing-suite.ts';
import { notEmpty } from '../../../testing/not-empty.ts';
import { plantConfirmedPaper } from '../../../testing/plant-confirmed-paper.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const DOCUMENT = { no: 'HĐ-5/2026', date: '2026-11-02' };
const PROOF = { no: 'AB 123456', date: '2005-06-01', place: 'UBND huyện' };
const BANK = { kind: 'organisation' as const, name: 'Ngân hàng Thử Nghiệm' };

/** A plot whose right is as an import leaves it. */
async function legacy() {
  const { parcel, neighbour } = await stage.plot('2020-05-05T12:00:00+07:00', 'one');
  await stage.query('alter table rights."right" disable trigger right_refuse_edit');
  await stage.query('update rights."right" set verified = false where parcel_id = any($1)', [[parcel, neighbour]]);
  await stage.query('alter table rights."right" enable trigger right_refuse_edit');
  const [right] = (await stage.rights(parcel)).rights;
  return { parcel, neighbour, right: right! };
}
const verified = async (parcel: string) => (await stage.rights(parcel)).rights.map((right) => right.verified);

test('every kind that rests on a right needs the proof while it is unproven, and says so on the page before', async () => {
  const { parcel, right } = await legacy();
  const { rightId, partyId } = right;
  const page = await stage.parcel(parcel);
  const told = page.operations.find(({ kind }) => kind === 'transfer');
  assert.equal(told?.allowed, true);
  assert.ok(told.verdicts.some(({ code }) => code === 'right.unverified'));
  const to = [{ party: { kind: 'person', name: 'Lê Văn Mua' }, share: '1' }];
  for (const [kind, payload] of [
    ['transfer', { cause: 'sale', from: [{ rightId }], to, document: DOCUMENT }],
    ['mortgage_registration', { rightIds: [rightId], mortgagee: BANK, document: DOCUMENT }],
    ['lease_registration', { rightId, lessee: BANK, until: '2031-01-01', document: DOCUMENT }],
    ['term_extension', { rightId, until: '2043-01-01', document: DOCUMENT }],
    ['purpose_change', { purposes: [{ code: 'CLN', areaM2: 1200.5 }], document: DOCUMENT }],
    ['holder_correction', { partyId, changes: { name: 'Tên Đúng' }, document: DOCUMENT }],
  ] as const) {
    assert.deepEqual(await stoppedBy(stage, stage.draft(kind, page, payload)), ['right.unproven'], kind);
    const { dealing } = await stage.open(stage.draft(kind, page, { ...payload, proof: PROOF }));
    const codes = dealing.verdicts.map(({ code }) => code);
    assert.ok(codes.includes('right.proven') && !codes.includes('right.unproven'), kind);
    assert.ok(!codes.includes('right.unverified'), kind);
  }
});

test('a mortgage confirms the right it rests on; the next dealing asks for nothing; before that day it was not confirmed', async () => {
  const { parcel, right } = await legacy();
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [right.rightId],
    mortgagee: BANK,
    document: DOCUMENT,
    proof: PROOF,
  });
  assert.deepEqual(await verified(parcel), [true]);
  assert.equal((await stage.rights(parcel)).rights[0]?.rightId, right.rightId, 'the right stays the same');
  const was = await stage.get<ParcelRights>(`/api/parcels/${parcel}/rights?at=2026-11-01`, stage.officer);
  assert.deepEqual(
    was.body.rights.map((one) => one.verified),
    [false],
  );
  await stage.deal('lease_registration', parcel, {
    rightId: right.rightId,
    lessee: BANK,
    until: '2031-01-01',
    document: DOCUMENT,
  });
  assert.deepEqual(await verified(parcel), [true]);
});

test('a mortgage that is taken back proves nothing any more', async () => {
  const { parcel, right } = await legacy();
  const { dealing } = await stage.deal('mortgage_registration', parcel, {
    rightIds: [right.rightId],
    mortgagee: BANK,
    document: DOCUMENT,
    proof: PROOF,
  });
  await undo(stage, dealing, [parcel]);
  assert.deepEqual(await verified(parcel), [false]);
});

test('an extension raises a confirmed right, taken back it is unconfirmed again; a split leaves rights as they are', async () => {
  const { parcel, right } = await legacy();
  const { dealing } = await stage.deal('term_extension', parcel, {
    rightId: right.rightId,
    until: '2043-01-01',
    document: DOCUMENT,
    proof: PROOF,
  });
  assert.deepEqual(await verified(parcel), [true]);
  await undo(stage, dealing, [parcel]);
  assert.deepEqual(await verified(parcel), [false]);
  const split = await stage.registerDraft(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  const [part] = split.dealing.raises;
  assert.deepEqual(await verified(part!.parcelId), [false]);
});

test('a merger by agreement proves nothing of what it merges', async () => {
  const { parcel, neighbour, right } = await legacy();
  const parts = [await stage.parcel(parcel), await stage.parcel(neighbour)];
  const agreement = { holders: [{ partyId: right.partyId, share: '1' }], document: DOCUMENT };
  const { dealing } = await stage.registerDraft(stage.draft('merge', parts, { agreement }));
  assert.deepEqual(await verified(dealing.raises[0]!.parcelId), [false]);
});

test('a proof of no form is refused', async () => {
  const { parcel, right } = await legacy();
  const page = await stage.parcel(parcel);
  const draft = stage.draft('term_extension', page, {
    rightId: right.rightId,
    until: '2043-01-01',
    document: DOCUMENT,
    proof: { no: '' },
  });
  assert.equal((await stage.post('/api/dealings', { ...draft, dealingId: randomUUID() }, stage.officer)).status, 400);
  const early = { ...draft, payload: { ...draft.payload, proof: { ...PROOF, date: '2999-01-01' } } };
  assert.deepEqual(await stoppedBy(stage, early), ['document.in_future']);
});

test('certificates of the archive confirm legacy rights, many at once: one that does not bear them out is named and stops all of them', async () => {
  const [one, two, odd] = [await legacy(), await legacy(), await legacy()];
  const plant = (parcelId: string, holder = stage.holder) => plantConfirmedPaper(stage.query, { parcelId, holder });
  const papers = [
    { documentId: await plant(one.parcel), parcelId: one.parcel },
    { documentId: await plant(two.parcel), parcelId: two.parcel },
    { documentId: await plant(odd.parcel, 'Lê Thị Khác'), parcelId: odd.parcel },
  ];
  const parcels = await Promise.all([one, two, odd].map(({ parcel }) => stage.parcel(parcel)));
  const draft = (n: number) =>
    stage.draft('certificate_confirmation', parcels.slice(0, n), { documents: papers.slice(0, n) });
  await assertGuarded(stage, draft(2));
  assert.ok(!notEmpty(parcels[0]!.operations).some(({ kind }) => kind === 'certificate_confirmation'));

  const all = await stage.open(draft(3));
  const refused = await stage.post<ProblemReply>(`/api/dealings/${all.dealing.dealingId}/lodge`, {}, stage.officer);
  assert.deepEqual([refused.status, refused.body.code], [409, 'dealing.blocked']);
  assert.deepEqual(
    refused.body.verdicts?.map(({ code, facts }) => [code, facts.documentId]),
    [['archive.holder_differs', papers[2]!.documentId]],
  );
  const { dealing } = await stage.registerDraft(draft(2));
  assert.equal(dealing.status, 'registered');
  for (const { parcel, neighbour, right } of [one, two]) {
    assert.deepEqual(await verified(parcel), [true]);
    assert.deepEqual(await verified(neighbour), [false], 'of the land that the paper is about alone');
    assert.equal((await stage.rights(parcel)).rights[0]?.rightId, right.rightId, 'the right stays the same');
  }
  assert.deepEqual(await verified(odd.parcel), [false]);
  const links = await stage.query<{ id: string; status: string; by: string | null }>(
    'select document_id as id, status, decided_by as by from document.parcel_link where document_id = any ($1::uuid[])',
    [papers.map(({ documentId }) => documentId)],
  );
  assert.deepEqual(
    papers.map(({ documentId }) => links.find(({ id }) => id === documentId)),
    papers.map(({ documentId }, at) => ({
      id: documentId,
      status: at < 2 ? 'registered' : 'proposed',
      by: at < 2 ? stage.approver.sub : null,
    })),
  );
  const [proof] = await stage.query<{ document: object }>(
    'select document from rights.proof where raised_by = $1 and right_id = $2',
    [dealing.dealingId, one.right.rightId],
  );
  assert.deepEqual(proof?.document, { no: 'AA 01234567', date: '2019-05-06', documentId: papers[0]!.documentId });
  await undo(stage, dealing, [one.parcel, two.parcel]);
  assert.deepEqual(await verified(one.parcel), [false]);
});

test('who put a paper to its parcel does not decide on it, nor do two at once; its parcels are the targets', async () => {
  const { parcel, neighbour } = await legacy();
  const paper = { parcelId: parcel, holder: stage.holder, by: stage.approver.sub };
  const documents = [{ documentId: await plantConfirmedPaper(stage.query, paper), parcelId: parcel }];
  const land = await stage.parcel(parcel);
  const draft = stage.draft('certificate_confirmation', land, { documents });
  const { dealing } = await stage.open(draft);
  await stage.step(dealing.dealingId, 'lodge', {}, stage.officer);
  const approve = (who = stage.approver) =>
    stage.post<ProblemReply>(`/api/dealings/${dealing.dealingId}/approve`, {}, who);
  const own = await approve();
  assert.deepEqual([own.status, own.body.code], [403, 'dealing.own']);
  assert.deepEqual(await verified(parcel), [false], 'nothing is half done');
  const others = ['hoa', 'long'].map((sub) => ({ role: 'approver', sub }) as const);
  const both = await Promise.all(others.map((who) => approve(who)));
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  assert.deepEqual(await verified(parcel), [true]);
  const more = stage.draft('certificate_confirmation', [land, await stage.parcel(neighbour)], { documents });
  assert.deepEqual(await stoppedBy(stage, more), ['archive.targets_unfit']);
});

test('a dealing names the papers of the archive that it rests on; an unknown one, another commune’s and one put aside are refused, and nothing is opened', async () => {
  const { parcel, neighbour } = await stage.plot();
  const paper = { parcelId: parcel, holder: stage.holder, serial: 'AA 07654321' };
  const [one, two] = [await plantConfirmedPaper(stage.query, paper), await plantConfirmedPaper(stage.query, paper)];
  const away = await plantConfirmedPaper(stage.query, { ...paper, commune: '99002', link: 'none' });
  const draft = stage.draft('caveat_placement', await stage.parcel(neighbour), {
    effects: ['split'],
    document: DOCUMENT,
  });
  const dealingId = randomUUID();
  const open = (basisDocumentIds: readonly string[], id = dealingId) =>
    stage.post<DealingReply>('/api/dealings', { ...draft, dealingId: id, basisDocumentIds }, stage.officer);
  for (const stranger of [randomUUID(), away]) {
    const { status, body } = await open([one, stranger]);
    assert.equal(status, 404);
    assert.equal((body as unknown as ProblemReply).code, 'document.not_found');
  }
  assert.equal((await stage.get(`/api/dealings/${dealingId}`, stage.officer)).status, 404, 'nothing was opened');
  const asked = [two, one, two.toUpperCase()];
  const opened = await open(asked);
  assert.equal(opened.status, 201);
  const named = [two, one].map((documentId) => ({ documentId, kind: 'certificate_qr', serial: 'AA 07654321' }));
  assert.deepEqual(opened.body.dealing.basisDocuments, named);
  const again = await open(asked);
  assert.equal(again.status, 201);
  assert.deepEqual(again.body.dealing.basisDocuments, named);
  await stage.step(dealingId, 'lodge', {}, stage.officer);
  const { dealing } = await stage.step(dealingId, 'approve', {}, stage.approver);
  assert.deepEqual(dealing.basisDocuments, named);
  await assert.rejects(stage.query('delete from dealing.basis_document where dealing_id = $1', [dealingId]));
  const auditor = { role: 'auditor', sub: 'kiem-tra' } as const;
  const seen = await stage.get<DealingReply>(`/api/dealings/${dealingId}`, auditor);
  assert.deepEqual(seen.body.dealing.basisDocuments, []);
});
