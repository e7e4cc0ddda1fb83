import type { ReactNode } from 'react';
import { useViewer, viewerMay } from '../graphql/viewer.js';
import { DelayedSkeleton } from '../ui/DelayedSkeleton.js';
import { Page } from '../ui/Page.js';
import { PageHeading } from '../ui/PageHeading.js';
import { NotForYou } from './NotForYou.js';
import { SignInFirst } from './SignInFirst.js';

type Props = { may: string; title: string; lead: string; crumbs?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A page behind *Beheer*: only for who may do `may` of the policy. */
export function ManagePage({ may, title, lead, crumbs, actions, children }: Props) {
  const { viewer, loading } = useViewer();
  const allowed = viewerMay(viewer, may);
  return (
    <Page>
      {crumbs}
      <PageHeading title={title} lead={allowed ? lead : null} actions={allowed ? actions : null} />
      {loading ? <DelayedSkeleton count={4} height={80} /> : null}
      {loading || viewer ? null : <SignInFirst />}
      {viewer && !allowed ? <NotForYou /> : null}
      {allowed ? children : null}
    </Page>
  );
}
