import type { Library, PlanResult, PlanSettings } from '@aftermine/science/plan';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import { partQuery, unitsQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { LocksEditor } from './locks-editor.tsx';
import { MoneyFields } from './money-fields.tsx';
import { ResourceFields } from './resource-fields.tsx';
import { RunStep } from './run-step.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';
import { WeightFields } from './weight-fields.tsx';

/** The settings that decide the plan, changed in place. Nothing is planned anew until somebody asks for it. */
export function SettingsPanel({
  project,
  plan,
}: {
  readonly project: ProjectDetail;
  readonly plan: PlanResult | null;
}) {
  const { t, language } = useTexts();
  const editor = useSettingsDraft(project.id);
  const units = useQuery(unitsQuery(project.id));
  const library = useQuery(partQuery<Library>(project.id, '/library'));
  if (editor.asked.error !== null) return <ProblemNote error={editor.asked.error} />;
  if (editor.asked.data === undefined) return <PageSkeleton />;
  const settings = (editor.asked.data.settings as { readonly plan: PlanSettings }).plan;
  const start = Number(editor.at(['plan', 'start']) ?? plan?.start ?? settings.start ?? Number.NaN);
  const years = Number(editor.at(['plan', 'years']));
  const programme = Number.isFinite(start) ? Array.from({ length: years }, (_, i) => start + i) : [];
  const endUses = (library.data?.endUses ?? []).map(({ id, name }) => ({ value: id, label: name[language] }));
  const unitIds = (units.data?.rows ?? []).map(({ id, name }) => ({
    value: id,
    label: name === null || name === id ? id : `${id} ${name}`,
  }));
  return (
    <Stack gap="lg">
      <Text className="soft">{t('plan.settings-lead')}</Text>
      <ProblemNote error={library.error ?? units.error} />
      <MoneyFields
        editor={editor}
        programme={programme}
        currency={project.currency ?? plan?.currency ?? 'CNY'}
      />
      <ResourceFields editor={editor} endUses={endUses} />
      <WeightFields editor={editor} />
      <LocksEditor editor={editor} units={unitIds} endUses={endUses} programme={programme} />
      <ConflictNote editor={editor} />
      <ProblemNote error={editor.error} />
      <Group justify="space-between" align="flex-start">
        <Group gap="xs" role="status">
          <Button onClick={editor.save} loading={editor.isSaving} disabled={!editor.isChanged}>
            {t('plan.save-settings')}
          </Button>
          <Button variant="default" onClick={editor.discard} disabled={!editor.isChanged}>
            {t('plan.discard')}
          </Button>
          <Text size="sm" className="soft">
            {editor.isChanged
              ? t('plan.unsaved', { count: Object.keys(editor.draft).length })
              : t('plan.all-saved')}
          </Text>
        </Group>
        {!editor.isChanged && (
          <RunStep
            project={project.id}
            dir={project.dir}
            request={{ verb: 'plan solve' }}
            label={t(plan === null ? 'plan.solve-first' : 'plan.solve')}
            quiet
          />
        )}
      </Group>
    </Stack>
  );
}
