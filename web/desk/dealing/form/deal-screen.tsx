import { Button } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { DealingDraft } from '../../../../server/domain/contract/dealing/dealing-draft.ts';
import { RESTING_KINDS } from '../../../../server/domain/dealing/rested-on.ts';
import { stops } from '../../../../server/domain/dealing/verdict.ts';
import '../../parcel/land.css';
import { useParcel, useParcelRights } from '../../parcel/use-parcel.ts';
import { ListState } from '../../shell/list-state.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useOfficer } from '../../shell/session/use-me.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { BasisFields, withBasis } from './basis-fields.tsx';
import type { FieldsetProps, FormGiven, DealForm as FormOfKind } from './deal-form.ts';
import { formOf, type KindWithForm } from './forms.ts';
import { canBeLate, type EntryTyped, NOT_LATE, sayEntry } from './late-entry.ts';
import { LateEntryFields } from './late-entry-fields.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { ProofFieldset } from './proof-fieldset.tsx';
import { DAY, type DocumentTyped, documentOf, NO_DOCUMENT } from './said.ts';
import { useAfter } from './use-after.ts';
import { useLodge } from './use-lodge.ts';
import { usePreview } from './use-preview.ts';
import { VerdictList } from './verdict-list.tsx';

/** The form of a dealing that changes rights: what is said on the left, what would come of it on the right. */
export default function DealScreen() {
  const { id = '', kind = '' } = useParams();
  const { w } = useWords();
  const after = useAfter();
  const parcel = useParcel(id, null, after);
  const rights = useParcelRights(id, null, after);
  const named = formOf(kind);
  if (!named) return <NotFound />;
  return (
    <ListState of={parcel.data ? rights : parcel} empty={null}>
      {parcel.data && rights.data ? (
        <>
          <ChangedMeanwhile key={id} parcel={parcel.data} rights={rights.data} />
          <DealForm
            key={`${id} ${named.kind} ${after}`}
            {...named}
            after={after}
            parcel={parcel.data}
            rights={rights.data}
          />
        </>
      ) : (
        <p className="list-state">{w('state.loading')}</p>
      )}
    </ListState>
  );
}

interface Props extends FormGiven {
  readonly kind: KindWithForm;
  readonly form: FormOfKind<object>;
  /** The draft that it follows in one file; null where it begins one. */
  readonly after: string | null;
}

function DealForm({ kind, form, parcel, rights, after }: Props) {
  const { w } = useWords();
  const { me } = useOfficer();
  const [fields, setFields] = useState<object>(() => form.start({ parcel, rights }, me.id));
  const [proof, setProof] = useState<DocumentTyped>(NO_DOCUMENT);
  const [entry, setEntry] = useState<EntryTyped>(NOT_LATE);
  const [basis, setBasis] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const { send, busy } = useLodge(() => form.forget?.({ parcel, rights }, me.id));
  const said = useMemo(() => form.say(fields, { parcel, rights }), [form, fields, parcel, rights]);
  const asksBook = canBeLate(kind, after);
  const { entered, missing: ofBook } = useMemo(() => sayEntry(asksBook ? entry : NOT_LATE), [asksBook, entry]);
  const missing = [...said.missing, ...ofBook];
  const payload = ofBook.length > 0 ? null : said.payload;
  const asksProof = RESTING_KINDS.includes(kind) && rights.rights.some(({ verified }) => !verified);
  const draft = useMemo<DealingDraft | null>(() => {
    if (payload === null) return null;
    const paper = documentOf(proof);
    const proven = asksProof && paper.no !== '' && DAY.test(paper.date);
    return {
      kind,
      targets: [{ parcelId: parcel.id, version: parcel.version }],
      payload: proven ? { ...payload, proof: paper } : payload,
      ...(after === null ? {} : { after }),
      ...(entered ? { entered } : {}),
    };
  }, [kind, payload, proof, asksProof, parcel.id, parcel.version, after, entered]);
  const preview = usePreview(draft);
  const standing = parcel.operations.find((operation) => operation.kind === kind);
  const stopped = preview.isOf && stops(preview.data?.verdicts ?? []);
  const submit = (lodges: boolean) => {
    setTried(true);
    if (draft && !stopped) void send(withBasis(draft, basis), lodges).catch(reportError);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // What follows is lodged with the first of its file.
    submit(after === null);
  };
  const { no, sheet } = parcel;
  const given: FieldsetProps<object> = {
    kind,
    fields,
    parcel,
    rights,
    change: (part) => setFields((before) => ({ ...before, ...part })),
  };
  const land = standing?.allowed !== false && form.land?.isDrawn(fields) ? form.land : null;
  return (
    <form className="land-screen" onSubmit={onSubmit} noValidate>
      <header className="land-head">
        <div>
          <h1>{w('dealing.title', { kind: w(`kind.${kind}`), land: w('parcel.name', { no, sheet }) })}</h1>
          <p className="land-under">
            {after === null ? (
              <Link to={`/desk/parcels/${parcel.id}`}>{w('form.back')}</Link>
            ) : (
              <Link to={`/desk/dealings/${after}`}>{w('dealfile.back')}</Link>
            )}
          </p>
        </div>
        <div className="step-bar">
          {after === null && (
            <Button variant="default" disabled={busy || draft === null} onClick={() => submit(false)}>
              {w('form.draft')}
            </Button>
          )}
          <Button type="submit" className="primary" loading={busy} disabled={stopped || standing?.allowed === false}>
            {w(after === null ? 'form.lodge' : 'dealfile.add')}
          </Button>
        </div>
      </header>
      <div className="land-body land-form" data-draws={land !== null}>
        <section className="pane pane-sheet" data-pane="list" aria-label={w('dealing.says')} tabIndex={-1}>
          {standing && !standing.allowed ? (
            <>
              <p>{w('form.noWay')}</p>
              <VerdictList verdicts={standing.verdicts} />
            </>
          ) : (
            <form.Fieldset {...given} />
          )}
          {asksProof && standing?.allowed !== false && (
            <div className="land-fields">
              <ProofFieldset fields={proof} change={(part) => setProof((before) => ({ ...before, ...part }))} />
            </div>
          )}
          {standing?.allowed !== false && (
            <div className="land-fields">
              <BasisFields parcelId={parcel.id} chosen={basis} change={setBasis} />
            </div>
          )}
          {asksBook && standing?.allowed !== false && (
            <div className="land-fields">
              <LateEntryFields typed={entry} change={(part) => setEntry((before) => ({ ...before, ...part }))} />
            </div>
          )}
          {tried && missing.length > 0 && (
            <p className="land-missing" role="alert">
              {w('form.missing', { fields: missing.map((name) => w(name)).join(', ') })}
            </p>
          )}
        </section>
        {land && <land.Map {...given} />}
        <section className="pane pane-sheet sheet" data-pane="sheet" aria-label={w('form.preview')} tabIndex={-1}>
          <h2>{w('form.preview')}</h2>
          {draft === null ? (
            <p className="quiet">{w('form.previewWaits')}</p>
          ) : (
            <ListState of={preview} empty={null}>
              {preview.data && <PreviewPane preview={preview.data} land={[{ parcelId: parcel.id, no }]} />}
            </ListState>
          )}
        </section>
      </div>
    </form>
  );
}
