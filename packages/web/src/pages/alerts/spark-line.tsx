import type { UnitFigure } from '@aftermine/science/report/season';
import { fanDescription } from '@aftermine/science/report/season';
import { useTexts } from '../../app/language.ts';

const [WIDTH, HEIGHT, PAD] = [190, 52, 6];

/** The course of a unit in little: what was seen as dots, what was promised as dashes, alerts as rings. Nothing where too little was seen. */
export function SparkLine({ figure, told = true }: { readonly figure: UnitFigure; readonly told?: boolean }) {
  const { t, language } = useTexts();
  const { first, season, sightings, promised, promisedBefore, alarms } = figure;
  if (sightings.length === 0 || season <= first) return null;
  const course = [...promisedBefore, ...promised].filter(({ year }) => year <= season);
  const values = [...sightings.map(({ seen }) => seen), ...course.map(({ closeness }) => closeness)];
  const [lo, hi] = [Math.min(...values), Math.max(...values)];
  const x = (year: number): number => PAD + ((year - first) / (season - first)) * (WIDTH - 2 * PAD);
  const y = (value: number): number =>
    HEIGHT - PAD - ((value - lo) / Math.max(0.05, hi - lo)) * (HEIGHT - 2 * PAD);
  const rings = sightings.filter(({ year }) => alarms.some((one) => one.year === year));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-hidden={!told}
      aria-label={`${t('alerts.spark')} ${fanDescription(figure, language)}`}
    >
      {course.length > 1 && (
        <polyline
          points={course.map(({ year, closeness }) => `${x(year)},${y(closeness)}`).join(' ')}
          fill="none"
          stroke="#8a6100"
          strokeWidth={1.6}
          strokeDasharray="6 3"
        />
      )}
      {sightings.map(({ year, seen }) => (
        <circle key={year} cx={x(year)} cy={y(seen)} r={2.3} fill="#14201d" />
      ))}
      {rings.map(({ year, seen }) => (
        <circle key={year} cx={x(year)} cy={y(seen)} r={4.8} fill="none" stroke="#a3261f" strokeWidth={1.6} />
      ))}
    </svg>
  );
}
