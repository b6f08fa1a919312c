/**
 * Segments a series of yearly NDVI without a project: a dump that was built in 2004 and reclaimed from 2008 on.
 * Run with: node examples/segment-a-series.ts
 */
import { mannKendall, segmentParameters, segmentTrajectory } from '@aftermine/science/series';

const ndvi = [
  0.42, 0.45, 0.43, 0.44, 0.41, 0.12, 0.1, 0.11, 0.13, 0.18, 0.24, 0.27, 0.31, 0.33, 0.36, 0.37, 0.38, 0.4,
  0.39, 0.41,
];
const observations = ndvi.map((value, i) => ({ year: 1999 + i, value }));

const trajectory = segmentTrajectory(observations, segmentParameters('mined-land'), { collapse: false });
console.log(
  `vertices: ${trajectory.vertices.map(({ year, value }) => `${year} ${value.toFixed(2)}`).join(', ')}`,
);
for (const loss of trajectory.disturbances) {
  console.log(`disturbance first seen in ${loss.startYear + 1}: ${loss.magnitude.toFixed(2)}`);
}
for (const gain of trajectory.recoveries) {
  console.log(`recovery from ${gain.startYear} to ${gain.endYear}: +${gain.magnitude.toFixed(2)}`);
}

const since2004 = observations.filter(({ year }) => year >= 2004);
const trend = mannKendall(
  since2004.map(({ year }) => year),
  since2004.map(({ value }) => value),
);
if ('kind' in trend) console.log(`no trend: ${trend.reason}`);
else console.log(`since 2004: ${trend.slopePerYear.toFixed(4)} a year, p ${trend.p.toFixed(4)}`);
