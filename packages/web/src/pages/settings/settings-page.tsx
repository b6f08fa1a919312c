import { List, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { healthQuery, projectsQuery } from '../../api/resources.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { type Language, setLanguage, useTexts } from '../../app/language.ts';
import { type AreaFirst, useAreaFirst } from '../../parts/area.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { Section } from '../import/section.tsx';
import { BaseMap } from './base-map.tsx';
import { ProjectSettings } from './project-settings.tsx';

interface Doctor {
  readonly checks: readonly {
    readonly ok: boolean;
    readonly key: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}

/** Settings of this browser, of the server, and of each project. */
export function SettingsPage() {
  const { t, language } = useTexts();
  const [first, setFirst] = useAreaFirst();
  return (
    <>
      <PageHead title={t('settings.title')} sentence={t('settings.sentence')} />
      <Stack>
        <Section title={t('settings.browser')}>
          <Text size="sm">{t('shell.language')}</Text>
          <SegmentedControl
            w={240}
            aria-label={t('shell.language')}
            value={language}
            onChange={(next) => void setLanguage(next as Language)}
            data={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
          <Text size="sm">{t('settings.area')}</Text>
          <SegmentedControl
            w={240}
            aria-label={t('settings.area')}
            value={first}
            onChange={(next) => setFirst(next as AreaFirst)}
            data={[
              { value: 'ha', label: t('settings.ha') },
              { value: 'mu', label: t('settings.mu') },
            ]}
          />
        </Section>
        <BaseMap />
        <ServerFacts />
        <ProjectSettings />
        <Section title={t('settings.licences')}>
          <List size="sm">
            {(['app', 'demo', 'own', 'standards'] as const).map((line) => (
              <List.Item key={line}>{t(`settings.licence.${line}`)}</List.Item>
            ))}
          </List>
        </Section>
      </Stack>
    </>
  );
}

function ServerFacts() {
  const { t } = useTexts();
  const say = useSay();
  const health = useQuery(healthQuery);
  const projects = useQuery(projectsQuery);
  const [first] = projects.data?.filter(({ problem }) => problem === null) ?? [];
  const doctor = useQuery({
    ...verbQuery<Doctor>(first?.id ?? '', { verb: 'doctor' }),
    enabled: first !== undefined,
  });
  return (
    <Section title={t('settings.server')}>
      <ProblemNote error={health.error ?? doctor.error} />
      {health.data !== undefined && (
        <List size="sm">
          <List.Item>{t('settings.version', { version: health.data.version })}</List.Item>
          <List.Item style={{ overflowWrap: 'anywhere' }}>
            {t('settings.workspace', { folder: health.data.workspace })}
          </List.Item>
          {doctor.data?.checks.map(({ ok, key, params }) => (
            <List.Item key={key}>
              {ok ? '✓' : '✗'} {say(key, params)}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
