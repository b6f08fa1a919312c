import type { PlanWords } from '@aftermine/science/report/plan';
import { RangeSlider, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { CRITERIA, type Criterion, criterionCell, criterionHeading } from './objectives.ts';
import type { PlanOption } from './plan-options.ts';

type Range = readonly [low: number, high: number];
/** What is let through of each criterion; all of those not named. */
export type Brushes = Readonly<Partial<Record<Criterion, Range>>>;

const STEPS = 200;

/** Least and greatest of each criterion over the options. */
export function rangesOf(options: readonly PlanOption[]): Readonly<Record<Criterion, Range>> {
  return Object.fromEntries(
    CRITERIA.map((what) => {
      const values = options.map(({ values: of }) => of[what]);
      return [what, [Math.min(...values), Math.max(...values)]];
    }),
  ) as unknown as Record<Criterion, Range>;
}

/** True for what every brush lets through. */
export function isWithin({ values }: Pick<PlanOption, 'values'>, brushes: Brushes): boolean {
  return CRITERIA.every((what) => {
    const brush = brushes[what];
    return brush === undefined || (values[what] >= brush[0] && values[what] <= brush[1]);
  });
}

/** Two handles for each criterion: brushing with the mouse or the arrow keys. */
export function BrushSliders({
  words,
  ranges,
  brushes,
  onBrush,
}: {
  readonly words: PlanWords;
  readonly ranges: Readonly<Record<Criterion, Range>>;
  readonly brushes: Brushes;
  readonly onBrush: (next: Brushes) => void;
}) {
  const { t } = useTexts();
  return (
    <div style={{ maxWidth: 760 }}>
      {CRITERIA.filter((what) => ranges[what][1] > ranges[what][0]).map((what) => {
        const [low, high] = ranges[what];
        const [from, to] = brushes[what] ?? [low, high];
        const heading = criterionHeading(what, words);
        return (
          <div
            key={what}
            style={{
              display: 'grid',
              gridTemplateColumns: 'minmax(110px, 220px) minmax(80px, 1fr) minmax(90px, 190px)',
              gap: 12,
              alignItems: 'center',
            }}
          >
            <Text size="sm">{heading}</Text>
            <RangeSlider
              min={low}
              max={high}
              step={(high - low) / STEPS}
              minRange={0}
              value={[from, to]}
              label={null}
              thumbFromLabel={t('compare.brush-from', { what: heading })}
              thumbToLabel={t('compare.brush-to', { what: heading })}
              onChange={([a, b]) => {
                const slack = (high - low) * 1e-9;
                onBrush({ ...brushes, [what]: [a - slack, b + slack] });
              }}
            />
            <Text size="xs" className="number">
              {criterionCell(what, from, words)} – {criterionCell(what, to, words)}
            </Text>
          </div>
        );
      })}
    </div>
  );
}
