/** A layer on its way: what its form holds, and the sending. */
import type { BatchStatus } from '../../../server/domain/batch/batch-state.ts';
import { type LayerKey, readLayerFacts } from '../../../server/domain/layer/layer-metadata.ts';
import type { FieldError } from '../../../server/domain/problem/problem.ts';
import { sendFile } from '../../api/batch/upload.ts';
import { fetchLayer, type StaffLayer } from '../../api/layers.ts';
import { newId } from '../../api/new-id.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { digestOf } from '../upload/digest-of.ts';

export type LayerForm = Readonly<Record<LayerKey, string>>;

/** What the form opens with: nothing of a new layer; of one that is there, what stays and what the last edition said. */
export function openingForm(of: StaffLayer | null): LayerForm {
  const [last] = of?.editions ?? [];
  return {
    layer: of?.code ?? '',
    theme: of?.theme ?? '',
    title: of?.title ?? '',
    titleEn: of?.titleEn ?? '',
    source: last?.source ?? '',
    licence: last?.licence ?? '',
    date: '',
    audience: of && of.channels.length > 0 ? 'public' : 'staff',
  };
}

/** The day it is here, YYYY-MM-DD: what is fetched is of the day on which it was fetched. */
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/** Has a service read that a layer is fetched from; of one that is there, what is said of it stays. Rejects with CallFailed. */
export const askService = (url: string, form: LayerForm) =>
  guarded(() => fetchLayer(newId(), url.trim(), { ...form, date: form.date === '' ? today() : form.date }));

/** Fields that are missing or unfit; and one code that another layer has. */
export function errorsOf(form: LayerForm, of: StaffLayer | null, known: readonly StaffLayer[]): FieldError[] {
  const errors: FieldError[] = [];
  readLayerFacts(form, errors);
  if (of === null && known.some(({ code }) => code === form.layer)) errors.push({ field: 'layer', message: 'taken' });
  return errors;
}

/** Sends the file with what is said of it; the state in which the same had been there already, or null. Rejects with CallFailed. */
export async function sendLayer(
  file: File,
  form: LayerForm,
  onProgress: (sent: number) => void,
): Promise<BatchStatus | null> {
  const sha256 = await digestOf(file);
  const said = Object.entries(form).filter(([, value]) => value.trim() !== '');
  let url: string | null = null;
  const { found } = await guarded(
    () =>
      sendFile({
        file,
        metadata: {
          filename: file.name,
          kind: 'layer',
          // Refused or taken back before, it may come again: whoever sends it means it.
          again: 'true',
          ...Object.fromEntries(said),
          ...(sha256 === null ? {} : { sha256 }),
        },
        url,
        onUrl: (at) => {
          url = at;
        },
        onProgress,
      }).done,
  );
  return found;
}
