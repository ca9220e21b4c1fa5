import { randomInt } from 'node:crypto';
import { CODE_LENGTH, CODE_SIGNS } from '../../domain/paper.ts';

/** A code by chance, as stored: without hyphens. */
export const makeCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');
