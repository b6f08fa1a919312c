import { isUnknown, say } from '@aftermine/science/base';
import type { UnitSeason } from '@aftermine/science/control';
import { reasonText } from '@aftermine/science/report/observation';
import {
  chanceText,
  checkSentences,
  fanDescription,
  seasonTrace,
  unitFigure,
  unitRow,
} from '@aftermine/science/report/season';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { Chart } from '../../parts/chart.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { numberText, percentText } from '../../parts/numbers.ts';
import { useAlerts } from '../alerts/alert-data.ts';
import { fanOption } from './fan-option.ts';
import { type FanRow, fanRows } from './fan-rows.ts';
import { useSeasonContext } from './season-context.ts';
import type { KeptSeason } from './season-data.ts';
import { seasonAccepted, seasonSource } from './wheel-trace.ts';

/** More units than this make earlier seasons too heavy to ask for all of them. */
const LIGHT_UNITS = 2000;

/** The course of one unit: seen, held, promised, and what may come, with its table. */
export function UnitFan({ unit }: { readonly unit: UnitSeason }) {
  const { t, language } = useTexts();
  const { season, project, years } = useSeasonContext();
  const alerts = useAlerts(project.id);
  const before = years.filter((year) => year < season.year);
  const earlier = useQueries({
    queries: before.map((year) => ({
      ...partQuery<KeptSeason>(project.id, `/seasons/${year}`),
      staleTime: 10 * 60_000,
      enabled: season.units.length <= LIGHT_UNITS,
    })),
    combine: (found) => found.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  const figure = useMemo(
    () =>
      unitFigure(unit, {
        year: season.year,
        target: season.target,
        earlier: earlier.map((one) => seasonTrace(one as never)),
        alarms: (alerts.data?.alerts ?? []).flatMap(({ alarm }) =>
          alarm.unit === unit.unit && alarm.year <= season.year ? [alarm] : [],
        ),
      }),
    [unit, season, earlier, alerts.data],
  );
  const rows = useMemo(() => fanRows(figure), [figure]);
  const option = useMemo(
    () =>
      fanOption(rows, figure, {
        value: t('wheel.fan.value'),
        heldBand: t('wheel.fan.held-band'),
        held: t('wheel.fan.held'),
        fan80: t('wheel.fan.fan80'),
        fan50: t('wheel.fan.fan50'),
        median: t('wheel.fan.median'),
        promised: t('wheel.fan.promised'),
        adopted: t('wheel.fan.adopted'),
        seen: t('wheel.fan.seen'),
        alert: t('wheel.fan.alert'),
        goal: t('wheel.fan.goal'),
        acceptance: t('wheel.fan.acceptance'),
        season: t('wheel.fan.season'),
      }),
    [rows, figure, t],
  );
  const columns = useMemo((): readonly Column<FanRow>[] => {
    const span = (middle: number | null, low: number | null, high: number | null): string =>
      middle === null
        ? '–'
        : low === null
          ? numberText(middle, language, 0)
          : `${numberText(middle, language, 0)} (${numberText(low, language, 0)}–${numberText(high, language, 0)})`;
    const column = (
      id: string,
      title: string,
      of: (row: FanRow) => readonly [number | null, number | null, number | null],
    ): Column<FanRow> => ({
      id,
      title,
      number: true,
      min: 110,
      value: (row) => of(row)[0],
      cell: (row) => span(...of(row)),
    });
    return [
      { id: 'year', title: say(language, 'season-page.column.year'), value: ({ year }) => year, min: 60 },
      column('seen', t('wheel.fan.seen'), (row) => [row.seen, row.seenLow, row.seenHigh]),
      column('held', t('wheel.fan.held-band'), (row) => [row.held, row.heldLow, row.heldHigh]),
      column('promised', t('wheel.fan.promised'), (row) => [row.promised, null, null]),
      column('adopted', t('wheel.fan.adopted'), (row) => [row.adopted, null, null]),
      column('median', t('wheel.fan.fan80'), (row) => [row.p50, row.p10, row.p90]),
    ];
  }, [t, language]);
  const { held, reach, acceptanceYear, pixels, validShare } = unitRow(unit, season.year);
  const title = t('wheel.fan.title', { unit: unit.name === null ? unit.unit : `${unit.unit} ${unit.name}` });
  const said = fanDescription(figure, language);
  const chance = isUnknown(reach) ? reasonText(language, reach) : chanceText(language, reach);
  const coverage = checkSentences(season.checks, language).find(({ id }) => id === 'coverage')?.text ?? '';
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Stack gap="xs">
        <Title order={2}>{title}</Title>
        <Group gap={4}>
          <Text size="sm" fw={600}>
            {t('part.named', {
              name: say(language, `season-page.fact.chance${acceptanceYear === null ? '-none' : ''}`, {
                goal: numberText(100 * season.target, language, 0),
              }),
              value: chance,
            })}
          </Text>
          <EvidenceMark
            title={title}
            trace={() => ({
              title,
              value: chance,
              source: [
                seasonSource(season, t),
                t('wheel.fan.trace-source', {
                  count: figure.sightings.length,
                  pixels: numberText(pixels, language, 0),
                  share: percentText(validShare, language),
                }),
              ],
              steps: [
                say(language, 'season-page.methods.text-closeness'),
                say(language, 'season-page.methods.text-promise'),
                say(language, 'season-page.methods.text-band'),
              ],
              rule: [t('wheel.fan.trace-rule')],
              confidence: t('wheel.fan.trace-confidence', {
                low: percentText(held?.low, language),
                high: percentText(held?.high, language),
                coverage,
              }),
              change: t('wheel.trace.change'),
              accepted: seasonAccepted(season, t),
            })}
          />
        </Group>
        <Chart
          label={said}
          option={option}
          height={360}
          twin={{ rows, columns, idOf: ({ year }) => String(year) }}
        />
      </Stack>
    </Paper>
  );
}
