/** Ð (eth, U+00D0) and Ɖ (African D, U+0189) look like Đ (U+0110) and stand for it in texts that were typed or converted. */
const CAPITAL = /[\u00d0\u0189]/gu;
const SMALL = /[\u00f0\u0256]/gu;

/** A text with the one letter Đ, đ that Vietnamese has, whatever it was typed as. */
export const plainLetters = (text: string): string => text.replace(CAPITAL, 'Đ').replace(SMALL, 'đ');
