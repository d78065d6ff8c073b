/* <sys/sysmacros.h> of glibc. */

unsigned int major(dev_t dev);
unsigned int minor(dev_t dev);
dev_t makedev(unsigned int maj, unsigned int min);
