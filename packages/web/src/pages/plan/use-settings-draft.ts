import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, askJson, projectPath, sendJson } from '../../api/ask.ts';
import { queries } from '../../api/queries.ts';
import { partQuery, projectKey } from '../../api/resources.ts';
import {
  conflictsOf,
  draftedAt,
  type SettingJson,
  type SettingsDraft,
  withChange,
} from './settings-draft.ts';

interface SettingsAnswer {
  readonly settings: unknown;
  readonly revision: string;
}

type Conflicts = ReturnType<typeof conflictsOf>;

/**
 * Settings as they are saved, what was changed on the page, and a way to save it. Where somebody else saved meanwhile, nothing is
 * written over: what both changed is told side by side, and the page asks.
 */
export function useSettingsDraft(project: string) {
  const asked = useQuery(partQuery<SettingsAnswer>(project, '/settings'));
  const [draft, setDraft] = useState<SettingsDraft>({});
  const [conflicts, setConflicts] = useState<Conflicts>([]);
  const [error, setError] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const saved = asked.data?.settings;
  const key = [...projectKey(project), '/settings'];

  const write = async (changes: SettingsDraft, from: SettingsAnswer): Promise<void> => {
    setSaving(true);
    setError(null);
    let left: SettingsDraft = changes;
    let answer = from;
    try {
      for (const [name, { path, value }] of Object.entries(changes)) {
        answer = await sendJson<SettingsAnswer>(projectPath(project, '/settings'), 'PATCH', {
          path,
          ...(value === undefined ? { remove: true } : { value }),
          revision: answer.revision,
        });
        const { [name]: _, ...rest } = left;
        left = rest;
      }
      setConflicts([]);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 409) {
        const now = await askJson<SettingsAnswer>(projectPath(project, '/settings'));
        const told = conflictsOf(left, answer.settings, now.settings);
        // Somebody changed other keys: nothing of theirs is lost by going on.
        if (told.length === 0) {
          setDraft(left);
          await write(left, now);
          return;
        }
        answer = now;
        setConflicts(told);
      } else setError(problem);
    } finally {
      setSaving(false);
    }
    setDraft(left);
    queries.setQueryData(key, answer);
    await queries.invalidateQueries({ queryKey: projectKey(project) });
  };

  return {
    asked,
    saved,
    draft,
    conflicts,
    error,
    isSaving,
    isChanged: Object.keys(draft).length > 0,
    at: (path: readonly string[]): unknown => draftedAt(draft, saved, path),
    /** Without a value the key is taken away. */
    change: (path: readonly string[], value: SettingJson | undefined): void =>
      setDraft(withChange(draft, saved, path, value)),
    discard: (): void => {
      setDraft({});
      setConflicts([]);
      setError(null);
    },
    save: (): void => {
      if (asked.data !== undefined) void write(draft, asked.data);
    },
    /** Takes theirs for the keys in conflict and keeps the rest of the draft. */
    takeTheirs: (): void => {
      const names = new Set(conflicts.map(({ name }) => name));
      setDraft(Object.fromEntries(Object.entries(draft).filter(([name]) => !names.has(name))));
      setConflicts([]);
    },
  };
}

export type SettingsEditor = ReturnType<typeof useSettingsDraft>;
