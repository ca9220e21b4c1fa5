/**
 * Ways out as they are at the desk, for findings whose way out on the command line is an option or another run: there an
 * officer corrects a value where the fault is found, reads the file otherwise, or brings in a corrected file.
 */

import type { Language } from '../words/language.ts';
import type { FindingCode } from './finding.ts';

const SYSTEM = {
  vi: 'Hãy xem vài thửa đất trên bản đồ; nếu lệch, hãy mở mặt “Tệp” và đọc lại trong hệ tọa độ khác.',
  en: 'Look at a few parcels on the map; if they are off, open “File” and read it in another system.',
};
const SHAPE = {
  vi: 'Hãy để bản ghi này ra ngoài, hoặc sửa hình ở phần mềm gốc và đưa tệp đã sửa vào.',
  en: 'Leave this record out, or correct the shape in the original program and bring the corrected file in.',
};
const BOUNDARY = {
  vi: 'Hãy sửa ở phần mềm gốc và đưa tệp đã sửa vào.',
  en: 'Correct it in the original program and bring the corrected file in.',
};
const RING = {
  vi: 'Hãy sửa ranh giới tại đây, hoặc để bản ghi ra ngoài.',
  en: 'Correct the boundary here, or leave the record out.',
};
const LOOK = {
  vi: 'Hãy xem thửa đất trên bản đồ; nếu sai, hãy sửa ranh giới tại đây, hoặc để bản ghi ra ngoài.',
  en: 'Look at the parcel on the map; if it is wrong, correct the boundary here, or leave the record out.',
};
const NUMBER = {
  vi: 'Hãy sửa tại đây theo sổ địa chính, hoặc để bản ghi ra ngoài.',
  en: 'Correct it here by the cadastral book, or leave the record out.',
};

const INVOLVED = {
  vi: 'Hãy để bản ghi này ra ngoài để các thửa còn lại đi tiếp; tách hoặc vẽ gọn hình ở phần mềm gốc và đưa vào riêng.',
  en: 'Leave this record out so that the rest goes on; split or simplify its shape in the original program and bring it in by itself.',
};

