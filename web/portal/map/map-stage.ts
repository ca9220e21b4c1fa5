import type { Language, Words } from '../../i18n/words.ts';
import type { MapHandle } from '../../map/create-map.ts';
import type { LonLat, MapContext } from '../../map/map-context.ts';
import type { MapEvent, MapPlace } from '../../map/map-event.ts';

/** What the tools of the map share. */
export interface MapStage {
  /** The element the map is in: focusable, takes the keys. */
  readonly target: HTMLElement;
  /** Around the map: panels, card and bar hang here. */
  readonly host: HTMLElement;
  readonly words: Words;
  readonly language: Language;
  readonly map: MapHandle;
  context(): MapContext;
  update(change: Partial<MapContext>): void;
  /** Where the map stood when it last came to rest. */
  place(): MapPlace;
  /** Day as of which parcels are shown; null = today. */
  day(): string | null;
  /** EPSG code of the legal system at a place. */
  sridAt(at: LonLat): number;
  /** Speaks a sentence to who cannot see the map. */
  say(sentence: string): void;
  /** Selects a parcel by id and goes there. */
  open(id: string): void;
}

/** One tool of the bar: a word, and a panel that it opens. */
export interface MapTool {
  readonly panel: HTMLElement;
  opened?(): void;
  closed?(): void;
  /** True: taken, nobody else needs to hear of it. */
  hear?(event: MapEvent): boolean;
  /** A key pressed on the map or in the panel while the tool is open. True: taken. */
  key?(event: KeyboardEvent): boolean;
}
