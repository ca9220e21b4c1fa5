/** Words of the help for citizens, in Vietnamese. What stands in braces is a word of the page that is told of. */
export const helpVi = {
  'help.title': 'Trợ giúp',
  'help.description': 'Cách tra cứu thửa đất, xin trích lục, theo dõi hồ sơ và kiểm tra giấy tờ đất đai.',
  'help.lead':
    'Mọi việc dưới đây đều làm được trên điện thoại. Chỉ khi xem thông tin của chính mình, bạn mới cần tài khoản.',
  'help.contents': 'Bạn muốn làm gì?',

  'help.find': 'Tìm một thửa đất',
  'help.find.1':
    'Ghi vào ô hỏi số tờ và số thửa như trên giấy chứng nhận, ví dụ “tờ 12 thửa 345”, rồi bấm “{askButton}”.',
  'help.find.2':
    'Cũng tìm được bằng mã thửa 12 ký tự, tên xã, phường, thôn, đường, hoặc toạ độ. Tên xã cũ vẫn dùng được.',
  'help.find.3':
    'Có nhiều thửa cùng số tờ, số thửa thì trang cho bạn chọn: mỗi dòng ghi rõ tờ bản đồ được đánh số ở đâu.',
  'help.find.4': 'Trên bản đồ, chạm vào một thửa để xem thông tin. Nếu bản đồ chưa hiện, bấm “{openMap}”.',
  'help.find.go': 'Tra cứu thửa đất',

  'help.read': 'Hiểu trang của một thửa đất',
  'help.read.1':
    '“{legalArea}” là con số có giá trị pháp lý. “{area}” tính từ các góc thửa trên bản đồ, chỉ để đối chiếu; hai số có thể lệch nhau.',
  'help.read.2':
    'Trang không cho biết ai là người sử dụng đất, đất có thế chấp hay tranh chấp hay không. Muốn biết, hãy xin phiếu thông tin; cơ quan đăng ký xét theo bạn là ai.',
  'help.read.3': 'Trang này để tra cứu, không thay cho giấy chứng nhận hay trích lục.',
  'help.read.go': 'Những gì được công khai, những gì không',

  'help.ask': 'Xin trích lục, phiếu thông tin, bản sao giấy chứng nhận',
  'help.ask.1': 'Chuẩn bị: số tờ và số thửa, số định danh của bạn (doanh nghiệp: mã số), mục đích sử dụng thông tin.',
  'help.ask.2': 'Bấm “{start}” và trả lời từng câu. Trước khi gửi, bạn xem lại và sửa được mọi câu trả lời.',
  'help.ask.3':
    'Gửi xong, trang hiện số hồ sơ và mã theo dõi. Hãy ghi lại mã ngay: chúng tôi không lưu mã và không gửi lại được qua mạng.',
  'help.ask.4': 'Nếu phải nộp phí, số tiền hiện ở trang theo dõi; hồ sơ được làm tiếp sau khi phí đã nộp.',
  'help.ask.5':
    'Tên người sử dụng đất chỉ ghi trên bản cấp cho chính người đó, cho người được họ đồng ý bằng văn bản, hoặc cho cơ quan có thẩm quyền.',
  'help.ask.go': 'Xin giấy tờ, xem thời hạn và phí',

  'help.follow': 'Theo dõi hồ sơ, nhận kết quả',
  'help.follow.1': 'Nhập số hồ sơ và mã theo dõi, rồi bấm “{followButton}”. Mã có hay không có dấu gạch nối đều được.',
  'help.follow.2':
    'Khi ghi “{fulfilled}” và bạn đã chọn tải về, bấm “{download}”. Bản có chữ ký số là bản gốc; hãy giữ nguyên tệp.',
  'help.follow.3': 'Bị từ chối thì lý do hiện ở trang này. Bạn gửi được hồ sơ mới.',
  'help.follow.4': 'Mất mã: mang giấy tờ tuỳ thân đến cơ quan đăng ký đất đai để được cấp mã mới.',
  'help.follow.go': 'Theo dõi hồ sơ',

  'help.check': 'Kiểm tra một giấy tờ có thật không',
  'help.check.1': 'Quét mã QR trên giấy bằng máy ảnh của điện thoại, hoặc nhập mã in trên giấy và bấm “{checkButton}”.',
  'help.check.2': 'So số, ngày cấp và cơ quan cấp với giấy bạn đang cầm: mã có thể bị chép sang giấy giả.',
  'help.check.3':
    '“{superseded}”: sổ đã thay đổi sau khi cấp, hãy xin bản mới. “{revoked}”, hoặc “{unknown}” dù mã đã nhập đúng: đừng dựa vào giấy đó.',
  'help.check.4': 'Có tệp PDF thì kiểm tra được cả chữ ký. Tệp được đọc trên máy của bạn và không gửi đi đâu.',
  'help.check.go': 'Kiểm tra giấy tờ',

  'help.mine': 'Thông tin của chính bạn',
  'help.mine.1':
    'Nếu tài khoản của bạn có số định danh đã được xác nhận, trang “{account}” cho thấy đất đứng tên bạn, hồ sơ và giấy tờ ghi tên bạn.',
  'help.mine.2': 'Ở đó cũng ghi ai đã xem thông tin của bạn và để làm gì.',
  'help.mine.3': 'Đăng nhập xong trên máy dùng chung, nhớ bấm “{signOut}”.',
  'help.mine.go': 'Vào trang tài khoản',

  'help.wrong': 'Thông tin sai, hoặc cần gặp cán bộ',
  'help.wrong.1':
    'Sổ đăng ký không sửa được qua trang này. Hãy mang giấy tờ đến cơ quan đăng ký đất đai nơi có đất và nêu mã thửa hoặc số tờ, số thửa.',
  'help.wrong.2': 'Trang báo lỗi thì ghi lại “Mã lỗi” ở cuối trang; cán bộ cần mã đó để tìm nguyên nhân.',
  'help.wrong.3':
    'Không dùng được bản đồ: mọi nội dung đều có ở dạng trang chữ. Trang “{about}” nói cách dùng bàn phím và trình đọc màn hình.',
  'help.wrong.go': 'Về dữ liệu và quyền riêng tư',

  'guide.description': 'Hướng dẫn dùng bàn làm việc của cơ quan đăng ký đất đai, theo từng việc.',
  'guide.all': 'Mọi hướng dẫn',
  'guide.contents': 'Các việc trong trang này',
  'guide.vietnameseOnly': 'Hướng dẫn ở bàn làm việc chỉ có tiếng Việt.',
} as const;
