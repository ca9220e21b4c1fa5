import { formatAreaColumn } from '../../../server/domain/words/format-number.ts';
import type { TracedParcel } from '../../api/document/map-sheets.ts';
import { readNumber } from '../dealing/split/read-typed-points.ts';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly parcels: readonly TracedParcel[];
  /** m², as traced. */
  readonly areas: readonly number[];
  readonly chosen: number | null;
  readonly mayEdit: boolean;
  onChoose(parcel: number): void;
  onDescribe(parcel: number, as: Partial<Omit<TracedParcel, 'ring'>>): void;
  onRemove(parcel: number): void;
}

const NO = /^[0-9]{0,8}[A-Za-z]?$/;
const USE = /^[A-Za-z+]{0,20}$/;

/** What was traced, with what the sheet says of each: number, use, printed area. */
export function ParcelTable({ parcels, areas, chosen, mayEdit, onChoose, onDescribe, onRemove }: Props) {
  const { w, language } = useWords();
  const cell = (
    at: number,
    name: 'no' | 'landUse' | 'areaM2',
    label: string,
    shown: string,
    take: (typed: string) => Partial<Omit<TracedParcel, 'ring'>> | null,
  ) => (
    <input
      key={`${name} ${shown}`}
      type="text"
      className={name === 'landUse' ? undefined : 'number'}
      inputMode={name === 'areaM2' ? 'decimal' : 'text'}
      aria-label={label}
      defaultValue={shown}
      readOnly={!mayEdit}
      maxLength={name === 'landUse' ? 20 : 12}
      onFocus={() => onChoose(at)}
      onBlur={({ currentTarget }) => {
        const typed = currentTarget.value.trim();
        const as = take(typed);
        currentTarget.setAttribute('aria-invalid', String(as === null));
        if (as && typed !== shown) onDescribe(at, as);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
  return (
    <table className="land-table sheet-points">
      <caption className="visually-hidden">{w('sheet.parcels')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('sheet.parcelNo')}</th>
          <th scope="col">{w('sheet.landUse')}</th>
          <th scope="col" className="land-figure">
            {w('sheet.printed')}
          </th>
          <th scope="col" className="land-figure">
            {w('sheet.traced')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {parcels.map(({ no, landUse, areaM2, ring }, at) => (
          <tr key={`${ring[0]?.join()} ${ring[1]?.join()} ${ring[2]?.join()}`} data-chosen={chosen === at}>
            <td>
              {cell(at, 'no', w('sheet.noOf', { n: at + 1 }), no, (typed) => (NO.test(typed) ? { no: typed } : null))}
            </td>
            <td>
              {cell(at, 'landUse', w('sheet.useOf', { no }), landUse, (typed) =>
                USE.test(typed) ? { landUse: typed.toUpperCase() } : null,
              )}
            </td>
            <td>
              {cell(
                at,
                'areaM2',
                w('sheet.printedOf', { no }),
                areaM2 === null ? '' : language === 'vi' ? String(areaM2).replace('.', ',') : String(areaM2),
                (typed) => {
                  if (typed === '') return { areaM2: null };
                  const read = readNumber(typed);
                  return read !== null && read > 0 ? { areaM2: read } : null;
                },
              )}
            </td>
            <td className="number land-figure">{formatAreaColumn(areas[at] ?? 0, language)}</td>
            <td>
              {mayEdit && (
                <button
                  type="button"
                  className="land-small"
                  title={w('sheet.remove')}
                  aria-label={w('sheet.removeParcel', { no })}
                  onClick={() => onRemove(at)}
                >
                  ✕
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
