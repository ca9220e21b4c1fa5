/** Why a file's text was read in an encoding and its coordinates in a system: a closed list of clauses, with their numbers. */
import Type from 'typebox';

/** Per code, what its sentence is filled with (reading-reason-text.ts). Shares are whole per cents. */
export interface ReadingReasonParams {
  /** Reading ended before it was looked at. */
  readonly not_read: Record<never, never>;
  readonly 'encoding.given': Record<never, never>;
  readonly 'encoding.no_high_byte': Record<never, never>;
  readonly 'encoding.utf8_form': { readonly some: number; readonly all: number };
  readonly 'encoding.syllables': {
    readonly share: number;
    readonly words: number;
    readonly otherShare: number;
    readonly other: string;
  };
  /** UTF-8 whose letters are the bytes of another encoding, read wrongly by an earlier program. */
  readonly 'encoding.twice': { readonly some: number; readonly all: number; readonly other: string };
  /** RFC 7946, 11.1. */
  readonly 'encoding.geojson': Record<never, never>;
  readonly 'encoding.container': Record<never, never>;
  readonly 'projection.no_point': Record<never, never>;
  readonly 'projection.given': { readonly srid: number };
  readonly 'projection.inside': { readonly share: number; readonly srid: number };
  readonly 'projection.inside_swapped': { readonly share: number; readonly srid: number };
  readonly 'projection.prj_agrees': Record<never, never>;
  readonly 'projection.prj_differs': Record<never, never>;
  readonly 'projection.rivals': { readonly srids: readonly number[] };
  readonly 'projection.no_rival': Record<never, never>;
  readonly 'projection.nowhere': Record<never, never>;
  /** `name`: what the .prj calls its system, a stranger's text. */
  readonly 'projection.nowhere_nor_prj': { readonly name: string };
}
export type ReadingReasonCode = keyof ReadingReasonParams;

export type ReadingReason = {
  readonly [Code in ReadingReasonCode]: { readonly code: Code; readonly params: ReadingReasonParams[Code] };
}[ReadingReasonCode];

const LISTED: Readonly<Record<ReadingReasonCode, true>> = {
  not_read: true,
  'encoding.given': true,
  'encoding.no_high_byte': true,
  'encoding.utf8_form': true,
  'encoding.syllables': true,
  'encoding.twice': true,
  'encoding.geojson': true,
  'encoding.container': true,
  'projection.no_point': true,
  'projection.given': true,
  'projection.inside': true,
  'projection.inside_swapped': true,
  'projection.prj_agrees': true,
  'projection.prj_differs': true,
  'projection.rivals': true,
  'projection.no_rival': true,
  'projection.nowhere': true,
  'projection.nowhere_nor_prj': true,
};
export const READING_REASONS = Object.keys(LISTED) as readonly ReadingReasonCode[];

/** The clauses as a report carries them; reports of earlier releases have none. */
export const ReadingReasons = Type.Optional(
  Type.Unsafe<readonly ReadingReason[]>({
    type: 'array',
    description: 'The clauses of `reason`, each a code with what its sentence is filled with',
    items: {
      type: 'object',
      properties: {
        code: { type: 'string', enum: [...READING_REASONS] },
        params: { type: 'object', additionalProperties: true },
      },
      required: ['code', 'params'],
    },
  }),
);
