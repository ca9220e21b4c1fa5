/** What requesters are told: short, without a name or a secret, since mail and telephone are read by others too. */
import type { Language } from '../words/language.ts';

export const MESSAGE_KINDS = ['received', 'accepted', 'fee_due', 'stopped', 'fulfilled', 'refused', 'code'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
export type MessageChannel = 'mail' | 'phone';

export interface OutgoingMessage {
  /** UUID, the same at every attempt: who gets it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

/**
 * What became of an attempt. `later`: certainly not taken, worth another try; `never`: refused for good; `unsure`: nobody
 * knows whether it was taken, so it is not sent again. `error` is a code, never an address.
 */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later' | 'never' | 'unsure'; readonly error: string };

export type SendMessage = (message: OutgoingMessage) => Promise<SendOutcome>;

type Wording = Readonly<Record<MessageKind, { readonly subject: string; readonly text: string }>>;

const WORDING: Readonly<Record<Language, Wording>> = {
  vi: {
    received: {
      subject: 'Đã nhận hồ sơ {reference}',
      text: 'Hồ sơ {reference} đã được nhận và đang chờ xét.',
    },
    accepted: {
      subject: 'Hồ sơ {reference} đang được giải quyết',
      text: 'Hồ sơ {reference} đã được tiếp nhận giải quyết.',
    },
    fee_due: {
      subject: 'Hồ sơ {reference} có phí phải nộp',
      text: 'Hồ sơ {reference} có phí phải nộp; số tiền ghi ở trang theo dõi.',
    },
    stopped: {
      subject: 'Hồ sơ {reference} tạm dừng',
      text: 'Việc giải quyết hồ sơ {reference} tạm dừng; trang theo dõi cho biết tình trạng hiện nay.',
    },
    fulfilled: { subject: 'Hồ sơ {reference} đã có kết quả', text: 'Hồ sơ {reference} đã có kết quả.' },
    refused: {
      subject: 'Hồ sơ {reference} bị từ chối',
      text: 'Hồ sơ {reference} bị từ chối; lý do ghi ở trang theo dõi.',
    },
    code: {
      subject: 'Mã theo dõi mới của hồ sơ {reference}',
      text: 'Mã theo dõi của hồ sơ {reference} vừa được cấp lại tại quầy; mã cũ không còn dùng được. Nếu bạn không yêu cầu việc này, hãy báo cho cơ quan đăng ký.',
    },
  },
  en: {
    received: {
      subject: 'Request {reference} received',
      text: 'Request {reference} was received and waits to be examined.',
    },
    accepted: { subject: 'Request {reference} is being handled', text: 'Request {reference} was accepted.' },
    fee_due: {
      subject: 'A fee is due for request {reference}',
      text: 'A fee is due for request {reference}; the amount is on the page where you follow it.',
    },
    stopped: {
      subject: 'Request {reference} is paused',
      text: 'The handling of request {reference} is paused; the page where you follow it says how it stands.',
    },
    fulfilled: { subject: 'Request {reference} is answered', text: 'Request {reference} is answered.' },
    refused: {
      subject: 'Request {reference} is refused',
      text: 'Request {reference} is refused; the reason is on the page where you follow it.',
    },
    code: {
      subject: 'New follow-up code of request {reference}',
      text: 'The follow-up code of request {reference} was issued anew at the counter; the old one no longer works. If you did not ask for this, tell the registry.',
    },
  },
};

const FOLLOW: Readonly<Record<Language, string>> = {
  vi: 'Theo dõi bằng mã theo dõi của bạn: {link}',
  en: 'Follow it with your follow-up code: {link}',
};

/** The words of a message about the request `reference` of the service at `publicUrl`. */
export function composeMessage(
  kind: MessageKind,
  language: Language,
  reference: string,
  publicUrl: string,
): Pick<OutgoingMessage, 'subject' | 'text'> {
  const { subject, text } = WORDING[language][kind];
  const link = `${publicUrl.replace(/\/+$/, '')}/requests/follow?reference=${encodeURIComponent(reference)}`;
  const fill = (sentence: string) => sentence.replaceAll('{reference}', reference).replaceAll('{link}', link);
  return { subject: fill(subject), text: `${fill(text)}\n\n${fill(FOLLOW[language])}\n` };
}
