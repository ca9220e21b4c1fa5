/** The facts that are printed, from what is kept of a certificate and from what happened since. Pure. */
import type { CertificateRow, DealtSince } from '../../db/document/certificate-rows.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { printPaperCode } from '../../domain/paper.ts';
import { fillFrom } from '../../domain/words/fill-sentence.ts';
import { formatDay } from '../../domain/words/format-day.ts';
import { fillWords } from '../fill-words.ts';
import type { CertificateTemplate } from '../versions/template-shelf.ts';
import type { CertificateChange, CertificateFacts, CertificateWords } from './certificate-facts.ts';

/** A certificate that was issued here: everything of it is known. */
export type OwnCertificate = CertificateRow & {
  readonly [K in 'code' | 'bookNo' | 'office' | 'issuedOn' | 'content']: NonNullable<CertificateRow[K]>;
};

export const isOwn = (row: CertificateRow): row is OwnCertificate => row.content !== null;

/** What section 6 confirms: what it has words for, in the order of registration. */
export const changesOf = (words: CertificateWords, since: readonly DealtSince[], office: string): CertificateChange[] =>
  since.flatMap(({ kind, registeredAt, document }) => {
    const what = words.changeOf[kind];
    if (what === undefined) return [];
    const content = fillFrom(words.change, {
      what,
      ...(document ? { no: document.no, day: formatDay(document.date, 'vi') } : {}),
    });
    return [{ day: dayOf(registeredAt), content, office }];
  });

/** Kind of paper and number in words, told by how many digits it has. */
export const identityWords = (words: CertificateWords, number: string): string =>
  fillWords(words.identity.find(({ digits }) => digits === number.length)?.words ?? words.identityOther, { number });

/** All but the last three digits hidden, where the paper goes to others than the holder. */
export const maskNumber = (number: string): string =>
  `${'*'.repeat(Math.max(0, number.length - 3))}${number.slice(-3)}`;

export function factsOfCertificate(
  row: OwnCertificate,
  since: readonly DealtSince[],
  numbers: ReadonlyMap<string, readonly string[]>,
  publicUrl: string,
  template: CertificateTemplate,
): CertificateFacts {
  const { words, provinces } = template;
  const { serial, code, bookNo, office, issuedOn, content } = row;
  const { signatory, holders, lands, notes, provinceCode } = content;
  return {
    template,
    serial,
    bookNo,
    link: `${publicUrl}/verify/${printPaperCode(code)}`,
    issuedOn,
    province: provinces[provinceCode] ?? '',
    office,
    authority: signatory?.authority ?? null,
    position: signatory?.position ?? null,
    signatory: signatory?.name ?? null,
    holders: holders.map(({ partyId, name, share }) => ({
      name,
      share,
      identity:
        numbers
          .get(partyId)
          ?.map((number) => identityWords(words, number))
          .join(', ') ?? null,
    })),
    lands,
    notes,
    changes: changesOf(words, since, office),
  };
}
