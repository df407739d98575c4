import { BlockList, isIP } from 'node:net';

/**
 * Networks no reminder is posted to: this machine, inner and shared networks, link-local (with the metadata services of
 * clouds), documentation, multicast, reserved; for IPv6 also what carries an IPv4 address within.
 */
const networks: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24],
  ['192.52.193.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
  // Alibaba Cloud's metadata service lies in 100.64.0.0/10, Azure's platform service does not.
  ['168.63.129.16', 32],
];
/** Of IPv6 only what is handed out for the public internet, and of that not what leads elsewhere. */
const publicIPv6 = new BlockList();
publicIPv6.addSubnet('2000::', 3, 'ipv6');
const internal = new BlockList();
for (const [network, prefix] of networks) internal.addSubnet(network, prefix, 'ipv4');
// Teredo, benchmarking, documentation, 6to4, ORCHID: they carry or stand for something else.
for (const [network, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) internal.addSubnet(network, prefix, 'ipv6');

/** Whether an address is one that reminders are never posted to. What is no address at all is internal too. */
export function isInternal(address: string): boolean {
  // A zone ('fe80::1%eth0') is only ever that of a link.
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 4) return internal.check(address, 'ipv4');
  if (family === 6) return !publicIPv6.check(address, 'ipv6') || internal.check(address, 'ipv6');
  return true;
}
