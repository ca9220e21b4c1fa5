import { type RefObject, useEffect, useState } from 'react';

/** Whether something has come near enough to be seen: what nobody scrolls to is not asked for. */
export function useSeen(target: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!target.current || seen) return;
    const watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '300px' },
    );
    watch.observe(target.current);
    return () => watch.disconnect();
  }, [target, seen]);
  return seen;
}
