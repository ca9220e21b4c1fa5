/** Every version of every template, each with a paper of invented facts. A new version is a line here beside its folder of templates. */
import { SAMPLE_FACTS_1 } from '../../../templates/certificates/certificate/1/sample-facts.ts';
import { CERTIFICATE_1 } from '../../../templates/certificates/certificate/1/template.ts';
import { LAND_INFORMATION_1 } from '../../../templates/certificates/land_information/1/template.ts';
import { MAP_EXTRACT_1 } from '../../../templates/certificates/map_extract/1/template.ts';
import { PARCEL_HISTORY_1 } from '../../../templates/certificates/parcel_history/1/template.ts';
import { RECEIPT_1 } from '../../../templates/certificates/receipt/1/template.ts';
import { REQUEST_FORM_1 } from '../../../templates/certificates/request_form/1/template.ts';
import type { PaperTemplate } from '../../domain/contract/paper-templates.ts';
import { INFORMATION_BLOCKS, type PaperKind } from '../../domain/paper.ts';
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

interface Template {
  readonly kind: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly sampleLayout: boolean;
  readonly words: object;
}

interface TemplateVersion {
  readonly kind: PaperKind;
  readonly template: Template;
  render(): Promise<RenderedPaper>;
}

const { moment } = SAMPLE_STAMP;
const { office, reference } = SAMPLE_REQUEST;

const TEMPLATE_VERSIONS: readonly TemplateVersion[] = [
  {
    kind: 'map_extract',
    template: MAP_EXTRACT_1,
    render: () => renderPaper(layOutMapExtract({ ...SAMPLE_LAND, ...SAMPLE_STAMP }), moment),
  },
  {
    kind: 'land_information',
    template: LAND_INFORMATION_1,
    render: () => renderPaper(layOutLandInformation([SAMPLE_INFORMATION], INFORMATION_BLOCKS, SAMPLE_STAMP), moment),
  },
  {
    kind: 'parcel_history',
    template: PARCEL_HISTORY_1,
    render: () => renderPaper(layOutParcelHistory(SAMPLE_HISTORY, SAMPLE_STAMP), moment),
  },
  {
    kind: 'certificate',
    template: CERTIFICATE_1,
    render: () =>
      renderCertificatePaper({
        moment,
        layOut: (measure) => layOutSample(SAMPLE_FACTS_1, measure, [SAMPLE_STAMP.serial, SAMPLE_STAMP.code]),
      }),
  },
  {
    kind: 'receipt',
    template: RECEIPT_1,
    render: () =>
      renderPaper(
        framePaper(SAMPLE_STAMP, { office, title: RECEIPT_1.words.title, blocks: receiptBlocks(SAMPLE_REQUEST) }),
        moment,
      ),
  },
  {
    kind: 'request_form',
    template: REQUEST_FORM_1,
    render: () =>
      renderPaper(
        framePaper(SAMPLE_STAMP, {
          office,
          title: REQUEST_FORM_1.words.title,
          lines: [REQUEST_FORM_1.words.form, fillWords(REQUEST_FORM_1.words.reference, { reference })],
          blocks: requestFormBlocks(SAMPLE_REQUEST),
        }),
        moment,
      ),
  },
];

export const listPaperTemplates = (): { items: PaperTemplate[] } => ({
  items: TEMPLATE_VERSIONS.map(({ kind, template }) => {
    const { version, validFrom, validTo, sampleLayout, words } = template;
    return { kind, version, validFrom, validTo, sampleLayout, texts: textsOf(words) };
  }),
});

/** The version as a PDF that nobody signed. Throws paper.template_not_found. */
export async function renderTemplateVersion(kind: PaperKind, version: number): Promise<Buffer> {
  const found = TEMPLATE_VERSIONS.find((one) => one.kind === kind && one.template.version === version);
  if (!found) throw new Problem('paper.template_not_found');
  const { pdf } = await found.render();
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}
