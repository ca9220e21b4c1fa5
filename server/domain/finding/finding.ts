/**
 * Findings: facts about a file or a record, as closed codes. Whether a fact blocks is a verdict and lives in
 * `finding-severity.ts`; how it reads in Vietnamese and English lives in `finding-text.ts`.
 */
import Type, { type Static } from 'typebox';

/** Every code an import can emit. Adding a line here makes the compiler ask for its severity and its sentence. */
export const FINDING_CODES = [
  // the file as a whole
  'file.not_found',
  'file.kind_unsupported',
  'file.not_a_zip',
  'file.zip_damaged',
  'file.zip_empty',
  'file.zip_bomb',
  'file.zip_unsafe_name',
  'file.zip_duplicate_name',
  'file.zip_encrypted',
  'file.zip_nested',
  'file.zip_method',
  'file.zip_several_sets',
  'file.member_ignored',
  'file.too_large',
  'file.shp_missing',
  'file.dbf_missing',
  'file.shx_missing',
  'file.shx_mismatch',
  'file.shp_damaged',
  'file.shp_truncated',
  'file.shape_type_unsupported',
  'file.dbf_damaged',
  'file.dbf_truncated',
  'file.dbf_shorter_than_shp',
  'file.dbf_longer_than_shp',
  'file.dbf_header_odd',
  'file.column_elsewhere',
  'file.column_binary',
  'file.no_records',
  'file.no_parcel_number_column',
  'file.no_sheet_number',
  'file.columns_unused',
  'file.encoding_guessed',
  'file.encoding_forced',
  'file.geojson_damaged',
  'file.container_damaged',
  'file.no_layer',
  'file.several_layers',
  'file.xml_damaged',
  'file.xml_unknown',
  'file.several_systems',
  'file.table_damaged',
  'file.table_head',
  'file.parser_timeout',
  'file.parser_memory',
  // where it lies
  'projection.prj_missing',
  'projection.prj_unreadable',
  'projection.prj_overruled',
  'projection.prj_not_tried',
  'projection.prj_needed',
  'projection.axis_swapped',
  'projection.unit',
  'projection.transformed',
  'projection.ambiguous',
  'projection.fits_nowhere',
  'projection.forced',
  'commune.mapped_to_successor',
  'commune.differs_in_record',
  // one record's geometry
  'geometry.null',
  'geometry.not_polygon',
  'geometry.length_invalid',
  'geometry.damaged',
  'geometry.not_finite',
  'geometry.out_of_range',
  'geometry.too_few_points',
  'geometry.ring_not_closed',
  'geometry.ring_closed',
  'geometry.ring_dropped',
  'geometry.repeated_point',
  'geometry.z_dropped',
  'geometry.m_dropped',
  'geometry.surplus_bytes',
  'geometry.multipart',
  'geometry.too_many_rings',
  'geometry.too_many_points',
  'geometry.self_intersection',
  'geometry.zero_area',
  'geometry.outside_commune',
  'geometry.reaches_outside_commune',
  'geometry.edge_beyond_sheet',
  'geometry.edge_improbable',
  'geometry.spike',
  'geometry.area_beyond_sheet',
  'geometry.outside_sheet',
  'geometry.sliver',
  // one record's key and attributes
  'key.parcel_no_missing',
  'key.parcel_no_invalid',
  'key.parcel_no_not_integer',
  'key.number_grouped',
  'key.sheet_no_missing',
  'key.sheet_no_invalid',
  'key.sheet_no_differs',
  'key.scale_differs',
  'key.columns_differ',
  'key.duplicate',
  'area.missing',
  'area.negative',
  'area.unreadable',
  'area.overflow',
  'area.outside_tolerance',
  'area.purposes_differ',
  'land_use.missing',
  'land_use.unknown',
  'land_use.legacy_code',
  'holder.missing',
  'identity.unreadable',
  'identity.filler',
  'identity.implausible',
  'identity.zero_restored',
  'identity.in_name',
  'identity.out_of_place',
  'certificate.serial_unusual',
  'text.mixed_encoding',
  'text.mangled',
  'text.encoded_twice',
  'text.cut_off',
  'text.column_full',
  'text.invisible_character',
  'text.unmapped_byte',
  'text.control_character',
  'text.case_repaired',
  'record.deleted_in_source',
  'record.by_number',
  // among the records of a batch, and against the register
  'topology.overlap',
  'topology.overlap_minor',
  'topology.duplicate_geometry',
  'topology.not_compared',
  'register.key_taken',
  'register.overlap',
  'register.overlap_minor',
  'register.not_compared',
  'register.code_taken',
  // of parcels that are registered already
  'register.unchanged',
  'register.resurveyed',
  'register.differs',
  'register.held',
  'register.missing',
  'register.unmatched',
  'register.ambiguous',
  // boundaries (--kind commune-boundary)
  'boundary.code_missing',
  'boundary.code_unknown',
  'boundary.invalid',
  'boundary.repaired',
  'boundary.area_differs',
  // thematic layers (--kind layer)
  'layer.shape_unsupported',
  'layer.invalid',
  'layer.repaired',
  'layer.no_words',
  'layer.value_unreadable',
  'layer.text_withheld',
  'layer.waits',
] as const;

/** A mapped array has no tuple type to infer from, hence the type by hand: both come from the one list above. */
export const FindingCode = Type.Unsafe<FindingCode>(Type.Union(FINDING_CODES.map((code) => Type.Literal(code))));
export type FindingCode = (typeof FINDING_CODES)[number];

/** `refuse` = the record (or file) cannot become anything; `error` blocks promotion; the others do not. */
export const SEVERITIES = ['refuse', 'error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One fact. `recordNo` is 1-based as in the source file; null for a fact about the whole file. */
export const Finding = Type.Object({
  code: FindingCode,
  recordNo: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  /** Numbers and short technical words only: never a person's name, number or address. */
  detail: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
  ),
});
export type Finding = Static<typeof Finding>;

/** Thrown by unpack and read when a file must be refused as a whole. */
export class FileRefused extends Error {
  readonly code: FindingCode;
  readonly detail: NonNullable<Finding['detail']>;
  constructor(code: FindingCode, detail: NonNullable<Finding['detail']> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(detail)}`, options);
    this.name = 'FileRefused';
    this.code = code;
    this.detail = detail;
  }
}

/** Findings of ground that two parcels claim. */
export const OVERLAP_CODES = [
  'topology.overlap',
  'topology.overlap_minor',
  'topology.duplicate_geometry',
  'register.overlap',
  'register.overlap_minor',
] as const satisfies readonly FindingCode[];
