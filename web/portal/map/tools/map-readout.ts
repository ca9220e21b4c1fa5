import type { LonLat } from '../../../map/map-context.ts';
import type { MapEvent } from '../../../map/map-event.ts';
import { element } from '../../../ui/element.ts';
import { coordinateText, shortSystemName, toNorthEast } from '../map-format.ts';
import type { MapStage } from '../map-stage.ts';

export interface Readout {
  readonly line: HTMLElement;
  hear(event: MapEvent): void;
}

/** One quiet line: where the pointer is, else the middle of the map, in the legal system. */
export function createReadout({ language, sridAt }: Pick<MapStage, 'language' | 'sridAt'>): Readout {
  // For the eye: it changes with every movement. The panel of coordinates is there for everybody.
  const line = element('p', { class: 'map-readout number', 'aria-hidden': 'true' });
  const show = (at: LonLat) => {
    const srid = sridAt(at);
    const { x, y } = toNorthEast(at, srid);
    line.textContent = `X ${coordinateText(x, language)}  Y ${coordinateText(y, language)}  ${shortSystemName(srid)}`;
  };
  let centre: LonLat | null = null;
  return {
    line,
    hear(event) {
      if (event.kind === 'moved') {
        centre = event.place.centre;
        show(centre);
      } else if (event.kind === 'pointer') {
        const at = event.at ?? centre;
        if (at) show(at);
      }
    },
  };
}
