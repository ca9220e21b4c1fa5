import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { readingReasonWords } from '../../../server/domain/batch/reading-reason-text.ts';
import { AS_PRJ_SAYS, SOURCE_SYSTEMS } from '../../../server/domain/crs.ts';
import { TEXT_ENCODINGS } from '../../../server/domain/encoding/codec.ts';
import { encodingName } from '../../../server/domain/encoding/encoding-name.ts';
import { findingWords } from '../../../server/domain/finding/finding-text.ts';
import { formatNumber, formatShare } from '../../../server/domain/words/format-number.ts';
import { systemName } from '../../../server/domain/words/system-name.ts';
import type { OverrideRequest } from '../../api/batch/batch-steps.ts';
import type { BatchDetail, BatchReport, FindingGroup } from '../../api/batch/batches.ts';
import { DigitisedFacts } from '../map-sheet/digitised-facts.tsx';
import { CountsBar } from '../shell/batch/counts-bar.tsx';
import { SeverityMark } from '../shell/batch/status-mark.tsx';
import { useWords } from '../shell/use-words.tsx';
import { ColumnsAgain } from './columns-again.tsx';
import { DifferenceCounts } from './difference/difference-counts.tsx';

/** A sheet number as an option of the import takes it (OverrideRequest). */
const SHEET_OPTION = /^[1-9][0-9]{0,5}[a-z]?$/;

interface Props {
  readonly batch: BatchDetail;
  readonly report: BatchReport | undefined;
  readonly groups: readonly FindingGroup[];
  onOverride(options: OverrideRequest): void;
  onCode(code: string): void;
}

/** The file: what came, how it was read and on what evidence, and reading it again otherwise by one click. */
export function FileSheet({ batch, report, groups, onOverride, onCode }: Props) {
  const { w, language } = useWords();
  const n = (value: number) => formatNumber(value, language, 0);
  const may = batch.allowed.includes('override');
  const ofFile = groups.filter(({ ofFile: about }) => about);
  const { options } = batch;
  const notRead = report?.encoding.reasons?.some(({ code }) => code === 'not_read') === true;
  // Of a table that nobody came to nothing is known of the system either, nor of its .prj.
  const noSystem = notRead && report.srid.used === null && report.srid.declared === null;
  // A table has no coordinates, so no system of them either.
  const isTable = report?.files.some(({ kind }) => kind === 'table') === true;
  return (
    <article className="sheet">
      <h2>{w('file.title')}</h2>
      <dl className="facts">
        <dt>{w('column.file')}</dt>
        <dd>{batch.sourceName}</dd>
        <dt>{w('file.digest')}</dt>
        <dd className="digest">{batch.sourceSha256}</dd>
        <dt>{w('column.commune')}</dt>
        <dd>{batch.commune ? `${batch.commune.name} (${batch.commune.code})` : w('file.unknown')}</dd>
        <dt>{w('column.sheet')}</dt>
        <dd>{options.sheet ?? (batch.sheets.join(', ') || w('file.unknown'))}</dd>
        <dt>{w('field.scale')}</dt>
        <dd>{options.scale ? `1:${options.scale}` : w('file.unknown')}</dd>
        <dt>{w('file.attempt')}</dt>
        <dd>{batch.attempt}</dd>
      </dl>
      {batch.digitised && <DigitisedFacts of={batch.digitised} />}
      <CountsBar counts={batch.counts} />
      {batch.difference && <DifferenceCounts difference={batch.difference} onCode={onCode} />}
      {report && report.files.length > 0 && (
        <ul className="file-parts">
          {report.files.map(({ name, status, records, reason }) => (
            <li key={name}>
              <code>{name}</code> {w(`file.${status}`)}
              {records > 0 && ` · ${w('counts.read', { n: n(records) })}`}
              {reason && <span className="quiet"> · {reason}</span>}
            </li>
          ))}
        </ul>
      )}
      {ofFile.length > 0 && (
        <ul className="record-findings">
          {ofFile.map((group) => {
            const words = findingWords(group.code, language, group.detail, 'desk');
            return (
              <li key={group.code}>
                <SeverityMark severity={group.severity} /> {words.says} {words.wayOut}
              </li>
            );
          })}
        </ul>
      )}
      {report && (
        <>
          <h3>{w('file.encoding')}</h3>
          <Reading
            of={report.encoding}
            notRead={notRead}
            name={report.encoding.used && encodingName(report.encoding.used, language)}
          />
          {Object.keys(report.encoding.columns).length > 0 && (
            <p className="quiet">
              {w('file.perColumn')}{' '}
              {Object.entries(report.encoding.columns)
                .map(([column, encoding]) => `${column}: ${encodingName(encoding, language)}`)
                .join(', ')}
            </p>
          )}
          {may && (
            <Again
              label={w('file.readAsEncoding')}
              value={options.encoding}
              choices={[
                { value: 'auto', label: w('encoding.auto') },
                ...TEXT_ENCODINGS.map((name) => ({ value: name, label: encodingName(name, language) })),
              ]}
              onAgain={(value) => onOverride({ encoding: value as 'auto' })}
            />
          )}
        </>
      )}
      {report && !isTable && (
        <>
          <h3>{w('file.projection')}</h3>
          <Reading
            of={report.srid}
            notRead={noSystem}
            name={report.srid.used === null ? null : systemName(report.srid.used, language)}
          >
            <p>
              {report.srid.declared === null
                ? w('file.noPrj')
                : w('file.declared', { system: systemName(report.srid.declared, language) })}{' '}
              {report.srid.axesSwapped && w('file.swapped')}
            </p>
          </Reading>
          {may && (
            <Again
              label={w('file.readInSystem')}
              value={String(options.srid ?? '')}
              choices={[
                { value: '', label: w('encoding.auto') },
                ...[AS_PRJ_SAYS, ...SOURCE_SYSTEMS.map(({ srid }) => srid)].map((srid) => ({
                  value: String(srid),
                  label: systemName(srid, language),
                })),
              ]}
              onAgain={(value) => onOverride({ srid: value === '' ? null : Number(value) })}
            />
          )}
        </>
      )}
      {report && batch.kind === 'parcels' && (
        <ColumnsAgain
          report={report}
          said={options.columns ?? {}}
          may={may}
          onAgain={(columns) => onOverride({ columns })}
        />
      )}
      {may && <SheetAgain value={options.sheet ?? ''} onAgain={(sheet) => onOverride({ sheet })} />}
      {batch.supersedes && <p className="quiet">{w('file.supersedes')}</p>}
    </article>
  );
}

