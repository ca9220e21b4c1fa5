/** Words of what a holder sees of questions about her certificates. */
export const answerVi = {
  'asked.own':
    'Bạn đã đăng nhập. Số định danh của bạn đã được hệ thống đăng nhập xác nhận; tra cứu thì mở cho mọi người.',
  'asked.title': 'Ai đã hỏi về giấy chứng nhận của bạn',
  'asked.lead':
    'Ngân hàng, tổ chức công chứng có thoả thuận được hỏi giấy chứng nhận còn hiệu lực hay không. Câu trả lời chỉ là có hoặc không, không có tên ai. Muốn biết vì sao họ hỏi, hãy liên hệ tổ chức đó và nêu số hồ sơ.',
  'asked.none': 'Chưa có tổ chức nào hỏi.',
  'asked.col.asked': 'Thời điểm hỏi',
  'asked.col.asker': 'Tổ chức',
  'asked.col.matter': 'Số hồ sơ của tổ chức',
  'asked.col.parcel': 'Thửa đất',
  'asked.col.told': 'Đã trả lời',
  'asked.parcel': 'Thửa {no}, tờ {sheet}, {commune}',
  'asked.current': 'còn hiệu lực',
  'asked.notCurrent': 'không còn hiệu lực',
  'asked.mortgage': 'đang thế chấp',
  'asked.noMortgage': 'không thế chấp',
  'asked.caveat': 'có ngăn chặn',
  'asked.noCaveat': 'không có ngăn chặn',
  'asked.pending': 'có hồ sơ đang giải quyết',
  'asked.noPending': 'không có hồ sơ đang giải quyết',
};
