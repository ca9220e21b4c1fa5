/** Papers of a request: the receipt that is handed out, and the filled form (Mẫu 14). They say what was asked, not what the register says. */
import { RECEIPT_1 } from '../../../templates/certificates/receipt/1/template.ts';
import { REQUEST_FORM_1 } from '../../../templates/certificates/request_form/1/template.ts';
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
import { framePaper } from './frame-paper.ts';
import type { Asking, PaperKindMaker, PaperStamp, ReadPaper } from './paper-kind.ts';
import { type RequestSaid, receiptBlocks, requestFormBlocks } from './request-form-blocks.ts';

const { words } = REQUEST_FORM_1;

/** Reads a request of the actor's communes; the look at who asks is logged. */
async function readRequest(
  trx: Trx,
  { actor, request: asked, day, personalDataKey, publicUrl }: Asking,
  lay: (said: RequestSaid) => { title: string; lines: readonly string[]; blocks: Block[] },
): Promise<ReadPaper> {
  const { requestId } = asked;
  if (requestId === undefined) throw new Problem('paper.request_unfit');
  const request = await describeRequest(trx, createRequestCipher(personalDataKey), requestId, actor);
  const parcel = await findParcelRow(trx, request.parcel.parcelId, null);
  if (!parcel) throw new Problem('parcel.not_found');
  const communeCode = request.commune.code;
  const office = (await findOffice(trx, communeCode, day)) ?? NO_OFFICE;
  const { parcel: named, commune, ...rest } = request;
  const { title, lines, blocks } = lay({
    ...rest,
    parcel: fillWords(words.parcelOf, { no: named.no, sheet: named.sheet, commune: commune.name }),
    office,
    followLink: `${publicUrl}/requests/follow?reference=${encodeURIComponent(request.reference)}`,
  });
  return {
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
  template: RECEIPT_1,
  most: 0,
  read: (trx, asking) =>
    readRequest(trx, asking, (said) => ({ title: RECEIPT_1.words.title, lines: [], blocks: receiptBlocks(said) })),
};

/** Mẫu số 14, filled in with what was asked. */
export const REQUEST_FORM: PaperKindMaker = {
  template: REQUEST_FORM_1,
  most: 0,
  read: (trx, asking) =>
    readRequest(trx, asking, (said) => ({
      title: words.title,
      lines: [words.form, fillWords(words.reference, { reference: said.reference })],
      blocks: requestFormBlocks(said),
    })),
};
