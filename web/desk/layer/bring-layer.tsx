import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import { LAYER_AUDIENCES } from '../../../server/domain/layer/layer-limits.ts';
import { LAYER_THEMES } from '../../../server/domain/layer/layer-theme.ts';
import type { FieldError } from '../../../server/domain/problem/problem.ts';
import { CallFailed } from '../../api/get-json.ts';
import type { StaffLayer } from '../../api/layers.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { useWords } from '../shell/use-words.tsx';
import { LAYER_ENDINGS } from '../upload/unfit-file.ts';
import { askService, errorsOf, type LayerForm, openingForm, sendLayer } from './send-layer.ts';
import { LAYERS_KEY } from './use-layers.ts';

interface Props {
  /** The layer of which it is a newer edition; null for one that is new. */
  readonly of: StaffLayer | null;
  readonly known: readonly StaffLayer[];
  /** Addresses under which services may be read; none: files alone. */
  readonly sources: readonly string[];
  onClose(): void;
}

const TEXTS = ['layer', 'title', 'titleEn', 'source', 'licence', 'date'] as const;
/** What a layer keeps from edition to edition. */
const KEPT: readonly string[] = ['layer', 'title', 'titleEn'];

/** Chooses a file, says what it is, and sends it. */
export function BringLayer({ of, known, sources, onClose }: Props) {
  const { w } = useWords();
  const tell = useNotices();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const [form, setForm] = useState<LayerForm>(() => openingForm(of));
  const [file, setFile] = useState<File | null>(null);
  const [url, setUrl] = useState(of?.editions[0]?.sourceUrl ?? '');
  const isService = file === null && url.trim() !== '';
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [sent, setSent] = useState<number | null>(null);
  useEffect(() => head.current?.focus(), []);
  useEffect(() => {
    if (sent === null) return;
    const keep = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', keep);
    return () => removeEventListener('beforeunload', keep);
  }, [sent]);

  const set = (key: string, value: string) => setForm((now) => ({ ...now, [key]: value }));
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field);
    if (!error) return {};
    if (error.message === 'taken') return { error: w('layers.form.taken') };
    return { error: w(error.message === 'is missing' ? 'layers.form.missing' : `layers.form.unfit.${unfit(field)}`) };
  };
  // The desk takes what is dropped elsewhere for parcels or scans.
  const hold = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const onDrop = (event: DragEvent) => {
    hold(event);
    setFile(event.dataTransfer.files[0] ?? null);
  };

  async function send(chosen: File | null): Promise<void> {
    setSent(0);
    try {
      if (chosen === null) {
        await askService(url, form);
        tell({ text: w('layers.fetchAsked'), tone: 'done' });
        onClose();
        return;
      }
      const found = await sendLayer(chosen, form, setSent);
      const was = found !== null && !isBatch(found, 'over');
      tell({ text: w(was ? 'layers.foundAlready' : 'layers.sent', { name: chosen.name }), tone: 'done' });
      onClose();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setErrors(error.problem?.errors ?? []);
      tell({ text: problemWords(error, w), tone: 'trouble' });
    } finally {
      setSent(null);
      await client.invalidateQueries({ queryKey: LAYERS_KEY });
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // What is fetched is of the day on which it was fetched, unless another is said.
    const found = errorsOf(form, of, known).filter(({ field }) => !(isService && field === 'date' && form.date === ''));
    if (!file && !isService) found.push({ field: 'file', message: 'is missing' });
    setErrors(found);
    if (found.length === 0) void send(file).catch(reportError);
  };

  return (
    <form className="bring-layer" noValidate aria-labelledby="bring-layer" onSubmit={onSubmit}>
      <h2 id="bring-layer" ref={head} tabIndex={-1}>
        {of ? w('layers.newerOf', { layer: of.title }) : w('layers.bring')}
      </h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div className="drop" onDragEnter={hold} onDragOver={hold} onDrop={onDrop}>
        <p>{file ? w('layers.form.chosen', { name: file.name }) : w('layers.form.drop')}</p>
        <p className="quiet">{w('layers.form.kinds')}</p>
        <input
          ref={input}
          type="file"
          accept={LAYER_ENDINGS}
          className="visually-hidden"
          tabIndex={-1}
          aria-label={w('layers.form.choose')}
          onChange={({ currentTarget }) => {
            setFile(currentTarget.files?.[0] ?? null);
            currentTarget.value = '';
          }}
        />
        <Button variant="default" onClick={() => input.current?.click()}>
          {w('layers.form.choose')}
        </Button>
        {errors.some(({ field }) => field === 'file') && (
          <p className="bring-error" role="alert">
            {w('layers.form.noFile')}
          </p>
        )}
      </div>
      {sources.length > 0 && (
        <TextInput
          label={w('layers.form.url')}
          description={w('layers.form.urlSays', { sources: sources.join(', ') })}
          type="url"
          value={url}
          disabled={file !== null}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
      )}
      <div className="bring-fields">
        {TEXTS.map((key) => (
          <TextInput
            key={key}
            label={w(`layers.form.${key}`)}
            description={key === 'layer' ? w('layers.form.layerSays') : undefined}
            type={key === 'date' ? 'date' : 'text'}
            value={form[key]}
            readOnly={of !== null && KEPT.includes(key)}
            {...errorOf(key)}
            onChange={(event) => set(key, event.currentTarget.value)}
          />
        ))}
        <NativeSelect
          label={w('layers.form.theme')}
          value={form.theme}
          disabled={of !== null}
          data={[
            { value: '', label: w('layers.form.byCode') },
            ...LAYER_THEMES.map((value) => ({ value, label: w(`layers.theme.${value}`) })),
          ]}
          onChange={(event) => set('theme', event.currentTarget.value)}
        />
        <NativeSelect
          label={w('layers.form.audience')}
          description={w('layers.form.audienceSays')}
          value={form.audience}
          disabled={of !== null}
          data={LAYER_AUDIENCES.map((value) => ({
            value,
            label: w(value === 'public' ? 'layers.public' : 'layers.staffOnly'),
          }))}
          onChange={(event) => set('audience', event.currentTarget.value)}
        />
      </div>
      <p className="quiet">{w('layers.form.then')}</p>
      <div className="sheet-buttons">
        <Button type="submit" loading={sent !== null}>
          {w('layers.form.send')}
        </Button>
        <Button variant="default" disabled={sent !== null} onClick={onClose}>
          {w('dialog.cancel')}
        </Button>
        {sent !== null && file && (
          <label className="arrival-progress">
            {w('layers.form.sending')} <progress max={file.size} value={sent} />
          </label>
        )}
      </div>
    </form>
  );
}

const unfit = (field: string): 'layer' | 'date' | 'text' => (field === 'layer' || field === 'date' ? field : 'text');
