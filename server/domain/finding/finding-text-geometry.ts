/** Sentences about the shape of one record. */
import type { FindingCode } from './finding.ts';
import type { FindingSentences } from './finding-words.ts';

export const GEOMETRY_TEXT = {
  'geometry.null': {
    vi: { says: 'Bản ghi không có hình thửa đất.', wayOut: 'Hãy vẽ bổ sung ranh giới ở phần mềm gốc rồi nhập lại.' },
    en: { says: 'The record has no shape.', wayOut: 'Draw the boundary in the original program and import again.' },
  },
  'geometry.not_polygon': {
    vi: {
      says: 'Hình của bản ghi là điểm hoặc đường, không phải vùng.',
      wayOut: 'Hãy khép ranh giới thành vùng ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The shape of the record is a point or a line, not an area.',
      wayOut: 'Close the boundary to an area in the original program and import again.',
    },
  },
  'geometry.length_invalid': {
    vi: {
      says: 'Độ dài ghi ở đầu bản ghi không hợp lệ nên không đọc được hình.',
      wayOut: 'Hãy xuất lại shapefile từ phần mềm gốc.',
    },
    en: {
      says: 'The length in front of the record is not valid, so its shape cannot be read.',
      wayOut: 'Export the shapefile again from the original program.',
    },
  },
  'geometry.damaged': {
    vi: {
      says: 'Hình của bản ghi bị hỏng, không đọc được.',
      wayOut: 'Hãy vẽ lại thửa đất này hoặc xuất lại từ phần mềm gốc.',
    },
    en: {
      says: 'The shape of the record is damaged and cannot be read.',
      wayOut: 'Draw this parcel again, or export it again from the original program.',
    },
  },
  'geometry.not_finite': {
    vi: {
      says: 'Hình có tọa độ vô nghĩa: vô cực hoặc lớn quá mức.',
      wayOut: 'Hãy sửa các đỉnh sai ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The shape has impossible coordinates: infinite, or far too large.',
      wayOut: 'Correct those points in the original program and import again.',
    },
  },
  'geometry.out_of_range': {
    vi: {
      says: 'Hình có đỉnh nằm ngoài phạm vi Việt Nam theo hệ tọa độ đã dùng[: {x}; {y}].',
      wayOut: 'Hãy sửa các đỉnh sai ở phần mềm gốc; nếu mọi bản ghi đều vậy, hãy cho biết hệ tọa độ bằng --srid.',
    },
    en: {
      says: 'The shape has a point outside Viet Nam in the coordinate system used[: {x}; {y}].',
      wayOut: 'Correct the points in the original program; if every record is so, give the system with --srid.',
    },
  },
  'geometry.too_few_points': {
    vi: {
      says: 'Ranh giới có quá ít đỉnh để thành một vùng.',
      wayOut: 'Hãy bổ sung các đỉnh còn thiếu ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The boundary has too few points to enclose an area.',
      wayOut: 'Add the missing points in the original program and import again.',
    },
  },
  'geometry.ring_not_closed': {
    vi: {
      says: 'Đường ranh giới không khép kín[, hở {lengthM} m]; đã khép bằng một đoạn thẳng từ điểm cuối về điểm đầu.',
      wayOut: 'Hãy xem cạnh ấy trên bản đồ; nếu thiếu đỉnh, hãy sửa ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The boundary is not closed[, open by {lengthM} m]; it was closed by a straight line from its end to its beginning.',
      wayOut:
        'Look at that edge on the map; if points are missing, correct it in the original program and import again.',
    },
  },
  'geometry.ring_closed': {
    vi: {
      says: 'Điểm cuối của ranh giới lệch điểm đầu chưa tới 0,1 mm; đã khép lại.',
      wayOut: 'Không cần làm gì; hình thửa đất không đổi.',
    },
    en: {
      says: 'The boundary ends less than 0.1 mm from its beginning; it was closed.',
      wayOut: 'Nothing to do; the shape did not change.',
    },
  },
  'geometry.ring_dropped': {
    vi: {
      says: 'Bản ghi có vòng ranh giới không bao quanh diện tích nào[ ({parts} vòng)]; đã bỏ vòng đó.',
      wayOut: 'Hãy xem thửa đất trên bản đồ; nếu thiếu một phần, hãy sửa ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The record has rings that enclose no area[ ({parts} of them)]; they were left out.',
      wayOut:
        'Look at the parcel on the map; if a part is missing, correct it in the original program and import again.',
    },
  },
  'geometry.repeated_point': {
    vi: {
      says: 'Ranh giới có các đỉnh liền kề trùng nhau[ ({points} đỉnh thừa)]; đã bỏ đỉnh thừa.',
      wayOut: 'Không cần làm gì; hình thửa đất không đổi.',
    },
    en: {
      says: 'The boundary repeats points[ ({points} too many)]; the repeated ones were dropped.',
      wayOut: 'Nothing to do; the shape did not change.',
    },
  },
  'geometry.z_dropped': {
    vi: {
      says: 'Tọa độ kèm độ cao (Z); đã bỏ vì ranh giới địa chính không dùng đến.',
      wayOut: 'Không cần làm gì; tệp gốc vẫn được lưu nguyên.',
    },
    en: {
      says: 'The coordinates carry heights (Z), which a cadastral boundary does not use; they were dropped.',
      wayOut: 'Nothing to do; the original file is kept as it came.',
    },
  },
  'geometry.m_dropped': {
    vi: {
      says: 'Tọa độ kèm trị đo (M); đã bỏ vì ranh giới địa chính không dùng đến.',
      wayOut: 'Không cần làm gì; tệp gốc vẫn được lưu nguyên.',
    },
    en: {
      says: 'The coordinates carry measures (M), which a cadastral boundary does not use; they were dropped.',
      wayOut: 'Nothing to do; the original file is kept as it came.',
    },
  },
  'geometry.surplus_bytes': {
    vi: {
      says: 'Bản ghi hình dài hơn nội dung của nó[ (thừa {bytes})]; phần thừa đã được bỏ qua.',
      wayOut: 'Không cần làm gì nếu ranh giới hiển thị đúng.',
    },
    en: {
      says: 'The record of the shape is longer than what it holds[ (by {bytes})]; the rest was passed over.',
      wayOut: 'Nothing to do if the boundary looks right.',
    },
  },
  'geometry.multipart': {
    vi: {
      says: 'Một bản ghi gồm nhiều vùng rời nhau[ ({parts} vùng)].',
      wayOut: 'Hãy tách mỗi vùng thành một thửa đất có số riêng, hoặc bỏ vùng thừa, rồi nhập lại.',
    },
    en: {
      says: 'One record consists of separate areas[ ({parts} of them)].',
      wayOut: 'Make each area a parcel with its own number, or remove what is too many, and import again.',
    },
  },
  'geometry.too_many_rings': {
    vi: {
      says: 'Hình thửa đất gồm quá nhiều vòng[: {rings} vòng, nhiều nhất {most}].',
      wayOut: 'Hãy tách thành nhiều thửa, hoặc bỏ các vòng thừa ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The shape of the parcel has too many rings[: {rings}, at most {most}].',
      wayOut: 'Split it into several parcels, or remove needless rings in the original program, and import again.',
    },
  },
  'geometry.too_many_points': {
    vi: {
      says: 'Hình thửa đất có quá nhiều đỉnh[: {points} đỉnh, nhiều nhất {most}].',
      wayOut: 'Hãy tách thành nhiều thửa, hoặc bỏ bớt các đỉnh thừa ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The shape of the parcel has too many vertices[: {points}, at most {most}].',
      wayOut: 'Split it into several parcels, or remove needless vertices in the original program, and import again.',
    },
  },
  'geometry.self_intersection': {
    vi: {
      says: 'Ranh giới thửa đất tự cắt hoặc tự chạm[ gần điểm {at}].',
      wayOut: 'Hãy sửa các đỉnh quanh điểm đó ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The boundary crosses or touches itself[ near {at}].',
      wayOut: 'Correct the points around that place in the original program and import again.',
    },
  },
  'geometry.zero_area': {
    vi: {
      says: 'Ranh giới không bao quanh diện tích nào; thường do các đỉnh thẳng hàng.',
      wayOut: 'Hãy vẽ lại thửa đất này ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The boundary encloses no area; its points usually lie on one line.',
      wayOut: 'Draw this parcel again in the original program and import again.',
    },
  },
  'geometry.outside_commune': {
    vi: {
      says: 'Thửa đất nằm ngoài xã đã chọn hơn khoảng 1 km[ (kinh độ {lon}, vĩ độ {lat})].',
      wayOut: 'Hãy kiểm tra tọa độ, hoặc nhập thửa đất vào đúng xã của nó.',
    },
    en: {
      says: 'The parcel lies outside the chosen commune by more than about 1 km[ (longitude {lon}, latitude {lat})].',
      wayOut: 'Check its coordinates, or import it into the commune it lies in.',
    },
  },
  'geometry.reaches_outside_commune': {
    vi: {
      says: 'Ranh giới thửa đất có đỉnh nằm ngoài xã đã chọn hơn khoảng 1 km[ (kinh độ {lon}, vĩ độ {lat})].',
      wayOut: 'Hãy sửa đỉnh ấy ở phần mềm gốc rồi nhập lại, hoặc bỏ bản ghi.',
    },
    en: {
      says: 'The boundary has a point outside the chosen commune by more than about 1 km[ (longitude {lon}, latitude {lat})].',
      wayOut: 'Correct that point in the original program and import again, or leave the record out.',
    },
  },
  'geometry.edge_beyond_sheet': {
    vi: {
      says: 'Ranh giới có cạnh dài hơn cả tờ bản đồ[: {lengthM} m, tờ tỷ lệ 1:{scale}].',
      wayOut: 'Hãy sửa đỉnh sai ở phần mềm gốc, hoặc cho biết đúng tỷ lệ bằng --scale, rồi nhập lại.',
    },
    en: {
      says: 'The boundary has an edge longer than the sheet itself[: {lengthM} m on a sheet of 1:{scale}].',
      wayOut:
        'Correct the wrong point in the original program, or give the right scale with --scale, and import again.',
    },
  },
  'geometry.edge_improbable': {
    vi: {
      says: 'Ranh giới có cạnh dài bất thường so với các thửa khác của tờ[: {lengthM} m, thường là {medianM} m].',
      wayOut: 'Hãy xem thửa đất trên bản đồ; nếu có đỉnh sai, hãy sửa ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The boundary has an unusually long edge for its sheet[: {lengthM} m, where {medianM} m is common].',
      wayOut:
        'Look at the parcel on the map; if a point is wrong, correct it in the original program and import again.',
    },
  },
  'geometry.spike': {
    vi: {
      says: 'Một đỉnh của ranh giới nằm xa hẳn các đỉnh khác[: nhô ra {lengthM} m][, tại ({x}; {y})].',
      wayOut: 'Hãy xem thửa đất trên bản đồ; nếu đỉnh ấy sai, hãy sửa ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'One point of the boundary lies far from all others[: it sticks out by {lengthM} m][, at ({x}; {y})].',
      wayOut:
        'Look at the parcel on the map; if that point is wrong, correct it in the original program and import again.',
    },
  },
  'geometry.area_beyond_sheet': {
    vi: {
      says: 'Thửa đất rộng hơn cả tờ bản đồ[: {areaM2} m², tờ tỷ lệ 1:{scale}].',
      wayOut: 'Hãy xem thửa đất trên bản đồ; nếu hình sai, hãy sửa ở phần mềm gốc rồi nhập lại.',
    },
    en: {
      says: 'The parcel is larger than the sheet itself[: {areaM2} m² on a sheet of 1:{scale}].',
      wayOut:
        'Look at the parcel on the map; if its shape is wrong, correct it in the original program and import again.',
    },
  },
  'geometry.outside_sheet': {
    vi: {
      says: 'Thửa đất nằm xa các thửa khác của cùng tờ bản đồ[: cách giữa tờ {lengthM} m].',
      wayOut: 'Hãy kiểm tra số tờ và tọa độ; nếu sai, hãy sửa rồi nhập lại.',
    },
    en: {
      says: 'The parcel lies far from the others of its sheet[: {lengthM} m from the middle].',
      wayOut: 'Check its sheet number and its coordinates; if they are wrong, correct them and import again.',
    },
  },
  'geometry.sliver': {
    vi: {
      says: 'Thửa đất hẹp hơn mức tờ bản đồ thể hiện được[: rộng khoảng {widthM} m, tờ tỷ lệ 1:{scale}].',
      wayOut: 'Thường là khe hở giữa hai thửa; hãy xem trên bản đồ rồi nhập vào thửa bên cạnh hoặc bỏ bản ghi.',
    },
    en: {
      says: 'The parcel is thinner than the sheet can show[: about {widthM} m wide on a sheet of 1:{scale}].',
      wayOut:
        'Usually a gap between two parcels; look at it on the map, then join it to its neighbour or leave it out.',
    },
  },
} satisfies Partial<Record<FindingCode, FindingSentences>>;
