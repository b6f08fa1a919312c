import { say } from '@aftermine/science/base';
import {
  type PolicyFinding,
  type PolicyPanel,
  phasePortraitSvg,
  policySentence,
  UNIT_STATES,
} from '@aftermine/science/control';
import { chanceText } from '@aftermine/science/report/season';
import { List, Alert as Notice, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { commandLine } from '../../api/run-verb.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { Chart } from '../../parts/chart.tsx';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { numberText, percentText } from '../../parts/numbers.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { SvgFigure } from '../../parts/svg-figure.tsx';
import { MarkedWords } from './marked-words.tsx';
import { policyCharts } from './policy-charts.ts';
import { useSeasonContext } from './season-context.ts';
import classes from './wheel.module.css';

const PARTS = ['effort', 'concession', 'holding', 'threshold', 'upkeep', 'compliance'] as const;
const POLICY = { verb: 'policy' } as const;

/** What games say of incentives, concessions, supervision and upkeep: a figure and its sentences each. It never schedules. */
export function PolicyTab() {
  const { t, language } = useTexts();
  const { project } = useSeasonContext();
  const panel = useQuery({ ...verbQuery<PolicyPanel>(project.id, POLICY), staleTime: 10 * 60_000 });
  if (panel.data === undefined)
    return panel.isError ? (
      <ProblemNote error={panel.error} onRetry={() => void panel.refetch()} />
    ) : (
      <PageSkeleton />
    );
  const [never, ...others] = panel.data.notices;
  return (
    <Stack gap="md">
      <Text size="sm" className="soft">
        {t('wheel.policy.lead')} <CopyCommand line={commandLine(project.dir, POLICY)} />
      </Text>
      {never !== undefined && (
        <Notice color="blue" icon={<IconInfoCircle aria-hidden />} title={policySentence(language, never)}>
          {others.map((one) => policySentence(language, one)).join(' ')}
        </Notice>
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {PARTS.map((part) => (
          <PolicyPartView key={part} panel={panel.data} part={part} />
        ))}
      </SimpleGrid>
      <Checks panel={panel.data} />
    </Stack>
  );
}

function PolicyPartView({
  panel,
  part,
}: {
  readonly panel: PolicyPanel;
  readonly part: (typeof PARTS)[number];
}) {
  const { t, language } = useTexts();
  const charts = useMemo(() => policyCharts(panel, language, t), [panel, language, t]);
  const chart = charts[part];
  const title = say(language, `policy.topic.${part}`);
  return (
    <Paper
      withBorder
      p="sm"
      component="section"
      aria-label={title}
      miw={0}
      style={part === 'compliance' || part === 'upkeep' ? { gridColumn: '1 / -1' } : {}}
    >
      <Stack gap="xs">
        <Title order={2}>
          {title} <PolicyMark panel={panel} title={title} findings={panel[part].findings} />
        </Title>
        <List size="sm" spacing={3}>
          {panel[part].findings.map((finding) => (
            <List.Item key={finding.key}>
              {policySentence(language, finding)}{' '}
              {finding.agrees !== null && (
                <MarkedWords
                  icon={finding.agrees ? IconCircleCheck : IconAlertTriangle}
                  tone={finding.agrees ? 'good' : 'watch'}
                >
                  {say(language, finding.agrees ? 'policy.agrees' : 'policy.differs')}
                </MarkedWords>
              )}
            </List.Item>
          ))}
        </List>
        {chart !== undefined && (
          <Chart
            label={chart.label}
            option={chart.option}
            height={part === 'effort' ? 380 : 240}
            twin={{
              rows: chart.rows,
              idOf: ([name]) => name,
              columns: chart.heads.map((head, i) => ({
                id: String(i),
                title: head === '' ? title : head,
                value: (row: readonly (string | number)[]) => row[i] ?? null,
                number: i > 0,
                min: i === 0 ? 180 : 96,
              })),
            }}
          />
        )}
        {part === 'compliance' && (
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
            {(['fixed', 'dynamic'] as const).map((key) => {
              const label = say(language, `season-page.policy.portrait-${key}`);
              return (
                <div key={key}>
                  <Title order={3}>{label}</Title>
                  <SvgFigure
                    svg={withNamespace(
                      phasePortraitSvg(panel.compliance[key].portrait, language, `p-${key}`),
                    )}
                    label={label}
                    file={`compliance-${key}`}
                  />
                </div>
              );
            })}
          </SimpleGrid>
        )}
        {part === 'upkeep' && <Upkeep panel={panel} />}
      </Stack>
    </Paper>
  );
}

function Upkeep({ panel }: { readonly panel: PolicyPanel }) {
  const { language } = useTexts();
  const { units } = panel.upkeep;
  const word = (key: string): string => say(language, `season-page.${key}`);
  if (units.length === 0) return <Text size="sm">{word('policy.no-units')}</Text>;
  return (
    <ScrollBox label={word('policy.upkeep-lead')}>
      <Text size="sm">{word('policy.upkeep-lead')}</Text>
      <table className={classes.slices}>
        <thead>
          <tr>
            <th scope="col">{word('column.unit')}</th>
            <th scope="col">{word('column.upkeep-state')}</th>
            <th scope="col">{word('column.upkeep-action')}</th>
            <th scope="col" className={classes.n}>
              {word('column.upkeep-end')}
            </th>
            <th scope="col" className={classes.n}>
              {word('column.sustained')}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, state, recovery, plan, outlook }) => (
            <tr key={unit}>
              <th scope="row">{unit}</th>
              <td>{say(language, `policy.state.${state}`)}</td>
              <td>
                {say(language, `policy.action.${plan.advice.find((one) => one.state === state)!.action}`)}
              </td>
              <td className={classes.n}>{percentText(recovery.asymptote, language)}</td>
              <td className={classes.n}>
                {chanceText(language, outlook.at(-1)?.[UNIT_STATES.indexOf('self-sustaining')] ?? 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function PolicyMark({
  panel,
  title,
  findings,
}: {
  readonly panel: PolicyPanel;
  readonly title: string;
  readonly findings: readonly PolicyFinding[];
}) {
  const { t, language } = useTexts();
  return (
    <EvidenceMark
      title={t('part.named', { name: title, value: t('wheel.policy.mark-title') })}
      trace={() => ({
        title,
        value: findings[0] === undefined ? '–' : policySentence(language, findings[0]),
        source: panel.parameters.map(({ name, value, isDefault }) =>
          t('wheel.policy.trace-source', {
            name: say(language, name),
            value: numberText(value, language, 3),
            whose: t(isDefault ? 'wheel.policy.default' : 'wheel.policy.stated'),
          }),
        ),
        steps: [],
        rule: [t('wheel.policy.rule')],
        confidence: t('wheel.policy.confidence', {
          defaults: panel.parameters.filter(({ isDefault }) => isDefault).length,
          all: panel.parameters.length,
        }),
        change: t('wheel.policy.change'),
        accepted: '–',
      })}
    />
  );
}

function Checks({ panel }: { readonly panel: PolicyPanel }) {
  const { t, language } = useTexts();
  const all = [...PARTS.flatMap((part) => panel[part].checks), ...panel.known];
  return (
    <div>
      <Text size="sm">
        {t('wheel.policy.checks', { kept: all.length - panel.failed.length, all: all.length })}
      </Text>
      {panel.failed.length > 0 && (
        <Notice color="red" title={say(language, 'season-page.policy.checks-failed')}>
          <List size="sm">
            {panel.failed.map(({ name }) => (
              <List.Item key={name}>{say(language, name)}</List.Item>
            ))}
          </List>
        </Notice>
      )}
    </div>
  );
}

/** SVG that was drawn for a page stands alone once it names its language. */
function withNamespace(svg: string): string {
  return svg.includes('xmlns=') ? svg : svg.replace(/^<svg /, '<svg xmlns="http://www.w3.org/2000/svg" ');
}
