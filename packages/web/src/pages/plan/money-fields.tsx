import { Checkbox, Fieldset, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { NumberSetting } from './number-setting.tsx';
import type { SettingsEditor } from './use-settings-draft.ts';

const BUDGET = ['plan', 'budget'];

/** Budget of each year, or year by year; start, length and horizon. */
export function MoneyFields({
  editor,
  programme,
  currency,
}: {
  readonly editor: SettingsEditor;
  readonly programme: readonly number[];
  readonly currency: string;
}) {
  const { t } = useTexts();
  const budget = editor.at(BUDGET) as number | Readonly<Record<string, number>> | undefined;
  const byYear = typeof budget === 'object';
  const of = (year: number): number => (typeof budget === 'object' ? (budget[year] ?? 0) : (budget ?? 0));
  return (
    <Fieldset legend={t('plan.group.money')}>
      <Stack gap="sm">
        <Group gap="md" align="flex-end">
          <NumberSetting
            editor={editor}
            path={['plan', 'start']}
            removes={['plan', 'start']}
            isYear
            label={t('plan.set.start')}
            description={t('plan.set.start-empty')}
            min={1990}
            max={2200}
          />
          <NumberSetting
            editor={editor}
            path={['plan', 'years']}
            label={t('plan.set.years')}
            min={1}
            max={40}
          />
          <NumberSetting
            editor={editor}
            path={['plan', 'horizon']}
            label={t('plan.set.horizon')}
            min={1}
            max={100}
          />
          <NumberSetting
            editor={editor}
            path={['plan', 'discountRate']}
            label={t('plan.set.discount')}
            max={0.5}
            step={0.01}
          />
        </Group>
        <Group gap="sm">
          <Text size="sm" fw={500} id="budget-kind">
            {t('plan.set.budget', { currency })}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="budget-kind"
            value={budget === undefined ? 'none' : byYear ? 'years' : 'same'}
            data={[
              { value: 'none', label: t('plan.budget.no-limit') },
              { value: 'same', label: t('plan.budget.same') },
              { value: 'years', label: t('plan.budget.years') },
            ]}
            onChange={(kind) =>
              editor.change(
                BUDGET,
                kind === 'none'
                  ? undefined
                  : kind === 'same'
                    ? of(programme[0] ?? 0)
                    : Object.fromEntries(programme.map((year) => [String(year), of(year)])),
              )
            }
          />
          {budget === undefined && (
            <Text size="sm" className="soft">
              {t('plan.budget.none')}
            </Text>
          )}
        </Group>
        <Group gap="md">
          {byYear ? (
            programme.map((year) => (
              <NumberInput
                key={year}
                size="sm"
                w={150}
                label={String(year)}
                value={of(year)}
                min={0}
                step={10_000}
                thousandSeparator=","
                onChange={(next) => {
                  if (typeof next === 'number') editor.change(BUDGET, { ...budget, [year]: next });
                }}
              />
            ))
          ) : (
            <NumberSetting
              editor={editor}
              path={BUDGET}
              removes={BUDGET}
              label={t('plan.budget.each')}
              description={t('plan.set.empty')}
              step={10_000}
            />
          )}
        </Group>
        <Checkbox
          label={t('plan.set.carry-over')}
          checked={editor.at(['plan', 'carryOver']) === true}
          onChange={(event) => editor.change(['plan', 'carryOver'], event.currentTarget.checked)}
        />
      </Stack>
    </Fieldset>
  );
}
