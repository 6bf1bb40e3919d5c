import { Checkbox, Combobox, ComboboxOption, DatePicker, Field, Flex, TimePicker } from '@strapi/design-system';
import { useMemo, useState } from 'react';
import { useTexts } from '../../texts';
import type { Embargo } from './useHold';

interface Props {
  embargo: Embargo;
  onChange(embargo: Embargo): void;
}

/** The zones that there are, those that a desk mostly means first. */
function zonesFor(first: string): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([first, own, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}

const readable = (zone: string) => zone.replaceAll('_', ' ');

/** When an embargo ends, by which clocks, and what happens then. */
export const EmbargoFields = ({ embargo, onChange }: Props) => {
  const texts = useTexts();
  const { day, time, zone, thenPublish } = embargo;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the zone that is chosen does not move to the top
  const zones = useMemo(() => zonesFor(zone), []);
  const [zoneText, setZoneText] = useState(readable(zone));
  const set = (change: Partial<Embargo>) => onChange({ ...embargo, ...change });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} alignItems="flex-start" wrap="wrap">
        <Field.Root name="embargo-day" required>
          <Field.Label>{texts('story.embargo.day')}</Field.Label>
          <DatePicker
            value={day}
            minDate={new Date()}
            onChange={(date: Date | undefined) => set({ day: date })}
            onClear={() => set({ day: undefined })}
            clearLabel={texts('story.clear')}
          />
        </Field.Root>
        <Field.Root name="embargo-time" required>
          <Field.Label>{texts('story.embargo.time')}</Field.Label>
          <TimePicker
            value={time}
            step={30}
            onChange={(value: string | undefined) => set({ time: value ?? '' })}
            onClear={() => set({ time: '' })}
            clearLabel={texts('story.clear')}
          />
        </Field.Root>
        <Field.Root name="embargo-zone" required width="26rem">
          <Field.Label>{texts('story.embargo.zone')}</Field.Label>
          <Combobox
            autocomplete={{ type: 'list', filter: 'contains' }}
            value={zone}
            textValue={zoneText}
            onTextValueChange={(text?: string) => setZoneText(text ?? '')}
            onChange={(value?: string) => value && set({ zone: value })}
            // A name that is none of the zones' gives way to the one that is chosen.
            onBlur={() => setZoneText(readable(zone))}
          >
            {zones.map((one) => (
              <ComboboxOption key={one} value={one}>
                {readable(one)}
              </ComboboxOption>
            ))}
          </Combobox>
        </Field.Root>
      </Flex>
      <Checkbox checked={thenPublish} onCheckedChange={(checked) => set({ thenPublish: checked === true })}>
        {texts('story.embargo.thenPublish')}
      </Checkbox>
    </Flex>
  );
};
