import { Box, Typography } from '@strapi/design-system';
import type { CSSProperties } from 'react';
import { useIntl } from 'react-intl';
import { BOUNDS, DELIVERY_ROUTES } from '../../../shared/src/settings.contract';
import { useTexts } from '../texts';
import { NumberSetting } from './NumberSetting';
import { SettingsSection } from './SettingsSection';
import type { SettingsState } from './useSettings';

const TIMES = ['maxAge', 'sharedMaxAge', 'staleWhileRevalidate'] as const;
/** As the header names them, which those who set up caches look for. */
const DIRECTIVES = { maxAge: 'max-age', sharedMaxAge: 's-maxage', staleWhileRevalidate: 'stale-while-revalidate' };
const CELL: CSSProperties = { padding: '8px 16px 8px 0', verticalAlign: 'top', textAlign: 'start' };
/** Beside the first line of the row's fields. */
const ROW_HEAD: CSSProperties = { ...CELL, paddingTop: '18px', whiteSpace: 'nowrap' };

/** How long each kind of answer may be kept by browsers and by caches in front. */
export function CacheSettings({ state }: { state: SettingsState }) {
  const texts = useTexts();
  const { formatNumber } = useIntl();
  if (!state.answer) return null;
  return (
    <SettingsSection title={texts('settings.caches')} subtitle={texts('settings.caches.hint')}>
      <Box style={{ overflowX: 'auto' }}>
        <table style={{ width: '100%', minWidth: '640px' }}>
          <thead>
            <tr>
              <th scope="col" style={CELL}>
                <Typography variant="sigma" textColor="neutral600">
                  {texts('settings.caches.route')}
                </Typography>
              </th>
              {TIMES.map((time) => (
                <th key={time} scope="col" style={CELL}>
                  <Typography variant="sigma" textColor="neutral600" tag="div">
                    {texts(`settings.caches.${time}`)}
                  </Typography>
                  <Typography variant="pi" textColor="neutral600" tag="div">
                    {texts('settings.caches.range', {
                      directive: DIRECTIVES[time],
                      max: formatNumber(BOUNDS[time].max),
                    })}
                  </Typography>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DELIVERY_ROUTES.map((route) => (
              <tr key={route}>
                <th scope="row" style={ROW_HEAD}>
                  <Typography fontWeight="semiBold">{texts(`settings.caches.${route}`)}</Typography>
                </th>
                {TIMES.map((time) => (
                  <td key={time} style={CELL}>
                    <NumberSetting
                      path={`delivery.${route}.${time}`}
                      label={texts('settings.caches.field', {
                        route: texts(`settings.caches.${route}`),
                        time: texts(`settings.caches.${time}`),
                      })}
                      inTable
                      state={state}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </SettingsSection>
  );
}