export const DESK_WAY_OUT: Partial<Record<FindingCode, Record<Language, string>>> = {
  'geometry.too_many_rings': INVOLVED,
  'geometry.too_many_points': INVOLVED,
  'topology.not_compared': INVOLVED,
  'register.not_compared': INVOLVED,
  'file.no_sheet_number': {
    vi: 'Hãy mở mặt “Tệp” và đọc lại với số tờ, hoặc thêm cột SHBANDO và đưa tệp mới vào.',
    en: 'Open “File” and read it again with the number of the sheet, or add a column SHBANDO and bring the new file in.',
  },
  'file.parser_timeout': {
    vi: 'Hãy đưa tệp vào lại; nếu vẫn vậy, hãy chia tệp theo tờ bản đồ.',
    en: 'Bring the file in once more; if it happens again, split it by sheet.',
  },
  'file.too_large': {
    vi: 'Hãy chia theo tờ bản đồ rồi đưa từng phần vào.',
    en: 'Split it by sheet and bring the parts in.',
  },
  'file.zip_several_sets': {
    vi: 'Hãy để mỗi shapefile trong một tệp .zip riêng rồi đưa vào lần lượt.',
    en: 'Put each shapefile into its own .zip and bring them in one by one.',
  },
  'file.member_ignored': {
    vi: 'Không cần làm gì nếu không dùng đến; nếu cần, hãy đưa riêng phần đó vào.',
    en: 'Nothing to do if it is not needed; otherwise bring it in on its own.',
  },
  'projection.prj_missing': SYSTEM,
  'projection.prj_unreadable': SYSTEM,
  'projection.prj_overruled': SYSTEM,
  'projection.prj_not_tried': SYSTEM,
  'projection.prj_needed': {
    vi: 'Hãy đưa tệp vào lại cùng tệp .prj đúng, hoặc mở mặt “Tệp” và đọc lại trong hệ tọa độ khác.',
    en: 'Bring the file in with the right .prj, or open “File” and read it in another system.',
  },
  'projection.ambiguous': {
    vi: 'Hãy xem khung tờ bản đồ gốc rồi mở mặt “Tệp” và đọc lại trong đúng hệ tọa độ.',
    en: 'Read the margin of the original sheet, then open “File” and read it in the right system.',
  },
  'commune.mapped_to_successor': {
    vi: 'Không cần làm gì; nếu mã ấy chỉ đơn vị hiện nay, hãy đưa tệp vào lại với đúng ngày địa giới.',
    en: 'Nothing to do; if the code means a unit of today, bring the file in again with the right day of the boundaries.',
  },
  'geometry.null': SHAPE,
  'geometry.not_polygon': SHAPE,
  'geometry.length_invalid': SHAPE,
  'geometry.damaged': SHAPE,
  'geometry.not_finite': SHAPE,
  'geometry.out_of_range': {
    vi: 'Hãy để bản ghi ra ngoài; nếu mọi bản ghi đều vậy, hãy mở mặt “Tệp” và đọc lại trong hệ tọa độ khác.',
    en: 'Leave the record out; if every record is so, open “File” and read it in another system.',
  },
  'geometry.too_few_points': SHAPE,
  'geometry.ring_not_closed': LOOK,
  'geometry.ring_dropped': LOOK,
  'geometry.zero_area': SHAPE,
  'geometry.multipart': SHAPE,
  'geometry.self_intersection': RING,
  'geometry.reaches_outside_commune': RING,
  'geometry.edge_beyond_sheet': RING,
  'geometry.edge_improbable': LOOK,
  'geometry.spike': LOOK,
  'geometry.area_beyond_sheet': LOOK,
  'geometry.outside_sheet': {
    vi: 'Hãy kiểm tra số tờ và ranh giới; sửa tại đây, hoặc để bản ghi ra ngoài.',
    en: 'Check its sheet number and its boundary; correct them here, or leave the record out.',
  },
  'geometry.outside_commune': {
    vi: 'Hãy sửa ranh giới tại đây, hoặc để bản ghi ra ngoài và đưa thửa đất vào đúng xã của nó.',
    en: 'Correct the boundary here, or leave the record out and bring the parcel into the commune it lies in.',
  },
  'key.parcel_no_missing': NUMBER,
  'key.parcel_no_invalid': NUMBER,
  'key.parcel_no_not_integer': {
    vi: 'Hãy đối chiếu với sổ địa chính và sửa số tại đây nếu cần.',
    en: 'Compare with the cadastral book and correct the number here if needed.',
  },
  'key.sheet_no_missing': NUMBER,
  'key.sheet_no_invalid': NUMBER,
  'area.unreadable': {
    vi: 'Hãy sửa diện tích tại đây theo giấy tờ, hoặc bổ sung sau.',
    en: 'Correct the area here by the papers, or add it later.',
  },
  'text.mangled': {
    vi: 'Hãy sửa chữ tại đây, hoặc mở mặt “Tệp” và đọc lại bằng đúng bảng mã.',
    en: 'Correct the text here, or open “File” and read it in the right encoding.',
  },
  'text.unmapped_byte': {
    vi: 'Hãy sửa chữ tại đây, hoặc mở mặt “Tệp” và đọc lại bằng đúng bảng mã.',
    en: 'Correct the text here, or open “File” and read it in the right encoding.',
  },
  'record.deleted_in_source': {
    vi: 'Không cần làm gì; nếu xóa nhầm, hãy khôi phục ở phần mềm gốc và đưa tệp đã sửa vào.',
    en: 'Nothing to do; if it was deleted by mistake, restore it in the original program and bring that file in.',
  },
  'topology.overlap': {
    vi: 'Hãy chỉnh ranh giới chung tại đây, hoặc để một trong hai bản ghi ra ngoài.',
    en: 'Correct the common boundary here, or leave one of the two records out.',
  },
  'boundary.code_missing': BOUNDARY,
  'boundary.code_unknown': BOUNDARY,
  'boundary.invalid': BOUNDARY,
};
