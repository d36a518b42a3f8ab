// Counts every connection and every look-up of a name that this process tries.
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

export interface Counted {
  readonly tried: readonly string[];
  stop(): void;
}

export function countSockets(): Counted {
  const tried: string[] = [];
  const before = {
    connect: net.Socket.prototype.connect,
    lookup: dns.lookup,
    send: dgram.Socket.prototype.send,
  };
  net.Socket.prototype.connect = function connect(this: net.Socket, ...given: unknown[]) {
    tried.push(`connect ${JSON.stringify(given)}`);
    return Reflect.apply(before.connect, this, given) as net.Socket;
  } as typeof before.connect;
  dns.lookup = ((...given: unknown[]) => {
    tried.push(`look up ${String(given[0])}`);
    return Reflect.apply(before.lookup, dns, given) as unknown;
  }) as typeof before.lookup;
  dgram.Socket.prototype.send = function send(this: dgram.Socket, ...given: unknown[]) {
    tried.push('datagram');
    return Reflect.apply(before.send, this, given) as unknown;
  } as typeof before.send;
  return {
    tried,
    stop: () => {
      net.Socket.prototype.connect = before.connect;
      dns.lookup = before.lookup;
      dgram.Socket.prototype.send = before.send;
    },
  };
}
