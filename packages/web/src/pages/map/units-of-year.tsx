import { hasText } from '@aftermine/science/base';
import type { ObservationResult } from '@aftermine/science/observe';
import {
  numberText as fixedText,
  indexInSentence,
  indexScale,
  signedText,
} from '@aftermine/science/report/observation';
import { Text } from '@mantine/core';
import type { UnitRow } from 'aftermine/contract';
import { memo, useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { numberText } from '../../parts/numbers.ts';
import { useSay } from '../../parts/use-say.ts';
import type { LayerEntry } from './layer-entries.ts';
import { indexOfLayer, unitsOfYear } from './year-values.ts';

/** The table under the map: the same units with the values of the same year. */
export const UnitsOfYear = memo(function UnitsOfYear({
  rows,
  record,
  entry,
  year,
  selected,
  onPick,
  sort,
  onSort,
}: {
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
  const index = record === null ? null : indexOfLayer(record, entry);
  const values = useMemo(
    () => (record === null || index === null || year === null ? null : unitsOfYear(record, index, year)),
    [record, index, year],
  );
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
                return one === undefined || one.median === null ? null : one.p75 - one.p25;
              },
              cell: ({ id }: UnitRow) => {
                const one = of(id);
                return one === undefined || one.median === null
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
  const label =
    record === null || index === null || year === null
      ? t('map.table-still')
      : t('map.table', { year, index: indexInSentence(record, index, language) });
  return (
    <section aria-label={label}>
      <Text size="sm" fw={600} mt="md" mb={4}>
        {label}
      </Text>
      {record === null && rows.length > 0 && (
        <Text size="xs" className="soft">
          {t('map.large')}
        </Text>
      )}
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
