/** Whether anybody is at this page: a desk that is left open must not keep its session alive by looking for news. */

/** Signs of a person. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** Without a sign for longer than this nobody is taken to be there. */
const AWAY_AFTER_MS = 60_000;

let lastSign = Date.now();
const note = () => {
  lastSign = Date.now();
};
// In a test of a module without a page there is nobody to be heard.
if (typeof window !== 'undefined')
  for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true, capture: true });

/** What is said with a request of a page that nobody is at; nothing otherwise. */
export const attendance = (): Readonly<Record<string, string>> =>
  Date.now() - lastSign > AWAY_AFTER_MS ? { 'x-diaba-unattended': '1' } : {};
