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
  'link.tiles': 'Ô bản đồ véc-tơ',
  'link.tile': 'Một ô (mẫu địa chỉ)',
  'link.tilejson': 'Mô tả các ô (TileJSON)',
  'link.style': 'Cách vẽ (Mapbox Style)',
  'link.scheme': 'Lưới các ô',
  'scheme.title': 'Lưới WebMercatorQuad',
  'page.tiles': 'Ô bản đồ véc-tơ (Mapbox Vector Tile) theo lưới WebMercatorQuad. Không có thông tin về người.',
  'page.layers': 'Các lớp trong ô',
  'page.matrix': 'Mức',
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
  'link.tiles': 'Vector tiles',
  'link.tile': 'One tile (template)',
  'link.tilejson': 'Description of the tiles (TileJSON)',
  'link.style': 'Style (Mapbox Style)',
  'link.scheme': 'Tile matrix sets',
  'scheme.title': 'WebMercatorQuad',
  'page.tiles': 'Vector tiles (Mapbox Vector Tile) in WebMercatorQuad. Never a person.',
  'page.layers': 'Layers of a tile',
  'page.matrix': 'Level',
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
