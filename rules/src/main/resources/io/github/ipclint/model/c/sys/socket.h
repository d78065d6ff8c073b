/* <sys/socket.h>: POSIX.1-2024 XBD sys/socket.h. The low bits of a socket's type are the type, the others flags (socket(2)). */

struct sockaddr {
    sa_family_t sa_family;
    char sa_data[14];
};

struct sockaddr_un {
    sa_family_t sun_family;
    char sun_path[108];
};

struct in_addr {
    in_addr_t s_addr;
};

struct sockaddr_in {
    sa_family_t sin_family;
    in_port_t sin_port;
    struct in_addr sin_addr;
};

struct sockaddr_in6 {
    sa_family_t sin6_family;
    in_port_t sin6_port;
};

/* The kernel's ciphers accept without listening: af_alg is no address family of peers. */
[[ipc::acquires(result, descriptor, when(domain == AF_ALG)), ipc::acquires(result, socket, unless(domain == AF_ALG)),
  ipc::becomes(result, stream, when((type & 15) == SOCK_STREAM)),
  ipc::becomes(result, stream, when((type & 15) == SOCK_SEQPACKET)), ipc::becomes(result, datagram, when((type & 15) == SOCK_DGRAM)),
  ipc::becomes(result, datagram, when((type & 15) == SOCK_RAW)), ipc::becomes(result, nonblocking, when(type & SOCK_NONBLOCK)),
  ipc::becomes(result, cloexec, when(type & SOCK_CLOEXEC)),
  ipc::fails(-1, EACCES, EAFNOSUPPORT, EINVAL, ENOBUFS, ENOMEM, EPROTONOSUPPORT, EPROTOTYPE, stuck(EMFILE, ENFILE)), ipc::must_check,
  ipc::async_signal_safe, ipc::seed]]
int socket(int domain, int type, int protocol);

[[ipc::acquires(socket_vector[0], socket_end), ipc::acquires(socket_vector[1], socket_end),
  ipc::becomes(socket_vector[0], stream, connected, when((type & 15) != SOCK_DGRAM)),
  ipc::becomes(socket_vector[1], stream, connected, when((type & 15) != SOCK_DGRAM)),
  ipc::becomes(socket_vector[0], datagram, connected, when((type & 15) == SOCK_DGRAM)),
  ipc::becomes(socket_vector[1], datagram, connected, when((type & 15) == SOCK_DGRAM)),
  ipc::becomes(socket_vector[0], nonblocking, when(type & SOCK_NONBLOCK)),
  ipc::becomes(socket_vector[1], nonblocking, when(type & SOCK_NONBLOCK)),
  ipc::becomes(socket_vector[0], cloexec, when(type & SOCK_CLOEXEC)), ipc::becomes(socket_vector[1], cloexec, when(type & SOCK_CLOEXEC)),
  ipc::fails(-1, EACCES, EAFNOSUPPORT, ENOBUFS, ENOMEM, EOPNOTSUPP, EPROTONOSUPPORT, EPROTOTYPE, stuck(EMFILE, ENFILE)),
  ipc::must_check, ipc::async_signal_safe, ipc::seed]]
int socketpair(int domain, int type, int protocol, int socket_vector[2]);

/* A UNIX path is created and must not exist; a port is named in host order. */
[[ipc::uses(socket, socket, unconnected), ipc::reads(address, address_len), ipc::becomes(socket, bound),
  ipc::names(socket, file, ((const struct sockaddr_un *) address)->sun_path,
             when(((const struct sockaddr_un *) address)->sun_family == AF_UNIX)),
  ipc::creates(socket, exclusive(1), when(((const struct sockaddr_un *) address)->sun_family == AF_UNIX)),
  ipc::names(socket, port,
             (((const struct sockaddr_in *) address)->sin_port & 0xff) << 8 | ((const struct sockaddr_in *) address)->sin_port >> 8,
             when(((const struct sockaddr_in *) address)->sin_family == AF_INET)),
  ipc::names(socket, port,
             (((const struct sockaddr_in6 *) address)->sin6_port & 0xff) << 8 | ((const struct sockaddr_in6 *) address)->sin6_port >> 8,
             when(((const struct sockaddr_in6 *) address)->sin6_family == AF_INET6)),
  ipc::fails(-1, EACCES, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EINVAL, EIO, EISDIR, ELOOP, ENAMETOOLONG, ENOBUFS, ENOENT, ENOMEM,
             ENOTDIR, EOPNOTSUPP, EROFS, stuck(EBADF, ENOTSOCK)),
  ipc::must_check, ipc::async_signal_safe, ipc::seed]]
int bind(int socket, const struct sockaddr *address, socklen_t address_len);

