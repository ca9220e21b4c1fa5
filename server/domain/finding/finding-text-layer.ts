/** Sentences about thematic layers (--kind layer). */
import type { FindingCode } from './finding.ts';
import type { FindingSentences } from './finding-words.ts';

export const LAYER_TEXT = {
  'layer.shape_unsupported': {
    vi: {
      says: 'Hình của bản ghi không phải là điểm, đường hay vùng.',
      wayOut: 'Hãy tách hình ở phần mềm gốc rồi đưa tệp đã sửa vào.',
    },
    en: {
      says: 'The shape of the record is neither points, lines nor an area.',
      wayOut: 'Take it apart in the original program and bring the corrected file in.',
    },
  },
  'layer.invalid': {
    vi: {
      says: 'Hình không hợp lệ và không tự sửa được[ (gần điểm {at})].',
      wayOut: 'Hãy sửa hình ở phần mềm gốc rồi đưa tệp đã sửa vào.',
    },
    en: {
      says: 'The shape is not valid and could not be repaired[ (near {at})].',
      wayOut: 'Correct the shape in the original program and bring the corrected file in.',
    },
  },
  'layer.repaired': {
    vi: {
      says: 'Hình tự cắt nhau và đã được sửa khi nhập[ (gần điểm {at})].',
      wayOut: 'Hãy xem lại hình trên bản đồ; hình gốc vẫn được lưu.',
    },
    en: {
      says: 'The shape crossed itself and was repaired[ (near {at})].',
      wayOut: 'Look at it on the map; the shape of the file is kept.',
    },
  },
  'layer.no_words': {
    vi: {
      says: 'Không nhận ra cột loại hay cột tên; các đối tượng chỉ có hình.',
      wayOut: 'Nếu tệp có, hãy đặt tên cột là LOAI và TEN rồi đưa tệp đã sửa vào.',
    },
    en: {
      says: 'No column of classes or names was recognised; the shapes come without words.',
      wayOut: 'If the file has them, call the columns LOAI and TEN, and bring the corrected file in.',
    },
  },
  'layer.value_unreadable': {
    vi: {
      says: 'Giá trị kèm theo không đọc được thành số; đối tượng được nhập không có giá trị.',
      wayOut: 'Hãy sửa số ở phần mềm gốc rồi đưa tệp đã sửa vào.',
    },
    en: {
      says: 'The number that belongs to the shape cannot be read; the shape comes without it.',
      wayOut: 'Correct the number in the original program and bring the corrected file in.',
    },
  },
  'layer.text_withheld': {
    vi: {
      says: 'Loại hoặc tên đọc như tên người hay số của một người; công chúng không được thấy.',
      wayOut: 'Cán bộ vẫn đọc được; nếu là tên chung, hãy viết lại ở phần mềm gốc.',
    },
    en: {
      says: 'The class or name reads like a person or somebody’s number; the public does not see it.',
      wayOut: 'Staff still reads it; if it is a common name, write it otherwise in the original program.',
    },
  },
  'layer.waits': {
    vi: {
      says: 'Bản này chờ người thứ hai quyết định ở bàn làm việc.',
      wayOut: 'Người duyệt mở mục Lớp chuyên đề và đưa bản này vào hiệu lực, hoặc từ chối.',
    },
    en: {
      says: 'This edition waits for a second person at the desk.',
      wayOut: 'An approver opens Thematic layers and puts it in force, or refuses it.',
    },
  },
} satisfies Partial<Record<FindingCode, FindingSentences>>;
