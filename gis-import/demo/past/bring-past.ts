import { dayOf } from '../../../server/domain/legal-day.ts';
import { moveBlanks } from '../../../server/registry/blank/move-blanks.ts';
import type { ImportContext } from '../../pipeline.ts';
import { demoActor } from '../demo-actor.ts';
import { openPastDesk } from './past-desk.ts';
import { openPastLand } from './past-land.ts';
import { FIRST_BLANK, type Stage, tellBinhKhe, tellDongTrach, tellYenLinh } from './past-stories.ts';

/** Communes whose past is told, each by itself: registrations of one commune wait for each other anyway. */
const STORIES: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  '99001': tellYenLinh,
  '99002': tellDongTrach,
  '99003': tellBinhKhe,
};
const BLANKS = 50;

/** Fifty blanks for certificates, given out to the officer who prints. */
async function fillStore({ pool }: ImportContext, communes: readonly string[]): Promise<void> {
  const keeper = demoActor('archivist', communes);
  const run = { firstSerial: FIRST_BLANK, quantity: BLANKS };
  const document = { no: 'PXK-14/2026 (hư cấu)', date: '2026-01-05' };
  await moveBlanks(pool, keeper, { ...run, kind: 'received', document }, 'demo-past-received');
  await moveBlanks(pool, keeper, { ...run, kind: 'given', givenTo: 'officer' }, 'demo-past-given');
}

/** Gives the registered district what happened on it since 2023, and its desks what waits on them today. Again it changes nothing. */
export async function bringPast(context: ImportContext, communes: readonly string[]): Promise<void> {
  await fillStore(context, communes);
  const desk = openPastDesk(context, communes);
  const officer = demoActor('officer', communes);
  const today = dayOf(new Date());
  await Promise.all(
    Object.entries(STORIES).map(async ([commune, tell]) =>
      tell({ desk, land: await openPastLand(context, officer, commune), today }),
    ),
  );
}
