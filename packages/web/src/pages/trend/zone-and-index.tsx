import { indexName, zonesOf } from '@aftermine/science/report/observation';
import { Group, NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import { useMemo } from 'react';
import { unitsQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import type { useView } from '../../app/use-view.ts';
import { useSay } from '../../parts/use-say.ts';
import type { TrendState } from './use-trend.ts';

const WHOLE = ' ';

/** Which land, and by which index; both stand in the address. */
export function ZoneAndIndex({
  project,
  state,
  setView,
}: {
  readonly project: ProjectDetail;
  readonly state: TrendState | null;
  readonly setView: ReturnType<typeof useView>[1];
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const isLarge = state === null || !state.isWhole;
  const units = useQuery({ ...unitsQuery(project.id), enabled: isLarge });
  const choices = useMemo(() => {
    if (!isLarge)
      return zonesOf(state.record, language)
        .filter(({ kind }) => kind !== 'reference')
        .map(({ kind, id, label }) => ({ value: kind === 'boundary' ? WHOLE : id, label }));
    return (units.data?.rows ?? []).map(({ id, name }) => ({
      value: id,
      label: name === null ? id : `${id} ${name}`,
    }));
  }, [isLarge, state, units.data, language]);
  const value = state === null ? null : state.zone.kind === 'boundary' ? WHOLE : state.zone.id;
  return (
    <Group gap="sm" mb="sm" align="flex-end">
      <Select
        label={t('trend.zone')}
        searchable
        limit={200}
        allowDeselect={false}
        value={value}
        data={choices}
        placeholder={say('page.zone.boundary')}
        onChange={(next) => setView({ unit: next === null || next === WHOLE ? undefined : next })}
        w={260}
      />
      {state !== null && (
        <NativeSelect
          label={t('trend.index')}
          value={state.index}
          onChange={(event) => setView({ layer: event.currentTarget.value })}
          data={state.indices.map((index) => ({
            value: index,
            label: indexName(state.record, index, language),
          }))}
        />
      )}
    </Group>
  );
}
