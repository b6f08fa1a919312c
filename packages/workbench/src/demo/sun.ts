/** Where the sun stands. */
export interface SunPosition {
  /** Degrees above the horizon. */
  readonly elevation: number;
  /** Degrees clockwise from north. */
  readonly azimuth: number;
  /** Distance of the earth from the sun, astronomical units. */
  readonly distance: number;
}

const RADIANS = Math.PI / 180;

/**
 * Position of the sun to about a quarter of a degree: declination and equation of time as Fourier series of the
 * fractional year (Spencer 1971), then the horizontal system.
 *
 * @param dayOfYear 1..366
 * @param hourUtc hours, 0..24
 * @param longitude degrees east
 * @param latitude degrees north
 */
export function sunPosition(
  dayOfYear: number,
  hourUtc: number,
  longitude: number,
  latitude: number,
): SunPosition {
  const g = ((2 * Math.PI) / 365) * (dayOfYear - 1 + (hourUtc - 12) / 24);
  const declination =
    0.006918 -
    0.399912 * Math.cos(g) +
    0.070257 * Math.sin(g) -
    0.006758 * Math.cos(2 * g) +
    0.000907 * Math.sin(2 * g) -
    0.002697 * Math.cos(3 * g) +
    0.00148 * Math.sin(3 * g);
  const minutes =
    229.18 *
    (0.000075 +
      0.001868 * Math.cos(g) -
      0.032077 * Math.sin(g) -
      0.014615 * Math.cos(2 * g) -
      0.040849 * Math.sin(2 * g));
  const hourAngle = (hourUtc * 15 + longitude - 180 + minutes / 4) * RADIANS;
  const phi = latitude * RADIANS;
  const up =
    Math.sin(phi) * Math.sin(declination) + Math.cos(phi) * Math.cos(declination) * Math.cos(hourAngle);
  const east = -Math.cos(declination) * Math.sin(hourAngle);
  const north =
    Math.cos(phi) * Math.sin(declination) - Math.sin(phi) * Math.cos(declination) * Math.cos(hourAngle);
  const azimuth = Math.atan2(east, north) / RADIANS;
  return {
    elevation: Math.asin(up) / RADIANS,
    azimuth: azimuth < 0 ? azimuth + 360 : azimuth,
    distance: 1 - 0.01672 * Math.cos(0.9856 * (dayOfYear - 4) * RADIANS),
  };
}
