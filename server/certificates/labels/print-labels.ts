import type pg from 'pg';
import { LABELS_1 } from '../../../templates/labels/1/template.ts';
import { listBoxes, listPapersIn } from '../../db/document/shelf-places.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Actor } from '../../domain/actor.ts';
import type { AskedLabels, Shelves } from '../../domain/contract/document/shelves.ts';
import { boxText, byPlace, MOST_LABELS } from '../../domain/document/shelf-place.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { markArchivable } from '../mark-archivable.ts';
import { openPaper } from '../render-paper.ts';
import { addSides, measureWith } from '../sheet/render-sides.ts';
import { type Labelled, type LabelSheet, layOutLabels } from './lay-out-labels.ts';

/** Boxes told at once; more are found by the filter. */
const TOLD = 500;
/** Boxes that are put in order: an archive of more is asked by store. */
const SORTED = 20_000;

/** Boxes of the actor's communes from the door on, and the sheets that can be printed on. */
export const listShelves = (pool: pg.Pool, actor: Actor, q: string | undefined): Promise<Shelves> =>
  actAs(pool, actor, async (trx) => {
    const found = (await listBoxes(trx, q?.normalize('NFC').trim() || null, SORTED)).sort(byPlace);
    return {
      boxes: found.slice(0, TOLD).map((box) => ({ ...box, placedAt: box.placedAt.toISOString() })),
      more: found.length > TOLD,
      sheets: LABELS_1.sheets.map(({ id, name, columns, rows }) => ({ id, name, labels: columns * rows })),
    };
  });

function sheetOf({ sheet: asked, used = 0 }: AskedLabels): { sheet: LabelSheet; used: number } {
  const sheet = asked === undefined ? LABELS_1.sheets[0] : LABELS_1.sheets.find(({ id }) => id === asked);
  if (!sheet) throw new Problem('document.labels_unfit', { errors: [{ field: 'sheet', message: 'is not known' }] });
  const labels = sheet.columns * sheet.rows;
  if (used >= labels)
    throw new Problem('document.labels_unfit', { errors: [{ field: 'used', message: `< ${labels}` }] });
  return { sheet, used };
}

/** The labels of these boxes, or of what lies in them. Their time is when a paper was last moved: asked again they are the same bytes. */
export async function printLabels(pool: pg.Pool, actor: Actor, asked: AskedLabels): Promise<Buffer> {
  const place = sheetOf(asked);
  const labels = await actAs(pool, actor, async (trx): Promise<Labelled[]> => {
    const papers = await listPapersIn(trx, asked.boxes, MOST_LABELS + 1);
    if (asked.of === 'papers') return papers;
    const wanted = new Set(asked.boxes.map(boxText));
    return (await listBoxes(trx, null, SORTED)).filter((box) => wanted.has(boxText(box)));
  });
  if (labels.length === 0) throw new Problem('document.box_not_found');
  if (labels.length > MOST_LABELS) throw new Problem('document.labels_too_many');
  labels.sort(byPlace);
  const moment = new Date(Math.max(...labels.map(({ placedAt }) => placedAt.getTime())));
  const paper = await openPaper();
  markArchivable(paper.pdf, LABELS_1.words.title, moment);
  addSides(paper, layOutLabels(labels, place, measureWith(paper)));
  paper.tags.write();
  return Buffer.from(await paper.pdf.save());
}
