import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import type { Viewer } from '../../graphql/viewer.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ExportButton } from '../../ui/export/ExportButton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { ERASE_ME } from './privacy.graphql.js';
import styles from './privacy.module.css';

/** Takes one's own data along, or has oneself forgotten. */
export function MyData({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [erase] = useMutation(ERASE_ME);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);

  async function forget() {
    setRefusal(null);
    setFailed(null);
    try {
      const { data } = await erase({ variables: { email: typed } });
      const result = data!.eraseMe;
      if (result.__typename === 'Refusal') return setRefusal(result as RefusalParts);
      setOpen(false);
      toast({ text: t('privacy.erase.done') });
      await navigate('/');
      await client.resetStore();
    } catch (thrown) {
      setFailed(thrown);
    }
    return undefined;
  }

  return (
    <section className={styles.mine} aria-labelledby="my-data">
      <h2 id="my-data" className={styles.heading}>
        {t('privacy.mine.title')}
      </h2>
      <div className={styles.row}>
        <p>{t('privacy.mine.export')}</p>
        <ExportButton list="mijn-gegevens" formats={['pdf', 'json']} label={t('privacy.mine.take')} />
      </div>
      <div className={styles.row}>
        <p>{t('privacy.mine.erase')}</p>
        <Button
          color="red"
          variant="default"
          onClick={() => {
            setTyped('');
            setRefusal(null);
            setFailed(null);
            setOpen(true);
          }}
        >
          {t('privacy.erase.me')}
        </Button>
      </div>
      <ConfirmDialog
        open={open}
        danger
        title={t('privacy.erase.title')}
        confirmLabel={t('privacy.erase.confirm')}
        disabled={typed.trim().toLowerCase() !== viewer.email.toLowerCase()}
        onConfirm={forget}
        onClose={() => setOpen(false)}
      >
        <p>{t('privacy.erase.explain')}</p>
        {refusal ? <RefusalView refusal={refusal} /> : null}
        {failed ? <ErrorState error={failed} /> : null}
        <TextInput
          label={t('privacy.erase.type', { email: viewer.email })}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </section>
  );
}
