/** Sentences about the letters in which something is written. */
import type { FindingCode } from './finding.ts';
import type { FindingSentences } from './finding-words.ts';

export const LETTERS_TEXT = {
  'file.encoding_guessed': {
    vi: {
      says: 'Bảng mã của một cột chữ chỉ là phỏng đoán[ ({column}: {encoding})].',
      wayOut: 'Hãy xem kỹ chữ tiếng Việt của cột này; nếu sai, hãy chọn đúng bảng mã cho tệp.',
    },
    en: {
      says: 'The encoding of a column of text is only a guess[ ({column}: {encoding})].',
      wayOut:
        'Look closely at the Vietnamese letters of this column; if they are wrong, choose the encoding of the file.',
    },
  },
  'file.encoding_forced': {
    vi: {
      says: 'Bảng mã đã chọn khác với bảng mã tìm thấy trong tệp[: dùng {encoding}, tìm thấy {detected}].',
      wayOut: 'Hãy xem kỹ chữ tiếng Việt; nếu sai, hãy để hệ thống tự tìm bảng mã.',
    },
    en: {
      says: 'The encoding that was chosen is not the one found in the file[: {encoding} was used, {detected} was found].',
      wayOut: 'Look closely at the Vietnamese letters; if they are wrong, let the encoding be found by itself.',
    },
  },
  'text.mixed_encoding': {
    vi: {
      says: 'Ô chữ dùng bảng mã khác với cả cột[ ({column}: {encoding})]; đã đọc theo bảng mã của ô.',
      wayOut: 'Hãy xem lại chữ tiếng Việt trong các bản ghi này.',
    },
    en: {
      says: 'A cell is in another encoding than its column[ ({column}: {encoding})]; it was read in its own.',
      wayOut: 'Look at the Vietnamese letters of these records.',
    },
  },
  'text.mangled': {
    vi: {
      says: 'Chữ tiếng Việt đã hỏng từ trước khi nhập[ ({column})].',
      wayOut: 'Hãy lấy lại chữ đúng từ hồ sơ gốc.',
    },
    en: {
      says: 'The Vietnamese letters were broken before the import[ ({column})].',
      wayOut: 'Take the right letters from the original dossier.',
    },
  },
  'text.unmapped_byte': {
    vi: {
      says: 'Có ký tự không thuộc bảng mã đã dùng[ ({column}: {encoding})].',
      wayOut: 'Hãy sửa ở nguồn, hoặc chọn đúng bảng mã bằng --encoding.',
    },
    en: {
      says: 'A character does not exist in the encoding used[ ({column}: {encoding})].',
      wayOut: 'Correct it at the source, or choose the right encoding with --encoding.',
    },
  },
  'text.control_character': {
    vi: {
      says: 'Ô chữ có ký tự điều khiển không nhìn thấy[ ({column})]; đã thay bằng dấu cách.',
      wayOut: 'Hãy đọc lại; nếu chữ đã đúng thì không cần làm gì.',
    },
    en: {
      says: 'A cell holds invisible control characters[ ({column})]; they became blanks.',
      wayOut: 'Read it again; if the words are right, nothing has to be done.',
    },
  },
  'text.case_repaired': {
    vi: {
      says: 'Chữ hoa có dấu mà phông cũ không ghi được đã được khôi phục[ ({column})].',
      wayOut: 'Hãy xem lại tên; chữ gốc vẫn được lưu.',
    },
    en: {
      says: 'A capital letter that the old font could not write was restored[ ({column})].',
      wayOut: 'Look at the name; the original letters are kept.',
    },
  },
  'text.encoded_twice': {
    vi: {
      says: 'Chữ tiếng Việt đã bị một phần mềm khác đọc sai bảng mã rồi lưu lại[ ({column}: {encoding})]; đã đọc lại được.',
      wayOut: 'Hãy xem lại chữ đã khôi phục; có thể từ chối, chữ gốc vẫn được lưu.',
    },
    en: {
      says: 'Another program had read the Vietnamese letters in a wrong encoding and saved them so[ ({column}: {encoding})]; they were read back.',
      wayOut: 'Look at the restored text; it can be rejected, the original letters are kept.',
    },
  },
  'text.cut_off': {
    vi: {
      says: 'Ô chữ bị cắt ngang một chữ cái vì cột quá hẹp[ ({column})]; phần chữ cái dở dang đã được bỏ.',
      wayOut: 'Hãy bổ sung phần bị mất từ hồ sơ gốc, hoặc nới rộng cột ở phần mềm gốc rồi xuất lại.',
    },
    en: {
      says: 'The column was too narrow and cut the text within a letter[ ({column})]; the piece of the letter was taken away.',
      wayOut:
        'Add what is lost from the original dossier, or widen the column in the original program and export again.',
    },
  },
  'text.column_full': {
    vi: {
      says: 'Ô chữ đầy hết chiều rộng của cột[ ({column})]; phần cuối có thể đã bị cắt mất.',
      wayOut: 'Hãy đối chiếu với hồ sơ gốc; nếu thiếu, hãy bổ sung.',
    },
    en: {
      says: 'The text fills its column to the end[ ({column})]; what followed may be cut off.',
      wayOut: 'Compare with the original dossier, and add what is missing.',
    },
  },
  'text.invisible_character': {
    vi: {
      says: 'Ô chữ có ký tự không nhìn thấy hoặc đổi chiều đọc[ ({column})]; đã được bỏ đi.',
      wayOut: 'Hãy đọc lại chữ; có thể từ chối, chữ gốc vẫn được lưu.',
    },
    en: {
      says: 'The text holds characters that nobody sees or that turn the direction of reading[ ({column})]; they were taken out.',
      wayOut: 'Read the text again; the change can be rejected, the original letters are kept.',
    },
  },
} satisfies Partial<Record<FindingCode, FindingSentences>>;
