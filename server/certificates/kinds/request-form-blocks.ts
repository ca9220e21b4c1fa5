/** Blocks of the filled Mẫu 14 and of the receipt, from what was asked; pure. */
import { LAND_INFORMATION_1 } from '../../../templates/certificates/land_information/1/template.ts';
import type { Delivery, Requester, RequestFee } from '../../domain/contract/portal/portal-requests.ts';
import { INFORMATION_BLOCKS, type InformationBlock } from '../../domain/paper.ts';
import type { RequestKind } from '../../domain/request/paper-request.ts';
import { fillFrom } from '../../domain/words/fill-sentence.ts';
import { formatDay, formatMoment } from '../../domain/words/format-day.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import type { Block } from '../block.ts';
import { fillWords } from '../fill-words.ts';
import type { ReceiptTemplate, RequestFormTemplate } from '../versions/template-shelf.ts';
import { heading, pairs, plain } from './frame-paper.ts';

/** A receipt says how a thing is handed over and paid in the words of the form. */
export interface RequestWords {
  readonly form: RequestFormTemplate['words'];
  readonly receipt: ReceiptTemplate['words'];
}
type Words = RequestWords['form'];

/** What was asked, by whom, and what the office has said of it. */
export interface RequestSaid {
  readonly reference: string;
  readonly kind: RequestKind;
  /** None: all of them. */
  readonly blocks: readonly InformationBlock[];
  readonly certificateSerial: string | null;
  readonly requester: Requester;
  readonly purpose: string;
  readonly delivery: Delivery;
  /** In words. */
  readonly parcel: string;
  readonly receivedAt: string;
  /** `YYYY-MM-DD` */
  readonly dueOn: string;
  readonly fee: RequestFee;
  readonly office: string;
  /** Where it is followed. */
  readonly followLink: string;
}

const wayOf = (words: Words, { delivery }: RequestSaid): string =>
  [
    fillFrom(words.ways[delivery.way], delivery.address === undefined ? {} : { address: delivery.address }),
    ...(delivery.copies === undefined ? [] : [fillWords(words.copies, { n: String(delivery.copies) })]),
  ].join('; ');

const feeOf = (words: Words, { fee }: RequestSaid): string =>
  fillFrom(words.fees[fee.status], fee.amountVnd === null ? {} : { amount: `${formatNumber(fee.amountVnd, 'vi')} đ` });

function contentOf(words: Words, { kind, blocks, certificateSerial }: RequestSaid): string {
  const name = words.kinds[kind] ?? kind;
  if (kind === 'land_information') {
    const asked = INFORMATION_BLOCKS.filter((block) => blocks.length === 0 || blocks.includes(block));
    const said = asked.map((block) => LAND_INFORMATION_1.words.blocks[block]).join('; ');
    return fillWords(words.withBlocks, { name, blocks: said });
  }
  return certificateSerial === null ? name : fillWords(words.withSerial, { name, serial: certificateSerial });
}

export function receiptBlocks({ receipt, form: words }: RequestWords, said: RequestSaid): Block[] {
  return [
    pairs([
      [receipt.reference, said.reference],
      [receipt.received, formatMoment(said.receivedAt, 'vi')],
      [receipt.by, said.requester.name],
      [receipt.what, contentOf(words, said)],
      [receipt.parcel, said.parcel],
      [receipt.due, formatDay(said.dueOn, 'vi')],
      [receipt.fee, feeOf(words, said)],
      [receipt.delivery, wayOf(words, said)],
    ]),
    { kind: 'note', text: fillWords(receipt.follow, { link: said.followLink }) },
    { kind: 'note', text: receipt.kept },
  ];
}

export function requestFormBlocks({ receipt, form: words }: RequestWords, said: RequestSaid): Block[] {
  const { requester, purpose, receivedAt, dueOn, office } = said;
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
      [words.parcel, said.parcel],
      [words.content, contentOf(words, said)],
    ]),
    heading(words.purpose),
    plain(purpose),
    heading(words.delivery),
    plain(wayOf(words, said)),
    plain(words.undertaking),
    { kind: 'note', text: fillWords(words.sentOnline, { moment: formatMoment(receivedAt, 'vi') }) },
    heading(words.officePart),
    pairs([
      [words.received, formatMoment(receivedAt, 'vi')],
      [words.due, formatDay(dueOn, 'vi')],
      [receipt.fee, feeOf(words, said)],
    ]),
  ];
}
