/** Meanings of columns under a name: listed, made, taken away; chosen by the metadata `columns` of an upload. */
import Type, { type Static } from 'typebox';
import { PLAIN_TEXT } from '../../batch/correction.ts';
import { ColumnChoices } from '../../batch/import-report.ts';
import { type Contract, defineContract } from '../contract.ts';
import { Instant } from '../fields.ts';
import { StaffMember } from './batch-shapes.ts';

/** More names than an office reads through. */
export const MOST_COLUMN_PROFILES = 100;

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });

export const ColumnProfile = Type.Object({
  id: Uuid,
  name: Type.String(),
  columns: ColumnChoices,
  by: StaffMember,
  namedAt: Instant,
});
export type ColumnProfile = Static<typeof ColumnProfile>;

const ColumnProfileList = Type.Object({ items: Type.Array(ColumnProfile), nextCursor: Type.Null() });
export type ColumnProfileList = Static<typeof ColumnProfileList>;

export const NameColumns = Type.Object(
  {
    profileId: Type.String({
      format: 'uuid',
      description: 'Made by the client; the same again returns the first answer',
    }),
    name: Type.String({ minLength: 1, maxLength: 60, pattern: PLAIN_TEXT }),
    columns: Type.Unsafe<ColumnChoices>({ ...ColumnChoices, minProperties: 1 }),
  },
  closed,
);
export type NameColumns = Static<typeof NameColumns>;

const common = { tag: 'batches', right: { roles: ['officer', 'surveyor'] }, maxAge: null } as const;

export const listColumnProfiles = defineContract({
  ...common,
  id: 'listColumnProfiles',
  path: '/api/column-profiles',
  summary: 'Meanings of columns that were kept under a name, by name',
  reply: ColumnProfileList,
  problems: ['service.busy'],
});

export const nameColumns = defineContract({
  ...common,
  id: 'nameColumns',
  method: 'POST',
  path: '/api/column-profiles',
  summary: 'Keeps what columns mean under a name, for files that come the same way',
  body: NameColumns,
  status: 201,
  reply: ColumnProfile,
  problems: [
    'column_profile.name_taken',
    'column_profile.too_many',
    'idempotency.key_reused',
    'request.invalid',
    'service.busy',
  ],
});

export const deleteColumnProfile = defineContract({
  ...common,
  id: 'deleteColumnProfile',
  method: 'DELETE',
  path: '/api/column-profiles/:id',
  summary: 'Takes a name away; what was read by it stays as it is',
  params: Type.Object({ id: Uuid }, closed),
  status: 204,
  media: '',
  reply: Type.Unsafe<undefined>({}),
  problems: ['column_profile.not_found', 'service.busy'],
});

export const COLUMN_PROFILE_DOORS: readonly Contract[] = [listColumnProfiles, nameColumns, deleteColumnProfile];
