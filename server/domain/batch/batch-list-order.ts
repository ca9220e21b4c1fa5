/** By what lists of the review can be ordered: closed lists, shared by the doors, the database and the desk. */

export const RECORD_SORTS = [
  'no',
  'status',
  'sheet',
  'parcel',
  'landUse',
  'area',
  'legalArea',
  'difference',
  'findings',
  'corrections',
  'code',
  'address',
  'holder',
] as const;
/** Orders that tell something of persons: only for those who may see them. */
export const PERSONAL_RECORD_SORTS: readonly string[] = ['address', 'holder'];

export const BATCH_SORTS = [
  'created',
  'changed',
  'title',
  'status',
  'errors',
  'warnings',
  'records',
  'blocked',
  'refused',
  'ignored',
  'owner',
  'proposedBy',
  'file',
] as const;

export const CAMPAIGN_SORTS = [
  'commune',
  'sheet',
  'status',
  'errors',
  'warnings',
  'records',
  'created',
  'changed',
  'owner',
  'proposedBy',
  'file',
  'others',
] as const;

/** A column, with `-` before it for the other direction. */
export type Sort<Column extends string> = Column | `-${Column}`;
export const bothWays = <Column extends string>(columns: readonly Column[]): Sort<Column>[] =>
  columns.flatMap((column): Sort<Column>[] => [column, `-${column}`]);

export function readSort<Column extends string>(sort: Sort<Column>): { column: Column; descending: boolean } {
  const descending = sort.startsWith('-');
  return { column: (descending ? sort.slice(1) : sort) as Column, descending };
}
