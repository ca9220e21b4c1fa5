import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { COLUMN_CHOICES, COLUMN_ROLES, type ColumnChoice } from '../../../server/domain/batch/column-role.ts';
import { formatShare } from '../../../server/domain/words/format-number.ts';
import type { BatchReport } from '../../api/batch/batches.ts';
import { ProfileOfColumns } from '../columns/profile-of-columns.tsx';
import { staffName } from '../shell/session/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly report: BatchReport;
  /** What was said of columns when it was read. */
  readonly said: Readonly<Record<string, ColumnChoice>>;
  /** Whether it is this person's to read the file again. */
  readonly may: boolean;
  onAgain(columns: Record<string, ColumnChoice>): void;
}

/** What each column was taken for, and what the others look like; an officer says otherwise, and the file is read again. */
export function ColumnsAgain({ report, said, may, onAgain }: Props) {
  const { w, language } = useWords();
  const [chosen, setChosen] = useState<Readonly<Record<string, ColumnChoice>>>(said);
  const roleOf = (role: string): ColumnChoice => COLUMN_ROLES.find((one) => one === role) ?? 'none';
  const rows = [
    ...Object.entries(report.columns).map(([name, role]) => ({ name, role: roleOf(role), looksLike: null, share: 0 })),
    ...(report.otherColumns ?? []).map((other) => ({ ...other, role: 'none' as const })),
  ];
  if (rows.length === 0) return null;
  // What was said before stays said; what is as the name has it needs no word.
  const otherwise = Object.fromEntries(
    rows
      .filter(({ name, role }) => name in said || (chosen[name] ?? role) !== role)
      .map(({ name, role }) => [name, chosen[name] ?? role]),
  );
  const isChanged = rows.some(({ name, role }) => (chosen[name] ?? role) !== role);
  const { saidBefore } = report;
  const isOffered = may && saidBefore !== null && Object.keys(said).length === 0;
  return (
    <section className="columns-again">
      <h3>{w('columns.title')}</h3>
      {isOffered && (
        <p>
          {w('columns.saidBefore', { file: saidBefore.sourceName, who: staffName(saidBefore.by, w) })}{' '}
          <Button variant="default" onClick={() => setChosen(saidBefore.columns)}>
            {w('columns.asBefore')}
          </Button>
        </p>
      )}
      {may && <ProfileOfColumns columns={otherwise} onChoose={(columns) => setChosen({ ...chosen, ...columns })} />}
      <table className="raw">
        <thead>
          <tr>
            <th scope="col">{w('columns.column')}</th>
            <th scope="col">{w('columns.means')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, role, looksLike, share }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                {may ? (
                  <NativeSelect
                    size="xs"
                    aria-label={w('columns.meaningOf', { name })}
                    value={chosen[name] ?? role}
                    data={COLUMN_CHOICES.map((value) => ({ value, label: w(`columns.${value}`) }))}
                    onChange={(event) => setChosen({ ...chosen, [name]: event.currentTarget.value as ColumnChoice })}
                  />
                ) : (
                  w(`columns.${role}`)
                )}
                {looksLike !== null && (
                  <p className="quiet">
                    {w('columns.looksLike', {
                      what: w(`columns.${roleOf(looksLike)}`),
                      share: formatShare(share, language),
                    })}
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {may && (
        <Button variant="default" disabled={!isChanged} onClick={() => onAgain(otherwise)}>
          {w('columns.again')}
        </Button>
      )}
    </section>
  );
}
