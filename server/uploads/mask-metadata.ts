import { maskIdentityNumbers } from '../domain/identity-number/mask-identity-numbers.ts';

/**
 * An `Upload-Metadata` header (tus 1.0: `key base64, key base64`) in whose values identity numbers are masked,
 * so that neither the note beside the bytes nor the register keeps one from the name of a file.
 */
export function maskMetadata(header: string): string {
  return header
    .split(',')
    .map((pair) => {
      const [, key, value] = /^\s*(\S+)\s+(\S+)\s*$/.exec(pair) ?? [];
      // A digest is sixty-four hexadecimal digits, some of them in a row by chance.
      if (key === undefined || value === undefined || key === 'sha256') return pair;
      const text = Buffer.from(value, 'base64').toString('utf8');
      const masked = maskIdentityNumbers(text);
      return masked === text ? pair : `${key} ${Buffer.from(masked, 'utf8').toString('base64')}`;
    })
    .join(',');
}
