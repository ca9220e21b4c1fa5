import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { keepChoice } from '../../api/session.ts';
import { type DeskWords, loadDeskWords } from '../../i18n/desk-words.ts';
import type { Language } from '../../i18n/words.ts';

interface Speech extends Spoken {
  setLanguage(language: Language): void;
}

const SpeechContext = createContext<Speech | null>(null);

/** What the desk is spoken in. */
export interface Spoken {
  readonly language: Language;
  readonly w: DeskWords;
}

/** The words of the language that the page was made in. */
export async function loadSpoken(): Promise<Spoken> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  return { language, w: await loadDeskWords(language) };
}

/** The desk's language: a change shows as soon as its words have come, and is kept by the server for the next page. */
export function SpeechProvider({ first, children }: { readonly first: Spoken; readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState(first);
  const setLanguage = useCallback((language: Language) => {
    const change = async () => {
      const w = await loadDeskWords(language);
      document.documentElement.lang = language;
      setSpoken({ language, w });
      await keepChoice('lang', language);
    };
    change().catch(reportError);
  }, []);
  const speech = useMemo<Speech>(() => ({ ...spoken, setLanguage }), [spoken, setLanguage]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useWords(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('no words above this');
  return speech;
}
