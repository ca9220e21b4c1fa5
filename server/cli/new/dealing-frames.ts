/** What stands in the files of a new kind of dealing before somebody writes it. */

export interface DealingName {
  /** boundary_adjustment, boundary-adjustment, BOUNDARY_ADJUSTMENT, BoundaryAdjustment. */
  readonly kind: string;
  readonly dashed: string;
  readonly constant: string;
  readonly type: string;
  /** What people call it. */
  readonly vi: string;
  readonly en: string;
}

export const dealingName = (kind: string, vi: string, en: string): DealingName => ({
  kind,
  dashed: kind.replaceAll('_', '-'),
  constant: kind.toUpperCase(),
  type: kind.replaceAll(/(?:^|_)([a-z])/g, (_, first: string) => first.toUpperCase()),
  vi,
  en,
});

/** A text as a literal of the sources. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** In a comment nothing closes it. */
const said = ({ vi, en }: DealingName) => `${vi} (${en})`.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ');

const payload = (name: DealingName) => `/** What a dealing says: ${said(name)}. */
import Type, { type Static } from 'typebox';
import { closed, DocumentReference } from './parts.ts';

export const ${name.type}Payload = Type.Object({ document: DocumentReference }, closed);
export type ${name.type}Payload = Static<typeof ${name.type}Payload>;
`;

const register = (name: DealingName) => `import type { ParcelKind } from '../dealing-kind-interface.ts';

/** ${said(name)}. */
export const ${name.constant}: ParcelKind<'${name.kind}'> = {
  kind: '${name.kind}',
  // Verdicts of its own, land, rights and facts that would change: the same for every look, and once more before it is registered.
  async plan(_trx, _subject) {
    throw new Error('${name.kind} has no plan yet');
  },
  // By statements of server/db/dealing/, with ids from carry/derived-id.ts, so that the same dealing writes the same rows.
  async register(_trx, _dealingId, _subject) {
    throw new Error('${name.kind} writes nothing yet');
  },
};
`;

const test = (
  name: DealingName,
) => `/** ${said(name)}: opened, lodged, decided on by a second person, and taken back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DealingStage, openDealingStage } from '../../../testing/dealing-stage.ts';
import { assertGuarded, registeredAtOnce, undo } from '../../../testing/dealing-suite.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

async function drafted() {
  const { parcel } = await stage.plot();
  return { parcel, draft: stage.draft('${name.kind}', await stage.parcel(parcel), { document: { no: '1', date: '2026-11-02' } }) };
}

test('it is registered, and taken back all is as it was', async () => {
  const { parcel, draft } = await drafted();
  const { dealing } = await stage.registerDraft(draft);
  assert.ok(dealing.status === 'registered');
  assert.fail('say here what the register holds now');
  await undo(stage, dealing, [parcel]);
});

test('who may not, another commune, an old version, an odd payload, and the same again', async () => {
  await assertGuarded(stage, (await drafted()).draft);
});

test('of two at once on one parcel one is registered', async () => {
  const { draft } = await drafted();
  const { registered } = await registeredAtOnce(stage, [draft, draft]);
  assert.equal(registered, 1);
});
`;

/** The rest of its migration. */
export const migrationOf = ({ kind }: DealingName): string =>
  `insert into reference.dealing_kind (kind, subject) values ('${kind}', 'parcel');\n`;

/** New files by their path. */
export const dealingFiles = (name: DealingName): Readonly<Record<string, string>> => ({
  [`server/domain/dealing/payload/${name.dashed}.ts`]: payload(name),
  [`server/registry/dealing/${name.dashed}/register-${name.dashed}.ts`]: register(name),
  [`server/routes/officer/dealing/${name.dashed}.test.ts`]: test(name),
});
