/** Vietnamese: the complete list of words; every other language must have the same keys. */
export const vi = {
  'map.label':
    'Bản đồ thửa đất. Dùng phím mũi tên để di chuyển, + và − để phóng to, thu nhỏ, Enter để chọn thửa ở giữa.',
  'map.zoomIn': 'Phóng to',
  'map.zoomOut': 'Thu nhỏ',
  'map.loading': 'Đang tải bản đồ…',
  'map.failed': 'Bản đồ chưa tải đủ.',
  'map.retry': 'Tải lại',
  'map.broken': 'Không mở được bản đồ. Hãy tải lại trang.',
  'card.close': 'Đóng',
  'card.title': 'Tờ {sheet}, thửa {no}',
  'card.loading': 'Đang tìm thông tin thửa đất…',
  'card.nothing': 'Không có thửa đất đã đăng ký tại điểm này.',
  'card.commune': 'Xã, phường',
  'card.numberedIn': 'Tờ bản đồ được đánh số tại',
  'card.address': 'Địa chỉ thửa đất',
  'card.area': 'Diện tích tính từ bản đồ',
  'card.legalArea': 'Diện tích đã đăng ký',
  'card.landUse': 'Loại đất',
  'card.code': 'Mã thửa đất',
  'card.noPerson': 'Thông tin về người sử dụng đất không được công khai.',
  'call.network': 'Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.',
} as const;

export type WordKey = keyof typeof vi;
