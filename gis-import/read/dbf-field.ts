/**
 * One column of a dBASE table as its 32-byte descriptor declares it.
 * Source: dBASE III PLUS table structure; shapefiles use that level of the format.
 */
export interface DbfField {
  /** At most 10 bytes in the file, decoded as latin-1; ASCII in practice. */
  readonly name: string;
  /** `C` text, `N`/`F` number written as text, `D` date YYYYMMDD, `L` yes/no; others exist and are passed on as bytes. */
  readonly type: string;
  /** Width in bytes of every cell of this column. */
  readonly length: number;
  /** Digits after the point (numbers only). */
  readonly decimals: number;
  /** The text lies in a memo file (.dbt, .fpt), which is no part of a shapefile; the cell is only a block number. */
  readonly memo?: boolean;
}
