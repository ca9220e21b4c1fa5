/** Papers of a request: the receipt that is handed out, and the filled form (Mẫu 14). They say what was asked, not what the register says. */
import { RECEIPT_1 } from '../../../templates/certificates/receipt/1/template.ts';
import { REQUEST_FORM_1 } from '../../../templates/certificates/request_form/1/template.ts';
import { findOffice } from '../../db/document/papers.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import { findParcelRow } from '../../db/parcel/parcels.ts';
import type { RequestDetail } from '../../domain/contract/requests.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { fillFrom } from '../../domain/words/fill-sentence.ts';
import { formatDay, formatMoment } from '../../domain/words/format-day.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { describeRequest } from '../../registry/request/desk/describe-request.ts';
import { createRequestCipher } from '../../registry/request/request-cipher.ts';
import type { Block } from '../block.ts';
import { fillWords } from '../fill-words.ts';
import { NO_OFFICE } from '../read-extract-facts.ts';
import { renderPaper } from '../render-paper.ts';
import { framePaper, heading, pairs, plain } from './frame-paper.ts';
import type { Asking, PaperKindMaker, PaperStamp, ReadPaper } from './paper-kind.ts';

const { words } = REQUEST_FORM_1;

interface RequestSaid {
  readonly request: RequestDetail;
  readonly office: string;
  readonly publicUrl: string;
}

const parcelOf = ({ parcel, commune }: RequestDetail): string =>
  fillWords(words.parcelOf, { no: parcel.no, sheet: parcel.sheet, commune: commune.name });

const wayOf = ({ delivery }: RequestDetail): string =>
  [
    fillFrom(words.ways[delivery.way], delivery.address === undefined ? {} : { address: delivery.address }),
    ...(delivery.copies === undefined ? [] : [fillWords(words.copies, { n: String(delivery.copies) })]),
  ].join('; ');

const feeOf = ({ fee }: RequestDetail): string =>
  fillFrom(words.fees[fee.status], fee.amountVnd === null ? {} : { amount: `${formatNumber(fee.amountVnd, 'vi')} đ` });

const kindOf = ({ kind }: RequestDetail): string => words.kinds[kind] ?? kind;

function receiptBlocks({ request, publicUrl }: RequestSaid): Block[] {
  const said = RECEIPT_1.words;
  return [
    pairs([
      [said.reference, request.reference],
      [said.received, formatMoment(request.receivedAt, 'vi')],
      [said.by, request.requester.name],
      [said.what, kindOf(request)],
      [said.parcel, parcelOf(request)],
      [said.due, formatDay(request.dueOn, 'vi')],
      [said.fee, feeOf(request)],
      [said.delivery, wayOf(request)],
    ]),
    { kind: 'note', text: fillWords(said.follow, { link: `${publicUrl}/follow` }) },
    { kind: 'note', text: said.kept },
  ];
}

function formBlocks({ request, office }: RequestSaid): Block[] {
  const { requester, purpose, receivedAt, dueOn } = request;
  const contact = [requester.phone, requester.email].filter(Boolean).join('; ') || words.none;
  return [
    heading(fillWords(words.to, { office })),
    pairs([
      [words.name, requester.name],
      [requester.kind === 'person' ? words.person : words.organisation, requester.identityNumber],
      [words.address, requester.address],
      [words.contact, contact],
    ]),
    heading(words.list),
    pairs([
      [words.parcel, parcelOf(request)],
      [words.content, kindOf(request)],
    ]),
    heading(words.purpose),
    plain(purpose),
    heading(words.delivery),
    plain(wayOf(request)),
    plain(words.undertaking),
    { kind: 'note', text: fillWords(words.sentOnline, { moment: formatMoment(receivedAt, 'vi') }) },
    heading(words.officePart),
    pairs([
      [words.received, formatMoment(receivedAt, 'vi')],
      [words.due, formatDay(dueOn, 'vi')],
      [RECEIPT_1.words.fee, feeOf(request)],
    ]),
  ];
}

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
  const { title, lines, blocks } = lay({ request, office, publicUrl });
  return {
    communeCode,
    office,
    partyIds: [],
    parcels: [{ parcelId: parcel.id, version: parcel.version, state: parcel.state, rightIds: [] }],
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
      lines: [words.form, fillWords(words.reference, { reference: said.request.reference })],
      blocks: formBlocks(said),
    })),
};
