/** What a file may cost before anything has been learned from it. */
export interface UnpackLimits {
  /** Entries of a zip. */
  readonly maxEntries: number;
  /** Bytes of the file itself, and of everything in a zip together. */
  readonly maxBytes: number;
  /** Bytes out per byte in, one entry; asked only of entries above `ratioFloorBytes`. */
  readonly maxEntryRatio: number;
  /** The same for all entries together. */
  readonly maxTotalRatio: number;
  readonly ratioFloorBytes: number;
  /** Milliseconds for writing out all members. */
  readonly timeBudgetMs: number;
}

/**
 * Why a floor: attribute tables are mostly blanks and honest ones shrink far below a hundredth, while below 64 MB
 * nothing that could be hidden is worth refusing. Deflate's own ceiling is 1,032 : 1, which is what a bomb comes close
 * to. The true protection is the byte count while writing.
 */
export const DEFAULT_LIMITS: UnpackLimits = {
  maxEntries: 200,
  maxBytes: 2 * 1024 ** 3,
  maxEntryRatio: 250,
  maxTotalRatio: 150,
  ratioFloorBytes: 64 * 1024 ** 2,
  timeBudgetMs: 60_000,
};
