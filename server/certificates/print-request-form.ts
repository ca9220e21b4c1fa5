import { FRAME_1 } from '../../templates/certificates/frame/1/template.ts';
import { LAND_INFORMATION_1 } from '../../templates/certificates/land_information/1/template.ts';
import { dayOf } from '../domain/legal-day.ts';
import type { PaperLayout } from './block.ts';
import { fillWords } from './fill-words.ts';
import { type RequestSaid, requestFormBlocks } from './kinds/request-form-blocks.ts';
import { markArchivable } from './mark-archivable.ts';
import { NO_OFFICE } from './read-extract-facts.ts';
import { addLayout, openPaper } from './render-paper.ts';
import { TEMPLATE_SHELF, templateOf } from './versions/template-shelf.ts';

const { nation, motto } = FRAME_1.words;

/**
 * The filled Mẫu 14 for who sent it, to be printed and kept: of what her own browser still holds, since who asked is sealed with us and a
 * code alone shows nobody. No paper of the register: without serial, code and signature, and it says so.
 */
export async function printRequestForm(said: Omit<RequestSaid, 'office'>): Promise<Buffer> {
  const { reference, receivedAt, followLink } = said;
  const day = dayOf(new Date(receivedAt));
  const [form, receipt] = [templateOf(TEMPLATE_SHELF, 'request_form', day), templateOf(TEMPLATE_SHELF, 'receipt', day)];
  const { words } = form;
  const layout: PaperLayout = {
    title: `${words.title} ${reference}`,
    blocks: [
      {
        kind: 'head',
        office: NO_OFFICE,
        number: fillWords(words.reference, { reference }),
        nation,
        motto,
        title: words.title,
        lines: [words.form, LAND_INFORMATION_1.words.sample],
      },
      ...requestFormBlocks({ form: words, receipt: receipt.words }, { ...said, office: NO_OFFICE }),
      { kind: 'seal', qr: followLink, alt: fillWords(FRAME_1.words.plainQr, { link: followLink }), lines: [words.own] },
    ],
    foot: fillWords(words.ownFoot, { reference, page: '{page}', pages: '{pages}' }),
    page: FRAME_1.page,
  };
  const paper = await openPaper();
  addLayout(paper, layout);
  paper.tags.write();
  markArchivable(paper.pdf, layout.title, new Date(receivedAt));
  return Buffer.from(await paper.pdf.save({ useObjectStreams: false }));
}
