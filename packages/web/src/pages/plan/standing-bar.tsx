import type { PlanStanding } from '@aftermine/science/control';
import { standingText, standingWord } from '@aftermine/science/report/plan';
import { Alert, SegmentedControl, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { SOLVED } from './use-plan.ts';

/** Which plan the page shows, and a switch to the other where a plan stands beside the programme in force. */
export function StandingBar({
  standing,
  beside,
}: {
  readonly standing: PlanStanding | null;
  readonly beside: PlanStanding | null;
}) {
  const { t, language } = useTexts();
  const [, setView] = useView();
  if (standing === null) return null;
  const told = standingText(standing, language);
  return (
    <>
      {beside !== null && (
        <div className="scroll-box on-page">
          <SegmentedControl
            size="xs"
            mb="xs"
            aria-label={t('plan.which')}
            value={standing.kind === 'force' ? 'force' : SOLVED}
            onChange={(next) => setView({ key: next === SOLVED ? SOLVED : undefined }, true)}
            data={[
              { value: 'force', label: standingWord({ ...standing, kind: 'force' }, language) },
              { value: SOLVED, label: standingWord(beside, language) },
            ]}
          />
        </div>
      )}
      {standing.kind === 'force' ? (
        <Text size="sm" mb="xs">
          {told}
        </Text>
      ) : (
        <Alert color={standing.kind === 'draft' ? 'orange' : 'blue'} role="status" mb="sm">
          {told}
        </Alert>
      )}
    </>
  );
}
