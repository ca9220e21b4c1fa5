import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PAPER_KINDS, type PaperKind } from '../../../server/domain/paper.ts';
import { compareTexts } from '../../../server/domain/paper-template.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import { listPaperTemplates, type PaperTemplate, templateFile } from '../../api/paper/paper-templates.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';
import './template.css';

/** Templates of papers: a version with invented facts, and two of them side by side with what they say otherwise. */
export default function TemplatesScreen() {
  const { w } = useWords();
  const [kind, setKind] = useState<PaperKind>('map_extract');
  const listed = useQuery({
    queryKey: ['paper-templates'],
    queryFn: ({ signal }) => guarded(() => listPaperTemplates(signal)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const versions = (listed.data?.items ?? []).filter((one) => one.kind === kind);
  return (
    <div className="screen">
      <h1>{w('templates.title')}</h1>
      <p className="quiet">{w('templates.lead')}</p>
      <label className="template-field">
        {w('templates.kind')}{' '}
        <select value={kind} onChange={(event) => setKind(event.currentTarget.value as PaperKind)}>
          {PAPER_KINDS.map((one) => (
            <option key={one} value={one}>
              {w(`paper.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <ListState of={listed} empty={null}>
        {versions.length > 0 && <Compare key={kind} versions={versions} />}
      </ListState>
    </div>
  );
}

function Compare({ versions }: { readonly versions: readonly PaperTemplate[] }) {
  const { w } = useWords();
  const latest = versions.at(-1)!;
  const [left, setLeft] = useState((versions.at(-2) ?? latest).version);
  const [right, setRight] = useState(latest.version);
  const find = (version: number) => versions.find((one) => one.version === version) ?? latest;
  const [one, other] = [find(left), find(right)];
  const differing = compareTexts(one.texts, other.texts);
  const same = one.version === other.version;
  return (
    <>
      <div className="template-pair">
        <Version side={w('templates.left')} shown={one} versions={versions} onChoose={setLeft} />
        <Version side={w('templates.right')} shown={other} versions={versions} onChoose={setRight} />
      </div>
      <section className="land-part" data-part="differing">
        <h2>{w('templates.differing')}</h2>
        {same && <p>{w(versions.length === 1 ? 'templates.only' : 'templates.same')}</p>}
        {!same && differing.length === 0 && <p>{w('templates.noDifference')}</p>}
        {differing.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled by keys
          <section className="land-wide-table" tabIndex={0} aria-label={w('templates.differing')}>
            <table className="land-table template-texts">
              <thead>
                <tr>
                  <th scope="col">{w('templates.place')}</th>
                  <th scope="col">{w('templates.version', { n: one.version })}</th>
                  <th scope="col">{w('templates.version', { n: other.version })}</th>
                </tr>
              </thead>
              <tbody>
                {differing.map((text) => (
                  <tr key={text.key}>
                    <th scope="row">{text.key}</th>
                    <td lang="vi">{text.left ?? '–'}</td>
                    <td lang="vi">{text.right ?? '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
    </>
  );
}

interface VersionProps {
  readonly side: string;
  readonly shown: PaperTemplate;
  readonly versions: readonly PaperTemplate[];
  onChoose(version: number): void;
}

function Version({ side, shown, versions, onChoose }: VersionProps) {
  const { w, language } = useWords();
  const { version, validFrom, validTo, sampleLayout } = shown;
  return (
    <section className="land-part" data-template={`${shown.kind} ${version}`}>
      <h2>{side}</h2>
      <label className="template-field">
        {w('templates.which')}{' '}
        <select value={version} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
          {versions.map((one) => (
            <option key={one.version} value={one.version}>
              {w('templates.version', { n: one.version })}
            </option>
          ))}
        </select>
      </label>
      <p>
        {validTo === null
          ? w('templates.from', { from: formatDay(validFrom, language) })
          : w('templates.between', { from: formatDay(validFrom, language), to: formatDay(validTo, language) })}
        {sampleLayout && ` · ${w('templates.sampleLayout')}`}
      </p>
      <p>
        <a href={templateFile(shown)} target="_blank" rel="noopener">
          {w('templates.open', { n: version })}
        </a>
      </p>
    </section>
  );
}
