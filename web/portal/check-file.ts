/** Checking a PDF on the page of checks: chosen or dropped, read here, never sent. Words come with the page, as templates. */
import { formatMoment } from '../../server/domain/words/format-day.ts';
import type { JudgedFile } from './judge-dropped.ts';

/** Papers have some 50 kB; what is larger by far is none, and would fill a phone. */
const MOST_BYTES = 50_000_000;

type Outcome = JudgedFile['verdict'] | 'other' | 'too_large' | 'failed';

function enhance(section: HTMLElement): void {
  const input = section.querySelector<HTMLInputElement>('input[type="file"]');
  const place = section.querySelector<HTMLElement>('[data-outcome]');
  if (!input || !place) return;
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const wanted = section.dataset.digest ?? '';
  const kinds = JSON.parse(section.dataset.kinds ?? '{}') as Record<string, string>;
  let turn = 0;

  function show(name: Outcome | 'reading', fileName: string, judged?: JudgedFile): void {
    const template = section.querySelector<HTMLTemplateElement>(`template[data-says="${name}"]`);
    const shown = template?.content.cloneNode(true);
    if (!(shown instanceof DocumentFragment)) return;
    const { check, signatures = [], sha256, trial } = judged ?? {};
    const names = [...new Set(signatures.map((one) => one.name))].join('; ');
    // Of several signatures the last one's: it is over all before it.
    const { stamp = null, level } = signatures.at(-1) ?? {};
    const stamped = stamp && `${formatMoment(stamp.at.toISOString(), language)}, ${stamp.authority}`;
    const facts: Record<string, string | null | undefined> = {
      file: fileName,
      kind: check?.kind && kinds[check.kind],
      serial: check?.serial,
      issued: check?.issuedAt && formatMoment(check.issuedAt, language),
      superseded: check?.supersededAt && formatMoment(check.supersededAt, language),
      office: check?.office,
      signer: names,
      stamped: stamp?.vouched ? stamped : null,
      unvouched: stamp?.vouched ? null : stamped,
      level: level && `PAdES ${level}`,
      digest: sha256,
    };
    for (const slot of shown.querySelectorAll<HTMLElement>('[data-fact]')) {
      const text = facts[slot.dataset.fact ?? ''];
      if (text) slot.querySelector('dd')!.textContent = text;
      else slot.remove();
    }
    for (const note of shown.querySelectorAll<HTMLElement>('[data-trial]')) if (!trial) note.remove();
    place!.replaceChildren(shown);
    place!.dataset.outcome = name;
  }

  async function check(file: File): Promise<void> {
    turn += 1;
    const mine = turn;
    show('reading', file.name);
    let outcome: Outcome = 'failed';
    let judged: JudgedFile | undefined;
    try {
      if (file.size > MOST_BYTES) outcome = 'too_large';
      else {
        const { judgeDropped } = await import('./judge-dropped.ts');
        judged = await judgeDropped(file);
        const isKnown = judged.check.state !== 'unknown';
        outcome = isKnown && wanted !== '' && judged.sha256 !== wanted ? 'other' : judged.verdict;
      }
    } catch {
      judged = undefined;
      outcome = 'failed';
    }
    // Another file was chosen meanwhile: the answer would be taken for that one's.
    if (mine === turn) show(outcome, file.name, judged);
  }

  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void check(file);
  });
  section.addEventListener('dragover', (event) => {
    event.preventDefault();
    section.dataset.over = 'true';
  });
  section.addEventListener('dragleave', () => delete section.dataset.over);
  section.addEventListener('drop', (event) => {
    event.preventDefault();
    delete section.dataset.over;
    const file = event.dataTransfer?.files[0];
    if (file) void check(file);
  });
  section.hidden = false;
}

export function enhanceFileCheck(page: ParentNode): void {
  const section = page.querySelector<HTMLElement>('[data-check-file]');
  // Without a secure origin a browser computes no digest.
  if (section && typeof crypto.subtle === 'object') enhance(section);
}
