import { BlockList, isIP } from 'node:net'

/** IPv4 networks that are nobody's public host: the special ones of IANA's register, multicast, and what is kept for later. */
const special4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
  192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`
/** All public IPv6 hosts live in this one network, in which these others are special: tunnels could lead back to us. */
const public6 = '2000::/3'
const special6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'

const listOf = (networks: string, family: 'ipv4' | 'ipv6') => {
  const list = new BlockList()
  for (const network of networks.split(/\s+/)) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}
const blocked4 = listOf(special4, 'ipv4')
const [open6, blocked6] = [listOf(public6, 'ipv6'), listOf(special6, 'ipv6')]

/**
 * Whether an address is one of the public internet, so that the house may go there for somebody. Loopback, private, link-local,
 * carrier-grade, unique-local, multicast and documentation addresses are not; nor is IPv4 inside IPv6 in any of its forms.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !blocked4.check(address, 'ipv4')
  return family === 6 && !address.includes('%') && open6.check(address, 'ipv6') && !blocked6.check(address, 'ipv6')
}
