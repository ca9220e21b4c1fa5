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
  'projection.prj_not_tried': {
    vi: {
      says: 'Tệp .prj ghi một hệ tọa độ không tính được ở đây nên chưa được thử; hệ tọa độ được xác định theo vị trí của xã[: {srid}].',
      wayOut: 'Hãy xem vài thửa đất trên bản đồ; nếu lệch, hãy cho biết hệ tọa độ bằng --srid.',
    },
    en: {
      says: 'The .prj describes a system that cannot be computed here, so it was not tried; the system was found by where the commune lies[: {srid}].',
      wayOut: 'Look at a few parcels on the map; if they are off, give the system with --srid.',
    },
  },
  'projection.prj_needed': {
    vi: {
      says: 'Đã chọn hệ tọa độ theo tệp .prj, nhưng tệp không có .prj nào tính được.',
      wayOut: 'Hãy kèm tệp .prj đúng, hoặc cho biết mã EPSG bằng --srid.',
    },
    en: {
      says: 'The system of the .prj was asked for, but the file has no .prj that can be computed.',
      wayOut: 'Add the right .prj, or give the EPSG code with --srid.',
    },
  },
  'projection.unit': {
    vi: {
      says: 'Tọa độ trong tệp không tính bằng mét[ mà bằng {unit}]; đã đổi ra mét khi nhập.',
      wayOut: 'Hãy xem vị trí và diện tích vài thửa đất trên bản đồ.',
    },
    en: {
      says: 'The coordinates of the file are not in metres[ but in {unit}]; they were turned into metres.',
      wayOut: 'Look at the place and the area of a few parcels on the map.',
    },
  },
  'projection.transformed': {
    vi: {
      says: 'Tọa độ đã được tính chuyển[ từ {srid}] sang hệ VN-2000 của sổ đăng ký[; phép tính chuyển chỉ đúng trong khoảng {accuracyM} m].',
      wayOut: 'Hãy đối chiếu vài thửa đất với bản đồ; ranh giới chính xác phải lấy từ tài liệu đo đạc gốc.',
    },
    en: {
      says: 'The coordinates were transformed[ from {srid}] into the VN-2000 system of the register[; the transformation is good to about {accuracyM} m only].',
      wayOut: 'Compare a few parcels with the map; exact boundaries must come from the original survey.',
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
      says: 'Có hơn một hệ tọa độ phù hợp[: {srid} và {rival}][, cách nhau {metres} m][; {rival2}, cách {metres2} m][; {rival3}, cách {metres3} m][; {rival4}, cách {metres4} m]; chọn nhầm thì đất nằm sai chỗ.',
      wayOut: 'Hãy xem khung tờ bản đồ gốc rồi cho biết hệ tọa độ bằng --srid; hệ ghi trong tệp .prj là --srid prj.',
    },
    en: {
      says: 'More than one system fits[: {srid} and {rival}][, {metres} m apart][; {rival2}, {metres2} m off][; {rival3}, {metres3} m off][; {rival4}, {metres4} m off]; with the wrong one the land lies in the wrong place.',
      wayOut:
        'Read the margin of the original sheet and give the system with --srid; the one of the .prj is --srid prj.',
    },
  },
  'projection.fits_nowhere': {
    vi: {
      says: 'Không hệ tọa độ nào đưa được các điểm vào xã đã chọn[; một điểm của tệp là ({x}; {y})][; theo tệp .prj, điểm ấy ở kinh độ {lon}, vĩ độ {lat}].',
      wayOut: 'Hãy kiểm tra mã xã và hệ tọa độ; có thể tệp thuộc một xã khác.',
    },
    en: {
      says: 'No known system puts the points into the chosen commune[; one of its points is ({x}; {y})][; by the .prj it lies at longitude {lon}, latitude {lat}].',
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
