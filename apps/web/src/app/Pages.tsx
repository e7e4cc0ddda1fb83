import { Component, Suspense, type ReactNode } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { ErrorPage } from './ErrorPage.js';
import { pageRoutes } from './routes.js';
import styles from './Pages.module.css';

/** The page of the address. One that breaks leaves the header and the way out in place. */
export function Pages() {
  const { pathname } = useLocation();
  return (
    <PageGuard at={pathname}>
      <Suspense fallback={<div className={styles.waiting} aria-busy="true" />}>
        <Routes>
          {pageRoutes.map(({ path, Page }) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
        </Routes>
      </Suspense>
    </PageGuard>
  );
}

type GuardProps = { at: string; children: ReactNode };
type GuardState = { at: string; broken: boolean };

class PageGuard extends Component<GuardProps, GuardState> {
  override state: GuardState = { at: this.props.at, broken: false };

  static getDerivedStateFromError(): Partial<GuardState> {
    return { broken: true };
  }

  /** Another address is another chance. */
  static getDerivedStateFromProps(props: GuardProps, state: GuardState): GuardState | null {
    return props.at === state.at ? null : { at: props.at, broken: false };
  }

  override render() {
    return this.state.broken ? <ErrorPage /> : this.props.children;
  }
}