interface ReadingProps {
  readonly of: BatchReport['encoding' | 'srid'];
  readonly notRead: boolean;
  /** What it was taken for; null: nothing was found. */
  readonly name: string | null;
  readonly children?: ReactNode;
}

/** As what it was read, how surely and why; only what was found. A report of an earlier release says why in English only. */
function Reading({ of, notRead, name, children }: ReadingProps) {
  const { w, language } = useWords();
  if (notRead) return <p>{w('file.notRead')}</p>;
  const why = readingReasonWords(of, language);
  return (
    <>
      <p>
        <strong>{name ?? w('file.unknown')}</strong>{' '}
        {name !== null && w('file.confidence', { share: formatShare(of.confidence, language) })}
      </p>
      {children}
      <p className="quiet" lang={why.language === language ? undefined : why.language}>
        {why.text}
      </p>
    </>
  );
}

/** The number of the sheet that a file does not say, or another one: the same bytes are read again with it. */
function SheetAgain({ value, onAgain }: { readonly value: string; onAgain(sheet: string | null): void }) {
  const { w } = useWords();
  const [typed, setTyped] = useState(value);
  const [wrong, setWrong] = useState(false);
  const sheet = typed
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d)/, '');
  return (
    <>
      <h3>{w('file.sheet')}</h3>
      <div className="again">
        <TextInput
          size="xs"
          label={w('file.readAsSheet')}
          value={typed}
          {...(wrong ? { error: w('file.wrongSheet') } : {})}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={sheet === value}
          onClick={() => {
            const fits = sheet === '' || SHEET_OPTION.test(sheet);
            setWrong(!fits);
            if (fits) onAgain(sheet === '' ? null : sheet);
          }}
        >
          {w('file.again')}
        </Button>
      </div>
    </>
  );
}

interface AgainProps {
  readonly label: string;
  readonly value: string;
  readonly choices: { value: string; label: string }[];
  onAgain(value: string): void;
}

/** One choice and one click: the same bytes are read again otherwise, as another batch. */
function Again({ label, value, choices, onAgain }: AgainProps) {
  const { w } = useWords();
  const [chosen, setChosen] = useState(value);
  return (
    <div className="again">
      <NativeSelect
        size="xs"
        label={label}
        value={chosen}
        data={choices}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button variant="default" disabled={chosen === value} onClick={() => onAgain(chosen)}>
        {w('file.again')}
      </Button>
    </div>
  );
}
