import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import type { Extent, LonLat } from '../../../map/map-context.ts';
import { element } from '../../../ui/element.ts';
import type { MapStage, MapTool } from '../map-stage.ts';

const PATIENCE_MS = 15_000;
/** The circle of a good fix fills the screen no closer than this. */
const CLOSEST = 18;

const within = ([w, s, e, n]: Extent, [longitude, latitude]: LonLat) =>
  longitude >= w && longitude <= e && latitude >= s && latitude <= n;

/** Asks the device once where it is. Never follows: the map moves when asked to. */
export function createPosition({ words, language, update, context }: MapStage): MapTool {
  const sentence = element('p', { role: 'status' });
  const again = element('button', { type: 'button' }, words('position.again'));
  const clear = element('button', { type: 'button' }, words('position.clear'));
  const say = (text: string) => {
    sentence.textContent = text;
    clear.hidden = context().fix === null;
  };
  function found({ coords }: GeolocationPosition): void {
    const at: LonLat = [coords.longitude, coords.latitude];
    const { limits } = context();
    if (limits && !within(limits, at)) {
      update({ fix: null });
      say(words('position.outside'));
      return;
    }
    const fix = { at, accuracyM: coords.accuracy };
    // As close as the circle allows: degrees of a circle of this radius, and half again.
    const half = (coords.accuracy * 1.5) / 111_320;
    const extent: Extent = [at[0] - half, at[1] - half, at[0] + half, at[1] + half];
    update({
      fix,
      focus:
        half > 0.0005
          ? { kind: 'extent', extent, smooth: true }
          : { kind: 'centre', centre: at, zoom: CLOSEST, smooth: true },
    });
    say(words('position.found', { accuracy: `${formatNumber(Math.ceil(coords.accuracy), language, 0)} m` }));
  }
  function ask(): void {
    say(words('position.asking'));
    navigator.geolocation.getCurrentPosition(
      found,
      (error) => {
        say(words(error.code === error.PERMISSION_DENIED ? 'position.denied' : 'position.unavailable'));
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    );
  }
  again.addEventListener('click', ask);
  clear.addEventListener('click', () => {
    update({ fix: null });
    say('');
  });
  clear.hidden = true;
  return {
    panel: element('div', {}, sentence, element('div', { class: 'map-actions' }, again, clear)),
    opened: ask,
  };
}
