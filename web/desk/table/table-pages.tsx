import { Button } from '@mantine/core';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  /** First and last row that is seen, from 0. */
  readonly seen: readonly [number, number];
  readonly total: number;
  onTo(index: number): void;
}

/** Where in the list one is, "1–18 of 3.000", and a screenful on or back. */
export function TablePages({ seen, total, onTo }: Props) {
  const { w, language } = useWords();
  const n = (value: number) => formatNumber(value, language, 0);
  const last = Math.min(total - 1, Math.max(seen[0], seen[1]));
  return (
    <div className="table-pages">
      <span role="status">
        {total === 0 ? w('table.empty') : w('table.range', { from: n(seen[0] + 1), to: n(last + 1), total: n(total) })}
      </span>
      {total > last - seen[0] + 1 && (
        <>
          <Button
            variant="default"
            disabled={seen[0] === 0}
            onClick={() => onTo(seen[0] - Math.max(1, last - seen[0]))}
          >
            {w('table.previous')}
          </Button>
          <Button variant="default" disabled={last >= total - 1} onClick={() => onTo(last)}>
            {w('table.next')}
          </Button>
        </>
      )}
    </div>
  );
}
