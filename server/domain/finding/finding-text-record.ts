/** Sentences about the numbers and attributes of one record. */
import type { FindingCode } from './finding.ts';
import type { FindingSentences } from './finding-words.ts';

export const RECORD_TEXT = {
  'key.parcel_no_missing': {
    vi: { says: 'Bản ghi không có số thửa.', wayOut: 'Hãy điền số thửa vào bảng thuộc tính rồi nhập lại.' },
    en: {
      says: 'The record has no parcel number.',
      wayOut: 'Enter the number in the attribute table and import again.',
    },
  },
  'key.parcel_no_invalid': {
    vi: { says: 'Số thửa không đúng dạng.', wayOut: 'Hãy sửa thành chữ số, ví dụ 145, rồi nhập lại.' },
    en: {
      says: 'The parcel number is not in a known form.',
      wayOut: 'Correct it to digits, such as 145, and import again.',
    },
  },
  'key.parcel_no_not_integer': {
    vi: {
      says: 'Số thửa kèm chữ hoặc gộp nhiều số, như 12a hay 12+13; đã giữ nguyên.',
      wayOut: 'Hãy đối chiếu với sổ địa chính và đánh số lại nếu cần.',
    },
    en: {
      says: 'The parcel number has a letter or joins several numbers, such as 12a or 12+13; it was kept as written.',
      wayOut: 'Compare with the cadastral book and number again if needed.',
    },
  },
  'key.number_grouped': {
    vi: {
      says: 'Số tờ hoặc số thửa viết có dấu phân cách hàng nghìn, như 1.000; đã đọc thành 1000 vì các số khác trong cột cho thấy như vậy.',
      wayOut: 'Hãy đối chiếu với bản đồ địa chính.',
    },
    en: {
      says: 'A sheet or parcel number is written with a mark between thousands, such as 1.000; it was read as 1000, as the other numbers of the column show.',
      wayOut: 'Compare with the cadastral map.',
    },
  },
  'key.sheet_no_missing': {
    vi: {
      says: 'Bản ghi không có số tờ bản đồ.',
      wayOut: 'Hãy điền số tờ vào bảng thuộc tính, hoặc cho biết số tờ của cả tệp bằng --sheet.',
    },
    en: {
      says: 'The record has no sheet number.',
      wayOut: 'Enter it in the attribute table, or give one for the whole file with --sheet.',
    },
  },
  'key.sheet_no_invalid': {
    vi: { says: 'Số tờ bản đồ không đúng dạng.', wayOut: 'Hãy sửa thành chữ số, ví dụ 12, rồi nhập lại.' },
    en: {
      says: 'The sheet number is not in a known form.',
      wayOut: 'Correct it to digits, such as 12, and import again.',
    },
  },
  'key.duplicate': {
    vi: {
      says: 'Nhiều bản ghi mang cùng số tờ và số thửa[: tờ {sheet}, thửa {no}, {times} bản ghi].',
      wayOut: 'Hãy giữ bản ghi đúng; đánh số lại hoặc bỏ các bản ghi kia.',
    },
    en: {
      says: 'Several records have the same sheet and parcel number[: sheet {sheet}, parcel {no}, {times} records].',
      wayOut: 'Keep the right one; number the others again or leave them out.',
    },
  },
  'key.sheet_no_differs': {
    vi: {
      says: 'Bảng thuộc tính ghi số tờ khác với số tờ đã cho khi nhập[: tờ {sheet}, không phải tờ {givenSheet}]; đã theo bảng.',
      wayOut: 'Hãy xem lại số tờ; số đã cho chỉ điền vào chỗ trống.',
    },
    en: {
      says: 'The table names another sheet than the one given with the import[: sheet {sheet}, not {givenSheet}]; the table was followed.',
      wayOut: 'Look at the sheet number again; the one given only fills what is blank.',
    },
  },
  'key.scale_differs': {
    vi: {
      says: 'Bảng thuộc tính ghi tỷ lệ khác với tỷ lệ đã cho khi nhập[: 1:{scale}, không phải 1:{givenScale}]; đã theo bảng.',
      wayOut: 'Hãy xem lại tỷ lệ bản đồ; tỷ lệ đã cho chỉ điền vào chỗ trống.',
    },
    en: {
      says: 'The table names another scale than the one given with the import[: 1:{scale}, not 1:{givenScale}]; the table was followed.',
      wayOut: 'Look at the scale of the map again; the one given only fills what is blank.',
    },
  },
  'key.columns_differ': {
    vi: {
      says: 'Hai cột cùng ý nghĩa ghi hai số khác nhau cho một thửa đất; đã theo cột thường dùng hơn.',
      wayOut: 'Hãy đối chiếu với bản đồ, rồi bỏ cột không đúng khỏi bảng thuộc tính.',
    },
    en: {
      says: 'Two columns of one meaning hold two numbers for one parcel; the more usual column was followed.',
      wayOut: 'Compare with the map, and take the wrong column out of the table.',
    },
  },
  'area.negative': {
    vi: {
      says: 'Diện tích ghi số âm; đã để trống.',
      wayOut: 'Hãy bổ sung diện tích theo giấy tờ, hoặc sửa ở phần mềm gốc rồi xuất lại.',
    },
    en: {
      says: 'The area is a negative number; it was left empty.',
      wayOut: 'Add the area of the papers, or correct it in the original program and export again.',
    },
  },
  'area.missing': {
    vi: {
      says: 'Bản ghi không có diện tích.',
      wayOut: 'Hãy bổ sung diện tích theo giấy tờ khi có; thửa đất vẫn được nhập.',
    },
    en: {
      says: 'The record has no area.',
      wayOut: 'Add the area of the papers when it is known; the parcel is imported all the same.',
    },
  },
  'area.unreadable': {
    vi: {
      says: 'Diện tích không đọc được thành số; đã để trống.',
      wayOut: 'Hãy sửa trong bảng thuộc tính rồi nhập lại, hoặc bổ sung sau.',
    },
    en: {
      says: 'The area cannot be read as a number; it was left empty.',
      wayOut: 'Correct it in the attribute table and import again, or add it later.',
    },
  },
  'area.overflow': {
    vi: {
      says: 'Diện tích bị ghi thành dấu sao (****) vì cột quá hẹp; giá trị đã mất từ trước khi nhập.',
      wayOut: 'Hãy nới rộng cột ở phần mềm gốc rồi xuất lại.',
    },
    en: {
      says: 'The area was written as stars (****) because the column was too narrow; the value was lost before the import.',
      wayOut: 'Widen the column in the original program and export again.',
    },
  },
  'area.outside_tolerance': {
    vi: {
      says: 'Diện tích tính từ ranh giới khác diện tích đã ghi quá sai số cho phép[: {computedM2} m² so với {declaredM2} m², cho phép {allowedM2} m²][ ở tỷ lệ 1:{scale}].',
      wayOut: 'Hãy kiểm tra ranh giới và giấy tờ; đo lại nếu cần.',
    },
    en: {
      says: 'The area computed from the boundary differs from the recorded one by more than the tolerance[: {computedM2} m² against {declaredM2} m², allowed {allowedM2} m²][ at scale 1:{scale}].',
      wayOut: 'Check the boundary and the papers; survey again if needed.',
    },
  },
  'area.purposes_differ': {
    vi: {
      says: 'Tổng diện tích theo mục đích sử dụng khác diện tích thửa đất[: {sumM2} m² so với {areaM2} m²].',
      wayOut: 'Hãy đối chiếu với giấy tờ rồi sửa diện tích của từng mục đích hoặc của thửa.',
    },
    en: {
      says: 'The areas by purpose do not add up to the area of the parcel[: {sumM2} m² against {areaM2} m²].',
      wayOut: 'Compare with the papers, then correct the purposes or the parcel.',
    },
  },
  'land_use.missing': {
    vi: { says: 'Bản ghi không có loại đất.', wayOut: 'Hãy bổ sung ký hiệu loại đất, ví dụ ONT hoặc LUC.' },
    en: { says: 'The record has no land use.', wayOut: 'Add the code, such as ONT or LUC.' },
  },
  'land_use.unknown': {
    vi: {
      says: 'Ký hiệu loại đất không có trong danh mục; đã giữ nguyên và không công khai.',
      wayOut: 'Hãy sửa theo danh mục loại đất hiện hành.',
    },
    en: {
      says: 'The land-use code is in no list; it was kept as written and is not published.',
      wayOut: 'Correct it by the list in force.',
    },
  },
  'land_use.legacy_code': {
    vi: {
      says: 'Ký hiệu loại đất theo quy định cũ[: {landUse}]; đã giữ nguyên.',
      wayOut: 'Hãy chuyển sang ký hiệu hiện hành khi chỉnh lý hồ sơ địa chính.',
    },
    en: {
      says: 'The land-use code is that of earlier rules[: {landUse}]; it was kept as written.',
      wayOut: 'Move to the present code when the dossier is next revised.',
    },
  },
  'holder.missing': {
    vi: {
      says: 'Bản ghi không có tên người sử dụng đất.',
      wayOut: 'Hãy bổ sung từ sổ địa chính; thửa đất vẫn được nhập.',
    },
    en: {
      says: 'The record names no holder.',
      wayOut: 'Add the holder from the cadastral book; the parcel is imported all the same.',
    },
  },
  'identity.unreadable': {
    vi: {
      says: 'Cột giấy tờ tùy thân có nội dung không phải số định danh[ ({column})]; đã che toàn bộ chữ số.',
      wayOut: 'Hãy kiểm tra hồ sơ gốc và bổ sung số đúng.',
    },
    en: {
      says: 'The column of identity papers holds something that is no identity number[ ({column})]; all its digits were hidden.',
      wayOut: 'Check the original dossier and add the right number.',
    },
  },
  'identity.filler': {
    vi: {
      says: 'Thay cho số giấy tờ tùy thân là dãy số điền cho có, lặp lại hoặc đếm lên[ ({column})]; không dùng để nhận ra một người.',
      wayOut: 'Hãy bổ sung số đúng từ hồ sơ gốc.',
    },
    en: {
      says: 'Digits that repeat or count up stand in place of an identity number[ ({column})]; nobody is recognised by them.',
      wayOut: 'Add the right number from the original dossier.',
    },
  },
  'identity.implausible': {
    vi: {
      says: 'Số giấy tờ tùy thân có mã tỉnh hoặc năm sinh không thể có[ ({column})]; đã giữ kín nhưng không dùng để gộp người.',
      wayOut: 'Hãy đối chiếu với giấy tờ và sửa trong bảng nguồn.',
    },
    en: {
      says: 'An identity number has a province or a year of birth that cannot be[ ({column})]; it was sealed, but no holders are taken for one by it.',
      wayOut: 'Compare with the paper and correct the source table.',
    },
  },
  'identity.zero_restored': {
    vi: {
      says: 'Số giấy tờ tùy thân đã mất số 0 ở đầu vì nằm trong cột số[ ({column})]; đã khôi phục.',
      wayOut: 'Hãy đối chiếu với giấy tờ khi có; nên để cột này là cột chữ khi xuất.',
    },
    en: {
      says: 'An identity number had lost its leading zero in a column of numbers[ ({column})]; the zero was restored.',
      wayOut: 'Compare with the paper when it is at hand; export the column as text.',
    },
  },
  'identity.in_name': {
    vi: {
      says: 'Tên người sử dụng đất có kèm số giấy tờ tùy thân[ ({column})]; số đã được tách khỏi tên và giữ kín.',
      wayOut: 'Hãy xem lại tên còn lại đã đúng chưa.',
    },
    en: {
      says: 'An identity number stood inside the name of a holder[ ({column})]; it was taken out and sealed.',
      wayOut: 'Look whether the name that is left is right.',
    },
  },
  'identity.out_of_place': {
    vi: {
      says: 'Có dãy số giống số giấy tờ tùy thân ở cột không dành cho nó[ ({column})]; đã che và giữ kín, không gán cho ai.',
      wayOut: 'Nếu đó là số của người sử dụng đất, hãy chuyển sang cột giấy tờ tùy thân trong bảng nguồn.',
    },
    en: {
      says: 'Digits like an identity number stand in a column not meant for them[ ({column})]; they were hidden and sealed, and are nobody’s paper.',
      wayOut: 'If they are the holder’s number, move them into the column of identity papers in the source table.',
    },
  },
  'certificate.serial_unusual': {
    vi: {
      says: 'Số phát hành giấy chứng nhận không giống mẫu nào đã biết; đã giữ nguyên.',
      wayOut: 'Hãy đối chiếu với bản giấy chứng nhận.',
    },
    en: {
      says: "The certificate's serial has no known form; it was kept as written.",
      wayOut: 'Compare with the certificate itself.',
    },
  },
  'record.by_number': {
    vi: {
      says: 'Bản ghi không có ranh giới, nên được so với thửa đất đã đăng ký có cùng số tờ và số thửa.',
      wayOut: 'Không phải làm gì: bản ghi như vậy không thành thửa đất mới và không tự thay đổi sổ đăng ký.',
    },
    en: {
      says: 'The record has no boundary, so it is held against the registered parcel of the same sheet and number.',
      wayOut: 'Nothing to be done: it becomes no new parcel and changes nothing of the register by itself.',
    },
  },
  'record.deleted_in_source': {
    vi: {
      says: 'Bản ghi đã bị đánh dấu xóa trong tệp nguồn nên không được nhập.',
      wayOut: 'Không cần làm gì; nếu xóa nhầm, hãy khôi phục ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The record is marked as deleted in the source and was not imported.',
      wayOut: 'Nothing to do; if that was a mistake, restore it in the original program and import again.',
    },
  },
} satisfies Partial<Record<FindingCode, FindingSentences>>;
