/**
 * Request for land information (Mẫu số 14, NĐ 151/2025), filled in, version 1. Order and questions follow what is known of the form; its exact
 * layout is not known to us: a sample layout.
 */
export const REQUEST_FORM_1 = {
  kind: 'request_form',
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  serialPrefix: 'YC',
  sampleLayout: true,
  words: {
    form: 'Mẫu số 14',
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập – Tự do – Hạnh phúc',
    title: 'PHIẾU YÊU CẦU CUNG CẤP THÔNG TIN, DỮ LIỆU ĐẤT ĐAI',
    reference: 'Mã hồ sơ: {reference}',
    to: 'Kính gửi: {office}',
    name: '1. Tên tổ chức, cá nhân yêu cầu',
    person: 'Số định danh cá nhân',
    organisation: 'Mã số doanh nghiệp, số quyết định thành lập',
    address: '2. Địa chỉ',
    contact: '3. Số điện thoại; thư điện tử',
    list: '4. Danh mục và nội dung thông tin, dữ liệu cần cung cấp',
    parcel: 'Thửa đất',
    content: 'Nội dung',
    purpose: '5. Mục đích sử dụng thông tin, dữ liệu',
    delivery: '6. Hình thức khai thác, nhận kết quả',
    copies: 'Số bộ: {n}',
    undertaking:
      '7. Tôi cam đoan không sử dụng thông tin, dữ liệu được cung cấp trái với quy định của pháp luật và không sử dụng vào mục đích khác với mục đích nêu trên.',
    place: 'Ngày {day}',
    signature: 'NGƯỜI YÊU CẦU',
    sign: '(Ký, ghi rõ họ tên; tổ chức đóng dấu)',
    sentOnline: 'Gửi trực tuyến lúc {moment}, không cần chữ ký tay.',
    officePart: 'PHẦN GHI CỦA CƠ QUAN TIẾP NHẬN',
    received: 'Nhận lúc',
    due: 'Hẹn trả kết quả ngày',
    receivedBy: 'Người nhận',
    none: '–',
    ways: {
      download: 'bản điện tử, tải về bằng mã',
      counter: 'nhận tại bộ phận một cửa',
      post: 'gửi qua bưu điện: {address}',
    },
    kinds: {
      map_extract: 'Trích lục bản đồ địa chính',
    } as Readonly<Record<string, string>>,
    fees: {
      undecided: 'chưa xác định',
      due: 'phải nộp[ {amount}]',
      paid: 'đã nộp[ {amount}]',
      waived: 'được miễn',
    },
    parcelOf: 'Thửa đất số {no}, tờ bản đồ số {sheet}, {commune}',
  },
} as const;
