import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { type Followed, FOLLOWS } from './follow.graphql.js';
import styles from './follow.module.css';
import { useFollow } from './useFollow.js';

/** What the viewer follows; each can be switched off, and that undone. */
export function FollowList() {
  const { t } = useTranslation();
  const text = useText();
  const toast = useToast();
  const { data, error, refetch } = useQuery(FOLLOWS, { fetchPolicy: 'cache-and-network' });
  const { busy, refusal, failed, follow, end } = useFollow();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={88} />;

  async function stop({ id, kind, subjectId, site, km, ...rest }: Followed) {
    if (!(await end(id))) return;
    const undo = () => void follow({ kind, subjectId, siteId: site.id, km });
    toast({ text: t('follow.ended', { name: text(rest.model.name) }), undo });
  }

  return (
    <div className={styles.whole}>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {data.follows.length === 0 ? (
        <EmptyState van text={t('follow.none')} action={<LinkButton to="/kits">{t('follow.toKits')}</LinkButton>} />
      ) : (
        <ul className={styles.list}>
          {data.follows.map((each) => {
            const name = text(each.model.name);
            const to = each.unit ? `/toestel/${encodeURIComponent(each.unit.code)}` : `/kits/${each.model.code}`;
            return (
              <li key={each.id}>
                <KitDrawing name={each.model.drawing} size={64} />
                <div>
                  <h2>
                    <Link to={to}>{name}</Link> <span className={styles.code}>{each.unit?.code ?? t('follow.wholeModel')}</span>
                  </h2>
                  <p>{t('follow.near', { km: each.km, site: `${each.site.name}, ${each.site.town}` })}</p>
                </div>
                <Button variant="default" disabled={busy} onClick={() => void stop(each)}>
                  {t('follow.stop')}
                  <span className="visually-hidden">
                    {' '}
                    {name} {each.unit?.code}
                  </span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
