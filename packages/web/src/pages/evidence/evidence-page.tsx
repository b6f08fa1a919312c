import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { projectQuery } from '../../api/resources.ts';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId, useView } from '../../app/use-view.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ClaimsPanel } from './claims-panel.tsx';
import { CodePanel } from './code-panel.tsx';
import { DuplicatesPanel } from './duplicates-panel.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { GapPanel } from './gap-panel.tsx';
import { ScreenPanel } from './screen-panel.tsx';
import { SourcesPanel } from './sources-panel.tsx';

const PANELS = {
  sources: SourcesPanel,
  duplicates: DuplicatesPanel,
  screen: ScreenPanel,
  code: CodePanel,
  gap: GapPanel,
  flow: FlowPanel,
  claims: ClaimsPanel,
} as const satisfies Record<string, (props: { readonly project: string }) => ReactNode>;
type PanelId = keyof typeof PANELS;
const IDS = Object.keys(PANELS) as PanelId[];

/** The literature of a project, in the order of the work: bring in, join, screen, code, pool, count, check claims. */
export function EvidencePage() {
  const { t } = useTexts();
  const project = useProjectId();
  const [view, setView] = useView();
  const { data } = useQuery(projectQuery(project));
  const tab = IDS.find((id) => id === view.tab) ?? 'sources';
  const Panel = PANELS[tab];
  return (
    <>
      <PageHead
        title={t('lit.title')}
        sentence={t('lit.sentence')}
        {...(data === undefined ? {} : { line: commandLine(data.dir, { verb: 'evidence prisma' }) })}
      />
      <Tabs value={tab} onChange={(next) => setView({ tab: next ?? 'sources' }, true)} keepMounted={false}>
        <Tabs.List mb="md">
          {IDS.map((id) => (
            <Tabs.Tab key={id} value={id}>
              {t(`lit.tab.${id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <Panel project={project} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
