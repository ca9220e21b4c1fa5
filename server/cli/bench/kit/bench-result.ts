/** What a benchmark answers with. Plain data: printed as a table, written as JSON. */

/** Every value of one measure, one per round or per request. */
export interface Measure {
  readonly label: string;
  readonly unit: 'ms' | 'MiB' | 'kB';
  readonly values: readonly number[];
  /** How the values are summed up; a percentile of `values`. */
  readonly percentile: number;
}

/** A promise of docs/benchmarks.md. `measured` is null where the peer is not installed. */
export interface Bar {
  readonly about: string;
  readonly measured: number | null;
  /** Met when `measured` is at most this. */
  readonly limit: number;
  readonly unit: '×' | 'ms' | 'MiB' | 'points' | '%' | 'times';
}

export interface BenchResult {
  readonly measures: readonly Measure[];
  readonly bars: readonly Bar[];
  /** Facts a reader needs to judge the numbers. */
  readonly notes: readonly string[];
}

export interface BenchOptions {
  readonly parcels: number;
  readonly rounds: number;
  /** Says what is going on; a benchmark takes minutes. */
  tell(line: string): void;
}

export interface Bench {
  readonly name: string;
  readonly about: string;
  run(options: BenchOptions): Promise<BenchResult>;
}
