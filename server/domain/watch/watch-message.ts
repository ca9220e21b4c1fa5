/** What is mailed about watched land: links, and nothing else of what is registered. */
import type { Language } from '../words/language.ts';
import type { ToldChange, WatchChange } from './watch.ts';

/** Parcels that a mail names. */
const LISTED = 20;

const CHANGE: Readonly<Record<Language, Readonly<Record<WatchChange, string>>>> = {
  vi: { registered: 'mới đăng ký', changed: 'đã thay đổi', ended: 'không còn hiệu lực' },
  en: { registered: 'registered', changed: 'changed', ended: 'no longer in force' },
};

const WORDS = {
  vi: {
    subject: 'Có thay đổi ở nơi bạn theo dõi',
    lead: 'Sổ đăng ký đất đai có thay đổi ở nơi bạn theo dõi ({count} thửa):',
    more: '… và {count} thửa khác.',
    end: 'Xem và bỏ theo dõi: {link}',
    confirmSubject: 'Mã xác nhận địa chỉ thư',
    confirm:
      'Mã xác nhận: {code}\n\nNhập mã này ở trang {link} để nhận thư khi có thay đổi. Nếu bạn không yêu cầu, hãy bỏ qua thư này: không có thư nào khác được gửi đến.',
  },
  en: {
    subject: 'Changes in land that you watch',
    lead: 'The land register has changed in land that you watch ({count} parcels):',
    more: '… and {count} others.',
    end: 'See them, or watch no longer: {link}',
    confirmSubject: 'Code to confirm your mail address',
    confirm:
      'Code: {code}\n\nEnter it at {link} to be mailed when something changes. If you did not ask for this, leave it: no other mail will come.',
  },
} as const satisfies Record<Language, Record<string, string>>;

const fill = (text: string, values: Readonly<Record<string, string>>) =>
  Object.entries(values).reduce((made, [name, value]) => made.replaceAll(`{${name}}`, value), text);

/** A mail about what changed. */
export function composeChanges(changes: readonly ToldChange[], language: Language, publicUrl: string) {
  const words = WORDS[language];
  const lines = changes
    .slice(0, LISTED)
    .map(({ parcelId, change }) => `- ${publicUrl}/parcels/${parcelId}: ${CHANGE[language][change]}`);
  const left = changes.length - lines.length;
  const text = [
    fill(words.lead, { count: String(changes.length) }),
    '',
    ...lines,
    ...(left > 0 ? [fill(words.more, { count: String(left) })] : []),
    '',
    fill(words.end, { link: `${publicUrl}/business/watches` }),
    '',
  ].join('\n');
  return { subject: words.subject, text };
}

/** The mail that shows whose an address is. */
export function composeConfirmation(code: string, language: Language, publicUrl: string) {
  const { confirmSubject, confirm } = WORDS[language];
  return { subject: confirmSubject, text: `${fill(confirm, { code, link: `${publicUrl}/business/watches` })}\n` };
}
