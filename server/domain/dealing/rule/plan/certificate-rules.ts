import type { Rules } from '../rule.ts';

/** Rules of certificates and of the blanks they are printed on. */
export const CERTIFICATE_RULES = {
  'certificate.already_held': {
    severity: 'error',
    vi: 'Quyền này đã có giấy chứng nhận[ số {serial}]: hãy cấp đổi, cấp lại hoặc đính chính.',
    en: 'The right has a certificate already[, {serial}]: exchange, re-issue or correct it.',
  },
  'certificate.not_held': {
    severity: 'error',
    vi: 'Quyền được chọn chưa có giấy chứng nhận: hãy cấp mới.',
    en: 'The chosen right has no certificate: issue one.',
  },
  'certificate.several': {
    severity: 'error',
    vi: 'Các quyền được chọn đứng trên nhiều giấy chứng nhận[ ({serials})]: mỗi hồ sơ giải quyết một giấy.',
    en: 'The chosen rights stand on several certificates[ ({serials})]: a dealing is about one.',
  },
  'certificate.right_of_manager': {
    severity: 'error',
    vi: 'Quyền quản lý không được cấp giấy chứng nhận.',
    en: 'A right of management gets no certificate.',
  },
  'certificate.blank_missing': {
    severity: 'error',
    vi: 'Cần ghi số phát hành của phôi sẽ in.',
    en: 'Say the serial of the blank it is printed on.',
  },
  'certificate.blank_unneeded': {
    severity: 'error',
    vi: 'Thu hồi và huỷ không in phôi mới[: {serial}].',
    en: 'A recall or cancellation prints no blank[: {serial}].',
  },
  'certificate.not_returned': {
    severity: 'error',
    vi: 'Cần thu lại giấy chứng nhận[ số {serial}] và ghi đúng số phát hành của giấy đã thu[ (đang ghi {returned})].',
    en: 'Certificate[ {serial}] has to be handed back, and its serial said[ (said: {returned})].',
  },
  'certificate.document_missing': {
    severity: 'error',
    vi: 'Cần giấy tờ làm căn cứ: thông báo mất giấy, tài liệu chứng minh sai sót, hoặc quyết định.',
    en: 'Say the paper it rests on: notice of the loss, proof of the error, or decision.',
  },
  'certificate.others_on_it': {
    severity: 'warning',
    vi: 'Còn {rights} quyền khác đứng trên giấy chứng nhận[ số {serial}]: các quyền đó cũng cần cấp đổi.',
    en: '{rights} other {rights|right stands|rights stand} on certificate[ {serial}]: exchange {rights|it|them} as well.',
  },
  'certificate.others_lose_it': {
    severity: 'error',
    vi: 'Còn {rights} quyền khác đứng trên giấy chứng nhận[ số {serial}]: hãy đưa tất cả vào cùng hồ sơ.',
    en: '{rights} other {rights|right stands|rights stand} on certificate[ {serial}]: name all of them in the same dealing.',
  },
  'certificate.confirmed_on_it': {
    severity: 'info',
    vi: 'Không in phôi mới: nội dung đính chính được xác nhận tại mục 6 của giấy chứng nhận[ số {serial}].',
    en: 'No new blank: the correction is confirmed in section 6 of certificate[ {serial}].',
  },
  'certificate.serial_taken': {
    severity: 'error',
    vi: 'Số phát hành[ {serial}] đã có trên một giấy chứng nhận.',
    en: 'Serial[ {serial}] stands on a certificate already.',
  },
  'blank.unknown': {
    severity: 'error',
    vi: 'Kho phôi không có phôi số[ {serial}].',
    en: 'The store of blanks knows no blank[ {serial}].',
  },
  'blank.not_given': {
    severity: 'error',
    vi: 'Phôi[ số {serial}] không ở trạng thái đã giao để in[ (đang: {status})].',
    en: 'Blank[ {serial}] is not given out for printing[ (it is: {status})].',
  },
  'reversal.of_certificate': {
    severity: 'error',
    vi: 'Giấy đã in không gỡ được bằng việc hoàn tác: hãy thu hồi hoặc huỷ giấy chứng nhận.',
    en: 'Paper that was printed is not undone: recall or cancel the certificate.',
  },
} as const satisfies Rules;
