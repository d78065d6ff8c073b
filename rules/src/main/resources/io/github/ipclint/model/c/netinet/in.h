/* <netinet/in.h>, <net/if.h>: POSIX.1-2024 XBD. */

int IN6_IS_ADDR_UNSPECIFIED(const struct in6_addr *address);
int IN6_IS_ADDR_LOOPBACK(const struct in6_addr *address);
int IN6_IS_ADDR_MULTICAST(const struct in6_addr *address);
int IN6_IS_ADDR_LINKLOCAL(const struct in6_addr *address);
int IN6_IS_ADDR_SITELOCAL(const struct in6_addr *address);
int IN6_IS_ADDR_V4MAPPED(const struct in6_addr *address);
int IN6_IS_ADDR_V4COMPAT(const struct in6_addr *address);
int IN_MULTICAST(in_addr_t address);
[[ipc::reads(ifname)]] unsigned int if_nametoindex(const char *ifname);
[[ipc::fills(ifname), ipc::terminated(ifname)]] char *if_indextoname(unsigned int ifindex, char *ifname);
struct if_nameindex *if_nameindex(void);
void if_freenameindex(struct if_nameindex *ptr);
[[ipc::uses(fd), ipc::fails(-1)]] int bindresvport(int fd, struct sockaddr_in *sin);
