import { hasText } from '@aftermine/science/base';
import {
  Button,
  Group,
  Alert as Notice,
  Paper,
  Progress,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconCheck, IconClockExclamation } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { CommandRequest, ProjectDetail } from 'aftermine/contract';
import { useState } from 'react';
import { queries } from '../../api/queries.ts';
import { projectKey } from '../../api/resources.ts';
import { commandLine, runVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { momentText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { MarkedWords } from '../wheel/marked-words.tsx';
import { useSeasonYears } from '../wheel/season-data.ts';
import { completeness, newestOf, type ReportFile, type ReportTemplate } from './report-data.ts';
import { useTemplateWords } from './template-words.ts';

interface TemplateCardProps {
  readonly project: ProjectDetail;
  readonly template: ReportTemplate;
  readonly reports: readonly ReportFile[];
  readonly onMade: (file: string) => void;
}

/** One kind of report: what it tells, what it still needs, how old the last is, and the button that makes it. */
export function TemplateCard({ project, template, reports, onMade }: TemplateCardProps) {
  const { t, language } = useTexts();
  const say = useSay();
  const words = useTemplateWords();
  // Until somebody chooses, the language of the page.
  const [chosenLanguage, setWanted] = useState<string | null>(null);
  const wanted = chosenLanguage ?? language;
  const [year, setYear] = useState<string | null>(null);
  const years = useSeasonYears(project.id).data?.years ?? [];
  const { id, languages, ready, missing } = template;
  const { have, all } = completeness(template);
  const newest = newestOf(reports, id);
  const stale = newest.filter((one) => one.stale);
  const chosen = wanted === 'both' ? languages : [wanted];
  const requests = chosen.map(
    (lang): CommandRequest => ({
      verb: 'report',
      args: [id],
      options: { lang, ...(id === 'season' && year !== null ? { year: Number(year) } : {}) },
    }),
  );
  const make = useMutation({
    mutationFn: async () => {
      const files: string[] = [];
      for (const request of requests) {
        const { envelope } = await runVerb<{ path: string }>(project.id, request);
        files.push(...(envelope?.artifacts ?? []).map(({ path }) => path.split(/[\\/]/).at(-1)!));
      }
      return files;
    },
    onSuccess: ([first]) => first !== undefined && onMade(first),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: projectKey(project.id) });
    },
  });
  const name = words.name(id);
  return (
    <Paper withBorder p="sm" component="section" aria-label={name}>
      <Stack gap={6} h="100%">
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          <Title order={3}>{name}</Title>
          <Text size="xs" className="soft">
            {template.formats.map((one) => one.toUpperCase()).join(' + ')}
          </Text>
        </Group>
        <Text size="sm" className="soft">
          {words.about(id)}
        </Text>
        <div>
          <Text size="xs">
            {t('reports.complete', { have, all })} ·{' '}
            {ready
              ? t('reports.ready')
              : t('reports.missing', {
                  what: missing
                    .map((key) => (hasText(key) ? say(key) : key))
                    .join(language === 'zh' ? '、' : ', '),
                })}
          </Text>
          <Progress
            value={(100 * have) / all}
            size="sm"
            color={ready ? 'land' : 'orange.7'}
            aria-label={t('reports.complete', { have, all })}
          />
        </div>
        <Freshness newest={newest} stale={stale} />
        <Group gap="xs" mt="auto">
          <SegmentedControl
            size="xs"
            aria-label={`${t('reports.language')}: ${name}`}
            value={wanted}
            onChange={setWanted}
            data={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'EN' },
              { value: 'both', label: t('reports.both') },
            ]}
          />
          {id === 'season' && years.length > 0 && (
            <Select
              size="xs"
              w={84}
              aria-label={t('reports.season')}
              data={years.map(String).reverse()}
              value={year ?? String(years.at(-1))}
              onChange={setYear}
              allowDeselect={false}
            />
          )}
          <Button
            size="xs"
            disabled={!ready}
            loading={make.isPending}
            aria-label={`${newest.length > 0 ? t('reports.make-again') : t('reports.make')}: ${name}`}
            onClick={() => make.mutate()}
          >
            {newest.length > 0 ? t('reports.make-again') : t('reports.make')}
          </Button>
          <CopyCommand line={requests.map((request) => commandLine(project.dir, request)).join('\n')} />
        </Group>
        <div aria-live="polite">
          {make.isSuccess && (
            <Notice color="land" p="xs" icon={<IconCheck aria-hidden />}>
              {t('reports.made', { files: make.data.join(', ') })}
            </Notice>
          )}
          <ProblemNote error={make.error} />
        </div>
      </Stack>
    </Paper>
  );
}

function Freshness({
  newest,
  stale: [old],
}: {
  readonly newest: readonly ReportFile[];
  readonly stale: readonly ReportFile[];
}) {
  const { t, language } = useTexts();
  const [latest] = newest;
  if (latest === undefined)
    return (
      <Text size="xs" className="soft">
        {t('reports.never')}
      </Text>
    );
  return (
    <Text size="xs" component="div">
      <MarkedWords
        icon={old === undefined ? IconCheck : IconClockExclamation}
        tone={old === undefined ? 'good' : 'watch'}
      >
        {t(old === undefined ? 'reports.fresh' : 'reports.stale')}
      </MarkedWords>{' '}
      {old === undefined
        ? momentText(latest.made, language)
        : t('reports.stale-why', { at: momentText(old.made, language) })}
    </Text>
  );
}
