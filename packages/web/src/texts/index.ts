import { alertsTexts } from './alerts.ts';
import { compareTexts } from './compare.ts';
import { diagnosisTexts } from './diagnosis.ts';
import { evidenceTexts } from './evidence.ts';
import { homeTexts } from './home.ts';
import { importTexts } from './import.ts';
import { mapTexts } from './map.ts';
import { overviewTexts } from './overview.ts';
import { partTexts } from './parts.ts';
import { planTexts } from './plan.ts';
import { reportsTexts } from './reports.ts';
import { runsTexts } from './runs.ts';
import { scheduleTexts } from './schedule.ts';
import { settingsTexts } from './settings.ts';
import { shellTexts } from './shell.ts';
import { trendTexts } from './trend.ts';
import { wheelTexts } from './wheel.ts';

/** Every text of the app that is not in the catalogue of `science`. Both languages stand side by side. */
export const texts = {
  ...alertsTexts,
  ...compareTexts,
  ...diagnosisTexts,
  ...evidenceTexts,
  ...homeTexts,
  ...importTexts,
  ...mapTexts,
  ...overviewTexts,
  ...partTexts,
  ...planTexts,
  ...reportsTexts,
  ...runsTexts,
  ...scheduleTexts,
  ...settingsTexts,
  ...shellTexts,
  ...trendTexts,
  ...wheelTexts,
};
