/**
 * Map extract (trích lục bản đồ địa chính), version 1. A sample layout: the official one is not known to us; order of the
 * entries and columns follow what is known of it. Words in Vietnamese: the paper is an official act.
 */
export const MAP_EXTRACT_1 = {
  kind: 'map_extract',
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  serialPrefix: 'TL',
  sampleLayout: true,
  words: {
    title: 'TRÍCH LỤC BẢN ĐỒ ĐỊA CHÍNH',
    number: 'Số: {serial}',
    sample: 'Bố cục mẫu',
    trial: 'Chữ ký thử nghiệm: không có giá trị pháp lý',
    parcelOf: 'THỬA ĐẤT {at}/{of}: THỬA SỐ {no}, TỜ BẢN ĐỒ SỐ {sheet}',
    parcel: '1. Thửa đất số: {no}; tờ bản đồ số: {sheet}; mã thửa đất: {code}',
    place: 'Địa chỉ thửa đất: {place}',
    area: '2. Diện tích: {area}',
    areaComputed: '2. Diện tích tính theo ranh giới: {area} (sổ không ghi diện tích)',
    use: '3. Mục đích sử dụng đất: {use}',
    holders: '4. Người sử dụng đất: {holders}',
    noHolder: 'sổ không ghi',
    holdersLeftOut: 'không thể hiện trên bản này',
    share: '{holder} (phần {share})',
    changes: '5. Những thay đổi so với giấy tờ về quyền sử dụng đất: sổ không ghi',
    drawing: '6. Bản vẽ thửa đất',
    scale: '6.1. Sơ đồ thửa đất, tỷ lệ 1:{scale}; hệ toạ độ {system}',
    dense: 'Chỗ quá dày không ghi số hiệu đỉnh, chiều dài cạnh trên sơ đồ; xem bảng dưới.',
    table: '6.2. Toạ độ đỉnh và chiều dài cạnh',
    columns: ['Số hiệu đỉnh', 'X (Bắc), m', 'Y (Đông), m', 'Cạnh', 'Chiều dài, m'],
    north: 'B',
    issued: 'Lập và in lúc {moment} theo sổ đăng ký. Ký số: {signer}.',
    check: 'Kiểm tra: quét mã, hoặc mở {link}',
    codeLine: 'Mã kiểm tra: {code}',
    page: '{serial} · mã {code} · trang {page}/{pages}',
  },
} as const;
