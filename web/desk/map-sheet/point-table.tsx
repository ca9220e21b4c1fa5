import { useEffect, useRef } from 'react';
import { formatFixed } from '../../../server/domain/words/format-number.ts';
import { readNumber } from '../dealing/split/read-typed-points.ts';
import { useWords } from '../shell/use-words.tsx';
import type { PointRow } from './point-rows.ts';

interface Props {
  readonly rows: readonly PointRow[];
  readonly residuals: readonly (number | null)[];
  /** Metres from which on a residual stands out. */
  readonly limitM: number;
  readonly chosen: number | null;
  readonly mayEdit: boolean;
  /** A row whose first empty figure is to be typed; another object is another wish. */
  readonly typing: { readonly row: number } | null;
  onChoose(row: number): void;
  onChange(row: number, change: Partial<PointRow>): void;
  onMove(row: number): void;
  onRemove(row: number): void;
}

/** Control points with what was typed of them, and how far each is missed. */
export function PointTable({
  rows,
  residuals,
  limitM,
  chosen,
  mayEdit,
  typing,
  onChoose,
  onChange,
  onMove,
  onRemove,
}: Props) {
  const { w, language } = useWords();
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (!typing) return;
    const inputs = table.current?.querySelectorAll<HTMLInputElement>(`tr[data-row="${typing.row}"] input[inputmode]`);
    const open = [...(inputs ?? [])].find(({ value }) => value === '') ?? inputs?.[0];
    open?.focus();
    open?.select();
  }, [typing]);
  const text = (value: number | null) =>
    value === null ? '' : language === 'vi' ? String(value).replace('.', ',') : String(value);
  const figure = (row: number, axis: 'north' | 'east') => {
    const value = rows[row]?.[axis] ?? null;
    return (
      <input
        key={`${axis} ${value}`}
        type="text"
        inputMode="decimal"
        className="number"
        aria-label={w(axis === 'north' ? 'sheet.northOf' : 'sheet.eastOf', { name: rows[row]?.name ?? '' })}
        defaultValue={text(value)}
        readOnly={!mayEdit}
        onFocus={() => onChoose(row)}
        onBlur={({ currentTarget }) => {
          const typed = currentTarget.value.trim();
          const read = typed === '' ? null : readNumber(typed);
          const odd = typed !== '' && read === null;
          currentTarget.setAttribute('aria-invalid', String(odd));
          if (!odd && read !== value) onChange(row, { [axis]: read });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const all = [...(table.current?.querySelectorAll<HTMLInputElement>('input[inputmode]') ?? [])];
          const next = all[all.indexOf(event.currentTarget) + 1];
          if (next) next.focus();
          else event.currentTarget.blur();
        }}
      />
    );
  };
  return (
    <table ref={table} className="land-table sheet-points">
      <caption className="visually-hidden">{w('sheet.points')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('sheet.point')}</th>
          <th scope="col" className="land-figure">
            {w('sheet.north')}
          </th>
          <th scope="col" className="land-figure">
            {w('sheet.east')}
          </th>
          <th scope="col" className="land-figure">
            {w('sheet.off')}
          </th>
          <th scope="col">{w('sheet.used')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, used }, row) => {
          const off = residuals[row] ?? null;
          const odd = off !== null && off > limitM;
          return (
            <tr key={name} data-row={row} data-chosen={chosen === row} data-odd={odd}>
              <th scope="row">
                <button
                  type="button"
                  className="land-small"
                  aria-label={w('sheet.showOf', { name })}
                  onClick={() => onChoose(row)}
                >
                  {name}
                </button>
              </th>
              <td>{figure(row, 'north')}</td>
              <td>{figure(row, 'east')}</td>
              <td className="number land-figure">
                {off === null ? '–' : `${odd ? '▲ ' : ''}${formatFixed(off, language, 2)}`}
              </td>
              <td>
                <input
                  type="checkbox"
                  aria-label={w('sheet.usedOf', { name })}
                  checked={used}
                  disabled={!mayEdit}
                  onChange={({ currentTarget }) => onChange(row, { used: currentTarget.checked })}
                />
              </td>
              <td className="sheet-acts">
                {mayEdit && (
                  <>
                    <button
                      type="button"
                      className="land-small"
                      title={w('sheet.moveOf', { name })}
                      aria-label={w('sheet.moveOf', { name })}
                      onClick={() => onMove(row)}
                    >
                      {w('sheet.move')}
                    </button>
                    <button
                      type="button"
                      className="land-small"
                      title={w('sheet.remove')}
                      aria-label={w('sheet.removeOf', { name })}
                      onClick={() => onRemove(row)}
                    >
                      ✕
                    </button>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
