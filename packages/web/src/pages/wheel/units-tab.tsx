import { isUnknown, say } from '@aftermine/science/base';
import { reasonText } from '@aftermine/science/report/observation';
import {
  chanceText,
  lineStart,
  packageText,
  STATE_ORDER,
  stateTally,
  type UnitRow,
  unitRow,
} from '@aftermine/science/report/season';
import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { Area } from '../../parts/area.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { numberText, percentText } from '../../parts/numbers.ts';
import { useSeasonContext } from './season-context.ts';
import { useSeasonNames } from './season-names.ts';
import { UnitFan } from './unit-fan.tsx';
import { UnitState } from './unit-state.tsx';

/** All units after the season, what needs somebody first, and the course of the picked one. */
export function UnitsTab() {
  const { t, language } = useTexts();
  const { season, project } = useSeasonContext();
  const [view, setView] = useView();
  const names = useSeasonNames(project.id, season);
  const rows = useMemo(
    () =>
      season.units
        .map((unit) => unitRow(unit, season.year))
        .sort((a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) || b.areaHa - a.areaHa),
    [season],
  );
  const tally = useMemo(() => stateTally(season.units), [season]);
  const columns = useMemo((): readonly Column<UnitRow>[] => {
    const word = (key: string): string => say(language, `season-page.column.${key}`);
    const percent = (value: number | null): string => percentText(value, language);
    return [
      {
        id: 'unit',
        title: word('unit'),
        value: ({ unit, name }) => (name === null ? unit : `${unit} ${name}`),
        min: 130,
      },
      {
        id: 'state',
        title: word('state'),
        value: ({ state }) => STATE_ORDER.indexOf(state),
        cell: ({ state }) => <UnitState state={state} />,
        min: 190,
      },
      {
        id: 'area',
        title: word('area'),
        value: ({ areaHa }) => areaHa,
        cell: ({ areaHa }) => <Area areaHa={areaHa} />,
        number: true,
        min: 196,
      },
      {
        id: 'seen',
        title: word('seen'),
        value: ({ seen }) => seen,
        cell: ({ seen }) => percent(seen),
        number: true,
        min: 70,
      },
      {
        id: 'held',
        title: word('held'),
        value: ({ held }) => held?.mean ?? null,
        cell: ({ held }) =>
          held === null
            ? '–'
            : `${percent(held.mean)} (${numberText(100 * held.low, language, 0)}–${numberText(100 * held.high, language, 0)})`,
        number: true,
        min: 148,
      },
      {
        id: 'promised',
        title: word('promised'),
        value: ({ promised }) => promised,
        cell: ({ promised }) => percent(promised),
        number: true,
        min: 92,
      },
      {
        id: 'departure',
        title: word('departure'),
        value: ({ departure }) => departure,
        cell: ({ departure }) =>
          departure === null
            ? '–'
            : `${departure > 0 ? '+' : ''}${numberText(Math.round(100 * departure), language, 0)}`,
        number: true,
        min: 178,
      },
      {
        id: 'reach',
        title: word('reach'),
        value: ({ reach }) => (isUnknown(reach) ? null : reach),
        cell: ({ reach }) =>
          isUnknown(reach) ? (
            <span title={reasonText(language, reach)}>{reasonText(language, reach)}</span>
          ) : (
            chanceText(language, reach)
          ),
        number: true,
        min: 150,
      },
      {
        id: 'acceptance',
        title: word('acceptance'),
        value: ({ acceptanceYear }) => acceptanceYear,
        number: true,
        min: 104,
      },
      {
        id: 'package',
        title: word('package'),
        value: ({ package: id }) => packageText(names, id, language),
        grow: 3,
        min: 240,
      },
    ];
  }, [language, names]);
  return (
    <Stack gap="md">
      <Text size="sm" className="soft">
        {t('wheel.units.lead', { goal: percentText(season.target, language) })}
      </Text>
      <Group gap="md" role="list" aria-label={t('wheel.units.states')}>
        {tally.map(({ state, units, areaHa }) => (
          <Group key={state} gap={6} role="listitem">
            <UnitState state={state} />
            <Text size="sm">{t('wheel.units.tally', { units, ha: numberText(areaHa, language, 1) })}</Text>
          </Group>
        ))}
      </Group>
      <DataTable
        label={lineStart(say(language, 'season-page.units'))}
        rows={rows}
        columns={columns}
        idOf={({ unit }) => unit}
        selected={view.unit ?? null}
        onPick={(unit) => setView({ unit })}
        height={380}
      />
      {season.units.some(({ unit }) => unit === view.unit) ? (
        <UnitFan unit={season.units.find(({ unit }) => unit === view.unit)!} />
      ) : (
        <Text size="sm" className="soft">
          {t('wheel.units.pick')}
        </Text>
      )}
    </Stack>
  );
}
