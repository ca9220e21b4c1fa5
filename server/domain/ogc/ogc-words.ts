import type { Language } from '../words/language.ts';

const vi = {
  title: 'Dữ liệu đất đai theo chuẩn OGC',
  description:
    'Thửa đất đã đăng ký, xã phường và tờ bản đồ cho QGIS, GDAL và chương trình khác. Không có thông tin về người.',
  'link.self': 'Tài liệu này',
  'link.html': 'Tài liệu này dưới dạng trang',
  'link.json': 'Tài liệu này dưới dạng JSON',
  'link.api': 'Mô tả giao diện (OpenAPI 3.0)',
  'link.doc': 'Cách dùng giao diện',
  'link.conformance': 'Các lớp chuẩn đáp ứng',
  'link.data': 'Các bộ dữ liệu',
  'link.collection': 'Bộ dữ liệu',
  'link.items': 'Các đối tượng',
  'link.queryables': 'Các trường lọc được',
  'link.next': 'Trang sau',
  'link.first': 'Trang đầu',
  'page.none': 'Chưa có bộ dữ liệu nào được công bố qua cổng này. Chương trình có thẻ truy cập có thể thấy nhiều hơn.',
  'page.fields': 'Các trường',
  'page.field': 'Trường',
  'page.meaning': 'Nghĩa',
  'page.systems': 'Hệ toạ độ',
  'page.filter':
    'Lọc bằng tham số filter (CQL2): so sánh, LIKE, BETWEEN, IN, IS NULL, AND, OR, NOT; vị trí bằng S_INTERSECTS(geometry, BBOX(…)).',
  'page.empty': 'Không có đối tượng nào phù hợp.',
  'page.asOf': 'Tình trạng lúc {moment}',
  'page.id': 'Mã',
  'page.use': 'Trong QGIS: Lớp, Thêm lớp WFS / OGC API - Features, địa chỉ {url}. Với GDAL: ogrinfo OAPIF:{url}',
} as const;
export type OgcWordKey = keyof typeof vi;

const en: Record<OgcWordKey, string> = {
  title: 'Land data by the standards of OGC',
  description: 'Registered parcels, communes and map sheets for QGIS, GDAL and other programs. Never a person.',
  'link.self': 'This document',
  'link.html': 'This document as a page',
  'link.json': 'This document as JSON',
  'link.api': 'Description of the interface (OpenAPI 3.0)',
  'link.doc': 'How the interface is used',
  'link.conformance': 'Conformance classes',
  'link.data': 'Collections',
  'link.collection': 'Collection',
  'link.items': 'Features',
  'link.queryables': 'Properties to filter by',
  'link.next': 'Next page',
  'link.first': 'First page',
  'page.none': 'Nothing is published through this door yet. Programs with a token may see more.',
  'page.fields': 'Fields',
  'page.field': 'Field',
  'page.meaning': 'Meaning',
  'page.systems': 'Coordinate systems',
  'page.filter':
    'Filter by the parameter filter (CQL2): comparisons, LIKE, BETWEEN, IN, IS NULL, AND, OR, NOT; place by S_INTERSECTS(geometry, BBOX(…)).',
  'page.empty': 'No feature fits.',
  'page.asOf': 'As of {moment}',
  'page.id': 'Id',
  'page.use': 'In QGIS: Layer, Add WFS / OGC API - Features Layer, address {url}. With GDAL: ogrinfo OAPIF:{url}',
};

/** The words of the OGC API in one language, with {names} filled in. */
export function ogcWords(language: Language) {
  const table: Record<OgcWordKey, string> = language === 'en' ? en : vi;
  return (key: OgcWordKey, values: Readonly<Record<string, string>> = {}): string =>
    table[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
