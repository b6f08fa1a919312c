import { isKnownCrs, transformer } from '@aftermine/science/site';
import { useEffect, useState } from 'react';
import { useTexts } from '../app/language.ts';
import classes from './map-panel.module.css';
import type { SiteMap } from './site-map.ts';

const STEP = 1e-4;

/** Degrees clockwise from straight up to true north at a place of the map. */
export function northAngle(code: string, x: number, y: number): number {
  if (!isKnownCrs(code)) return 0;
  const [longitude, latitude] = transformer(code, 'EPSG:4326')(x, y);
  const [nx, ny] = transformer('EPSG:4326', code)(longitude, latitude + STEP);
  const angle = (Math.atan2(nx - x, ny - y) * 180) / Math.PI;
  return Number.isFinite(angle) ? angle : 0;
}

/** True north at the middle of the map. */
export function NorthArrow({ site, code }: { readonly site: SiteMap; readonly code: string }) {
  const { t } = useTexts();
  const [angle, setAngle] = useState(0);
  useEffect(() => {
    const tell = (): void => {
      const centre = site.map.getView().getCenter();
      if (centre !== undefined) setAngle(Number(northAngle(code, centre[0]!, centre[1]!).toFixed(1)));
    };
    tell();
    return site.onMove(tell);
  }, [site, code]);
  return (
    <svg
      className={classes.north}
      viewBox="0 0 24 34"
      width={24}
      height={34}
      role="img"
      aria-label={t('map.north')}
    >
      <g transform={`rotate(${angle} 12 19)`}>
        <path d="M12 8 L18 30 L12 25 L6 30 Z" fill="#1c211f" stroke="#fff" strokeWidth={1} />
        <text x={12} y={7.5} textAnchor="middle" fontSize={9} fontWeight={700} fill="#1c211f">
          N
        </text>
      </g>
    </svg>
  );
}
