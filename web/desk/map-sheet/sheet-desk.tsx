import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { digitiseMapSheet, type MapSheetDetail, type SheetPage } from '../../api/document/map-sheets.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';
import { readOpenRing } from './open-ring.ts';
import { PlaceDesk } from './place-desk.tsx';
import type { Settings } from './sheet-settings.tsx';
import { TraceDesk } from './trace-desk.tsx';
import { useKeeper } from './use-map-sheet.ts';

interface Props {
  readonly page: SheetPage;
  readonly sheet: MapSheetDetail;
  readonly picture: { readonly url: string; readonly blob: Blob };
}

const REGISTRY = Number(document.getElementById('desk')?.dataset.srid ?? 9214);
const USUAL_SCALE = 1000;

/** Two steps on one sheet: where it lies, and what it shows. */
export function SheetDesk({ page, sheet, picture }: Props) {
  const { w } = useWords();
  const navigate = useNavigate();
  const tell = useNotices();
  const keeper = useKeeper(page, sheet);
  const [step, setStep] = useState<'place' | 'trace'>(() =>
    sheet.parcels.length > 0 || readOpenRing(sheet).length > 0 ? 'trace' : 'place',
  );
  const [busy, setBusy] = useState(false);
  const [settings, setSettings] = useState<Settings>(() => {
    const { points: _, ...kept } = sheet.placing ?? { points: [] };
    return { srid: REGISTRY, scale: USUAL_SCALE, sheetNo: '', method: 'affine', ...kept };
  });
  const placed = sheet.verdict !== 'open';
  const ready = sheet.verdict === 'within' && sheet.parcels.length > 0 && sheet.parcels.every(({ no }) => no !== '');
  const handOver = async () => {
    setBusy(true);
    try {
      if (!(await keeper.keep({}))) return;
      const { batchId } = await guarded(() => digitiseMapSheet(page, keeper.version()));
      tell({ text: w('sheet.handedOver', { n: sheet.parcels.length }), tone: 'done' });
      await navigate(`/desk/batches/${batchId}`);
    } catch (error) {
      tell({ text: problemWords(error, w), tone: 'trouble' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <header className="land-head">
        <div>
          <h1>{settings.sheetNo === '' ? w('sheet.title') : w('sheet.titleNo', { no: settings.sheetNo })}</h1>
          <p className="land-under">
            <Link to={`/desk/scans/${page.id}`}>{w('sheet.back')}</Link> · {sheet.commune.name} · {sheet.sourceName}
          </p>
        </div>
        <nav className="queues" aria-label={w('sheet.steps')}>
          <button type="button" aria-pressed={step === 'place'} onClick={() => setStep('place')}>
            1 · {w('sheet.step.place')}
          </button>
          <button type="button" aria-pressed={step === 'trace'} disabled={!placed} onClick={() => setStep('trace')}>
            2 · {w('sheet.step.trace')}
          </button>
        </nav>
        <div className="step-bar">
          {step === 'place' ? (
            <Button className="primary" disabled={!placed} onClick={() => setStep('trace')}>
              {w('sheet.toTrace')}
            </Button>
          ) : (
            sheet.mayEdit && (
              <Button
                className="primary"
                disabled={!ready}
                loading={busy}
                onClick={() => void handOver().catch(reportError)}
              >
                {w('sheet.handOver')}
              </Button>
            )
          )}
        </div>
      </header>
      {step === 'place' ? (
        <PlaceDesk sheet={sheet} picture={picture} settings={settings} keeper={keeper} onSettings={setSettings} />
      ) : (
        <TraceDesk sheet={sheet} picture={picture} keeper={keeper} />
      )}
      <footer className="land-foot">
        <span>{w(step === 'place' ? 'sheet.keysPlace' : 'sheet.keysTrace')}</span>
        <span role="status" data-keeping={keeper.keeping}>
          {w(`sheet.${keeper.keeping}`)}
        </span>
      </footer>
    </>
  );
}
