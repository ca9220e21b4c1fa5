import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { parseHolderQuestion } from '../../../../server/domain/question/holder-question.ts';
import { parseParcelQuery } from '../../../../server/domain/question/parcel-query.ts';
import { STAFF_ROLES } from '../../../../server/domain/role.ts';
import { useHasRole } from '../../shell/session/use-me.tsx';
import { landAddress, useFoundLand } from '../../shell/use-found-land.ts';
import { useWords } from '../../shell/use-words.tsx';
import { FoundParcels } from './found-parcels.tsx';
import { HolderSearch } from './holder-search.tsx';
import '../land.css';
import { useHolderLook } from './use-holder-look.ts';

/**
 * One box for land and for who holds it. Numbers of a parcel stand in the address, as ever; anything else that is typed may be a person and stays in
 * memory.
 */
export default function ParcelsScreen() {
  const { w } = useWords();
  const isStaff = useHasRole(...STAFF_ROLES);
  const [asked, setAsked] = useSearchParams();
  const [look, changeLook] = useHolderLook();
  const numbers = asked.get('q') ?? '';
  const shown = numbers === '' ? look.text : numbers;
  const send = (typed: string) => {
    const isNumbers = parseParcelQuery(typed) !== undefined;
    changeLook({ text: isNumbers ? '' : typed, found: null });
    setAsked(isNumbers ? { q: typed } : {});
  };
  const question = numbers === '' && isStaff ? parseHolderQuestion(look.text) : null;
  const isOfPerson = question !== null && (question.digits !== undefined || question.serial !== undefined);
  return (
    <div className="screen land-find">
      <h1>{w('find.title')}</h1>
      <FindBox key={shown} first={shown} onSend={send} />
      {shown === '' && <p className="quiet">{w('find.start')}</p>}
      {numbers !== '' && <FoundParcels key={numbers} q={numbers} />}
      {/* Between what was typed by mistake and what was meant nobody has to choose: both are there, what is likelier first. */}
      {question && (isOfPerson || question.place || question.parcel) && (
        <HolderSearch key={shown} question={question} />
      )}
      {numbers === '' && look.text !== '' && !isOfPerson && <FoundPlaces text={look.text} />}
      {question && !isOfPerson && !question.place && !question.parcel && (
        <HolderSearch key={shown} question={question} />
      )}
    </div>
  );
}

function FindBox({ first, onSend }: { readonly first: string; onSend(typed: string): void }) {
  const { w } = useWords();
  const [text, setText] = useState(first);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(text.trim());
  };
  return (
    <search>
      <form onSubmit={send} className="land-find-box" autoComplete="off">
        <TextInput
          label={w('find.label')}
          description={w('find.hint')}
          value={text}
          maxLength={200}
          autoFocus
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" className="primary">
          {w('find.go')}
        </Button>
      </form>
    </search>
  );
}

/** Parcels, communes, hamlets and points that a text may mean. */
function FoundPlaces({ text }: { readonly text: string }) {
  const { w } = useWords();
  const { land, looking } = useFoundLand(text);
  const found = land.flatMap((one) => {
    const to = one.parcelId === null ? landAddress(one) : `/desk/parcels/${one.parcelId}`;
    return to === null ? [] : [{ ...one, to }];
  });
  return (
    <section className="land-part" data-part="places">
      <h2>{w('find.places')}</h2>
      {found.length === 0 && <p role="status">{w(looking ? 'state.loading' : 'find.noPlace')}</p>}
      <ul className="land-found">
        {found.map(({ to, label, detail }) => (
          <li key={`${to} ${label}`}>
            <Link to={to}>
              <strong>{label}</strong>
              <span>{detail}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
