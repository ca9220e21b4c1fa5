/**
 * Upper halves of the two code pages of one byte per character, and the little of Windows-1252 that typists mixed
 * into TCVN3 and VNI text. Checked against `iconv -f VISCII` and `iconv -f CP1258` (see codec.test.ts).
 */

/** VISCII 1.1 (RFC 1456), bytes 80–FF. */
export const VISCII_HIGH =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ' +
  'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'Õắằặấầẩậẽẹếềểễệố' +
  'ồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ' +
  'ĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉ' +
  'đựòóôõỏọụùúũủýợỮ';

/** VISCII puts six capitals among the control characters. */
export const VISCII_LOW: ReadonlyMap<number, string> = new Map([
  [0x02, 'Ẳ'],
  [0x05, 'Ẵ'],
  [0x06, 'Ẫ'],
  [0x14, 'Ỷ'],
  [0x19, 'Ỹ'],
  [0x1e, 'Ỵ'],
]);

/** Windows-1258, bytes 80–FF: vowels with their quality, tones as combining marks behind them; U+FFFD = undefined. */
export const CP1258_HIGH =
  '€\ufffd‚ƒ„…†‡ˆ‰\ufffd‹Œ\ufffd\ufffd\ufffd' +
  '\ufffd‘’“”•–—˜™\ufffd›œ\ufffd\ufffdŸ' +
  '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯' +
  '°±²³´µ¶·¸¹º»¼½¾¿' +
  'ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏ' +
  'ĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß' +
  'àáâăäåæçèéêë\u0301íîï' +
  'đñ\u0323óôơö÷øùúûüư₫ÿ';

/** Word processors set curly quotes, dashes and the fixed space around legacy text in their Windows-1252 places. */
export const TYPOGRAPHIC_BYTES: ReadonlyMap<number, string> = new Map([
  [0x85, '…'],
  [0x91, '‘'],
  [0x92, '’'],
  [0x93, '“'],
  [0x94, '”'],
  [0x95, '•'],
  [0x96, '–'],
  [0x97, '—'],
  [0xa0, '\u00a0'],
]);

/** Windows-1252 characters of the bytes 80–9F; the rest of its upper half has the code points of Latin-1. */
export const CP1252_C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
