/** A request while it is written: one question a page, each answer read from the fields of a form. */
import type { RequestAsked } from '../contract/portal/portal-requests.ts';
import { INFORMATION_BLOCKS, type InformationBlock } from '../paper.ts';
import { cleanText } from '../question/clean-text.ts';
import { isFiller } from './check-request.ts';
import {
  DELIVERY_WAYS,
  EMAIL,
  PHONE,
  REQUEST_BOUNDS,
  REQUEST_KINDS,
  REQUESTER_KINDS,
  REQUESTER_NUMBER,
  type RequesterKind,
  type RequestKind,
} from './paper-request.ts';

/** In their order. What a sheet shall say is asked of who wants one; which certificate, of who wants a copy. */
export const REQUEST_QUESTIONS = [
  'parcel',
  'paper',
  'blocks',
  'certificate',
  'who',
  'contact',
  'purpose',
  'delivery',
] as const;
export type RequestQuestion = (typeof REQUEST_QUESTIONS)[number];

type Asked = RequestAsked;
export interface RequestDraft {
  readonly parcelId?: string;
  readonly kind?: RequestKind;
  readonly blocks?: readonly InformationBlock[];
  /** Serial of the certificate; empty where who asks does not know it. */
  readonly certificate?: string;
  readonly who?: Pick<Asked['requester'], 'kind' | 'name' | 'identityNumber' | 'address'>;
  readonly contact?: Pick<Asked['requester'], 'phone' | 'email'>;
  readonly purpose?: string;
  readonly delivery?: Asked['delivery'];
}

/** What is wrong with a field; the words are of the pages. */
export type AnswerFault = 'missing' | 'long' | 'malformed' | 'filler' | 'unknown';
export type AnswerFaults = Readonly<Record<string, AnswerFault>>;
export type Form = Readonly<Record<string, string | undefined>>;

export type ReadAnswer =
  | { readonly answer: RequestDraft; readonly faults?: undefined }
  | { readonly faults: AnswerFaults; readonly answer?: undefined };

const ANSWER_OF: Record<RequestQuestion, keyof RequestDraft> = {
  parcel: 'parcelId',
  paper: 'kind',
  blocks: 'blocks',
  certificate: 'certificate',
  who: 'who',
  contact: 'contact',
  purpose: 'purpose',
  delivery: 'delivery',
};

/** Questions that only one kind of paper asks. */
const ASKED_OF: Readonly<Partial<Record<RequestQuestion, RequestKind>>> = {
  blocks: 'land_information',
  certificate: 'certificate',
};

/** The questions of a request for this kind of paper. */
export const questionsOf = ({ kind }: { readonly kind?: RequestKind | undefined }): readonly RequestQuestion[] =>
  REQUEST_QUESTIONS.filter((question) => (ASKED_OF[question] ?? kind) === kind);

/** The first question that is not answered; undefined when all are. */
export const nextQuestion = (draft: RequestDraft): RequestQuestion | undefined =>
  questionsOf(draft).find((question) => draft[ANSWER_OF[question]] === undefined);

/** The whole request, once every question is answered. */
export function wholeRequest(draft: RequestDraft): RequestAsked | undefined {
  const { parcelId, kind, blocks = [], certificate, who, contact, purpose, delivery } = draft;
  if (nextQuestion(draft) !== undefined) return undefined;
  if (!parcelId || !kind || !who || !contact || !purpose || !delivery) return undefined;
  return {
    kind,
    parcelId,
    // An answer to what another kind of paper asks is left behind when the kind is changed.
    ...(kind === 'land_information' ? { blocks: [...blocks] } : {}),
    ...(kind === 'certificate' && certificate ? { certificateSerial: certificate } : {}),
    requester: { ...who, ...contact },
    purpose,
    delivery,
  };
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A line as typed: what cannot be seen is gone, breaks are spaces. */
const line = (typed: string | undefined): string => cleanText(typed ?? '').replaceAll('\t', ' ');
const lettersOf = (text: string): number => [...text].length;

function textFault(text: string, most: number): AnswerFault | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'missing';
  return lettersOf(text) > most ? 'long' : undefined;
}

const isOneOf = <T extends string>(values: readonly T[], value: string | undefined): value is T =>
  values.some((one) => one === value);

/** Only the faults that there are. */
const faultsOf = (found: Readonly<Record<string, AnswerFault | undefined>>): AnswerFaults | undefined => {
  const there = Object.entries(found).filter((entry): entry is [string, AnswerFault] => entry[1] !== undefined);
  return there.length > 0 ? Object.fromEntries(there) : undefined;
};

function numberFault(kind: RequesterKind | undefined, number: string): AnswerFault | undefined {
  if (number === '') return 'missing';
  if (kind === undefined) return undefined;
  if (!new RegExp(REQUESTER_NUMBER[kind]).test(number)) return 'malformed';
  return isFiller(kind, number) ? 'filler' : undefined;
}

