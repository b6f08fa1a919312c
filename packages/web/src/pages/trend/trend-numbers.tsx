import { isUnknown } from '@aftermine/science/base';
import {
  indexScale,
  numberText,
  pText,
  pValueText,
  reasonText,
  recentTrend,
  SIGNIFICANCE_LEVEL,
  seriesOf,
  signedText,
  trajectoryOf,
  yearsOf,
} from '@aftermine/science/report/observation';
import { useTexts } from '../../app/language.ts';
import { useSay } from '../../parts/use-say.ts';
import { type Fact, FactTable } from './fact-table.tsx';
import { promiseFacts } from './promise-facts.ts';
import { intervalTrace, testTrace } from './trend-trace.ts';
import type { TrendState } from './use-trend.ts';

/** Slope, significance, turns, gap and recovery of a zone, each with its interval and its evidence. */
export function TrendNumbers({ state }: { readonly state: TrendState }) {
  const { t, language } = useTexts();
  const say = useSay();
  const { record, zone, index, wetness } = state;
  const trajectory = trajectoryOf(record, zone);
  const years = yearsOf(seriesOf(record, index), zone);
  const known = years.filter(({ median }) => median !== null);
  const span: readonly [number, number] = [known[0]?.year ?? 0, known.at(-1)?.year ?? 0];
  const digits = indexScale(index).digits + 2;
  const signed = (value: number): string => signedText(language, value, digits);
  const facts: Fact[] = [];
  const trend = trajectory.trends[index];
  const tested = (name: string, value: string, of: Parameters<typeof testTrace>[2]): void => {
    facts.push({
      name,
      value,
      trace: () => testTrace(record, index, of, span, { title: name, value }, language, wetness),
    });
  };
  if (trend === undefined || isUnknown(trend))
    facts.push({
      name: t('trend.slope'),
      value: trend === undefined ? '–' : reasonText(language, trend),
      trace: null,
    });
  else {
    tested(
      t('trend.slope'),
      t('trend.slope-value', {
        slope: signed(trend.slopePerYear),
        low: signed(trend.slopeLow),
        high: signed(trend.slopeHigh),
      }),
      trend,
    );
    tested(
      t('trend.p'),
      `${pValueText(language, trend.p)} · ${t(trend.p < SIGNIFICANCE_LEVEL ? 'trend.significant' : 'trend.not-significant')}`,
      trend,
    );
    tested(t('trend.tau'), signedText(language, trend.tau, 2), trend);
    tested(t('trend.n'), String(trend.n), trend);
  }
  const recent = recentTrend(trajectory, years);
  if (recent !== null)
    tested(
      t('trend.recent', { year: recent.since }),
      `${t('trend.slope-value', {
        slope: signed(recent.slopePerYear),
        low: signed(recent.slopeLow),
        high: signed(recent.slopeHigh),
      })} · p ${pText(language, recent.p)} · n = ${recent.n}`,
      recent,
    );
  const gap = trajectory.gapToReference[index]?.at(-1);
  if (gap !== undefined && zone.kind !== 'reference') {
    const name = t('trend.gap', { year: gap.year });
    const [low, high] = [signedText(language, gap.low, 2), signedText(language, gap.high, 2)];
    const value = t('trend.gap-value', { gap: signedText(language, gap.gap, 2), low, high });
    facts.push({
      name,
      value,
      trace: () => intervalTrace(record, 'gap', index, { title: name, value }, { low, high }, language),
    });
  }
  if (index === 'rsei' && state.sheet !== null) facts.push(...promiseFacts(state.sheet, record, language));
  trajectory.vertices.slice(1, -1).forEach(({ year, yearLow, yearHigh }, i) => {
    const name = `${t('trend.turn')} ${i + 1} (${trajectory.index.toUpperCase()})`;
    const value = t('trend.turn-value', { year, low: yearLow, high: yearHigh });
    facts.push({
      name,
      value,
      trace: () =>
        intervalTrace(
          record,
          'turn',
          trajectory.index,
          { title: name, value },
          { low: String(yearLow), high: String(yearHigh) },
          language,
        ),
    });
  });
  const { recovery } = trajectory;
  if (recovery != null && !isUnknown(recovery))
    for (const metric of recovery.metrics) {
      const name = t('part.named', { name: t('trend.recovery'), value: say(`page.metric.${metric.metric}`) });
      const value = isUnknown(metric)
        ? reasonText(language, metric)
        : `${numberText(language, metric.value, 2)}${
            metric.low === null || metric.high === null
              ? ''
              : ` (${numberText(language, metric.low, 2)} … ${numberText(language, metric.high, 2)})`
          }`;
      facts.push({
        name,
        value,
        trace: () =>
          intervalTrace(
            record,
            'recovery',
            recovery.index,
            { title: name, value },
            isUnknown(metric) || metric.low === null || metric.high === null
              ? null
              : { low: numberText(language, metric.low, 2), high: numberText(language, metric.high, 2) },
            language,
          ),
      });
    }
  return <FactTable label={t('trend.numbers')} facts={facts} />;
}
