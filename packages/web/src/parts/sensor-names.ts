import type { Language } from '../app/language.ts';

const OWN = { en: 'own pictures', zh: '自有影像' } as const;

/** Sensors as people call them: `landsat-8` is Landsat 8, `sentinel-2` Sentinel-2, `hls` HLS. */
export function sensorNames(ids: readonly string[], language: Language): string {
  const names = ids.map((id) => {
    if (id === 'own') return OWN[language];
    const landsat = /^landsat-(\d)$/.exec(id);
    if (landsat !== null) return `Landsat ${landsat[1]}`;
    return id
      .replace(/^sentinel-2([a-d]?)$/, (_, one: string) => `Sentinel-2${one.toUpperCase()}`)
      .replace(/^hls\b/, 'HLS');
  });
  return names.join(language === 'zh' ? '、' : ', ');
}
