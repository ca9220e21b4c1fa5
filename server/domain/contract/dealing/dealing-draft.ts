/** What somebody wants done to registered parcels, as it is previewed and as it is opened. */
import Type, { type Static, type TSchema } from 'typebox';
import { PARCEL_DEALING_KINDS, type ParcelDealingKind } from '../../dealing/dealing-kind.ts';
import type { LateEntry } from '../../dealing/payload/late-entry.ts';
import { PAYLOADS } from '../../dealing/payload/payloads.ts';
import { IN_FILE } from './dealing-file.ts';

const Uuid = Type.String({ format: 'uuid' });
const DealingId = Type.String({
  format: 'uuid',
  description: 'Made by the client; the same again returns the first answer',
});
/** A parcel that a dealing is about, in the version that GET /api/parcels/{id} gave. */
export const DealingTarget = Type.Object(
  { parcelId: Uuid, version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
export type DealingTarget = Static<typeof DealingTarget>;

const ofKind = <K extends ParcelDealingKind, Extra extends Record<string, TSchema>>(kind: K, extra: Extra) =>
  Type.Object(
    {
      ...extra,
      kind: Type.Literal(kind),
      targets: Type.Array(DealingTarget, { minItems: 1, maxItems: 100 }),
      payload: PAYLOADS[kind],
    },
    { additionalProperties: false },
  );
const anyKind = <Extra extends Record<string, TSchema>>(extra: Extra) =>
  Type.Union(PARCEL_DEALING_KINDS.map((kind) => ofKind(kind, extra)));

/** What somebody wants to do, without an id: enough to see what would come of it. */
export interface DealingDraft {
  readonly kind: ParcelDealingKind;
  readonly targets: readonly DealingTarget[];
  readonly payload: Readonly<Record<string, unknown>>;
  /** Draft that it follows in one file, as last of those that are in it. */
  readonly after?: string;
  readonly entered?: LateEntry;
}
/** A draft as it is opened, with the papers that it rests on. */
export interface OpenedDraft extends DealingDraft {
  readonly basisDocumentIds?: readonly string[];
}
export type OpenDealingRequest = OpenedDraft & { readonly dealingId: string };

export const PreviewRequest = Type.Unsafe<DealingDraft>(anyKind(IN_FILE));
export const OpenRequest = Type.Unsafe<OpenDealingRequest>(
  anyKind({
    dealingId: DealingId,
    ...IN_FILE,
    basisDocumentIds: Type.Optional(
      Type.Array(Uuid, {
        maxItems: 50,
        description: 'Papers of the archive of the same commune that it rests on (`GET /api/documents`)',
      }),
    ),
  }),
);
