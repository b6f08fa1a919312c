import { useLocalStorage } from '@mantine/hooks';
import { useTexts } from '../app/language.ts';
import { muOf, numberText } from './numbers.ts';

export type AreaFirst = 'ha' | 'mu';

/** Which unit of area stands first; remembered in this browser only. */
export function useAreaFirst(): readonly [AreaFirst, (first: AreaFirst) => void] {
  const [first, setFirst] = useLocalStorage<AreaFirst>({ key: 'aftermine.area-first', defaultValue: 'ha' });
  return [first, setFirst];
}

/** An area in hectares and mu. */
export function Area({ areaHa }: { readonly areaHa: number | null }) {
  const { t, language } = useTexts();
  const [first] = useAreaFirst();
  if (areaHa === null) return <span>–</span>;
  return (
    <span>
      {t(first === 'mu' ? 'settings.area-mu' : 'part.area', {
        ha: numberText(areaHa, language),
        mu: numberText(muOf(areaHa), language, 1),
      })}
    </span>
  );
}
