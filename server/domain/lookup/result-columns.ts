/** The columns that a filled table has beside those it came with. */
import type { RegisteredParcel } from '../contract/portal/portal-parcels.ts';
import type { ChannelPolicy, PublicField } from '../publication/publication-policy.ts';
import type { Language } from '../words/language.ts';
import { type LookupOutcome, type LookupReason, OUTCOME_TEXT, REASON_TEXT } from './lookup-outcome.ts';

export interface FilledRow {
  readonly rowNo: number;
  readonly outcome: LookupOutcome;
  readonly reason: LookupReason | null;
  /** As registered; what may not be told has no column. */
  readonly parcels: readonly RegisteredParcel[];
  readonly more: boolean;
}

/** When and for what the file was made: it says so in every row. */
export interface FileTerms {
  readonly asOf: Date;
  readonly outcome: LookupOutcome | null;
  readonly language: Language;
  readonly publicUrl: string;
}

export interface ResultColumn {
  readonly name: string;
  readonly kind: 'text' | 'integer' | 'decimal' | 'instant';
  readonly value: (row: FilledRow) => string | number | null;
}

interface Draft {
  readonly vi: string;
  readonly en: string;
  readonly kind: ResultColumn['kind'];
  /** Fields of the policy it rests on. */
  readonly fields?: readonly PublicField[];
  readonly value: (row: FilledRow, terms: FileTerms) => string | number | null;
}

/** A fact of the one parcel of a matched row; of several none is told for another. */
const fact =
  (of: (parcel: RegisteredParcel, language: Language) => string | number | null) =>
  (row: FilledRow, { language }: FileTerms) => {
    const [parcel] = row.parcels;
    return row.outcome === 'matched' && parcel ? of(parcel, language) : null;
  };

const STATES = {
  current: { vi: 'Hiện hành', en: 'Current' },
  historic: { vi: 'Không còn hiệu lực', en: 'No longer in force' },
} as const;

const EVERY = { vi: 'Tất cả các dòng', en: 'All rows' } as const;

/** `id` names what may be told of every candidate: its code where that is published, else its address here. */
const nameOf = (parcel: RegisteredParcel, policy: ChannelPolicy, { publicUrl }: FileTerms) =>
  policy.allows('code') ? parcel.code : `${publicUrl}/parcels/${parcel.id}`;

const draftsOf = (policy: ChannelPolicy): readonly Draft[] => [
  { vi: 'Dòng', en: 'Row', kind: 'integer', value: ({ rowNo }) => rowNo },
  { vi: 'Kết quả', en: 'Result', kind: 'text', value: ({ outcome }, { language }) => OUTCOME_TEXT[outcome][language] },
  {
    vi: 'Lý do',
    en: 'Reason',
    kind: 'text',
    value: ({ reason }, { language }) => (reason === null ? null : REASON_TEXT[reason][language]),
  },
  {
    vi: 'Các thửa có thể',
    en: 'Possible parcels',
    kind: 'text',
    value: ({ outcome, parcels, more }, terms) =>
      outcome === 'ambiguous'
        ? [...parcels.map((one) => nameOf(one, policy, terms)), ...(more ? ['…'] : [])].join('; ')
        : null,
  },
  { vi: 'Mã thửa đăng ký', en: 'Registered code', kind: 'text', fields: ['code'], value: fact(({ code }) => code) },
  {
    vi: 'Mã xã hiện nay',
    en: 'Commune code today',
    kind: 'text',
    fields: ['commune'],
    value: fact(({ commune }) => commune.code),
  },
  {
    vi: 'Xã hiện nay',
    en: 'Commune today',
    kind: 'text',
    fields: ['commune'],
    value: fact(({ commune }) => commune.name),
  },
  { vi: 'Tờ đăng ký', en: 'Registered sheet', kind: 'text', fields: ['sheet'], value: fact(({ sheet }) => sheet) },
  { vi: 'Thửa đăng ký', en: 'Registered number', kind: 'text', fields: ['no'], value: fact(({ no }) => no) },
  {
    vi: 'Tờ đánh số tại',
    en: 'Sheet numbered in',
    kind: 'text',
    fields: ['numberedIn'],
    value: fact(({ numberedIn }) => numberedIn.name),
  },
  {
    vi: 'Loại đất',
    en: 'Land use',
    kind: 'text',
    fields: ['landUse'],
    value: fact(({ landUse }) => landUse.map(({ code }) => code).join('+')),
  },
  {
    vi: 'Diện tích tính (m²)',
    en: 'Computed area (m²)',
    kind: 'decimal',
    fields: ['areaM2'],
    value: fact(({ areaM2 }) => areaM2),
  },
  {
    vi: 'Diện tích đăng ký (m²)',
    en: 'Registered area (m²)',
    kind: 'decimal',
    fields: ['legalAreaM2'],
    value: fact(({ legalAreaM2 }) => legalAreaM2),
  },
  {
    vi: 'Địa chỉ thửa',
    en: 'Address of the parcel',
    kind: 'text',
    fields: ['address'],
    value: fact(({ address }) => address),
  },
  { vi: 'Tình trạng', en: 'State', kind: 'text', value: fact(({ state }, language) => STATES[state][language]) },
  {
    vi: 'Liên kết',
    en: 'Link',
    kind: 'text',
    value: (row, terms) => fact(({ id }) => `${terms.publicUrl}/parcels/${id}`)(row, terms),
  },
  { vi: 'Tính đến', en: 'As of', kind: 'instant', value: (_row, { asOf }) => asOf.toISOString() },
  {
    vi: 'Bộ lọc',
    en: 'Filter',
    kind: 'text',
    value: (_row, { outcome, language }) => (outcome === null ? EVERY : OUTCOME_TEXT[outcome])[language],
  },
];

/** The columns that may be told, in their order, each under a name that the table has not. */
export function resultColumns(policy: ChannelPolicy, terms: FileTerms, heads: readonly string[]): ResultColumn[] {
  const taken = new Set(heads.map((head) => head.toLowerCase()));
  return draftsOf(policy)
    .filter(({ fields }) => (fields ?? []).every((field) => policy.allows(field)))
    .map(({ kind, value, ...names }) => {
      let name = names[terms.language];
      while (taken.has(name.toLowerCase())) name = `${name} *`;
      taken.add(name.toLowerCase());
      return { name, kind, value: (row) => value(row, terms) };
    });
}
