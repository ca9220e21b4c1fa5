import type { FastifyInstance } from 'fastify';
import { fulfilRequest } from '../../certificates/fulfil-request.ts';
import type { PaperPress } from '../../certificates/issue-paper.ts';
import { countRequests as counted } from '../../domain/contract/paper/request-statistics.ts';
import * as doors from '../../domain/contract/paper/requests.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { serve } from '../../plugins/serve.ts';
import { acceptRequest } from '../../registry/request/desk/accept-request.ts';
import { countRequests } from '../../registry/request/desk/count-requests.ts';
import { getRequest } from '../../registry/request/desk/get-request.ts';
import { listRequests } from '../../registry/request/desk/list-requests.ts';
import { refuseRequest } from '../../registry/request/desk/refuse-request.ts';
import { reissueRequestCode } from '../../registry/request/desk/reissue-request-code.ts';
import { resumeRequest } from '../../registry/request/desk/resume-request.ts';
import { setRequestFee } from '../../registry/request/desk/set-request-fee.ts';
import { suspendRequest } from '../../registry/request/desk/suspend-request.ts';
import { createRequestCipher } from '../../registry/request/request-cipher.ts';

interface Asked<Body> {
  readonly params: { readonly id: string };
  readonly body: Body;
  readonly idempotencyKey: string;
  readonly version: number | null;
}
const sent = <Body>({ body, idempotencyKey, version }: Asked<Body>) => ({ body, key: idempotencyKey, version });

/** Requests for papers at the officers' desk. */
export function officerRequestRoutes(app: FastifyInstance, press: PaperPress): void {
  const { pool, personalDataKey } = press;
  const cipher = createRequestCipher(personalDataKey);
  serve(app, doors.listRequests, ({ query }, request) => listRequests(pool, actorOf(request), query));
  serve(app, counted, ({ query }, request) => countRequests(pool, actorOf(request), query));
  serve(app, doors.getRequest, async ({ params }, request, reply) => {
    const answer = await getRequest(pool, cipher, actorOf(request), params.id);
    reply.header('etag', `"${answer.request.version}"`);
    return answer;
  });
  serve(app, doors.acceptRequest, (asked, request) =>
    acceptRequest(pool, cipher, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.setRequestFee, (asked, request) =>
    setRequestFee(pool, cipher, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.suspendRequest, (asked, request) =>
    suspendRequest(pool, cipher, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.resumeRequest, (asked, request) =>
    resumeRequest(pool, cipher, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.fulfilRequest, (asked, request) =>
    fulfilRequest(press, cipher, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.refuseRequest, (asked, request) =>
    refuseRequest(pool, cipher, actorOf(request), asked.params.id, sent(asked)),
  );
  serve(app, doors.reissueRequestCode, (asked, request) =>
    reissueRequestCode(pool, { cipher, personalDataKey }, actorOf(request), asked.params.id, sent(asked)),
  );
}
