/** A fictional dossier: a certificate and what lies beside it, as it is put on a scanner. Drawn from the seed. */
import type { FieldName } from '../../../server/domain/document/document.ts';
import type { Random } from '../file/random.ts';
import type { Names } from '../sheet/names.ts';
import {
  type CertificateFacts,
  drawCertificateFacts,
  drawFourPageFacts,
  type ParcelOfPaper,
  WRITTEN_FIELDS,
} from './certificate-facts.ts';
import type { Paper } from './paper-sheet.ts';
import { printCertificate } from './print-certificate.ts';
import { printFourPage } from './print-four-page.ts';
import { type LetterFacts, printApplication, printContract, printDecision } from './print-letters.ts';

export type PaperKind = 'certificate_qr' | 'certificate_four_page' | 'contract' | 'application' | 'decision';

/** One paper of the dossier, and what it says. */
export interface DossierPaper {
  readonly kind: PaperKind;
  readonly pages: number;
  /** As the fields of a document have it. */
  readonly truth: Readonly<Partial<Record<FieldName, string>>>;
  /** Of these, what was filled in by hand. */
  readonly byHand: readonly FieldName[];
  print(paper: Paper): void;
}

/** Ways in which papers are unlike each other: none of them on a clean one. */
export interface DossierTraits {
  /** Fields filled in by hand. */
  readonly hand: boolean;
  /** Contract, application and decision beside the certificate. */
  readonly letters: boolean;
}

const truthOfLand = ({ sheetNo, parcelNo, areaM2 }: CertificateFacts) => ({
  sheetNo,
  parcelNo,
  areaM2: String(areaM2),
});

function certificateTruth(facts: CertificateFacts): DossierPaper['truth'] {
  return {
    serial: facts.serial,
    bookNo: facts.bookNo,
    ...(facts.barcode === null ? {} : { barcode: facts.barcode }),
    ...truthOfLand(facts),
    landUse: facts.purposes.map(({ code }) => code).join('+'),
    holder: facts.holders.map(({ name }) => name).join('; '),
    identityNumber: facts.holders.map(({ identityNumber }) => identityNumber).join('; '),
    issuedOn: facts.issuedOn,
  };
}

function letterOf(kind: 'contract' | 'application' | 'decision', facts: LetterFacts, random: Random): DossierPaper {
  const prints = { contract: printContract, application: printApplication, decision: printDecision };
  const { certificate, byHand, on } = facts;
  return {
    kind,
    pages: kind === 'contract' ? 2 : 1,
    truth: {
      ...(kind === 'contract' ? { serial: certificate.serial } : {}),
      ...truthOfLand(certificate),
      issuedOn: on,
    },
    byHand: byHand ? ['sheetNo', 'parcelNo', 'areaM2'] : [],
    print: (paper) => prints[kind](paper, facts, random),
  };
}

/** The certificate alone, of either form. */
export function certificatePaper(facts: CertificateFacts, random: Random): DossierPaper {
  const isOld = facts.barcode !== null;
  return {
    kind: isOld ? 'certificate_four_page' : 'certificate_qr',
    pages: isOld ? 4 : 2,
    truth: certificateTruth(facts),
    byHand: facts.byHand,
    print: (paper) => (isOld ? printFourPage(paper, facts, random) : printCertificate(paper, facts)),
  };
}

/** Draws the papers of one dossier, about `parcel` or one of nowhere. */
export function drawDossier(
  random: Random,
  names: Names,
  { hand, letters }: DossierTraits,
  parcel?: ParcelOfPaper,
): DossierPaper[] {
  const isOld = random.chance(0.5);
  const drawn = isOld ? drawFourPageFacts(random, names, parcel) : drawCertificateFacts(random, names, parcel);
  const byHand = hand && isOld && random.chance(0.4) ? WRITTEN_FIELDS.filter(() => random.chance(0.6)) : [];
  const facts = { ...drawn, byHand };
  const papers = [certificatePaper(facts, random)];
  if (!letters) return papers;
  for (const [kind, often] of [
    ['contract', 0.4],
    ['application', 0.4],
    ['decision', 0.25],
  ] as const) {
    if (!random.chance(often)) continue;
    const letter: LetterFacts = {
      certificate: facts,
      taker: { name: names.person(), identityNumber: names.identityNumber() },
      on: new Date(Date.UTC(2020, 0, 6) + random.integer(0, 2100) * 86_400_000).toISOString().slice(0, 10),
      no: random.integer(11, 4900),
      byHand: hand && random.chance(kind === 'application' ? 0.6 : 0),
    };
    papers.push(letterOf(kind, letter, random));
  }
  return papers;
}
