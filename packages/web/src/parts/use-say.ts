import { type MessageParam, say } from '@aftermine/science/base';
import { language, useTexts } from '../app/language.ts';

/** Texts of the catalogue of `science` (errors, reasons, sentences) in the language of the page. Only pages that load by themselves use it: the catalogue is large. */
export function useSay(): (key: string, params?: Readonly<Record<string, MessageParam>>) => string {
  useTexts();
  const now = language();
  return (key, params) => say(now, key, params);
}
