import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { AgendaKind } from '../../graphql/generated/graphql.js';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import type { Viewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { AGENDA_LINKS, AGENDA_SITES, AGENDA_UNIT, END_AGENDA_LINK, FOLLOW_AGENDA, type AgendaLink } from './agenda.graphql.js';
import styles from './agenda.module.css';
import { NewLink } from './NewLink.js';

type Props = { viewer: Viewer; unitCode: string | null };

/** The viewer's secret calendar links: make one, renew it, end it. */
export function AgendaLinks({ viewer, unitCode }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const pick = useId();
  const { data, error, refetch } = useQuery(AGENDA_LINKS, { fetchPolicy: 'cache-and-network' });
  const { data: places } = useQuery(AGENDA_SITES);
  const { data: asked } = useQuery(AGENDA_UNIT, { variables: { code: unitCode ?? '' }, skip: !unitCode });
  const [follow, { loading: making }] = useMutation(FOLLOW_AGENDA, { refetchQueries: [AGENDA_LINKS] });
  const [end, { loading: ending }] = useMutation(END_AGENDA_LINK, { refetchQueries: [AGENDA_LINKS] });
  const [url, setUrl] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [siteId, setSiteId] = useState('');
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={72} />;

  const busy = making || ending;
  const sites = (places?.sites.edges ?? [])
    .map(({ node }) => node)
    .filter(({ organisation }) => viewer.role !== 'COORDINATOR' || organisation?.id === viewer.organisation.id);
  const unit = asked?.equipmentUnit ?? null;
  const has = (kind: AgendaKind, id: string) => data.agendaLinks.some((link) => link.kind === kind && link.subjectId === id);

  async function make(kind: AgendaKind, subjectId: string | null) {
    setRefusal(null);
    setFailed(null);
    setUrl(null);
    try {
      const { data: made } = await follow({ variables: { kind, subjectId } });
      const result = made!.followAgenda;
      if (result.__typename === 'NewAgendaLink') setUrl(result.url);
      else setRefusal(result as RefusalParts);
    } catch (thrown) {
      setFailed(thrown);
    }
  }

  async function stop(link: AgendaLink) {
    setFailed(null);
    try {
      await end({ variables: { id: link.id } });
      setUrl(null);
      toast({ text: t('agenda.ended') });
    } catch (thrown) {
      setFailed(thrown);
    }
  }

  const nameOf = (link: AgendaLink) =>
    link.kind === 'SITE'
      ? `${link.site?.name ?? ''}, ${link.site?.town ?? ''}`
      : link.kind === 'UNIT'
        ? `${link.unit ? text(link.unit.model.name) : ''} ${link.unit?.code ?? ''}`
        : t('agenda.mine');

  return (
    <div className={styles.whole}>
      {failed ? <ErrorState error={failed} /> : null}
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {url ? <NewLink url={url} /> : null}
      {data.agendaLinks.length > 0 ? (
        <ul className={styles.links}>
          {data.agendaLinks.map((link) => (
            <li key={link.id}>
              <div>
                <h2>{nameOf(link)}</h2>
                <p>
                  {link.lastUsedAt
                    ? t('agenda.lastUsed', { at: format.instant(link.lastUsedAt) })
                    : t('agenda.neverUsed', { at: format.instant(link.createdAt) })}
                </p>
              </div>
              <div className={styles.buttons}>
                <Button
                  variant="default"
                  disabled={busy}
                  onClick={() => void make(link.kind, link.kind === 'PERSON' ? null : link.subjectId)}
                >
                  {t('agenda.renew')}
                  <span className="visually-hidden"> {nameOf(link)}</span>
                </Button>
                <Button variant="default" color="red" disabled={busy} onClick={() => void stop(link)}>
                  {t('agenda.end')}
                  <span className="visually-hidden"> {nameOf(link)}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      <section className={styles.make} aria-labelledby={`${pick}-title`}>
        <h2 id={`${pick}-title`}>{t('agenda.make.title')}</h2>
        {has('PERSON', viewer.id) ? null : (
          <Button disabled={busy} onClick={() => void make('PERSON', null)}>
            {t('agenda.make.mine')}
          </Button>
        )}
        {unit && !has('UNIT', unit.id) ? (
          <Button disabled={busy} onClick={() => void make('UNIT', unit.id)}>
            {t('agenda.make.unit', { name: `${text(unit.model.name)} ${unit.code}` })}
          </Button>
        ) : null}
        {sites.length > 0 ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (siteId) void make('SITE', siteId);
            }}
          >
            <label htmlFor={pick}>{t('agenda.make.site')}</label>
            <div className={styles.pick}>
              <select id={pick} value={siteId} onChange={(event) => setSiteId(event.target.value)}>
                <option value="">{t('agenda.make.choose')}</option>
                {sites.map((site) => (
                  <option key={site.id} value={site.id}>
                    {site.name}, {site.town}
                  </option>
                ))}
              </select>
              <Button type="submit" variant="default" disabled={busy || !siteId}>
                {t('agenda.make.do')}
              </Button>
            </div>
          </form>
        ) : null}
      </section>
    </div>
  );
}
