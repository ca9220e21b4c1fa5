import type { WordKey } from './vi.ts';

/** English, complete: the compiler asks for a key that is missing. */
export const en: Record<WordKey, string> = {
  'map.label': 'Map of parcels. Arrow keys move it, + and − zoom, Enter selects the parcel in the middle.',
  'map.zoomIn': 'Zoom in',
  'map.zoomOut': 'Zoom out',
  'map.loading': 'Loading the map…',
  'map.failed': 'The map is not complete.',
  'map.retry': 'Load again',
  'map.broken': 'The map could not be opened. Reload the page.',
  'card.close': 'Close',
  'card.title': 'Sheet {sheet}, parcel {no}',
  'card.loading': 'Looking the parcel up…',
  'card.nothing': 'No parcel is registered at this point.',
  'card.commune': 'Commune or ward',
  'card.numberedIn': 'Sheet numbered in',
  'card.address': 'Where it is',
  'card.area': 'Area computed from the map',
  'card.legalArea': 'Registered area',
  'card.landUse': 'Land use',
  'card.code': 'Parcel code',
  'card.noPerson': 'Who uses the land is not public.',
  'call.network': 'The server cannot be reached. Check the connection and try again.',
};
