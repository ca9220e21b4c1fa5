import { Checkbox } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { LIMIT } from '../../../server/domain/map-sheet/judge-fit.ts';
import type { MapSheetDetail } from '../../api/document/map-sheets.ts';
import { useWords } from '../shell/use-words.tsx';
import { catchCross } from './catch-cross.ts';
import { FitPart } from './fit-part.tsx';
import { judgeRows, nextName, type PointRow, proposeCross, rowOf, wholeOf } from './point-rows.ts';
import { PointTable } from './point-table.tsx';
import { type Settings, SHEET_NO, SheetSettings } from './sheet-settings.tsx';
import type { Keeper } from './use-map-sheet.ts';

const PicturePane = lazy(() => import('./picture-pane.tsx'));

interface Props {
  readonly sheet: MapSheetDetail;
  readonly picture: { readonly url: string; readonly blob: Blob };
  readonly settings: Settings;
  readonly keeper: Keeper;
  onSettings(settings: Settings): void;
}

/** The picture with its control points beside their table: each a click and two figures; after three the rest is proposed. */
export function PlaceDesk({ sheet, picture, settings, keeper, onSettings }: Props) {
  const { w } = useWords();
  const { mayEdit, tolerances } = sheet;
  const [rows, setRows] = useState<readonly PointRow[]>(() => (sheet.placing?.points ?? []).map(rowOf));
  const [chosen, setChosen] = useState<number | null>(null);
  /** The row whose place the next click sets; null: a new one. */
  const [moving, setMoving] = useState<number | null>(null);
  const [catches, setCatches] = useState(true);
  const [typing, setTyping] = useState<{ readonly row: number } | null>(null);
  const [focus, setFocus] = useState<{ readonly at: readonly [number, number] } | null>(null);
  const toleranceM = tolerances.find(({ scale }) => scale === settings.scale)?.toleranceM ?? 0;
  const judged = useMemo(() => judgeRows(rows, settings.method, toleranceM), [rows, settings.method, toleranceM]);
  const keep = (next: readonly PointRow[], said: Settings) => {
    if (!mayEdit || !SHEET_NO.test(said.sheetNo)) return;
    void keeper.keep({ placing: { ...said, points: wholeOf(next).map(({ point }) => point) } });
  };
  const change = (next: readonly PointRow[]) => {
    setRows(next);
    keep(next, settings);
  };
  const onPoint = async (pointed: readonly [number, number]) => {
    if (!mayEdit) return;
    const at = catches ? await catchCross(picture.blob, pointed, sheet) : pointed;
    if (moving !== null) {
      change(rows.map((row, index) => (index === moving ? { ...row, at } : row)));
      setMoving(null);
      return;
    }
    const proposed = proposeCross(rows, at, settings.scale);
    const row: PointRow = { name: nextName(rows), at, north: null, east: null, used: true, ...proposed };
    change([...rows, row]);
    setChosen(rows.length);
    setTyping({ row: rows.length });
  };
  const marks = useMemo(
    () =>
      rows.map(({ name, at, used }, index) => {
        const off = judged.residuals[index] ?? null;
        const state = used ? (off !== null && off > LIMIT * toleranceM ? 'odd' : 'good') : 'unused';
        return { name, at, state, chosen: chosen === index } as const;
      }),
    [rows, judged, chosen, toleranceM],
  );
  const movingName = moving === null ? null : rows[moving]?.name;
  return (
    <div className="land-body sheet-place">
      <section className="pane pane-map" data-pane="map" aria-label={w('sheet.picture')} tabIndex={-1}>
        <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
          <PicturePane
            url={picture.url}
            width={sheet.width}
            height={sheet.height}
            turn={sheet.turn}
            points={marks}
            focus={focus}
            onPoint={(at) => void onPoint(at).catch(reportError)}
          >
            <p className="sheet-hint" role="status">
              {movingName ? w('sheet.clickMove', { name: movingName }) : w('sheet.clickAdd')}
            </p>
          </PicturePane>
        </Suspense>
      </section>
      <section className="pane pane-sheet sheet" data-pane="sheet" aria-label={w('pane.sheet')} tabIndex={-1}>
        <SheetSettings
          settings={settings}
          tolerances={tolerances}
          mayEdit={mayEdit}
          onChange={(part) => {
            const next = { ...settings, ...part };
            onSettings(next);
            keep(rows, next);
          }}
        />
        {settings.sheetNo === '' && <p className="land-strip">{w('sheet.noFirst')}</p>}
        <FitPart
          judged={judged}
          names={rows.map(({ name }) => name)}
          method={settings.method}
          scale={settings.scale}
          toleranceM={toleranceM}
        />
        <section className="land-part" data-part="points">
          <h2>{w('sheet.points')}</h2>
          {rows.length === 0 ? (
            <p className="quiet">{w('sheet.noPoints')}</p>
          ) : (
            <PointTable
              rows={rows}
              residuals={judged.residuals}
              limitM={LIMIT * toleranceM}
              chosen={chosen}
              mayEdit={mayEdit}
              typing={typing}
              onChoose={(row) => {
                if (row === chosen) return;
                setChosen(row);
                const at = rows[row]?.at;
                if (at) setFocus({ at });
              }}
              onChange={(row, part) => change(rows.map((one, index) => (index === row ? { ...one, ...part } : one)))}
              onMove={(row) => {
                setMoving(moving === row ? null : row);
                setChosen(row);
              }}
              onRemove={(row) => {
                change(rows.filter((_, index) => index !== row));
                setChosen(null);
                setMoving(null);
              }}
            />
          )}
          <Checkbox
            label={w('sheet.catch')}
            checked={catches}
            onChange={({ currentTarget }) => setCatches(currentTarget.checked)}
          />
        </section>
      </section>
    </div>
  );
}
