import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { texts } from '../texts/index.ts';

export type Language = 'en' | 'zh';

const KEPT = 'aftermine.language';

/** The language kept from last time, or that of the browser. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.languages.some((one) => /^zh/i.test(one)) ? 'zh' : 'en';
}

/** Both languages are in the page, so that switching needs no reload and no request. */
export async function startLanguages(): Promise<void> {
  const of = (language: Language): Record<string, string> =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]]));
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: of('en') }, zh: { translation: of('zh') } },
    lng: firstLanguage(),
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    returnNull: false,
  });
  tellPage();
}

export function language(): Language {
  return i18next.language as Language;
}

export async function setLanguage(next: Language): Promise<void> {
  localStorage.setItem(KEPT, next);
  await i18next.changeLanguage(next);
  tellPage();
}

function tellPage(): void {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
}

/** Texts of the app in the language of the page: `t('home.title')`; `{name}` is filled from the parameters. */
export function useTexts(): {
  readonly t: (key: keyof typeof texts, params?: Record<string, string | number>) => string;
  readonly language: Language;
} {
  const { t, i18n } = useTranslation();
  return { t: (key, params) => t(key, params ?? {}), language: i18n.language as Language };
}
