import type { PlanResult } from '@aftermine/science/plan';
import { moneyText } from '@aftermine/science/report/plan';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail, UnitRow } from 'aftermine/contract';
import type { ReactNode } from 'react';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { Area } from '../../parts/area.tsx';
import { EvidenceMark, type Trace } from '../../parts/evidence-drawer.tsx';
import { momentText, muOf, numberText, percentText } from '../../parts/numbers.ts';
import classes from './overview.module.css';
import { median } from './unit-figures.ts';

/** The key figures of a project, each with what stands behind it. */
export function KpiRow({
  project,
  rows,
}: {
  readonly project: ProjectDetail;
  readonly rows: readonly UnitRow[];
}) {
  const { t, language } = useTexts();
  const hasPlan = project.steps.some(({ step, state }) => step === 'plan' && state !== 'missing');
  const { data: plan } = useQuery({
    ...partQuery<PlanResult>(project.id, '/plan/overview'),
    enabled: hasPlan,
  });
  const seasons = useQuery({
    ...partQuery<{ years: readonly number[] }>(project.id, '/seasons'),
    enabled: hasPlan,
  });
  const accepted = t('overview.trace.as-now', { when: momentText(project.updated, language) });
  const unknown = t('overview.unknown');
  const index = median(rows.flatMap(({ lastMedian }) => (lastMedian === null ? [] : [lastMedian])));
  const year = Math.max(...rows.map(({ lastYear }) => lastYear ?? 0), 0);
  const quality = project.quality.find((one) => one.year === year);
  const present = project.quality.filter((one) => one.present);
  const problems = rows.some((row) => row.problems !== null)
    ? rows.reduce((sum, row) => sum + (row.problems ?? 0), 0)
    : null;
  const chances = rows.flatMap(({ reach }) => (reach === null ? [] : [reach]));
  const reaching = chances.filter((reach) => reach >= 0.5).length;
  const money = moneyText(language, project.currency ?? 'CNY');
  const cost = plan?.totals?.publicCost ?? null;
  const scenes = project.quality.reduce((sum, one) => sum + one.scenes, 0);
  const pictures =
    project.years === null
      ? []
      : [t('overview.trace.scenes', { scenes, first: project.years[0], last: project.years[1] })];
  const settings = project.settings as { boundary?: string };
  const trace = (title: string, value: string, rest: Partial<Trace>): Trace => ({
    title,
    value,
    source: [],
    steps: [],
    rule: [],
    confidence: '',
    change: '',
    accepted,
    ...rest,
  });
  const areaText = t('part.area', {
    ha: numberText(project.areaHa, language),
    mu: numberText(project.areaHa === null ? null : muOf(project.areaHa), language, 1),
  });
  return (
    <dl className={classes.kpis} aria-label={t('overview.kpis')}>
      <Kpi
        label={t('overview.kpi.area')}
        value={<Area areaHa={project.areaHa} />}
        trace={() =>
          trace(t('overview.kpi.area'), areaText, {
            source: [t('overview.trace.boundary', { file: settings.boundary ?? '–' })],
            steps: [t('overview.trace.area-step')],
            rule: [t('overview.trace.area-rule')],
            confidence: t('overview.trace.exact'),
            change: t('overview.trace.area-change'),
          })
        }
      />
      <Kpi
        label={t('overview.kpi.seen')}
        value={
          project.years === null
            ? unknown
            : t('overview.of', { n: present.length, all: project.quality.length })
        }
        note={project.years === null ? '' : `${project.years[0]}–${project.years[1]}`}
        trace={() =>
          trace(t('overview.kpi.seen'), `${present.length} / ${project.quality.length}`, {
            source: pictures,
            steps: [t('overview.trace.quality')],
            confidence: t('overview.trace.exact'),
            change: t('overview.trace.index-change'),
          })
        }
      />
      <Kpi
        label={t('overview.kpi.index')}
        value={index === null ? unknown : numberText(index, language)}
        note={index === null ? '' : String(year)}
        trace={() =>
          trace(t('overview.kpi.index'), `${numberText(index, language)} (${year})`, {
            source: [...pictures, t('overview.trace.units', { count: rows.length })],
            steps: [t('overview.trace.index-step')],
            rule: [t('overview.trace.index-rule')],
            confidence: t('overview.trace.index-sure', {
              share: percentText(quality?.validShare, language),
              year,
            }),
            change: t('overview.trace.index-change'),
          })
        }
      />
      <Kpi
        label={t('overview.kpi.problems')}
        value={problems === null ? unknown : numberText(problems, language, 0)}
        trace={() =>
          trace(t('overview.kpi.problems'), numberText(problems, language, 0), {
            source: [t('overview.trace.diagnosis'), t('overview.trace.units', { count: rows.length })],
            steps: [t('overview.trace.diagnosis-step')],
            rule: [t('overview.trace.diagnosis-rule')],
            change: t('overview.trace.diagnosis-change'),
          })
        }
      />
      <Kpi
        label={t('overview.kpi.cost')}
        value={cost === null ? unknown : money.text(cost)}
        trace={() =>
          trace(t('overview.kpi.cost'), money.text(cost), {
            source: [t('overview.trace.plan', { file: plan?.costFile ?? '–' })],
            steps: [t('overview.trace.plan-step', { method: plan?.method ?? '–' })],
            rule: [t('overview.trace.plan-rule', { hash: (plan?.libraryHash ?? '–').slice(0, 12) })],
            confidence:
              plan?.risk == null
                ? ''
                : t('overview.trace.plan-sure', { share: percentText(plan.risk.overBudget, language) }),
            change: t('overview.trace.plan-change'),
          })
        }
      />
      <Kpi
        label={t('overview.kpi.reach')}
        value={chances.length === 0 ? unknown : t('overview.of', { n: reaching, all: chances.length })}
        trace={() =>
          trace(t('overview.kpi.reach'), `${reaching} / ${chances.length}`, {
            source: [t('overview.trace.season', { year: seasons.data?.years.at(-1) ?? '–' })],
            steps: [t('overview.trace.reach-step')],
            rule: [t('overview.trace.reach-rule')],
            change: t('overview.trace.ledger-change'),
          })
        }
      />
      <Kpi
        label={t('overview.kpi.alerts')}
        value={numberText(project.openAlerts, language, 0)}
        trace={() =>
          trace(t('overview.kpi.alerts'), numberText(project.openAlerts, language, 0), {
            source: [t('overview.trace.ledger')],
            steps: [t('overview.trace.ledger-step')],
            confidence: t('overview.trace.exact'),
            change: t('overview.trace.ledger-change'),
          })
        }
      />
    </dl>
  );
}

function Kpi({
  label,
  value,
  note = '',
  trace,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: string;
  readonly trace: () => Trace;
}) {
  return (
    <div className={classes.kpi}>
      <dt>{label}</dt>
      <dd>
        <span>
          {value}
          {note !== '' && <small>{note}</small>}
        </span>
        <EvidenceMark title={label} trace={trace} />
      </dd>
    </div>
  );
}
