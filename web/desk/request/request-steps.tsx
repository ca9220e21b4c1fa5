import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { REFUSAL_GROUNDS, type RefusalGround } from '../../../server/domain/request/paper-request.ts';
import {
  groundsFor,
  REQUEST_GROUNDS,
  type RequestGrounds,
  type RequestStep,
} from '../../../server/domain/request/request-step.ts';
import type { RequestDetail } from '../../api/paper/requests.ts';
import { useWords } from '../shell/use-words.tsx';
import { useRequestStep } from './use-request-step.ts';

interface FormProps {
  readonly step: RequestStep;
  readonly open?: boolean;
  readonly children: ReactNode;
  onSend(fields: FormData): void;
  readonly busy: boolean;
  readonly label?: string;
}

/** One step with what it asks, folded until it is wanted. */
function StepForm({ step, open = false, children, onSend, busy, label }: FormProps) {
  const { w } = useWords();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(new FormData(event.currentTarget));
  };
  return (
    <details className="request-step" data-step={step} open={open}>
      <summary>{w(`request.do.${step}`)}</summary>
      <form className="land-fields" onSubmit={send}>
        {children}
        <div>
          <Button type="submit" loading={busy}>
            {label ?? w(`request.do.${step}`)}
          </Button>
        </div>
      </form>
    </details>
  );
}

const textOf = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim();
const noteOf = (fields: FormData, name = 'note') => {
  const note = textOf(fields, name);
  return note === '' ? {} : { [name]: note };
};

/** The steps that are mine to take now; the next one is open. */
export function RequestSteps({ request }: { readonly request: RequestDetail }) {
  const { w } = useWords();
  const { take, replaceCode, code, busy } = useRequestStep(request);
  const [fee, setFee] = useState<'due' | 'paid' | 'waived'>(request.fee.status === 'due' ? 'paid' : 'due');
  const run = (work: Promise<void>) => void work.catch(reportError);
  const may = (step: RequestStep) => request.steps.includes(step);
  const known = request.fee.amountVnd !== null && request.fee.legalBasis !== null;
  const unsettled = request.fee.status === 'undecided' || request.fee.status === 'due';
  return (
    <section className="land-part" data-part="steps">
      {may('fulfil') && <Fulfil request={request} busy={busy} onFulfil={(body) => run(take('fulfil', body))} />}
      {may('resume') && (
        <p>
          <Button variant="default" loading={busy} onClick={() => run(take('resume', {}))}>
            {w('request.do.resume')}
          </Button>
        </p>
      )}
      {may('accept') && (
        <StepForm
          step="accept"
          open
          busy={busy}
          onSend={(f) => run(take('accept', { grounds: textOf(f, 'grounds') as RequestGrounds, ...noteOf(f) }))}
        >
          <fieldset>
            <legend>{w('request.grounds')}</legend>
            {REQUEST_GROUNDS.map((one) => (
              <label key={one} className="land-check">
                <input
                  type="radio"
                  name="grounds"
                  value={one}
                  required
                  disabled={!groundsFor(request.kind).includes(one)}
                />{' '}
                {w(`grounds.${one}`)}
              </label>
            ))}
            {groundsFor(request.kind).length < REQUEST_GROUNDS.length && (
              <p className="quiet">{w('request.groundsNotPublic')}</p>
            )}
          </fieldset>
          <Field name="note" label={w('request.note')} />
        </StepForm>
      )}
      {may('fee') && (
        <StepForm
          step="fee"
          open={!may('accept') && unsettled}
          busy={busy}
          label={w(fee === 'due' ? 'fee.markDue' : fee === 'paid' ? 'fee.markPaid' : 'fee.markWaived')}
          onSend={(f) => {
            const amount = textOf(f, 'amountVnd').replaceAll(/[.\s]/g, '');
            run(
              take('fee', {
                status: fee,
                ...(amount === '' ? {} : { amountVnd: Number(amount) }),
                ...noteOf(f, 'legalBasis'),
                ...noteOf(f),
              }),
            );
          }}
        >
          <fieldset>
            <legend>{w('requests.fee')}</legend>
            {(['due', 'paid', 'waived'] as const).map((one) => (
              <label key={one} className="land-check">
                <input type="radio" name="fee" value={one} checked={fee === one} onChange={() => setFee(one)} />{' '}
                {w(one === 'due' ? 'fee.markDue' : one === 'paid' ? 'fee.markPaid' : 'fee.markWaived')}
              </label>
            ))}
          </fieldset>
          {fee !== 'waived' && !known && (
            <>
              <Field name="amountVnd" label={w('fee.amount')} required pattern="[0-9. ]+" />
              <Field name="legalBasis" label={w('fee.basis')} required />
            </>
          )}
          {fee === 'waived' && <Field name="note" label={w('fee.why')} required />}
        </StepForm>
      )}
      {may('suspend') && (
        <StepForm
          step="suspend"
          busy={busy}
          onSend={(f) => run(take('suspend', { cause: textOf(f, 'cause'), reason: textOf(f, 'reason') }))}
        >
          <label>
            {w('request.cause')}{' '}
            <select name="cause">
              <option value="papers">{w('stop.papers')}</option>
              <option value="other">{w('stop.other')}</option>
            </select>
          </label>
          <Field name="reason" label={w('request.reason')} required />
        </StepForm>
      )}
      {may('refuse') && (
        <StepForm
          step="refuse"
          busy={busy}
          onSend={(f) =>
            run(take('refuse', { ground: textOf(f, 'ground') as RefusalGround, reason: textOf(f, 'reason') }))
          }
        >
          <label>
            {w('request.ground')}{' '}
            <select name="ground">
              {REFUSAL_GROUNDS.map((one) => (
                <option key={one} value={one}>
                  {w(`refusal.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <Field name="reason" label={w('request.reason')} required />
          <p className="quiet">{w('request.reasonNote')}</p>
        </StepForm>
      )}
      {may('code') && (
        <StepForm step="code" busy={busy} onSend={() => run(replaceCode())}>
          <p className="quiet">{w('request.codeNote')}</p>
          <label className="land-check">
            <input type="checkbox" required /> {w('request.codeSeen')}
          </label>
        </StepForm>
      )}
      {code && (
        <p className="land-strip" role="status">
          {w('request.codeIs', { reference: code.reference })} <strong data-code>{code.code}</strong>
        </p>
      )}
    </section>
  );
}

interface FulfilProps {
  readonly request: RequestDetail;
  readonly busy: boolean;
  onFulfil(body: object): void;
}

/** Making the paper: of a copy, which certificate it is a copy of; or why none can be made. */
function Fulfil({ request, busy, onFulfil }: FulfilProps) {
  const { w } = useWords();
  const { kind, certificates } = request;
  const [chosen, setChosen] = useState(certificates[0] ?? '');
  const isCopy = kind === 'certificate';
  if (isCopy && certificates.length === 0) return <p className="land-strip">{w('request.nothingToCopy')}</p>;
  return (
    <div className="land-fields">
      {isCopy && (
        <label>
          {w('request.copyOf')}{' '}
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            {certificates.map((serial) => (
              <option key={serial} value={serial}>
                {serial}
              </option>
            ))}
          </select>
        </label>
      )}
      <div>
        <Button loading={busy} onClick={() => onFulfil(isCopy ? { certificateSerial: chosen } : {})}>
          {w('request.do.fulfil')}
        </Button>
      </div>
    </div>
  );
}

function Field(props: {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly pattern?: string;
}) {
  const { label, ...rest } = props;
  return (
    <label className="request-field">
      {label} <input type="text" autoComplete="off" maxLength={500} {...rest} />
    </label>
  );
}
