/** How the problems of dealings read: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';

type DealingProblem = Extract<
  ProblemCode,
  | 'audit.not_sealed'
  | 'dealing.not_found'
  | 'dealing.step_refused'
  | 'dealing.blocked'
  | 'dealing.own'
  | 'dealing.in_file'
  | 'dealing.file_closed'
  | 'dealing.targets_invalid'
>;

export const DEALING_PROBLEM_TEXT: Record<
  DealingProblem,
  Record<Language, readonly [title: string, detail: string]>
> = {
  'audit.not_sealed': {
    vi: [
      'Chưa được niêm phong',
      'Mục nhật ký này chưa nằm trong cây kiểm chứng, hoặc chưa có điểm niêm phong như vậy. Hãy thử lại sau vài giây.',
    ],
    en: [
      'Not sealed yet',
      'This entry is not in the tree yet, or there is no such checkpoint. Try again in some seconds.',
    ],
  },
  'dealing.not_found': {
    vi: ['Không tìm thấy hồ sơ', 'Không có hồ sơ này, hoặc nó không thuộc xã, phường bạn phụ trách.'],
    en: ['No such dealing', 'There is no such dealing, or it is not of a commune you serve.'],
  },
  'dealing.step_refused': {
    vi: ['Chưa làm được bước này', 'Hồ sơ đang ở trạng thái không cho phép bước này; xem state và allowed.'],
    en: ['Not now', 'The dealing is in a state that does not allow this step; see state and allowed.'],
  },
  'dealing.blocked': {
    vi: [
      'Hồ sơ vướng quy tắc',
      'Một hoặc nhiều quy tắc không cho phép đăng ký hồ sơ này; danh sách errors nói rõ từng điều. Chưa có gì thay đổi trong sổ.',
    ],
    en: [
      'Rules stop the dealing',
      'One or more rules do not let this dealing go on; the list "errors" says which. Nothing in the register has changed.',
    ],
  },
  'dealing.own': {
    vi: ['Cần người thứ hai', 'Người lập hồ sơ không được tự quyết định hồ sơ của mình.'],
    en: ['A second person is needed', 'Who opened a dealing does not decide on it.'],
  },
  'dealing.in_file': {
    vi: [
      'Hồ sơ đi cùng hồ sơ khác',
      'Hồ sơ này nối tiếp hồ sơ khác và được trình, duyệt, trả lại cùng hồ sơ đầu tiên. Hãy làm bước này ở hồ sơ đầu tiên trong danh sách file.',
    ],
    en: [
      'It goes with another dealing',
      'This dealing follows others and is lodged, decided on and sent back with the first of them. Take the step on the first in the list "file".',
    ],
  },
  'dealing.file_closed': {
    vi: [
      'Không nối tiếp được',
      'Chỉ nối tiếp được hồ sơ của chính mình khi còn là bản nháp, cùng xã, phường, và tối đa 20 hồ sơ. Hãy lập hồ sơ riêng sau khi hồ sơ kia vào sổ.',
    ],
    en: [
      'Nothing can follow it',
      'Only one’s own dealing can be followed, while it is a draft, in the same commune, and by at most 20 in all. Open this one by itself once the other is registered.',
    ],
  },
  'dealing.targets_invalid': {
    vi: [
      'Các thửa đất chưa hợp lệ',
      'Loại hồ sơ này cần số thửa khác, hoặc các thửa không cùng một xã, phường, hoặc một thửa được nêu hai lần.',
    ],
    en: [
      'These parcels do not fit',
      'This kind of dealing takes another number of parcels, or they lie in several communes, or one is named twice.',
    ],
  },
};
