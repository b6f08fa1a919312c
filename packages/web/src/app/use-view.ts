import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { readView, type View } from './router.tsx';

/** What of the address changes; `undefined` takes a name out of it. */
export type ViewChange = { readonly [Name in keyof View]?: View[Name] | undefined };

/** The project of the address; empty outside of projects. */
export function useProjectId(): string {
  const params = useParams({ strict: false }) as { project?: string };
  return params.project ?? '';
}

/** What the address shows, and a way to change it. `push` makes a step that the back button takes back; else the step is replaced. */
export function useView(): readonly [View, (next: ViewChange, push?: boolean) => void] {
  const view = readView(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  return [
    view,
    (next, push = false) => {
      void navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => readView({ ...before, ...next })) as never,
        replace: !push,
        resetScroll: false,
      });
    },
  ];
}
