/** Dealings of one file, and those that paper books registered before. */
import Type from 'typebox';
import { DEALING_KINDS, type DealingKind } from '../../dealing/dealing-kind.ts';
import { DEALING_STATUSES, type DealingStatus } from '../../dealing/dealing-state.ts';
import { LateEntry } from '../../dealing/payload/late-entry.ts';
import { choice } from '../batch/batch-shapes.ts';

const Uuid = Type.String({ format: 'uuid' });

/** One of several dealings that are lodged and registered as one. */
export const FileMember = Type.Object({
  dealingId: Uuid,
  kind: choice<DealingKind>(DEALING_KINDS),
  status: choice<DealingStatus>(DEALING_STATUSES),
});

/** Beside what a draft says: what it follows, and when paper books registered it. */
export const IN_FILE = {
  after: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'A draft of one’s own: this one follows it in its file, and can be about parcels that it will raise',
    }),
  ),
  entered: Type.Optional(LateEntry),
};
