import type { ObservationResult } from '@aftermine/science/observe';
import type { ProjectDetail } from 'aftermine/contract';
import type { Language } from '../../app/language.ts';
import { sensorNames } from '../../parts/sensor-names.ts';
import { mapTexts } from '../../texts/map.ts';

/** Days of the season a composite is made from, as the project sets it: `06-01`. */
function seasonOf({ settings }: Pick<ProjectDetail, 'settings'>): { from: string; to: string } | null {
  const { observe } = (settings ?? {}) as { observe?: { season?: { from?: unknown; to?: unknown } } };
  const { from, to } = observe?.season ?? {};
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null;
}

/** Date and sensor of a yearly picture, as they are burnt into it. */
export function yearTag(
  project: ProjectDetail,
  record: ObservationResult | null,
  year: number,
  language: Language,
): string {
  const text = (key: keyof typeof mapTexts): string => mapTexts[key][language];
  const season = seasonOf(project);
  const when =
    season === null
      ? String(year)
      : text('map.compare.season')
          .replace('{year}', String(year))
          .replace('{from}', season.from)
          .replace('{to}', season.to);
  const sensors = record?.yearSummaries.find((one) => one.year === year)?.sensors ?? [];
  return text('map.compare.tag')
    .replace('{season}', when)
    .replace(
      '{sensors}',
      sensors.length === 0 ? text('map.compare.unknown-sensor') : sensorNames(sensors, language),
    );
}
