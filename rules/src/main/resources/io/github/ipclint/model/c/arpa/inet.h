/* <arpa/inet.h>: POSIX.1-2024 XBD arpa/inet.h. This machine is little-endian: conversion swaps. */

[[ipc::value(result, (hostshort & 0xff) << 8 | (hostshort >> 8 & 0xff)), ipc::becomes(result, network_order), ipc::async_signal_safe]]
uint16_t htons(uint16_t hostshort);
[[ipc::value(result, (netshort & 0xff) << 8 | (netshort >> 8 & 0xff)), ipc::becomes(result, host_order), ipc::async_signal_safe]]
uint16_t ntohs(uint16_t netshort);
[[ipc::value(result, (hostlong & 0xff) << 24 | (hostlong >> 8 & 0xff) << 16 | (hostlong >> 16 & 0xff) << 8 | (hostlong >> 24 & 0xff)),
  ipc::becomes(result, network_order), ipc::async_signal_safe]]
uint32_t htonl(uint32_t hostlong);
[[ipc::value(result, (netlong & 0xff) << 24 | (netlong >> 8 & 0xff) << 16 | (netlong >> 16 & 0xff) << 8 | (netlong >> 24 & 0xff)),
  ipc::becomes(result, host_order), ipc::async_signal_safe]]
uint32_t ntohl(uint32_t netlong);

[[ipc::reads(cp), ipc::value(result), ipc::becomes(result, network_order)]] in_addr_t inet_addr(const char *cp);
[[ipc::reads(cp), ipc::fills(inp), ipc::fails(0)]] int inet_aton(const char *cp, struct in_addr *inp);
[[ipc::terminated(result)]] char *inet_ntoa(struct in_addr in);
[[ipc::reads(src), ipc::fills(dst, size), ipc::terminated(dst), ipc::view(result, dst), ipc::fails(NULL, EAFNOSUPPORT, ENOSPC)]]
const char *inet_ntop(int af, const void *restrict src, char *restrict dst, socklen_t size);
[[ipc::reads(src), ipc::fills(dst), ipc::fails(result <= 0, EAFNOSUPPORT)]]
int inet_pton(int af, const char *restrict src, void *restrict dst);
in_addr_t inet_network(const char *cp);
struct in_addr inet_makeaddr(in_addr_t net, in_addr_t host);
in_addr_t inet_lnaof(struct in_addr in);
in_addr_t inet_netof(struct in_addr in);
