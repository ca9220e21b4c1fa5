/** Words of thematic layers in Vietnamese. */
export const layerVi = {
  'layers.title': 'Các lớp chuyên đề trên thửa đất',
  'layers.none': 'Không thấy phần chung với: {layers}.',
  'layers.source': 'Nguồn: {source}. Số liệu ngày {day}. Giấy phép: {licence}.',
  'layers.more': 'và {count} đối tượng khác',
  'layers.note':
    'So sánh hai bản đồ số, phần chung hẹp hơn sai số bản đồ không được nêu. Kết quả để tham khảo, không thay cho ý kiến của cơ quan quản lý chuyên ngành.',
} as const;
