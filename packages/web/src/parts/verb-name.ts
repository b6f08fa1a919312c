import { useCallback } from 'react';
import { useTexts } from '../app/language.ts';
import { texts } from '../texts/index.ts';

type Key = keyof typeof texts;

/** What a verb of the command line does, in the language of the page; one that has no words is told as it is typed. */
export function useVerbName(): (verb: string) => string {
  const { t } = useTexts();
  return useCallback(
    (verb: string): string => {
      const key = `part.verb.${verb}`;
      return Object.hasOwn(texts, key) ? t(key as Key) : verb;
    },
    [t],
  );
}

/** What is being made just now, in the words of the first load; empty for a stage without words. */
export function useStageName(): (step: string) => string {
  const { t } = useTexts();
  return useCallback(
    (step: string): string => {
      const key = `part.step.${step}`;
      return Object.hasOwn(texts, key) ? t(key as Key) : '';
    },
    [t],
  );
}
