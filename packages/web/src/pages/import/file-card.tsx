import { Badge, Button, Card, Group, Progress, Select, Stack, Text, Title } from '@mantine/core';
import { quotedWord } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { Area } from '../../parts/area.tsx';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { numberText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { FileQuestions } from './file-questions.tsx';
import { FileVerdict } from './file-verdict.tsx';
import { type Role, VECTOR_ROLES, VECTOR_ROLES_LATER } from './guess-roles.ts';
import classes from './import.module.css';
import { RowsPreview } from './rows-preview.tsx';
import type { Incoming } from './use-incoming.ts';

/** One file that was dropped: how far it is, what it is, what it leaves open, what is wrong, what it is taken for. */
export function FileCard({
  file,
  onChange,
  onRemove,
  onRetry,
  isNew = false,
}: {
  readonly file: Incoming;
  readonly onChange: (next: Partial<Pick<Incoming, 'reading' | 'role'>>) => void;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
  /** True where the project is still to be made, so that units may be its boundary, too. */
  readonly isNew?: boolean;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const { facts, upload, error, name } = file;
  const roles: readonly Role[] =
    facts?.kind === 'raster'
      ? ['dem', 'none']
      : facts?.kind === 'samples'
        ? ['samples', 'none']
        : isNew
          ? VECTOR_ROLES
          : VECTOR_ROLES_LATER;
  return (
    <Card component="article" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div style={{ minWidth: 0 }}>
            <Title order={3} style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Title>
            <Text size="xs" className="soft">
              {numberText(file.bytes / 1024, language, 1)} KB
              {file.group.parts.length > 0 &&
                ` · ${t('import.parts', { names: file.group.parts.map((part) => part.name).join(', ') })}`}
            </Text>
          </div>
          <Group gap="xs">
            {facts !== null && <Badge variant="light">{say(`file-format.${facts.format}`)}</Badge>}
            <Button variant="subtle" color="gray" size="compact-sm" onClick={onRemove}>
              {t('import.remove')}
            </Button>
          </Group>
        </Group>
        <div role="status">
          {upload === null && error === null && (
            <>
              <Progress value={100 * file.share} aria-label={t('import.sending', { name })} />
              <Text size="xs" className="soft">
                {t('import.sending', { name })} {numberText(100 * file.share, language, 0)} %
              </Text>
            </>
          )}
          {file.isReading && <Text size="sm">{t('import.reading')}</Text>}
        </div>
        <ProblemNote error={error} {...(upload === null ? { onRetry } : {})} />
        {facts !== null && (
          <>
            <dl className={classes.facts}>
              {facts.kind === 'vector' && (
                <>
                  <dt>{t('import.area')}</dt>
                  <dd>
                    <Area areaHa={facts.detail.areaHa ?? null} />
                  </dd>
                </>
              )}
              {Object.entries(facts.summary)
                .filter(([key]) => key !== 'area')
                .map(([key, value]) => (
                  <Fact key={key} label={say(`info.${key}`)} value={value} />
                ))}
            </dl>
            <Select
              label={t('import.role')}
              data={roles.map((role) => ({ value: role, label: t(`import.role.${role}`) }))}
              value={file.role}
              allowDeselect={false}
              onChange={(role) => role !== null && onChange({ role: role as Role })}
              maw={320}
            />
          </>
        )}
        {upload !== null && (
          <FileQuestions
            upload={upload.id}
            facts={facts}
            error={error}
            reading={file.reading}
            onAnswer={(reading) => onChange({ reading: { ...file.reading, ...reading } })}
          />
        )}
        {facts?.detail.preview !== undefined && <RowsPreview rows={facts.detail.preview.rows} name={name} />}
        {facts !== null && <FileVerdict facts={facts} />}
        {facts !== null && (
          <Group>
            <CopyCommand line={`aftermine info ${quotedWord(name)}${readingFlags(file.reading)}`} />
          </Group>
        )}
      </Stack>
    </Card>
  );
}

/** Answers as options of a command line. */
export function readingFlags(reading: Incoming['reading']): string {
  return Object.entries(reading)
    .map(([key, value]) => ` --${key} ${quotedWord(String(value))}`)
    .join('');
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value === '?' || value === '' ? '–' : value}</dd>
    </>
  );
}
