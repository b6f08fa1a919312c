import { say } from '@aftermine/science/base';
import { useTexts } from '../../app/language.ts';
import { momentText } from '../../parts/numbers.ts';
import type { Alert } from './alert-data.ts';
import classes from './alerts.module.css';
import { stepTimes } from './case-steps.ts';

/** New, check, rectify, re-check, closed: each with its time, or that it is not reached. */
export function CaseProgress({ alert }: { readonly alert: Alert }) {
  const { t, language } = useTexts();
  const { state } = alert.case;
  return (
    <ol className={classes.steps} aria-label={t('alerts.steps')}>
      {stepTimes(alert.history).map(({ step, at }) => (
        <li
          key={step}
          className={classes.step}
          data-reached={at !== null || undefined}
          data-now={state === step || undefined}
          aria-current={state === step ? 'step' : undefined}
        >
          {say(language, `action-state.${step}`)}
          <br />
          <span className="soft">{at === null ? t('alerts.step-open') : momentText(at, language)}</span>
        </li>
      ))}
    </ol>
  );
}
