import type { Finding } from '../../../server/domain/finding/finding.ts';
import { readNumber } from './read-number.ts';

/**
 * The area of a record, m²: the first of its columns that holds one. Empty or 0 is what programs write where nothing was
 * entered, so the next column speaks; anything else that is no area is said, and no other value put in its place.
 */
export function readArea(texts: readonly string[], findings: Omit<Finding, 'recordNo'>[]): number | null {
  for (const text of texts) {
    const read = readNumber(text);
    if (read.kind === 'empty') continue;
    if (read.kind === 'number') {
      const value = Number(read.text);
      if (value > 0) return value;
      if (value === 0) continue;
      findings.push({ code: 'area.negative' });
    } else findings.push({ code: read.kind === 'overflow' ? 'area.overflow' : 'area.unreadable' });
    return null;
  }
  findings.push({ code: 'area.missing' });
  return null;
}
