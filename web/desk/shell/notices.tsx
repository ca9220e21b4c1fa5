import { Button, CloseButton } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { isTyping } from './keys/is-typing.ts';
import { useWords } from './use-words.tsx';

export interface Notice {
  readonly text: string;
  readonly tone: 'done' | 'trouble';
  /** Takes the action back; offered in the message that reports it. */
  readonly undo?: () => void;
  /** The way out of a trouble. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

const NoticeContext = createContext<((notice: Notice) => void) | null>(null);

/** What was just done or went wrong, in one place. It stays until it is put away or something newer is to be said. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const { w } = useWords();
  const undo = useCallback(() => {
    setNotice(null);
    notice?.undo?.();
  }, [notice]);
  useEffect(() => {
    if (!notice?.undo) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || isTyping(event)) return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [notice, undo]);
  return (
    <NoticeContext value={setNotice}>
      {children}
      <div className="notices" role={notice?.tone === 'trouble' ? 'alert' : 'status'}>
        {notice && (
          <div className="desk-notice" data-tone={notice.tone}>
            <span aria-hidden="true">{notice.tone === 'done' ? '✓' : '!'}</span>
            <p>{notice.text}</p>
            {notice.undo && (
              <Button variant="default" onClick={undo}>
                {w('notice.undo')}
              </Button>
            )}
            {notice.action && (
              <Button
                variant="default"
                onClick={() => {
                  setNotice(null);
                  notice.action?.run();
                }}
              >
                {notice.action.label}
              </Button>
            )}
            <CloseButton aria-label={w('notice.close')} onClick={() => setNotice(null)} />
          </div>
        )}
      </div>
    </NoticeContext>
  );
}

export function useNotices(): (notice: Notice) => void {
  const tell = useContext(NoticeContext);
  if (!tell) throw new Error('no place for notices above this');
  return tell;
}
