import { OBJECTIVES, type Objective } from '@aftermine/science/plan';
import { Fieldset, Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useSay } from '../../parts/use-say.ts';
import type { SettingsEditor } from './use-settings-draft.ts';
import { WeightSliders } from './weight-sliders.tsx';

const WEIGHTS = ['plan', 'weights'];

/** Weights of the objectives, as the settings hold them. Pairwise judgements stand before them where a project states some. */
export function WeightFields({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTexts();
  const say = useSay();
  const weights = (editor.at(WEIGHTS) ?? {}) as Partial<Record<Objective, number>>;
  const judged = editor.at(['plan', 'judgements']) !== undefined;
  return (
    <Fieldset legend={t('plan.group.weights')}>
      <Stack gap="xs">
        {judged && <Text size="sm">{t('plan.judged')}</Text>}
        <WeightSliders
          weights={OBJECTIVES.map((id) => ({
            id,
            label: say(`objective-name.${id}`),
            value: weights[id] ?? 0,
          }))}
          disabled={judged}
          onChange={(id, value) => editor.change(WEIGHTS, { ...weights, [id]: value })}
        />
      </Stack>
    </Fieldset>
  );
}
