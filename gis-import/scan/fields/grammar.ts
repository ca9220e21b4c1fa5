/** Kinds of documents that are told apart, newest version first. A kind is a folder of templates/documents and a line here. */
import { type DocumentKind, FIELD_NAMES, type FieldName } from '../../../server/domain/document/document.ts';
import { APPLICATION_1 } from '../../../templates/documents/application/1/grammar.ts';
import { CERTIFICATE_FOUR_PAGE_1 } from '../../../templates/documents/certificate_four_page/1/grammar.ts';
import { CERTIFICATE_QR_1 } from '../../../templates/documents/certificate_qr/1/grammar.ts';
import { CONTRACT_1 } from '../../../templates/documents/contract/1/grammar.ts';
import { DECISION_1 } from '../../../templates/documents/decision/1/grammar.ts';
import type { Shape } from './read-value.ts';

export interface FieldRule {
  readonly name: FieldName;
  readonly rule: string;
  /** Side of the document it stands on. */
  readonly side: string;
  readonly shape: Shape;
  /** Share of the page's height below which it stands. */
  readonly below?: number;
  /** Over the letters without case and diacritics, with a group `value`. */
  readonly pattern: string;
}

export interface Grammar {
  readonly kind: Exclude<DocumentKind, 'unknown'>;
  readonly version: number;
  readonly sides: readonly {
    readonly side: string;
    readonly marks: readonly string[];
    readonly without: readonly string[];
  }[];
  readonly qr: {
    readonly separator: string;
    readonly parts: number;
    readonly serial: number;
    readonly made: number;
  } | null;
  /** The barcode of so many digits that stands on a side of it. */
  readonly barcode: { readonly side: string; readonly digits: number } | null;
  readonly fields: readonly FieldRule[];
  readonly landUses: readonly (readonly [name: string, code: string])[];
}

export const GRAMMARS: readonly Grammar[] = [
  CERTIFICATE_QR_1,
  CERTIFICATE_FOUR_PAGE_1,
  CONTRACT_1,
  APPLICATION_1,
  DECISION_1,
];

/** What is asked of a document of a kind; of one that nobody knows, everything but what only one kind has. */
export const fieldsOf = (grammar: Grammar | null): readonly FieldName[] =>
  FIELD_NAMES.filter((name) => (grammar ? grammar.fields.some((rule) => rule.name === name) : name !== 'barcode'));

export interface Recognised {
  readonly grammar: Grammar;
  readonly side: string;
}

/** Which side of which document a page is, by what is printed on it; null where nothing speaks for one. */
export function recognisePage(plain: string): Recognised | null {
  const flat = plain.replace(/\s+/g, ' ');
  for (const grammar of GRAMMARS) {
    for (const { side, marks, without } of grammar.sides) {
      const isIt =
        marks.every((mark) => new RegExp(mark).test(flat)) && !without.some((mark) => new RegExp(mark).test(flat));
      if (isIt) return { grammar, side };
    }
  }
  return null;
}
