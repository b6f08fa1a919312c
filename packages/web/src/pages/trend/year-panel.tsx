import {
  indexName,
  indexScale,
  numberText,
  reasonText,
  seriesOf,
  signedText,
  yearsOf,
} from '@aftermine/science/report/observation';
import { Anchor, Group, NativeSelect, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail } from 'aftermine/contract';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { percentText } from '../../parts/numbers.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { sensorNames } from '../../parts/sensor-names.ts';
import { valueTrace } from '../map/value-trace.ts';
import type { TrendState } from './use-trend.ts';

/** Where one year of the chart comes from: its scenes, and the components that make the index with their weights. */
export function YearPanel({
  project,
  state,
  year,
  onYear,
}: {
  readonly project: ProjectDetail;
  readonly state: TrendState;
  readonly year: number | null;
  readonly onYear: (year: number | null) => void;
}) {
  const { t, language } = useTexts();
  const { record, zone, index, wetness } = state;
  const summary = record.yearSummaries.find((one) => one.year === year);
  const quality = project.quality.find((one) => one.year === year);
  const rows = [index, ...record.fit.components.filter((id) => id !== index)];
  const { scaling, loadings } = record.fit;
  return (
    <section aria-label={year === null ? t('trend.year-pick') : t('trend.year', { year })}>
      <Group justify="space-between" mb={6} align="flex-end">
        <Title order={2}>{year === null ? t('trend.year-pick') : t('trend.year', { year })}</Title>
        <NativeSelect
          size="xs"
          aria-label={t('trend.year-pick')}
          value={year ?? ''}
          onChange={(event) =>
            onYear(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
          }
          data={['', ...record.years.map(String)]}
        />
      </Group>
      {year === null ? (
        <Text size="sm" className="soft">
          {t('trend.year-none')}
        </Text>
      ) : (
        <>
          <Text size="sm">
            {summary === undefined
              ? quality === undefined
                ? '–'
                : t('part.named', { name: t('trend.scenes'), value: quality.scenes })
              : [
                  [
                    'trend.scenes',
                    t('trend.scenes-value', {
                      count: summary.sceneCount,
                      sensors: sensorNames(summary.sensors, language),
                    }),
                  ] as const,
                  [
                    'trend.looks',
                    t('trend.looks-value', {
                      median: summary.clearLooksMedian,
                      least: summary.clearLooksMin,
                    }),
                  ] as const,
                  ['trend.seen', percentText(summary.seenShare, language, 1)] as const,
                ]
                  .map(([name, value]) => t('part.named', { name: t(name), value }))
                  .join(' · ')}
            {' · '}
            <Anchor
              size="sm"
              underline="always"
              component={Link}
              to={`/p/${encodeURIComponent(project.id)}/map` as never}
              search={{ year, ...(zone.kind === 'unit' ? { unit: zone.id } : {}) } as never}
            >
              {t('trend.on-map')}
            </Anchor>
          </Text>
          <ScrollTable label={t('trend.component')} minWidth={440}>
            <Table aria-label={t('trend.component')} withTableBorder bg="white" mt={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('trend.component')}</Table.Th>
                  <Table.Th className="number">{t('trend.value')}</Table.Th>
                  <Table.Th className="number">{t('trend.scaled')}</Table.Th>
                  <Table.Th className="number">{t('trend.weight')}</Table.Th>
                  <Table.Th className="number">{t('trend.part')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((id) => {
                  const one = yearsOf(seriesOf(record, id), zone).find((other) => other.year === year);
                  const { digits, offset, unit } = indexScale(id);
                  const name = indexName(record, id, language);
                  const value =
                    one === undefined
                      ? '–'
                      : 'unknown' in one
                        ? reasonText(language, one.unknown)
                        : `${numberText(language, one.median + offset, digits)} ${unit}`.trim();
                  const span = scaling[id];
                  const loading = loadings[id];
                  const scaled =
                    one === undefined || one.median === null || span === undefined
                      ? null
                      : Math.min(1, Math.max(0, (one.median - span.lo) / (span.hi - span.lo)));
                  return (
                    <Table.Tr key={id}>
                      <Table.Th scope="row" fw={id === index ? 600 : 400}>
                        {name}
                      </Table.Th>
                      <Table.Td className={one === undefined || 'unknown' in one ? '' : 'number'}>
                        {value}{' '}
                        {one !== undefined && !('unknown' in one) && (
                          <EvidenceMark
                            title={name}
                            trace={() =>
                              valueTrace(
                                record,
                                id,
                                one,
                                { title: `${zone.label} ${name} ${year}`, value },
                                language,
                                wetness,
                              )
                            }
                          />
                        )}
                      </Table.Td>
                      <Table.Td className="number">
                        {scaled === null ? '–' : numberText(language, scaled, 2)}
                      </Table.Td>
                      <Table.Td className="number">
                        {loading === undefined || id === 'rsei' ? '–' : signedText(language, loading, 2)}
                      </Table.Td>
                      <Table.Td className="number">
                        {loading === undefined || scaled === null
                          ? '–'
                          : signedText(language, loading * scaled, 2)}
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </ScrollTable>
          <Text size="xs" className="soft" mt={4}>
            {t('trend.part-note')}
          </Text>
        </>
      )}
    </section>
  );
}
