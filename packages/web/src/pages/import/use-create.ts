import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CommandRequest, ProjectCard } from 'aftermine/contract';
import { useState } from 'react';
import { sendJson } from '../../api/ask.ts';
import { queries } from '../../api/queries.ts';
import { quotedWord, runVerb } from '../../api/run-verb.ts';
import { type Language, useTexts } from '../../app/language.ts';
import { readingFlags } from './file-card.tsx';
import type { Incoming } from './use-incoming.ts';

type File = Pick<Incoming, 'name' | 'role' | 'reading' | 'upload'>;

/**
 * What a new project is begun with, and what is imported afterwards: files that are read like the boundary go in with it, the
 * others are imported with answers of their own.
 */
export function splitCreation(files: readonly File[]): {
  readonly boundary: File | undefined;
  readonly along: readonly File[];
  readonly later: readonly File[];
} {
  const used = files.filter(({ role, upload }) => role !== 'none' && upload !== null);
  const boundary = used.find(({ role }) => role === 'boundary' || role === 'both');
  const others = used.filter((file) => file !== boundary);
  // Units that are the boundary, too, go in as both.
  const asUnits: readonly File[] = boundary?.role === 'both' ? [{ ...boundary, role: 'units' }] : [];
  const same = ({ reading, role }: File): boolean =>
    (role === 'units' || role === 'reference') &&
    JSON.stringify(Object.entries(reading).sort()) ===
      JSON.stringify(Object.entries(boundary?.reading ?? {}).sort());
  return {
    boundary,
    along: [...asUnits, ...others.filter(same)],
    later: others.filter((file) => !same(file)),
  };
}

/** The import of one file with its own answers. */
export function importRequest({ upload, role, reading }: File): CommandRequest {
  return {
    verb: 'import',
    args: [`upload:${upload!.id}`],
    options: { as: role, overwrite: true, ...reading },
  };
}

/** The lines a person would type to begin the same project. */
export function initLine(workspace: string, name: string, files: readonly File[]): string {
  const { boundary, along, later } = splitCreation(files);
  const folder = quotedWord(`${workspace}/${name}`);
  const init = [
    `aftermine init ${folder}`,
    `--boundary ${quotedWord(boundary?.name ?? '')}`,
    ...along.map((file) => `--${file.role} ${quotedWord(file.name)}`),
    `--name ${quotedWord(name)}${readingFlags(boundary?.reading ?? {})}`,
  ].join(' ');
  return [
    init,
    ...later.map(
      (file) =>
        `aftermine import ${quotedWord(file.name)} --as ${file.role}${readingFlags(file.reading)} -C ${folder}`,
    ),
  ].join('\n');
}

export function useCreate() {
  const { language } = useTexts();
  const navigate = useNavigate();
  const [made, setMade] = useState<string | null>(null);
  const work = useMutation({
    mutationFn: async ({ name, files }: { name: string; files: readonly Incoming[] }) => {
      const { boundary, along, later } = splitCreation(files);
      const ofRole = (role: string): string | undefined =>
        along.find((file) => file.role === role)?.upload?.id;
      const [units, reference] = [ofRole('units'), ofRole('reference')];
      const { project } = await sendJson<{ project: ProjectCard }>('/api/projects', 'POST', {
        name,
        boundary: boundary!.upload!.id,
        ...(units === undefined ? {} : { units }),
        ...(reference === undefined ? {} : { reference }),
        ...boundary!.reading,
        language: language satisfies Language,
      });
      setMade(project.id);
      void queries.invalidateQueries({ queryKey: ['projects'] });
      for (const file of later) await runVerb(project.id, importRequest(file));
      return project.id;
    },
    onSuccess: (id) => navigate({ to: `/p/${encodeURIComponent(id)}/data` as never }),
  });
  return {
    begin: (name: string, files: readonly Incoming[]) => work.mutate({ name, files }),
    isPending: work.isPending,
    error: work.error,
    /** Set once the project is there, even where a later import failed. */
    made,
  };
}
