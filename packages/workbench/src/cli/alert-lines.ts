import { type Language, say } from '@aftermine/science/base';
import type { Alert, AlertList } from '../steps/control/alert-list.ts';

/** The inbox: alerts that are shown, each with its sentence, and how many are folded. */
export function alertLines(list: AlertList, all: boolean, language: Language): readonly string[] {
  const shown = all ? list.alerts : list.alerts.filter(({ alarm }) => alarm.shown);
  const folded = list.alerts.length - shown.length;
  return [
    say(language, list.alerts.length === 0 ? 'alert.none' : 'alert.title', {
      open: list.open,
      all: list.alerts.length,
    }),
    ...shown.flatMap((alert) => [
      '',
      `${alert.alarm.id}  [${say(language, `action-state.${alert.case.state}`)}]  ${headline(alert, language)}`,
      `  ${say(language, `alarm.${alert.alarm.kind}.why`, alert.alarm.params)}`,
    ]),
    ...(folded > 0 ? ['', say(language, 'alert.folded', { count: folded })] : []),
    ...(list.falseAlarmRate === null
      ? []
      : ['', say(language, 'alert.false-alarms', { percent: Math.round(100 * list.falseAlarmRate) })]),
  ];
}

/** One alert whole: why, what stands behind it, what may be done, and what was done. */
export function alertDetailLines(alert: Alert, language: Language): readonly string[] {
  const { alarm, case: one, history } = alert;
  const tell = (key: string, params = {}): string => say(language, key, params);
  return [
    `${alarm.id}  [${tell(`action-state.${one.state}`)}]  ${headline(alert, language)}`,
    tell(`alarm.${alarm.kind}.why`, alarm.params),
    tell('alert.rank', {
      rank: alarm.rank.toFixed(2),
      severity: alarm.severity.toFixed(2),
      exposure: alarm.exposure.toFixed(2),
      confidence: alarm.confidence.toFixed(2),
    }),
    '',
    tell('alert.evidence'),
    ...alarm.evidence.map(({ key, params }) => `  ${tell(key, params)}`),
    '',
    tell('alert.corrective'),
    ...alarm.corrective.map((id) => `  ${id}: ${tell(`corrective.${id}`)}`),
    ...(one.owner === null && one.due === null
      ? []
      : ['', tell('alert.owner', { owner: one.owner ?? '-', due: one.due ?? '-' })]),
    ...(one.overdue ? [tell('alert.overdue', { due: one.due ?? '' })] : []),
    '',
    tell('alert.history'),
    ...history.map(({ at, by, kind, detail }) =>
      `  ${at.slice(0, 16).replace('T', ' ')}  ${by}  ${tell(`ledger.${kind}`)}${noteOf(detail)}`.trimEnd(),
    ),
  ];
}

function headline({ alarm, name }: Alert, language: Language): string {
  const where = alarm.unit ?? alarm.place?.map((one) => one.toFixed(5)).join(', ') ?? '';
  return `${say(language, `alarm.${alarm.kind}`, alarm.params)}: ${where}${name === null ? '' : ` ${name}`}`;
}

function noteOf(detail: Readonly<Record<string, unknown>>): string {
  const words = ['action', 'reason', 'note', 'season']
    .map((key) => detail[key])
    .filter((value) => typeof value === 'string' || typeof value === 'number');
  return words.length === 0 ? '' : `  (${words.join('; ')})`;
}
