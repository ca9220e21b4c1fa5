/**
 * Syllables that both spellings write for one word: Mỹ and Mĩ, Kỳ and Kì, Quý and Quí. Only where y is the one vowel: Thủy
 * and Thủi are two words. On text without diacritics, lower case.
 */
const ENDING = /(?<![\p{L}\p{N}])([bcdghklmnpqrstvx]{1,3}|qu)y(?![\p{L}\p{N}])/gu;

export const foldEndings = (key: string): string => key.replace(ENDING, '$1i');
