import type pg from 'pg';
import { type Listener, listenTo, notify } from '../../db/kit/listen.ts';

/** What processes tell each other through PostgreSQL. */
export const CHANNELS = ['diaba_batch', 'diaba_register', 'diaba_session', 'diaba_upload'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface NoticeReader {
  /** Something was said on the channel. */
  heard(payload: string): void;
  /** The connection is new: what was said meanwhile is lost, so ask for the state as it is. */
  connected?(): void;
}

export interface Notices {
  /** Reads a channel until the returned function is called. */
  read(channel: Channel, reader: NoticeReader): () => void;
  say(channel: Channel, payload: string): Promise<void>;
  close(): Promise<void>;
}

/** One connection that listens for the whole process, opened when somebody first wants to hear. */
export function openNotices(pool: pg.Pool): Notices {
  const readers = new Map<Channel, Set<NoticeReader>>(CHANNELS.map((channel) => [channel, new Set()]));
  let listener: Listener | undefined;
  const start = () => {
    listener ??= listenTo(
      pool,
      CHANNELS,
      (channel, payload) => {
        for (const reader of readers.get(channel as Channel) ?? []) reader.heard(payload);
      },
      () => {
        for (const one of readers.values()) for (const reader of one) reader.connected?.();
      },
    );
  };
  return {
    read(channel, reader) {
      readers.get(channel)?.add(reader);
      start();
      return () => void readers.get(channel)?.delete(reader);
    },
    say: (channel, payload) => notify(pool, channel, payload),
    async close() {
      await listener?.close();
    },
  };
}
