import type { AdoptedUnit } from '@aftermine/science/control';
import type { PlannedUnit, PlanResult, PlanSettings } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { ActionIcon, Button, Group, Paper, Select, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { ProjectDetail } from 'aftermine/contract';
import { useTexts } from '../../app/language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { lockedYear, withoutLock, withYear } from './locks.ts';
import { RunStep } from './run-step.tsx';
import type { SettingsEditor } from './use-settings-draft.ts';

const LOCKS = ['plan', 'locks'];

/** The year of one unit, fixed in the settings by hand; or what holds it where it is. */
export function MoveYear({
  project,
  plan,
  words,
  unit,
  editor,
  adopted,
}: {
  readonly project: ProjectDetail;
  readonly plan: PlanResult;
  readonly words: PlanWords;
  readonly unit: PlannedUnit | null;
  readonly editor: SettingsEditor;
  readonly adopted: AdoptedUnit | null;
}) {
  const { t } = useTexts();
  if (unit === null)
    return (
      <Text className="soft" size="sm">
        {t('schedule.pick')}
      </Text>
    );
  const { id, choice } = unit;
  const locks = (editor.at(LOCKS) ?? []) as PlanSettings['locks'];
  const locked = lockedYear(locks, id);
  const isLeft = locks.some((lock) => lock.unit === id && lock.mode === 'leave');
  const year = locked ?? choice?.year ?? null;
  const last = plan.start + plan.years - 1;
  const isOutOfDate =
    (locked !== null && locked !== choice?.year) ||
    project.steps.some(({ step, state }) => step === 'plan' && state === 'stale');
  const fix = (next: number): void => {
    if (choice !== null)
      editor.change(LOCKS, withYear(locks, { unit: id, year: next, endUse: choice.endUse }));
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('schedule.move', { unit: words.unit(id) })}>
      <Title order={2}>{t('schedule.move', { unit: words.unit(id) })}</Title>
      {choice === null || year === null ? (
        <Text size="sm">{t(isLeft ? 'schedule.held-left' : 'schedule.held-nothing')}</Text>
      ) : (
        <>
          <Text size="sm" mb="xs">
            {t(locked === null ? 'schedule.chosen-year' : 'schedule.fixed-year', {
              year: String(locked ?? year),
              package: words.package(choice.id),
            })}
          </Text>
          <Group gap="xs" align="flex-end">
            <ActionIcon
              variant="light"
              size="lg"
              aria-label={t('schedule.earlier')}
              disabled={year <= plan.start}
              onClick={() => fix(year - 1)}
            >
              <IconArrowLeft size={16} aria-hidden />
            </ActionIcon>
            <Select
              w={120}
              size="sm"
              label={t('schedule.year')}
              data={Array.from({ length: plan.years }, (_, i) => String(plan.start + i))}
              value={String(year)}
              allowDeselect={false}
              onChange={(next) => fix(Number(next))}
            />
            <ActionIcon
              variant="light"
              size="lg"
              aria-label={t('schedule.later')}
              disabled={year >= last}
              onClick={() => fix(year + 1)}
            >
              <IconArrowRight size={16} aria-hidden />
            </ActionIcon>
            <Button onClick={editor.save} loading={editor.isSaving} disabled={!editor.isChanged}>
              {t('schedule.save-year')}
            </Button>
            {locked !== null && (
              <Button variant="default" onClick={() => editor.change(LOCKS, withoutLock(locks, id))}>
                {t('schedule.release')}
              </Button>
            )}
            {editor.isChanged && (
              <Button variant="subtle" onClick={editor.discard}>
                {t('plan.discard')}
              </Button>
            )}
          </Group>
          <Text size="sm" className="soft" mt="xs" role="status">
            {year <= plan.start
              ? t('schedule.first-year')
              : year >= last
                ? t('schedule.last-year')
                : t('schedule.season-held')}
          </Text>
        </>
      )}
      {adopted !== null && (
        <Text size="sm" mt="xs">
          {t('schedule.held-adopted', {
            year: String(adopted.year),
            package: words.package(adopted.package),
          })}
        </Text>
      )}
      <ConflictNote editor={editor} />
      <ProblemNote error={editor.error} />
      {!editor.isChanged && isOutOfDate && (
        <RunStep
          project={project.id}
          dir={project.dir}
          request={{ verb: 'plan solve' }}
          label={t('plan.solve')}
        />
      )}
    </Paper>
  );
}