[[ipc::uses(socket, socket, stream, bound), ipc::becomes(socket, listening),
  ipc::fails(-1, EACCES, EADDRINUSE, EDESTADDRREQ, EINVAL, ENOBUFS, stuck(EBADF, ENOTSOCK, EOPNOTSUPP)), ipc::must_check,
  ipc::async_signal_safe, ipc::seed]]
int listen(int socket, int backlog);

[[ipc::acquires(result, connection), ipc::uses(socket, socket, stream, listening), ipc::becomes(result, stream, connected),
  ipc::fills(address, when(address)), ipc::blocks(socket), ipc::orders_after(socket),
  ipc::fails(-1, EAGAIN, ECONNABORTED, EINTR, ENOBUFS, ENOMEM, EPERM, EPROTO, EWOULDBLOCK,
             stuck(EBADF, EFAULT, EINVAL, EMFILE, ENFILE, ENOTSOCK, EOPNOTSUPP)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int accept(int socket, struct sockaddr *address, socklen_t *address_len);

[[ipc::acquires(result, connection), ipc::uses(socket, socket, stream, listening), ipc::becomes(result, stream, connected),
  ipc::becomes(result, nonblocking, when(flag & SOCK_NONBLOCK)), ipc::becomes(result, cloexec, when(flag & SOCK_CLOEXEC)),
  ipc::fills(address, when(address)), ipc::blocks(socket), ipc::orders_after(socket),
  ipc::fails(-1, EAGAIN, ECONNABORTED, EINTR, ENOBUFS, ENOMEM, EPERM, EPROTO, EWOULDBLOCK,
             stuck(EBADF, EFAULT, EINVAL, EMFILE, ENFILE, ENOTSOCK, EOPNOTSUPP)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int accept4(int socket, struct sockaddr *address, socklen_t *address_len, int flag);

/* On a datagram socket connect only sets the default address, and may be repeated. */
[[ipc::uses(socket, socket, unconnected), ipc::reads(address, address_len), ipc::becomes(socket, connected),
  ipc::names(socket, file, ((const struct sockaddr_un *) address)->sun_path,
             when(((const struct sockaddr_un *) address)->sun_family == AF_UNIX)),
  ipc::names(socket, port,
             (((const struct sockaddr_in *) address)->sin_port & 0xff) << 8 | ((const struct sockaddr_in *) address)->sin_port >> 8,
             when(((const struct sockaddr_in *) address)->sin_family == AF_INET)),
  ipc::names(socket, port,
             (((const struct sockaddr_in6 *) address)->sin6_port & 0xff) << 8 | ((const struct sockaddr_in6 *) address)->sin6_port >> 8,
             when(((const struct sockaddr_in6 *) address)->sin6_family == AF_INET6)),
  ipc::blocks(socket), ipc::orders_before(socket),
  ipc::fails(-1, EACCES, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EAGAIN, EALREADY, ECONNREFUSED, ECONNRESET, EHOSTUNREACH, EINPROGRESS,
             EINTR, EINVAL, EISCONN, ELOOP, ENAMETOOLONG, ENETDOWN, ENETUNREACH, ENOBUFS, ENOENT, ENOTDIR, EPERM, EPROTOTYPE, ETIMEDOUT,
             stuck(EBADF, ENOTSOCK)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible, ipc::seed]]
int connect(int socket, const struct sockaddr *address, socklen_t address_len);

/* A look with MSG_PEEK may be how a program finds out what it has been given. */
[[ipc::uses(socket, socket, readable, connected, unless(flags & MSG_PEEK)), ipc::uses(socket),
  ipc::transfers(in, socket, buffer, length, unless(flags & MSG_PEEK)),
  ipc::fills(buffer, result), ipc::blocks(socket, unless(flags & MSG_DONTWAIT)), ipc::orders_after(socket),
  ipc::fails(-1, EAGAIN, ECONNREFUSED, ECONNRESET, EINTR, EIO, ENOBUFS, ENOMEM, ETIMEDOUT, EWOULDBLOCK,
             stuck(EBADF, EFAULT, EINVAL, ENOTCONN, ENOTSOCK, EOPNOTSUPP)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t recv(int socket, void *buffer, size_t length, int flags);

[[ipc::uses(socket, socket, readable, unless(flags & MSG_PEEK)), ipc::uses(socket),
  ipc::transfers(in, socket, buffer, length, unless(flags & MSG_PEEK)), ipc::fills(buffer, result),
  ipc::fills(address, when(address)), ipc::blocks(socket, unless(flags & MSG_DONTWAIT)), ipc::orders_after(socket),
  ipc::fails(-1, EAGAIN, ECONNREFUSED, ECONNRESET, EINTR, EIO, ENOBUFS, ENOMEM, ETIMEDOUT, EWOULDBLOCK,
             stuck(EBADF, EFAULT, EINVAL, ENOTCONN, ENOTSOCK, EOPNOTSUPP)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t recvfrom(int socket, void *buffer, size_t length, int flags, struct sockaddr *address, socklen_t *address_len);

[[ipc::uses(socket, socket, readable, unless(flags & MSG_PEEK)), ipc::uses(socket),
  ipc::transfers(in, socket, message->msg_iov[0].iov_base, message->msg_iov[0].iov_len, unless(flags & MSG_PEEK)),
  ipc::fills(message->msg_iov[0].iov_base, message->msg_iov[0].iov_len), ipc::fills(message->msg_control, message->msg_controllen),
  ipc::blocks(socket, unless(flags & MSG_DONTWAIT)), ipc::orders_after(socket),
  ipc::fails(-1, EAGAIN, ECONNREFUSED, ECONNRESET, EINTR, EIO, EMSGSIZE, ENOBUFS, ENOMEM, ETIMEDOUT, EWOULDBLOCK,
             stuck(EBADF, EFAULT, EINVAL, ENOTCONN, ENOTSOCK, EOPNOTSUPP)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t recvmsg(int socket, struct msghdr *message, int flags);

[[ipc::uses(socket, socket, writable, connected), ipc::transfers(out, socket, buffer, length), ipc::reads(buffer, length),
  ipc::blocks(socket, unless(flags & MSG_DONTWAIT)), ipc::orders_before(socket),
  ipc::fails(-1, EACCES, EAGAIN, ECONNREFUSED, ECONNRESET, EINTR, EIO, EMSGSIZE, ENETDOWN, ENETUNREACH, ENOBUFS, ENOMEM, EWOULDBLOCK,
             stuck(EBADF, EDESTADDRREQ, EFAULT, EINVAL, ENOTCONN, ENOTSOCK, EOPNOTSUPP, EPIPE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t send(int socket, const void *buffer, size_t length, int flags);

/* MSG_FASTOPEN sends with the request for a connection. */
[[ipc::uses(socket, socket), ipc::uses(socket, writable, unless(flags & MSG_FASTOPEN)),
  ipc::becomes(socket, connected, when(flags & MSG_FASTOPEN)), ipc::transfers(out, socket, message, length, unless(flags & MSG_FASTOPEN)),
  ipc::reads(message, length), ipc::reads(dest_addr, dest_len, when(dest_addr)), ipc::blocks(socket, unless(flags & MSG_DONTWAIT)),
  ipc::orders_before(socket),
  ipc::fails(-1, EACCES, EAFNOSUPPORT, EAGAIN, ECONNREFUSED, ECONNRESET, EHOSTUNREACH, EINTR, EIO, EISCONN, ELOOP, EMSGSIZE, ENAMETOOLONG,
             ENETDOWN, ENETUNREACH, ENOBUFS, ENOENT, ENOMEM, ENOTDIR, EPERM, EWOULDBLOCK,
             stuck(EBADF, EDESTADDRREQ, EFAULT, EINVAL, ENOTCONN, ENOTSOCK, EOPNOTSUPP, EPIPE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t sendto(int socket, const void *message, size_t length, int flags, const struct sockaddr *dest_addr, socklen_t dest_len);

/* SCM_RIGHTS: a descriptor in the control data goes to the peer. */
[[ipc::uses(socket, socket, writable),
  ipc::transfers(out, socket, message->msg_iov[0].iov_base, message->msg_iov[0].iov_len),
  ipc::reads(message->msg_iov[0].iov_base, message->msg_iov[0].iov_len), ipc::reads(message->msg_control, message->msg_controllen),
  ipc::passes(message->msg_control, when(message->msg_control)), ipc::blocks(socket, unless(flags & MSG_DONTWAIT)),
  ipc::orders_before(socket),
  ipc::fails(-1, EACCES, EAFNOSUPPORT, EAGAIN, ECONNREFUSED, ECONNRESET, EHOSTUNREACH, EINTR, EIO, EISCONN, ELOOP, EMSGSIZE, ENAMETOOLONG,
             ENETDOWN, ENETUNREACH, ENOBUFS, ENOENT, ENOMEM, ENOTDIR, EPERM, ETOOMANYREFS, EWOULDBLOCK,
             stuck(EBADF, EDESTADDRREQ, EFAULT, EINVAL, ENOTCONN, ENOTSOCK, EOPNOTSUPP, EPIPE)),
  ipc::must_check, ipc::async_signal_safe, ipc::interruptible]]
ssize_t sendmsg(int socket, const struct msghdr *message, int flags);

[[ipc::uses(socket, socket, readable), ipc::transfers(in, socket), ipc::blocks(socket, unless(flags & MSG_DONTWAIT)),
  ipc::orders_after(socket), ipc::fills(msgvec), ipc::fails(-1, EAGAIN, EINTR, EWOULDBLOCK, stuck(EBADF, EFAULT, EINVAL, ENOTSOCK)),
  ipc::must_check, ipc::interruptible]]
int recvmmsg(int socket, struct mmsghdr *msgvec, unsigned int vlen, int flags, struct timespec *timeout);
[[ipc::uses(socket, socket, writable), ipc::transfers(out, socket), ipc::blocks(socket, unless(flags & MSG_DONTWAIT)),
  ipc::orders_before(socket), ipc::passes(msgvec->msg_hdr.msg_control, when(msgvec->msg_hdr.msg_control)),
  ipc::fails(-1, EAGAIN, EINTR, EWOULDBLOCK, stuck(EBADF, EFAULT, EINVAL, ENOTSOCK, EPIPE)), ipc::must_check, ipc::interruptible]]
int sendmmsg(int socket, struct mmsghdr *msgvec, unsigned int vlen, int flags);

/* What is shut ends for the peer although the descriptor stays: SHUT_WR gives it end-of-file. */
[[ipc::uses(socket, socket), ipc::becomes(socket, read_shut, when(how == SHUT_RD || how == SHUT_RDWR)),
  ipc::becomes(socket, write_shut, when(how == SHUT_WR || how == SHUT_RDWR)), ipc::orders_before(socket),
  ipc::fails(-1, EINVAL, ENOBUFS, ENOTCONN, stuck(EBADF, ENOTSOCK)), ipc::async_signal_safe]]
int shutdown(int socket, int how);

[[ipc::uses(socket, socket), ipc::reads(option_value, option_len),
  ipc::becomes(socket, reuseaddr, when(level == SOL_SOCKET && option_name == SO_REUSEADDR)),
  ipc::becomes(socket, timeout, when(level == SOL_SOCKET && (option_name == SO_RCVTIMEO || option_name == SO_SNDTIMEO))),
  ipc::becomes(socket, multicast_joined, when(level == IPPROTO_IP && option_name == IP_ADD_MEMBERSHIP)),
  ipc::becomes(socket, multicast_left, when(level == IPPROTO_IP && option_name == IP_DROP_MEMBERSHIP)),
  ipc::becomes(socket, multicast_joined, when(level == IPPROTO_IPV6 && option_name == IPV6_ADD_MEMBERSHIP)),
  ipc::becomes(socket, multicast_left, when(level == IPPROTO_IPV6 && option_name == IPV6_DROP_MEMBERSHIP)),
  ipc::fails(-1, EDOM, EINVAL, EISCONN, ENOBUFS, ENOMEM, ENOPROTOOPT, EPERM, stuck(EBADF, ENOTSOCK)), ipc::async_signal_safe]]
int setsockopt(int socket, int level, int option_name, const void *option_value, socklen_t option_len);

/* To ask is how one finds out whether a descriptor is a socket, and of what kind. */
[[ipc::uses(socket), ipc::fills(option_value), ipc::fails(-1, EACCES, EINVAL, ENOBUFS, ENOPROTOOPT, stuck(EBADF, ENOTSOCK)),
  ipc::async_signal_safe]]
int getsockopt(int socket, int level, int option_name, void *option_value, socklen_t *option_len);
[[ipc::uses(socket), ipc::fills(address), ipc::fails(-1, EINVAL, ENOBUFS, EOPNOTSUPP, stuck(EBADF, ENOTSOCK)),
  ipc::async_signal_safe]]
int getsockname(int socket, struct sockaddr *address, socklen_t *address_len);
[[ipc::uses(socket), ipc::fills(address), ipc::fails(-1, EINVAL, ENOBUFS, ENOTCONN, EOPNOTSUPP, stuck(EBADF, ENOTSOCK)),
  ipc::async_signal_safe]]
int getpeername(int socket, struct sockaddr *address, socklen_t *address_len);
[[ipc::uses(s, socket), ipc::fails(-1, EBADF, ENOTTY), ipc::async_signal_safe]] int sockatmark(int s);

/* The control messages of sendmsg and recvmsg: pointers into the message. */
[[ipc::view(result, msg)]] struct cmsghdr *CMSG_FIRSTHDR(struct msghdr *msg);
[[ipc::view(result, cmsg)]] struct cmsghdr *CMSG_NXTHDR(struct msghdr *msg, struct cmsghdr *cmsg);
[[ipc::view(result, cmsg)]] unsigned char *CMSG_DATA(const struct cmsghdr *cmsg);
size_t CMSG_LEN(size_t length);
size_t CMSG_SPACE(size_t length);
size_t CMSG_ALIGN(size_t length);
