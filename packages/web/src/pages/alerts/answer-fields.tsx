import { say } from '@aftermine/science/base';
import type { Person } from '@aftermine/science/control';
import { correctiveText } from '@aftermine/science/report/season';
import { Autocomplete, Checkbox, FileInput, Group, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import type { Alert } from './alert-data.ts';
import type { Answer, Typed } from './case-answers.ts';
import { closingNeeds } from './closing-needs.ts';

const REASONS = ['false-alarm', 'known', 'accepted', 'other'] as const;

interface AnswerFieldsProps {
  readonly answer: Answer;
  readonly alert: Alert;
  readonly people: readonly Person[];
  readonly currency: string | null;
  readonly typed: Typed;
  readonly onType: (next: Partial<Typed>) => void;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
  /** Fields that are missing or do not fit, once sending was tried. */
  readonly lacks: readonly string[];
}

/** The fields of one answer; what they hold lies with the form. */
export function AnswerFields({
  answer,
  alert,
  people,
  currency,
  typed,
  onType,
  file,
  onFile,
  lacks,
}: AnswerFieldsProps) {
  const { t, language } = useTexts();
  const text = (name: 'note' | 'owner' | 'due' | 'cost' | 'from' | 'action') => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }): void =>
      onType({ [name]: event.currentTarget.value }),
    error: lacks.includes(name),
  });
  const assigns = answer === 'confirm' || answer === 'field-check' || answer === 'action';
  const must = answer === 'field-check' || answer === 'action';
  const stated = answer === 'dismiss' || (answer === 'close' && typed.override);
  const proposals = new Map(alert.alarm.corrective.map((id) => [correctiveText(id, language), id]));
  const chosen = [...proposals].find(([, id]) => id === typed.action)?.[0] ?? typed.action;
  return (
    <>
      {answer === 'dismiss' && (
        <Select
          label={t('alerts.field.reason')}
          required
          error={lacks.includes('reason')}
          value={typed.reason === '' ? null : typed.reason}
          onChange={(reason) => onType({ reason: reason ?? '' })}
          data={REASONS.map((value) => ({ value, label: say(language, `dismissal.${value}`) }))}
        />
      )}
      {answer === 'action' && (
        <Autocomplete
          label={t('alerts.field.action')}
          description={t('alerts.field.action-hint')}
          styles={{ description: { color: 'var(--ink-soft)' } }}
          required
          error={lacks.includes('action')}
          data={[...proposals.keys()]}
          value={chosen}
          onChange={(action) => onType({ action: proposals.get(action) ?? action })}
        />
      )}
      {assigns && (
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Autocomplete
            label={t('alerts.field.owner')}
            required={must}
            error={lacks.includes('owner')}
            miw={140}
            data={people.map(({ id }) => id)}
            renderOption={({ option }) => people.find(({ id }) => id === option.value)?.name ?? option.value}
            value={typed.owner}
            onChange={(owner) => onType({ owner })}
          />
          <TextInput label={t('alerts.field.due')} type="date" required={must} miw={140} {...text('due')} />
          {answer === 'action' && (
            <TextInput
              label={t('alerts.field.cost', { currency: currency ?? '–' })}
              inputMode="decimal"
              miw={120}
              {...text('cost')}
            />
          )}
        </Group>
      )}
      {answer === 'done' && (
        <TextInput
          label={t('alerts.field.from')}
          required
          inputMode="numeric"
          maxLength={4}
          w={160}
          {...text('from')}
        />
      )}
      {answer === 'evidence' && (
        <FileInput
          label={t('alerts.field.file')}
          required
          error={lacks.includes('file')}
          clearable
          accept="image/*,.csv,.xlsx,.xls,.pdf"
          value={file}
          onChange={onFile}
        />
      )}
      {answer === 'close' && <Needs alert={alert} />}
      {answer === 'close' && (
        <Checkbox
          label={t('alerts.field.override')}
          checked={typed.override}
          onChange={(event) => onType({ override: event.currentTarget.checked })}
        />
      )}
      <Textarea
        label={stated ? t('alerts.field.statement') : t('alerts.field.note')}
        required={stated || answer === 'reopen'}
        autosize
        minRows={2}
        {...text('note')}
      />
    </>
  );
}

/** What closing asks for and how much of it is there, before the history has to refuse it. */
function Needs({ alert }: { readonly alert: Alert }) {
  const { t } = useTexts();
  const { evidence, recheck, ready } = closingNeeds(alert.history);
  return (
    <Text size="sm" c={ready ? 'land.8' : 'red.9'}>
      {t('alerts.closing', { evidence, recheck: t(`alerts.recheck.${recheck ?? 'open'}`) })}
    </Text>
  );
}
