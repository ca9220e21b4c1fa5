import { toSVG } from 'bwip-js/node';
import { type Html, html } from '../domain/words/html.ts';

/**
 * An address as a QR code (ISO/IEC 18004), made here: no other server is asked. Error correction M survives a fold or a
 * bad copy; a quiet zone of four modules is part of it. White behind black in every theme: cameras want it so.
 */
export function qrCode(address: string, label: string): Html {
  const code = { bcid: 'qrcode', text: address, eclevel: 'M', scale: 1, padding: 4, backgroundcolor: 'ffffff' };
  const svg = toSVG(code);
  return html`<div class="qr" role="img" aria-label="${label}">${{ markup: svg }}</div>`;
}
