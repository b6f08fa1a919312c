import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type Upload, uploadFile } from '../../api/upload-file.ts';
import { type FileFacts, type Reading, uploadFactsQuery } from './file-facts.ts';
import { type FileGroup, groupFiles } from './group-files.ts';
import { guessRoles, type Role } from './guess-roles.ts';

interface Sent {
  readonly key: number;
  readonly name: string;
  readonly group: FileGroup<File>;
  readonly bytes: number;
  /** Share that was sent, 0..1. */
  readonly share: number;
  readonly upload: Upload | null;
  readonly error: unknown;
  readonly reading: Reading;
  /** Null: as guessed. */
  readonly role: Role | null;
}

/** A file on its way into a project: sent, read, and what it is taken for. */
export interface Incoming extends Omit<Sent, 'role'> {
  readonly role: Role;
  readonly facts: FileFacts | null;
  readonly isReading: boolean;
}

let lastKey = 0;

/** Files that were dropped: each is sent with its parts, read with the answers given, and given a role that can be changed. */
export function useIncoming(isNew: boolean) {
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const change = useCallback((key: number, next: Partial<Sent>): void => {
    setSent((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));
  }, []);
  const send = useCallback(
    async ({ key, group, bytes }: Sent): Promise<void> => {
      change(key, { error: null, share: 0 });
      let before = 0;
      const onProgress =
        (size: number) =>
        (share: number): void =>
          change(key, { share: bytes === 0 ? 1 : (before + share * size) / bytes });
      try {
        const main = await uploadFile(group.main, { onProgress: onProgress(group.main.size) });
        before += group.main.size;
        for (const part of group.parts) {
          await uploadFile(part, { beside: main.id, onProgress: onProgress(part.size) });
          before += part.size;
        }
        change(key, { upload: main, share: 1 });
      } catch (error) {
        change(key, { error });
      }
    },
    [change],
  );
  const add = useCallback(
    (files: readonly File[]): void => {
      const fresh = groupFiles(files).map((group): Sent => {
        lastKey += 1;
        return {
          key: lastKey,
          name: group.name,
          group,
          bytes: [group.main, ...group.parts].reduce((sum, { size }) => sum + size, 0),
          share: 0,
          upload: null,
          error: null,
          reading: {},
          role: null,
        };
      });
      setSent((all) => [...all, ...fresh]);
      for (const one of fresh) void send(one);
    },
    [send],
  );
  const asked = useQueries({
    queries: sent.map(({ key, upload, reading }) => ({
      ...uploadFactsQuery(upload?.id ?? `waiting-${key}`, reading),
      enabled: upload !== null,
    })),
  });
  const known = sent.map((one, i) => ({ one, facts: asked[i]?.data ?? null })).filter(({ facts }) => facts);
  const guessed = guessRoles(
    known.map(({ one, facts }) => ({
      name: one.name,
      kind: facts!.kind,
      features: facts!.detail.features ?? 0,
      extent: facts!.detail.preview?.extent ?? null,
    })),
    isNew,
  );
  const files = sent.map((one, i): Incoming => {
    const at = known.findIndex((candidate) => candidate.one === one);
    return {
      ...one,
      facts: asked[i]?.data ?? null,
      error: one.error ?? asked[i]?.error ?? null,
      isReading: one.upload !== null && (asked[i]?.isFetching ?? false),
      role: one.role ?? guessed[at] ?? 'none',
    };
  });
  return {
    files,
    add,
    change,
    remove: (key: number) => setSent((all) => all.filter((one) => one.key !== key)),
    retry: (key: number) => {
      const one = sent.find((candidate) => candidate.key === key);
      if (one !== undefined && one.upload === null) void send(one);
    },
    clear: () => setSent([]),
  };
}
