import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { HomePage } from '../pages/home/home-page.tsx';
import { LostPage } from './lost-page.tsx';
import { ProjectFrame } from './project-frame.tsx';
import { Shell } from './shell.tsx';

/** What the address says about what is looked at: the same names on every page, so that a link shows the same thing. */
export interface View {
  /** The unit that is picked in map, table and chart alike. */
  readonly unit?: string;
  readonly year?: number;
  /** Second year of a comparison. */
  readonly year2?: number;
  readonly layer?: string;
  /** How two years are compared. */
  readonly compare?: 'swipe' | 'side' | 'flicker';
  /** Which part of a page is open. */
  readonly tab?: string;
  readonly alert?: string;
  readonly q?: string;
  readonly sort?: string;
  readonly key?: string;
}

const WORDS = ['unit', 'layer', 'compare', 'tab', 'alert', 'q', 'sort', 'key'] as const;

/** Reads an address; what is not of its kind is left out. */
export function readView(search: Record<string, unknown>): View {
  const year = (value: unknown): number | undefined =>
    Number.isInteger(Number(value)) && value !== '' && value != null ? Number(value) : undefined;
  const view: Record<string, string | number> = {};
  for (const word of WORDS) {
    const value = search[word];
    if (typeof value === 'string' || typeof value === 'number') view[word] = String(value);
  }
  for (const name of ['year', 'year2'] as const) {
    const value = year(search[name]);
    if (value !== undefined) view[name] = value;
  }
  return view as View;
}

const root = createRootRoute({ component: Shell, notFoundComponent: LostPage, validateSearch: readView });
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
const fresh = createRoute({
  getParentRoute: () => root,
  path: '/new',
  component: lazyRouteComponent(() => import('../pages/import/new-project-page.tsx'), 'NewProjectPage'),
});
const runs = createRoute({
  getParentRoute: () => root,
  path: '/runs',
  component: lazyRouteComponent(() => import('../pages/runs/runs-page.tsx'), 'RunsPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
});
const project = createRoute({ getParentRoute: () => root, path: '/p/$project', component: ProjectFrame });
const page = <Name extends string>(path: Name, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => project,
    path,
    component: lazyRouteComponent(load as never, name as never),
  });

const tree = root.addChildren([
  home,
  fresh,
  runs,
  settings,
  project.addChildren([
    page('/', () => import('../pages/overview/overview-page.tsx'), 'OverviewPage'),
    page('/data', () => import('../pages/import/data-page.tsx'), 'DataPage'),
    page('/map', () => import('../pages/map/map-page.tsx'), 'MapPage'),
    page('/trend', () => import('../pages/trend/trend-page.tsx'), 'TrendPage'),
    page('/diagnosis', () => import('../pages/diagnosis/diagnosis-page.tsx'), 'DiagnosisPage'),
    page('/plan', () => import('../pages/plan/plan-page.tsx'), 'PlanPage'),
    page('/compare', () => import('../pages/plan/compare-page.tsx'), 'ComparePage'),
    page('/schedule', () => import('../pages/plan/schedule-page.tsx'), 'SchedulePage'),
    page('/alerts', () => import('../pages/alerts/alerts-page.tsx'), 'AlertsPage'),
    page('/wheel', () => import('../pages/wheel/wheel-page.tsx'), 'WheelPage'),
    page('/evidence', () => import('../pages/evidence/evidence-page.tsx'), 'EvidencePage'),
    page('/reports', () => import('../pages/reports/reports-page.tsx'), 'ReportsPage'),
  ]),
]);

export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
