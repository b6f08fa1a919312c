import type { Text } from '../catalogue/index.ts';

/** What a person reads of one setting: its name, one plain sentence, and the unit of its value. */
export interface SettingText {
  readonly name: Text;
  readonly about?: Text;
  readonly unit?: Text;
}

/**
 * Texts by path. `*` stands for an entry of a list or of a table, `#` for what a row of a table is called by, `|number` and
 * `|object` for the ways in which one value may be written.
 */
export type SettingTexts = Readonly<Record<string, SettingText>>;

/** Units of settings, as they stand beside a field. */
export const SETTING_UNITS = {
  year: { en: 'calendar year', zh: '年份' },
  years: { en: 'years', zh: '年' },
  seasons: { en: 'seasons', zh: '季' },
  ha: { en: 'ha', zh: '公顷' },
  'ha-year': { en: 'ha a year', zh: '公顷/年' },
  m: { en: 'm', zh: '米' },
  km: { en: 'km', zh: '公里' },
  mm: { en: 'mm', zh: '毫米' },
  'mm-year': { en: 'mm a year', zh: '毫米/年' },
  m3: { en: 'm³', zh: '立方米' },
  'm3-year': { en: 'm³ a year', zh: '立方米/年' },
  'person-years': { en: 'person-years', zh: '人年' },
  money: { en: 'currency of the costs', zh: '与单价同币种' },
  share: { en: 'share, 0 to 1', zh: '份额 0–1' },
  percent: { en: '%', zh: '%' },
  'month-day': { en: 'month-day', zh: '月-日' },
  degrees: { en: 'degrees', zh: '度' },
  kpa: { en: 'kPa', zh: '千帕' },
  'kn-m3': { en: 'kN/m³', zh: '千牛/立方米' },
  'mg-kg': { en: 'mg/kg', zh: '毫克/千克' },
  seconds: { en: 'seconds', zh: '秒' },
  sd: { en: 'standard deviations', zh: '倍标准差' },
  pixels: { en: 'pixels', zh: '像元' },
  crs: { en: 'EPSG code', zh: 'EPSG 代码' },
  path: { en: 'path in the project', zh: '项目内路径' },
  erosivity: { en: 'MJ mm/(ha h a)', zh: 'MJ·mm/(ha·h·a)' },
  erodibility: { en: 't ha h/(ha MJ mm)', zh: 't·ha·h/(ha·MJ·mm)' },
} as const satisfies Readonly<Record<string, Text>>;

/** One setting: name and sentence in both languages, and its unit where it has one. */
export function told(
  en: string,
  zh: string,
  aboutEn: string,
  aboutZh: string,
  unit?: keyof typeof SETTING_UNITS,
): SettingText {
  return {
    name: { en, zh },
    about: { en: aboutEn, zh: aboutZh },
    ...(unit === undefined ? {} : { unit: SETTING_UNITS[unit] }),
  };
}

/** The part of a row, where its name says all. */
export function named(en: string, zh: string, unit?: keyof typeof SETTING_UNITS): SettingText {
  return { name: { en, zh }, ...(unit === undefined ? {} : { unit: SETTING_UNITS[unit] }) };
}
