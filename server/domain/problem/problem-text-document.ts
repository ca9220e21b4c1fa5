/** How the problems of scanned documents read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';
import { MAP_SHEET_PROBLEM_TEXT } from './problem-text-map-sheet.ts';

type DocumentProblem = Extract<ProblemCode, `document.${string}` | `map_sheet.${string}`>;

export const DOCUMENT_PROBLEM_TEXT: Record<
  DocumentProblem,
  Record<Language, readonly [title: string, detail: string]>
> = {
  ...MAP_SHEET_PROBLEM_TEXT,
  'document.not_found': {
    vi: ['Không tìm thấy tài liệu', 'Không có tài liệu này, hoặc nó không thuộc xã, phường bạn phụ trách.'],
    en: ['No such document', 'There is no such document, or it is not of a commune you serve.'],
  },
  'document.page_not_found': {
    vi: [
      'Không có trang này',
      'Tài liệu không có trang như vậy, hoặc trang không hiện được; danh sách trang cho biết lý do.',
    ],
    en: ['No such page', 'The document has no such page, or it is not shown; the list of pages says why.'],
  },
  'document.box_not_found': {
    vi: ['Không có hộp này', 'Chưa có giấy nào được ghi là nằm trong hộp này. Hãy tải lại danh sách hộp.'],
    en: ['No such box', 'No paper is said to lie in this box. Load the list of boxes again.'],
  },
  'document.labels_unfit': {
    vi: [
      'Tờ nhãn không đúng',
      'Không có loại tờ nhãn này, hoặc tờ không nhiều ô đến thế; danh sách errors cho biết mục nào.',
    ],
    en: [
      'The sheet of labels does not fit',
      'There is no such sheet, or it has not so many labels; the list "errors" says which.',
    ],
  },
  'document.labels_too_many': {
    vi: ['Quá nhiều nhãn', 'Một tệp có nhiều nhất 2.400 nhãn. Hãy chọn ít hộp hơn rồi in nhiều lần.'],
    en: ['Too many labels', 'One file has at most 2,400 labels. Choose fewer boxes and print several times.'],
  },
  'document.step_refused': {
    vi: [
      'Chưa làm được bước này',
      'Trạng thái hiện tại của tài liệu không cho phép bước này. Hãy tải lại để xem trạng thái mới.',
    ],
    en: ['Not now', 'The present state of the document does not allow this. Load it again to see its state.'],
  },
  'document.held': {
    vi: [
      'Người khác đang kiểm tra',
      'Tài liệu này đang được người khác kiểm tra. Hãy chọn tài liệu khác, hoặc thử lại sau vài phút.',
    ],
    en: [
      'Somebody else reviews it',
      'Somebody else is reviewing this document. Take another one, or try again in some minutes.',
    ],
  },
  'document.fields_open': {
    vi: [
      'Còn mục chưa xác nhận',
      'Mỗi mục phải được xác nhận, hoặc ghi rõ là giấy không có; danh sách errors cho biết mục nào còn thiếu.',
    ],
    en: [
      'Fields are open',
      'Each field must be confirmed, or said not to be on the paper; the list "errors" names those left.',
    ],
  },
  'document.read_blind': {
    vi: [
      'Giấy đang chờ đọc lần hai',
      'Giấy này được rút mẫu để người thứ hai đọc mà không biết lần đọc trước. Hãy đọc nó trong hàng "Đọc lần hai"; sau đó mới xem được.',
    ],
    en: [
      'It waits for its second reading',
      'This paper was drawn to be read again without knowing what was read before. Read it in the queue "Second reading"; what it says is shown afterwards.',
    ],
  },
  'document.second_open': {
    vi: [
      'Lần đọc thứ hai chưa xong',
      'Giấy này được rút mẫu để đọc lần hai, hoặc hai lần đọc khác nhau và chờ người quyết định. Hãy quyết định về thửa sau đó.',
    ],
    en: [
      'The second reading is open',
      'This paper was drawn to be read again, or its two readings differ and wait for a decision. Decide on its parcel afterwards.',
    ],
  },
  'document.pages_unfit': {
    vi: [
      'Trang bị thiếu hoặc lặp',
      'Mỗi trang của tệp phải nằm trong đúng một tài liệu, nên chưa có gì thay đổi. Hãy tải lại rồi sắp xếp lại.',
    ],
    en: [
      'Pages are missing or there twice',
      'Each page of the file must stand in exactly one document; nothing was changed. Load it again and arrange anew.',
    ],
  },
  'document.value_unfit': {
    vi: [
      'Giá trị chưa đúng dạng',
      'Giá trị không có dạng của mục này nên chưa được lưu; danh sách errors cho biết dạng cần có.',
    ],
    en: [
      'The value does not fit',
      'The value does not have the form of this field and was not kept; the list "errors" says the form.',
    ],
  },
};
