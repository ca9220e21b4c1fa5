import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PAPER_MAKERS } from '../../../server/domain/paper.ts';
import { keepPrinter, type Printer, rulerFile } from '../../api/paper/certificates.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { PRINTERS_KEY, usePrinters } from './use-blanks.ts';

const NEW: Printer = { name: '', front: { dxMm: 0, dyMm: 0 }, back: { dxMm: 0, dyMm: 0 }, duplex: 'long_edge' };
const SHIFTS = [
  ['front', 'dxMm'],
  ['front', 'dyMm'],
  ['back', 'dxMm'],
  ['back', 'dyMm'],
] as const;

/** By how much each printer misses its place: print the ruler page, measure, save. */
export function PrintersPart() {
  const { w } = useWords();
  const client = useQueryClient();
  const tell = useNotices();
  const mayKeep = useHasRole(...PAPER_MAKERS);
  const printers = usePrinters().data?.items ?? [];
  const [printer, setPrinter] = useState<Printer>(NEW);
  if (!mayKeep) return null;
  const named = /^[A-Za-z0-9 ._-]{1,60}$/.test(printer.name.trim());
  async function keep(): Promise<void> {
    try {
      await guarded(() => keepPrinter({ ...printer, name: printer.name.trim() }));
      tell({ text: w('printers.kept', { name: printer.name.trim() }), tone: 'done' });
      await client.invalidateQueries({ queryKey: PRINTERS_KEY });
    } catch (error) {
      tell({ text: problemWords(error, w), tone: 'trouble' });
    }
  }
  return (
    <section className="land-fields" data-part="printers">
      <h2>{w('printers.title')}</h2>
      {printers.length > 0 && (
        <NativeSelect
          size="xs"
          label={w('printers.kept.choose')}
          value={printers.some(({ name }) => name === printer.name) ? printer.name : ''}
          data={[
            { value: '', label: w('printers.new') },
            ...printers.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(event) => setPrinter(printers.find(({ name }) => name === event.currentTarget.value) ?? NEW)}
        />
      )}
      <TextInput
        label={w('printers.name')}
        description={w('printers.nameHow')}
        value={printer.name}
        maxLength={60}
        onChange={(event) => setPrinter({ ...printer, name: event.currentTarget.value })}
      />
      <div className="blank-shifts">
        {SHIFTS.map(([side, axis]) => (
          <NumberInput
            key={`${side} ${axis}`}
            size="xs"
            label={w(`printers.${side}.${axis}`)}
            value={printer[side][axis]}
            min={-20}
            max={20}
            step={0.1}
            decimalScale={1}
            onChange={(value) =>
              setPrinter({ ...printer, [side]: { ...printer[side], [axis]: typeof value === 'number' ? value : 0 } })
            }
          />
        ))}
      </div>
      <NativeSelect
        size="xs"
        label={w('printers.duplex')}
        value={printer.duplex}
        data={(['long_edge', 'short_edge'] as const).map((one) => ({ value: one, label: w(`printers.${one}`) }))}
        onChange={(event) => setPrinter({ ...printer, duplex: event.currentTarget.value as Printer['duplex'] })}
      />
      <div className="sheet-buttons">
        <Button variant="default" disabled={!named} onClick={() => void keep().catch(reportError)}>
          {w('printers.keep')}
        </Button>
        {named && (
          <a href={rulerFile(printer.name.trim())} target="_blank" rel="noopener">
            {w('printers.ruler')}
          </a>
        )}
      </div>
    </section>
  );
}
