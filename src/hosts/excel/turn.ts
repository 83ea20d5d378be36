/** Everybody else's turn. By a message: a browser makes timers wait four milliseconds, once a few of them follow one another. */
export function aTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
