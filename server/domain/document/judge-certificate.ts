/** What a confirmed certificate bears out of what the register says of its parcel. Pure. */
import type { ParcelStanding, StandingRight } from '../dealing/standing.ts';
import { type Verdict, verdict } from '../dealing/verdict.ts';
import { likenessOfName } from './same-holder.ts';
import { isSecondOpen, type SecondReadingState } from './second-reading.ts';

/** A paper of the archive as its reviewer confirmed it. */
export interface ConfirmedPaper {
  readonly documentId: string;
  readonly kind: string;
  readonly status: string;
  readonly communeCode: string;
  readonly serial: string | null;
  /** Printed, m². */
  readonly areaM2: number | null;
  /** Names, one after another by semicolons. */
  readonly holder: string | null;
  /** ISO day. */
  readonly issuedOn: string | null;
  readonly links: readonly { readonly parcelId: string; readonly status: string; readonly proposedBy: string }[];
  /** Of its second reading; null where it was not drawn. */
  readonly second: SecondReadingState | null;
  /** Parties of the register that hold one of its identity numbers. */
  readonly parties: readonly string[];
}

export interface JudgedPaper {
  readonly verdicts: readonly Verdict[];
  /** Rights that it bears out; those that were not proven are confirmed by it. */
  readonly rights: readonly StandingRight[];
}

/** Areas are registered to a tenth. */
const SAME_AREA_M2 = 0.06;
const isCertificate = (kind: string): boolean => kind.startsWith('certificate_');

export function judgeCertificate(
  paper: ConfirmedPaper | undefined,
  documentId: string,
  parcel: Pick<ParcelStanding, 'parcelId' | 'no' | 'sheet' | 'communeCode' | 'legalAreaM2' | 'rights'>,
): JudgedPaper {
  const { parcelId, no, sheet } = parcel;
  const about = { documentId, documentNo: paper?.serial ?? null, parcelId, no, sheet };
  const stopped = (code: Verdict['code'], facts: object = {}): JudgedPaper => ({
    verdicts: [verdict(code, { ...about, ...facts })],
    rights: [],
  });
  if (paper?.status !== 'confirmed' || !isCertificate(paper.kind) || paper.communeCode !== parcel.communeCode)
    return stopped('archive.not_confirmed');
  if (!paper.links.some((link) => link.parcelId === parcelId && link.status !== 'refused'))
    return stopped('archive.no_parcel');
  if (isSecondOpen(paper.second)) return stopped('archive.second_open');
  if (paper.serial === null || paper.issuedOn === null) return stopped('archive.undated');
  const shown = parcel.legalAreaM2;
  const area =
    shown !== null && paper.areaM2 !== null && Math.abs(shown - paper.areaM2) >= SAME_AREA_M2
      ? [verdict('archive.area_differs', { ...about, areaM2: paper.areaM2, registerM2: shown })]
      : [];
  const uses = parcel.rights.filter(({ kind }) => kind === 'use');
  if (uses.length === 0) return { verdicts: [...area, verdict('archive.no_right', about)], rights: [] };
  const names = paper.holder?.split(/\s*;\s*/u).filter(Boolean) ?? [];
  const likeness = (name: string, right: StandingRight) =>
    paper.parties.includes(right.partyId) ? 'same' : likenessOfName(name, right.holder);
  const named = uses.filter(
    (right) => paper.parties.includes(right.partyId) || names.some((name) => likeness(name, right) !== 'differs'),
  );
  if (named.length === 0) return stopped('archive.holder_differs');
  const rights = named.filter(
    ({ certificateSerial }) => certificateSerial === null || certificateSerial === paper.serial,
  );
  if (rights.length === 0) {
    const others = [...new Set(named.map(({ certificateSerial }) => certificateSerial))];
    return stopped('archive.serial_differs', { registerNo: others.join(', ') });
  }
  const sure = (name: string) => rights.some((right) => likeness(name, right) === 'same');
  const known = (name: string) => rights.some((right) => likeness(name, right) !== 'differs');
  const more = names.filter((name) => !known(name)).length;
  const open = rights.filter(({ verified }) => !verified).length;
  return {
    verdicts: [
      ...area,
      ...(names.some((name) => known(name) && !sure(name)) ? [verdict('archive.holder_spelt', about)] : []),
      ...(more > 0 ? [verdict('archive.holder_partly', { ...about, n: more })] : []),
      open > 0 ? verdict('archive.confirms', { ...about, rights: open }) : verdict('archive.confirmed_already', about),
    ],
    rights,
  };
}
