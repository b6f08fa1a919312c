import { Button, Checkbox, Group, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, projectPath } from '../../api/ask.ts';
import { projectQuery } from '../../api/resources.ts';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveBlob } from '../../parts/save-file.ts';

const ENDINGS = { ris: 'ris', csl: 'json', bibtex: 'bib', csv: 'csv', gbt7714: 'txt' } as const;
type Format = keyof typeof ENDINGS;

/** Records out of the library, in the format another program reads; saved by the browser. */
export function ExportRecords({ project }: { readonly project: string }) {
  const { t } = useTexts();
  const { data } = useQuery(projectQuery(project));
  const [format, setFormat] = useState<Format>('ris');
  const [included, setIncluded] = useState(false);
  const request = { verb: 'evidence export', options: { format, ...(included ? { included } : {}) } };
  const save = useMutation({
    mutationFn: async () => {
      const answer = await ask(
        projectPath(project, `/evidence/export?format=${format}${included ? '&included=1' : ''}`),
      );
      saveBlob(await answer.blob(), `${project}.${ENDINGS[format]}`);
    },
  });
  return (
    <>
      <ProblemNote error={save.error} />
      <Group align="flex-end">
        <Select
          label={t('lit.export-format')}
          data={[
            { value: 'ris', label: 'RIS' },
            { value: 'bibtex', label: 'BibTeX' },
            { value: 'csl', label: 'CSL-JSON' },
            { value: 'csv', label: 'CSV' },
            { value: 'gbt7714', label: 'GB/T 7714' },
          ]}
          value={format}
          onChange={(next) => setFormat((next ?? 'ris') as Format)}
          allowDeselect={false}
        />
        <Checkbox
          label={t('lit.export-included')}
          checked={included}
          onChange={(event) => setIncluded(event.currentTarget.checked)}
          mb={8}
        />
        <Button variant="light" loading={save.isPending} onClick={() => save.mutate()}>
          {t('lit.export')}
        </Button>
        {data !== undefined && <CopyCommand line={commandLine(data.dir, request)} />}
      </Group>
    </>
  );
}
