import { seedOf } from './chance.ts';
import { END_MEMBERS, MEMBER } from './end-members.ts';
import { latticeValue } from './fractal-field.ts';
import type { Landscape } from './landscape.ts';
import { type MineHistory, regrownCover } from './mine-history.ts';
import { CROP, GRASS, SHRUB } from './phenology.ts';
import { UNITS } from './site-plan.ts';
import type { UnitPlan } from './types.ts';
import type { SeasonWeather } from './weather.ts';

/** Shares of the ground, one plane per end member in the order of `END_MEMBERS`; they sum to 1 in every pixel. */
export type GroundCover = readonly Float32Array[];

/** Decimal year of a day. */
export function decimalYear(year: number, dayOfYear: number): number {
  return year + (dayOfYear - 0.5) / 365.25;
}

/** Metres of shore that fall dry: none in wet years, one pixel and a half in the driest. */
function dryShoreM(rain: number): number {
  return Math.max(0, 20 - 15 * rain);
}

/** What covers the ground on one day: plants by season and rainfall, mined land by its history. */
export function groundCover(landscape: Landscape, weather: SeasonWeather, dayOfYear: number): GroundCover {
  const { land, history } = landscape;
  const pixels = land.grass.length;
  const cover = END_MEMBERS.map(() => new Float32Array(pixels));
  const time = decimalYear(weather.year, dayOfYear);
  const stage = {
    grass: GRASS(dayOfYear - weather.delayDays),
    shrub: SHRUB(dayOfYear - 0.5 * weather.delayDays),
    crop: CROP(dayOfYear),
  };
  const shore = dryShoreM(weather.rain);
  for (let i = 0; i < pixels; i += 1) {
    if (time >= history.clearedAt[i]!) mined(cover, i, history, time, weather, stage);
    else if (land.depthM[i]! > 0) {
      if (land.depthM[i]! > shore) cover[MEMBER.water]![i] = 1;
      else share(cover, i, [MEMBER.soil, 0.7], [MEMBER.slurry, 0.3]);
    } else countrysideAt(cover, i, landscape, weather, stage, dayOfYear);
  }
  return cover;
}

interface Stage {
  readonly grass: number;
  readonly shrub: number;
  readonly crop: number;
}

type Part = readonly [member: number, share: number];

function share(cover: GroundCover, pixel: number, ...parts: readonly Part[]): void {
  for (const [member, part] of parts) cover[member]![pixel] = cover[member]![pixel]! + part;
}

function countrysideAt(
  cover: GroundCover,
  i: number,
  { options: { seed }, land }: Landscape,
  weather: SeasonWeather,
  stage: Stage,
  dayOfYear: number,
): void {
  const built = land.built[i]!;
  const open = 1 - built;
  const field = land.field[i]!;
  const fallow = field === 0 || latticeValue(seedOf(seed, 'fallow'), field, weather.year) < 0.05;
  let plants = 0;
  if (!fallow) {
    // Three crops of different vigour; stubble stays behind.
    const canopy = (0.72 + 0.1 * (field % 3)) * Math.sqrt(weather.growth);
    const green = open * canopy * stage.crop;
    const stubble = open * (dayOfYear > 250 ? 0.35 * (1 - stage.crop) : 0.05);
    share(cover, i, [MEMBER.crop, green], [MEMBER.straw, stubble]);
    plants = green + stubble;
  } else {
    const grass = land.grass[i]! * weather.growth;
    const shrub = Math.min(0.95 - 0.5 * grass, land.shrub[i]! * Math.sqrt(weather.growth));
    plants = sward(cover, i, open * grass * (1 - 0.5 * shrub), open * shrub, stage);
  }
  const bare = Math.max(0, open - plants);
  share(cover, i, [MEMBER.built, built], [MEMBER.sand, bare * land.sand[i]!], [MEMBER.soil, bare * (1 - land.sand[i]!)]);
}

/** Grass and shrubs at their stage of the season; what is not green of the grass stands as straw. Returns the ground covered. */
function sward(cover: GroundCover, i: number, grass: number, shrub: number, stage: Stage): number {
  const held = Math.min(1, 0.96 / (grass + shrub + 0.04));
  const green = held * grass * stage.grass;
  const straw = held * (0.04 + 0.6 * grass * (1 - stage.grass));
  const leaves = held * shrub * stage.shrub;
  share(cover, i, [MEMBER.grass, green], [MEMBER.straw, straw], [MEMBER.shrub, leaves]);
  return green + straw + leaves;
}

/** Years after clearing during which coal lies open in the deep part of a pit. */
const COAL_YEARS = { from: 1.3, to: 4.2 } as const;

function mined(cover: GroundCover, i: number, history: MineHistory, time: number, weather: SeasonWeather, stage: Stage): void {
  const unit: UnitPlan = UNITS[history.unit[i]!]!;
  if (time >= history.pondAt[i]!) {
    share(cover, i, [MEMBER.water, 0.9], [MEMBER.slurry, 0.1]);
    return;
  }
  const plants = regrownCover(history, i, time) * weather.growth ** 0.7;
  const shrubs = unit.regrowth?.shrubs ?? 0;
  const covered = plants > 0 ? sward(cover, i, plants * (1 - shrubs), plants * shrubs, stage) : 0;
  const bare = 1 - covered;
  const texture = history.vigour[i]!;
  if (time >= history.regrowthAt[i]!) {
    const topsoil = unit.regrowth?.spontaneous === true ? 0.2 : 0.65;
    share(cover, i, [MEMBER.soil, bare * topsoil], [MEMBER.overburden, bare * (1 - topsoil)]);
  } else if (unit.ground === 'slurry') share(cover, i, [MEMBER.slurry, 0.75], [MEMBER.overburden, 0.25]);
  else if (unit.ground === 'gravel') share(cover, i, [MEMBER.gravel, 0.85], [MEMBER.soil, 0.15]);
  else if (unit.ground === 'built') {
    const piles = Math.max(0, Math.min(0.5, 2 * (texture - 1)));
    share(cover, i, [MEMBER.coal, piles], [MEMBER.built, 0.7 * (1 - piles)], [MEMBER.gravel, 0.3 * (1 - piles)]);
  } else {
    const years = time - history.clearedAt[i]!;
    const deep = unit.damage === 'pit' && history.edgeM[i]! > 110;
    const coal = deep && years > COAL_YEARS.from && years < COAL_YEARS.to ? Math.max(0.2, Math.min(0.85, texture - 0.35)) : 0;
    const pale = Math.max(0, Math.min(0.35, 1.2 * (texture - 0.95)));
    share(cover, i, [MEMBER.coal, coal], [MEMBER.sand, pale * (1 - coal)], [MEMBER.overburden, (1 - pale) * (1 - coal)]);
  }
}
