/** Sentences about where a file lies: coordinate system and commune. */
import type { FindingCode } from './finding.ts';
import type { FindingSentences } from './finding-words.ts';

export const PLACE_TEXT = {
  'projection.prj_missing': {
    vi: {
      says: 'Không có tệp .prj; hệ tọa độ được xác định theo vị trí của xã[: {srid}].',
      wayOut: 'Hãy xem vài thửa đất trên bản đồ; nếu lệch, hãy cho biết hệ tọa độ bằng --srid.',
    },
    en: {
      says: 'There is no .prj; the system was found by where the commune lies[: {srid}].',
      wayOut: 'Look at a few parcels on the map; if they are off, give the system with --srid.',
    },
  },
  'projection.prj_unreadable': {
    vi: {
      says: 'Tệp .prj không đọc được; hệ tọa độ được xác định theo vị trí của xã[: {srid}].',
      wayOut: 'Hãy xem vài thửa đất trên bản đồ; nếu lệch, hãy cho biết hệ tọa độ bằng --srid.',
    },
    en: {
      says: 'The .prj cannot be read; the system was found by where the commune lies[: {srid}].',
      wayOut: 'Look at a few parcels on the map; if they are off, give the system with --srid.',
    },
  },
  'projection.prj_overruled': {
    vi: {
      says: 'Hệ tọa độ ghi trong tệp .prj[, {declared},] không đưa các điểm về đúng xã[; đã dùng {srid}].',
      wayOut: 'Hãy xem vài thửa đất trên bản đồ; nếu tệp .prj mới đúng, hãy dùng --srid.',
    },
    en: {
      says: 'The system named in the .prj[, {declared},] does not put the points into the commune[; {srid} was used].',
      wayOut: 'Look at a few parcels on the map; if the .prj was right after all, use --srid.',
    },
  },
  'projection.axis_swapped': {
    vi: {
      says: 'Hai trục tọa độ bị đổi chỗ trong tệp (X là hướng bắc, Y là hướng đông); đã xếp lại khi nhập.',
      wayOut: 'Hãy xem vị trí vài thửa đất trên bản đồ.',
    },
    en: {
      says: 'The axes are swapped in the file (X north, Y east); they were put in order.',
      wayOut: 'Look at the place of a few parcels on the map.',
    },
  },
  'projection.ambiguous': {
    vi: {
      says: 'Có hơn một hệ tọa độ phù hợp[: {srid} và {rival}]; chọn nhầm sẽ lệch hàng trăm mét.',
      wayOut: 'Hãy xem khung tờ bản đồ gốc rồi cho biết hệ tọa độ bằng --srid.',
    },
    en: {
      says: 'More than one system fits[: {srid} and {rival}]; the wrong one is off by hundreds of metres.',
      wayOut: 'Read the margin of the original sheet and give the system with --srid.',
    },
  },
  'projection.fits_nowhere': {
    vi: {
      says: 'Không hệ tọa độ nào đưa được các điểm vào xã đã chọn[; điểm đầu tiên là ({x}; {y})][; theo tệp .prj, điểm ấy ở kinh độ {lon}, vĩ độ {lat}].',
      wayOut: 'Hãy kiểm tra mã xã và hệ tọa độ; có thể tệp thuộc một xã khác.',
    },
    en: {
      says: 'No known system puts the points into the chosen commune[; the first point is ({x}; {y})][; by the .prj it lies at longitude {lon}, latitude {lat}].',
      wayOut: "Check the commune's code and the system; the file may be another commune's.",
    },
  },
  'projection.forced': {
    vi: {
      says: 'Hệ tọa độ do người nhập chỉ định[: {srid}][; {insideCommune} số điểm thử nằm trong xã].',
      wayOut: 'Hãy xem vài thửa đất trên bản đồ để chắc chắn.',
    },
    en: {
      says: 'The system was given by the operator[: {srid}][; {insideCommune} of the sampled points lie in the commune].',
      wayOut: 'Look at a few parcels on the map to be sure.',
    },
  },
  'commune.mapped_to_successor': {
    vi: {
      says: 'Mã xã đã chọn[ ({claimed})] là của đơn vị cũ; các thửa đất nay thuộc xã kế thừa[ ({commune})].',
      wayOut: 'Không cần làm gì; nếu mã ấy chỉ đơn vị hiện nay, hãy nêu ngày bằng --at.',
    },
    en: {
      says: 'The chosen code[ ({claimed})] is that of a former unit; the parcels now belong to its successor[ ({commune})].',
      wayOut: 'Nothing to do; if the code means a unit of today, give the day with --at.',
    },
  },
  'commune.differs_in_record': {
    vi: {
      says: 'Bản ghi mang mã của một xã khác[ ({commune})].',
      wayOut: 'Hãy kiểm tra thửa đất có thuộc xã này không, rồi sửa mã xã hoặc bỏ bản ghi.',
    },
    en: {
      says: 'The record carries the code of another commune[ ({commune})].',
      wayOut: 'Check whether the parcel belongs here, then correct the code or leave the record out.',
    },
  },
} satisfies Partial<Record<FindingCode, FindingSentences>>;
