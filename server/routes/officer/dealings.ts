import type { FastifyInstance } from 'fastify';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import * as doors from '../../domain/contract/dealing/dealings.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';
import { approveDealing } from '../../registry/dealing/approve-dealing.ts';
import { examineDealing } from '../../registry/dealing/examine-dealing.ts';
import { getDealing } from '../../registry/dealing/get-dealing.ts';
import { listDealings } from '../../registry/dealing/list-dealings.ts';
import { lodgeDealing } from '../../registry/dealing/lodge-dealing.ts';
import { openDealing } from '../../registry/dealing/open-dealing.ts';
import { previewDealing } from '../../registry/dealing/preview-dealing.ts';
import { previewDraft } from '../../registry/dealing/preview-draft.ts';
import { refuseDealing } from '../../registry/dealing/refuse-dealing.ts';
import { resumeDealing } from '../../registry/dealing/resume-dealing.ts';
import { suspendDealing } from '../../registry/dealing/suspend-dealing.ts';
import { withdrawDealing } from '../../registry/dealing/withdraw-dealing.ts';
import { createIdentityCipher } from '../../registry/store/identity-cipher.ts';

interface Asked<Body> {
  readonly params: { readonly id: string };
  readonly body: Body;
  readonly idempotencyKey: string;
  readonly version: number | null;
}
const sent = <Body>({ body, idempotencyKey, version }: Asked<Body>) => ({ body, key: idempotencyKey, version });

/** Dealings on parcels: opened by one, decided by another. */
export function dealingRoutes(app: FastifyInstance, personalDataKey: Buffer): void {
  const { app: pool } = app.pools;
  const cipher = createIdentityCipher(personalDataKey);
  serve(app, doors.openDealing, ({ body }, request) => openDealing(pool, actorOf(request), cipher, body));
  serve(app, doors.previewDraft, ({ body }, request) => previewDraft(pool, actorOf(request), cipher, body));
  serve(app, doors.listDealings, ({ query }, request) => listDealings(pool, actorOf(request), query));
  serve(app, doors.getDealing, async ({ params }, request, reply) => {
    const answer: DealingReply = await getDealing(pool, actorOf(request), params.id);
    reply.header('etag', `"${answer.dealing.version}"`);
    return answer;
  });
  serve(app, doors.previewDealing, ({ params }, request) => previewDealing(pool, actorOf(request), params.id));
  serve(app, doors.lodgeDealing, (asked, request) =>
    lodgeDealing(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.examineDealing, (asked, request) =>
    examineDealing(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.suspendDealing, (asked, request) =>
    suspendDealing(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.resumeDealing, (asked, request) =>
    resumeDealing(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.approveDealing, (asked, request) =>
    approveDealing(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.refuseDealing, (asked, request) =>
    refuseDealing(pool, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.withdrawDealing, (asked, request) =>
    withdrawDealing(pool, actorOf(request), asked.params.id, sent(asked)),
  );
}
