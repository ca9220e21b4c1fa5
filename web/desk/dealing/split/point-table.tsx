import { Fragment } from 'react';
import { formatFixed } from '../../../../server/domain/words/format-number.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { DrawAction, Lines } from './draw-history.ts';
import { lengthOf } from './plan-of-cut.ts';

interface Props {
  readonly lines: Lines;
  act(action: DrawAction): void;
}

/** Corners of the lines as the law writes them: X is north, Y is east. */
export function PointTable({ lines, act }: Props) {
  const { w, language } = useWords();
  const fixed = (metres: number, places: number) => formatFixed(metres, language, places);
  return (
    <table className="land-table">
      <caption className="visually-hidden">{w('split.points')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('split.point')}</th>
          <th scope="col" className="land-figure">
            {w('split.north')}
          </th>
          <th scope="col" className="land-figure">
            {w('split.east')}
          </th>
          <th scope="col" className="land-figure">
            {w('split.length')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
          <Fragment key={at}>
            {line.map(([east, north], corner) => {
              const before = line[corner - 1];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <tr key={corner}>
                  <th scope="row" className="number">
                    {at + 1}.{corner + 1}
                  </th>
                  <td className="number land-figure">{fixed(north, 3)}</td>
                  <td className="number land-figure">{fixed(east, 3)}</td>
                  <td className="number land-figure">{before ? fixed(lengthOf(before, [east, north]), 2) : ''}</td>
                  <td>
                    <button
                      type="button"
                      className="land-small"
                      aria-label={w('split.removePoint', { n: corner + 1, line: at + 1 })}
                      onClick={() => act({ do: 'removeCorner', line: at, corner })}
                    >
                      ✕
                    </button>
                  </td>
                </tr>
              );
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
