import { asOfText, type DiagnosisResult, type Finding } from '@aftermine/science/diagnose';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { partQuery, projectQuery, unitsQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId, useView } from '../../app/use-view.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { numberText } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { Coded } from '../plan/coded.tsx';
import { RunStep } from '../plan/run-step.tsx';
import { SplitPage } from '../plan/split-page.tsx';
import { DiagnosisMap } from './diagnosis-map.tsx';
import { DiagnosisTable } from './diagnosis-table.tsx';
import { UnitSheetPanel } from './unit-sheet-panel.tsx';

/** With more units than this the record is too large for a page; table, map and sheets do without its notes. */
const MANY_UNITS = 3000;
const DIAGNOSE = { verb: 'diagnose' } as const;

/** What holds recovery back, unit by unit: table, map and the sheet of the picked one. */
export function DiagnosisPage() {
  const { t, language } = useTexts();
  const say = useSay();
  const id = useProjectId();
  const [{ unit = null }, setView] = useView();
  const project = useQuery(projectQuery(id));
  const units = useQuery(unitsQuery(id));
  const step = project.data?.steps.find((one) => one.step === 'diagnose');
  const isThere = step !== undefined && step.state !== 'missing';
  const isSmall = (project.data?.units ?? Number.POSITIVE_INFINITY) <= MANY_UNITS;
  const record = useQuery({
    ...partQuery<DiagnosisResult>(id, '/diagnosis'),
    enabled: isThere && isSmall,
  });
  const findingsOf = useMemo(() => {
    const all = new Map<string, Finding[]>();
    for (const finding of record.data?.findings ?? []) {
      const list = all.get(finding.unitId);
      if (list === undefined) all.set(finding.unitId, [finding]);
      else list.push(finding);
    }
    return record.data === undefined ? null : all;
  }, [record.data]);
  const error = project.error ?? units.error ?? record.error;
  if (error !== null) return <ProblemNote error={error} onRetry={() => void units.refetch()} />;
  if (project.data === undefined || units.data === undefined) return <PageSkeleton />;
  if (isThere && isSmall && record.data === undefined) return <PageSkeleton />;
  const run = (
    <RunStep
      project={id}
      dir={project.data.dir}
      request={DIAGNOSE}
      label={t(isThere ? 'diagnosis.run' : 'diagnosis.run-first')}
      quiet={isThere && step.state === 'done'}
    />
  );
  if (!isThere)
    return (
      <>
        <PageHead title={t('diagnosis.title')} />
        <EmptyState title={t('diagnosis.empty')} action={run}>
          {t('diagnosis.empty-why')}
        </EmptyState>
      </>
    );
  const problems = units.data.rows.reduce((sum, row) => sum + (row.problems ?? 0), 0);
  const critical = record.data?.findings.filter(
    ({ verdict, severity }) => verdict === 'problem' && severity === 'critical',
  ).length;
  const sentence = say(`diagnosis-page.verdict.${problems === 0 ? 'none' : 'some'}`, {
    problems: numberText(problems, language, 0),
    critical: numberText(critical, language, 0),
    units: numberText(units.data.total, language, 0),
  });
  const asOf = record.data === undefined ? null : asOfText(record.data, language);
  return (
    <>
      <PageHead
        title={t('diagnosis.title')}
        sentence={asOf === null ? sentence : `${sentence} ${asOf}`}
        actions={run}
      />
      {step.state === 'stale' && (
        <Alert color="orange" role="status" mb="sm" title={t('diagnosis.stale')}>
          {say(step.key, step.params)}
        </Alert>
      )}
      {(record.data?.notes.length ?? 0) > 0 && (
        <details style={{ marginBottom: 12 }}>
          <summary>{t('diagnosis.notes')}</summary>
          {record.data!.notes.map(({ key, params }) => (
            <Text key={`${key}${JSON.stringify(params)}`} size="sm" className="soft">
              <Coded>{say(key, params)}</Coded>
            </Text>
          ))}
        </details>
      )}
      <SplitPage
        left={
          <>
            <DiagnosisMap
              project={project.data}
              rows={units.data.rows}
              findingsOf={findingsOf}
              selected={unit}
              onPick={(next) => setView({ unit: next ?? undefined } as never)}
            />
            <DiagnosisTable
              rows={units.data.rows}
              findingsOf={findingsOf}
              units={record.data?.units ?? null}
              observedTo={record.data?.observedTo ?? null}
              selected={unit}
              onPick={(next) => setView({ unit: next })}
            />
          </>
        }
        right={
          unit === null || unit === '' ? (
            <Group>
              <Text className="soft">{t('diagnosis.pick')}</Text>
              {units.data.rows.length > 0 && (
                <Button
                  variant="light"
                  size="compact-sm"
                  onClick={() =>
                    setView({
                      unit: [...units.data.rows].sort((a, b) => (b.priority ?? -1) - (a.priority ?? -1))[0]!
                        .id,
                    })
                  }
                >
                  {t('diagnosis.worst')}
                </Button>
              )}
            </Group>
          ) : (
            <UnitSheetPanel project={project.data} unit={unit} record={record.data ?? null} />
          )
        }
      />
    </>
  );
}
