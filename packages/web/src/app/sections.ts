/** Pages of a project in the order of the work: survey, diagnosis, planning, carrying out, checking. */
export const SECTIONS = [
  {
    title: 'nav.group.site',
    pages: [
      { path: '', label: 'nav.overview' },
      { path: '/data', label: 'nav.data' },
    ],
  },
  {
    title: 'nav.group.observe',
    pages: [
      { path: '/map', label: 'nav.map' },
      { path: '/trend', label: 'nav.trend' },
      { path: '/diagnosis', label: 'nav.diagnosis' },
    ],
  },
  {
    title: 'nav.group.plan',
    pages: [
      { path: '/plan', label: 'nav.plan' },
      { path: '/compare', label: 'nav.compare' },
      { path: '/schedule', label: 'nav.schedule' },
    ],
  },
  {
    title: 'nav.group.control',
    pages: [
      { path: '/alerts', label: 'nav.alerts' },
      { path: '/wheel', label: 'nav.wheel' },
    ],
  },
  {
    title: 'nav.group.out',
    pages: [
      { path: '/evidence', label: 'nav.evidence' },
      { path: '/reports', label: 'nav.reports' },
    ],
  },
] as const;
