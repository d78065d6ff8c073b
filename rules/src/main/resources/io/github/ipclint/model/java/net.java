/*
 * java.net. An address is its port or, for the UNIX domain, its path. What fails only on a socket that is closed already is not
 * followed as a failure.
 */
package java.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

class InetSocketAddress {
    @Ipc("view(result, port)") InetSocketAddress(int port) {}
    @Ipc("view(result, port)") InetSocketAddress(String host, int port) {}
    @Ipc("view(result, port)") static InetSocketAddress createUnresolved(String host, int port);
    @Ipc("view(result, this)") int getPort();
    String getHostName();
    String getHostString();
    InetAddress getAddress();
}

class UnixDomainSocketAddress {
    @Ipc("view(result, path)") static UnixDomainSocketAddress of(java.nio.file.Path path);
    @Ipc("view(result, this)") java.nio.file.Path getPath();
}

class InetAddress {
    static InetAddress getByName(String host) throws UnknownHostException;
    static InetAddress getLocalHost() throws UnknownHostException;
    static InetAddress getLoopbackAddress();
    String getHostAddress();
    String getHostName();
    byte[] getAddress();
}

class Socket {
    @Ipc("acquires(result, java_socket), becomes(result, stream), seed") Socket() {}
    @Ipc("acquires(result, java_socket), becomes(result, stream), seed") Socket(Proxy proxy) {}
    @Ipc("acquires(result, java_socket), becomes(result, stream, connected), blocks(result), seed")
    Socket(String host, int port) throws IOException {}
    @Ipc("acquires(result, java_socket), becomes(result, stream, connected), blocks(result), seed")
    Socket(String host, int port, InetAddress local, int localPort) throws IOException {}
    @Ipc("becomes(this, connected), blocks(this)") void connect(SocketAddress endpoint) throws IOException;
    @Ipc("becomes(this, connected), blocks(this)") void connect(SocketAddress endpoint, int timeout) throws IOException;
    @Ipc("becomes(this, bound)") void bind(SocketAddress address) throws IOException;
    @Ipc("view(result, this)") InputStream getInputStream();
    @Ipc("view(result, this)") OutputStream getOutputStream();
    @Ipc("view(result, this)") java.nio.channels.SocketChannel getChannel();
    @Ipc("becomes(this, read_shut)") void shutdownInput();
    @Ipc("becomes(this, write_shut), orders_before(this)") void shutdownOutput();
    void setSoTimeout(int timeout);
    void setTcpNoDelay(boolean on);
    void setKeepAlive(boolean on);
    void setReuseAddress(boolean on);
    void setSoLinger(boolean on, int linger);
    void setSendBufferSize(int size);
    void setReceiveBufferSize(int size);
    void setOOBInline(boolean on);
    void setTrafficClass(int trafficClass);
    int getSoTimeout();
    int getPort();
    int getLocalPort();
    InetAddress getInetAddress();
    InetAddress getLocalAddress();
    SocketAddress getRemoteSocketAddress();
    SocketAddress getLocalSocketAddress();
    boolean isClosed();
    boolean isConnected();
    boolean isBound();
    boolean isInputShutdown();
    boolean isOutputShutdown();
}

class ServerSocket {
    @Ipc("acquires(result, java_server_socket), becomes(result, stream), seed") ServerSocket() throws IOException {}
    @Ipc("names(result, port, port), acquires(result, java_server_socket), becomes(result, stream, bound, listening), seed")
    ServerSocket(int port) throws IOException {}
    @Ipc("names(result, port, port), acquires(result, java_server_socket), becomes(result, stream, bound, listening), seed")
    ServerSocket(int port, int backlog) throws IOException {}
    @Ipc("names(result, port, port), acquires(result, java_server_socket), becomes(result, stream, bound, listening), seed")
    ServerSocket(int port, int backlog, InetAddress address) throws IOException {}
    @Ipc("names(this, port, endpoint), becomes(this, bound, listening)") void bind(SocketAddress endpoint) throws IOException;
    @Ipc("names(this, port, endpoint), becomes(this, bound, listening)") void bind(SocketAddress endpoint, int backlog) throws IOException;
    @Ipc("acquires(result, java_socket), becomes(result, stream, connected), uses(this, listening), blocks(this), orders_after(this), seed")
    Socket accept() throws IOException;
    @Ipc("view(result, this)") java.nio.channels.ServerSocketChannel getChannel();
    void setSoTimeout(int timeout);
    void setReuseAddress(boolean on);
    void setReceiveBufferSize(int size);
    int getSoTimeout();
    int getLocalPort();
    InetAddress getInetAddress();
    SocketAddress getLocalSocketAddress();
    boolean isClosed();
    boolean isBound();
}

class DatagramSocket {
    @Ipc("acquires(result, java_socket), becomes(result, datagram, bound), seed") DatagramSocket() throws SocketException {}
    @Ipc("names(result, port, port), acquires(result, java_socket), becomes(result, datagram, bound), seed")
    DatagramSocket(int port) throws SocketException {}
    @Ipc("names(result, port, port), acquires(result, java_socket), becomes(result, datagram, bound), seed")
    DatagramSocket(int port, InetAddress address) throws SocketException {}
    @Ipc("becomes(this, connected)") void connect(SocketAddress address) throws SocketException;
    @Ipc("becomes(this, connected)") void connect(InetAddress address, int port);
    @Ipc("becomes(this, bound)") void bind(SocketAddress address) throws SocketException;
    @Ipc("transfers(in, this, packet), blocks(this), orders_after(this)") void receive(DatagramPacket packet) throws IOException;
    @Ipc("transfers(out, this, packet), orders_before(this)") void send(DatagramPacket packet) throws IOException;
    @Ipc("view(result, this)") java.nio.channels.DatagramChannel getChannel();
    void joinGroup(SocketAddress group, NetworkInterface network);
    void leaveGroup(SocketAddress group, NetworkInterface network);
    void setSoTimeout(int timeout);
    void setBroadcast(boolean on);
    void setReuseAddress(boolean on);
    void setSendBufferSize(int size);
    void setReceiveBufferSize(int size);
    int getLocalPort();
    InetAddress getLocalAddress();
    boolean isClosed();
    boolean isConnected();
}

class MulticastSocket {
    @Ipc("acquires(result, java_socket), becomes(result, datagram, bound), seed") MulticastSocket() throws IOException {}
    @Ipc("names(result, port, port), acquires(result, java_socket), becomes(result, datagram, bound), seed")
    MulticastSocket(int port) throws IOException {}
    void joinGroup(InetAddress group);
    void leaveGroup(InetAddress group);
    void setTimeToLive(int ttl);
    void setInterface(InetAddress address);
    void setNetworkInterface(NetworkInterface network);
}

class DatagramPacket {
    DatagramPacket(byte[] buffer, int length) {}
    DatagramPacket(byte[] buffer, int length, SocketAddress address) {}
    DatagramPacket(byte[] buffer, int length, InetAddress address, int port) {}
    byte[] getData();
    int getLength();
    int getOffset();
    int getPort();
    InetAddress getAddress();
    SocketAddress getSocketAddress();
    void setLength(int length);
    void setData(byte[] data);
    void setPort(int port);
    void setAddress(InetAddress address);
}

class URL {
    @Ipc("acquires(result, java_stream, mode(0)), seed") InputStream openStream() throws IOException;
}
