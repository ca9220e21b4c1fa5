/** Sentences about the parts of a shapefile and how they fit together. */
import type { FindingCode } from './finding.ts';
import type { FindingSentences } from './finding-words.ts';

export const SHAPEFILE_TEXT = {
  'file.shp_missing': {
    vi: { says: 'Thiếu tệp .shp chứa hình của các thửa đất.', wayOut: 'Hãy gửi đủ .shp, .shx và .dbf cùng tên.' },
    en: {
      says: 'The .shp, which holds the shapes of the parcels, is missing.',
      wayOut: 'Send .shp, .shx and .dbf of one name.',
    },
  },
  'file.dbf_missing': {
    vi: { says: 'Thiếu tệp .dbf chứa bảng thuộc tính.', wayOut: 'Hãy gửi kèm tệp .dbf cùng tên với tệp .shp.' },
    en: {
      says: 'The .dbf, which holds the attribute table, is missing.',
      wayOut: 'Send the .dbf of the same name as the .shp.',
    },
  },
  'file.shx_missing': {
    vi: {
      says: 'Thiếu tệp chỉ mục .shx; tệp .shp đã được đọc lần lượt từ đầu đến cuối.',
      wayOut: 'Không bắt buộc làm gì; nên đối chiếu vài thửa đất với bảng thuộc tính.',
    },
    en: {
      says: 'The index .shx is missing; the .shp was read from beginning to end.',
      wayOut: 'Nothing has to be done; compare a few parcels with the attribute table.',
    },
  },
  'file.shx_mismatch': {
    vi: {
      says: 'Tệp chỉ mục .shx không khớp với tệp .shp[; đã đọc theo {followed}].',
      wayOut: 'Hãy đối chiếu vài thửa đất với bản đồ gốc; nếu lệch, hãy xuất lại shapefile.',
    },
    en: {
      says: 'The index .shx does not agree with the .shp[; {followed} was followed].',
      wayOut: 'Compare a few parcels with the original map; if they differ, export the shapefile again.',
    },
  },
  'file.shp_damaged': {
    vi: {
      says: 'Tệp .shp bị hỏng[ từ bản ghi {brokenAt}]; không thể ghép chắc chắn hình với thuộc tính.',
      wayOut: 'Hãy xuất lại shapefile từ phần mềm gốc.',
    },
    en: {
      says: 'The .shp is damaged[ from record {brokenAt} on]; shapes and attributes cannot be matched with certainty.',
      wayOut: 'Export the shapefile again from the original program.',
    },
  },
  'file.shp_truncated': {
    vi: {
      says: 'Tệp .shp bị cắt cụt[: có {bytes}, lẽ ra {claimedBytes}].',
      wayOut: 'Hãy sao chép lại cả bộ tệp từ nguồn.',
    },
    en: {
      says: 'The .shp is cut off[: {bytes} of {claimedBytes}].',
      wayOut: 'Copy the whole set from its source again.',
    },
  },
  'file.shape_type_unsupported': {
    vi: {
      says: 'Tệp .shp chứa điểm hoặc đường, không phải vùng khép kín.',
      wayOut: 'Hãy xuất lớp thửa đất ở dạng vùng.',
    },
    en: { says: 'The .shp holds points or lines, not areas.', wayOut: 'Export the layer of parcels as polygons.' },
  },
  'file.dbf_damaged': {
    vi: {
      says: 'Phần đầu của bảng thuộc tính .dbf bị hỏng nên không đọc được các cột.',
      wayOut: 'Hãy xuất lại bảng .dbf từ phần mềm gốc.',
    },
    en: {
      says: 'The head of the attribute table .dbf is damaged, so its columns cannot be read.',
      wayOut: 'Export the .dbf again from the original program.',
    },
  },
  'file.dbf_truncated': {
    vi: {
      says: 'Bảng thuộc tính .dbf bị cắt cụt[: không đủ {claimedRows} dòng như đã khai].',
      wayOut: 'Hãy sao chép lại tệp .dbf từ nguồn.',
    },
    en: {
      says: 'The attribute table .dbf is cut off[: it does not hold the {claimedRows} rows it claims].',
      wayOut: 'Copy the .dbf from its source again.',
    },
  },
  'file.dbf_shorter_than_shp': {
    vi: {
      says: 'Bảng thuộc tính có ít dòng hơn số hình[: {dbfRecords} dòng, {shpRecords} hình].',
      wayOut: 'Hãy gửi tệp .dbf và .shp được xuất trong cùng một lần.',
    },
    en: {
      says: 'The attribute table has fewer rows than there are shapes[: {dbfRecords} rows, {shpRecords} shapes].',
      wayOut: 'Send the .dbf and the .shp of one and the same export.',
    },
  },
  'file.dbf_longer_than_shp': {
    vi: {
      says: 'Bảng thuộc tính có nhiều dòng hơn số hình[: {dbfRecords} dòng, {shpRecords} hình].',
      wayOut: 'Hãy gửi tệp .dbf và .shp được xuất trong cùng một lần.',
    },
    en: {
      says: 'The attribute table has more rows than there are shapes[: {dbfRecords} rows, {shpRecords} shapes].',
      wayOut: 'Send the .dbf and the .shp of one and the same export.',
    },
  },
  'file.dbf_header_odd': {
    vi: {
      says: 'Phần đầu của bảng thuộc tính .dbf không kết thúc như quy định; các dòng vẫn nằm đúng chỗ nên đã được đọc.',
      wayOut: 'Hãy đối chiếu vài thửa đất với bảng gốc; nếu lệch, hãy xuất lại bảng .dbf.',
    },
    en: {
      says: 'The head of the attribute table .dbf does not end as it should; its rows are where they belong and were read.',
      wayOut: 'Compare a few parcels with the original table; if they differ, export the .dbf again.',
    },
  },
  'file.column_elsewhere': {
    vi: {
      says: 'Nội dung của một cột cần dùng nằm ở tệp khác và không được đọc[: {column}, cột ghi chú dài].',
      wayOut: 'Hãy đổi cột này thành cột chữ thường ở phần mềm gốc rồi xuất lại.',
    },
    en: {
      says: 'The text of a column that is needed lies in another file and was not read[: {column}, a memo column].',
      wayOut: 'Make it an ordinary column of text in the original program and export again.',
    },
  },
  'file.column_binary': {
    vi: {
      says: 'Một cột ghi số ở dạng nhị phân, không phải dạng chữ[ ({column})]; đã đọc thành số.',
      wayOut: 'Không cần làm gì; nên đối chiếu vài thửa đất với bảng gốc.',
    },
    en: {
      says: 'A column holds numbers in binary form and not as text[ ({column})]; they were read as numbers.',
      wayOut: 'Nothing has to be done; compare a few parcels with the original table.',
    },
  },
} satisfies Partial<Record<FindingCode, FindingSentences>>;
