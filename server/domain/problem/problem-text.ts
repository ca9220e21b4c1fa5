/** How each problem reads: [title, what happened and what to do], in both languages. */
import type { Language } from '../words/language.ts';
import type { ProblemCode } from './problem.ts';
import { ANSWER_PROBLEM_TEXT } from './problem-text-answer.ts';
import { DEALING_PROBLEM_TEXT } from './problem-text-dealing.ts';
import { DOCUMENT_PROBLEM_TEXT } from './problem-text-document.ts';
import { DOOR_PROBLEM_TEXT } from './problem-text-doors.ts';
import { EDIT_PROBLEM_TEXT } from './problem-text-edit.ts';
import { LOOKUP_PROBLEM_TEXT } from './problem-text-lookup.ts';
import { PAPER_PROBLEM_TEXT } from './problem-text-paper.ts';
import { PARCEL_FILE_PROBLEM_TEXT } from './problem-text-parcel-file.ts';
import { REQUEST_PROBLEM_TEXT } from './problem-text-request.ts';
import { SEARCH_PROBLEM_TEXT } from './problem-text-search.ts';
import { WATCH_PROBLEM_TEXT } from './problem-text-watch.ts';

export const PROBLEM_TEXT: Record<ProblemCode, Record<Language, readonly [title: string, detail: string]>> = {
  ...DEALING_PROBLEM_TEXT,
  ...DOCUMENT_PROBLEM_TEXT,
  ...PAPER_PROBLEM_TEXT,
  ...REQUEST_PROBLEM_TEXT,
  ...DOOR_PROBLEM_TEXT,
  ...LOOKUP_PROBLEM_TEXT,
  ...PARCEL_FILE_PROBLEM_TEXT,
  ...WATCH_PROBLEM_TEXT,
  ...ANSWER_PROBLEM_TEXT,
  ...SEARCH_PROBLEM_TEXT,
  'request.malformed': {
    vi: ['Yêu cầu không đọc được', 'Máy chủ không đọc được yêu cầu này. Hãy kiểm tra lại địa chỉ và nội dung gửi đi.'],
    en: ['The request cannot be read', 'The server could not read this request. Check the address and what was sent.'],
  },
  'request.invalid': {
    vi: ['Yêu cầu chưa đúng', 'Một hoặc nhiều giá trị chưa đúng; danh sách errors cho biết giá trị nào.'],
    en: ['The request is not right', 'One or more values do not fit; the list "errors" names them.'],
  },
  'cursor.invalid': {
    vi: ['Con trỏ trang không hợp lệ', 'Giá trị cursor không do máy chủ này cấp. Hãy bắt đầu lại từ trang đầu.'],
    en: ['The page cursor is not valid', 'This cursor was not issued by this server. Start again from the first page.'],
  },
  'tile.out_of_range': {
    vi: ['Không có mảnh bản đồ này', 'Mức thu phóng phải từ 0 đến 22; x và y phải nằm trong phạm vi của mức đó.'],
    en: ['There is no such tile', 'The zoom must be 0 to 22, and x and y must lie in the range of that zoom.'],
  },
  'idempotency.key_missing': {
    vi: ['Thiếu khoá chống lặp', 'Yêu cầu này phải có header Idempotency-Key, là một mã UUID do nơi gửi tự tạo.'],
    en: ['No idempotency key', 'This request must carry an Idempotency-Key header, a UUID made by the sender.'],
  },
  'batch.not_found': {
    vi: ['Không tìm thấy lô dữ liệu', 'Không có lô dữ liệu này, hoặc nó không thuộc xã, phường bạn phụ trách.'],
    en: ['No such batch', 'There is no such batch, or it is not of a commune you serve.'],
  },
  'record.not_found': {
    vi: ['Không tìm thấy bản ghi', 'Lô dữ liệu không có bản ghi như vậy, hoặc bản ghi không ở trạng thái phù hợp.'],
    en: ['No such record', 'The batch has no such record, or it is not in a state for this.'],
  },
  'correction.not_found': {
    vi: ['Không tìm thấy đề xuất sửa', 'Lô dữ liệu không có đề xuất sửa như vậy để quyết định.'],
    en: ['No such correction', 'The batch has no such correction to decide on.'],
  },
  ...EDIT_PROBLEM_TEXT,
  'proposal.not_found': {
    vi: ['Không có đề nghị này', 'Lô dữ liệu không có đề nghị nào như vậy; có thể nó đã được quyết định.'],
    en: ['No such proposal', 'The batch has no such proposal; it may have been decided already.'],
  },
  'batch.step_refused': {
    vi: ['Chưa làm được bước này', 'Lô dữ liệu đang ở trạng thái không cho phép bước này; xem state và allowed.'],
    en: ['Not now', 'The batch is in a state that does not allow this step; see state and allowed.'],
  },
  'batch.blocked': {
    vi: [
      'Lô dữ liệu còn lỗi chặn',
      'Còn bản ghi bị chặn, hoặc không còn bản ghi nào để đăng ký. Hãy sửa hoặc loại các bản ghi đó rồi thử lại.',
    ],
    en: [
      'Something blocks the batch',
      'Some records are blocked, or none is left to register. Correct them or leave them out, then try again.',
    ],
  },
  'batch.built_upon': {
    vi: [
      'Đã có biến động sau đó',
      'Một số thửa đất của lô này đã có thay đổi được đăng ký sau, nên không thể thu hồi cả lô. Xem danh sách errors.',
    ],
    en: [
      'Something later stands on it',
      'Parcels of this batch were changed by later dealings, so it cannot be taken back whole. The list "errors" names them.',
    ],
  },
  'batch.own_proposal': {
    vi: ['Cần người thứ hai', 'Người đề nghị không được tự phê duyệt đề nghị của mình.'],
    en: ['A second person is needed', 'Who made a proposal does not approve it.'],
  },
  'dealing.id_taken': {
    vi: ['Mã hồ sơ đã được dùng', 'Mã dealingId này đã được dùng cho một việc khác. Hãy tạo mã mới.'],
    en: ['The dealing id is taken', 'This dealingId was used for something else. Make a new one.'],
  },
  'version.stale': {
    vi: ['Dữ liệu đã thay đổi', 'Có người đã thay đổi sau khi bạn mở trang. Hãy tải lại rồi quyết định lại.'],
    en: ['It has changed meanwhile', 'Somebody changed this after you looked at it. Load it again and decide anew.'],
  },
  'idempotency.key_reused': {
    vi: ['Khoá chống lặp đã dùng', 'Idempotency-Key này đã được dùng cho một yêu cầu khác. Hãy tạo khoá mới.'],
    en: ['The idempotency key was used', 'This Idempotency-Key was used for another request. Make a new one.'],
  },
  'sign_in.failed': {
    vi: [
      'Đăng nhập chưa thành công',
      'Lần đăng nhập này đã quá hạn, bị huỷ hoặc đã dùng rồi. Hãy đăng nhập lại từ đầu.',
    ],
    en: ['Sign-in did not succeed', 'This sign-in is too old, was cancelled or was used already. Sign in again.'],
  },
  'sign_out.refused': {
    vi: ['Thông báo đăng xuất không hợp lệ', 'Thông báo đăng xuất không do hệ thống định danh của sổ này phát hành.'],
    en: ['The logout notice is not valid', 'The logout token was not issued by this register’s identity provider.'],
  },
  'auth.required': {
    vi: ['Cần đăng nhập', 'Địa chỉ này dành cho người đã đăng nhập. Hãy đăng nhập, hoặc gửi kèm bearer token.'],
    en: ['Sign in first', 'This address is for signed-in users. Sign in, or send a bearer token.'],
  },
  'token.refused': {
    vi: [
      'Token không được chấp nhận',
      'Token đã hết hạn, đã bị thu hồi hoặc không được cấp cho hệ thống này. Hãy lấy token mới.',
    ],
    en: [
      'The token is not accepted',
      'The token has expired, was revoked, or was not made for this service. Get a new one.',
    ],
  },
  'session.expired': {
    vi: ['Phiên làm việc đã kết thúc', 'Phiên làm việc đã hết hạn hoặc đã đăng xuất. Hãy đăng nhập lại để làm tiếp.'],
    en: ['The session has ended', 'The session has expired or was signed out. Sign in again to go on.'],
  },
  'auth.forbidden': {
    vi: ['Không có quyền', 'Tài khoản này không có vai trò hoặc không phụ trách xã, phường cần thiết cho việc này.'],
    en: ['Not allowed', 'This account does not have the role, or does not serve the commune, that this needs.'],
  },
  'csrf.refused': {
    vi: [
      'Yêu cầu đến từ trang khác',
      'Yêu cầu dùng phiên đăng nhập nhưng không xuất phát từ trang của hệ thống này nên bị từ chối.',
    ],
    en: ['The request came from another site', 'A request that uses a session must come from a page of this service.'],
  },
  'publication.closed': {
    vi: [
      'Không công bố qua đường này',
      'Chính sách công bố dữ liệu hiện không mở thông tin này cho mọi người. Có thể tra cứu từng thửa đất, hoặc đề nghị cơ quan quản lý đất đai cung cấp theo quy định.',
    ],
    en: [
      'Not published here',
      'The publication policy in force does not open this to everybody. Look parcels up one by one, or ask the land office for the data.',
    ],
  },
  'route.not_found': {
    vi: ['Không có địa chỉ này', 'Địa chỉ không tồn tại. Xem danh sách các địa chỉ tại /api/docs.'],
    en: ['No such address', 'This address does not exist. The list of addresses is at /api/docs.'],
  },
  'method.not_allowed': {
    vi: [
      'Địa chỉ này không nhận phương thức đó',
      'Phương thức HTTP của yêu cầu không dùng được ở địa chỉ này. Header Allow cho biết những phương thức dùng được.',
    ],
    en: [
      'This address does not take that method',
      'The HTTP method of the request cannot be used at this address. The Allow header names those that can.',
    ],
  },
  'parcel.not_found': {
    vi: ['Không tìm thấy thửa đất', 'Không có thửa đất nào mang mã này vào ngày được hỏi.'],
    en: ['No such parcel', 'No parcel has this identifier on the day asked about.'],
  },
  'list.not_found': {
    vi: ['Không có danh mục này', 'Danh mục được hỏi không tồn tại.'],
    en: ['No such list', 'The reference list asked for does not exist.'],
  },
  'commune.not_found': {
    vi: [
      'Không có đơn vị hành chính này',
      'Mã này không phải của xã, phường, thị trấn nào, hiện nay hay trước đây. Xem danh sách tại /api/communes.',
    ],
    en: ['No such commune', 'No commune-level unit, present or former, has this code. The list is at /api/communes.'],
  },
  'request.too_slow': {
    vi: ['Yêu cầu gửi quá chậm', 'Yêu cầu không đến đủ trong thời gian cho phép. Hãy gửi lại.'],
    en: ['The request came too slowly', 'The request did not arrive within the time allowed. Send it again.'],
  },
  'request.too_large': {
    vi: ['Nội dung quá lớn', 'Nội dung gửi đi lớn hơn mức cho phép.'],
    en: ['The content is too large', 'What was sent is larger than allowed.'],
  },
  'address.too_long': {
    vi: ['Địa chỉ quá dài', 'Địa chỉ hoặc một phần của địa chỉ dài hơn mức cho phép.'],
    en: ['The address is too long', 'The address or a part of it is longer than allowed.'],
  },
  'media.unsupported': {
    vi: ['Không nhận loại nội dung này', 'Máy chủ chỉ nhận application/json ở địa chỉ này.'],
    en: ['Unsupported type of content', 'This address takes application/json only.'],
  },
  'query.not_understood': {
    vi: [
      'Chưa hiểu câu hỏi',
      'Hãy nhập mã thửa đất (12 ký tự), hoặc số tờ và số thửa, ví dụ “tờ 12 thửa 345” hay “12/345”.',
    ],
    en: [
      'The question was not understood',
      'Enter a parcel code (12 characters), or sheet and parcel number, such as "tờ 12 thửa 345" or "12/345".',
    ],
  },
  'rate.limited': {
    vi: ['Quá nhiều yêu cầu', 'Có quá nhiều yêu cầu từ địa chỉ mạng này. Hãy đợi một lát rồi thử lại.'],
    en: ['Too many requests', 'There were too many requests from this network address. Wait a moment and try again.'],
  },
  'headers.too_large': {
    vi: ['Phần đầu yêu cầu quá lớn', 'Phần đầu (header) của yêu cầu lớn hơn mức cho phép.'],
    en: ['The headers are too large', 'The headers of the request are larger than allowed.'],
  },
  internal: {
    vi: ['Lỗi của máy chủ', 'Máy chủ gặp lỗi; yêu cầu chưa được thực hiện. Lỗi đã được ghi lại, xin thử lại sau.'],
    en: [
      'Server error',
      'The server failed and the request was not carried out. The failure is recorded; try again later.',
    ],
  },
  'identity.unavailable': {
    vi: [
      'Hệ thống định danh không trả lời',
      'Tạm thời không kiểm tra được quyền của tài khoản. Hãy thử lại sau vài giây.',
    ],
    en: [
      'The identity provider does not answer',
      'Rights cannot be checked at the moment. Try again in a few seconds.',
    ],
  },
  'service.busy': {
    vi: ['Máy chủ đang bận', 'Quá nhiều việc cùng lúc, hay việc này chờ quá lâu nên đã dừng. Thử lại sau vài giây.'],
    en: ['The server is busy', 'Too much at once, or this waited too long. Try again in a few seconds.'],
  },
  'service.unavailable': {
    vi: ['Tạm thời không phục vụ được', 'Cơ sở dữ liệu tạm thời không trả lời. Hãy thử lại sau vài giây.'],
    en: ['Temporarily unavailable', 'The database does not answer at the moment. Try again in a few seconds.'],
  },
  'upload.metadata_invalid': {
    vi: [
      'Thông tin kèm tệp chưa đúng',
      'Upload-Metadata thiếu hoặc sai giá trị; danh sách errors cho biết giá trị nào.',
    ],
    en: ['What came with the file is not right', 'Upload-Metadata lacks a value or has a wrong one; see "errors".'],
  },
  'upload.request_invalid': {
    vi: [
      'Yêu cầu tải lên chưa đúng',
      'Yêu cầu không theo giao thức tus 1.0: thiếu hoặc sai một header của tệp tải lên.',
    ],
    en: ['The upload request is not right', 'It does not follow tus 1.0: a header of the upload is missing or wrong.'],
  },
  'upload.not_found': {
    vi: ['Không tìm thấy tệp đang tải lên', 'Không có tệp nào của bạn đang tải lên ở địa chỉ này.'],
    en: ['No such upload', 'There is no upload of yours at this address.'],
  },
  'upload.offset_conflict': {
    vi: ['Sai vị trí nối tiếp', 'Upload-Offset khác số byte đã nhận. Hãy hỏi lại bằng HEAD rồi gửi tiếp từ đó.'],
    en: ['Not the place to go on', 'Upload-Offset is not what is there. Ask by HEAD and go on from that.'],
  },
  'upload.received': {
    vi: ['Tệp đã được nhận', 'Tệp này đã tải lên xong và đã thành một lô dữ liệu; không gửi thêm hay huỷ được nữa.'],
    en: ['The file was received', 'This upload is whole and has become a batch; nothing can be added or given up.'],
  },
  'upload.gone': {
    vi: ['Lần tải lên đã kết thúc', 'Tệp này đã hết hạn, bị huỷ hoặc bị từ chối; các byte đã bị xoá. Hãy tải lên lại.'],
    en: ['The upload is over', 'It has expired, was given up or refused, and its bytes are removed. Begin again.'],
  },
  'upload.version_unsupported': {
    vi: ['Sai phiên bản tus', 'Máy chủ dùng tus 1.0.0; yêu cầu phải có header Tus-Resumable: 1.0.0.'],
    en: ['Another version of tus', 'This server speaks tus 1.0.0; the request must carry Tus-Resumable: 1.0.0.'],
  },
  'upload.too_large': {
    vi: ['Tệp quá lớn', 'Tệp lớn hơn mức cho phép đối với vai trò của bạn, hoặc gửi nhiều byte hơn đã khai.'],
    en: ['The file is too large', 'It is larger than your role may send, or more bytes came than were announced.'],
  },
  'upload.taken': {
    vi: ['Tệp đang được gửi ở nơi khác', 'Một yêu cầu khác đang ghi vào tệp này. Hãy thử lại sau một giây.'],
    en: ['Somebody is sending it already', 'Another request is writing to this upload. Try again in a second.'],
  },
  'upload.quota_exceeded': {
    vi: ['Đang tải lên quá nhiều', 'Các tệp bạn đang tải lên dở đã đạt giới hạn. Hãy hoàn thành hoặc huỷ bớt.'],
    en: ['Too much on the way', 'Your unfinished uploads have reached the limit. Finish or give up some of them.'],
  },
  'upload.digest_mismatch': {
    vi: [
      'Tệp bị sai khác khi truyền',
      'SHA-256 của tệp nhận được khác giá trị đã khai. Tệp đã bị xoá, xin tải lên lại.',
    ],
    en: ['The file changed on the way', 'Its SHA-256 is not the announced one. The file was removed; upload it again.'],
  },
  'upload.no_room': {
    vi: ['Máy chủ hết chỗ chứa', 'Máy chủ không còn đủ chỗ cho tệp này. Hãy báo quản trị và thử lại sau.'],
    en: ['No room on the server', 'The server has no room for this file. Tell its operator, and try again later.'],
  },
};
