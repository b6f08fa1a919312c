import { useTexts } from '../app/language.ts';
import { muOf, numberText } from './numbers.ts';

/** An area in hectares and mu. */
export function Area({ areaHa }: { readonly areaHa: number | null }) {
  const { t, language } = useTexts();
  if (areaHa === null) return <span>–</span>;
  return (
    <span>
      {t('part.area', { ha: numberText(areaHa, language), mu: numberText(muOf(areaHa), language, 1) })}
    </span>
  );
}
