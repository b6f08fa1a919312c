import { type Language, say } from '@aftermine/science/base';
import type { SeasonResult } from '@aftermine/science/control';
import { type People, toldText } from '@aftermine/science/report/season';
import type { useTexts } from '../../app/language.ts';
import type { Trace } from '../../parts/evidence-drawer.tsx';
import { momentText, numberText, percentText } from '../../parts/numbers.ts';
import type { Alert } from './alert-data.ts';
import { alertPlace, alertTitle, entryText } from './alert-words.ts';

/** What stands behind an alert. `season` is the one that raised it, where it is known. */
export function alertTrace(
  alert: Alert,
  facts: {
    readonly t: ReturnType<typeof useTexts>['t'];
    readonly language: Language;
    readonly people: People;
    readonly currency: string | null;
    readonly falseAlarmRate: number | null;
    readonly season: SeasonResult | undefined;
  },
): Trace {
  const { t, language, people, currency, falseAlarmRate, season } = facts;
  const { alarm, history } = alert;
  const number = (value: number): string => numberText(value, language, 2);
  const raised = history.find(({ kind }) => kind === 'raised');
  const last = history.at(-1);
  return {
    title: `${alertTitle(alert, language)} (${alertPlace(alert, language)})`,
    value: toldText(language, { key: `alarm.${alarm.kind}.why`, params: alarm.params }),
    source: [
      ...(season === undefined
        ? []
        : [
            t('alerts.trace.source', {
              year: alarm.year,
              index: season.index,
              hash: season.madeFrom.observation.slice(0, 12),
            }),
            t('alerts.trace.plan', { hash: season.madeFrom.plan.slice(0, 12) }),
          ]),
      ...alarm.evidence.map((one) => toldText(language, one)),
    ],
    steps: [
      say(language, 'season-page.methods.text-closeness'),
      say(language, 'season-page.methods.text-alerts'),
      t('alerts.trace.rank', {
        rank: number(alarm.rank),
        severity: number(alarm.severity),
        exposure: number(alarm.exposure),
        confidence: number(alarm.confidence),
      }),
    ],
    rule: [t('alerts.trace.rule')],
    confidence: t('alerts.trace.confidence', {
      percent: percentText(alarm.confidence, language),
      false: percentText(falseAlarmRate, language),
    }),
    change: t('alerts.trace.change'),
    accepted: t('alerts.trace.accepted', {
      at: momentText(raised?.at, language),
      last:
        last === undefined || last.kind === 'raised'
          ? ''
          : t('alerts.trace.last', entryText(last, people, language, currency)),
    }),
  };
}
