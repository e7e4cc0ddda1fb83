import { useEffect, useRef, type RefObject } from 'react';
import { useLocation, useNavigationType, NavigationType } from 'react-router';

/** After a change of page the focus goes to its heading, so that a screen reader says where one is. */
export function useFocusOnNavigation(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const before = useRef<string>(undefined);
  const { pathname } = useLocation();
  const how = useNavigationType();
  useEffect(() => {
    const first = before.current === undefined;
    const moved = before.current !== pathname;
    before.current = pathname;
    if (first || !moved) return;
    // Going back, the browser restores where one was.
    if (how !== NavigationType.Pop) window.scrollTo(0, 0);
    const heading = main.current?.querySelector('h1');
    if (heading) heading.tabIndex = -1;
    (heading ?? main.current)?.focus({ preventScroll: true });
  }, [pathname, how]);
  return main;
}
