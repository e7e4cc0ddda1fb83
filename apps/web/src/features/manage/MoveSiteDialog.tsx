import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { Dialog } from '../../ui/Dialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import type { Point } from '../../ui/map/map-types.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { BOX, parseCoordinate, parsePair } from './coordinates.js';
import type { ManagedSite } from './manage.graphql.js';
import styles from './SitesManager.module.css';

type Props = {
  site: ManagedSite | null;
  busy: boolean;
  refusal: RefusalParts | null;
  failed: unknown;
  onClose: () => void;
  onSave: (site: ManagedSite, to: Point) => Promise<void>;
};

/** The same without dragging: both coordinates typed, or a pair pasted into the first. */
export function MoveSiteDialog({ site, busy, refusal, failed, onClose, onSave }: Props) {
  const { t } = useTranslation();
  const [latitude, setLatitude] = useState(site ? String(site.latitude) : '');
  const [longitude, setLongitude] = useState(site ? String(site.longitude) : '');
  const [wrong, setWrong] = useState<{ latitude?: string; longitude?: string }>({});

  async function save(event: FormEvent) {
    event.preventDefault();
    const to = { latitude: parseCoordinate(latitude, 'latitude'), longitude: parseCoordinate(longitude, 'longitude') };
    setWrong({
      ...(to.latitude === null ? { latitude: t('manage.sites.wrong', { least: BOX.south, most: BOX.north }) } : {}),
      ...(to.longitude === null ? { longitude: t('manage.sites.wrong', { least: BOX.west, most: BOX.east }) } : {}),
    });
    if (site && to.latitude !== null && to.longitude !== null)
      await onSave(site, { latitude: to.latitude, longitude: to.longitude });
  }

  return (
    <Dialog open={site !== null} title={site?.name ?? ''} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        <p>{t('manage.sites.typeHelp')}</p>
        <TextInput
          label={t('manage.sites.latitude')}
          inputMode="decimal"
          value={latitude}
          error={wrong.latitude}
          onChange={(event) => {
            const pair = parsePair(event.currentTarget.value);
            setLatitude(pair?.latitude ?? event.currentTarget.value);
            if (pair) setLongitude(pair.longitude);
          }}
        />
        <TextInput
          label={t('manage.sites.longitude')}
          inputMode="decimal"
          value={longitude}
          error={wrong.longitude}
          onChange={(event) => setLongitude(event.currentTarget.value)}
        />
        {refusal ? <RefusalView refusal={refusal} /> : null}
        {failed ? <ErrorState error={failed} /> : null}
        <Button type="submit" disabled={busy}>
          {busy ? t('manage.busy') : t('manage.sites.save')}
        </Button>
      </form>
    </Dialog>
  );
}
