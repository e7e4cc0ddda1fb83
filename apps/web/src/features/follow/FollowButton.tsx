import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FollowKind } from '../../graphql/generated/graphql.js';
import { useSitesOf } from '../../graphql/own-sites.js';
import type { Viewer } from '../../graphql/viewer.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { SelectField } from '../../ui/SelectField.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { FOLLOWS } from './follow.graphql.js';
import styles from './follow.module.css';
import { useFollow } from './useFollow.js';

const USUAL_KM = '15';

type Props = { viewer: Viewer; kind: FollowKind; subjectId: string; name: string };

/** Follows a kit or a model near a site of one's choice, or stops. */
export function FollowButton({ viewer, kind, subjectId, name }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const { data } = useQuery(FOLLOWS);
  const own = useSitesOf(viewer.organisation.id);
  const everywhere = useSitesOf(null);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [km, setKm] = useState(USUAL_KM);
  const { busy, refusal, failed, follow, end } = useFollow();
  if (!data || !own || !everywhere) return null;
  const followed = data.follows.find((each) => each.kind === kind && each.subjectId === subjectId);
  // Who has no site of one's own may choose any.
  const sites = own.length > 0 ? own : everywhere;
  const usual = sites.find(({ code }) => code === viewer.bookingDefaults.site?.code) ?? sites[0];
  const siteId = chosen ?? usual?.id ?? '';
  const distance = /^\d{1,3}$/.test(km) ? Number(km) : 0;

  async function start() {
    if (!(await follow({ kind, subjectId, siteId, km: distance }))) return;
    setOpen(false);
    toast({ text: t('follow.started', { name }) });
  }
  async function stop() {
    if (followed && (await end(followed.id))) toast({ text: t('follow.ended', { name }) });
  }

  return (
    <div className={styles.follow}>
      {followed ? (
        <>
          <p>
            <Icon name="check" size={18} /> {t('follow.following', { km: followed.km, site: followed.site.name })}
          </p>
          <div className={styles.buttons}>
            <Button variant="default" disabled={busy} onClick={() => void stop()}>
              {t('follow.stop')}
              <span className="visually-hidden"> {name}</span>
            </Button>
            <Link to="/volgen">{t('follow.all')}</Link>
          </div>
        </>
      ) : (
        <Button variant="default" fullWidth leftSection={<Icon name="mail" />} onClick={() => setOpen(true)}>
          {t(kind === 'UNIT' ? 'follow.unit' : 'follow.model')}
        </Button>
      )}
      {failed && !open ? <ErrorState error={failed} /> : null}
      <ConfirmDialog
        open={open}
        title={t('follow.title', { name })}
        confirmLabel={t('follow.do')}
        disabled={!siteId || distance < 1 || distance > 100}
        onConfirm={start}
        onClose={() => setOpen(false)}
      >
        <div className={styles.dialog}>
          <p>{t('follow.how')}</p>
          <SelectField label={t('follow.site')} value={siteId} onChange={setChosen}>
            {sites.map((site) => (
              <option key={site.id} value={site.id}>
                {site.name}, {site.town}
              </option>
            ))}
          </SelectField>
          <TextInput
            label={t('follow.km')}
            value={km}
            inputMode="numeric"
            maxLength={3}
            onChange={(event) => setKm(event.currentTarget.value)}
          />
          {refusal ? <RefusalView refusal={refusal} /> : null}
          {failed ? <ErrorState error={failed} /> : null}
        </div>
      </ConfirmDialog>
    </div>
  );
}
