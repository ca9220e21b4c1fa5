/**
 * Words of which names of columns in Vietnamese letters are made. A stranger may call a column after a person; a name made
 * of these words is none.
 */
const WORDS = new Set(
  `số tờ thửa đất bản đồ hiệu diện tích pháp lý đo đạc xây dựng sàn loại mã ký mục đích sử dụng sd sdđ tên chủ họ và người tổ chức cộng đồng
  địa chỉ danh xứ vị trí giấy chứng nhận gcn phát hành seri vào sổ nguồn gốc tỷ tỉ lệ xã phường huyện tỉnh đơn hành chính thôn xóm đường
  định cmnd cccd tờ thứ tự stt ghi chú ngày cấp năm sinh giới tính thời hạn hình thức quyền tài sản trạng thái dt mđsd bđ đvhc dc shbđ nhà
  cũ mới hiện quy hoạch riêng chung quản khu vực chu vi nhóm nghĩa vụ giá`.split(/\s+/),
);
const LONGEST = 15;

/** True for a name made of these words; the last one may be cut. */
export function isSpelledColumn(name: string): boolean {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[ _.]/)
    .filter((word) => word !== '');
  if (words.length === 0 || name.length > LONGEST) return false;
  return words.every((word, at) => {
    if (WORDS.has(word)) return true;
    return at > 0 && at === words.length - 1 && [...WORDS].some((known) => known.startsWith(word));
  });
}
