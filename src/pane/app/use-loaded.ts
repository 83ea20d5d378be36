import { useEffect, useRef, useState } from 'react';

/** A part of the pane that is loaded when it is first wanted; undefined until it is there. A failure is told, and tried again at the next wish. */
export function useLoaded<T>(load: () => Promise<T>, wanted: boolean, failed: (error: unknown) => void): T | undefined {
  const [loaded, setLoaded] = useState<{ readonly part: T }>();
  const loading = useRef(false);
  useEffect(() => {
    if (!wanted || loaded || loading.current) return;
    loading.current = true;
    load()
      .then((part) => setLoaded({ part }), failed)
      .finally(() => (loading.current = false));
  }, [failed, load, loaded, wanted]);
  return loaded?.part;
}
