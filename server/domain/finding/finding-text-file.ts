/** Sentences about a file as a whole: what it is, and what is inside it. */
import type { FindingCode } from './finding.ts';
import type { FindingSentences } from './finding-words.ts';

export const FILE_TEXT = {
  'file.not_found': {
    vi: { says: 'Không tìm thấy tệp.', wayOut: 'Hãy kiểm tra đường dẫn và tên tệp.' },
    en: { says: 'The file was not found.', wayOut: 'Check the path and the name.' },
  },
  'file.kind_unsupported': {
    vi: {
      says: 'Hệ thống chưa đọc được loại tệp này[ (đuôi {extension})].',
      wayOut:
        'Hãy xuất lớp thửa đất ra shapefile (.shp, .shx, .dbf cùng tên, để rời hoặc nén trong một tệp .zip), GeoPackage, GeoJSON, GML, .gdb.zip hoặc XML trao đổi.',
    },
    en: {
      says: 'This kind of file cannot be read yet[ (extension {extension})].',
      wayOut:
        'Export the parcels as a shapefile (.shp, .shx and .dbf of one name, loose or in one .zip), a GeoPackage, GeoJSON, GML, .gdb.zip or exchange XML.',
    },
  },
  'file.not_a_zip': {
    vi: {
      says: 'Tệp mang đuôi .zip nhưng không phải tệp nén zip.',
      wayOut: 'Hãy mở thử tệp trên máy; nếu là .rar hoặc .7z, hãy giải nén rồi nén lại thành .zip.',
    },
    en: {
      says: 'The file is called .zip but is not a zip archive.',
      wayOut: 'Try to open it on your computer; if it is .rar or .7z, unpack it and zip it again.',
    },
  },
  'file.zip_damaged': {
    vi: { says: 'Tệp zip bị hỏng, không giải nén được trọn vẹn.', wayOut: 'Hãy sao chép lại từ nguồn hoặc nén lại.' },
    en: {
      says: 'The zip archive is damaged and cannot be unpacked whole.',
      wayOut: 'Copy it from its source again, or make it anew.',
    },
  },
  'file.zip_empty': {
    vi: { says: 'Tệp zip không chứa tệp nào.', wayOut: 'Hãy nén lại với đủ .shp, .shx và .dbf.' },
    en: { says: 'The zip archive contains no file.', wayOut: 'Zip again, with .shp, .shx and .dbf.' },
  },
  'file.zip_bomb': {
    vi: {
      says: 'Tệp zip có cấu tạo bất thường (quá nhiều tệp, nén quá mức hoặc các tệp chồng lên nhau) nên không được giải nén[; dữ liệu sẽ phình ra gấp {ratio} lần].',
      wayOut: 'Hãy nén lại bằng công cụ thông thường, chỉ gồm .shp, .shx, .dbf, .prj và .cpg.',
    },
    en: {
      says: 'The zip archive is built like a trap (too many files, packed too tightly, or files that share bytes) and was not unpacked[; it would grow {ratio} times].',
      wayOut: 'Zip again with an ordinary program, only .shp, .shx, .dbf, .prj and .cpg.',
    },
  },
  'file.zip_unsafe_name': {
    vi: {
      says: 'Trong tệp zip có tên tệp không an toàn[ (mục thứ {entry})]: tên rỗng, dẫn ra ngoài thư mục, hoặc là liên kết.',
      wayOut: 'Hãy nén lại với tên tệp bình thường, không kèm đường dẫn hay liên kết.',
    },
    en: {
      says: 'The zip archive holds an unsafe name[ (entry {entry})]: empty, leading outside the folder, or a link.',
      wayOut: 'Zip again with plain file names, without paths or links.',
    },
  },
  'file.zip_duplicate_name': {
    vi: {
      says: 'Trong tệp zip có hai tệp trùng tên[ (mục thứ {entry})]; chữ hoa và chữ thường được coi là như nhau.',
      wayOut: 'Hãy giữ lại một tệp đúng rồi nén lại.',
    },
    en: {
      says: 'Two files in the zip archive have the same name[ (entry {entry})]; capitals make no difference.',
      wayOut: 'Keep the right one and zip again.',
    },
  },
  'file.zip_encrypted': {
    vi: { says: 'Tệp zip được đặt mật khẩu.', wayOut: 'Hãy nén lại không dùng mật khẩu.' },
    en: { says: 'The zip archive is protected by a password.', wayOut: 'Zip again without a password.' },
  },
  'file.zip_nested': {
    vi: {
      says: 'Trong tệp zip còn một tệp nén khác[ (mục thứ {entry})].',
      wayOut: 'Hãy giải nén hết rồi nén lại một lớp.',
    },
    en: { says: 'The zip archive holds another archive[ (entry {entry})].', wayOut: 'Unpack everything and zip once.' },
  },
  'file.zip_method': {
    vi: {
      says: 'Tệp zip được nén theo một cách hệ thống không đọc được, chẳng hạn kiểu bzip hay LZMA.',
      wayOut: 'Hãy nén lại bằng công cụ thông thường của máy, kiểu nén mặc định.',
    },
    en: {
      says: 'The zip archive is packed by a method that is not read, such as bzip2 or LZMA.',
      wayOut: 'Zip again with the ordinary program of your computer, by its default method.',
    },
  },
  'file.zip_several_sets': {
    vi: {
      says: 'Có nhiều shapefile đi cùng nhau[ ({sets} tệp .shp)]; hệ thống không tự đoán cần nhập tệp nào.',
      wayOut: 'Hãy để mỗi shapefile trong một tệp .zip riêng rồi nhập lần lượt.',
    },
    en: {
      says: 'Several shapefiles came together[ ({sets} .shp files)]; which one is meant is not guessed.',
      wayOut: 'Put each shapefile into its own .zip and import them one by one.',
    },
  },
  'file.member_ignored': {
    vi: {
      says: 'Một phần đi kèm không được đọc[: {reason}][ ({column})].',
      wayOut: 'Không cần làm gì nếu không dùng đến; nếu cần, hãy nhập riêng phần đó.',
    },
    en: {
      says: 'Something that came along was not read[: {reason}][ ({column})].',
      wayOut: 'Nothing to do if it is not needed; otherwise import it on its own.',
    },
  },
  'file.too_large': {
    vi: {
      says: 'Tệp quá lớn[: {bytes}, mức cho phép {limitBytes}].',
      wayOut: 'Hãy chia theo tờ bản đồ rồi nhập từng phần.',
    },
    en: {
      says: 'The file is too large[: {bytes}, allowed {limitBytes}].',
      wayOut: 'Split it by sheet and import the parts.',
    },
  },
  'file.no_records': {
    vi: { says: 'Tệp không có bản ghi nào.', wayOut: 'Hãy kiểm tra điều kiện lọc khi xuất dữ liệu rồi xuất lại.' },
    en: { says: 'The file holds no record.', wayOut: 'Check the filter of the export, then export again.' },
  },
  'file.no_parcel_number_column': {
    vi: {
      says: 'Bảng thuộc tính không có cột số thửa[; các cột hiện có: {columns}].',
      wayOut: 'Hãy đặt tên cột số thửa là SHTHUA rồi xuất lại.',
    },
    en: {
      says: 'The attribute table has no column of parcel numbers[; its columns are {columns}].',
      wayOut: 'Name that column SHTHUA and export again.',
    },
  },
  'file.no_sheet_number': {
    vi: {
      says: 'Không biết tệp thuộc tờ bản đồ nào: bảng thuộc tính không có cột số tờ[; các cột hiện có: {columns}].',
      wayOut: 'Hãy thêm cột SHBANDO, hoặc cho biết số tờ bằng --sheet.',
    },
    en: {
      says: 'Which sheet the file belongs to is unknown: the attribute table has no column of sheet numbers[; its columns are {columns}].',
      wayOut: 'Add a column SHBANDO, or give the number with --sheet.',
    },
  },
  'file.columns_unused': {
    vi: {
      says: 'Các cột không được dùng đến[ ({unused} cột)][: {columns}].',
      wayOut: 'Nội dung vẫn được lưu cùng bản gốc; nếu cột nào cần dùng, hãy đổi tên cột ở phần mềm gốc rồi xuất lại.',
    },
    en: {
      says: 'Columns that are not used[ ({unused} of them)][: {columns}].',
      wayOut:
        'What they hold is kept with the original; if one is needed, rename it in the original program and export again.',
    },
  },
  'file.geojson_damaged': {
    vi: {
      says: 'Tệp GeoJSON không đúng cấu trúc[ (dòng {line})].',
      wayOut: 'Hãy xuất lại GeoJSON từ phần mềm gốc, bảng mã UTF-8.',
    },
    en: {
      says: 'The GeoJSON is not well formed[ (line {line})].',
      wayOut: 'Export it again from the original program, in UTF-8.',
    },
  },
  'file.container_damaged': {
    vi: {
      says: 'Không đọc trọn được tệp này.',
      wayOut: 'Hãy mở tệp bằng phần mềm gốc và xuất lại, hoặc xuất ra shapefile.',
    },
    en: {
      says: 'This file could not be read to its end.',
      wayOut: 'Open it in the program it came from and export it again, or export a shapefile.',
    },
  },
  'file.no_layer': {
    vi: {
      says: 'Tệp không có lớp vùng nào.',
      wayOut: 'Thửa đất phải là vùng: hãy xuất lớp thửa đất, không phải lớp đường hay bảng.',
    },
    en: {
      says: 'No layer of this file holds areas.',
      wayOut: 'Parcels are areas: export the layer of the parcels, not of lines or a table.',
    },
  },
  'file.several_layers': {
    vi: {
      says: 'Tệp có nhiều lớp có thể là thửa đất.',
      wayOut: 'Hãy xuất riêng lớp cần nhập ra một tệp.',
    },
    en: {
      says: 'This file has several layers that may be the parcels.',
      wayOut: 'Export the one that is meant into a file of its own.',
    },
  },
  'file.xml_damaged': {
    vi: {
      says: 'Tệp XML không đúng cấu trúc, hoặc có phần không được nhận[ (dòng {line})].',
      wayOut: 'Hãy xuất lại tệp từ phần mềm gốc: bảng mã UTF-8, không khai báo DOCTYPE, mỗi trường chỉ ghi một lần.',
    },
    en: {
      says: 'The XML is not well formed, or holds what is not accepted[ (line {line})].',
      wayOut: 'Export it again from the original program: in UTF-8, without a DOCTYPE, each field once.',
    },
  },
  'file.xml_unknown': {
    vi: {
      says: 'Tệp XML không có thửa đất nào theo cấu trúc trao đổi (bảng DC_ThuaDat).',
      wayOut: 'Hãy xuất hồ sơ thửa đất theo cấu trúc trao đổi, hoặc xuất lớp thửa đất ra shapefile.',
    },
    en: {
      says: 'The XML has no parcel in the form of the exchange (table DC_ThuaDat).',
      wayOut: 'Export the parcels in the form of the exchange, or as a shapefile.',
    },
  },
  'file.several_systems': {
    vi: {
      says: 'Ranh giới trong tệp theo nhiều hệ toạ độ khác nhau.',
      wayOut: 'Hãy xuất các tờ bản đồ của mỗi hệ toạ độ ra một tệp riêng.',
    },
    en: {
      says: 'The boundaries of this file are in several reference systems.',
      wayOut: 'Export the sheets of each system into a file of their own.',
    },
  },
  'file.table_damaged': {
    vi: {
      says: 'Không đọc trọn được bảng này[ (dòng {line})].',
      wayOut:
        'Hãy mở bảng trong chương trình bảng tính và lưu lại thành .xlsx không mật khẩu hoặc .csv: một hàng tiêu đề, mỗi hàng dưới nó là một thửa đất.',
    },
    en: {
      says: 'This table could not be read to its end[ (line {line})].',
      wayOut:
        'Open it in a spreadsheet program and save it as .xlsx without a password or as .csv: one row of heads, and one parcel in each row below it.',
    },
  },
  'file.table_head': {
    vi: {
      says: 'Tiêu đề các cột không nằm ở hàng đầu của bảng[ mà ở hàng {line}]; các hàng phía trên không được đọc.',
      wayOut: 'Không phải làm gì, nếu phía trên chỉ là tên bảng và ghi chú.',
    },
    en: {
      says: 'The heads of the columns are not in the first row of the table[ but in row {line}]; what stands above was not read.',
      wayOut: 'Nothing to be done, if that is only the title and notes.',
    },
  },
  'file.parser_timeout': {
    vi: {
      says: 'Việc đọc tệp đứng yên quá lâu nên đã dừng; chưa có gì được nhập.',
      wayOut: 'Hãy nhập lại với --again; nếu vẫn vậy, hãy chia tệp theo tờ bản đồ.',
    },
    en: {
      says: 'Reading the file stood still for too long and was stopped; nothing was imported.',
      wayOut: 'Import again with --again; if it happens once more, split the file by sheet.',
    },
  },
  'file.parser_memory': {
    vi: {
      says: 'Tệp cần nhiều bộ nhớ hơn mức cho phép nên việc đọc đã dừng; chưa có gì được nhập.',
      wayOut: 'Hãy chia tệp theo tờ bản đồ, hoặc tìm bản ghi có hình lớn bất thường.',
    },
    en: {
      says: 'The file needs more memory than allowed and reading was stopped; nothing was imported.',
      wayOut: 'Split the file by sheet, or look for a record of unusual size.',
    },
  },
} satisfies Partial<Record<FindingCode, FindingSentences>>;
