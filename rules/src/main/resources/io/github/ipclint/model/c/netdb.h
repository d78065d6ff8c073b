/* <netdb.h>: POSIX.1-2024 XBD netdb.h, and the older resolver calls. */

[[ipc::reads(nodename, when(nodename)), ipc::reads(servname, when(servname)), ipc::reads(hints, when(hints)), ipc::acquires(*res, memory),
  ipc::fails(result != 0), ipc::must_check]]
int getaddrinfo(const char *restrict nodename, const char *restrict servname, const struct addrinfo *restrict hints,
                struct addrinfo **restrict res);
[[ipc::releases(ai, memory)]] void freeaddrinfo(struct addrinfo *ai);
const char *gai_strerror(int ecode);
[[ipc::reads(sa, salen), ipc::fills(node, nodelen), ipc::fills(service, servicelen), ipc::terminated(node), ipc::terminated(service),
  ipc::fails(result != 0)]]
int getnameinfo(const struct sockaddr *restrict sa, socklen_t salen, char *restrict node, socklen_t nodelen, char *restrict service,
                socklen_t servicelen, int flags);
[[ipc::reads(name), ipc::fails(NULL), ipc::must_check]] struct hostent *gethostbyname(const char *name);
[[ipc::reads(name), ipc::fails(NULL), ipc::must_check]] struct hostent *gethostbyname2(const char *name, int af);
[[ipc::reads(name), ipc::fills(ret), ipc::fills(buf, buflen), ipc::fills(host), ipc::fills(h_errnop), ipc::fails(result != 0),
  ipc::must_check]]
int gethostbyname_r(const char *name, struct hostent *ret, char *buf, size_t buflen, struct hostent **host, int *h_errnop);
[[ipc::reads(addr, len), ipc::fails(NULL), ipc::must_check]] struct hostent *gethostbyaddr(const void *addr, socklen_t len, int type);
[[ipc::fails(NULL)]] struct hostent *gethostent(void);
void sethostent(int stayopen);
void endhostent(void);
[[ipc::reads(name), ipc::fails(NULL), ipc::must_check]] struct servent *getservbyname(const char *name, const char *proto);
[[ipc::fails(NULL)]] struct servent *getservbyport(int port, const char *proto);
[[ipc::fails(NULL)]] struct servent *getservent(void);
void setservent(int stayopen);
void endservent(void);
[[ipc::reads(name), ipc::fails(NULL)]] struct protoent *getprotobyname(const char *name);
[[ipc::fails(NULL)]] struct protoent *getprotobynumber(int proto);
[[ipc::fails(NULL)]] struct protoent *getprotoent(void);
void setprotoent(int stayopen);
void endprotoent(void);
[[ipc::reads(name), ipc::fails(NULL)]] struct netent *getnetbyname(const char *name);
[[ipc::fails(NULL)]] struct netent *getnetbyaddr(uint32_t net, int type);
[[ipc::fails(NULL)]] struct netent *getnetent(void);
void setnetent(int stayopen);
void endnetent(void);
void herror(const char *s);
const char *hstrerror(int err);
