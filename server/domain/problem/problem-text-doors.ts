/** How the problems of the doors for other systems read. */
import type { Language } from '../words/language.ts';

export const DOOR_PROBLEM_TEXT = {
  'collection.not_found': {
    vi: [
      'Không có bộ dữ liệu này',
      'Không có bộ dữ liệu tên như vậy, hoặc nó không được công bố. Xem danh sách tại /ogc/collections.',
    ],
    en: [
      'No such collection',
      'There is no collection of this name, or it is not published. The list is at /ogc/collections.',
    ],
  },
  'layer.not_found': {
    vi: [
      'Không có lớp chuyên đề này',
      'Không có lớp tên như vậy, hoặc lớp không được công bố. Xem danh sách tại /api/portal/layers.',
    ],
    en: ['No such layer', 'There is no layer of this name, or it is not published. The list is at /api/portal/layers.'],
  },
  'layer.source_closed': {
    vi: [
      'Không được lấy từ địa chỉ này',
      'Chỉ lấy được từ các dịch vụ mà quản trị hệ thống đã liệt kê (LAYER_SOURCES); danh sách nằm trong sources của GET /api/layers. Cách khác: tải tệp về rồi đưa vào.',
    ],
    en: [
      'Nothing is fetched from this address',
      'Only services that the operator has listed (LAYER_SOURCES) are read; the list is in sources of GET /api/layers. Or download a file and bring it in.',
    ],
  },
  'layer.fetch_quota': {
    vi: ['Đang lấy nhiều lớp cùng lúc', 'Bạn có nhiều lần lấy chưa xong. Hãy chờ chúng xong rồi thử lại.'],
    en: [
      'Many layers are being fetched',
      'Several of your readings are not through yet. Wait for them, then try again.',
    ],
  },
  'edition.not_found': {
    vi: ['Không có bản này', 'Lớp chuyên đề không có bản mang số này.'],
    en: ['No such edition', 'The layer has no edition of this number.'],
  },
  'edition.own': {
    vi: ['Cần người thứ hai', 'Bạn đã đưa bản này vào, nên người khác phải quyết định.'],
    en: ['A second person decides', 'You brought this edition in, so somebody else has to decide on it.'],
  },
  'edition.step_refused': {
    vi: ['Chưa làm được bước này', 'Bản này đã được quyết định; xem state.'],
    en: ['Not now', 'The edition was decided on already; see state.'],
  },
  'feature.not_found': {
    vi: ['Không có đối tượng này', 'Bộ dữ liệu không có đối tượng mang mã này.'],
    en: ['No such feature', 'The collection has no feature with this id.'],
  },
} as const satisfies Record<string, Record<Language, readonly [title: string, detail: string]>>;
