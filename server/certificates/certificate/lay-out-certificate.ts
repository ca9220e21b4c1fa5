/** A certificate from its facts: as a whole sample on white paper, as what a numbered blank still lacks, or one confirmation of change. */
import type { PaperLayout } from '../block.ts';
import { lineAt, type Measure, type Placed, type PlacedSide, textAt } from '../sheet/placed.ts';
import type { CertificateTemplate } from '../versions/template-shelf.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import { layOutAnnex } from './lay-out-annex.ts';
import { layOutBack } from './lay-out-back.ts';
import { layOutFront } from './lay-out-front.ts';

export interface CertificateLayout {
  readonly title: string;
  readonly sides: readonly PlacedSide[];
  readonly annex: PaperLayout | null;
}

/** What says on either side that this is no certificate. */
function sampleMarks({ page, words }: CertificateTemplate, said: string): Placed[] {
  const { widthMm, heightMm } = page;
  const frame = (inset: number, widthPt: number): Placed[] => {
    const [a, b, c, d] = [
      [inset, inset],
      [widthMm - inset, inset],
      [widthMm - inset, heightMm - inset],
      [inset, heightMm - inset],
    ] as [number, number][];
    return [
      lineAt('frame', a!, b!, widthPt),
      lineAt('frame', b!, c!, widthPt),
      lineAt('frame', c!, d!, widthPt),
      lineAt('frame', d!, a!, widthPt),
    ];
  };
  return [
    { kind: 'mark', part: 'sample', text: words.sample },
    ...frame(8, 1.2),
    ...frame(9.2, 0.4),
    textAt('sample', said, { x: widthMm / 2, y: 292, sizePt: 7, align: 'centre' }),
  ];
}

const sideOf = ({ template: { page } }: CertificateFacts, things: readonly Placed[]): PlacedSide => ({
  widthMm: page.widthMm,
  heightMm: page.heightMm,
  things,
});

/** The whole, marked as a sample. `also`: what the line at the foot says beside it. */
export function layOutSample(
  facts: CertificateFacts,
  measure: Measure,
  also: readonly string[] = [],
): CertificateLayout {
  const { words } = facts.template;
  const front = layOutFront(facts, measure);
  const back = layOutBack(facts, measure);
  const marks = sampleMarks(facts.template, [words.sampleLine, ...also].join(' · '));
  return {
    title: `${words.title} ${facts.serial} – ${words.sample}`,
    sides: [sideOf(facts, [...marks, ...front.things]), sideOf(facts, [...marks, ...back.things])],
    annex: layOutAnnex(facts, front.on, back.on),
  };
}

/** What is printed onto the numbered blank; the annex goes onto plain paper. */
export function layOutOverlay(facts: CertificateFacts, measure: Measure): CertificateLayout {
  const { words, onBlank } = facts.template;
  const front = layOutFront(facts, measure);
  const back = layOutBack(facts, measure);
  const printed = ({ part }: Placed) => !onBlank.includes(part);
  return {
    title: `${words.title} ${facts.serial}`,
    sides: [sideOf(facts, front.things.filter(printed)), sideOf(facts, back.things.filter(printed))],
    annex: layOutAnnex(facts, front.on, back.on),
  };
}

/** One confirmation (from 1) into the table of side 2 of a certificate that is out; undefined where it stands in the annex. */
export function layOutConfirmation(
  facts: CertificateFacts,
  measure: Measure,
  which: number,
): CertificateLayout | undefined {
  const { things } = layOutBack(facts, measure, which);
  if (things.length === 0) return undefined;
  return { title: `${facts.template.words.changes} ${facts.serial}`, sides: [sideOf(facts, things)], annex: null };
}
