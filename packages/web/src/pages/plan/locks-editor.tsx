import type { PlanSettings } from '@aftermine/science/plan';
import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  MultiSelect,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import type { SettingJson } from './settings-draft.ts';
import type { SettingsEditor } from './use-settings-draft.ts';

interface Named {
  readonly value: string;
  readonly label: string;
}
type Lock = PlanSettings['locks'][number];

const LOCKS = ['plan', 'locks'];
const MANDATORY = ['plan', 'mandatory'];

/** Units that must be treated, and what is fixed for a unit: treated or left, to what, when. */
export function LocksEditor({
  editor,
  units,
  endUses,
  programme,
}: {
  readonly editor: SettingsEditor;
  readonly units: readonly Named[];
  readonly endUses: readonly Named[];
  readonly programme: readonly number[];
}) {
  const { t } = useTexts();
  const locks = (editor.at(LOCKS) ?? []) as readonly Lock[];
  const mandatory = (editor.at(MANDATORY) ?? []) as readonly string[];
  const [unit, setUnit] = useState<string | null>(null);
  const free = units.filter(({ value }) => !locks.some((lock) => lock.unit === value));
  const setLock = (at: number, change: Partial<Record<keyof Lock, string | number | null>>): void =>
    editor.change(
      LOCKS,
      locks.map((lock, i) =>
        i !== at
          ? plain(lock)
          : (Object.fromEntries(
              Object.entries({ ...lock, ...change }).filter(
                ([, value]) => value !== null && value !== undefined,
              ),
            ) as SettingJson),
      ),
    );
  return (
    <Fieldset legend={t('plan.group.fixed')}>
      <Stack gap="sm">
        <MultiSelect
          label={t('plan.set.mandatory')}
          data={[...units]}
          value={[...mandatory]}
          onChange={(next) => editor.change(MANDATORY, next)}
          searchable
          limit={50}
        />
        <Checkbox
          label={t('plan.set.mandatory-hazards')}
          checked={editor.at(['plan', 'mandatoryHazards']) === true}
          onChange={(event) => editor.change(['plan', 'mandatoryHazards'], event.currentTarget.checked)}
        />
        <Text size="sm" fw={500}>
          {t('plan.set.locks')}
        </Text>
        {locks.length === 0 && (
          <Text size="sm" className="soft">
            {t('plan.no-locks')}
          </Text>
        )}
        {locks.map((lock, at) => (
          <Group key={lock.unit} gap="xs" align="flex-end">
            <Text size="sm" w={110}>
              {units.find(({ value }) => value === lock.unit)?.label ?? lock.unit}
            </Text>
            <Select
              size="xs"
              w={120}
              aria-label={t('plan.lock.mode', { unit: lock.unit })}
              data={[
                { value: 'treat', label: t('plan.lock.treat') },
                { value: 'leave', label: t('plan.lock.leave') },
              ]}
              value={lock.mode}
              allowDeselect={false}
              onChange={(mode) =>
                setLock(at, mode === 'leave' ? { mode, endUse: null, year: null } : { mode })
              }
            />
            {lock.mode === 'treat' && (
              <>
                <Select
                  size="xs"
                  w={170}
                  aria-label={t('plan.lock.end-use', { unit: lock.unit })}
                  placeholder={t('plan.lock.any-use')}
                  data={[...endUses]}
                  value={lock.endUse ?? null}
                  clearable
                  onChange={(endUse) => setLock(at, { endUse })}
                />
                <Select
                  size="xs"
                  w={110}
                  aria-label={t('plan.lock.year', { unit: lock.unit })}
                  placeholder={t('plan.lock.any-year')}
                  data={programme.map(String)}
                  value={lock.year === undefined ? null : String(lock.year)}
                  clearable
                  onChange={(year) => setLock(at, { year: year === null ? null : Number(year) })}
                />
              </>
            )}
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={t('plan.lock.remove', { unit: lock.unit })}
              onClick={() => editor.change(LOCKS, locks.filter((_, i) => i !== at).map(plain))}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group gap="xs" align="flex-end">
          <Select
            size="xs"
            w={230}
            label={t('plan.lock.unit')}
            data={free}
            value={unit}
            onChange={setUnit}
            searchable
            limit={50}
          />
          <Button
            size="xs"
            variant="light"
            disabled={unit === null}
            onClick={() => {
              editor.change(LOCKS, [...locks.map(plain), { unit: unit!, mode: 'treat' }]);
              setUnit(null);
            }}
          >
            {t('plan.lock.add')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

/** A lock without keys that say nothing. */
function plain(lock: Lock): SettingJson {
  return Object.fromEntries(Object.entries(lock).filter(([, value]) => value !== undefined)) as SettingJson;
}
