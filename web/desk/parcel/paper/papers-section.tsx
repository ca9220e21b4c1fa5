import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { INFORMATION_BLOCKS, type InformationBlock, PAPER_MAKERS } from '../../../../server/domain/paper.ts';
import { formatMoment } from '../../../../server/domain/words/format-day.ts';
import { type IssueRequest, type Paper, paperCheck, paperFile } from '../../../api/paper/papers.ts';
import type { ParcelDetail } from '../../../api/parcels.ts';
import { ListState } from '../../shell/list-state.tsx';
import { useHasRole } from '../../shell/session/use-me.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { usePapersOf } from '../use-parcel.ts';
import { ExtractNeighbours } from './extract-neighbours.tsx';
import { PaperMark } from './paper-mark.tsx';
import { useIssuePaper } from './use-issue-paper.ts';

interface Props {
  readonly parcel: ParcelDetail;
  /** Whether what is shown is what holds now: papers are made of that alone. */
  readonly makes: boolean;
}

/** The papers of a parcel, the latest first: what became of each, its bytes and its check; and the making of a new one. */
export function PapersSection({ parcel, makes }: Props) {
  const { w } = useWords();
  const papers = usePapersOf(parcel.id);
  const mayMake = useHasRole(...PAPER_MAKERS);
  const { issue, busy, made } = useIssuePaper(parcel.id);
  const [blocks, setBlocks] = useState<InformationBlock[]>([...INFORMATION_BLOCKS]);
  const [others, setOthers] = useState<readonly string[]>([]);
  const make = (asked: Omit<IssueRequest, 'parcelIds'>, more: readonly string[] = []) =>
    void issue({ ...asked, parcelIds: [parcel.id, ...more] }).catch(reportError);
  const items = papers.data?.items ?? [];
  const current = parcel.state === 'current';
  return (
    <section className="land-part" data-part="papers">
      <h2>{w('papers.title')}</h2>
      {makes && mayMake && current && (
        <>
          <div className="sheet-buttons">
            <Button variant="default" loading={busy} onClick={() => make({ kind: 'map_extract' }, others)}>
              {busy
                ? w('papers.making')
                : others.length === 0
                  ? w('papers.make')
                  : w('papers.makeSeveral', { n: others.length + 1 })}
            </Button>
            <Button
              variant="default"
              disabled={busy || blocks.length === 0}
              onClick={() => make({ kind: 'land_information', blocks })}
            >
              {w('papers.makeSheet')}
            </Button>
          </div>
          <ExtractNeighbours parcelId={parcel.id} chosen={others} onChoose={setOthers} />
          <details className="land-not">
            <summary>{w('papers.blocks')}</summary>
            {INFORMATION_BLOCKS.map((block) => (
              <label key={block} className="land-check">
                <input
                  type="checkbox"
                  checked={blocks.includes(block)}
                  onChange={(event) => {
                    const { checked } = event.currentTarget;
                    setBlocks(INFORMATION_BLOCKS.filter((one) => (one === block ? checked : blocks.includes(one))));
                  }}
                />{' '}
                {w(`paperBlock.${block}`)}
              </label>
            ))}
          </details>
        </>
      )}
      {makes && mayMake && (
        <div className="sheet-buttons">
          <Button variant="default" disabled={busy} onClick={() => make({ kind: 'parcel_history' })}>
            {w('papers.makeHistory')}
          </Button>
        </div>
      )}
      {makes && mayMake && !current && <p className="quiet">{w('papers.historic')}</p>}
      {makes && !mayMake && <p className="quiet">{w('papers.notYours')}</p>}
      <ListState of={papers} empty={items.length === 0 ? w('papers.none') : null}>
        <ul className="land-lines land-papers">
          {items.map((paper) => (
            <PaperLine key={paper.serial} paper={paper} latest={paper.serial === made} />
          ))}
        </ul>
        {items.some(({ trialSignature }) => trialSignature) && <p className="quiet land-note">{w('papers.trial')}</p>}
      </ListState>
      {mayMake && <p className="quiet land-note">{w('papers.logged')}</p>}
      <p className="land-note">
        <Link to="/desk/templates">{w('templates.title')}</Link>
      </p>
    </section>
  );
}

function PaperLine({ paper, latest }: { readonly paper: Paper; readonly latest: boolean }) {
  const { w, language } = useWords();
  const { serial, code, kind, status, issuedAt, supersededAt, supersededBy } = paper;
  return (
    <li data-paper={serial} data-latest={latest || undefined}>
      <div>
        <strong className="number">{serial}</strong> · <PaperMark status={status} />
      </div>
      <div>
        <span className="capital">{w(`paper.${kind}`)}</span> ·{' '}
        {w('papers.issued', { when: formatMoment(issuedAt, language) })}
      </div>
      {supersededAt !== null && (
        <div>
          {w('papers.since', { when: formatMoment(supersededAt, language) })}
          {supersededBy !== null && (
            <>
              {' · '}
              <Link to={`/desk/dealings/${supersededBy}`}>{w('papers.by')}</Link>
            </>
          )}
        </div>
      )}
      <div>
        <a href={paperFile(serial)} target="_blank" rel="noopener" aria-label={w('papers.openOf', { serial })}>
          {w('papers.open')}
        </a>{' '}
        ·{' '}
        <a href={paperCheck(code)} target="_blank" rel="noopener" aria-label={w('papers.checkOf', { serial })}>
          {w('papers.check')}
        </a>
      </div>
    </li>
  );
}
