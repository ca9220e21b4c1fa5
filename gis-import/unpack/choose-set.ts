/** Finds the one shapefile among the names that came along. Used for zips and for folders. */
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { memberKind, PART_KINDS, type PartKind, stemOf } from './member-kind.ts';
import type { SourceMember } from './opened-source.ts';

export interface ChosenSet<T> {
  readonly parts: ReadonlyMap<PartKind, T>;
  readonly members: readonly SourceMember[];
}

/**
 * One set = one .shp and the parts of the same folder and stem, case aside. Two .shp are refused: which of them the
 * officer meant is not for us to guess.
 */
export function chooseSet<T>(candidates: readonly { readonly label: string; readonly item: T }[]): ChosenSet<T> {
  const kinds = candidates.map(({ label }) => memberKind(label));
  const named = (kind: PartKind): string[] => candidates.filter((_, i) => kinds[i] === kind).map(({ label }) => label);
  const shapes = named('shp');
  if (shapes.length > 1) throw new FileRefused('file.zip_several_sets', { sets: shapes.length });
  const [shape] = shapes;
  if (shape === undefined) throw new FileRefused('file.shp_missing', { dbf: named('dbf').length });
  const stem = stemOf(shape);
  const parts = new Map<PartKind, T>();
  const members = candidates.map(({ label, item }, i): SourceMember => {
    const kind = kinds[i]!;
    const part = PART_KINDS.find((known) => known === kind);
    if (part && stemOf(label) === stem) {
      parts.set(part, item);
      return { name: label, status: 'read', reason: null };
    }
    const reason = part ? 'other_set' : kind === 'junk' || kind === 'companion' ? kind : 'unknown_kind';
    return { name: label, status: 'ignored', reason };
  });
  return { parts, members };
}
