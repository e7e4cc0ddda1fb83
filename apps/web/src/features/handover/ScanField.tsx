import { Button } from '@mantine/core';
import { lazy, Suspense, useId, useState } from 'react';
import { Icon } from '../../ui/icons.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import styles from './handover.module.css';

const Camera = lazy(() => import('./Camera.js'));

export interface ScanAnswer {
  readonly good: boolean;
  readonly text: string;
}

/** One field for a typed code and for a hand scanner, which types and presses Enter; and the camera beside it. */
export function ScanField({ onCode, answer }: { onCode: (text: string) => void; answer: ScanAnswer | null }) {
  const { t } = useTranslation();
  const id = useId();
  const [code, setCode] = useState('');
  const [camera, setCamera] = useState(false);
  return (
    <section className={styles.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('handover.scan.title')}</h2>
      <form
        className={styles.scan}
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim()) onCode(code);
          setCode('');
        }}
      >
        <label htmlFor={id}>{t('handover.scan.label')}</label>
        <div>
          <input
            id={id}
            value={code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="done"
            onChange={(event) => setCode(event.target.value)}
          />
          <Button type="submit" variant="default">
            {t('handover.scan.do')}
          </Button>
        </div>
      </form>
      <Button variant="light" aria-expanded={camera} onClick={() => setCamera(!camera)}>
        {t(camera ? 'handover.camera.close' : 'handover.camera.open')}
      </Button>
      {camera ? (
        <Suspense fallback={<p>{t('ui.loading')}</p>}>
          <Camera onCode={onCode} />
        </Suspense>
      ) : null}
      <p role="status" className={styles.answer} data-good={answer?.good}>
        {answer ? (
          <>
            <Icon name={answer.good ? 'check' : 'warning'} /> {answer.text}
          </>
        ) : null}
      </p>
    </section>
  );
}
