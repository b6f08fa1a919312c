import { say } from '@aftermine/science/base';
import type { WheelRow } from '@aftermine/science/report/season';
import type { Language, useTexts } from '../../app/language.ts';
import type { Trace } from '../../parts/evidence-drawer.tsx';
import type { KeptSeason } from './season-data.ts';

type T = ReturnType<typeof useTexts>['t'];

/** Where figures of a season come from, as a line of data. */
export function seasonSource(season: KeptSeason, t: T): string {
  const { observation, plan, fieldNotes } = season.madeFrom;
  return t('wheel.trace.source', {
    year: season.year,
    index: season.index,
    hash: observation.slice(0, 12),
    plan: plan.slice(0, 12),
    notes: fieldNotes?.slice(0, 12) ?? t('wheel.trace.no-notes'),
  });
}

/** When figures of a season were settled. */
export function seasonAccepted(season: KeptSeason, t: T): string {
  return t('wheel.trace.accepted', { year: season.year, lines: season.madeFrom.ledger.entries });
}

/** Stars in words: never zero for what nobody assessed. */
export function starsText(stars: number | null, language: Language, t: T): string {
  return stars === null ? t('wheel.not-assessed') : say(language, 'season-page.wheel.stars', { stars });
}

/** What stands behind one slice. */
export function sliceTrace(row: WheelRow, season: KeptSeason, language: Language, t: T): Trace {
  return {
    title: row.name,
    value: starsText(row.stars, language, t),
    source: [seasonSource(season, t), ...row.evidence],
    steps: [t('wheel.trace.steps'), say(language, 'season-page.methods.text-wheel')],
    rule: [say(language, 'season-page.wheel.source'), 'docs/methods/ser-wheel.md'],
    confidence:
      row.stars === null
        ? t('wheel.trace.confidence-none')
        : t('wheel.trace.confidence', { by: row.byText, count: row.count }),
    change: t('wheel.trace.change'),
    accepted: seasonAccepted(season, t),
  };
}
