import { Button } from '@mantine/core';
import { staffName } from '../shell/session/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';
import { useColumnProfileSteps, useColumnProfiles } from './use-column-profiles.ts';
import './columns.css';

/** Names under which the office keeps what columns mean, folded away: what each says, whose it is, and deleting it. */
export function ProfileList() {
  const { w } = useWords();
  const { data, isError, refetch } = useColumnProfiles();
  const { remove, busy } = useColumnProfileSteps();
  const items = data?.items ?? [];
  return (
    <details className="column-profiles">
      <summary>{data ? w('columnProfile.listed', { n: items.length }) : w('columnProfile.list')}</summary>
      {isError && (
        <p role="alert">
          {w('columnProfile.unknown')}{' '}
          <Button variant="default" onClick={() => void refetch()}>
            {w('trouble.retry')}
          </Button>
        </p>
      )}
      {data && items.length === 0 && <p className="quiet">{w('columnProfile.none')}</p>}
      <ul>
        {items.map((profile) => (
          <li key={profile.id}>
            <strong>{profile.name}</strong> <span className="quiet">{staffName(profile.by, w)}</span>
            <p className="quiet">
              {Object.entries(profile.columns)
                .map(([column, meaning]) => `${column}: ${w(`columns.${meaning}`)}`)
                .join(' · ')}
            </p>
            <Button
              variant="default"
              disabled={busy}
              aria-label={w('columnProfile.deleteOne', { name: profile.name })}
              onClick={() => void remove(profile).catch(reportError)}
            >
              {w('columnProfile.delete')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
