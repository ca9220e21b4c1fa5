import type { WriteStream } from 'node:tty';

/** Live progress by stage: one line that rewrites itself on a terminal, one line per stage elsewhere. */
export interface Progress {
  update(stage: string, done: number, of: number): void;
  end(): void;
}

const SILENT: Progress = { update() {}, end() {} };
const REDRAW_MS = 100;

export function createProgress(out: WriteStream | null, name: string): Progress {
  if (!out) return SILENT;
  const started = performance.now();
  let current = '';
  let drawn = 0;
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const line = (stage: string, done: number, of: number) =>
    `${name}  ${stage}${of > 0 ? `  ${done.toLocaleString('vi-VN')} / ${of.toLocaleString('vi-VN')}` : ''}  ${seconds()} s`;
  return {
    update(stage, done, of) {
      const changed = stage !== current;
      current = stage;
      if (!out.isTTY) {
        if (changed) out.write(`${name}  ${stage}\n`);
        return;
      }
      const now = performance.now();
      if (!changed && now - drawn < REDRAW_MS) return;
      drawn = now;
      out.write(`\r\u001b[2K${line(stage, done, of)}`);
    },
    end() {
      if (out.isTTY) out.write('\r\u001b[2K');
    },
  };
}
