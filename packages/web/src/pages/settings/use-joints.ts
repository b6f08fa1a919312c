import { useTexts } from '../../app/language.ts';
import type { Joints } from './tell-value.ts';

/** The words between the parts of a value, in the language of the page. */
export function useJoints(): Joints {
  const { t } = useTexts();
  return {
    comma: t('settings.comma'),
    colon: t('settings.colon'),
    nothing: t('settings.nothing'),
    yes: t('settings.yes'),
    no: t('settings.no'),
  };
}
