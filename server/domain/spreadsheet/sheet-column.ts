/** What stands in a cell that is written. A day is `YYYY-MM-DD`, a moment an ISO time with its zone. */
export type SheetValue = string | number | null;

/**
 * How a column is understood: `text` keeps leading zeros and twelve digits as they are, also where a person types into it later;
 * a `day` or a `moment` becomes a date of the spreadsheet, by the clock of Asia/Ho_Chi_Minh.
 */
export type SheetColumnKind = 'text' | 'number' | 'day' | 'moment';

export interface SheetColumn {
  readonly header: string;
  readonly kind: SheetColumnKind;
}
