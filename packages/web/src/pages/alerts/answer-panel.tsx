import type { People } from '@aftermine/science/report/season';
import { Button, Group, Alert as Notice, Stack, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ProjectDetail } from 'aftermine/contract';
import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import type { Alert } from './alert-data.ts';
import { AnswerForm } from './answer-form.tsx';
import { type Answer, answersIn } from './case-answers.ts';

/** What can be done about an alert now. An open form stays open though the case moves on: what was typed is not lost. */
export function AnswerPanel({
  project,
  alert,
  people,
}: {
  readonly project: ProjectDetail;
  readonly alert: Alert;
  readonly people: People;
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState<Answer | null>(null);
  const [told, setTold] = useState<{ readonly text: string; readonly line: string } | null>(null);
  return (
    <Stack gap="xs">
      <Title order={3}>{t('alerts.answers')}</Title>
      <Group gap={6}>
        {answersIn(alert.case.state).map((answer) => (
          <Button
            key={answer}
            variant={open === answer ? 'filled' : 'light'}
            aria-expanded={open === answer}
            onClick={() => {
              setOpen(open === answer ? null : answer);
              setTold(null);
            }}
          >
            {t(`alerts.answer.${answer}`)}
          </Button>
        ))}
      </Group>
      <div aria-live="polite">
        {told !== null && (
          <Notice color="land" icon={<IconCheck aria-hidden />}>
            <Group gap="xs">
              {told.text}
              <CopyCommand line={told.line} />
            </Group>
          </Notice>
        )}
      </div>
      {open !== null && (
        <AnswerForm
          key={open}
          project={project}
          alert={alert}
          answer={open}
          people={people}
          onCancel={() => setOpen(null)}
          onDone={(text, line) => {
            setTold({ text, line });
            setOpen(null);
          }}
        />
      )}
    </Stack>
  );
}
