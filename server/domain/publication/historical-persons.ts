/**
 * People of history after whom streets, communes and hamlets are called, lower case: with a surname and a middle name
 * they read like anybody's name, and nobody of them can be a holder of land. A street that is missing here is not
 * published, and is told by its parcels' sheet and number all the same.
 */
export const HISTORICAL_PERSONS: readonly string[] = `
hai bà trưng|bà triệu|bà huyện thanh quan|bà rịa|bà đen|bà nà|ông ích khiêm
an dương vương|lý nam đế|mai hắc đế|phùng hưng|ngô quyền|đinh tiên hoàng|đinh bộ lĩnh|lê đại hành|lê hoàn
lý thái tổ|lý thái tông|lý thánh tông|lý nhân tông|lý thường kiệt|lý đạo thành|lý tự trọng|lý nam đế
trần thái tông|trần thánh tông|trần nhân tông|trần anh tông|trần hưng đạo|trần quốc toản|trần quang khải
trần nhật duật|trần khánh dư|trần bình trọng|trần nguyên hãn|trần thủ độ|trần khát chân|trần phú|trần đăng ninh
trần quang diệu|trần cao vân|trần tế xương|trần quý cáp|trần huy liệu|trần duy hưng|trần văn giàu|trần văn ơn|trần văn cẩn
phạm ngũ lão|phạm sư mạnh|phạm hồng thái|phạm văn đồng|phạm hùng|phạm ngọc thạch|phạm thế hiển|phạm văn chiêu
lê lợi|lê lai|lê thái tổ|lê thánh tông|lê thánh tôn|lê quý đôn|lê văn hưu|lê văn thịnh|lê hữu trác|lê ngọc hân
lê duẩn|lê hồng phong|lê thanh nghị|lê đức thọ|lê quang đạo|lê văn lương|lê văn sỹ|lê văn việt|lê văn duyệt|lê trọng tấn
lê thị hồng gấm|lê chân|lê hồng sơn|lê văn tám|lê văn thiêm|lê văn hiến
nguyễn trãi|nguyễn du|nguyễn huệ|nguyễn nhạc|nguyễn lữ|nguyễn xí|nguyễn chích|nguyễn biểu|nguyễn hiền|nguyễn cao
nguyễn bỉnh khiêm|nguyễn công trứ|nguyễn đình chiểu|nguyễn khuyến|nguyễn trường tộ|nguyễn tri phương|nguyễn thiện thuật
nguyễn trung trực|nguyễn hữu huân|nguyễn thái học|nguyễn quyền|nguyễn thượng hiền|nguyễn an ninh|nguyễn khắc nhu
nguyễn gia thiều|nguyễn đăng đạo|nguyễn phúc chu|nguyễn cảnh chân|nguyễn phong sắc|nguyễn siêu|nguyễn hữu cầu
nguyễn văn cừ|nguyễn văn linh|nguyễn văn trỗi|nguyễn văn huyên|nguyễn văn siêu|nguyễn văn tố|nguyễn văn lượng|nguyễn văn quá
nguyễn văn đậu|nguyễn văn thoại|nguyễn văn bé|nguyễn văn ngọc|nguyễn thị minh khai|nguyễn thị định|nguyễn thị lưu
nguyễn thị thập|nguyễn thị diệu|nguyễn thị lý|nguyễn thị nhỏ|nguyễn lương bằng|nguyễn chí thanh|nguyễn viết xuân
nguyễn đức cảnh|nguyễn hữu thọ|nguyễn tất thành|nguyễn ái quốc|nguyễn sinh sắc|nguyễn duy trinh|nguyễn tuân|nguyễn khang
võ thị sáu|võ nguyên giáp|võ chí công|võ văn kiệt|võ văn tần|võ văn ngân|võ thành trang|vũ trọng phụng|vũ ngọc phan|vũ tông phan
phan bội châu|phan chu trinh|phan châu trinh|phan đình phùng|phan đình giót|phan huy chú|phan huy ích|phan đăng lưu|phan văn trị
ngô gia tự|ngô thì nhậm|ngô thì sĩ|ngô sĩ liên|ngô tất tố|ngô văn sở|ngô xuân quảng
bùi thị xuân|bùi huy bích|bùi xuân phái|bùi ngọc dương|bùi bằng đoàn|đặng thai mai|đặng tất|đặng dung|đặng tiến đông|đặng văn ngữ
đặng trần côn|đặng thùy trâm|đỗ hành|đỗ đức dục|đỗ nhuận|đỗ ngọc du|đỗ quang|đinh công tráng|đinh lễ|đinh núp|đinh liệt
trịnh hoài đức|trịnh công sơn|trịnh văn bô|trương định|trương hán siêu|trương công định|trương vĩnh ký
hoàng hoa thám|hoàng văn thụ|hoàng văn thái|hoàng quốc việt|hoàng diệu|hoàng ngân|hoàng cầm|hoàng đạo thúy|hoàng thị loan
hồ chí minh|hồ xuân hương|hồ tùng mậu|huỳnh thúc kháng|huỳnh tấn phát|huỳnh văn nghệ|tôn đức thắng|tôn thất tùng|tôn thất thuyết
lương thế vinh|lương văn can|lương ngọc quyến|lương văn nắm|lương đình của|đào duy từ|đào duy anh|đào tấn|thân nhân trung
thân cảnh phúc|thân đức luận|giáp hải|giáp văn phúc|tô hiệu|tô hiến thành|tô vĩnh diện|cao bá quát|cao thắng|chu văn an
chu văn thịnh|đoàn thị điểm|dương đình nghệ|dương quảng hàm|dương văn nga|mạc đĩnh chi|mạc thị bưởi|mạc đăng dung
xuân diệu|xuân thủy|hà huy tập|hà thị khiêm|cù chính lan|la văn cầu|kim đồng|lò văn giá|hoàng sa|trường sa
`
  .trim()
  .split(/[|\n]/);
