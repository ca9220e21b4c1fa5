import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { MOST_BOXES, MOST_LABELS } from '../../../../server/domain/document/shelf-place.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import { printLabels, type Shelves } from '../../../api/document/shelves.ts';
import { useNotices } from '../../shell/notices.tsx';
import { problemWords } from '../../shell/problem-words.ts';
import { guarded } from '../../shell/session/session-gate.ts';
import { useWords } from '../../shell/use-words.tsx';
import { saveFile } from '../../table/save-file.ts';

interface Props {
  readonly boxes: Shelves['boxes'];
  readonly sheets: Shelves['sheets'];
  onClear(): void;
}

/** What is printed of the chosen boxes, and on which sheet. */
export function LabelsPart({ boxes, sheets, onClear }: Props) {
  const { w, language } = useWords();
  const tell = useNotices();
  const [of, setOf] = useState<'papers' | 'boxes'>('papers');
  const [sheetId, setSheetId] = useState(sheets[0]?.id ?? '');
  const [used, setUsed] = useState('0');
  const sheet = sheets.find(({ id }) => id === sheetId) ?? sheets[0];
  const onSheet = sheet?.labels ?? 1;
  const gone = Math.min(Math.max(0, Math.trunc(Number(used)) || 0), onSheet - 1);
  const labels = of === 'boxes' ? boxes.length : boxes.reduce((sum, { papers }) => sum + papers, 0);
  const tooMany = boxes.length > MOST_BOXES || labels > MOST_LABELS;
  const print = useMutation({
    mutationFn: () =>
      guarded(() =>
        printLabels({
          of,
          boxes: boxes.map(({ store, row, shelf, box }) => ({ store, row, shelf, box })),
          sheet: sheetId,
          used: gone,
        }),
      ),
    onSuccess: (pdf) => {
      saveFile('nhan.pdf', pdf);
      tell({ text: w('shelf.made'), tone: 'done' });
    },
    onError: (error) => tell({ text: problemWords(error, w), tone: 'trouble' }),
  });
  function send(event: FormEvent): void {
    event.preventDefault();
    if (!tooMany) print.mutate();
  }
  const n = (count: number) => formatNumber(count, language);
  return (
    <form className="shelf-labels" data-part="labels" onSubmit={send}>
      <fieldset>
        <legend>{w('shelf.of')}</legend>
        {(['papers', 'boxes'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="of" checked={of === one} onChange={() => setOf(one)} /> {w(`shelf.of.${one}`)}
          </label>
        ))}
      </fieldset>
      <label>
        {w('shelf.sheet')}
        <select value={sheetId} onChange={(event) => setSheetId(event.currentTarget.value)}>
          {sheets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {w('shelf.used')}
        <input
          type="number"
          min={0}
          max={onSheet - 1}
          value={used}
          onChange={(event) => setUsed(event.currentTarget.value)}
        />
      </label>
      <p className="shelf-count" aria-live="polite">
        {tooMany
          ? w('shelf.tooMany', { labels: n(MOST_LABELS), boxes: n(MOST_BOXES) })
          : w('shelf.count', {
              boxes: n(boxes.length),
              labels: n(labels),
              sheets: n(Math.ceil((labels + gone) / onSheet)),
            })}
      </p>
      <div className="shelf-buttons">
        <Button type="submit" disabled={tooMany} loading={print.isPending}>
          {w('shelf.print')}
        </Button>
        <Button type="button" variant="default" onClick={onClear}>
          {w('shelf.clear')}
        </Button>
      </div>
    </form>
  );
}
