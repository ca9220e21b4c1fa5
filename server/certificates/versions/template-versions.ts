/** Every version of every template, each as a paper of invented facts: by its own layout and words, whatever day it is. */
import { SAMPLE_FACTS_1 } from '../../../templates/certificates/certificate/1/sample-facts.ts';
import type { PaperTemplate } from '../../domain/contract/paper/paper-templates.ts';
import { INFORMATION_BLOCKS, PAPER_KINDS, type PaperKind } from '../../domain/paper.ts';
import { textsOf } from '../../domain/paper-template.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { layOutSample } from '../certificate/lay-out-certificate.ts';
import { renderCertificatePaper } from '../certificate/render-certificate.ts';
import { fillWords } from '../fill-words.ts';
import { framePaper } from '../kinds/frame-paper.ts';
import { layOutLandInformation } from '../kinds/lay-out-land-information.ts';
import { layOutParcelHistory } from '../kinds/lay-out-parcel-history.ts';
import { receiptBlocks, requestFormBlocks } from '../kinds/request-form-blocks.ts';
import { layOutMapExtract } from '../lay-out-map-extract.ts';
import { renderPaper } from '../render-paper.ts';
import type { RenderedPaper } from '../rendered-paper.ts';
import { SAMPLE_HISTORY, SAMPLE_INFORMATION, SAMPLE_LAND, SAMPLE_REQUEST, SAMPLE_STAMP } from './sample-facts.ts';
import type { TemplateShelf } from './template-shelf.ts';

const { moment } = SAMPLE_STAMP;
const { office, reference } = SAMPLE_REQUEST;

type Draw<K extends PaperKind> = (template: TemplateShelf[K][number], shelf: TemplateShelf) => Promise<RenderedPaper>;

/** A receipt says some things in the words of the form; here in those of its latest version, and the form in those of the latest receipt. */
const DRAW: { readonly [K in PaperKind]: Draw<K> } = {
  map_extract: (template) => renderPaper(layOutMapExtract(template, { ...SAMPLE_LAND, ...SAMPLE_STAMP }), moment),
  land_information: (template) =>
    renderPaper(layOutLandInformation(template, [SAMPLE_INFORMATION], INFORMATION_BLOCKS, SAMPLE_STAMP), moment),
  parcel_history: (template) => renderPaper(layOutParcelHistory(template, SAMPLE_HISTORY, SAMPLE_STAMP), moment),
  certificate: (template) =>
    renderCertificatePaper({
      moment,
      layOut: (measure) =>
        layOutSample({ ...SAMPLE_FACTS_1, template }, measure, [SAMPLE_STAMP.serial, SAMPLE_STAMP.code]),
    }),
  receipt: ({ words }, { request_form }) =>
    renderPaper(
      framePaper(SAMPLE_STAMP, {
        office,
        title: words.title,
        blocks: receiptBlocks({ receipt: words, form: request_form.at(-1)!.words }, SAMPLE_REQUEST),
      }),
      moment,
    ),
  request_form: ({ words }, { receipt }) =>
    renderPaper(
      framePaper(SAMPLE_STAMP, {
        office,
        title: words.title,
        lines: [words.form, fillWords(words.reference, { reference })],
        blocks: requestFormBlocks({ form: words, receipt: receipt.at(-1)!.words }, SAMPLE_REQUEST),
      }),
      moment,
    ),
};

export const listPaperTemplates = (shelf: TemplateShelf): { items: PaperTemplate[] } => ({
  items: PAPER_KINDS.flatMap((kind) =>
    shelf[kind].map(({ version, validFrom, validTo, sampleLayout, words }) => ({
      kind,
      version,
      validFrom,
      validTo,
      sampleLayout,
      texts: textsOf(words),
    })),
  ),
});

/** The version as a PDF that nobody signed. Throws paper.template_not_found. */
export async function renderTemplateVersion<K extends PaperKind>(
  shelf: TemplateShelf,
  kind: K,
  version: number,
): Promise<Buffer> {
  const versions: readonly TemplateShelf[K][number][] = shelf[kind];
  const found = versions.find((one) => one.version === version);
  if (!found) throw new Problem('paper.template_not_found');
  const draw: Draw<K> = DRAW[kind];
  const { pdf } = await draw(found, shelf);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}
