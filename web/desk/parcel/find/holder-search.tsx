import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { LOOK_NOTE, LOOK_PURPOSES, type LookPurpose } from '../../../../server/domain/look-purpose.ts';
import type { HolderQuestion } from '../../../../server/domain/question/holder-question.ts';
import { needsSecondKey } from '../../../../server/domain/question/second-key.ts';
import { searchHolders } from '../../../api/desk-search.ts';
import { problemWords } from '../../shell/problem-words.ts';
import { guarded } from '../../shell/session/session-gate.ts';
import { useOfficer } from '../../shell/session/use-me.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { FoundHoldings } from './found-holdings.tsx';
import './holder-search.css';
import { useHolderLook } from './use-holder-look.ts';

/** Who holds what: how the text was understood, for what it is asked, and only then the answer. */
export function HolderSearch({ question }: { readonly question: HolderQuestion }) {
  const { w } = useWords();
  const id = useId();
  const { communes } = useOfficer();
  const [look, change] = useHolderLook();
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const { serial, digits, name, parcel, place } = question;
  const asksCommune = name !== undefined && serial === undefined && digits === undefined && !parcel;
  const needsCommune = needsSecondKey(question);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (look.purpose === '') return;
    setSending(true);
    setFault(null);
    const { text: q, purpose, commune } = look;
    try {
      const found = await guarded(() =>
        searchHolders({ q, purpose, note: look.note.trim(), ...(asksCommune && commune !== '' && { commune }) }),
      );
      change({ found });
    } catch (error) {
      setFault(problemWords(error, w));
    }
    setSending(false);
  };
  const by = [
    serial !== undefined && w('holders.serial', { serial }),
    digits !== undefined && w('holders.identity', { end: digits.slice(-3) }),
    name && w('holders.name', { name: name.words }),
    parcel && w('holders.parcel', parcel),
    place && w('holders.place', { place: place.words }),
  ].filter((one) => typeof one === 'string');
  return (
    <section className="land-part" data-part="holders">
      <h2>{w('holders.title')}</h2>
      <p>
        {w('holders.by')}: <strong>{by.join(' · ')}</strong>
      </p>
      <form className="look-form" onSubmit={(event) => void send(event)}>
        {asksCommune && (
          <div className="look-field">
            <label htmlFor={`${id}-commune`}>{w('holders.commune')}</label>
            <select
              id={`${id}-commune`}
              value={look.commune}
              required={needsCommune}
              aria-describedby={needsCommune ? `${id}-why` : undefined}
              onChange={(event) => change({ commune: event.currentTarget.value, found: null })}
            >
              <option value="">{w(needsCommune ? 'holders.choose' : 'holders.communeAsTyped')}</option>
              {communes.map((one) => (
                <option key={one.code} value={one.code}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="look-field">
          <label htmlFor={`${id}-purpose`}>{w('holders.purpose')}</label>
          <select
            id={`${id}-purpose`}
            value={look.purpose}
            required
            onChange={(event) => change({ purpose: event.currentTarget.value as LookPurpose | '' })}
          >
            <option value="">{w('holders.choose')}</option>
            {LOOK_PURPOSES.map((one) => (
              <option key={one} value={one}>
                {w(`look.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="look-field">
          <label htmlFor={`${id}-note`}>{w('holders.note')}</label>
          <input
            id={`${id}-note`}
            type="text"
            value={look.note}
            required
            minLength={LOOK_NOTE.least}
            maxLength={LOOK_NOTE.most}
            autoComplete="off"
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        </div>
        <Button type="submit" className="primary" loading={sending}>
          {w('holders.go')}
        </Button>
      </form>
      <p className="quiet">
        {needsCommune && <span id={`${id}-why`}>{w('holders.communeWhy')} </span>}
        {w('holders.logged')}
      </p>
      {fault !== null && (
        <p className="look-fault" role="alert">
          {fault}
        </p>
      )}
      <div aria-live="polite">{look.found && !sending && <FoundHoldings found={look.found} />}</div>
    </section>
  );
}
