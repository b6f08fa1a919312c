/** `2024-05-03` of the ways dates are written in tables (2024/5/3, 2024.5.3, 20240503, 2024年5月3日), or null. */
export function isoDate(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const found =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year < 2200;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

const CM: Readonly<Record<string, number>> = { cm: 1, 厘米: 1, m: 100, 米: 100, mm: 0.1, 毫米: 0.1 };

export interface DepthCm {
  readonly from: number | null;
  readonly to: number;
}

/**
 * A depth or a range of depths in centimetres: `0-20`, `20～40cm`, `0.2-0.4 m`; a lone number is the lower end. The
 * unit stands in the cell or, given here, in the name of the column.
 *
 * @returns null for text that is no depth; `no-unit` where neither says the unit
 */
export function depthCm(text: string, unit: string | null): DepthCm | 'no-unit' | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const found =
    /^(\d+(?:\.\d+)?)\s*(?:cm|mm|m|厘米|毫米|米)?\s*(?:[-~—–−至到]+\s*(\d+(?:\.\d+)?))?\s*(cm|mm|m|厘米|毫米|米)?$/.exec(
      plain,
    );
  if (found === null) return null;
  const factor = CM[found[3] ?? unit?.normalize('NFKC').trim().toLowerCase() ?? ''];
  if (factor === undefined) return 'no-unit';
  const [a, b] = [Number(found[1]) * factor, found[2] === undefined ? null : Number(found[2]) * factor];
  if (b === null) return { from: null, to: a };
  return a <= b ? { from: a, to: b } : null;
}

const KINDS = [
  ['soil', /土|soil|sediment|底泥/i],
  ['water', /水|water/i],
  ['plot', /样方|植被|样地|plot|vegetation/i],
] as const;

/** What was sampled, as a cell says it (土壤, 地表水, 样方), or null. */
export function kindOf(text: string): (typeof KINDS)[number][0] | null {
  // 水稻土 is a soil, so soil is asked first.
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** True for rows that sum a table up: means, extremes, limits of standards. */
export function isSummary(text: string): boolean {
  return (
    /^(平均|均值|最大|最小|合计|总计|标准差|变异系数|标准限?值|筛选值|管制值|背景值|备注|注[:：])/.test(
      text.trim(),
    ) || /^(mean|average|maximum|max|minimum|min|sd|std|cv|total|notes?|limit value)\b/i.test(text.trim())
  );
}

/** True for the row that gives limits of detection. */
export function isLimitRow(text: string): boolean {
  return /检出限|检测限|detection limit|limit of detection|^(lod|mdl)$/i.test(text.trim());
}
