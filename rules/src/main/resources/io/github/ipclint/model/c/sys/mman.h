/* <sys/mman.h>: POSIX.1-2024 XBD sys/mman.h, and what Linux adds. */

/* The handle -1 stands for memory without a file (MAP_ANONYMOUS). */
[[ipc::maps(result, fildes, len, prot(prot), when(flags & MAP_SHARED)), ipc::acquires(result, memory, unless(flags & MAP_SHARED)),
  ipc::sizes(result, len), ipc::uses(fildes, readable, unless(flags & MAP_ANONYMOUS)),
  ipc::uses(fildes, writable, when((flags & MAP_SHARED) && (prot & PROT_WRITE) && !(flags & MAP_ANONYMOUS))),
  ipc::fails(MAP_FAILED, EACCES, EAGAIN, EBADF, EEXIST, EINVAL, EMFILE, ENFILE, ENODEV, ENOMEM, ENOTSUP, ENXIO, EOVERFLOW, EPERM,
             ETXTBSY),
  ipc::must_check, ipc::seed]]
void *mmap(void *addr, size_t len, int prot, int flags, int fildes, off_t off);

[[ipc::maps(result, fildes, len, prot(prot), when(flags & MAP_SHARED)), ipc::acquires(result, memory, unless(flags & MAP_SHARED)),
  ipc::sizes(result, len), ipc::uses(fildes, readable, unless(flags & MAP_ANONYMOUS)),
  ipc::uses(fildes, writable, when((flags & MAP_SHARED) && (prot & PROT_WRITE) && !(flags & MAP_ANONYMOUS))),
  ipc::fails(MAP_FAILED, EACCES, EAGAIN, EBADF, EEXIST, EINVAL, EMFILE, ENFILE, ENODEV, ENOMEM, ENOTSUP, ENXIO, EOVERFLOW, EPERM,
             ETXTBSY),
  ipc::must_check, ipc::seed]]
void *mmap64(void *addr, size_t len, int prot, int flags, int fildes, off_t off);

[[ipc::unmaps(addr, len), ipc::releases(addr, memory), ipc::fails(-1, EINVAL), ipc::seed]]
int munmap(void *addr, size_t len);

[[ipc::view(result, old_address), ipc::sizes(result, new_size), ipc::fails(MAP_FAILED, EAGAIN, EFAULT, EINVAL, ENOMEM), ipc::must_check]]
void *mremap(void *old_address, size_t old_size, size_t new_size, int flags, ...);

[[ipc::fails(-1, EACCES, EAGAIN, EINVAL, ENOMEM, ENOTSUP)]] int mprotect(void *addr, size_t len, int prot);
/* Writes to the file; it orders nothing between processes. */
[[ipc::fails(-1, EBUSY, EINVAL, EIO, ENOMEM)]] int msync(void *addr, size_t len, int flags);
[[ipc::fails(-1, EAGAIN, EINVAL, ENOMEM, EPERM)]] int mlock(const void *addr, size_t len);
[[ipc::fails(-1, EAGAIN, EINVAL, ENOMEM, EPERM)]] int munlock(const void *addr, size_t len);
[[ipc::fails(-1, EAGAIN, EINVAL, ENOMEM, EPERM)]] int mlockall(int flags);
[[ipc::fails(-1, EINVAL)]] int munlockall(void);
[[ipc::fails(-1, EACCES, EAGAIN, EBADF, EINVAL, EIO, ENOMEM, EPERM)]] int madvise(void *addr, size_t length, int advice);
int posix_madvise(void *addr, size_t len, int advice);
[[ipc::fills(vec)]] int mincore(void *addr, size_t length, unsigned char *vec);

[[ipc::names(result, posix_shm, name), ipc::acquires(result, posix_shm, mode(oflag)), ipc::reads(name),
  ipc::creates(result, exclusive(oflag & O_EXCL), mode(mode), when(oflag & O_CREAT)), ipc::sizes(result, 0, when(oflag & O_TRUNC)),
  ipc::becomes(result, cloexec),
  ipc::fails(-1, EACCES, EEXIST, EINTR, EINVAL, ENAMETOOLONG, ENOENT, ENOSPC, stuck(EMFILE, ENFILE)), ipc::must_check,
  ipc::interruptible, ipc::seed]]
int shm_open(const char *name, int oflag, mode_t mode);

[[ipc::removes(posix_shm, name), ipc::reads(name), ipc::fails(-1, EACCES, ENAMETOOLONG, ENOENT), ipc::must_check, ipc::seed]]
int shm_unlink(const char *name);

[[ipc::acquires(result, descriptor, mode(O_RDWR)), ipc::reads(name), ipc::becomes(result, cloexec, when(flags & MFD_CLOEXEC)),
  ipc::fails(-1, EFAULT, EINVAL, ENOMEM, stuck(EMFILE, ENFILE)), ipc::must_check, ipc::seed]]
int memfd_create(const char *name, unsigned int flags);

/* Typed memory objects: no system of today has them. */
[[ipc::acquires(result, descriptor, mode(oflag)), ipc::fails(-1), ipc::must_check]]
int posix_typed_mem_open(const char *name, int oflag, int tflag);
[[ipc::uses(fildes), ipc::fills(info)]] int posix_typed_mem_get_info(int fildes, struct posix_typed_mem_info *info);
[[ipc::fills(off), ipc::fills(contig_len), ipc::fills(fildes)]]
int posix_mem_offset(const void *addr, size_t len, off_t *off, size_t *contig_len, int *fildes);
