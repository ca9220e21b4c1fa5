import type { Overlay, OverlayItem } from '../../domain/layer/overlay.ts';
import { layerTitle, overlayMeasure, overlayName, overlayValue } from '../../domain/layer/overlay-words.ts';
import { formatDay } from '../../domain/words/format-day.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import { pageWords } from '../words.ts';

function line(item: OverlayItem, language: Language): Html {
  const value = overlayValue(item, language);
  return html`<div><dt>${overlayName(item, language)}</dt><dd>${overlayMeasure(item, language)}${value !== null && html`<span class="help">${value}</span>`}</dd></div>\n`;
}

function layerPart(overlay: Overlay, language: Language): Html {
  const words = pageWords(language);
  const { source, licence, date, more } = overlay;
  return html`<h3>${layerTitle(overlay, language)}</h3>
<dl class="facts">
${overlay.items.map((item) => line(item, language))}</dl>
${more > 0 && html`<p>${words('layers.more', { count: formatNumber(more, language, 0) })}</p>`}
<p class="help">${words('layers.source', { source, licence, day: formatDay(date, language) })}</p>`;
}

/** What public layers have on the parcel, each with its source; which have nothing is said too. Nothing where there is no layer. */
export function parcelOverlays(overlays: readonly Overlay[], language: Language): Html | false {
  if (overlays.length === 0) return false;
  const words = pageWords(language);
  const met = overlays.filter(({ items }) => items.length > 0);
  const unmet = overlays.filter(({ items }) => items.length === 0).map((overlay) => layerTitle(overlay, language));
  return html`<section class="layers" aria-labelledby="layers"><h2 id="layers">${words('layers.title')}</h2>
${met.map((overlay) => layerPart(overlay, language))}
${unmet.length > 0 && html`<p>${words('layers.none', { layers: unmet.join(', ') })}</p>`}
<p class="help">${words('layers.note')}</p></section>`;
}
