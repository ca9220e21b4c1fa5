/** How problems of an edit by hand, and of saying what columns mean, read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';

export const EDIT_PROBLEM_TEXT = {
  'column_profile.not_found': {
    vi: ['Không có mẫu cột này', 'Mẫu cột này không có hoặc đã được xoá. Hãy tải lại danh sách.'],
    en: ['No such column profile', 'There is no such column profile, or it was deleted. Load the list again.'],
  },
  'column_profile.name_taken': {
    vi: ['Tên này đã có', 'Đã có một mẫu cột mang tên này. Hãy chọn tên khác, hoặc xoá mẫu cũ trước.'],
    en: [
      'The name is taken',
      'A column profile has this name already. Choose another one, or delete the old one first.',
    ],
  },
  'column_profile.too_many': {
    vi: ['Đã đủ số mẫu cột', 'Đã có nhiều mẫu cột nhất có thể. Hãy xoá mẫu không dùng nữa rồi thử lại.'],
    en: [
      'No further column profiles',
      'There are as many column profiles as there may be. Delete one that is not used and try again.',
    ],
  },
  'proposal.survey_needed': {
    vi: [
      'Cần nêu tài liệu đo đạc',
      'Lô này thay đổi ranh giới của thửa đất đã đăng ký. Hãy nêu số và ngày của tài liệu đo đạc; ngày không được sau hôm nay.',
    ],
    en: [
      'Name the paper of the survey',
      'This batch changes boundaries of registered parcels. Name the number and date of the survey they rest on; the date is not after today.',
    ],
  },
  'edit.land_use_unknown': {
    vi: [
      'Không có ký hiệu loại đất này',
      'Ký hiệu loại đất không có trong danh mục. Hãy chọn một ký hiệu của danh mục.',
    ],
    en: ['No such land use', 'The code of land use is in no list. Choose one of the list.'],
  },
  'edit.identity_number': {
    vi: [
      'Không ghi số giấy tờ ở đây',
      'Chữ vừa nhập có số định danh của một người. Hãy bỏ số ấy; số giấy tờ chỉ được giữ kín cùng người mang nó.',
    ],
    en: [
      'No number of papers here',
      'What was typed holds an identity number. Take it out: such numbers are only kept sealed, with whom they belong to.',
    ],
  },
  'edit.ring_unfit': {
    vi: [
      'Ranh giới này không thành thửa đất',
      'Các góc không khép thành một vùng, nằm ngoài Việt Nam, hoặc không theo hệ tọa độ của tờ bản đồ. Hãy sửa các góc.',
    ],
    en: [
      'This boundary encloses no parcel',
      'The corners enclose no single area, lie outside Viet Nam, or are not in the system of the sheet. Correct them.',
    ],
  },
} as const satisfies Record<string, Record<Language, readonly [title: string, detail: string]>>;
