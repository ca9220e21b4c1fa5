import type { FastifyReply } from 'fastify';

/** A signal that fires when the client goes away before its reply is out, or has gone already. */
export function goneSignal({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal {
  const gone = new AbortController();
  const leave = () => {
    if (!raw.writableEnded) gone.abort();
  };
  // What is closed says so no second time.
  if (raw.destroyed) leave();
  else raw.once('close', leave);
  return gone.signal;
}
