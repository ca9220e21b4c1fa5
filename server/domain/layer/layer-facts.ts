/** What is said of a thematic layer when an edition of it is brought in; goes with the file into its batch. */
import Type, { type Static } from 'typebox';
import { LAYER_AUDIENCES, LAYER_CODE, LAYER_LENGTHS, type LayerAudience } from './layer-limits.ts';
import { LAYER_THEMES, type LayerTheme } from './layer-theme.ts';

export const LayerCode = Type.String({ pattern: LAYER_CODE, description: 'Short name of a thematic layer' });

/** Channels of publication that can show a layer. */
export const LAYER_CHANNELS = ['lookup', 'tiles', 'ogc'] as const;
export type LayerChannel = (typeof LAYER_CHANNELS)[number];

/** What each audience stands for when a layer is first brought in. */
export const channelsFor = (audience: LayerAudience): readonly LayerChannel[] =>
  audience === 'public' ? LAYER_CHANNELS : [];

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

export const LayerFacts = Type.Object({
  code: LayerCode,
  theme: Type.Unsafe<LayerTheme>({ type: 'string', enum: [...LAYER_THEMES] }),
  title: text(LAYER_LENGTHS.title),
  titleEn: Type.Union([text(LAYER_LENGTHS.titleEn), Type.Null()]),
  source: text(LAYER_LENGTHS.source),
  licence: text(LAYER_LENGTHS.licence),
  date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Day the data is of' }),
  audience: Type.Unsafe<LayerAudience>({ type: 'string', enum: [...LAYER_AUDIENCES] }),
  /** Service it was fetched from; left out for a file. */
  url: Type.Optional(text(2000)),
});
export type LayerFacts = Static<typeof LayerFacts>;
