/* Describes your own wrappers to ipclint, in your own headers. Compilers see nothing of it.

       #include "ipclint.h"

       IPC(acquires(result, file, mode(O_RDONLY))) IPC(fails(-1)) IPC(must_check)
       int open_config(const char *name);

       IPC(releases(fd)) void close_config(int fd);

   One attribute stands in each IPC(...), before the prototype; the vocabulary is that of the models of the system calls. */
#ifndef IPCLINT_H
#define IPCLINT_H

#ifdef __IPCLINT__
#define IPC(...) [[ipc::__VA_ARGS__]]
#else
#define IPC(...)
#endif

#endif
