/** What paper books registered before the register was kept here, and is entered late. */
import Type, { type Static } from 'typebox';
import { Day } from '../../contract/fields.ts';
import { closed, Text } from './parts.ts';

export const LateEntry = Type.Object(
  { on: Day, book: Text(200) },
  {
    ...closed,
    description:
      'The day on which paper books registered it, from which it holds, and where it stands there. For what is entered late; those that follow in a file are of the same day',
  },
);
export type LateEntry = Static<typeof LateEntry>;
