import { say } from '../../packages/science/src/base/index.ts';
import { settingText, valueName } from '../../packages/science/src/base/settings-texts/index.ts';
import { texts } from '../../packages/web/src/texts/index.ts';

export type Language = 'zh' | 'en';
export type Words = (key: keyof typeof texts, params?: Readonly<Record<string, string | number>>) => string;

/** The texts of the pages, so that tests name controls as their readers do. */
export function wordsOf(language: Language): Words {
  return (key, params = {}) =>
    texts[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A text of the catalogue of science in one language. */
export function sayIn(language: Language): (key: string) => string {
  return (key) => say(language, key);
}

/** What a setting is called on its form, or a value it may have. */
export function settingIn(language: Language, path: string, value?: string): string {
  const text = value === undefined ? settingText(path)?.name : valueName(path, value);
  return text?.[language] ?? path;
}
