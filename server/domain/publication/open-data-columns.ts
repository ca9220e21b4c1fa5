/** The columns of open-data files and the published field each rests on. */
import type { ChannelField, ChannelPolicy } from './publication-policy.ts';

/** A parcel as a file of its commune holds it; exact decimals are text. */
export interface OpenParcel {
  readonly id: string;
  readonly code: string;
  readonly communeCode: string;
  readonly communeName: string;
  readonly sheet: string;
  readonly no: string;
  readonly scale: number | null;
  readonly unitCode: string;
  readonly unitName: string;
  readonly unitFrom: string;
  readonly landUse: string;
  readonly areaM2: string;
  readonly legalAreaM2: string | null;
  readonly address: string | null;
  readonly registeredAt: string;
}

export interface OpenColumn {
  readonly name: string;
  readonly field: ChannelField<'bulk'>;
  readonly kind: 'text' | 'integer' | 'decimal' | 'day' | 'instant';
  readonly value: (parcel: OpenParcel) => string | number | null;
}

const COLUMNS: readonly OpenColumn[] = [
  { name: 'id', field: 'id', kind: 'text', value: (parcel) => parcel.id },
  { name: 'code', field: 'code', kind: 'text', value: (parcel) => parcel.code },
  { name: 'communeCode', field: 'commune', kind: 'text', value: (parcel) => parcel.communeCode },
  { name: 'communeName', field: 'commune', kind: 'text', value: (parcel) => parcel.communeName },
  { name: 'sheet', field: 'sheet', kind: 'text', value: (parcel) => parcel.sheet },
  { name: 'no', field: 'no', kind: 'text', value: (parcel) => parcel.no },
  { name: 'scale', field: 'scale', kind: 'integer', value: (parcel) => parcel.scale },
  { name: 'numberedInCode', field: 'numberedIn', kind: 'text', value: (parcel) => parcel.unitCode },
  { name: 'numberedInName', field: 'numberedIn', kind: 'text', value: (parcel) => parcel.unitName },
  { name: 'numberedInFrom', field: 'numberedIn', kind: 'day', value: (parcel) => parcel.unitFrom },
  { name: 'landUse', field: 'landUse', kind: 'text', value: (parcel) => parcel.landUse },
  { name: 'areaM2', field: 'areaM2', kind: 'decimal', value: (parcel) => parcel.areaM2 },
  { name: 'legalAreaM2', field: 'legalAreaM2', kind: 'decimal', value: (parcel) => parcel.legalAreaM2 },
  { name: 'address', field: 'address', kind: 'text', value: (parcel) => parcel.address },
  { name: 'registeredAt', field: 'registeredAt', kind: 'instant', value: (parcel) => parcel.registeredAt },
];

/** The columns that may be given away in bulk, in their order. Geometry is not among them: each format has its own. */
export function openColumns(policy: ChannelPolicy): readonly OpenColumn[] {
  return COLUMNS.filter((column) => policy.allows(column.field));
}
