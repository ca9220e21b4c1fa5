/** Papers of a request: the receipt that is handed out, and the filled form (Mẫu 14). They say what was asked, not what the register says. */
import { findOffice } from '../../db/document/papers.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { findParcelRow } from '../../db/parcel/parcels.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { describeRequest } from '../../registry/request/desk/describe-request.ts';
import { createRequestCipher } from '../../registry/request/request-cipher.ts';
import type { Block } from '../block.ts';
import { fillWords } from '../fill-words.ts';
import { NO_OFFICE } from '../read-extract-facts.ts';
import { renderPaper } from '../render-paper.ts';
import { type ReceiptTemplate, type RequestFormTemplate, templateOf } from '../versions/template-shelf.ts';
import { framePaper } from './frame-paper.ts';
import type { Asking, PaperKindMaker, PaperStamp, ReadPaper } from './paper-kind.ts';
import { type RequestSaid, type RequestWords, receiptBlocks, requestFormBlocks } from './request-form-blocks.ts';

/** Reads a request of the actor's communes; the look at who asks is logged. */
async function readRequest(
  trx: Trx,
  { actor, request: asked, day, personalDataKey, publicUrl, templates }: Asking,
  kind: 'receipt' | 'request_form',
  lay: (words: RequestWords, said: RequestSaid) => { title: string; lines: readonly string[]; blocks: Block[] },
): Promise<ReadPaper> {
  const { requestId } = asked;
  const template: ReceiptTemplate | RequestFormTemplate = templateOf(templates, kind, day);
  const { words } = templateOf(templates, 'request_form', day);
  if (requestId === undefined) throw new Problem('paper.request_unfit');
  const request = await describeRequest(trx, createRequestCipher(personalDataKey), requestId, actor);
  const parcel = await findParcelRow(trx, request.parcel.parcelId, null);
  if (!parcel) throw new Problem('parcel.not_found');
  const communeCode = request.commune.code;
  const office = (await findOffice(trx, communeCode, day)) ?? NO_OFFICE;
  const { parcel: named, commune, ...rest } = request;
  const { title, lines, blocks } = lay(
    { form: words, receipt: templateOf(templates, 'receipt', day).words },
    {
      ...rest,
      parcel: fillWords(words.parcelOf, { no: named.no, sheet: named.sheet, commune: commune.name }),
      office,
      followLink: `${publicUrl}/requests/follow?reference=${encodeURIComponent(request.reference)}`,
    },
  );
  return {
    template,
    communeCode,
    office,
    partyIds: [],
    parcels: [{ parcelId: parcel.id, version: parcel.version, state: parcel.state, rightIds: [] }],
    parcelCode: parcel.code,
    stillSo: async () => true,
    render: (stamp: PaperStamp) => renderPaper(framePaper(stamp, { office, title, lines, blocks }), stamp.moment),
  };
}

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export const RECEIPT: PaperKindMaker = {
  most: 0,
  read: (trx, asking) =>
    readRequest(trx, asking, 'receipt', (words, said) => ({
      title: words.receipt.title,
      lines: [],
      blocks: receiptBlocks(words, said),
    })),
};

/** Mẫu số 14, filled in with what was asked. */
export const REQUEST_FORM: PaperKindMaker = {
  most: 0,
  read: (trx, asking) =>
    readRequest(trx, asking, 'request_form', (words, said) => ({
      title: words.form.title,
      lines: [words.form.form, fillWords(words.form.reference, { reference: said.reference })],
      blocks: requestFormBlocks(words, said),
    })),
};
