import type { ReadingReason } from '../../server/domain/batch/reading-reason.ts';
import { reasonsOf, type SourceFacts } from './build-report.ts';

interface Summary {
  readonly columns: Readonly<Record<string, string>>;
  readonly columnNames: readonly string[];
  readonly otherColumns?: SourceFacts['otherColumns'];
  readonly encoding: {
    readonly detected: string;
    readonly used: string;
    readonly confidence: number;
    readonly why: readonly ReadingReason[];
    readonly columns: readonly { readonly encoding: string }[];
  } | null;
  readonly projection: {
    readonly declared: number | null;
    readonly detected: number | null;
    readonly srid: number | null;
    readonly swapAxes: boolean;
    readonly confidence: number;
    readonly why: readonly ReadingReason[];
  } | null;
  readonly stages: Readonly<Record<string, number>>;
}

/** What the report says about encoding and projection. Columns without a byte above 7F need no encoding and are left out. */
export function factsOf(
  { columns, columnNames, otherColumns, encoding, projection, stages }: Summary,
  sridUsed: number | null,
): SourceFacts {
  const perColumn =
    encoding?.columns.flatMap((verdict, i) =>
      verdict.encoding === 'ascii' ? [] : [[columnNames[i]!, verdict.encoding] as const],
    ) ?? [];
  return {
    encoding: {
      detected: encoding?.detected ?? null,
      used: encoding?.used ?? null,
      confidence: encoding?.confidence ?? 0,
      columns: Object.fromEntries(perColumn),
      ...reasonsOf(encoding?.why ?? [{ code: 'not_read', params: {} }]),
    },
    srid: {
      declared: projection?.declared ?? null,
      detected: projection?.detected ?? null,
      used: projection?.srid ?? sridUsed,
      axesSwapped: projection?.swapAxes ?? false,
      confidence: projection?.confidence ?? 0,
      ...reasonsOf(projection?.why ?? [{ code: 'projection.no_point', params: {} }]),
    },
    columns: { ...columns },
    ...(otherColumns ? { otherColumns } : {}),
    stages: { ...stages },
  };
}
