import { Checkbox, Field, Flex, TextInput, Typography, useComposedRefs } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { type InputProps, useFocusInputField } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { text } from '../texts';
import { SlugNote } from './SlugNote';
import { slugMessage } from './slug-message';
import { useSlug } from './useSlug';

type Props = InputProps & { labelAction?: React.ReactNode };

/** The slug on the edit view: what it is or will be, whether it is free, and whether it follows the headline. */
const SlugInput = React.forwardRef<HTMLInputElement, Props>(
  ({ name, label, hint, required, disabled = false, labelAction, placeholder }, ref) => {
    const { formatMessage } = useIntl();
    const slug = useSlug(name);
    const { source } = slug;
    const input = React.useRef<HTMLInputElement>(null);
    const refs = useComposedRefs(ref, input, useFocusInputField<HTMLInputElement>(name));
    const take = (next: string) => {
      slug.type(next);
      input.current?.focus();
    };

    return (
      <Field.Root name={name} id={name} error={slug.error} hint={hint} required={required}>
        <Flex justifyContent="space-between" gap={2}>
          <Field.Label action={labelAction}>{label}</Field.Label>
          {slug.mayFollow && (
            <Checkbox
              checked={slug.situation.follows}
              disabled={disabled}
              onCheckedChange={(next) => slug.setFollows(next === true)}
            >
              <Typography variant="pi">{formatMessage(text('field.follow'), { source })}</Typography>
            </Checkbox>
          )}
        </Flex>
        <TextInput
          ref={refs}
          type="text"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          placeholder={placeholder}
          value={slug.shown}
          onChange={(event) => slug.type(event.target.value)}
          endAction={
            slug.isKnown &&
            !slug.situation.follows &&
            !disabled && (
              <Field.Action
                label={formatMessage(text('field.regenerate'), { source })}
                onClick={() => slug.regenerate()}
              >
                <ArrowClockwise fill="neutral500" />
              </Field.Action>
            )
          }
        />
        {slug.isKnown && (
          <SlugNote message={slugMessage(slug.situation)} source={source} disabled={disabled} onTake={take} />
        )}
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
SlugInput.displayName = 'SlugInput';

export default SlugInput;
