/** Units in Chinese words. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/毫克/g, 'mg'],
  [/微克/g, 'ug'],
  [/千克|公斤/g, 'kg'],
  [/克/g, 'g'],
  [/立方厘米/g, 'cm3'],
  [/立方米/g, 'm3'],
  [/厘米/g, 'cm'],
  [/毫米/g, 'mm'],
  [/公顷|hm2/g, 'ha'],
  [/亩/g, 'mu'],
  [/升/g, 'l'],
  [/米/g, 'm'],
  [/百分比|百分数/g, '%'],
  [/无量纲|dimensionless/g, ''],
  [/株|stems|trees/g, 'n'],
  [/种|species|个/g, 'n'],
  [/每/g, '/'],
];

/**
 * A unit of measurement in one spelling: `mg·kg⁻¹`, `毫克/千克`, `MG/KG` and `mg_kg` all give `mg/kg`; `µg/L` gives
 * `ug/l`. It says nothing of whether anybody uses the unit.
 */
export function unitSpelling(text: string): string {
  let unit = text.normalize('NFKC').toLowerCase().replace(/[μµ]/g, 'u').replace(/[−–—]/g, '-');
  for (const [word, plain] of WORDS) unit = unit.replace(word, plain);
  unit = unit
    .replace(/[()[\]]/g, '')
    .replace(/([a-z0-9])[·⋅.*\s_]+([a-z]+\d?)\^?-1$/, '$1/$2')
    .replace(/([a-z])[·⋅.*\s_]*(c?m)\^?-([23])$/, '$1/$2$3')
    .replace(/\^/g, '')
    .trim();
  return unit.replace(/[\s_]+/g, unit.includes('/') ? '' : '/').replace(/^([a-z]+)(kg|l)-1$/, '$1/$2');
}
