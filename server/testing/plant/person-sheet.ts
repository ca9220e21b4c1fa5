/** A legacy sheet in which each row has a person where another column should have something else. For tests. */

import { writeShapefile } from '../../../gis-import/demo/file/write-shapefile.ts';
import { zipFiles } from '../../../gis-import/demo/file/zip-files.ts';
import { prjText } from '../../domain/prj-text.ts';
import { ORIGIN, SIDE, squareAt } from '../import/sheet-zip.ts';

/** What every planted name has in it, in whatever letters, and no other text here. */
export const PERSON = /kana/i;
/** Invented numbers of an identity card and a telephone. */
export const NUMBERS = ['079188100006', '0912345678'] as const;

const COLUMNS: Readonly<Record<string, string>> = {
  SHBANDO: '91',
  SHTHUA: '',
  DIENTICHPL: '400.0',
  DIENTICH: '400.0',
  MALOAIDAT: 'ONT',
  TENCHU: 'Trần Thị Kanaria',
  CCCD: NUMBERS[0],
  DIACHI: 'Thôn Trại Cau',
  SOPHATHANH: 'CT 112233',
  NGUONGOC: 'Nhà nước công nhận',
  TYLE: '1000',
  MAXA: '07210',
  GHICHU: '',
};

/** Written into every column in turn. */
const ANYWHERE = ['ÔNG TRẦN KANARIA', 'kanaria', 'KANA', `CCCD ${NUMBERS[0]}`, `Lê Thị Kanaria ĐT ${NUMBERS[1]}`];

const IN_ONE: readonly (readonly [column: string, text: string])[] = [
  ...['ONT+KANA', 'ONT 200; ÔNG KANARIA 200', 'Kanaria (200)'].map((text) => ['MALOAIDAT', text] as const),
  ...[
    'Đất nhà bà Lê Thị Kanaria',
    'Thôn Trại Cau, nhà ông Kanaria',
    'Thôn Trại Cau Trần Kanaria',
    'Thôn Trại Cau giáp Kanaria',
    'Số 12 Kanaria, thôn Trại Cau',
    'Xã Kanaria',
    'Xứ đồng Lê Kanaria',
    'Ngõ nhà Kanaria',
    `Thôn Trại Cau số ${NUMBERS[0]}`,
    'Thôn 079 188 100 006',
    'Thôn Trại Cau\u202e airanaK',
  ].map((text) => ['DIACHI', text] as const),
];

/** The zip, and how many rows it has. Names of persons stand in the .prj and in the names of files beside the sheet too. */
export function personSheet(row: number): { zip: Promise<Buffer>; records: number } {
  const names = Object.keys(COLUMNS);
  const planted = [...names.flatMap((name) => ANYWHERE.map((text) => [name, text] as const)), ...IN_ONE];
  const { shp, shx, dbf } = writeShapefile({
    fields: names.map((name) => ({ name, type: 'C', length: 80, decimals: 0 })),
    rows: planted.map(([column, text], i) => ({
      rings: [squareAt([ORIGIN[0], ORIGIN[1] + row * SIDE], i)],
      cells: names.map((name) =>
        Buffer.from(name === column ? text : name === 'SHTHUA' ? String(i + 1) : COLUMNS[name]!),
      ),
    })),
  });
  const prj = prjText(9214).replace('VN-2000_TM-3', 'Tran_Kanaria');
  return {
    records: planted.length,
    zip: zipFiles([
      { name: 'to-91.shp', bytes: shp },
      { name: 'to-91.shx', bytes: shx },
      { name: 'to-91.dbf', bytes: dbf },
      { name: 'to-91.prj', bytes: Buffer.from(prj) },
      { name: 'ong-kanaria.txt', bytes: Buffer.from('Kanaria') },
    ]),
  };
}
