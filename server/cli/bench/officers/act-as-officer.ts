/** One officer at work: takes a parcel, opens a dealing on it, lodges it, and a colleague registers it. */
import { randomUUID } from 'node:crypto';
import type { DealingReply } from '../../../domain/contract/dealing/dealings.ts';
import type { ParcelDetail, ParcelNeighbours, ParcelRights } from '../../../domain/contract/parcel/parcels.ts';
import type { Ask } from './ask-server.ts';

/** How far a dealing was acknowledged: the last state that somebody was told. */
export interface Acknowledged {
  readonly dealingId: string;
  readonly kind: string;
  readonly status: string;
}

export interface OfficerAtWork {
  readonly asOfficer: Ask;
  readonly asApprover: Ask;
  /** Ids of parcels that can be taken; grows by what is registered. */
  readonly land: string[];
  /** Between 0 and 1, the same again for the same seed. */
  draw(): number;
  tell(acknowledged: Acknowledged): void;
  /** Why something was not done: codes of rules and problems, which are right and no faults. */
  refused(code: string): void;
}

interface Wish {
  readonly kind: string;
  readonly targets: readonly ParcelDetail[];
  readonly payload: object;
}

const paper = (no: string) => ({ no, date: '2026-11-02' });

function cutOf(parcel: ParcelDetail, part: number): object {
  const [ring = []] = parcel.geometryLegal.coordinates;
  const [xs, ys] = [ring.map(([x]) => x!), ring.map(([, y]) => y!)];
  const y = Math.min(...ys) + (Math.max(...ys) - Math.min(...ys)) * (0.3 + 0.4 * part);
  const line = [
    [Math.min(...xs) - 3, y],
    [Math.max(...xs) + 3, y + part],
  ];
  return { srid: parcel.geometryLegal.srid, lines: [line] };
}

/** What somebody wants of this parcel today. */
async function wishFor(work: OfficerAtWork, parcel: ParcelDetail): Promise<Wish | null> {
  const draw = work.draw();
  const on = (kind: string, payload: object): Wish => ({ kind, targets: [parcel], payload });
  if (draw < 0.3 && parcel.areaM2 > 100) return on('split', cutOf(parcel, work.draw()));
  if (draw < 0.4) {
    const near = await work.asOfficer<ParcelNeighbours>('GET', `/api/parcels/${parcel.id}/neighbours`);
    const [other] = near?.status === 200 ? near.body.items : [];
    const whole = other && (await work.asOfficer<ParcelDetail>('GET', `/api/parcels/${other.id}`));
    return whole?.status === 200 ? { kind: 'merge', targets: [parcel, whole.body], payload: {} } : null;
  }
  const held = await work.asOfficer<ParcelRights>('GET', `/api/parcels/${parcel.id}/rights`);
  if (held?.status !== 200) return null;
  const { rights, mortgages, caveats } = held.body;
  const [right] = rights;
  if (!right) return null;
  if (draw < 0.7) {
    const to = [{ party: { kind: 'person', name: `Bên Nhận ${Math.floor(work.draw() * 1e6)}` }, share: right.share }];
    return on('transfer', { cause: 'sale', from: [{ rightId: right.rightId }], to, document: paper('CN-1') });
  }
  if (draw < 0.85) {
    const [mortgage] = mortgages;
    if (mortgage) return on('mortgage_release', { mortgageId: mortgage.mortgageId, document: paper('XTC-1') });
    const mortgagee = { kind: 'organisation', name: 'Ngân hàng Thử' };
    return on('mortgage_registration', { rightIds: [right.rightId], mortgagee, document: paper('TC-1') });
  }
  const [caveat] = caveats;
  if (caveat) return on('caveat_release', { caveatId: caveat.caveatId, document: paper('GT-1') });
  return on('caveat_placement', { effects: ['split', 'transfer'], document: paper('NC-1') });
}

/** One dealing from the parcel to the register, or to where it is refused; false when the time was over before. */
export async function actAsOfficer(work: OfficerAtWork): Promise<boolean> {
  const id = work.land[Math.floor(work.draw() * work.land.length)]!;
  const found = await work.asOfficer<ParcelDetail>('GET', `/api/parcels/${id}`);
  if (!found) return false;
  if (found.status !== 200 || found.body.state !== 'current') return true;
  const wish = await wishFor(work, found.body);
  if (!wish) return true;
  const dealingId = randomUUID();
  const { kind, payload } = wish;
  const targets = wish.targets.map((parcel) => ({ parcelId: parcel.id, version: parcel.version }));
  const steps = [
    [work.asOfficer, '/api/dealings', { dealingId, kind, targets, payload }],
    [work.asOfficer, `/api/dealings/${dealingId}/lodge`, {}],
    [work.asApprover, `/api/dealings/${dealingId}/approve`, {}],
  ] as const;
  for (const [ask, path, body] of steps) {
    const answer = await ask<DealingReply & { code?: string }>('POST', path, body, randomUUID());
    if (!answer) return false;
    if (answer.status >= 300) {
      work.refused(answer.body.code ?? String(answer.status));
      return true;
    }
    const { status, raises } = answer.body.dealing;
    work.tell({ dealingId, kind, status });
    if (status === 'registered')
      work.land.push(...raises.filter(({ role }) => role === 'raised').map((one) => one.parcelId));
  }
  return true;
}
