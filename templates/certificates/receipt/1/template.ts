/** Receipt of a request (giấy tiếp nhận hồ sơ và hẹn trả kết quả), version 1. A sample layout: the official one is not known to us. */
export const RECEIPT_1 = {
  kind: 'receipt',
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  serialPrefix: 'BN',
  sampleLayout: true,
  words: {
    title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    reference: 'Mã hồ sơ',
    received: 'Nhận lúc',
    by: 'Người nộp',
    what: 'Nội dung yêu cầu',
    parcel: 'Thửa đất',
    due: 'Hẹn trả kết quả ngày',
    fee: 'Phí, lệ phí',
    delivery: 'Hình thức nhận kết quả',
    follow: 'Theo dõi hồ sơ: mở {link}, nhập mã hồ sơ và mã bí mật đã nhận khi nộp.',
    kept: 'Hãy giữ giấy này. Thời gian chờ nộp phí hoặc bổ sung giấy tờ không tính vào thời hạn giải quyết.',
  },
} as const;
