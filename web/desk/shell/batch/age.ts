const DAY_MS = 86_400_000;

/** Whole days since a moment. */
export const ageInDays = (moment: string, now = Date.now()): number =>
  Math.max(0, Math.floor((now - Date.parse(moment)) / DAY_MS));
