import { hasText, isUnknown } from '@aftermine/science/base';
import type { ObservationResult } from '@aftermine/science/observe';
import {
  indexName,
  indexScale,
  indicesOf,
  seriesOf,
  trendSentences,
  yearsOf,
  zonesOf,
} from '@aftermine/science/report/observation';
import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail, UnitSheet } from 'aftermine/contract';
import { memo } from 'react';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { Area } from '../../parts/area.tsx';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { numberText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import classes from './map-page.module.css';
import { wetnessSetOf } from './method-of.ts';
import { valueTrace } from './value-trace.ts';

const LINKS = ['trend', 'diagnosis', 'plan', 'alerts'] as const;

/** Everything the other pages know of the picked unit, in short, with the way to each of them. */
export const Inspector = memo(function Inspector({
  project,
  unit,
  year,
  record,
  onClear,
}: {
  readonly project: ProjectDetail;
  readonly unit: string | null;
  readonly year: number | null;
  readonly record: ObservationResult | null;
  readonly onClear: () => void;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const sheet = useQuery({
    ...partQuery<UnitSheet>(project.id, `/units/${encodeURIComponent(unit ?? '')}`),
    enabled: unit !== null,
  });
  if (unit === null)
    return (
      <aside aria-label={t('map.inspector')} className={classes.side}>
        <Text size="sm" className="soft">
          {t('map.inspector.none')}
        </Text>
      </aside>
    );
  const { data } = sheet;
  return (
    <aside aria-label={t('map.inspector')} className={classes.side}>
      <Group justify="space-between" gap={4} wrap="nowrap" align="flex-start">
        <Title order={2}>{[unit, data?.row.name].filter(Boolean).join(' ')}</Title>
        <Button size="compact-xs" variant="subtle" onClick={onClear}>
          {t('map.clear')}
        </Button>
      </Group>
      <ProblemNote error={sheet.error} onRetry={() => void sheet.refetch()} />
      {data === undefined && sheet.error === null && <Skeleton h={240} />}
      {data !== undefined && (
        <Stack gap={6}>
          <Text size="sm" className="soft">
            {data.row.damage !== null &&
              (hasText(`damage.${data.row.damage}`) ? say(`damage.${data.row.damage}`) : data.row.damage)}
            {' · '}
            <Area areaHa={data.row.areaHa} />
          </Text>
          <Sentence record={record} unit={unit} index={data.leadingIndex} />
          {year !== null && <YearFacts project={project} sheet={data} year={year} record={record} />}
          <dl className={classes.facts}>
            <dt>{t('map.inspector.findings')}</dt>
            <dd>
              {data.row.problems === null ? '–' : t('map.inspector.problems', { count: data.row.problems })}
            </dd>
            <dt>{t('map.inspector.plan')}</dt>
            <dd>
              {data.row.package === null
                ? t('map.inspector.no-plan')
                : t('map.inspector.planned', {
                    package: packageName(data, language),
                    year: data.row.planYear ?? '–',
                  })}
            </dd>
            <dt>{t('map.inspector.state')}</dt>
            <dd>
              {data.row.state === null
                ? '–'
                : hasText(`unit-state.${data.row.state}`)
                  ? say(`unit-state.${data.row.state}`)
                  : data.row.state}
            </dd>
          </dl>
          <Group gap={10} component="nav" aria-label={t('map.inspector.open')}>
            {LINKS.map((page) => (
              <Anchor
                key={page}
                size="sm"
                component={Link}
                to={`/p/${encodeURIComponent(project.id)}/${page}` as never}
                search={{ unit, ...(page === 'trend' && year !== null ? { year } : {}) } as never}
              >
                {t(`map.link.${page}`)}
              </Anchor>
            ))}
          </Group>
        </Stack>
      )}
    </aside>
  );
});

function packageName(sheet: UnitSheet, language: 'en' | 'zh'): string {
  const { choice } = (sheet.plan ?? {}) as { choice?: { endUse?: string; measures?: readonly string[] } };
  const names = sheet.names as {
    measures?: Record<string, Record<string, string>>;
    endUses?: Record<string, Record<string, string>>;
  } | null;
  if (choice?.measures === undefined || names === null) return sheet.row.package ?? '–';
  const words = choice.measures.map((id) => names.measures?.[id]?.[language] ?? id);
  const use =
    choice.endUse === undefined ? undefined : (names.endUses?.[choice.endUse]?.[language] ?? choice.endUse);
  const list = words.join(language === 'zh' ? '、' : ', ');
  return use === undefined ? list : language === 'zh' ? `${use}：${list}` : `${use}: ${list}`;
}

function Sentence({
  record,
  unit,
  index,
}: {
  readonly record: ObservationResult | null;
  readonly unit: string;
  readonly index: string | null;
}) {
  const { language } = useTexts();
  const zone =
    record === null
      ? undefined
      : zonesOf(record, language).find((one) => one.kind === 'unit' && one.id === unit);
  if (record === null || zone === undefined || index === null) return null;
  return (
    <Text size="sm">{trendSentences(record, zone, index, language).join(language === 'zh' ? '' : ' ')}</Text>
  );
}

function YearFacts({
  project,
  sheet,
  year,
  record,
}: {
  readonly project: ProjectDetail;
  readonly sheet: UnitSheet;
  readonly year: number;
  readonly record: ObservationResult | null;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const indices = record === null ? [...new Set(sheet.series.map(({ index }) => index))] : indicesOf(record);
  const own = sheet.series.filter((one) => one.year === year);
  if (own.length === 0) return null;
  return (
    <>
      <Title order={3}>{t('map.inspector.values', { year })}</Title>
      <dl className={classes.facts}>
        {indices.map((index) => {
          const one = own.find((other) => other.index === index);
          if (one === undefined) return null;
          const { digits, offset, unit } = indexScale(index);
          const reason = one.reason as { reason: string; params?: never } | null;
          const value =
            one.median === null
              ? reason === null || !isUnknown(reason)
                ? '–'
                : say(`unknown.${reason.reason}`, reason.params)
              : `${numberText(one.median + offset, language, digits)} ${unit}`.trim();
          const name = record === null ? index : indexName(record, index, language);
          const zone =
            record === null
              ? undefined
              : yearsOf(seriesOf(record, index), { kind: 'unit', id: sheet.row.id, label: '' }).find(
                  (other) => other.year === year,
                );
          return [
            <dt key={`${index}-name`}>{name}</dt>,
            <dd key={index}>
              <span title={t('map.inspector.pixels', { valid: one.validCount, all: one.pixelCount })}>
                {value}
              </span>
              {record !== null && zone !== undefined && one.median !== null && (
                <EvidenceMark
                  title={name}
                  trace={() =>
                    valueTrace(
                      record,
                      index,
                      zone,
                      { title: `${sheet.row.id} ${name} ${year}`, value },
                      language,
                      wetnessSetOf(project),
                    )
                  }
                />
              )}
            </dd>,
          ];
        })}
      </dl>
    </>
  );
}
