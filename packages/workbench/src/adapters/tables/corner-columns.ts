import { plainForms } from '../vectors/survey-number.ts';
import { MAX_NAME } from './table.ts';

/** What a column of a corner table holds. */
export type CornerRole = 'label' | 'ring' | 'parcel' | 'north' | 'east' | 'x' | 'y' | 'lon' | 'lat' | 'wkt';

/** Names as officers and programs write them, without spaces, brackets and what stands in them. */
const NAMES: readonly (readonly [CornerRole, RegExp])[] = [
  ['wkt', /^(wkt|the_?geom|geom|geometry|wkt_?geom|几何|空间信息)$/],
  ['ring', /^(圈号|环号|圈|ring|ring_?no|ring_?id)$/],
  [
    'parcel',
    /^(地块|图斑|单元|采区|矿区|复垦单元)(编?号|名称|代码)?$|^(parcel|plot|polygon|unit|site)(_?(id|no|name))?$/,
  ],
  [
    'label',
    /^(点号|点名|拐点|拐点(编|序)?号|界址点|界址点号|顶点号?|序号|编号|point|vertex|corner|no|id|pt|point_?(id|no)|fid)\.?$/,
  ],
  ['lon', /^(经度|东经|大地经度|经度坐标|l|lon|long|lng|longitude)$/],
  ['lat', /^(纬度|北纬|大地纬度|纬度坐标|b|lat|latitude)$/],
  ['north', /^(纵坐标x?|x纵坐标|北坐标x?|北|x北|北向坐标|northing|north|n)$/],
  ['east', /^(横坐标y?|y横坐标|东坐标y?|东|y东|东向坐标|easting|east|e)$/],
  ['x', /^(x|x坐标|坐标x|point_?x|xcoord|x_?coord(inate)?)$/],
  ['y', /^(y|y坐标|坐标y|point_?y|ycoord|y_?coord(inate)?)$/],
];

/** The role a column name says, or null; `X（m）` and `纵坐标 X/米` are understood. */
export function cornerRole(name: string): CornerRole | null {
  if (name.length > MAX_NAME) return null;
  const bracketed = /^\s*([xyXY])\s*[（(]\s*(北|东|纵|横)[^)）]*[)）]/.exec(name);
  if (bracketed !== null) return /[北纵]/.test(bracketed[2]!) ? 'north' : 'east';
  const bare = plainForms(name)
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[/_](m|米|°|度|d?ms)$/, '')
    .replace(/[\s:.]/g, '');
  return NAMES.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

/** One pair of coordinate columns with the label, ring and parcel columns that belong to it. */
export interface CornerBlock {
  readonly first: number;
  readonly second: number;
  /** What the names say of the order of the two; null for X and Y, which surveyors and programs swap. */
  readonly order: 'northing-first' | 'easting-first' | null;
  readonly label: number | null;
  readonly ring: number | null;
  readonly parcel: number | null;
}

const PAIRS = [
  ['north', 'east', 'northing-first'],
  ['x', 'y', null],
  ['lat', 'lon', 'northing-first'],
] as const;

/**
 * The coordinate columns of a table. Metres stand before degrees where a table has both; a pair of names that comes
 * several times is a table set in several columns to save paper, one block each.
 *
 * @returns empty where the names hold no pair
 */
export function cornerBlocks(header: readonly string[]): readonly CornerBlock[] {
  const roles = header.map(cornerRole);
  const columns = (role: CornerRole): number[] => roles.flatMap((own, i) => (own === role ? [i] : []));
  for (const [a, b, order] of PAIRS) {
    const [firsts, seconds] = [columns(a), columns(b)];
    if (firsts.length === 0 || firsts.length !== seconds.length) continue;
    return firsts.map((first, k): CornerBlock => {
      const second = seconds[k]!;
      const [from, to] = [
        k === 0 ? 0 : Math.max(firsts[k - 1]!, seconds[k - 1]!) + 1,
        Math.max(first, second),
      ];
      const near = (role: CornerRole): number | null =>
        columns(role).find((i) => i >= from && i <= to) ?? null;
      const only = (role: CornerRole): number | null =>
        firsts.length === 1 ? (columns(role)[0] ?? null) : near(role);
      return {
        first,
        second,
        order,
        label: only('label'),
        ring: only('ring'),
        parcel: near('parcel') ?? columns('parcel')[0] ?? null,
      };
    });
  }
  return [];
}

/** How well names fit a table of corners or of WKT; 0 = not at all. */
export function cornerScore(header: readonly string[]): number {
  const roles = header.map(cornerRole).filter((role) => role !== null);
  return roles.includes('wkt') || cornerBlocks(header).length > 0 ? roles.length : 0;
}
