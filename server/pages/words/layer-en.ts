/** Words of thematic layers in English. */
import type { layerVi } from './layer-vi.ts';

export const layerEn: Record<keyof typeof layerVi, string> = {
  'layers.title': 'Thematic layers on the parcel',
  'layers.none': 'Nothing in common was found with: {layers}.',
  'layers.source': 'Source: {source}. Data of {day}. Licence: {licence}.',
  'layers.more': 'and {count} more',
  'layers.note':
    'Two digital maps are compared; what is narrower than they are exact is not said. For orientation: it does not replace the word of the authority in charge.',
};
