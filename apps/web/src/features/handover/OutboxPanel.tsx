import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { Icon } from '../../ui/icons.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './handover.module.css';
import { decide } from './outbox.js';
import type { Waiting } from './store.js';
import { useOutbox } from './useOutbox.js';

/** What waits on this device, always in sight; and a refusal with its choices. Without a person: only that something waits. */
export function OutboxPanel({ viewerId }: { viewerId: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { waiting, sending, told, send } = useOutbox(viewerId ?? undefined);
  const [dropping, setDropping] = useState<Waiting | null>(null);
  const mine = waiting.filter((each) => each.personId === viewerId);
  const open = mine.filter((each) => !each.refused);
  const refused = mine.filter((each) => each.refused);
  const others = waiting.filter((each) => each.personId !== viewerId);
  const answer = (each: Waiting, choice: 'again' | 'second' | 'drop') => void decide(each, choice).then(send);

  if (viewerId === null && waiting.length === 0) return null;
  return (
    <section className={styles.outbox} aria-label={t('handover.outbox.title')} data-waiting={waiting.length}>
      {viewerId === null ? null : (
        <p role="status" className={styles.outboxHead}>
          <Icon name={open.length > 0 ? 'clock' : 'check'} />
          <strong>{open.length > 0 ? t('handover.outbox.waiting', { count: open.length }) : t('handover.outbox.empty')}</strong>
          {sending === 'sending' ? <span>{t('handover.outbox.sending')}</span> : null}
          {open.length > 0 && sending === 'offline' ? <span>{t('handover.outbox.offline')}</span> : null}
          {open.length > 0 && sending === 'failed' ? <span>{t('handover.outbox.failed')}</span> : null}
          {open.length > 0 && sending === 'signedOut' ? (
            <span>
              {t('handover.outbox.signedOut')}{' '}
              <Link to="/aanmelden" state={{ back: '/overdracht' }}>
                {t('handover.outbox.signIn')}
              </Link>
            </span>
          ) : null}
        </p>
      )}
      {open.length > 0 ? (
        <>
          <ul className={styles.waiting}>
            {open.map((each) => (
              <li key={each.key}>
                {each.number}, {t(`handover.moment.${each.input.moment}`)}, {format.instant(each.input.happenedAt)}
              </li>
            ))}
          </ul>
          <Button variant="default" disabled={sending === 'sending'} onClick={send}>
            {t('handover.outbox.send')}
          </Button>
        </>
      ) : null}
      {told && told.affected.length > 0 ? (
        <div className={styles.note}>
          <p>{t('handover.affected.title', { number: told.number })}</p>
          <ul>
            {told.affected.map((each) => (
              <li key={`${each.number} ${each.unitCode}`}>
                {each.number}: {each.unitCode}, {format.day(each.firstDay)}, {each.siteName}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {refused.map((each) => (
        <article key={each.key} className={styles.conflict} aria-label={t('handover.conflict.title', { number: each.number })}>
          <h3>{t('handover.conflict.title', { number: each.number })}</h3>
          <p>
            {t(`handover.moment.${each.input.moment}`)}, {format.instant(each.input.happenedAt)}. {t('handover.conflict.text')}
          </p>
          <RefusalView refusal={each.refused!} title={t('handover.conflict.why')} />
          <div className={styles.choices}>
            <Button onClick={() => answer(each, 'second')}>{t('handover.conflict.second')}</Button>
            <Button variant="default" onClick={() => answer(each, 'again')}>
              {t('handover.conflict.again')}
            </Button>
            <Button variant="default" color="red" onClick={() => setDropping(each)}>
              {t('handover.conflict.drop')}
            </Button>
          </div>
        </article>
      ))}
      {others.length > 0 ? (
        <p className={styles.note}>
          {t('handover.outbox.others', {
            names: [...new Set(others.map((each) => each.personName))].join(', '),
            count: others.length,
          })}
        </p>
      ) : null}
      <ConfirmDialog
        open={dropping !== null}
        title={t('handover.conflict.dropTitle')}
        confirmLabel={t('handover.conflict.drop')}
        danger
        onClose={() => setDropping(null)}
        onConfirm={async () => {
          if (dropping) answer(dropping, 'drop');
          setDropping(null);
        }}
      >
        <p>{t('handover.conflict.dropText')}</p>
      </ConfirmDialog>
    </section>
  );
}
