import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  /** Day of the paper; undefined where it gives none. */
  readonly date: string | undefined;
  readonly today: string;
}

/** A paper of tomorrow proves nothing today. */
export const documentInFuture = rule({
  code: 'document.in_future',
  severity: 'error',
  vi: 'Ngày của giấy tờ[ {date}] ở tương lai.',
  en: 'The date of the document[ {date}] is in the future.',
  check: ({ date, today }: Asked) => (date === undefined ? null : date > today ? [{ date, today }] : []),
});

export const fixtures: Fixtures<Asked> = {
  passes: { date: '2026-11-30', today: '2026-11-30' },
  fails: { date: '2026-12-01', today: '2026-11-30' },
  notApplicable: { date: undefined, today: '2026-11-30' },
};
