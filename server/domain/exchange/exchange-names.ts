/**
 * Names in the exchange file. `read`: table and field names of the exchange of VBDLIS as far as they are known. `sample`: where
 * nothing is known for certain (where a table stands in its dossier, what surrounds many dossiers, how a boundary is written);
 * these stand in a namespace of our own or are told in the head of the file, so that nobody takes them for official.
 */
export const OWN_NAMESPACE = 'urn:diaba:exchange:1';

/** Containers of a dossier. That the tables stand in these is a sample. */
export const EXCHANGE_PLACES = {
  parcels: 'ThongTinTaiSan',
  holders: 'ThongTinChu',
  useRights: 'ThongTinQuyenSuDungDat',
  managementRights: 'ThongTinQuyenQuanLyDat',
} as const;

/** Tables and their fields, as known. */
export const EXCHANGE_TABLES = {
  dossier: 'HoSoXml',
  dossierId: 'hoSoGuid',
  parcel: 'DC_ThuaDat',
  purpose: 'DC_MucDichSuDung',
  useRight: 'DC_QuyenSuDungDat',
  managementRight: 'DC_QuyenQuanLyDat',
} as const;

interface HolderTable {
  readonly table: string;
  /** Field of its id; null where it is not known, and stands in our own namespace. */
  readonly id: string | null;
  /** Field of the name; null where the table names its members only. */
  readonly name: string | null;
  /** loaiDoiTuong: 0 person, 1 couple, 2 household, 3 organisation, 4 community. */
  readonly kind: number;
}

/** By the kind of a party. Groups and those of whom nobody knows what they are have no table: they stand in our own namespace. */
export const HOLDER_TABLES: Readonly<Record<string, HolderTable>> = {
  person: { table: 'DC_CaNhan', id: 'caNhanId', name: 'hoTen', kind: 0 },
  couple: { table: 'DC_VoChong', id: null, name: null, kind: 1 },
  household: { table: 'DC_HoGiaDinh', id: null, name: null, kind: 2 },
  organisation: { table: 'DC_ToChuc', id: null, name: 'tenToChuc', kind: 3 },
  community: { table: 'DC_CongDong', id: null, name: 'tenCongDong', kind: 4 },
};

/** Elements of our own. */
export const OWN_NAMES = {
  file: 'TepHoSo',
  boundary: 'ranhGioi',
  ring: 'vong',
  scale: 'tyLe',
  holder: 'chu',
  id: 'ma',
  name: 'ten',
  serial: 'soPhatHanh',
} as const;

/** Said in the head of every file. */
export const SAMPLE_NOTE =
  'MẪU / SAMPLE: tên bảng và trường theo cấu trúc trao đổi đã biết; vị trí của bảng trong hồ sơ (' +
  `${Object.values(EXCHANGE_PLACES).join(', ')}) và mọi phần tử thuộc ${OWN_NAMESPACE} là của phần mềm này, chưa đối chiếu với tài liệu chính thức. ` +
  'Names of tables and fields as known; where tables stand in a dossier, and every element of the namespace above, are this program’s own and not checked against the official document.';
