import { Button } from '@mantine/core';
import { useEffect, useId, useMemo, useState } from 'react';
import { Icon } from '../../ui/icons.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import styles from './handover.module.css';
import { shrinkPhoto } from './shrink-photo.js';
import type { KeptPhoto } from './store.js';

const MOST = 10;

/** Photos of what passes; they wait on the device with the rest. */
export function Photos({ photos, onChange }: { photos: readonly KeptPhoto[]; onChange: (photos: KeptPhoto[]) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [failed, setFailed] = useState(false);
  const urls = useMemo(() => photos.map((photo) => URL.createObjectURL(photo.blob)), [photos]);
  useEffect(() => () => urls.forEach((url) => URL.revokeObjectURL(url)), [urls]);

  async function add(files: FileList | null) {
    setFailed(false);
    try {
      const more = [...(files ?? [])].slice(0, MOST - photos.length);
      const made = await Promise.all(
        more.map(async (file) => ({ id: crypto.randomUUID(), name: file.name || 'foto.jpg', blob: await shrinkPhoto(file) })),
      );
      onChange([...photos, ...made]);
    } catch {
      setFailed(true);
    }
  }

  return (
    <section className={styles.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('handover.photos.title')}</h2>
      {photos.length > 0 ? (
        <ul className={styles.photos}>
          {photos.map((photo, at) => (
            <li key={photo.id}>
              <img src={urls[at]} alt={t('handover.photos.one', { n: at + 1 })} />
              <Button
                size="sm"
                variant="default"
                leftSection={<Icon name="trash" size={16} />}
                onClick={() => onChange(photos.filter((each) => each.id !== photo.id))}
              >
                {t('handover.photos.remove')}
                <span className="visually-hidden"> {t('handover.photos.one', { n: at + 1 })}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {photos.length < MOST ? (
        <div className={styles.file}>
          <label htmlFor={id}>
            <Icon name="plus" /> {t('handover.photos.add')}
          </label>
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            onChange={(event) => {
              const input = event.target;
              void add(input.files).then(() => {
                input.value = '';
              });
            }}
          />
        </div>
      ) : null}
      {failed ? <p role="alert">{t('handover.photos.failed')}</p> : null}
    </section>
  );
}
