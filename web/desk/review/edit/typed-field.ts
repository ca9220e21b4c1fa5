import type { EditableField } from '../../../../server/domain/batch/correction.ts';

/** Fields that are typed; the ring is drawn. */
export type TypedField = Exclude<EditableField, 'ring'>;
export const isTyped = (field: EditableField): field is TypedField => field !== 'ring';
