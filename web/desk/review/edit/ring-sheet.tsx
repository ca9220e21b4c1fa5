import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { REASON_LETTERS } from '../../../../server/domain/batch/correction.ts';
import type { Edit } from '../../../../server/domain/batch/edit.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import type { BatchRecordDetail } from '../../../api/batch/batches.ts';
import { useWords } from '../../shell/use-words.tsx';
import { readReason } from '../read-reason.ts';
import { CornerActions, CornerTable } from './corner-table.tsx';
import { areaOf, sameRings } from './ring-draft.ts';
import type { RingDrawing } from './use-ring-drawing.ts';

interface Props {
  readonly record: BatchRecordDetail;
  readonly drawing: RingDrawing;
  onSave(edit: Edit): void;
}

/** The boundary of a record under the pencil: its corners, and what follows for the area. Whether it is valid the database says. */
export default function RingSheet({ record, drawing, onSave }: Props) {
  const { w, language } = useWords();
  const { draft, first, chosen, undo, stop } = drawing;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const changed = !sameRings(draft, first);
  const area = areaOf(draft);
  const legal = record.candidate?.legalAreaM2 ?? null;
  const m2 = (value: number) => formatNumber(value, language, 1);
  const save = () => {
    const said = readReason(reason);
    setMissing(said === null);
    if (said === null) return;
    const rings = draft.rings.map((ring) => ring.map(([x, y]) => [x, y] as [number, number]));
    onSave({ field: 'ring', value: { srid: draft.srid, rings }, reason: said });
  };
  return (
    <article className="sheet ring-sheet" data-record={record.recordNo}>
      <h2>{w('ring.title', { n: record.recordNo })}</h2>
      <p className="quiet">{w('ring.how')}</p>
      <p role="status">
        {w('ring.area', { now: m2(area), was: m2(areaOf(first)) })}
        {legal !== null && ` ${w('ring.legal', { legal: m2(legal), off: m2(Math.abs(area - legal)) })}`}
      </p>
      {draft.rings.map((_, ring) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a ring is its place
        <CornerTable key={ring} ring={ring} drawing={drawing} />
      ))}
      {chosen && <CornerActions corner={chosen} drawing={drawing} />}
      <Textarea
        label={w('reason.label')}
        value={reason}
        maxLength={REASON_LETTERS.most}
        {...(missing ? { error: w('reason.missing') } : {})}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="sheet-buttons">
        <Button disabled={!changed} onClick={save}>
          {w('ring.save')}
        </Button>
        <Button variant="default" disabled={!changed} onClick={undo}>
          {w('ring.undo')}
        </Button>
        <Button variant="default" onClick={stop}>
          {w('dialog.cancel')}
        </Button>
      </div>
    </article>
  );
}
