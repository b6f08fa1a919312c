import { Fieldset, Group, MultiSelect, NumberInput, Stack } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { NumberSetting } from './number-setting.tsx';
import type { SettingJson } from './settings-draft.ts';
import type { SettingsEditor } from './use-settings-draft.ts';

interface WaterSource {
  readonly id: string;
  readonly m3PerYear: number;
  readonly [key: string]: SettingJson;
}

/** Water, farmland, topsoil, crews, and the end uses that may be considered. */
export function ResourceFields({
  editor,
  endUses,
}: {
  readonly editor: SettingsEditor;
  readonly endUses: readonly { readonly value: string; readonly label: string }[];
}) {
  const { t } = useTexts();
  const water = (editor.at(['plan', 'water']) ?? []) as readonly WaterSource[];
  const allowed = editor.at(['plan', 'endUses']) as readonly string[] | undefined;
  const setWater = (at: number, m3PerYear: number): void =>
    editor.change(
      ['plan', 'water'],
      water.map((one, i) => (i === at ? { ...one, m3PerYear } : one)),
    );
  return (
    <Fieldset legend={t('plan.group.resources')}>
      <Stack gap="sm">
        <Group gap="md" align="flex-end">
          {water.map(({ id, m3PerYear }, at) => (
            <NumberInput
              key={id}
              size="sm"
              w={230}
              label={t('plan.set.water', { id })}
              value={m3PerYear}
              min={0}
              step={1000}
              thousandSeparator=","
              onChange={(next) => {
                if (typeof next === 'number') setWater(at, next);
              }}
            />
          ))}
          <NumberSetting
            editor={editor}
            path={['plan', 'farmlandFloorHa']}
            removes={['plan', 'farmlandFloorHa']}
            label={t('plan.set.farmland')}
            description={t('plan.set.empty')}
          />
          <NumberSetting
            editor={editor}
            path={['plan', 'topsoil', 'stockM3']}
            removes={['plan', 'topsoil']}
            label={t('plan.set.topsoil')}
            description={t('plan.set.empty')}
            step={1000}
          />
          <NumberSetting
            editor={editor}
            path={['plan', 'crewsHaPerYear']}
            removes={['plan', 'crewsHaPerYear']}
            label={t('plan.set.crews')}
            description={t('plan.set.empty')}
            min={0.1}
          />
        </Group>
        <MultiSelect
          label={t('plan.set.end-uses')}
          description={t(allowed === undefined ? 'plan.set.end-uses-all' : 'plan.set.end-uses-some')}
          descriptionProps={{ c: 'var(--ink-soft)' }}
          data={[...endUses]}
          value={allowed === undefined ? endUses.map(({ value }) => value) : [...allowed]}
          onChange={(next) =>
            // None or all of them is no choice: the key goes.
            editor.change(
              ['plan', 'endUses'],
              next.length === 0 || next.length === endUses.length ? undefined : next,
            )
          }
          searchable
        />
      </Stack>
    </Fieldset>
  );
}
