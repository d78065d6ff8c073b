/* <utmpx.h>: POSIX.1-2024 XBD utmpx.h, and the older <utmp.h>. */

void setutxent(void);
void endutxent(void);
[[ipc::fails(NULL)]] struct utmpx *getutxent(void);
[[ipc::reads(id), ipc::fails(NULL)]] struct utmpx *getutxid(const struct utmpx *id);
[[ipc::reads(line), ipc::fails(NULL)]] struct utmpx *getutxline(const struct utmpx *line);
[[ipc::reads(utmpx), ipc::fails(NULL)]] struct utmpx *pututxline(const struct utmpx *utmpx);
int utmpxname(const char *file);
void setutent(void);
void endutent(void);
[[ipc::fails(NULL)]] struct utmp *getutent(void);
int utmpname(const char *file);
