import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { ProjectDetail } from 'aftermine/contract';
import { useState } from 'react';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { numberText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSigner } from '../../parts/signer.ts';
import { useSay } from '../../parts/use-say.ts';
import classes from './import.module.css';

interface Mended {
  readonly mended?: {
    readonly adopted: boolean;
    readonly files: readonly {
      readonly file: string;
      readonly copy: string | null;
      readonly changes: readonly {
        readonly feature: string;
        readonly check: string;
        readonly areaBeforeHa: number;
        readonly areaAfterHa: number;
      }[];
      readonly left: readonly {
        readonly feature: string;
        readonly check: string;
        readonly params: Readonly<Record<string, string | number>>;
        readonly reason: string;
      }[];
    }[];
  };
}

/** Mends copies of the files: first what would change and what cannot be mended and why, then the change. */
export function MendPanel({ project }: { readonly project: ProjectDetail }) {
  const { t, language } = useTexts();
  const say = useSay();
  const [signer] = useSigner();
  const [overlap, setOverlap] = useState<string | null>(null);
  const verb = useVerb<Mended>(project.id);
  const options = {
    ...(overlap === null ? {} : { overlap }),
    ...(signer.trim() === '' ? {} : { by: signer.trim() }),
  };
  const look = { verb: 'check --fix', options: { ...options, 'dry-run': true } };
  const mend = { verb: 'check --fix', options: { ...options, yes: true } };
  const result = verb.data?.envelope?.data.mended;
  const changes =
    result?.files.flatMap(({ changes: all, file }) => all.map((one) => ({ ...one, file }))) ?? [];
  const left = result?.files.flatMap(({ left: all, file }) => all.map((one) => ({ ...one, file }))) ?? [];
  return (
    <Stack gap="xs">
      <Text size="sm">{t('data.mend-why')}</Text>
      <Group align="flex-end" gap="xs">
        <Select
          label={t('data.overlap')}
          data={(['smaller-gives', 'later-gives', 'earlier-gives'] as const).map((value) => ({
            value,
            label: t(`data.overlap.${value}`),
          }))}
          placeholder={t('data.overlap.none')}
          value={overlap}
          clearable
          onChange={setOverlap}
          w={260}
        />
        <Button variant="light" loading={verb.isPending} onClick={() => verb.mutate(look)}>
          {t('data.mend-look')}
        </Button>
        <Button loading={verb.isPending} onClick={() => verb.mutate(mend)}>
          {t('data.mend')}
        </Button>
        <CopyCommand line={verb.data?.line ?? commandLine(project.dir, mend)} />
      </Group>
      <ProblemNote error={verb.error} />
      <div role="status">
        {result !== undefined && (
          <>
            <Text size="sm">
              {t(result.adopted ? 'data.mended' : 'data.would-mend', { count: changes.length })}
            </Text>
            <ul className={classes.list}>
              {changes.slice(0, 50).map((one) => (
                <li key={`${one.file}${one.feature}${one.check}`}>
                  {say('mend.change', {
                    file: one.file,
                    feature: one.feature,
                    check: say(`mended.${one.check}`),
                    before: numberText(one.areaBeforeHa, language, 4),
                    after: numberText(one.areaAfterHa, language, 4),
                  })}
                </li>
              ))}
              {left.slice(0, 50).map((one) => (
                <li key={`${one.file}${one.feature}${one.check}`}>
                  {say('mend.left', {
                    file: one.file,
                    feature: one.feature,
                    what: say(`check.${one.check}`, one.params),
                    reason: say(`left.${one.reason}`),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Stack>
  );
}
