/*
 * Structures of the system's headers, for the sizes and members of objects: glibc on Linux, x86-64. A project's own declaration of
 * a tag comes first.
 */

/* time.h, sys/time.h */
struct timespec { time_t tv_sec; long tv_nsec; };
struct timeval { time_t tv_sec; long tv_usec; };
struct timezone { int tz_minuteswest; int tz_dsttime; };
struct itimerval { struct timeval it_interval; struct timeval it_value; };
struct itimerspec { struct timespec it_interval; struct timespec it_value; };
struct tm {
    int tm_sec; int tm_min; int tm_hour; int tm_mday; int tm_mon; int tm_year; int tm_wday; int tm_yday; int tm_isdst;
    long tm_gmtoff; const char *tm_zone;
};

/* sys/ipc.h, sys/sem.h, sys/shm.h, sys/msg.h, mqueue.h */
struct ipc_perm {
    key_t __key; uid_t uid; gid_t gid; uid_t cuid; gid_t cgid; mode_t mode; unsigned short __seq; unsigned short __pad2;
    unsigned long __reserved1; unsigned long __reserved2;
};
struct sembuf { unsigned short sem_num; short sem_op; short sem_flg; };
struct semid_ds {
    struct ipc_perm sem_perm; time_t sem_otime; unsigned long __reserved1; time_t sem_ctime; unsigned long __reserved2;
    unsigned long sem_nsems; unsigned long __reserved3; unsigned long __reserved4;
};
struct shmid_ds {
    struct ipc_perm shm_perm; size_t shm_segsz; time_t shm_atime; time_t shm_dtime; time_t shm_ctime; pid_t shm_cpid; pid_t shm_lpid;
    unsigned long shm_nattch; unsigned long __reserved5; unsigned long __reserved6;
};
struct msqid_ds {
    struct ipc_perm msg_perm; time_t msg_stime; time_t msg_rtime; time_t msg_ctime; unsigned long __msg_cbytes; unsigned long msg_qnum;
    unsigned long msg_qbytes; pid_t msg_lspid; pid_t msg_lrpid; unsigned long __reserved4; unsigned long __reserved5;
};
struct mq_attr { long mq_flags; long mq_maxmsg; long mq_msgsize; long mq_curmsgs; long __reserved[4]; };

/* signal.h, sys/signalfd.h */
union sigval { int sival_int; void *sival_ptr; };
struct sigaction {
    union { void (*sa_handler)(int); void (*sa_sigaction)(int, siginfo_t *, void *); };
    struct { unsigned char bytes[128]; } sa_mask;
    int sa_flags;
    void (*sa_restorer)(void);
};
struct sigevent {
    union sigval sigev_value; int sigev_signo; int sigev_notify;
    union { int __pad[12]; struct { void (*sigev_notify_function)(union sigval); pthread_attr_t *sigev_notify_attributes; }; };
};
struct signalfd_siginfo {
    unsigned int ssi_signo; int ssi_errno; int ssi_code; unsigned int ssi_pid; unsigned int ssi_uid; int ssi_fd; unsigned int ssi_tid;
    unsigned int ssi_band; unsigned int ssi_overrun; unsigned int ssi_trapno; int ssi_status; int ssi_int; unsigned long ssi_ptr;
    unsigned long ssi_utime; unsigned long ssi_stime; unsigned long ssi_addr; unsigned char __pad[48];
};

/* poll.h, sys/epoll.h, sys/inotify.h */
struct pollfd { int fd; short events; short revents; };
struct inotify_event { int wd; unsigned int mask; unsigned int cookie; unsigned int len; char name[0]; };

/* sys/socket.h, sys/un.h, netinet/in.h, netdb.h, sys/uio.h */
struct iovec { void *iov_base; size_t iov_len; };
struct sockaddr { sa_family_t sa_family; char sa_data[14]; };
struct sockaddr_storage { sa_family_t ss_family; char __padding[118]; unsigned long __align; };
struct sockaddr_un { sa_family_t sun_family; char sun_path[108]; };
struct in_addr { in_addr_t s_addr; };
struct sockaddr_in { sa_family_t sin_family; in_port_t sin_port; struct in_addr sin_addr; unsigned char sin_zero[8]; };
struct in6_addr { union { unsigned char s6_addr[16]; unsigned int __words[4]; }; };
struct sockaddr_in6 { sa_family_t sin6_family; in_port_t sin6_port; unsigned int sin6_flowinfo; struct in6_addr sin6_addr; unsigned int sin6_scope_id; };
struct msghdr {
    void *msg_name; socklen_t msg_namelen; struct iovec *msg_iov; size_t msg_iovlen; void *msg_control; size_t msg_controllen; int msg_flags;
};
struct cmsghdr { size_t cmsg_len; int cmsg_level; int cmsg_type; };
struct linger { int l_onoff; int l_linger; };
struct ucred { pid_t pid; uid_t uid; gid_t gid; };
struct addrinfo {
    int ai_flags; int ai_family; int ai_socktype; int ai_protocol; socklen_t ai_addrlen; struct sockaddr *ai_addr; char *ai_canonname;
    struct addrinfo *ai_next;
};
struct hostent { char *h_name; char **h_aliases; int h_addrtype; int h_length; char **h_addr_list; };
struct servent { char *s_name; char **s_aliases; int s_port; char *s_proto; };

/* sys/stat.h, fcntl.h, dirent.h, sys/file.h */
struct stat {
    dev_t st_dev; ino_t st_ino; unsigned long st_nlink; mode_t st_mode; uid_t st_uid; gid_t st_gid; int __pad0; dev_t st_rdev; off_t st_size;
    long st_blksize; long st_blocks; struct timespec st_atim; struct timespec st_mtim; struct timespec st_ctim; long __reserved[3];
};
struct flock { short l_type; short l_whence; off_t l_start; off_t l_len; pid_t l_pid; };
struct dirent { ino_t d_ino; off_t d_off; unsigned short d_reclen; unsigned char d_type; char d_name[256]; };

/* sys/resource.h, sys/times.h, sys/utsname.h, pwd.h, grp.h */
struct rlimit { unsigned long rlim_cur; unsigned long rlim_max; };
struct rusage {
    struct timeval ru_utime; struct timeval ru_stime; long ru_maxrss; long ru_ixrss; long ru_idrss; long ru_isrss; long ru_minflt; long ru_majflt;
    long ru_nswap; long ru_inblock; long ru_oublock; long ru_msgsnd; long ru_msgrcv; long ru_nsignals; long ru_nvcsw; long ru_nivcsw;
};
struct tms { long tms_utime; long tms_stime; long tms_cutime; long tms_cstime; };
struct utsname { char sysname[65]; char nodename[65]; char release[65]; char version[65]; char machine[65]; char domainname[65]; };
struct passwd { char *pw_name; char *pw_passwd; uid_t pw_uid; gid_t pw_gid; char *pw_gecos; char *pw_dir; char *pw_shell; };
struct group { char *gr_name; char *gr_passwd; gid_t gr_gid; char **gr_mem; };

/* termios.h, sys/ioctl.h */
struct winsize { unsigned short ws_row; unsigned short ws_col; unsigned short ws_xpixel; unsigned short ws_ypixel; };
struct termios {
    unsigned int c_iflag; unsigned int c_oflag; unsigned int c_cflag; unsigned int c_lflag; unsigned char c_line; unsigned char c_cc[32];
    unsigned int c_ispeed; unsigned int c_ospeed;
};

/* <getopt.h> */
struct option {
    const char *name;
    int has_arg;
    int *flag;
    int val;
};
