import type { People } from '@aftermine/science/report/season';
import { Button, Group, List, Alert as Notice, Stack, Text, Title } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { ProjectDetail } from 'aftermine/contract';
import { useMemo } from 'react';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import type { Alert } from './alert-data.ts';
import { alertPlace, alertTitle, entryText } from './alert-words.ts';
import classes from './alerts.module.css';

interface Line {
  readonly seq: number;
  readonly at: string;
  readonly iso: string;
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly hash: string;
}

const VERIFY = { verb: 'season verify' } as const;

/** The history of all cases as one chain, and whether it is what it was. */
export function HistoryTab({
  project,
  alerts,
  people,
}: {
  readonly project: ProjectDetail;
  readonly alerts: readonly Alert[];
  readonly people: People;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const verify = useVerb<{ entries: number; evidence: number; head: string }>(project.id);
  const found = verify.data?.envelope?.data;
  const lines = useMemo(
    () =>
      alerts
        .flatMap((alert): Line[] =>
          alert.history.map((entry) => {
            const { what, who, at, detail } = entryText(entry, people, language, project.currency);
            return {
              seq: entry.seq,
              iso: entry.at,
              at,
              who,
              what: detail === '' ? what : `${what}${language === 'zh' ? '：' : ': '}${detail}`,
              about: [alertTitle(alert, language), alertPlace(alert, language), alert.alarm.year].join(
                language === 'zh' ? '，' : ', ',
              ),
              hash: entry.hash,
            };
          }),
        )
        .sort((a, b) => b.seq - a.seq),
    [alerts, people, language, project.currency],
  );
  const columns = useMemo(
    (): readonly Column<Line>[] => [
      {
        id: 'seq',
        title: t('alerts.history.line'),
        value: ({ seq }) => seq + 1,
        number: true,
        min: 60,
        grow: 0.4,
      },
      { id: 'at', title: t('alerts.history.at'), value: ({ iso }) => iso, cell: ({ at }) => at, min: 180 },
      { id: 'who', title: t('alerts.history.who'), value: ({ who }) => who, min: 90 },
      { id: 'what', title: t('alerts.history.what'), value: ({ what }) => what, grow: 3, min: 260 },
      { id: 'about', title: t('alerts.board.alert'), value: ({ about }) => about, grow: 2, min: 200 },
      {
        id: 'hash',
        title: t('alerts.history.hash'),
        value: ({ hash }) => hash,
        cell: ({ hash }) => <span className={classes.hash}>{hash.slice(0, 12)}</span>,
        min: 110,
      },
    ],
    [t],
  );
  return (
    <Stack gap="sm">
      <Text size="sm" className="soft">
        {t('alerts.verify.lead')}
      </Text>
      <Group gap="xs">
        <Button
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.isPending}
          onClick={() => verify.mutate(VERIFY)}
        >
          {t('alerts.verify')}
        </Button>
        <CopyCommand line={commandLine(project.dir, VERIFY)} />
      </Group>
      <div aria-live="polite">
        {found !== undefined && (
          <Notice color="land" icon={<IconShieldCheck aria-hidden />}>
            {t('alerts.verify.sound', { lines: found.entries, files: found.evidence })}{' '}
            <span className={classes.hash}>{found.head}</span>
          </Notice>
        )}
        <ProblemNote error={verify.error} />
      </div>
      <DataTable
        label={t('alerts.tab.history')}
        rows={lines}
        columns={columns}
        idOf={({ seq }) => String(seq)}
      />
      <Text size="xs" className="soft">
        {t('alerts.history.alerts-only')}
      </Text>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        {(
          [
            ['proves', ['proves.lines', 'proves.chain', 'proves.files']],
            ['not', ['not.truth', 'not.person', 'not.clock', 'not.rewrite']],
          ] as const
        ).map(([head, keys]) => (
          <div key={head} style={{ minWidth: 260 }}>
            <Title order={3}>{say(`season-page.history.${head}`)}</Title>
            <List size="sm">
              {keys.map((key) => (
                <List.Item key={key}>{say(`season-page.history.${key}`)}</List.Item>
              ))}
            </List>
          </div>
        ))}
      </Group>
    </Stack>
  );
}
