/** Help: for citizens in both languages, and the guides for those who work at the desk. */
import Type from 'typebox';
import { defineContract } from '../contract.ts';

const Lang = Type.Optional(
  Type.Unsafe<'vi' | 'en'>({ type: 'string', enum: ['vi', 'en'], description: 'Language, over the one chosen before' }),
);
const page = {
  tag: 'pages',
  reply: Type.String({ description: 'HTML' }),
  media: 'text/html',
  query: Type.Object({ lang: Lang }, { additionalProperties: false }),
  maxAge: null,
} as const;
const name = (description: string) => Type.String({ minLength: 1, maxLength: 60, description });

export const getHelpPage = defineContract({
  ...page,
  id: 'getHelpPage',
  path: '/help',
  summary: 'How to look up a parcel, ask for a paper, follow a request and check a paper',
});

export const getGuidesPage = defineContract({
  ...page,
  id: 'getGuidesPage',
  path: '/guides',
  summary: 'Guides for those who work at the desk, in Vietnamese',
});

export const getGuidePage = defineContract({
  ...page,
  id: 'getGuidePage',
  path: '/guides/:guide',
  summary: 'One guide, task by task, in Vietnamese',
  params: Type.Object({ guide: name('Name of the guide') }, { additionalProperties: false }),
});

export const getGuidePicture = defineContract({
  id: 'getGuidePicture',
  path: '/guides/pictures/:picture',
  tag: 'pages',
  summary: 'A picture of the running program that a guide shows; all in it is invented',
  params: Type.Object({ picture: name('Name of the picture') }, { additionalProperties: false }),
  reply: Type.String({ format: 'binary' }),
  media: 'image/png',
  maxAge: 3600,
});

export const HELP_DOORS = [getHelpPage, getGuidesPage, getGuidePage, getGuidePicture] as const;
