import { hasText } from '@aftermine/science/base';
import type { ObservationResult } from '@aftermine/science/observe';
import {
  numberText as fixedText,
  indexInSentence,
  indexScale,
  signedText,
} from '@aftermine/science/report/observation';
import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UnitRow, UnitValues } from 'aftermine/contract';
import { memo, useMemo } from 'react';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { numberText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import type { LayerEntry } from './layer-entries.ts';
import { layerName } from './layer-words.ts';
import { indexOfLayer, ownIndex, unitsOfYear, valuesByUnit } from './year-values.ts';

/** The table under the map: the same units with the values of the same year. */
export const UnitsOfYear = memo(function UnitsOfYear({
  project,
  isWhole,
  rows,
  record,
  entry,
  year,
  selected,
  onPick,
  sort,
  onSort,
}: {
  readonly project: string;
  /** False where the record is too large for a page: then the year is asked for by itself. */
  readonly isWhole: boolean;
  readonly rows: readonly UnitRow[];
  readonly record: ObservationResult | null;
  readonly entry: LayerEntry | null;
  readonly year: number | null;
  readonly selected: string | null;
  readonly onPick: (unit: string) => void;
  readonly sort: string | undefined;
  readonly onSort: (sort: string) => void;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const own = ownIndex(entry);
  const asked = useQuery({
    ...partQuery<UnitValues>(project, `/units/values?index=${encodeURIComponent(own)}&year=${year}`),
    enabled: !isWhole && year !== null,
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });
  const told = isWhole ? undefined : asked.data;
  const index = record === null ? (told?.index ?? null) : indexOfLayer(record, entry);
  const shownYear = told?.year ?? year;
  const values = useMemo(() => {
    if (told !== undefined) return valuesByUnit(told);
    return record === null || index === null || year === null ? null : unitsOfYear(record, index, year);
  }, [told, record, index, year]);
  const columns = useMemo((): Column<UnitRow>[] => {
    const { digits, offset } = indexScale(index ?? 'rsei');
    const number = (value: number | null | undefined, more = 0): string =>
      value == null ? '–' : fixedText(language, value, digits + more);
    const of = (id: string) => values?.get(id);
    const word = (prefix: string, id: string | null): string =>
      id === null ? '–' : hasText(`${prefix}.${id}`) ? say(`${prefix}.${id}`) : id;
    const median = (row: UnitRow): number | null => {
      const own = values === null ? row.lastMedian : (of(row.id)?.median ?? null);
      return own === null ? null : own + offset;
    };
    return [
      { id: 'id', title: t('map.column.id'), value: ({ id }) => id, min: 64, grow: 0.6 },
      { id: 'name', title: t('map.column.name'), value: ({ name }) => name, min: 120, grow: 1.6 },
      {
        id: 'damage',
        title: t('map.column.damage'),
        value: ({ damage }) => word('damage', damage),
        min: 110,
      },
      {
        id: 'areaHa',
        title: t('map.column.area'),
        value: ({ areaHa }) => areaHa,
        cell: ({ areaHa }) => numberText(areaHa, language, 1),
        number: true,
      },
      {
        id: 'median',
        title: t('map.column.median'),
        value: median,
        cell: (row) => number(median(row)),
        number: true,
      },
      ...(values === null
        ? []
        : [
            {
              id: 'spread',
              title: t('map.column.spread'),
              value: ({ id }: UnitRow) => {
                const one = of(id);
                return one === undefined || one.p25 === null || one.p75 === null ? null : one.p75 - one.p25;
              },
              cell: ({ id }: UnitRow) => {
                const one = of(id);
                return one === undefined || one.p25 === null || one.p75 === null
                  ? '–'
                  : `${number(one.p25 + offset)} … ${number(one.p75 + offset)}`;
              },
              number: true,
              min: 120,
            },
            {
              id: 'pixels',
              title: t('map.column.pixels'),
              value: ({ id }: UnitRow) => of(id)?.validCount ?? null,
              cell: ({ id }: UnitRow) => {
                const one = of(id);
                return one === undefined ? '–' : `${one.validCount} / ${one.pixelCount}`;
              },
              number: true,
              min: 110,
            },
          ]),
      {
        id: 'slopePerYear',
        title: t('map.column.slope'),
        value: ({ slopePerYear }) => slopePerYear,
        cell: ({ slopePerYear, slopeP }) =>
          slopePerYear === null
            ? '–'
            : `${signedText(language, slopePerYear, 4)}${slopeP !== null && slopeP < 0.05 ? ' *' : ''}`,
        number: true,
      },
      {
        id: 'state',
        title: t('map.column.state'),
        value: ({ state }) => word('unit-state', state),
        min: 130,
      },
    ];
  }, [t, say, language, values, index]);
  const nameOf = (known: string): string => {
    if (record !== null) return indexInSentence(record, known, language);
    if (entry !== null && known === own) return layerName(entry, language);
    return hasText(`observed.name.${known}`) ? say(`observed.name.${known}`) : known;
  };
  const label =
    index === null || shownYear === null
      ? t('map.table-still')
      : t('map.table', { year: shownYear, index: nameOf(index) });
  return (
    <section aria-label={label}>
      <Text size="sm" fw={600} mt="md" mb={4}>
        {label}
      </Text>
      {!isWhole && <ProblemNote error={asked.error} onRetry={() => void asked.refetch()} />}
      <DataTable
        label={label}
        rows={rows}
        columns={columns}
        idOf={({ id }) => id}
        selected={selected}
        onPick={onPick}
        sort={sort ?? ''}
        onSort={onSort}
        height={380}
      />
    </section>
  );
});
