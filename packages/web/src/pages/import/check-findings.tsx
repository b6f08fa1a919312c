import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail } from 'aftermine/contract';
import { useState } from 'react';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { MapPanel } from '../../map/map-panel.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { AcceptCheck } from './accept-check.tsx';
import type { Severity } from './file-facts.ts';
import classes from './import.module.css';
import { MendPanel } from './mend-panel.tsx';
import { Section } from './section.tsx';
import { SeverityHead } from './severity-head.tsx';

/** A problem as `check --json` prints it. */
export interface CheckProblem {
  readonly check: string;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
  readonly file: string;
  readonly feature: string;
  readonly where: readonly [number, number] | null;
  readonly accepted: boolean;
}

interface Checkup {
  readonly problems: readonly CheckProblem[];
  readonly blocking: number;
}

const ORDER: readonly Severity[] = ['must-fix', 'can-fix', 'just-know'];
const COLOURS = { 'must-fix': '#a3261fb0', 'can-fix': '#b26a00a0', 'just-know': '#77807b80' } as const;
const SHOWN = 20;

/** What is wrong with the files of a project, grouped by what it asks of the reader; each with its place on the map. */
export function CheckFindings({ project }: { readonly project: ProjectDetail }) {
  const { t } = useTexts();
  const [{ unit = null }, setView] = useView();
  const check = useQuery(verbQuery<Checkup>(project.id, { verb: 'check' }));
  const worst = (id: string): Severity | undefined =>
    ORDER.find((severity) =>
      check.data?.problems.some((one) => one.feature === id && one.severity === severity && !one.accepted),
    );
  const problems = check.data?.problems ?? [];
  return (
    <Section title={t('data.findings')}>
      <ProblemNote error={check.error} onRetry={() => void check.refetch()} />
      {check.isPending && <PageSkeleton rows={2} />}
      {check.data !== undefined && (
        <Text size="sm" role="status">
          {problems.length === 0
            ? t('data.clean')
            : t('data.found', { count: problems.length, blocking: check.data.blocking })}
        </Text>
      )}
      <div className={classes.split}>
        <Stack>
          {ORDER.map((severity) => (
            <SeverityGroup
              key={severity}
              project={project}
              severity={severity}
              problems={problems.filter((one) => one.severity === severity)}
              onShow={(feature) => setView({ unit: feature })}
            />
          ))}
          {problems.some(({ severity }) => severity !== 'just-know') && <MendPanel project={project} />}
        </Stack>
        <MapPanel
          project={project}
          label={t('data.map')}
          fill={(id) => {
            const severity = worst(id);
            return severity === undefined ? null : COLOURS[severity];
          }}
          selected={unit === '' ? null : unit}
          onPick={(id) => setView({ unit: id ?? '' })}
          height={300}
        />
      </div>
    </Section>
  );
}

function SeverityGroup({
  project,
  severity,
  problems,
  onShow,
}: {
  readonly project: ProjectDetail;
  readonly severity: Severity;
  readonly problems: readonly CheckProblem[];
  readonly onShow: (feature: string) => void;
}) {
  const { t } = useTexts();
  const say = useSay();
  const [all, setAll] = useState(false);
  if (problems.length === 0) return null;
  const shown = all ? problems : problems.slice(0, SHOWN);
  const checks = [...new Set(problems.filter(({ accepted }) => !accepted).map(({ check }) => check))];
  const lines = shown.map((problem, place) => ({ key: `${severity}-${place}`, problem }));
  return (
    <div>
      <SeverityHead severity={severity} count={problems.length} />
      <ul className={classes.list}>
        {lines.map(({ key, problem }) => (
          <li key={key}>
            <b>{problem.feature}</b> {say(`check.${problem.check}`, problem.params)}{' '}
            <span className="soft">({problem.file})</span>{' '}
            {problem.accepted && <Badge variant="light">{t('data.accepted')}</Badge>}{' '}
            <Button variant="subtle" size="compact-xs" onClick={() => onShow(problem.feature)}>
              {t('data.show')}
              <span className={classes.hidden}> {problem.feature}</span>
            </Button>
            <Anchor
              component={Link}
              size="xs"
              to={`/p/${encodeURIComponent(project.id)}/map` as never}
              search={{ unit: problem.feature } as never}
            >
              {t('data.large-map')}
            </Anchor>
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)}>
          {all ? t('data.fewer') : t('data.all', { count: problems.length })}
        </Button>
      )}
      {severity === 'must-fix' && checks.length > 0 && (
        <Group mt="xs">
          <AcceptCheck project={project} checks={checks} />
        </Group>
      )}
    </div>
  );
}
