/** History of a parcel (lịch sử thửa đất), version 1. A sample layout: the official one is not known to us. */
export const PARCEL_HISTORY_1 = {
  kind: 'parcel_history',
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  serialPrefix: 'LS',
  sampleLayout: true,
  words: {
    title: 'LỊCH SỬ THỬA ĐẤT',
    versions: 'Các lần đăng ký của thửa đất',
    versionColumns: ['Từ ngày', 'Đến ngày', 'Tờ, thửa', 'Diện tích', 'Loại đất'],
    present: 'hiện tại',
    from: 'Thửa đất này hình thành từ',
    became: 'Thửa đất này đã trở thành',
    relative: 'Thửa số {no}, tờ bản đồ số {sheet}',
    noRelative: 'Sổ đăng ký không ghi.',
  },
} as const;