function readWho(form: Form): ReadAnswer {
  const kind = isOneOf(REQUESTER_KINDS, form.kind) ? form.kind : undefined;
  const [name, address] = [line(form.name), line(form.address)];
  const typed = line(form.number).replaceAll(/[\s.]/g, '');
  // The hyphen of a branch belongs to its code; in a person's number it is how somebody groups digits.
  const identityNumber = kind === 'organisation' ? typed : typed.replaceAll('-', '');
  const faults = faultsOf({
    kind: kind === undefined ? 'missing' : undefined,
    name: textFault(name, REQUEST_BOUNDS.name),
    number: numberFault(kind, identityNumber),
    address: textFault(address, REQUEST_BOUNDS.address),
  });
  return faults || !kind ? { faults: faults ?? {} } : { answer: { who: { kind, name, identityNumber, address } } };
}

function readContact(form: Form): ReadAnswer {
  const phone = line(form.phone).replaceAll(/[\s.()-]/g, '');
  const email = line(form.email).replaceAll(' ', '');
  const faults = faultsOf({
    phone: phone === '' || new RegExp(PHONE).test(phone) ? undefined : 'malformed',
    email:
      email === '' || (new RegExp(EMAIL).test(email) && lettersOf(email) <= REQUEST_BOUNDS.email)
        ? undefined
        : 'malformed',
  });
  if (faults) return { faults };
  return { answer: { contact: { ...(phone === '' ? {} : { phone }), ...(email === '' ? {} : { email }) } } };
}

function readDelivery(form: Form): ReadAnswer {
  const { way } = form;
  if (!isOneOf(DELIVERY_WAYS, way)) return { faults: { way: 'missing' } };
  if (way === 'download') return { answer: { delivery: { way } } };
  const typed = line(form.copies) || '1';
  const copies = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  const address = line(form.post);
  const faults = faultsOf({
    copies: copies >= 1 && copies <= REQUEST_BOUNDS.copies ? undefined : 'malformed',
    post: way === 'post' ? textFault(address, REQUEST_BOUNDS.address) : undefined,
  });
  if (faults) return { faults };
  return { answer: { delivery: { way, copies, ...(way === 'post' ? { address } : {}) } } };
}

/** Boxes that were ticked: a field each, since of one name a form tells the last. */
function readBlocks(form: Form): ReadAnswer {
  const blocks = INFORMATION_BLOCKS.filter((block) => form[`block-${block}`] === 'yes');
  return blocks.length === 0 ? { faults: { blocks: 'missing' } } : { answer: { blocks } };
}

const READERS: Record<RequestQuestion, (form: Form) => ReadAnswer> = {
  parcel: ({ parcel = '' }) =>
    UUID.test(parcel) ? { answer: { parcelId: parcel } } : { faults: { parcel: 'missing' } },
  paper: ({ kind }) => (isOneOf(REQUEST_KINDS, kind) ? { answer: { kind } } : { faults: { kind: 'missing' } }),
  blocks: readBlocks,
  certificate({ serial }) {
    const certificate = line(serial);
    return lettersOf(certificate) > REQUEST_BOUNDS.serial
      ? { faults: { serial: 'long' } }
      : { answer: { certificate } };
  },
  who: readWho,
  contact: readContact,
  purpose(form) {
    const purpose = line(form.purpose);
    const fault = textFault(purpose, REQUEST_BOUNDS.purpose);
    return fault ? { faults: { purpose: fault } } : { answer: { purpose } };
  },
  delivery: readDelivery,
};

/** Reads the answer to a question from its form: the part of the draft it makes, or what is wrong with which field. */
export const readAnswer = (question: RequestQuestion, form: Form): ReadAnswer => READERS[question](form);

/** What a form shows of a draft, by the names of its fields. */
export function formOf(question: RequestQuestion, draft: RequestDraft): Form {
  const { blocks, certificate, who, contact, purpose, delivery } = draft;
  const forms: Record<RequestQuestion, Form> = {
    parcel: draft.parcelId ? { parcel: draft.parcelId } : {},
    paper: draft.kind ? { kind: draft.kind } : {},
    // At first what is asked for most: what anybody gets.
    blocks: Object.fromEntries((blocks ?? ['parcel', 'map']).map((block) => [`block-${block}`, 'yes'])),
    certificate: { serial: certificate },
    who: who ? { kind: who.kind, name: who.name, number: who.identityNumber, address: who.address } : {},
    contact: { phone: contact?.phone, email: contact?.email },
    purpose: { purpose },
    delivery: delivery
      ? { way: delivery.way, copies: delivery.copies?.toString(), post: delivery.address }
      : { copies: '1' },
  };
  return forms[question];
}
