/** Problems: the closed list of ways in which a request can end badly (RFC 9457, application/problem+json). */
import Type, { type Static } from 'typebox';
import { Verdict } from '../dealing/verdict.ts';
import { verdictSentence } from '../dealing/verdict-text.ts';
import type { Language } from '../words/language.ts';
import { PROBLEM_TEXT } from './problem-text.ts';

/** Every code with its HTTP status; the only place where the two meet. */
export const PROBLEM_STATUS = {
  'request.malformed': 400,
  'request.invalid': 400,
  'cursor.invalid': 400,
  'indicator.span_wrong': 400,
  'tile.out_of_range': 400,
  'idempotency.key_missing': 400,
  'sign_in.failed': 400,
  'sign_out.refused': 400,
  'upload.metadata_invalid': 400,
  'upload.request_invalid': 400,
  'auth.required': 401,
  'token.refused': 401,
  'session.expired': 401,
  'auth.forbidden': 403,
  'batch.own_proposal': 403,
  'dealing.own': 403,
  'csrf.refused': 403,
  'publication.closed': 403,
  'answer.not_entitled': 403,
  'route.not_found': 404,
  'parcel.not_found': 404,
  'list.not_found': 404,
  'commune.not_found': 404,
  'collection.not_found': 404,
  'layer.not_found': 404,
  'layer.source_closed': 422,
  'layer.fetch_quota': 429,
  'edition.not_found': 404,
  'edition.own': 403,
  'edition.step_refused': 409,
  'feature.not_found': 404,
  'batch.not_found': 404,
  'dealing.not_found': 404,
  'paper.not_found': 404,
  'paper_request.not_found': 404,
  'paper.template_not_found': 404,
  'paper.template_over': 409,
  'document.not_found': 404,
  'document.page_not_found': 404,
  'document.box_not_found': 404,
  'lookup.not_found': 404,
  'watch.not_found': 404,
  'column_profile.not_found': 404,
  'column_profile.name_taken': 409,
  'column_profile.too_many': 409,
  'watch.not_possible': 422,
  'watch.code_wrong': 422,
  'watch.quota_exceeded': 429,
  'indicator.day_unknown': 404,
  'answer.no_match': 404,
  'audit.not_sealed': 404,
  'record.not_found': 404,
  'correction.not_found': 404,
  'proposal.not_found': 404,
  'upload.not_found': 404,
  'method.not_allowed': 405,
  'request.too_slow': 408,
  'batch.step_refused': 409,
  'batch.blocked': 409,
  'proposal.survey_needed': 422,
  'batch.built_upon': 409,
  'dealing.id_taken': 409,
  'dealing.step_refused': 409,
  'dealing.blocked': 409,
  'dealing.in_file': 409,
  'dealing.file_closed': 409,
  'paper.parcel_historic': 409,
  'paper.request_unfit': 422,
  'certificate.not_found': 404,
  'certificate.not_printable': 409,
  'certificate.change_not_found': 404,
  'printer.not_found': 404,
  'blank.serial_taken': 409,
  'blank.move_refused': 409,
  'blank.serial_unfit': 422,
  'blank.holder_missing': 422,
  'blank.document_missing': 422,
  'blank.reason_missing': 422,
  'paper_request.step_refused': 409,
  'paper_request.code_replaced': 409,
  'paper_request.certificate_unclear': 409,
  'document.step_refused': 409,
  'document.fields_open': 409,
  'document.read_blind': 409,
  'document.second_open': 409,
  'lookup.not_done': 409,
  'upload.offset_conflict': 409,
  'upload.received': 409,
  'upload.gone': 410,
  'version.stale': 412,
  'upload.version_unsupported': 412,
  'request.too_large': 413,
  'upload.too_large': 413,
  'address.too_long': 414,
  'media.unsupported': 415,
  'query.not_understood': 422,
  'dealing.targets_invalid': 422,
  'idempotency.key_reused': 422,
  'paper_request.answers_unfit': 422,
  'edit.land_use_unknown': 422,
  'edit.identity_number': 422,
  'edit.ring_unfit': 422,
  'map_sheet.not_placed': 409,
  'map_sheet.beyond_tolerance': 409,
  'map_sheet.points_unfit': 422,
  'map_sheet.parcels_unfit': 422,
  'document.value_unfit': 422,
  'document.pages_unfit': 422,
  'document.labels_unfit': 422,
  'document.labels_too_many': 422,
  'lookup.area_unfit': 422,
  'lookup.area_empty': 422,
  'lookup.empty': 422,
  'lookup.not_a_table': 422,
  'lookup.columns_unknown': 422,
  'lookup.too_many_rows': 422,
  'lookup.workbook_refused': 422,
  'lookup.purpose_missing': 422,
  'search.not_understood': 422,
  'search.purpose_missing': 422,
  'search.second_key_missing': 422,
  'search.commune_unknown': 422,
  'upload.taken': 423,
  'document.held': 423,
  'rate.limited': 429,
  'upload.quota_exceeded': 429,
  'paper_request.too_many': 429,
  'lookup.quota_exceeded': 429,
  'parcel_file.empty': 404,
  'parcel_file.no_certificates': 404,
  'parcel_file.too_many': 422,
  'parcel_file.several_systems': 422,
  'parcel_file.not_in_tcvn3': 422,
  'answer.quota_exceeded': 429,
  'search.limit_reached': 429,
  'headers.too_large': 431,
  // Of the checksum extension of tus; no status of HTTP says it.
  'upload.digest_mismatch': 460,
  internal: 500,
  'identity.unavailable': 503,
  'paper.time_stamp_unavailable': 503,
  'paper.signer_expired': 503,
  'service.busy': 503,
  'service.unavailable': 503,
  'upload.no_room': 507,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;
export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as readonly ProblemCode[];

/** One field that did not fit. `field` is the name the caller used; `message` is for people, in the reply's language. */
export const FieldError = Type.Object({ field: Type.String(), message: Type.String() });
export type FieldError = Static<typeof FieldError>;

/** The body of every reply of status 400 and above. */
export const ProblemReply = Type.Object({
  type: Type.String({ description: 'Address of the description of this code' }),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Unsafe<ProblemCode>({ type: 'string', enum: [...PROBLEM_CODES] }),
  detail: Type.String({ description: 'What happened and what to do, in Vietnamese, or in English by Accept-Language' }),
  errors: Type.Optional(Type.Array(FieldError)),
  state: Type.Optional(Type.String({ description: 'Present state of what the request was about' })),
  allowed: Type.Optional(Type.Array(Type.String(), { description: 'Steps allowed in the present state' })),
  verdicts: Type.Optional(Type.Array(Verdict, { description: 'Rules of a dealing that stop it, with their numbers' })),
});
export type ProblemReply = Static<typeof ProblemReply>;

interface ProblemOptions extends ErrorOptions {
  readonly errors?: readonly FieldError[];
  /** Present state of what the request was about. */
  readonly state?: string;
  readonly allowed?: readonly string[];
  /** Rules of a dealing that stop it; each becomes an entry of `errors` in the language of the reply. */
  readonly verdicts?: readonly Verdict[];
  /** Seconds after which asking again makes sense; becomes Retry-After. */
  readonly retryAfter?: number;
}

/** Thrown anywhere below a route; turned into a reply in one place (plugins/reply/problem-reply.ts). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[] | undefined;
  readonly state: string | undefined;
  readonly allowed: readonly string[] | undefined;
  readonly verdicts: readonly Verdict[] | undefined;
  readonly retryAfter: number | undefined;
  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code, options);
    this.name = 'Problem';
    this.code = code;
    this.errors = options.errors;
    this.state = options.state;
    this.allowed = options.allowed;
    this.verdicts = options.verdicts;
    this.retryAfter = options.retryAfter;
  }
  /** For callers that look at errors in Fastify's manner. */
  get statusCode(): number {
    return PROBLEM_STATUS[this.code];
  }
}

/** The reply's body for a problem, in one language. The type is a relative reference to our own page of codes. */
export function problemReply(problem: Problem, language: Language): ProblemReply {
  const [title, detail] = PROBLEM_TEXT[problem.code][language];
  const told = problem.verdicts?.map((verdict) => ({
    field: verdict.code,
    message: verdictSentence(verdict, language),
  }));
  const errors = told ?? problem.errors;
  return {
    type: `/api/docs#${problem.code}`,
    title,
    status: PROBLEM_STATUS[problem.code],
    code: problem.code,
    detail,
    ...(errors ? { errors: [...errors] } : {}),
    ...(problem.state === undefined ? {} : { state: problem.state }),
    ...(problem.allowed ? { allowed: [...problem.allowed] } : {}),
    ...(problem.verdicts ? { verdicts: [...problem.verdicts] } : {}),
  };
}
