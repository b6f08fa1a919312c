import { FileInput, NativeSelect, Progress, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { projectPath } from '../../api/ask.ts';
import { partQuery } from '../../api/resources.ts';
import { uploadFile } from '../../api/upload-file.ts';
import { useTexts } from '../../app/language.ts';
import { type BaseFileKey, baseFileText } from '../../texts/base-file.ts';

/** A file of map tiles that is asked for part by part. */
export interface BaseFile {
  readonly url: string;
  readonly name: string;
}

/** Which PMTiles file: one of the project's folder, one of this computer (sent to the server), or one at an address. */
export function OwnBaseFile({
  project,
  file,
  onFile,
  onFailed,
}: {
  readonly project: string;
  readonly file: BaseFile;
  readonly onFile: (file: BaseFile) => void;
  readonly onFailed: (error: unknown) => void;
}) {
  const { language } = useTexts();
  const told = (key: BaseFileKey): string => baseFileText(key, language);
  const [sent, setSent] = useState<number | null>(null);
  const there = useQuery(partQuery<{ files: readonly { path: string }[] }>(project, '/base-maps'));
  const addressOf = (path: string): string =>
    projectPath(project, `/base-maps/file?path=${encodeURIComponent(path)}`);
  const paths = there.data?.files.map(({ path }) => path) ?? [];
  const send = async (chosen: File | null): Promise<void> => {
    if (chosen === null) return;
    onFailed(null);
    try {
      // What cannot be shown need not be sent.
      await (await import('../../map/own-base-archive.ts')).checkFile(chosen);
      setSent(0);
      const { id } = await uploadFile(chosen, { onProgress: setSent });
      onFile({ url: `/api/uploads/${id}/tiles`, name: chosen.name });
    } catch (error) {
      onFailed(error);
    } finally {
      setSent(null);
    }
  };
  return (
    <>
      <NativeSelect
        size="xs"
        label={told('in-project')}
        description={paths.length === 0 ? told('in-project-none') : undefined}
        disabled={paths.length === 0}
        value={paths.find((path) => addressOf(path) === file.url) ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFile(value === '' ? { url: '', name: '' } : { url: addressOf(value), name: value })
        }
        data={[{ value: '', label: told('in-project-pick') }, ...paths]}
      />
      <FileInput
        size="xs"
        label={told('file')}
        placeholder={file.url.startsWith('/api/uploads/') ? file.name : told('file-pick')}
        accept=".pmtiles"
        value={null}
        onChange={(chosen) => void send(chosen)}
      />
      {sent !== null && <Progress value={sent * 100} aria-label={told('sending')} />}
      <TextInput
        size="xs"
        label={told('url-file')}
        value={file.url.startsWith('/api/') ? '' : file.url}
        onChange={({ currentTarget: { value } }) => onFile({ url: value.trim(), name: '' })}
      />
    </>
  );
}
