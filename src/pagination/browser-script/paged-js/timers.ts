// Time inside the page: what Paged.js must not wait for, and what must not happen behind its back.

/**
 * Animation frames stop in a tab that nobody sees, and cost 16 ms each where they come: a message does the
 * same at once. The resize observer lays pages out again whenever it likes: without it, layout is the same
 * each time.
 */
export function settleTime(): void {
  const channel = new MessageChannel();
  const waiting: FrameRequestCallback[] = [];
  channel.port1.onmessage = () => {
    waiting.shift()?.(performance.now());
  };
  const world = globalThis as unknown as Record<string, unknown>;
  world['requestAnimationFrame'] = (task: FrameRequestCallback): number => {
    waiting.push(task);
    channel.port2.postMessage(0);
    return waiting.length;
  };
  world['ResizeObserver'] = undefined;
  world['PagedConfig'] = { auto: false };
}
