/* <endian.h>: POSIX.1-2024 XBD endian.h, <byteswap.h> of glibc. */

[[ipc::value(result, (host & 0xff) << 8 | (host >> 8 & 0xff)), ipc::becomes(result, network_order), ipc::async_signal_safe]]
uint16_t htobe16(uint16_t host);
[[ipc::value(result, (host & 0xff) << 24 | (host >> 8 & 0xff) << 16 | (host >> 16 & 0xff) << 8 | (host >> 24 & 0xff)),
  ipc::becomes(result, network_order), ipc::async_signal_safe]]
uint32_t htobe32(uint32_t host);
[[ipc::value(result), ipc::becomes(result, network_order), ipc::async_signal_safe]] uint64_t htobe64(uint64_t host);
[[ipc::value(result, host), ipc::async_signal_safe]] uint16_t htole16(uint16_t host);
[[ipc::value(result, host), ipc::async_signal_safe]] uint32_t htole32(uint32_t host);
[[ipc::value(result, host), ipc::async_signal_safe]] uint64_t htole64(uint64_t host);
[[ipc::value(result, (big & 0xff) << 8 | (big >> 8 & 0xff)), ipc::becomes(result, host_order), ipc::async_signal_safe]]
uint16_t be16toh(uint16_t big);
[[ipc::value(result, (big & 0xff) << 24 | (big >> 8 & 0xff) << 16 | (big >> 16 & 0xff) << 8 | (big >> 24 & 0xff)),
  ipc::becomes(result, host_order), ipc::async_signal_safe]]
uint32_t be32toh(uint32_t big);
[[ipc::value(result), ipc::becomes(result, host_order), ipc::async_signal_safe]] uint64_t be64toh(uint64_t big);
[[ipc::value(result, little), ipc::async_signal_safe]] uint16_t le16toh(uint16_t little);
[[ipc::value(result, little), ipc::async_signal_safe]] uint32_t le32toh(uint32_t little);
[[ipc::value(result, little), ipc::async_signal_safe]] uint64_t le64toh(uint64_t little);
uint16_t bswap_16(uint16_t value);
uint32_t bswap_32(uint32_t value);
uint64_t bswap_64(uint64_t value);
