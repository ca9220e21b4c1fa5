/**
 * Milliseconds that comparing the records of a batch may take, at most twice over: hundreds of times what an honest sheet needs
 * (40 µs a record), so that a slow machine does not matter, and too short for anybody to keep a worker from others.
 */
export const timeToCompare = (records: number): number => 3_000 + records;

/** The same for any other statement over all records. */
export const timeForRecords = (records: number): number => 60_000 + 5 * records;
