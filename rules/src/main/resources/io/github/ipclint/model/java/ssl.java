/* javax.net and javax.net.ssl: sockets from factories. */
package javax.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

class SocketFactory {
    @Ipc("acquires(result, java_socket), becomes(result, stream), seed") Socket createSocket() throws IOException;
    @Ipc("acquires(result, java_socket), becomes(result, stream, connected), blocks(result), seed")
    Socket createSocket(String host, int port) throws IOException;
}

class ServerSocketFactory {
    @Ipc("acquires(result, java_server_socket), becomes(result, stream), seed") ServerSocket createServerSocket() throws IOException;
    @Ipc("names(result, port, port), acquires(result, java_server_socket), becomes(result, stream, bound, listening), seed")
    ServerSocket createServerSocket(int port) throws IOException;
    @Ipc("names(result, port, port), acquires(result, java_server_socket), becomes(result, stream, bound, listening), seed")
    ServerSocket createServerSocket(int port, int backlog) throws IOException;
}
