import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { type ChangeEvent, useState } from 'react';
import { refusalOf } from '../access/refusal';
import { useTexts } from '../texts';
import { FieldGrid } from './SettingsSection';
import { useWebhooksApi } from './webhooks.api';

const EMPTY = { name: '', url: '', header: 'X-Purge-Secret', secret: '' };
const FIELDS = ['name', 'url', 'header', 'secret'] as const;

/** Makes a webhook for our event, which Strapi's own form cannot: its list of events is fixed. */
export function AddCache({ onAdded }: { onAdded(): void }) {
  const texts = useTexts();
  const api = useWebhooksApi();
  const { toggleNotification } = useNotification();
  const [fields, setFields] = useState(EMPTY);
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { name, url, header, secret } = fields;
  const isWhole = Boolean(name.trim() && url.trim() && (!secret || header.trim()));

  async function add(): Promise<void> {
    setIsSaving(true);
    setProblem(null);
    try {
      const headers = secret ? { [header.trim()]: secret } : {};
      await api.add({ name: name.trim(), url: url.trim(), headers });
      setFields(EMPTY);
      toggleNotification({ type: 'success', message: texts('settings.told.added') });
      onAdded();
    } catch (error) {
      setProblem(refusalOf(error)?.message || texts('settings.unreachable'));
    }
    setIsSaving(false);
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {texts('settings.told.add')}
      </Typography>
      <FieldGrid>
        {FIELDS.map((field) => (
          <Field.Root key={field} name={`told.${field}`} hint={texts(`settings.told.${field}.hint`)}>
            <Field.Label>{texts(`settings.told.${field}`)}</Field.Label>
            <TextInput
              type={field === 'secret' ? 'password' : 'text'}
              autoComplete="off"
              value={fields[field]}
              onChange={(event: ChangeEvent<HTMLInputElement>) => setFields({ ...fields, [field]: event.target.value })}
            />
            <Field.Hint />
          </Field.Root>
        ))}
      </FieldGrid>
      {problem && (
        <Typography role="alert" textColor="danger600">
          {problem}
        </Typography>
      )}
      <Flex>
        <Button
          variant="secondary"
          startIcon={<Plus />}
          loading={isSaving}
          disabled={!isWhole}
          onClick={() => void add()}
        >
          {texts('settings.told.add.button')}
        </Button>
      </Flex>
    </Flex>
  );
}
