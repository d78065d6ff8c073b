/* <pwd.h>, <grp.h>: POSIX.1-2024 XBD. */

[[ipc::reads(name), ipc::fails(NULL)]] struct passwd *getpwnam(const char *name);
[[ipc::fails(NULL)]] struct passwd *getpwuid(uid_t uid);
[[ipc::reads(name), ipc::fills(pwd), ipc::fills(buffer, bufsize), ipc::fills(found)]]
int getpwnam_r(const char *name, struct passwd *pwd, char *buffer, size_t bufsize, struct passwd **found);
[[ipc::fills(pwd), ipc::fills(buffer, bufsize), ipc::fills(found)]]
int getpwuid_r(uid_t uid, struct passwd *pwd, char *buffer, size_t bufsize, struct passwd **found);
struct passwd *getpwent(void);
void setpwent(void);
void endpwent(void);
[[ipc::reads(name), ipc::fails(NULL)]] struct group *getgrnam(const char *name);
[[ipc::fails(NULL)]] struct group *getgrgid(gid_t gid);
[[ipc::reads(name), ipc::fills(grp), ipc::fills(buffer, bufsize), ipc::fills(found)]]
int getgrnam_r(const char *name, struct group *grp, char *buffer, size_t bufsize, struct group **found);
[[ipc::fills(grp), ipc::fills(buffer, bufsize), ipc::fills(found)]]
int getgrgid_r(gid_t gid, struct group *grp, char *buffer, size_t bufsize, struct group **found);
struct group *getgrent(void);
void setgrent(void);
void endgrent(void);
[[ipc::reads(user), ipc::fails(-1)]] int initgroups(const char *user, gid_t group);
[[ipc::fails(-1)]] int setgroups(size_t size, const gid_t *list);
[[ipc::reads(user), ipc::fills(groups), ipc::fills(ngroups)]] int getgrouplist(const char *user, gid_t group, gid_t *groups, int *ngroups);
