import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { keepChoice } from '../../api/session.ts';
import { type DeskWords, deskWordsOf } from '../../i18n/desk-words.ts';
import type { Language } from '../../i18n/words.ts';

interface Speech {
  readonly language: Language;
  readonly w: DeskWords;
  setLanguage(language: Language): void;
}

const SpeechContext = createContext<Speech | null>(null);

/** The desk's language: a change shows at once and is kept by the server for the next page. */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(document.documentElement.lang === 'en' ? 'en' : 'vi');
  const speech = useMemo<Speech>(
    () => ({
      language,
      w: deskWordsOf(language),
      setLanguage(next) {
        document.documentElement.lang = next;
        setLanguage(next);
        keepChoice('lang', next).catch(reportError);
      },
    }),
    [language],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useWords(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('no words above this');
  return speech;
}
