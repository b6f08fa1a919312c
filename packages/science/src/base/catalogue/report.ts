import type { Texts } from './index.ts';

/** Names that stand in every report. */
export const reportTexts = {
  'damage.pit': { en: 'open pit', zh: '露天采坑' },
  'damage.waste-dump': { en: 'waste dump', zh: '排土场' },
  'damage.tailings-pond': { en: 'tailings pond', zh: '尾矿库' },
  'damage.subsidence': { en: 'subsidence', zh: '塌陷地' },
  'damage.industrial-square': { en: 'industrial square', zh: '工业广场' },
  'damage.haul-road': { en: 'haul road', zh: '运输道路' },
  'damage.quarry-face': { en: 'quarry face', zh: '采石面' },
  'damage.other': { en: 'other', zh: '其他' },
} as const satisfies Texts;
