import { seedOf } from '@aftermine/science/base';
import { END_MEMBERS, type EndMember } from './end-members.ts';
import { latticeValue } from './fractal-field.ts';
import type { Landscape } from './landscape.ts';
import { regrownCover } from './mine-history.ts';
import { CROP, GRASS, SHRUB } from './phenology.ts';
import { UNITS } from './site-plan.ts';
import type { SeasonWeather } from './weather.ts';
import { worksCover } from './works.ts';

/** Shares of the ground by end member, row-major planes; they sum to 1 in every pixel. */
export type GroundCover = Readonly<Record<EndMember, Float32Array>>;

/** Decimal year of a day. */
export function decimalYear(year: number, dayOfYear: number): number {
  return year + (dayOfYear - 0.5) / 365.25;
}

/** Metres of shore that fall dry: none in wet years, one pixel and a half in the driest. */
function dryShoreM(rain: number): number {
  return Math.max(0, 20 - 15 * rain);
}

/** What one day is like for plants. */
interface Day {
  readonly time: number;
  readonly dayOfYear: number;
  readonly weather: SeasonWeather;
  /** Share of the season's greatest cover that is green. */
  readonly grass: number;
  readonly shrub: number;
  readonly crop: number;
  /** Fields that lie fallow this year, by number. */
  readonly fallow: (field: number) => boolean;
}

/** What covers the ground on one day: plants by season and rainfall, mined land by its history. */
export function groundCover(landscape: Landscape, weather: SeasonWeather, dayOfYear: number): GroundCover {
  const { land, history, options } = landscape;
  const pixels = land.grass.length;
  const cover = Object.fromEntries(
    END_MEMBERS.map((name) => [name, new Float32Array(pixels)]),
  ) as GroundCover;
  const fallowSeed = seedOf(options.seed, 'fallow');
  const day: Day = {
    time: decimalYear(weather.year, dayOfYear),
    dayOfYear,
    weather,
    grass: GRASS(dayOfYear - weather.delayDays),
    shrub: SHRUB(dayOfYear - 0.5 * weather.delayDays),
    crop: CROP(dayOfYear),
    fallow: (field) => latticeValue(fallowSeed, field, weather.year) < 0.02,
  };
  const shore = dryShoreM(weather.rain);
  const { clearedAt } = history;
  const { depthM } = land;
  for (let i = 0; i < pixels; i += 1) {
    if (day.time >= clearedAt[i]!) mined(cover, i, landscape, day);
    else if (depthM[i]! > shore) cover.water[i] = 1;
    else if (depthM[i]! > 0) {
      cover.soil[i] = 0.7;
      cover.slurry[i] = 0.3;
    } else countrysideAt(cover, i, landscape, day);
  }
  return cover;
}

function countrysideAt(cover: GroundCover, i: number, { land }: Landscape, day: Day): void {
  const { growth } = day.weather;
  const built = land.built[i]!;
  const open = 1 - built;
  const field = land.field[i]!;
  let plants = 0;
  if (field !== 0 && !day.fallow(field)) {
    // Three crops of different vigour; stubble stays behind.
    const canopy = (0.72 + 0.1 * (field % 3)) * Math.sqrt(growth);
    cover.crop[i] = canopy * day.crop;
    cover.straw[i] = day.dayOfYear > 250 ? 0.35 * (1 - day.crop) : 0.05;
    plants = cover.crop[i]! + cover.straw[i]!;
  } else {
    const grass = land.grass[i]! * growth;
    const shrub = Math.min(0.95 - 0.5 * grass, land.shrub[i]! * Math.sqrt(growth));
    plants = sward(cover, i, open * grass * (1 - 0.5 * shrub), open * shrub, day);
  }
  const bare = Math.max(0, open - plants);
  cover.built[i] = built;
  cover.sand[i] = bare * land.sand[i]!;
  cover.soil[i] = bare * (1 - land.sand[i]!);
}

/** Grass and shrubs at their stage of the season; what is not green of the grass stands as straw. Returns the ground covered. */
function sward(cover: GroundCover, i: number, grass: number, shrub: number, day: Day): number {
  const held = Math.min(1, 0.96 / (grass + shrub + 0.04));
  const green = held * grass * day.grass;
  const straw = held * (0.04 + 0.6 * grass * (1 - day.grass));
  const leaves = held * shrub * day.shrub;
  cover.grass[i] = green;
  cover.straw[i] = straw;
  cover.shrub[i] = leaves;
  return green + straw + leaves;
}

/** Years after clearing during which coal lies open in the deep part of a pit. */
const COAL_YEARS = { from: 1.1, to: 4.2 } as const;

function mined(cover: GroundCover, i: number, { history, works }: Landscape, day: Day): void {
  const { time, weather } = day;
  const unit = UNITS[history.unit[i]!]!;
  const done = works?.get(history.unit[i]!);
  if (done !== undefined && time >= done.stands) {
    const before = Math.max(done.start, regrownCover(history, i, done.stands));
    const plants = done.panels
      ? 0.15
      : Math.min(0.95, worksCover(done, before, time) * history.vigour[i]!) * weather.growth ** 0.7;
    const bare = 1 - sward(cover, i, plants * 0.75, plants * 0.25, day);
    cover.built[i] = done.panels ? 0.5 * bare : 0;
    cover.gravel[i] = done.panels ? 0.3 * bare : 0;
    cover.soil[i] = bare * (done.panels ? 0.2 : 0.65);
    cover.overburden[i] = done.panels ? 0 : bare * 0.35;
    return;
  }
  if (time >= history.pondAt[i]!) {
    cover.water[i] = 0.9;
    cover.slurry[i] = 0.1;
    return;
  }
  const plants = regrownCover(history, i, time) * weather.growth ** 0.7;
  const shrubs = unit.regrowth?.shrubs ?? 0;
  const bare = 1 - (plants > 0 ? sward(cover, i, plants * (1 - shrubs), plants * shrubs, day) : 0);
  const rock = history.rock[i]!;
  if (time >= history.regrowthAt[i]!) {
    const topsoil = unit.regrowth?.spontaneous === true ? 0.2 : 0.65;
    cover.soil[i] = bare * topsoil;
    cover.overburden[i] = bare * (1 - topsoil);
  } else if (unit.ground === 'slurry') {
    cover.slurry[i] = 0.75;
    cover.overburden[i] = 0.25;
  } else if (unit.ground === 'gravel') {
    cover.gravel[i] = 0.85;
    cover.soil[i] = 0.15;
  } else if (unit.ground === 'built') {
    const piles = history.vigour[i]! > 1.02 ? 0.75 : 0.05;
    cover.coal[i] = piles;
    cover.built[i] = 0.7 * (1 - piles);
    cover.gravel[i] = 0.3 * (1 - piles);
  } else {
    const years = time - history.clearedAt[i]!;
    const deep = unit.damage === 'pit' || unit.filled !== undefined ? history.edgeM[i]! > 75 : false;
    const open = deep && time < history.filledAt[i]! && years > COAL_YEARS.from && years < COAL_YEARS.to;
    const coal = open ? Math.max(0.25, Math.min(0.85, 0.15 + rock)) : Math.max(0, 0.8 * (rock - 0.62));
    const pale = Math.max(0, Math.min(0.5, 2 * (0.42 - rock)));
    cover.coal[i] = coal;
    cover.sand[i] = pale * (1 - coal);
    cover.overburden[i] = (1 - pale) * (1 - coal);
  }
}
