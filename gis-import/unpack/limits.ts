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
 * Attribute tables are mostly blanks: an honest .dbf of thirty columns 254 bytes wide, two of them filled, shrinks
 * 370 : 1 (measured). Deflate's own ceiling is 1,032 : 1, and a bomb comes close to it. The line lies between the two,
 * and below 64 MB nobody asks: nothing of that size can hurt. The true protection is the byte count while writing.
 */
export const DEFAULT_LIMITS: UnpackLimits = {
  maxEntries: 200,
  maxBytes: 2 * 1024 ** 3,
  maxEntryRatio: 500,
  maxTotalRatio: 500,
  ratioFloorBytes: 64 * 1024 ** 2,
  timeBudgetMs: 60_000,
};
