import { useTexts } from '../../app/language.ts';
import { texts } from '../../texts/index.ts';

/** Names of templates; one that is not known here stands for itself. */
export function useTemplateWords(): {
  readonly name: (id: string) => string;
  readonly about: (id: string) => string;
} {
  const { t } = useTexts();
  const find = (key: string, otherwise: string): string =>
    key in texts ? t(key as keyof typeof texts) : otherwise;
  return {
    name: (id) => find(`reports.template.${id}`, id),
    about: (id) => find(`reports.about.${id}`, ''),
  };
}
