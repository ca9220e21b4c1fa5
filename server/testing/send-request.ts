/** Requests for papers as a citizen sends them to the stage of a test. */
import { randomUUID } from 'node:crypto';
import type { RequestAsked, RequestReceipt } from '../domain/contract/portal/portal-requests.ts';
import type { DealingStage } from './dealing-stage.ts';

/** A person who is nobody, and what she asks for. */
export const requestOf = (parcelId: string, change: Partial<RequestAsked> = {}): RequestAsked => ({
  kind: 'map_extract',
  parcelId,
  requester: {
    kind: 'person',
    name: 'Kanaria Thị Hỏi',
    identityNumber: '001099012345',
    address: 'Thôn Kanaria',
    email: 'kanaria@vidu.example',
  },
  purpose: 'Kanaria xin phép xây dựng',
  delivery: { way: 'download' },
  ...change,
});

/** Sends one and expects it to be taken; with the id by which officers know it. */
export async function sendRequest(
  stage: Pick<DealingStage, 'app' | 'query'>,
  parcelId: string,
  change: Partial<RequestAsked> = {},
): Promise<RequestReceipt & { readonly id: string }> {
  const reply = await stage.app.inject({
    method: 'POST',
    url: '/api/portal/requests',
    headers: { 'idempotency-key': randomUUID() },
    payload: requestOf(parcelId, change),
  });
  if (reply.statusCode !== 201) throw new Error(`request: ${reply.statusCode} ${reply.body}`);
  const receipt = reply.json<RequestReceipt>();
  const [row] = await stage.query<{ id: string }>('select request_id as id from dealing.request where reference = $1', [
    receipt.reference,
  ]);
  return { ...receipt, id: row!.id };
}
