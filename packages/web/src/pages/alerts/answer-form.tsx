import { say } from '@aftermine/science/base';
import type { AlertCase } from '@aftermine/science/control';
import type { People } from '@aftermine/science/report/season';
import { Button, Group, List, Alert as Notice, Paper, Stack, Text, Title } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import { type FormEvent, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { projectKey } from '../../api/resources.ts';
import { commandLine, runVerb } from '../../api/run-verb.ts';
import { uploadFile } from '../../api/upload-file.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSigner } from '../../parts/signer.ts';
import type { Alert } from './alert-data.ts';
import { entryText } from './alert-words.ts';
import { AnswerFields } from './answer-fields.tsx';
import { type Answer, answerRequest, missingOf, NOTHING_TYPED, type Typed } from './case-answers.ts';
import { alertNow, lastSeq, linesSince } from './moved-on.ts';
import { peopleOf } from './project-people.ts';
import { SignerBox } from './signer-box.tsx';

interface AnswerFormProps {
  readonly project: ProjectDetail;
  readonly alert: Alert;
  readonly answer: Answer;
  readonly people: People;
  /** What the history holds now, in words; the form is closed. */
  readonly onDone: (told: string, line: string) => void;
  readonly onCancel: () => void;
}

/**
 * One answer to an alert. What is typed is kept in the tab until it is sent; where somebody else wrote into the case meanwhile, their
 * lines are shown first and nothing is sent before it is said again.
 */
export function AnswerForm({ project, alert, answer, people, onDone, onCancel }: AnswerFormProps) {
  const { t, language } = useTexts();
  const { id } = alert.alarm;
  const [by, setBy] = useSigner();
  const [typed, setTyped, forget] = useSessionStorage<Typed>({
    key: `aftermine.draft.${project.id}.${id}.${answer}`,
    defaultValue: NOTHING_TYPED,
    getInitialValueInEffect: false,
  });
  const [file, setFile] = useState<File | null>(null);
  const [seen, setSeen] = useState(() => lastSeq(alert.history));
  const [moved, setMoved] = useState<Alert['history']>([]);
  // Once sending was tried, what is missing is told until it is there.
  const [isTried, setTried] = useState(false);
  const missing = missingOf(answer, typed, by, file !== null);
  const lacks = isTried ? missing : [];

  const send = useMutation({
    mutationFn: async () => {
      const now = await alertNow(project.id, id);
      const news = linesSince(now.history, seen);
      if (news.length > 0) {
        setSeen(lastSeq(now.history));
        setMoved(news);
        return null;
      }
      const place = file === null ? '' : `upload:${(await uploadFile(file)).id}`;
      return runVerb<AlertCase | { readonly case: AlertCase }>(
        project.id,
        answerRequest(answer, id, by, typed, place),
      );
    },
    onSuccess: async (sent) => {
      if (sent === null) return;
      const data = sent.envelope!.data;
      forget();
      // The next form begins with this line in the history: else it would be taken for somebody else's.
      await queries.invalidateQueries({ queryKey: projectKey(project.id) });
      onDone(
        t('alerts.sent', {
          what: t(`alerts.answer.${answer}`),
          state: say(language, `action-state.${'case' in data ? data.case.state : data.state}`),
        }),
        sent.line,
      );
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: projectKey(project.id) });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0) send.mutate();
  };
  const request = answerRequest(answer, id, by === '' ? '…' : by, typed, file?.name ?? '…');
  return (
    <Paper
      withBorder
      p="sm"
      component="form"
      onSubmit={submit}
      noValidate
      aria-label={t(`alerts.answer.${answer}`)}
    >
      <Stack gap="xs">
        <div>
          <Title order={4}>{t(`alerts.answer.${answer}`)}</Title>
          <Text size="sm" className="soft">
            {t(`alerts.about.${answer}`)}
          </Text>
        </div>
        <SignerBox people={peopleOf(project)} value={by} onChange={setBy} isMissing={lacks.includes('by')} />
        <AnswerFields
          answer={answer}
          alert={alert}
          people={peopleOf(project)}
          currency={project.currency}
          typed={typed}
          onType={(next) => setTyped({ ...typed, ...next })}
          file={file}
          onFile={setFile}
          lacks={lacks}
        />
        <div aria-live="polite">
          {lacks.length > 0 && (
            <Text size="sm" c="red.9">
              {t('alerts.lacks', {
                fields: lacks
                  .map((field) => t(`alerts.short.${field}` as never))
                  .join(language === 'zh' ? '、' : ', '),
              })}
            </Text>
          )}
          {moved.length > 0 && (
            <Notice color="orange" title={t('alerts.moved')}>
              <List size="sm">
                {moved.map((entry) => {
                  const { what, who, at, detail } = entryText(entry, people, language, project.currency);
                  return (
                    <List.Item key={entry.seq}>
                      {[what, detail, who, at].filter(Boolean).join(' · ')}
                    </List.Item>
                  );
                })}
              </List>
            </Notice>
          )}
        </div>
        <ProblemNote error={send.error} />
        {send.isError && (
          <Text size="sm" className="soft">
            {t('alerts.moved-kept')}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" loading={send.isPending}>
            {moved.length > 0 ? t('alerts.send-anyway') : t('alerts.send')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('part.cancel')}
          </Button>
          <CopyCommand line={commandLine(project.dir, request)} />
        </Group>
      </Stack>
    </Paper>
  );
}
