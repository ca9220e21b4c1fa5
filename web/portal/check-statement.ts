/** Checking what a QR code states, on the page of checks: from the address that it led to, or from what is pasted. Nothing is sent. */
import { formatDay } from '../../server/domain/words/format-day.ts';
import type { StatementFinding, StatementKey } from '../../server/verifier/paper-statement.ts';

function enhance(section: HTMLElement): void {
  const input = section.querySelector('textarea');
  const place = section.querySelector<HTMLElement>('[data-outcome]');
  if (!input || !place) return;
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const keys = JSON.parse(section.dataset.keys ?? '[]') as StatementKey[];
  const kinds = JSON.parse(section.dataset.kinds ?? '{}') as Record<string, string>;
  // At once, not when it is needed: then there may be no network.
  const verifier = import('../../server/verifier/paper-statement.ts');
  let turn = 0;

  function show({ verdict, statement, trial, fingerprint }: StatementFinding): void {
    const template = section.querySelector<HTMLTemplateElement>(`template[data-says="${verdict}"]`);
    const shown = template?.content.cloneNode(true);
    if (!(shown instanceof DocumentFragment)) return;
    const facts: Record<string, string | null | undefined> = {
      kind: statement && kinds[statement.kind],
      serial: statement?.serial,
      issued: statement && formatDay(statement.day, language),
      parcel: statement?.parcelCode,
      parcels: statement && statement.parcels > 1 ? String(statement.parcels) : null,
      key: fingerprint?.match(/.{1,8}/g)?.join(' '),
    };
    for (const slot of shown.querySelectorAll<HTMLElement>('[data-fact]')) {
      const text = facts[slot.dataset.fact ?? ''];
      if (text) slot.querySelector('dd')!.textContent = text;
      else slot.remove();
    }
    for (const note of shown.querySelectorAll<HTMLElement>('[data-trial]')) if (!trial) note.remove();
    place!.replaceChildren(shown);
    place!.dataset.outcome = verdict;
  }

  async function check(scanned: string): Promise<void> {
    turn += 1;
    const mine = turn;
    const finding = await (await verifier).checkStatement(scanned, keys);
    // Something else was pasted meanwhile.
    if (mine === turn) show(finding);
  }

  input.addEventListener('input', () => {
    if (input.value.trim() !== '') return void check(input.value);
    turn += 1;
    place.replaceChildren();
    delete place.dataset.outcome;
  });
  const fromAddress = () => {
    if (/^#\d{100,}$/.test(location.hash)) void check(location.href);
  };
  addEventListener('hashchange', fromAddress);
  fromAddress();
  section.hidden = false;
}

export function enhanceStatementCheck(page: ParentNode): void {
  const section = page.querySelector<HTMLElement>('[data-check-statement]');
  // Without a secure origin a browser checks no signature.
  if (section && typeof crypto.subtle === 'object') enhance(section);
}
