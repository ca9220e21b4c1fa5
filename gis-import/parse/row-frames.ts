/**
 * Rows on their way out of a parser child that reads one file after another: chunks, each behind its length (four bytes,
 * most significant first), and a length of nought behind the last chunk of a file.
 */
import { Readable } from 'node:stream';

const HEAD = 4;

/** What stands before a chunk of so many bytes; before none: the end of a file's rows. */
export function frameHead(bytes: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(bytes);
  return head;
}

export interface FrameReader {
  /** Rows of the file that is being read. */
  readonly rows: Readable;
  /** Takes what came; false where the reader of the rows has enough for now. Throws on bytes behind the end. */
  take(bytes: Buffer): boolean;
  /** Whether the end of the file's rows was seen. */
  isComplete(): boolean;
  /** No more will come. */
  end(): void;
}

/** `onWanted`: the reader of the rows can take more. */
export function readFrames(onWanted: () => void): FrameReader {
  const rows = new Readable({ read: onWanted });
  let head = Buffer.alloc(0);
  let left = 0;
  let complete = false;
  let ended = false;
  const end = () => {
    if (!ended) rows.push(null);
    ended = true;
  };
  return {
    rows,
    isComplete: () => complete,
    end,
    take(bytes) {
      let at = 0;
      let wanted = true;
      while (at < bytes.length) {
        if (complete) throw new Error('a parser wrote behind its last row');
        if (left > 0) {
          const chunk = bytes.subarray(at, at + left);
          at += chunk.length;
          left -= chunk.length;
          if (!ended) wanted = rows.push(chunk);
          continue;
        }
        const more = bytes.subarray(at, at + HEAD - head.length);
        at += more.length;
        head = Buffer.concat([head, more]);
        if (head.length < HEAD) continue;
        left = head.readUInt32BE();
        head = Buffer.alloc(0);
        complete = left === 0;
        if (complete) end();
      }
      // Behind the last row nothing is asked for any more, and nothing would say that it is wanted.
      return wanted || complete;
    },
  };
}
