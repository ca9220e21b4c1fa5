/** Sentences about records among themselves, against the register, and about boundaries of units. */
import type { FindingCode } from './finding.ts';
import type { FindingSentences } from './finding-words.ts';

export const REGISTER_TEXT = {
  'topology.overlap': {
    vi: {
      says: 'Hai thửa đất trong tệp chồng lấn nhau quá mức cho phép[: với bản ghi {other}, phần chồng {areaM2} m²][, rộng {widthM} m].',
      wayOut: 'Hãy chỉnh lại ranh giới chung ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'Two parcels of the file overlap by more than is allowed[: with record {other}, {areaM2} m²][, {widthM} m wide].',
      wayOut: 'Correct their common boundary in the original program and import again.',
    },
  },
  'topology.overlap_minor': {
    vi: {
      says: 'Hai thửa đất trong tệp chồng lấn nhẹ, trong mức cho phép[: với bản ghi {other}, phần chồng {areaM2} m²].',
      wayOut: 'Chưa cần sửa; hãy khớp lại ranh giới khi chỉnh lý bản đồ.',
    },
    en: {
      says: 'Two parcels of the file overlap slightly, within what is allowed[: with record {other}, {areaM2} m²].',
      wayOut: 'No need to correct it now; match the boundaries when the map is next revised.',
    },
  },
  'topology.duplicate_geometry': {
    vi: {
      says: 'Hai bản ghi có cùng một hình[: với bản ghi {other}].',
      wayOut: 'Hãy giữ bản ghi đúng và bỏ bản ghi thừa.',
    },
    en: {
      says: 'Two records have the same shape[: with record {other}].',
      wayOut: 'Keep the right one and leave the other out.',
    },
  },
  'topology.not_compared': {
    vi: {
      says: 'Hình này quá phức tạp hoặc nằm trong đám hình chồng nhau quá dày nên không so sánh hết được với các thửa khác của tệp trong thời gian cho phép.',
      wayOut:
        'Hãy bỏ bản ghi này để các thửa còn lại đi tiếp; tách hoặc vẽ gọn lại hình ở phần mềm gốc rồi nhập riêng.',
    },
    en: {
      says: 'This shape is so involved, or lies in so dense a crowd of shapes, that it could not be compared with all others of the file in the time allowed.',
      wayOut:
        'Leave this record out so that the rest goes on; split or simplify the shape in the original program and import it by itself.',
    },
  },
  'register.key_taken': {
    vi: {
      says: 'Số tờ và số thửa này đã có trong sổ đăng ký.',
      wayOut: 'Nếu là cùng một thửa đất, hãy lập hồ sơ biến động; nếu không, hãy đánh số lại hoặc bỏ bản ghi.',
    },
    en: {
      says: 'This sheet and parcel number is registered already.',
      wayOut: 'If it is the same parcel, open a case for its change; if not, number it again or leave the record out.',
    },
  },
  'register.overlap': {
    vi: {
      says: 'Thửa đất chồng lên một thửa đã đăng ký[: phần chồng {areaM2} m²][, rộng {widthM} m].',
      wayOut: 'Hãy kiểm tra ranh giới; nếu thửa cũ phải thay đổi, hãy lập hồ sơ biến động.',
    },
    en: {
      says: 'The parcel overlaps a registered one[: {areaM2} m²][, {widthM} m wide].',
      wayOut: 'Check the boundary; if the registered parcel has to change, open a case for it.',
    },
  },
  'register.overlap_minor': {
    vi: {
      says: 'Thửa đất chồng nhẹ lên một thửa đã đăng ký, trong mức cho phép[: phần chồng {areaM2} m²].',
      wayOut: 'Chưa cần sửa; hãy khớp lại ranh giới khi chỉnh lý bản đồ.',
    },
    en: {
      says: 'The parcel overlaps a registered one slightly, within what is allowed[: {areaM2} m²].',
      wayOut: 'No need to correct it now; match the boundaries when the map is next revised.',
    },
  },
  'register.not_compared': {
    vi: {
      says: 'Hình này quá phức tạp nên không so sánh hết được với các thửa đã đăng ký trong thời gian cho phép.',
      wayOut:
        'Hãy bỏ bản ghi này để các thửa còn lại đi tiếp; tách hoặc vẽ gọn lại hình ở phần mềm gốc rồi nhập riêng.',
    },
    en: {
      says: 'This shape is so involved that it could not be compared with all registered parcels in the time allowed.',
      wayOut:
        'Leave this record out so that the rest goes on; split or simplify the shape in the original program and import it by itself.',
    },
  },
  'register.code_taken': {
    vi: {
      says: 'Mã thửa đất tính từ vị trí trùng với mã của một thửa đã đăng ký.',
      wayOut: 'Hãy kiểm tra xem có phải cùng một thửa đất; nếu phải, hãy bỏ bản ghi này.',
    },
    en: {
      says: 'The parcel code computed from its place is that of a registered parcel.',
      wayOut: 'Check whether it is the same parcel; if so, leave this record out.',
    },
  },
  'register.unchanged': {
    vi: {
      says: 'Thửa đất đã đăng ký và không có gì thay đổi.',
      wayOut: 'Không phải làm gì: bản ghi này không động đến sổ đăng ký.',
    },
    en: {
      says: 'The parcel is registered, and nothing of it has changed.',
      wayOut: 'Nothing to be done: this record touches nothing of the register.',
    },
  },
  'register.resurveyed': {
    vi: {
      says: 'Thửa đất đã đăng ký, nay có ranh giới khác[: diện tích {registeredM2} m² thành {computedM2} m²].',
      wayOut:
        'Khi lô được phê duyệt, ranh giới mới được đăng ký như một hồ sơ đo đạc lại; nếu không đúng, hãy bỏ bản ghi.',
    },
    en: {
      says: 'The parcel is registered and has another boundary here[: {registeredM2} m² become {computedM2} m²].',
      wayOut: 'When the batch is approved it is registered as a re-survey; if it is wrong, leave the record out.',
    },
  },
  'register.differs': {
    vi: {
      says: 'Thửa đất đã đăng ký, nhưng tệp ghi khác sổ đăng ký[ về: {differing}].',
      wayOut: 'Việc nhập tệp không thay đổi những nội dung ấy; nếu tệp đúng, hãy lập hồ sơ biến động cho thửa đất.',
    },
    en: {
      says: 'The parcel is registered, and the file says otherwise than the register[ of its: {differing}].',
      wayOut: 'An import does not change these; if the file is right, open a dealing on the parcel.',
    },
  },
  'register.held': {
    vi: {
      says: 'Thửa đất có ranh giới mới trong tệp nhưng đang có hồ sơ chưa xong hoặc đang bị ngăn chặn.',
      wayOut: 'Hãy giải quyết xong hồ sơ hoặc việc ngăn chặn trước, hoặc bỏ bản ghi này.',
    },
    en: {
      says: 'The file has a new boundary for the parcel, but an open dealing or a caveat stands in its way.',
      wayOut: 'Settle the dealing or the caveat first, or leave this record out.',
    },
  },
  'register.missing': {
    vi: {
      says: 'Có thửa đất đã đăng ký mà tệp không mang đến[: tờ {sheet}][, {missing} thửa][, số thửa {numbers}].',
      wayOut: 'Các thửa ấy vẫn giữ nguyên; nếu không còn tồn tại, hãy lập hồ sơ biến động cho từng thửa.',
    },
    en: {
      says: 'Registered parcels are not in the file[: sheet {sheet}][, {missing} of them][, numbers {numbers}].',
      wayOut: 'They stay as they are; if they exist no more, open a dealing on each.',
    },
  },
  'register.unmatched': {
    vi: {
      says: 'Không có thửa đất đã đăng ký nào mang số tờ và số thửa này[: tờ {sheet}][, thửa {no}].',
      wayOut: 'Hãy kiểm tra lại xã, số tờ và số thửa; thửa đất mới phải nhập cùng ranh giới.',
    },
    en: {
      says: 'No registered parcel has this sheet and number[: sheet {sheet}][, parcel {no}].',
      wayOut: 'Check commune, sheet and number; a new parcel has to come with its boundary.',
    },
  },
  'register.ambiguous': {
    vi: {
      says: 'Số tờ và số thửa này không chỉ rõ một thửa đất[: {parcels} thửa đã đăng ký][, {rows} dòng của tệp].',
      wayOut: 'Hãy ghi thêm mã xã cũ hoặc tỷ lệ của tờ bản đồ, và để mỗi thửa đất chỉ có một dòng.',
    },
    en: {
      says: 'This sheet and number does not name one parcel[: {parcels} registered ones][, {rows} rows of the file].',
      wayOut: 'Add the code of the former commune or the scale of the sheet, and leave one row for each parcel.',
    },
  },
  'boundary.code_missing': {
    vi: { says: 'Ranh giới không có mã đơn vị hành chính.', wayOut: 'Hãy bổ sung mã năm chữ số rồi nhập lại.' },
    en: {
      says: 'The boundary has no code of an administrative unit.',
      wayOut: 'Add the five-digit code and import again.',
    },
  },
  'boundary.code_unknown': {
    vi: {
      says: 'Mã đơn vị hành chính của ranh giới không có trong danh mục[: {code}].',
      wayOut: 'Hãy sửa mã, hoặc nêu ngày của mã ấy bằng --at.',
    },
    en: {
      says: 'The unit code of the boundary is in no list[: {code}].',
      wayOut: 'Correct the code, or give the day it was valid with --at.',
    },
  },
  'boundary.invalid': {
    vi: {
      says: 'Ranh giới hành chính không hợp lệ và không tự sửa được[ (gần điểm {at})].',
      wayOut: 'Hãy sửa hình ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The boundary of the unit is not valid and could not be repaired[ (near {at})].',
      wayOut: 'Correct the shape in the original program and import again.',
    },
  },
  'boundary.repaired': {
    vi: {
      says: 'Ranh giới hành chính có lỗi nhỏ và đã được sửa khi nhập[ (gần điểm {at})].',
      wayOut: 'Hãy xem lại ranh giới trên bản đồ.',
    },
    en: {
      says: 'The boundary of the unit had small faults, which were repaired[ (near {at})].',
      wayOut: 'Look at the boundary on the map.',
    },
  },
  'boundary.area_differs': {
    vi: {
      says: 'Diện tích tính từ ranh giới hành chính khác nhiều so với số liệu đã công bố.',
      wayOut: 'Hãy kiểm tra có đúng đơn vị và đúng thời kỳ hay không.',
    },
    en: {
      says: 'The area of the boundary differs much from the published one.',
      wayOut: 'Check that it is the right unit, of the right time.',
    },
  },
} satisfies Partial<Record<FindingCode, FindingSentences>>;
