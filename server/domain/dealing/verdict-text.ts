/** How each rule reads to a person: what was found, with the numbers that led to it, and what to do. */
import { fillSentence } from '../words/fill-sentence.ts';
import { formatNumber } from '../words/format-number.ts';
import type { Language } from '../words/language.ts';
import { ALL_RULES } from './rule/all-rules.ts';
import type { PlainCode, Verdict, VerdictCode } from './verdict.ts';

/** `{name}` is a fact of the verdict; a bracketed part is left out when a fact of it is missing. */
const PLAIN_TEXT: Record<PlainCode, Record<Language, string>> = {
  'target.not_current': {
    vi: 'Thửa[ {no}] không còn là thửa hiện tại trong sổ. Hãy mở thửa kế tiếp của nó.',
    en: 'Parcel[ {no}] is no longer current. Open the parcel that came out of it.',
  },
  'target.stale': {
    vi: 'Thửa[ {no}] đã thay đổi sau khi hồ sơ được lập[ (bản {version}, nay là bản {present})]. Hãy lập hồ sơ mới trên bản hiện tại.',
    en: 'Parcel[ {no}] changed after the dealing was opened[ (version {version}, now {present})]. Open a new one on the present version.',
  },
  'target.in_other_dealing': {
    vi: 'Thửa[ {no}] đang có một hồ sơ khác chờ quyết định. Hồ sơ nào được đăng ký trước có thể làm hồ sơ kia hết hiệu lực.',
    en: 'Another dealing on parcel[ {no}] waits for a decision. Whichever is registered first may make the other stale.',
  },
  'split.does_not_cut': {
    vi: 'Đường cắt không chia thửa thành hai phần. Hãy kéo cả hai đầu tới ranh giới thửa, hoặc vượt qua một chút.',
    en: 'The line does not cut the parcel in two. Draw both ends to its boundary, or a little beyond.',
  },
  'split.piece_too_small': {
    vi: 'Phần[ {piece}] chỉ có[ {areaM2} m²], nhỏ hơn diện tích tối thiểu[ {leastM2} m²].',
    en: 'Part[ {piece}] has only[ {areaM2} m²], less than the minimum[ of {leastM2} m²].',
  },
  'split.piece_too_narrow': {
    vi: 'Phần[ {piece}] chỉ rộng[ {widthM} m], hẹp hơn mức tối thiểu[ {leastM} m].',
    en: 'Part[ {piece}] is only[ {widthM} m] wide, less than the minimum[ of {leastM} m].',
  },
  'split.wrong_system': {
    vi: 'Toạ độ ở hệ[ EPSG:{srid}], còn tờ bản đồ ở hệ[ EPSG:{sheetSrid}]. Hãy gửi toạ độ trong hệ của tờ.',
    en: 'The coordinates are in[ EPSG:{srid}], the sheet is in[ EPSG:{sheetSrid}]. Send them in the sheet’s own system.',
  },
  'split.outside_parcel': {
    vi: 'Tổng diện tích các phần lệch[ {differenceM2} m²] so với thửa. Hãy vẽ lại đường cắt.',
    en: 'The parts differ from the parcel[ by {differenceM2} m²]. Draw the line anew.',
  },
  'split.number_taken': {
    vi: 'Số thửa đã được dùng hoặc không đủ số[: {numbers}]. Hãy để trống để hệ thống cấp số tiếp theo.',
    en: 'Numbers were used before, or there are too few[: {numbers}]. Leave them out to be given the next free ones.',
  },
  'split.legal_areas_do_not_add_up': {
    vi: 'Diện tích pháp lý của các phần cộng lại là[ {sumM2} m²], phải đúng bằng của thửa[ {parentM2} m²], mỗi phần một số.',
    en: 'The registered areas of the parts add up to[ {sumM2} m²]; they must be exactly that of the parcel[, {parentM2} m²], one for each part.',
  },
  'split.legal_area_differs': {
    vi: 'Phần[ {piece}]: diện tích pháp lý[ {legalM2} m²] lệch so với tính toán[ {computedM2} m²] quá mức cho phép[ {allowedM2} m²].',
    en: 'Part[ {piece}]: the registered area[ {legalM2} m²] differs from the computed one[ {computedM2} m²] by more than allowed[, {allowedM2} m²].',
  },
  'split.neighbours_get_corners': {
    vi: 'Các thửa liền kề[ {numbers}] được thêm đỉnh tại chỗ đường cắt chạm ranh giới chung.',
    en: 'Neighbours[ {numbers}] get a corner where the cut meets the common boundary.',
  },
  'merge.different_systems': {
    vi: 'Các thửa nằm ở hệ toạ độ khác nhau[ (EPSG:{srids})] nên không hợp được. Cần đo đạc lại về một hệ trước.',
    en: 'The parcels are in different systems[ (EPSG:{srids})] and cannot be merged. Survey them anew in one system first.',
  },
  'merge.not_neighbours': {
    vi: 'Các thửa[ {numbers}] không liền thành một thửa. Hãy chọn các thửa có chung ranh giới.',
    en: 'Parcels[ {numbers}] do not meet as one piece. Choose parcels that share a boundary.',
  },
  'merge.holders_differ': {
    vi: 'Các thửa[ {numbers}] không cùng người sử dụng với cùng phần quyền. Hãy chuyển quyền trước, hoặc nêu phần của mỗi người theo văn bản thoả thuận.',
    en: 'Parcels[ {numbers}] are not held by the same people in the same shares. Transfer first, or say by an agreement what each holds of the whole.',
  },
  'merge.holder_left_out': {
    vi: 'Thoả thuận chưa nêu phần của mọi người đang có quyền[ (thiếu {holders})]. Không ai bị mất quyền khi hợp thửa.',
    en: 'The agreement leaves out people who hold a part[ ({holders})]. Nobody loses a right by a merger.',
  },
  'merge.holder_not_of_part': {
    vi: 'Thoả thuận nêu người không có quyền trên các thửa này, hoặc nêu hai lần[ ({holders})]. Người khác nhận quyền bằng hồ sơ chuyển quyền.',
    en: 'The agreement names people who hold none of the parcels, or names one twice[ ({holders})]. Others come in by a transfer.',
  },
  'merge.burden_not_named': {
    vi: 'Thế chấp hoặc ngăn chặn[ theo văn bản {documents}] sẽ tiếp tục trên cả thửa mới. Hãy xác nhận từng mục.',
    en: 'Mortgages or caveats[ by {documents}] would go on on the whole parcel. Confirm each of them.',
  },
  'merge.burden_unknown': {
    vi: 'Có mục được nêu để chuyển sang thửa mới mà không còn hiệu lực trên các thửa này.',
    en: 'Something was named to go on that does not hold on these parcels.',
  },
  'merge.burden_extends': {
    vi: 'Thế chấp hoặc ngăn chặn[ theo văn bản {documentNo}] nay mở rộng ra cả thửa mới. Cần văn bản đồng ý của bên liên quan.',
    en: 'The mortgage or caveat[ by {documentNo}] now extends to the whole parcel. The consent of whom it concerns is needed.',
  },
  'merge.legal_area_missing': {
    vi: 'Thửa[ {numbers}] chưa có diện tích pháp lý, nên thửa mới cũng chưa có, trừ khi được nhập.',
    en: 'Parcels[ {numbers}] have no registered area, so the new one has none unless it is given.',
  },
  'merge.legal_area_changed': {
    vi: 'Diện tích pháp lý nhập tay[ {legalM2} m²] khác tổng của các thửa[ {sumM2} m²].',
    en: 'The registered area that was given[, {legalM2} m²,] is not the sum of the parcels[, {sumM2} m²].',
  },
  'merge.gap_closed': {
    vi: 'Khe hở hoặc chồng lấn rất nhỏ giữa các thửa được khép lại[ ({areaM2} m²)].',
    en: 'Tiny gaps or overlaps between the parcels are closed[ ({areaM2} m²)].',
  },
  'merge.purpose_areas_missing': {
    vi: 'Có mục đích sử dụng chưa rõ diện tích, nên diện tích từng mục đích của thửa mới cũng chưa rõ.',
    en: 'The area of a purpose is not known, so that of the new parcel is not known either.',
  },
  'reversal.unknown': {
    vi: 'Không có hồ sơ này trong phạm vi bạn phụ trách.',
    en: 'There is no such dealing that you may see.',
  },
  'reversal.of_import': {
    vi: 'Lô dữ liệu đã vào sổ được thu hồi từ trang của lô đó, không phải ở đây.',
    en: 'A batch that was registered is taken back on its own page, not here.',
  },
  'reversal.not_registered': {
    vi: 'Hồ sơ chưa vào sổ nên không có gì để huỷ bỏ. Người lập có thể rút hồ sơ.',
    en: 'The dealing is not registered, so there is nothing to take back. Who opened it can withdraw it.',
  },
  'reversal.done_before': {
    vi: 'Hồ sơ này đã được huỷ bỏ bằng một hồ sơ khác.',
    en: 'The dealing was taken back before.',
  },
  'reversal.targets_differ': {
    vi: 'Hồ sơ huỷ bỏ phải nêu đúng các thửa mà hồ sơ kia đã tạo ra hoặc thay đổi[: {parcels}].',
    en: 'A reversal names exactly the parcels that the dealing raised or changed[: {parcels}].',
  },
  'reversal.rested_upon': {
    vi: 'Đã có hồ sơ vào sổ sau dựa trên hồ sơ này[: {dealingId}]. Không huỷ bỏ được khi còn hồ sơ sau đó.',
    en: 'A dealing registered later rests on this one[: {dealingId}]. It cannot be taken back while later ones stand.',
  },
  'reversal.ranks_anew': {
    vi: 'Thế chấp[ theo {documentNo}] có hiệu lực trở lại; thứ tự ưu tiên tính từ lúc đăng ký hồ sơ này.',
    en: 'The mortgage[ by {documentNo}] holds again; it ranks from the registration of this dealing.',
  },
  'number.taken': {
    vi: 'Số thửa[ {numbers}] đã được dùng. Hãy để trống để hệ thống cấp số tiếp theo.',
    en: 'Number[ {numbers}] was used before. Leave it out to be given the next free one.',
  },
  'area.differs': {
    vi: 'Diện tích pháp lý[ {legalM2} m²] lệch so với tính toán[ {computedM2} m²] quá mức cho phép[ {allowedM2} m²].',
    en: 'The registered area[, {legalM2} m²,] differs from the computed one[, {computedM2} m²,] by more than allowed[, {allowedM2} m²].',
  },
  'parcel.no_right': {
    vi: 'Sổ chưa ghi quyền sử dụng nào cho thửa[ {no}].',
    en: 'The register holds no right of use on parcel[ {no}].',
  },
  'right.not_current': {
    vi: 'Quyền được nêu không có hiệu lực trên thửa này, hoặc được nêu hai lần.',
    en: 'A right that is named does not hold on this parcel, or is named twice.',
  },
  'right.unverified': {
    vi: 'Quyền trên thửa[ {no}] mới chỉ chép từ dữ liệu cũ. Hãy đối chiếu giấy chứng nhận trước khi trình.',
    en: 'Rights on parcel[ {no}] only repeat what a legacy record says. Check the certificate before lodging.',
  },
  'right.mortgaged': {
    vi: 'Quyền trên thửa[ {no}] đang được thế chấp[ theo hợp đồng {documentNo}]. Chuyển quyền cần xoá thế chấp trước; ở việc khác, thế chấp tiếp tục trên những gì hình thành từ thửa.',
    en: 'A right on parcel[ {no}] is mortgaged[ by contract {documentNo}]. A transfer needs its release first; at any other dealing it goes on on what comes of the parcel.',
  },
  'right.certificate_to_exchange': {
    vi: 'Giấy chứng nhận đang dùng phải được đổi sau khi thửa thay đổi.',
    en: 'The certificate in use must be exchanged after the change.',
  },
  'share.more_than_held': {
    vi: 'Phần chuyển đi[ {given}] lớn hơn phần đang có[ {held}].',
    en: 'More is given[ ({given})] than is held[ ({held})].',
  },
  'share.not_given_whole': {
    vi: 'Các chủ sử dụng chung chưa chia phần, nên phải cùng chuyển toàn bộ.',
    en: 'The holders hold it together without shares, so all of them give it, whole.',
  },
  'share.sum_not_one': {
    vi: 'Tổng phần nhận[ {received}] phải đúng bằng tổng phần chuyển[ {given}].',
    en: 'What is received[ ({received})] must be exactly what is given[ ({given})].',
  },
  'party.not_found': {
    vi: 'Không có người hoặc tổ chức này trong phạm vi bạn phụ trách.',
    en: 'There is no such party that you may see.',
  },
  'caveat.stops_transfer': {
    vi: 'Thửa[ {no}] đang bị ngăn chặn chuyển quyền[ theo văn bản {documentNo}][ đến {until}].',
    en: 'A caveat stops transfers of parcel[ {no}][ (document {documentNo})][ until {until}].',
  },
  'caveat.stops_mortgage': {
    vi: 'Thửa[ {no}] đang bị ngăn chặn thế chấp[ theo văn bản {documentNo}][ đến {until}].',
    en: 'A caveat stops mortgages of parcel[ {no}][ (document {documentNo})][ until {until}].',
  },
  'caveat.stops_split': {
    vi: 'Thửa[ {no}] đang bị ngăn chặn thay đổi hình thể[ theo văn bản {documentNo}][ đến {until}].',
    en: 'A caveat stops changes of shape of parcel[ {no}][ (document {documentNo})][ until {until}].',
  },
  'mortgage.not_current': {
    vi: 'Không có thế chấp đang có hiệu lực như vậy trên thửa này.',
    en: 'There is no such mortgage that holds on this parcel.',
  },
  'caveat.not_current': {
    vi: 'Không có ngăn chặn đang có hiệu lực như vậy trên thửa này.',
    en: 'There is no such caveat that holds on this parcel.',
  },
  'document.in_future': {
    vi: 'Ngày của giấy tờ[ {date}] ở tương lai.',
    en: 'The date of the document[ {date}] is in the future.',
  },
};

export const VERDICT_TEXT: Record<VerdictCode, Readonly<Record<Language, string>>> = { ...PLAIN_TEXT, ...ALL_RULES };

function wordOf(value: unknown, language: Language): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return formatNumber(value, language);
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(', ');
  return String(value);
}

export const verdictSentence = ({ code, facts }: Verdict, language: Language): string =>
  fillSentence(VERDICT_TEXT[code][language], (name) => wordOf(facts[name], language));
