/**
 * What every paper of ours has around what it says, version 1: the page, its head after annex I of Decree 30/2020 (office and number at the
 * left, national title and motto at the right), and the row at its end by which it is checked. A sample layout.
 */
export const FRAME_1 = {
  version: 1,
  page: { widthMm: 210, heightMm: 297, marginMm: 15, footerMm: 5 },
  /** Share of the width that the office has; the national title has the rest. */
  officeShare: 0.44,
  /** The drawing with its bars below it. `frameMm`: room for the coordinates at its frame; `footMm`: for the bars. */
  drawing: { widthMm: 180, heightMm: 115, frameMm: 4, footMm: 7 },
  scales: [100, 200, 500, 1000, 2000, 5000, 10000, 25000, 50000, 100000],
  qrMm: 38,
  words: {
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập – Tự do – Hạnh phúc',
    checkLine: 'Đoạn kiểm tra: 10 cm trên giấy',
    qr: 'Mã QR dẫn tới {link}, kèm xác nhận được ký số của cơ quan cấp',
    plainQr: 'Mã QR dẫn tới {link}',
    drawing:
      'Sơ đồ thửa đất tỷ lệ 1:{scale}, {corners} đỉnh, cạnh dài từ {least} m đến {most} m; hướng Bắc ở phía trên',
  },
} as const;
